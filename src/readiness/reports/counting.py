"""How many things stand where, in words."""

from readiness.domain.answers import Missing
from readiness.domain.evaluation import Evaluation
from readiness.domain.flow import FACTS
from readiness.reports import phrases
from readiness.reports.scorecards import WORKPLACE
from readiness.reports.words import counted, number


def counts(evaluation: Evaluation) -> tuple[str, ...]:
    """How many things stand where, as sentences."""
    tally = evaluation.counts
    every = tally.in_place + tally.partly + tally.not_yet + tally.unknown
    if not every:
        return (_elsewhere(evaluation),)
    things = f"{every} thing" if every == 1 else f"{every} things"
    unanswered = tally.unknown - dont_knows(evaluation)
    if unanswered == every:
        return (phrases.COUNTS_NO_ANSWERS.format(all=things),)
    parts = [
        f"{tally.in_place} in place",
        f"{tally.partly} partly",
        f"{tally.not_yet} not yet",
        f"{tally.unknown} unknown",
    ]
    said = [phrases.COUNTS.format(all=things, parts=", ".join(parts)), phrases.COUNTS_MEANING]
    if unanswered:
        said.append(
            phrases.COUNTS_UNANSWERED.format(
                unanswered=number(unanswered), were="was" if unanswered == 1 else "were"
            )
        )
    survey = evaluation.score_of(WORKPLACE)
    if survey and survey.overall.applicable:
        statements = counted(survey.overall.applicable, "statement", "statements")
        said.append(phrases.COUNTS_SURVEY.format(statements=statements))
    return tuple(said)


def _elsewhere(evaluation: Evaluation) -> str:
    """How much of other questionnaires was answered, where none of the competencies counts."""
    scores = [score for score in evaluation.scores if score.questionnaire.id not in FACTS]
    every = sum(score.overall.applicable for score in scores)
    answered = sum(score.overall.answered for score in scores)
    if not answered:
        return phrases.COUNTS_NONE
    cards = any(s.overall.applicable for s in scores if s.questionnaire.id != WORKPLACE)
    return phrases.COUNTS_ELSEWHERE.format(
        answered=number(answered),
        all=counted(every, "question that counts", "questions that count"),
        where=phrases.SCORECARD if cards else phrases.WORKPLACE_SURVEY,
    )


def dont_knows(evaluation: Evaluation) -> int:
    """How many of the counted items were answered *don't know*."""
    items = evaluation.main.questionnaire.items() if evaluation.main else ()
    return sum(
        1
        for item in items
        if item.scored
        and item.id in evaluation.asked
        and (answer := evaluation.answers.get(item.id)) is not None
        and answer.value is Missing.DONT_KNOW
    )
