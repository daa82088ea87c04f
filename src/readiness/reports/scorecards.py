"""Scorecards with text bars, and the workplace survey."""

from collections.abc import Iterator
from fractions import Fraction

from readiness.domain.answers import Missing, chosen_option
from readiness.domain.conditions import tests
from readiness.domain.evaluation import MAIN, Evaluation
from readiness.domain.flow import FACTS
from readiness.domain.gates import MET_AT
from readiness.domain.plan import speaks_for_leadership_alone
from readiness.domain.questionnaire import Item, Section
from readiness.domain.scoring import BANDS, QuestionnaireScore, Score, SectionScore, shown
from readiness.reports import phrases
from readiness.reports.view import Scorecard, ScoreRow, StatementRow, Survey
from readiness.reports.words import decimal, listed

WORKPLACE = "recovery-workplace"
SIZE, SMALL = "profile.size", "under_10"
BAR = 20
_SURE, _OPEN, _NONE = "█", "▒", "·"


def scorecards(evaluation: Evaluation) -> tuple[Scorecard, ...]:
    """A scorecard for the eleven competencies, and for every other questionnaire with anything to score."""
    return tuple(
        Scorecard(
            scores.questionnaire.id,
            scores.questionnaire.title,
            _overall(scores.overall),
            tuple(_row(each) for each in scores.sections if _has_scored(each, evaluation)),
        )
        for scores in evaluation.scores
        if scores.questionnaire.id == MAIN
        or (scores.questionnaire.id not in (*FACTS, WORKPLACE) and scores.overall.applicable)
    )


def _has_scored(each: SectionScore, evaluation: Evaluation) -> bool:
    return any(item.scored and item.id in evaluation.asked for item in each.section.items)


def _row(each: SectionScore) -> ScoreRow:
    section, score = each.section, each.score
    return ScoreRow(
        id=section.id,
        title=section.short or section.title,
        score=phrases.NO_SCORE if score.score is None else str(shown(score.score)),
        bounds=_bounds(score),
        bar=bar(score),
        stage=_stage(score),
        answered=phrases.ANSWERED.format(answered=score.answered, applicable=score.applicable),
        low=float(score.low or 0),
        high=float(score.high or 0),
        middle=None if score.score is None or not score.unknown else float(score.score),
    )


def _stage(score: Score) -> str:
    if not score.applicable:
        return phrases.DOES_NOT_APPLY
    if score.score is None:
        return phrases.NOT_ANSWERED
    return phrases.BANDS[score.band] if score.band else phrases.TOO_LITTLE


def _bounds(score: Score) -> str:
    if score.low is None or score.high is None:
        return phrases.NO_SCORE
    if not score.unknown:
        return str(shown(score.low))
    return phrases.RANGE.format(low=shown(score.low), high=shown(score.high))


def bar(score: Score, cells: int = BAR) -> str:
    """Solid up to the low bound, shaded up to the high one; nothing reaches the edge of a band that it is below.

    Args:
        score: nothing is drawn where nothing applies.
        cells: how long it is, a multiple of four.
    """
    if score.low is None or score.high is None:
        return _NONE * cells
    low, high = (_cells(value, cells) for value in (score.low, score.high))
    return _SURE * low + _OPEN * (high - low) + _NONE * (cells - high)


def _cells(value: Fraction, cells: int) -> int:
    """How many cells a value of 0 to 100 takes, rounded half up as in `shown`."""
    exact = value * cells / 100
    rounded = int(exact + Fraction(1, 2))
    edges = (Fraction(cells), *(edge * cells / 100 for edge, _ in BANDS))
    return rounded - 1 if any(exact < edge == rounded for edge in edges) else rounded


def _overall(score: Score) -> str:
    if score.low is None or score.high is None:
        return phrases.OVERALL_NOTHING
    bounds = phrases.BOUNDS.format(low=shown(score.low), high=shown(score.high))
    if not score.unknown:
        bounds = phrases.NO_BOUNDS
    if score.score is None or score.band is None:
        return phrases.OVERALL_UNKNOWN.format(bounds=bounds)
    return phrases.OVERALL.format(
        score=shown(score.score), band=phrases.BANDS[score.band], bounds=bounds
    )


def surveys(evaluation: Evaluation) -> tuple[Survey, ...]:
    """The workplace survey, where it is part of the assessment."""
    scores = evaluation.score_of(WORKPLACE)
    if scores is None or not scores.overall.applicable:
        return ()
    questionnaire = scores.questionnaire
    said, rows = _survey(evaluation, scores)
    return (Survey(questionnaire.title, questionnaire.about, said, rows),)


