"""The check-ins of a new person's first 90 days.

The toolkit asks for talks with the new person, and with the rest of the staff, "weekly, every two weeks or monthly"
(wise.onb.90.1, wise.onb.90.2, wise.c05.act.5); it names no days. The days are ours: each week in the first month, where
most trouble begins, then about every two weeks, so that days 30, 60 and 90 are among them; the rest of the staff on
those three.
"""

from datetime import date, timedelta

import msgspec

from readiness.domain.checklist import Checklist, Entry

PEER, STAFF = "ninety_days.check_in_peer", "ninety_days.check_in_others"
DAYS: dict[str, tuple[int, ...]] = {PEER: (7, 14, 21, 30, 45, 60, 75, 90), STAFF: (30, 60, 90)}
_SATURDAY = 5


class CheckIn(msgspec.Struct, frozen=True):
    """A talk that is planned.

    Attributes:
        entry: the entry of the checklist that asks for it.
        after: days after the first day.
        day: when; where the first day is a weekday, so is this.
        questions: what to ask.
    """

    entry: Entry
    after: int
    day: date
    questions: tuple[Entry, ...]


def rhythm(checklist: Checklist, start: date) -> tuple[CheckIn, ...]:
    """The check-ins that a checklist asks for, by day.

    Args:
        checklist: as it applies to the agency; one without such entries asks for none.
        start: the new person's first day.
    """
    every = [entry for phase in checklist.phases for entry in phase.entries]
    found = [
        CheckIn(entry, after, day, tuple(e for e in every if e.item.part_of == entry.item.id))
        for entry in every
        for after in DAYS.get(entry.item.id, ())
        if (day := _day(start, after)) is not None
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def _day(start: date, after: int) -> date | None:
    """The day, or the Monday after it; None behind the end of the calendar."""
    if (date.max - start).days < after + 2:
        return None
    day = start + timedelta(after)
    over = day.weekday() - _SATURDAY
    return day if start.weekday() >= _SATURDAY or over < 0 else day + timedelta(2 - over)
