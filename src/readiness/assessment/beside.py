"""What belongs to an assessment beside its answers: who holds which role, and the parking lot."""

from collections.abc import Mapping

from readiness.domain.log import Parked
from readiness.store import Header, Store


class Beside:
    """Part of a session; see session.py.

    Attributes:
        owners: who holds which role in the plan, by role, as this session last saw it.
    """

    _store: Store
    header: Header
    owners: Mapping[str, str]

    def name_owners(self, names: Mapping[str, str]) -> None:
        """Store who holds which role, by role; an empty name takes a role's name away.

        Raises:
            StoreError: the store cannot be written. Nothing was stored.
        """
        if names:
            self._store.name_owners(self.header.id, names)
            self.owners = self._store.owners(self.header.id)

    @property
    def parked(self) -> tuple[Parked, ...]:
        """What was set aside to talk about later, oldest first, as it is in the store now."""
        return self._store.parked(self.header.id)

    def park(self, text: str) -> Parked:
        """Set something aside to talk about later. It is private, and stands in no report."""
        return self._store.park(self.header.id, text)

    def unpark(self, note: Parked) -> None:
        """Take something out of the parking lot for good."""
        self._store.unpark(self.header.id, note)