def _survey(
    evaluation: Evaluation, scores: QuestionnaireScore
) -> tuple[tuple[str, ...], tuple[StatementRow, ...]]:
    overall = scores.overall
    given = any(item.id in evaluation.answers for item in _statements(evaluation, scores))
    if not given:
        return (phrases.SURVEY_NONE, *_small(evaluation)), ()
    if all(
        speaks_for_leadership_alone(evaluation.assessment, each.section) for each in scores.sections
    ):
        alone = phrases.SURVEY_LEADERSHIP
        said = alone.format(answered=overall.answered, all=overall.applicable)
        return (said, *_small(evaluation)), ()
    rows = tuple(_statement(evaluation, item) for item in _statements(evaluation, scores))
    return (phrases.SURVEY_ONE, _survey_score(overall)), rows


def _survey_score(overall: Score) -> str:
    if overall.score is None or overall.band is None:
        return phrases.SURVEY_NO_SCORE.format(
            answered=overall.answered, applicable=overall.applicable
        )
    return phrases.SURVEY_SCORE.format(
        score=shown(overall.score),
        band=phrases.BANDS[overall.band],
        answered=overall.answered,
        applicable=overall.applicable,
    )


def _small(evaluation: Evaluation) -> tuple[str, ...]:
    answer = evaluation.answers.get(SIZE) if SIZE in evaluation.asked else None
    return (phrases.SURVEY_SMALL,) if answer and answer.value == SMALL else ()


def points(evaluation: Evaluation) -> tuple[str, ...]:
    """What each step of each scale counts, as sentences, for the scales that the questions asked use."""
    scales = {
        tuple((option.label, option.points or Fraction()) for option in item.scale.options): None
        for item in evaluation.asked.values()
        if item.scored and item.scale
    }
    return tuple(f"{listed(list(_steps(scale)))}." for scale in scales)


def _steps(scale: tuple[tuple[str, Fraction], ...]) -> Iterator[str]:
    for n, (label, value) in enumerate(scale):
        pattern = phrases.NEXT_STEP if n else phrases.FIRST_STEP
        yield pattern.format(label=label, points=phrases.POINTS.get(value) or decimal(value))


def met_at(evaluation: Evaluation) -> str:
    """The lowest step at which what has to be in place is so; empty where nothing of the kind was asked."""
    labels = {
        next(o.label for o in item.scale.options if o.points is not None and o.points >= MET_AT): 0
        for item in evaluation.asked.values()
        if item.gate and item.scale
    }
    return listed(list(labels), "or")


def _statements(evaluation: Evaluation, scores: QuestionnaireScore) -> Iterator[Item]:
    for each in scores.sections:
        for item in each.section.items:
            if item.scored and item.id in evaluation.asked:
                yield item


def _statement(evaluation: Evaluation, item: Item) -> StatementRow:
    option = chosen_option(item, evaluation.answers.get(item.id))
    scale = item.scale
    bar, step = "", None
    if option is not None and scale is not None:
        steps, middle = scale.rank(option) + 1, (len(scale.options) + 1) / 2
        bar = _SURE * steps + _NONE * (len(scale.options) - steps)
        step = 2 * (steps - middle) / (middle - 1)
    weak = _weak(evaluation, item)
    return StatementRow(item.ask, said(evaluation, item), bar, weak, step)


def _weak(evaluation: Evaluation, item: Item) -> str:
    """The parts called weak in the follow-up to a statement; empty for none."""
    parts = [
        label
        for follow_up in _section(evaluation, item).items
        if follow_up.kind == "choices"
        and follow_up.when is not None
        and any(test.item == item.id for test in tests(follow_up.when))
        and follow_up.id in evaluation.asked
        for label in _labels(evaluation, follow_up)
    ]
    return (
        phrases.WEAK_PARTS.format(parts=listed([part.lower() for part in parts])) if parts else ""
    )


def _section(evaluation: Evaluation, item: Item) -> Section:
    return next(s for q in evaluation.questionnaires for s in q.sections if s.id == item.section)


def _labels(evaluation: Evaluation, item: Item) -> list[str]:
    answer = evaluation.answers.get(item.id)
    chosen = answer.value if answer and isinstance(answer.value, tuple) else ()
    return [o.label for o in item.scale.options if o.id in chosen] if item.scale else []


def said(evaluation: Evaluation, item: Item) -> str:
    """What an item was answered with, in a word or two."""
    answer = evaluation.answers.get(item.id)
    if answer is None or answer.value is Missing.SKIPPED:
        return phrases.SKIPPED
    if isinstance(answer.value, Missing):
        known = answer.value is Missing.DONT_KNOW
        return phrases.DONT_KNOW if known else phrases.NOT_APPLICABLE
    option = chosen_option(item, answer)
    return item.scale.option(option).label if option is not None and item.scale else ""
