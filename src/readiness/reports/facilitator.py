"""For whoever leads the conversation: what to talk about, and room to write down what was heard."""

from collections.abc import Iterator

import msgspec

from readiness.domain.answers import Missing
from readiness.domain.evaluation import Evaluation
from readiness.domain.review import Reviewed, reviewed
from readiness.domain.scoring import HALF, SectionScore
from readiness.reports import kind_phrases, phrases, scorecards, verdicts
from readiness.reports.content import Content
from readiness.reports.words import one_line, opened


class Topic(msgspec.Struct, frozen=True):
    """Something to talk about: a question, its answer, and a note that was marked to be shared."""

    topic: str
    ask: str
    answer: str
    note: str


class Thin(msgspec.Struct, frozen=True):
    """A part of which too little is known to say how it stands."""

    title: str
    answered: str


class Heard(msgspec.Struct, frozen=True):
    """A part, what it is about, and the topics in it that are low, to write beside."""

    title: str
    why: str
    low: tuple[str, ...]


class Facilitator(msgspec.Struct, frozen=True, kw_only=True):
    """The sheet."""

    title: str
    gates: tuple[Topic, ...]
    dont_know: tuple[Topic, ...]
    flagged: tuple[Topic, ...]
    thin: tuple[Thin, ...]
    heard: tuple[Heard, ...]


def facilitator(evaluation: Evaluation, _content: Content) -> Facilitator:
    """The sheet for an evaluation."""
    agency = one_line(evaluation.assessment.agency)
    rows = reviewed(evaluation.flow, evaluation.answers)
    open_gates = {
        gate.id
        for verdict in verdicts.verdicts(evaluation)
        for gate in (*verdict.short, *verdict.unknown, *verdict.unanswered, *verdict.unexplained)
    }
    return Facilitator(
        title=kind_phrases.FACILITATOR_TITLE.format(agency=agency or kind_phrases.OUR_AGENCY),
        gates=tuple(_topic(evaluation, row) for row in rows if row.item.id in open_gates),
        dont_know=tuple(
            _topic(evaluation, row)
            for row in rows
            if row.answer
            and row.answer.value is Missing.DONT_KNOW
            and row.item.id not in open_gates
        ),
        flagged=tuple(_topic(evaluation, row) for row in rows if row.answer and row.answer.flag),
        thin=tuple(_thin(each) for each in _sections(evaluation) if _is_thin(each)),
        heard=tuple(_heard(evaluation, each, rows) for each in _sections(evaluation)),
    )


def _topic(evaluation: Evaluation, row: Reviewed) -> Topic:
    shared = row.answer.note if row.answer and row.answer.share else ""
    return Topic(opened(row.item.name), row.item.ask, scorecards.said(evaluation, row.item), shared)


def _sections(evaluation: Evaluation) -> Iterator[SectionScore]:
    """Every part with anything to score, in the order of asking."""
    for scores in evaluation.scores:
        yield from (each for each in scores.sections if each.score.applicable)


def _is_thin(each: SectionScore) -> bool:
    coverage = each.score.coverage
    return coverage is not None and coverage < HALF


def _thin(each: SectionScore) -> Thin:
    said = phrases.ANSWERED.format(answered=each.score.answered, applicable=each.score.applicable)
    return Thin(each.section.title, said)


def _heard(evaluation: Evaluation, each: SectionScore, rows: tuple[Reviewed, ...]) -> Heard:
    low = [
        f"{opened(row.item.name)} ({scorecards.said(evaluation, row.item)})"
        for row in rows
        if row.item.section == each.section.id and row.standing == "not_yet"
    ]
    return Heard(each.section.title, each.section.why, tuple(low))
