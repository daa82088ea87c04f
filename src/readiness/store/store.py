"""The one door to what was stored."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from readiness.domain.answers import Answer
from readiness.domain.log import Entry, PlanMark
from readiness.errors import StoreError
from readiness.store import assessments, importing, records, sql
from readiness.store.beside import Beside
from readiness.store.model import Draft, Header, Outcome, Stored, Summary
from readiness.store.writings import Writings

if TYPE_CHECKING:
    from readiness.store.database import Database


class Store(Beside, Writings):
    """Assessments in one file.

    Opens on first use: makes the folder (0700) and the file (0600), and brings an older file up to date. What a
    writing method was given is on the disk when it returns. Threads may share one; processes may share the file. Every
    method raises StoreError: StoreTooNew, StoreDamaged or StoreUnwritable, each with a sentence for people. After any
    error the store is as it was before the call, and the call can be repeated.

    Args:
        clock: the time now, with its zone.
        patience: how long to wait for another process that is writing, in seconds.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime], *, patience: float = 5.0) -> None:
        self.path = path
        self._clock = clock
        self._patience = patience
        self._opening = Lock()
        self._opened: Database | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now(self) -> datetime:
        """The time that entries are stored with."""
        return self._clock()

    def close(self) -> None:
        """Close the file; using the store again opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @property
    def _database(self) -> "Database":
        with self._opening:
            if self._opened is None:
                from readiness.store.database import Database  # SQLite costs time to import

                self._opened = Database(self.path, self._patience)
            return self._opened

    # Whole assessments

    def create(
        self, header: Header, wording: Mapping[str, str], entries: Iterable[Entry] = ()
    ) -> None:
        """Begin an assessment.

        Args:
            header: with an id that no other assessment has.
            wording: the questionnaires as they are asked, source text by file name.
            entries: what its log begins with, numbered from 1.

        Raises:
            StoreError: its id is taken.
        """
        with self._database.writing() as run:
            if run.execute(sql.KNOWN, (header.id,)).fetchone() is not None:
                raise StoreError(f"The id {header.id} is taken by another assessment.")
            assessments.insert(run, header, wording)
            assessments.add_entries(run, header.id, entries)

    def list(self) -> tuple[Summary, ...]:
        """All assessments, those touched last first."""
        with self._database.reading() as run:
            return assessments.summaries(run)

    def resolve(self, id_or_prefix: str) -> str:
        """The id that a person means by an id or by the beginning of one.

        Raises:
            NotFound: no id begins like this, or several do; with the nearest or with those that fit.
        """
        with self._database.reading() as run:
            return assessments.resolve(run, id_or_prefix)

    def load(self, id_or_prefix: str) -> Stored:
        """An assessment with its log and its plan, as of one moment.

        Raises:
            NotFound: as `resolve` says.
        """
        with self._database.reading() as run:
            return assessments.read(run, assessments.resolve(run, id_or_prefix))

    def wording(self, id_or_prefix: str) -> dict[str, str]:
        """The questionnaires of an assessment as they were asked, source text by file name.

        Raises:
            NotFound: as `resolve` says.
        """
        with self._database.reading() as run:
            found = assessments.resolve(run, id_or_prefix)
            return dict(run.execute(sql.WORDING, (found,)).fetchall())

    def restore(self, stored: Stored, wording: Mapping[str, str]) -> Outcome:
        """Bring in an assessment from another machine; all of it, or nothing.

        A known one gets the entries, respondents, plan marks, parked notes and names of roles that it does not have
        yet; its header and its wording stay as they are. A file that is behind the store changes nothing.

        Returns:
            `new`, `same` (nothing was missing here) or `extended`.

        Raises:
            InvalidInput: no id, or the numbers of the log do not run 1, 2, 3 …
            Conflict: the store and the file have each had entries of their own.
        """
        importing.check(stored)
        with self._database.writing() as run:
            return importing.restore(run, stored, wording, self._clock())

    def delete(self, assessment_id: str) -> None:
        """Remove an assessment for good, with the wording that no other one uses and what was written of it.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.writing() as run:
            assessments.require(run, assessment_id)
            assessments.delete(run, assessment_id)
        self._database.forget_deleted()

    def choose_sections(self, assessment_id: str, sections: Iterable[str]) -> None:
        """Keep which sections are asked, and in which order; none means all.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.writing() as run:
            assessments.require(run, assessment_id)
            kept = records.sections_text([records.plain(each) for each in sections])
            run.execute(sql.CHOOSE_SECTIONS, (kept, assessment_id))

    # The log

    def append(
        self,
        assessment_id: str,
        *,
        item: str,
        answer: Answer | None,
        wording: str,
        respondent: str,
        seen: int,
        undoes: int | None = None,
        talk: str | None = None,
    ) -> Entry:
        """Record one answer; see `append_all`."""
        draft = Draft(
            item=item, answer=answer, wording=wording, respondent=respondent, undoes=undoes
        )
        return self.append_all(assessment_id, [draft], seen=seen, talk=talk)[0]

    def append_all(
        self, assessment_id: str, drafts: Iterable[Draft], *, seen: int, talk: str | None = None
    ) -> tuple[Entry, ...]:
        """Record several answers in one transaction: all of them, or none.

        Args:
            assessment_id: the whole id.
            drafts: in the order in which they were said.
            seen: the number of the last entry that the asker knew; 0 for none. Newer entries of other items do no harm.
            talk: the state of the conversation after these answers, kept in the same transaction.

        Returns:
            The entries as recorded, with their numbers and times.

        Raises:
            NotFound: no assessment has exactly this id.
            Conflict: one of the items has an entry newer than `seen`; `theirs` holds all such entries, `mine` the first
                refused one.
        """
        with self._database.writing() as run:
            row = run.execute(sql.LAST_NUMBER, (assessment_id,)).fetchone()
            if row is None:
                raise assessments.unknown(run, assessment_id)
            last, now = row[0] or 0, self._clock()
            entries = tuple(
                draft.entry(number, now) for number, draft in enumerate(drafts, start=last + 1)
            )
            if last > seen:
                assessments.refuse_answered(entries, assessments.since(run, assessment_id, seen))
            assessments.add_entries(run, assessment_id, entries)
            if talk is not None:
                run.execute(sql.SAVE_TALK, (assessment_id, records.plain(talk)))
        return entries

    def since(self, assessment_id: str, number: int) -> tuple[Entry, ...]:
        """The entries after that number, oldest first.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.reading() as run:
            assessments.require(run, assessment_id)
            return assessments.since(run, assessment_id, number)

    # Plan and conversation; for roles and the parking lot see beside.py

    def mark(self, assessment_id: str, action_id: str, mark: PlanMark) -> None:
        """Record what people decided about an action; the last mark of an action stands.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        self.mark_all(assessment_id, {action_id: mark})

    def mark_all(
        self, assessment_id: str, marks: Mapping[str, PlanMark], *, talk: str | None = None
    ) -> None:
        """Record what people decided about several actions, and the conversation after it: all of it, or nothing.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.writing() as run:
            assessments.require(run, assessment_id)
            assessments.add_marks(run, assessment_id, marks, self._clock())
            if talk is not None:
                run.execute(sql.SAVE_TALK, (assessment_id, records.plain(talk)))

    def marks(self, assessment_id: str) -> dict[str, PlanMark]:
        """The marks that stand now, by the id of what was marked.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.reading() as run:
            assessments.require(run, assessment_id)
            return assessments.plan(run, assessment_id)

    def save_talk(self, assessment_id: str, state: str) -> None:
        """Keep the state of the conversation, whatever it is made of.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.writing() as run:
            assessments.require(run, assessment_id)
            run.execute(sql.SAVE_TALK, (assessment_id, records.plain(state)))

    def talk(self, assessment_id: str) -> str | None:
        """The state of the conversation that was kept last; None if none was.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.reading() as run:
            assessments.require(run, assessment_id)
            row = run.execute(sql.TALK, (assessment_id,)).fetchone()
            return None if row is None else str(row[0])
