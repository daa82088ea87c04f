"""Undo and redo, read off a log: nothing but the log says what was taken back, in this sitting or an earlier one.

An entry that undoes an answer takes it back; an entry that undoes such an entry brings the answer back.
"""

from collections.abc import Container, Sequence

import msgspec

from readiness.domain.answers import Answer
from readiness.domain.carrying import origin_of
from readiness.domain.log import Entry


class Step(msgspec.Struct, frozen=True):
    """What undo or redo records: an answer (None takes it away), and the number of the entry that it takes back."""

    item: str
    answer: Answer | None
    undoes: int


def undoable(entries: Sequence[Entry], theirs: Container[int] = ()) -> list[Entry]:
    """The answers that undo would take back, the next one last: all that stand and were given in this round.

    Args:
        entries: the whole log, oldest first.
        theirs: the numbers of entries that are not for this person to take back. Where one of them is the newer entry
            of an item, what this person said about it earlier stays as well: to take that back would take theirs.
    """
    own = _own(entries, theirs)
    standing = (entry for entry in _standing(entries) if entry.undoes is None)
    return [e for e in standing if e.number in own and origin_of(e.respondent) is None]


def redoable(entries: Sequence[Entry], theirs: Container[int] = ()) -> list[Entry]:
    """The entries that took an answer back and can be taken back themselves, the next one last.

    An answer ends what can be brought back before it.

    Args:
        entries: the whole log, oldest first.
        theirs: as `undoable` has it.
    """
    own = _own(entries, theirs)
    answered = max((e.number for e in entries if e.undoes is None and e.number in own), default=0)
    return [
        entry
        for entry in _standing(entries)
        if entry.undoes is not None and entry.number > answered and entry.number in own
    ]


def undo(entries: Sequence[Entry], theirs: Container[int] = ()) -> Step | None:
    """What takes the newest answer back; None when there is nothing to take back. See `undoable`."""
    found = undoable(entries, theirs)
    return Step(found[-1].item, before(entries, found[-1]), found[-1].number) if found else None


def redo(entries: Sequence[Entry], theirs: Container[int] = ()) -> Step | None:
    """What brings back the answer that was taken back last; None when there is nothing. See `redoable`."""
    found = redoable(entries, theirs)
    if not found:
        return None
    back = undone(entries, found[-1])
    return Step(back.item, back.answer, found[-1].number)


def undone(entries: Sequence[Entry], taking_back: Entry) -> Entry:
    """The entry that another one takes back."""
    return next(entry for entry in entries if entry.number == taking_back.undoes)


def before(entries: Sequence[Entry], entry: Entry) -> Answer | None:
    """What an item was answered with before an entry."""
    earlier = (e for e in reversed(entries) if e.number < entry.number and e.item == entry.item)
    return next((e.answer for e in earlier), None)


def _own(entries: Sequence[Entry], theirs: Container[int]) -> set[int]:
    """The numbers of the entries that are not theirs, and whose item has no newer entry of theirs."""
    own, answered = set(), set()
    for entry in reversed(entries):
        if entry.number in theirs:
            answered.add(entry.item)
        elif entry.item not in answered:
            own.add(entry.number)
    return own


def _standing(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that no standing entry takes back, oldest first; those that only bring something back left out."""
    takes_back = {entry.number for entry in entries if entry.undoes is not None}
    taken: set[int] = set()
    standing = []
    for entry in reversed(entries):
        if entry.number in taken:
            continue
        if entry.undoes is not None:
            taken.add(entry.undoes)
        if entry.undoes not in takes_back:
            standing.append(entry)
    return standing[::-1]
