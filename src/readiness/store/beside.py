"""What is kept beside the answers and the plan: who holds which role, and the parking lot."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from readiness.domain.log import Parked
from readiness.store import assessments, records

if TYPE_CHECKING:
    from readiness.store.database import Database


class Beside:
    """Part of the store's door; see store.py for what holds of every method."""

    _clock: Callable[[], datetime]

    @property
    def _database(self) -> "Database":
        raise NotImplementedError

    def name_owners(self, assessment_id: str, names: Mapping[str, str]) -> None:
        """Record who holds which role, by role; an empty name takes a role's name away. All of it, or nothing.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.writing() as run:
            assessments.require(run, assessment_id)
            assessments.name_owners(run, assessment_id, names)

    def owners(self, assessment_id: str) -> dict[str, str]:
        """Who holds which role, by role.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        with self._database.reading() as run:
            assessments.require(run, assessment_id)
            return assessments.owners(run, assessment_id)

    def park(self, assessment_id: str, text: str) -> Parked:
        """Put a note into the parking lot.

        Raises:
            NotFound: no assessment has exactly this id.
        """
        note = Parked(text=records.plain(text), at=self._clock())
        with self._database.writing() as run:
            assessments.require(run, assessment_id)
            assessments.add_parked(run, assessment_id, [note])
        return note

    def parked(self, assessment_id: str) -> tuple[Parked, ...]:
        """The parking lot, oldest note first."""
        with self._database.reading() as run:
            return assessments.parked(run, assessment_id)

    def unpark(self, assessment_id: str, note: Parked) -> None:
        """Take a note out of the parking lot for good; nothing happens where it is gone already."""
        with self._database.writing() as run:
            assessments.drop_parked(run, assessment_id, note)
        self._database.forget_deleted()
