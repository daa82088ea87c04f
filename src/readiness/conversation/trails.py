"""What a conversation reads off the log: what undo and redo would do, and the person's own pace."""

from collections.abc import Container, Sequence
from itertools import pairwise
from statistics import median

from readiness.assessment import history
from readiness.conversation.state import Step
from readiness.domain.log import Entry

USUAL_PACE = 25.0  # seconds for one question, until the person's own pace is known
LONGEST = 240.0  # a longer gap between two answers was a break


def trail(entries: Sequence[Entry], theirs: Container[int] = ()) -> tuple[Step, ...]:
    """What undo would take back, from a log: every answer that stands, with the one before it.

    Args:
        entries: the whole log, oldest first.
        theirs: numbers of entries that others stored meanwhile; these stay.
    """
    return tuple(_step(entries, entry) for entry in history.undoable(entries, theirs))


def taken_back(entries: Sequence[Entry], theirs: Container[int] = ()) -> tuple[Step, ...]:
    """What redo would bring back, from a log; see `trail`."""
    found = history.redoable(entries, theirs)
    return tuple(_step(entries, history.undone(entries, entry)) for entry in found)


def _step(entries: Sequence[Entry], entry: Entry) -> Step:
    return Step(entry.item, history.before(entries, entry), entry.answer)


def pace(entries: Sequence[Entry]) -> float:
    """Seconds that one question takes this person, from the times of the log; breaks do not count."""
    gaps = [(later.at - earlier.at).total_seconds() for earlier, later in pairwise(entries)]
    own = [gap for gap in gaps if 0 < gap < LONGEST]
    return max(5.0, median(own)) if len(own) >= 5 else USUAL_PACE
