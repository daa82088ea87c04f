"""A page for Monday morning: this week's moves, the next 30 days week by week, and words to tell the staff."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from textwrap import shorten

import msgspec

from readiness.domain.evaluation import Evaluation
from readiness.domain.marks import is_live
from readiness.domain.plan import PlannedAction
from readiness.reports import kind_phrases, phrases, planning, verdicts
from readiness.reports.content import Content
from readiness.reports.view import ActionRow, GateRow
from readiness.reports.words import closed, day, one_line

WEEKS = 5
_TITLE = 90
_WEEK = timedelta(days=7)


class Week(msgspec.Struct, frozen=True):
    """A line of the calendar; `when` is "3 to 9 November", or "week 1" where the answers carry no date."""

    when: str
    does: tuple[str, ...]


class Monday(msgspec.Struct, frozen=True, kw_only=True):
    """The page; `announcement` is what to tell the staff, a paragraph in each."""

    title: str
    moves: tuple[ActionRow, ...]
    no_moves: str
    weeks: tuple[Week, ...]
    announcement: tuple[str, ...]


def monday(evaluation: Evaluation, content: Content) -> Monday:
    """The page for an evaluation."""
    plan = evaluation.plan
    agency = shorten(one_line(evaluation.assessment.agency), _TITLE, placeholder=" …")
    return Monday(
        title=kind_phrases.MONDAY_TITLE.format(agency=agency or kind_phrases.OUR_AGENCY),
        moves=tuple(planning.action_row(planned, content.sources) for planned in plan.moves),
        no_moves="" if plan.moves else phrases.NO_MOVES_LEFT,
        weeks=tuple(_weeks(evaluation)),
        announcement=tuple(_announcement(evaluation, agency or kind_phrases.OUR_AGENCY)),
    )


def _weeks(evaluation: Evaluation) -> Iterator[Week]:
    """Each action is begun in a week of its own from the third on, and stands again in the week in which it is due."""
    start = evaluation.assessment.date
    live = [planned for planned in evaluation.plan.next_30 if is_live(planned)]
    for number in range(WEEKS):
        does = [*_begun(live, number), *_due(live, start, number)]
        yield Week(_when(start, number), tuple(does or [kind_phrases.MONDAY_LOOK]))


def _begun(live: Sequence[PlannedAction], week: int) -> Iterator[str]:
    """The first three are this week's moves; the others follow one a week."""
    first = live[:3] if week == 0 else live[2 + week : 3 + week]
    for planned in first:
        yield kind_phrases.MONDAY_BEGIN.format(do=_bare(planned), owner=_owner(planned))


def _due(live: Sequence[PlannedAction], start: date | None, week: int) -> Iterator[str]:
    for planned in live:
        if _due_week(planned, start) == week:
            yield kind_phrases.MONDAY_DUE.format(do=_bare(planned), owner=_owner(planned))


def _due_week(planned: PlannedAction, start: date | None) -> int:
    """The week in which an action is due: the last one without dates, the first one where it is overdue."""
    if start is None or planned.due is None:
        return WEEKS - 1
    return max(0, (planned.due - start).days) // 7


def _when(start: date | None, week: int) -> str:
    if start is None:
        return kind_phrases.MONDAY_WEEK.format(number=week + 1)
    first = start + week * _WEEK
    last = first + timedelta(days=6)
    said = str(first.day) if first.month == last.month else day(first).rpartition(" ")[0]
    return kind_phrases.MONDAY_DAYS.format(first=said, last=day(last).rpartition(" ")[0])


def _bare(planned: PlannedAction) -> str:
    return planning.topic(planned) if planned.item else closed(planned.action.do).rstrip(".")


def _owner(planned: PlannedAction) -> str:
    """Who takes it on, in brackets already: a name stands there without its role."""
    return planned.name or planned.owner or phrases.NOBODY


def _announcement(evaluation: Evaluation, agency: str) -> Iterator[str]:
    """Words for the staff: what we are doing, how far we are, what comes next, and whom to ask."""
    yield kind_phrases.ANNOUNCE_WHAT.format(agency=agency)
    for hire in evaluation.hires.values():
        short = [gate.topic for gate in _short(evaluation, hire.moment)]
        if short:
            yield kind_phrases.ANNOUNCE_SHORT[hire.moment].format(topics="; ".join(short))
    yield kind_phrases.ANNOUNCE_NEXT
    yield kind_phrases.ANNOUNCE_ASK


def _short(evaluation: Evaluation, moment: str) -> Sequence[GateRow]:
    found = (verdict for verdict in verdicts.verdicts(evaluation) if verdict.moment == moment)
    return next((verdict.short for verdict in found), ())
