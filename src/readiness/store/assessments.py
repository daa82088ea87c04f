"""The rows of whole assessments: written, read, found by id and deleted. All inside the caller's transaction."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from readiness.domain.answers import Respondent
from readiness.domain.log import Entry, Parked, PlanMark
from readiness.domain.problem import did_you_mean
from readiness.errors import Conflict, NotFound
from readiness.store import records, sql, writings
from readiness.store.model import Header, Stored, Summary

if TYPE_CHECKING:
    import sqlite3

# Letters of an id that is told; ids are far shorter.
_LONGEST = 80


def insert(run: "sqlite3.Connection", header: Header, wording: Mapping[str, str]) -> None:
    """Write the header and the wording of a new assessment."""
    run.execute(sql.ADD_ASSESSMENT, records.header_row(header))
    add_respondents(run, header.id, header.respondents, first=0)
    for file, text in wording.items():
        kept = records.plain(text)
        hashed = hashlib.sha256(kept.encode()).hexdigest()
        run.execute(sql.ADD_WORDING, (hashed, kept))
        run.execute(sql.LINK_WORDING, (header.id, records.plain(file), hashed))


def add_respondents(
    run: "sqlite3.Connection", assessment: str, respondents: Mapping[str, Respondent], *, first: int
) -> None:
    """Write respondents, in this order, at the places from `first`."""
    for place, (name, respondent) in enumerate(respondents.items(), start=first):
        row = (assessment, place, records.plain(name), *records.respondent_row(respondent))
        run.execute(sql.ADD_RESPONDENT, row)


def add_entries(run: "sqlite3.Connection", assessment: str, entries: Iterable[Entry]) -> None:
    """Write entries to the end of a log."""
    for entry in entries:
        run.execute(sql.ADD_ENTRY, (assessment, *records.entry_row(entry)))


def add_marks(
    run: "sqlite3.Connection", assessment: str, marks: Mapping[str, PlanMark], at: datetime
) -> None:
    """Write plan marks, by action id, after those that are there."""
    last: int = run.execute(sql.LAST_MARK, (assessment,)).fetchone()[0]
    for number, (action, mark) in enumerate(marks.items(), start=last + 1):
        row = (
            assessment,
            number,
            records.plain(action),
            *records.mark_row(mark),
            records.time_text(at),
        )
        run.execute(sql.ADD_MARK, row)


def owners(run: "sqlite3.Connection", assessment: str) -> dict[str, str]:
    """Who holds which role, by role."""
    return dict(run.execute(sql.OWNERS, (assessment,)).fetchall())


def name_owners(run: "sqlite3.Connection", assessment: str, names: Mapping[str, str]) -> None:
    """Write who holds which role; an empty name takes the role's name away."""
    for role, name in names.items():
        if name.strip():
            row = (assessment, records.plain(role), records.plain(name))
            run.execute(sql.NAME_OWNER, row)
        else:
            run.execute(sql.DROP_OWNER, (assessment, records.plain(role)))


def add_parked(run: "sqlite3.Connection", assessment: str, notes: Iterable[Parked]) -> None:
    """Write notes to the end of the parking lot."""
    last: int = run.execute(sql.LAST_PARKED, (assessment,)).fetchone()[0]
    for number, note in enumerate(notes, start=last + 1):
        run.execute(sql.ADD_PARKED, (assessment, number, *records.parked_row(note)))


def parked(run: "sqlite3.Connection", assessment: str) -> tuple[Parked, ...]:
    """The parking lot, oldest first."""
    return tuple(map(records.parked_of, run.execute(sql.PARKED, (assessment,))))


def drop_parked(run: "sqlite3.Connection", assessment: str, note: Parked) -> None:
    """Take one such note out of the parking lot."""
    run.execute(sql.DROP_PARKED, (assessment, assessment, *records.parked_row(note)))


def read(run: "sqlite3.Connection", assessment: str) -> Stored:
    """A whole assessment; the id is known to exist."""
    people = run.execute(sql.RESPONDENTS, (assessment,))
    respondents = {name: records.respondent_of(tuple(row)) for name, *row in people}
    header = records.header_of(run.execute(sql.ASSESSMENT, (assessment,)).fetchone(), respondents)
    return Stored(
        header=header,
        entries=since(run, assessment, 0),
        plan=plan(run, assessment),
        parked=parked(run, assessment),
        owners=owners(run, assessment),
    )


