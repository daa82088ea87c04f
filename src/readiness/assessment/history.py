"""Undo and redo, read off a log: nothing but the log says what was taken back, in this sitting or an earlier one.

An entry that undoes an answer takes it back; an entry that undoes such an entry brings the answer back.
"""

from collections.abc import Sequence

from readiness.domain.answers import Answer
from readiness.domain.carrying import origin_of
from readiness.domain.log import Entry


def undoable(entries: Sequence[Entry]) -> list[Entry]:
    """The answers that undo would take back, the next one last: all that stand and were given in this round.

    Args:
        entries: the whole log, oldest first.
    """
    standing = (entry for entry in _standing(entries) if entry.undoes is None)
    return [entry for entry in standing if origin_of(entry.respondent) is None]


def redoable(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that took an answer back and can be taken back themselves, the next one last.

    An answer ends what can be brought back before it.

    Args:
        entries: the whole log, oldest first.
    """
    answered = max((entry.number for entry in entries if entry.undoes is None), default=0)
    return [e for e in _standing(entries) if e.undoes is not None and e.number > answered]


def undone(entries: Sequence[Entry], taking_back: Entry) -> Entry:
    """The entry that another one takes back."""
    return next(entry for entry in entries if entry.number == taking_back.undoes)


def before(entries: Sequence[Entry], entry: Entry) -> Answer | None:
    """What an item was answered with before an entry."""
    earlier = (e for e in reversed(entries) if e.number < entry.number and e.item == entry.item)
    return next((e.answer for e in earlier), None)


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
