"""What was written last: the text of each report that was handed over, so that edits can be told from it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from readiness.store import records, sql

if TYPE_CHECKING:
    from readiness.store.database import Database


class Writings:
    """Part of the store's door; see store.py for what holds of every method."""

    _clock: Callable[[], datetime]

    @property
    def _database(self) -> "Database":
        raise NotImplementedError

    def remember(self, digest: str, text: str) -> None:
        """Keep a text that was written, under its digest."""
        with self._database.writing() as run:
            row = (records.plain(digest), records.plain(text), records.time_text(self._clock()))
            run.execute(sql.REMEMBER, row)

    def written(self, digest: str) -> str | None:
        """The text of that digest; None where it was not written with this store."""
        with self._database.reading() as run:
            row = run.execute(sql.WRITTEN, (records.plain(digest),)).fetchone()
            return None if row is None else str(row[0])


def of(assessment: str) -> str:
    """A pattern for the texts of an assessment, by the comment that a report ends with (reports/living/stamp.py)."""
    mark = f"<!-- readiness: {quote(assessment, safe='')} ·"
    for sign in "!%_":
        mark = mark.replace(sign, f"!{sign}")
    return f"%{mark}%"