def since(run: "sqlite3.Connection", assessment: str, number: int) -> tuple[Entry, ...]:
    """The entries with higher numbers, oldest first."""
    rows = run.execute(sql.ENTRIES_SINCE, (assessment, number))
    return tuple(records.entry_of(row) for row in rows)


def plan(run: "sqlite3.Connection", assessment: str) -> dict[str, PlanMark]:
    """The last mark of each action, in the order in which the actions were first marked."""
    rows = run.execute(sql.MARKS, (assessment,))
    return {action: records.mark_of(tuple(mark)) for action, *mark in rows}


def summaries(run: "sqlite3.Connection") -> tuple[Summary, ...]:
    """All assessments, those touched last first."""
    people: dict[str, dict[str, Respondent]] = {}
    for assessment, name, *row in run.execute(sql.ALL_RESPONDENTS):
        people.setdefault(assessment, {})[name] = records.respondent_of(tuple(row))
    found = []
    for *row, last_entry, last_mark, answered in run.execute(sql.SUMMARIES):
        header = records.header_of(tuple(row), people.get(row[0], {}))
        written = [records.time_of(at) for at in (last_entry, last_mark) if at is not None]
        summary = Summary(
            header=header,
            touched=max(header.created, *written) if written else header.created,
            last_entry=None if last_entry is None else records.time_of(last_entry),
            answered=answered,
        )
        found.append(summary)
    return tuple(sorted(found, key=lambda one: (one.touched, one.header.id), reverse=True))


def delete(run: "sqlite3.Connection", assessment: str) -> None:
    """Remove an assessment, the wording that no other one uses, and what was written of it."""
    run.execute(
        "PRAGMA secure_delete = ON"
    )  # people's notes are not to be found in the file any more
    for statement in sql.DROP_PARTS:
        run.execute(statement, (assessment,))
    run.execute(sql.DROP_ASSESSMENT, (assessment,))
    run.execute(sql.DROP_UNUSED_WORDING)
    run.execute(sql.DROP_WRITTEN, (writings.of(assessment),))


def refuse_answered(entries: tuple[Entry, ...], newer: tuple[Entry, ...]) -> None:
    """Raise Conflict where one of the items has been answered meanwhile."""
    items = {entry.item for entry in entries}
    theirs = tuple(entry for entry in newer if entry.item in items)
    if not theirs:
        return
    taken = {entry.item for entry in theirs}
    mine = next(entry for entry in entries if entry.item in taken)
    raise Conflict(
        f"Somebody else has answered {mine.item} in the meantime. Your answer is not recorded yet: "
        "choose which of the two to keep.",
        theirs=theirs,
        mine=mine,
    )


def require(run: "sqlite3.Connection", assessment: str) -> None:
    """Raise NotFound where no assessment has exactly this id."""
    if run.execute(sql.KNOWN, (assessment,)).fetchone() is None:
        raise unknown(run, assessment)


def resolve(run: "sqlite3.Connection", written: str) -> str:
    """The id that a person means by an id or by the beginning of one.

    Raises:
        NotFound: no id begins like this, or several do.
    """
    ids = _ids(run)
    if written in ids:
        return written
    begun = [one for one in ids if written and one.startswith(written)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        shown = ", ".join(begun[:5]) + (", …" if len(begun) > 5 else "")
        raise NotFound(
            f"{len(begun)} assessments begin with “{written}”: {shown}. Type more of the id."
        )
    raise unknown(run, written)


def unknown(run: "sqlite3.Connection", written: str) -> NotFound:
    """The error that no assessment has this id."""
    written, ids = records.plain(written), _ids(run)
    if len(written) > _LONGEST:
        written = f"{written[:_LONGEST]}…"
    if not ids:
        return NotFound(f"There is no assessment “{written}”: none has been started here yet.")
    hint = did_you_mean(written, ids) or "“readiness list” shows the ones that are there."
    return NotFound(f"There is no assessment “{written}”. {hint}")


def _ids(run: "sqlite3.Connection") -> list[str]:
    return [row[0] for row in run.execute(sql.IDS)]
