"""An evaluation and the content, made into the view model of a report."""

from collections.abc import Iterator
from datetime import date

from readiness.domain.answers import Answer, Assessment, Missing
from readiness.domain.evaluation import Evaluation
from readiness.domain.flow import PROFILE
from readiness.domain.questionnaire import Item
from readiness.domain.sharing import open_answer, written
from readiness.reports import (
    carried,
    counting,
    decided,
    learning,
    phrases,
    planning,
    scorecards,
    verdicts,
)
from readiness.reports.content import Content
from readiness.reports.sources import documents
from readiness.reports.view import Fact, NoteRow, Report, StrengthRow
from readiness.reports.words import counted, day, listed, one_line, opened


def report(evaluation: Evaluation, content: Content) -> Report:
    """Everything that a report on this evaluation says.

    Args:
        evaluation: with the onboarding checklist among its questionnaires, where the report is to carry it.
        content: whatever is missing is left out.
    """
    plan = evaluation.plan
    found = tuple(s for s in plan.strengths if _in_main(evaluation, s.section.id))
    first = planning.first_strengths(found)
    sources = content.sources
    checklist = evaluation.checklist
    causes = decided.causes(plan.actions)
    return Report(
        title=_title(evaluation.assessment),
        agency=one_line(evaluation.assessment.agency),
        facts=_facts(evaluation),
        verdicts=verdicts.verdicts(evaluation),
        moves=tuple(planning.action_row(planned, sources) for planned in plan.moves),
        no_moves="" if plan.moves else _no_moves(evaluation),
        strengths=first,
        all_strengths=planning.strengths(found),
        strengths_note=_strengths_note(first, len(found)),
        counts=counting.counts(evaluation),
        voice=verdicts.voice(evaluation),
        days_from=_days_from(evaluation),
        next_30=tuple(planning.action_row(planned, sources) for planned in plan.next_30),
        later=planning.later(plan.later, sources),
        no_plan="" if plan.next_30 else _no_plan(evaluation),
        dropped=decided.dropped(plan.dropped),
        causes=causes,
        causes_about=decided.causes_about(sources) if causes else "",
        find_out=planning.find_out(evaluation),
        find_out_note=planning.find_out_note(evaluation),
        phases=planning.phases(checklist, evaluation.marks),
        checklist_about=next(
            (q.about for q in evaluation.questionnaires if q.kind == "checklist"), ""
        ),
        left_out=planning.left_out(checklist),
        lived_experience=learning.lived_experience(evaluation, content),
        trainings=learning.trainings(evaluation, content),
        links=learning.links(evaluation, content),
        scorecards=scorecards.scorecards(evaluation),
        surveys=scorecards.surveys(evaluation),
        notes=tuple(_notes(evaluation)),
        own_words=tuple(_own_words(evaluation)),
        private_words=_private_words(evaluation),
        points=scorecards.points(evaluation),
        met_at=scorecards.met_at(evaluation),
        profile=tuple(_profile(evaluation)),
        sources=documents(learning.cited_documents(evaluation), sources),
        all_links=learning.all_links(evaluation, content),
        links_about=content.resources.about,
        follow_up=carried.follow_up(evaluation),
    )


def _title(assessment: Assessment) -> str:
    agency = one_line(assessment.agency)
    return phrases.TITLE.format(agency=agency) if agency else phrases.TITLE_WITHOUT_AGENCY


def _facts(evaluation: Evaluation) -> str:
    assessment = evaluation.assessment
    pattern = phrases.SELF_CHECK if assessment.date else phrases.SELF_CHECK_NO_DATE
    said = pattern.format(
        day=day(assessment.date) if assessment.date else "",
        round=phrases.ROUNDS.get(assessment.round, assessment.round),
        scope=phrases.SCOPES[assessment.scope],
    )
    if not assessment.sections:
        return said
    titles = [s.section.short or s.section.title for q in evaluation.scores for s in q.sections]
    by_id = dict(
        zip((s.section.id for q in evaluation.scores for s in q.sections), titles, strict=True)
    )
    chosen = [by_id[name] for name in assessment.sections if name in by_id]
    return f"{said} {phrases.PARTS_ASKED.format(parts=listed(chosen))}" if chosen else said


