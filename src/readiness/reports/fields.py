"""What a person may change in a written plan: who, by when and how it stands, each on a line of its own.

The lines are made here, and read back by the same labels (living/).
"""

from typing import TYPE_CHECKING, Final

import msgspec

from readiness.reports.phrases import DOING, NOBODY
from readiness.reports.words import day, one_line

if TYPE_CHECKING:
    from readiness.domain.log import PlanMark

WHO: Final = "Who"
BY: Final = "By"
WHEN: Final = "When"
STATE: Final = "State"
DROPPED: Final = "Dropped"
NO_REASON: Final = "no reason was given"


class Field(msgspec.Struct, frozen=True):
    """One line below an entry: what it says, and its value as text."""

    label: str
    value: str


def fields(mark: "PlanMark", who: str, label: str, when: str) -> tuple[Field, ...]:
    """The lines of an action.

    Args:
        mark: what people decided about it.
        who: who takes it on; empty for nobody.
        label: `BY` for a day, `WHEN` for anything else.
        when: the day, or "within 30 days".
    """
    return (Field(WHO, one_line(who) or NOBODY), Field(label, when), *_standing(mark))


def decided(mark: "PlanMark | None", shown: str = "") -> tuple[Field, ...]:
    """The lines of an entry that has no owner and no date unless people gave it one.

    Args:
        mark: what people decided about it.
        shown: its owner as a report says it, where that is more than was typed: a role with the name of who holds it.
    """
    if mark is None:
        return ()
    who = (Field(WHO, shown or mark.owner),) if one_line(mark.owner) else ()
    by = (Field(BY, day(mark.due)),) if mark.due else ()
    return (*who, *by, *_standing(mark))


def _standing(mark: "PlanMark") -> tuple[Field, ...]:
    if mark.state == "dropped":
        return (Field(DROPPED, mark.reason if one_line(mark.reason) else NO_REASON),)
    return (Field(STATE, DOING),) if mark.state == "doing" else ()
