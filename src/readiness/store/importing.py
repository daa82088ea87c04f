"""Bringing in a whole assessment, which the store may know already. All inside the caller's transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from readiness.domain.log import PlanMark
from readiness.errors import Conflict, InvalidInput
from readiness.store import assessments, records, sql
from readiness.store.model import Outcome, Stored

if TYPE_CHECKING:
    import sqlite3


def check(stored: Stored) -> None:
    """Refuse what no store has written.

    Raises:
        InvalidInput: there is no id, the numbers of the log do not run 1, 2, 3 …, or an entry undoes none before it.
    """
    problems = []
    if not stored.header.id or records.plain(stored.header.id) != stored.header.id:
        problems.append("id: no id that can be kept")
    for number, entry in enumerate(stored.entries, start=1):
        if entry.number != number:
            problems.append(f"log: entry {number} has the number {entry.number}")
        if entry.undoes is not None and not 1 <= entry.undoes < number:
            problems.append(f"log: entry {number} undoes {entry.undoes}, which is no earlier entry")
    if problems:
        raise InvalidInput(problems)


def restore(
    run: "sqlite3.Connection", stored: Stored, wording: Mapping[str, str], now: datetime
) -> Outcome:
    """Bring in an assessment.

    Raises:
        Conflict: the store knows it, and both have had entries of their own since.
    """
    if run.execute(sql.KNOWN, (stored.header.id,)).fetchone() is None:
        assessments.insert(run, stored.header, wording)
        assessments.add_entries(run, stored.header.id, stored.entries)
        assessments.add_marks(run, stored.header.id, stored.plan, now)
        assessments.add_parked(run, stored.header.id, stored.parked)
        assessments.name_owners(run, stored.header.id, stored.owners)
        return "new"
    return "extended" if _extend(run, stored, now) else "same"


def _extend(run: "sqlite3.Connection", stored: Stored, now: datetime) -> bool:
    """Add what a known assessment does not have yet; whether there was anything."""
    known = assessments.read(run, stored.header.id)
    shared = min(len(known.entries), len(stored.entries))
    for place in range(shared):
        if records.entry_row(known.entries[place]) != records.entry_row(stored.entries[place]):
            raise _diverged(known, stored, place)
    entries = stored.entries[shared:]
    people = {
        name: respondent
        for name, respondent in stored.header.respondents.items()
        if records.plain(name) not in known.header.respondents
    }
    marks = _new_marks(run, stored)
    had = {records.parked_row(note) for note in known.parked}
    parked = [note for note in stored.parked if records.parked_row(note) not in had]
    # Who holds a role is told without a time: what this store knows of it stays.
    names = {r: n for r, n in stored.owners.items() if n.strip() and r not in known.owners}
    assessments.add_entries(run, stored.header.id, entries)
    first = len(known.header.respondents)
    assessments.add_respondents(run, stored.header.id, people, first=first)
    assessments.add_marks(run, stored.header.id, marks, now)
    assessments.add_parked(run, stored.header.id, parked)
    assessments.name_owners(run, stored.header.id, names)
    return bool(entries or people or marks or parked or names)


def _new_marks(run: "sqlite3.Connection", stored: Stored) -> dict[str, PlanMark]:
    """The marks that the store has never had.

    One that it had before is older than the one that stands, and does not come back.
    """
    had = {(action, *row) for action, *row in run.execute(sql.MARKS, (stored.header.id,))}
    return {
        action: mark
        for action, mark in stored.plan.items()
        if (records.plain(action), *records.mark_row(mark)) not in had
    }


def _diverged(known: Stored, stored: Stored, place: int) -> Conflict:
    return Conflict(
        f"The assessment “{known.header.agency}” ({known.header.id}) is in the store already, and "
        f"from entry {place + 1} on it differs from this file: both were answered separately. "
        "Nothing was imported. To keep both, take the line “id:” out of the file and import it "
        "again: it then stands beside the other one.",
        theirs=known.entries[place:],
        mine=stored.entries[place],
    )