def _no_moves(evaluation: Evaluation) -> str:
    if _nothing_answered(evaluation):
        return phrases.NO_MOVES_NOTHING_ANSWERED
    if evaluation.proposal.moves or evaluation.plan.next_30:
        return phrases.NO_MOVES_LEFT
    return phrases.NO_MOVES_UNKNOWN if evaluation.plan.find_out else phrases.NO_MOVES


def _no_plan(evaluation: Evaluation) -> str:
    if evaluation.plan.actions:
        return phrases.NO_PLAN_CHOSEN
    return phrases.NO_PLAN_YET if _nothing_answered(evaluation) else phrases.NO_PLAN


def _nothing_answered(evaluation: Evaluation) -> bool:
    """Whether something could be scored and nothing is."""
    applicable = any(score.overall.applicable for score in evaluation.scores)
    answered = any(answer_to in evaluation.answers for answer_to in _scored_ids(evaluation))
    return applicable and not answered


def _scored_ids(evaluation: Evaluation) -> Iterator[str]:
    return (item.id for item in evaluation.asked.values() if item.scored)


def _strengths_note(first: tuple[StrengthRow, ...], every: int) -> str:
    return verdicts.more_strengths(every - len(first)) if every else phrases.NO_STRENGTHS


def _in_main(evaluation: Evaluation, section_id: str) -> bool:
    main = evaluation.main
    return main is not None and any(s.section.id == section_id for s in main.sections)


def _days_from(evaluation: Evaluation) -> str:
    when = evaluation.assessment.date
    said = phrases.DAYS_FROM.format(day=day(when)) if when else phrases.DAYS_FROM_NOWHERE
    return " ".join((said, planning.takes_longer(evaluation.plan.next_30))).strip()


def _notes(evaluation: Evaluation) -> Iterator[NoteRow]:
    """Notes that were marked to share, apart from those to open questions."""
    for item in evaluation.asked.values():
        answer = evaluation.answers.get(item.id)
        if answer and answer.share and answer.note.strip() and not open_answer(item, answer):
            yield NoteRow(opened(item.name), scorecards.said(evaluation, item), answer.note)


def _own_words(evaluation: Evaluation) -> Iterator[NoteRow]:
    """Answers to open questions that were marked to share, each with its note."""
    for item in evaluation.asked.values():
        answer = evaluation.answers.get(item.id)
        if answer and answer.share and open_answer(item, answer):
            yield NoteRow(item.ask, "", written(item, answer))


def _private_words(evaluation: Evaluation) -> str:
    """How many answers to open questions stay private; empty for none."""
    private = sum(
        1
        for item in evaluation.asked.values()
        if (answer := evaluation.answers.get(item.id))
        and open_answer(item, answer)
        and not answer.share
    )
    if not private:
        return ""
    one = private == 1
    return phrases.PRIVATE_WORDS.format(
        answers=opened(counted(private, "answer", "answers")),
        are="is" if one else "are",
        stay="stays" if one else "stay",
    )


def _profile(evaluation: Evaluation) -> Iterator[Fact]:
    for item in evaluation.asked.values():
        if item.section == "profile" and _is_profile(evaluation, item):
            yield Fact(opened(item.name), _fact(item, evaluation.answers.get(item.id)))


def _is_profile(evaluation: Evaluation, item: Item) -> bool:
    return any(q.id == PROFILE and item.id in q for q in evaluation.questionnaires)


def _fact(item: Item, answer: Answer | None) -> str:
    value = answer.value if answer else Missing.SKIPPED
    if isinstance(value, Missing):
        return {
            Missing.DONT_KNOW: phrases.DONT_KNOW.lower(),
            Missing.NOT_APPLICABLE: phrases.NOT_APPLICABLE.lower(),
            Missing.SKIPPED: phrases.SKIPPED.lower(),
        }[value]
    if isinstance(value, date):
        return day(value)
    chosen = value if isinstance(value, tuple) else (value,)
    labels = {option.id: option.label for option in item.scale.options} if item.scale else {}
    said = [labels.get(part, part) if isinstance(part, str) else str(part) for part in chosen]
    return listed([part if n == 0 else part[:1].lower() + part[1:] for n, part in enumerate(said)])
