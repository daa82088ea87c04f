"""Looking on from another window: which question is open, and nothing else of an assessment.

A conversation keeps its place in the store, in the transaction of each answer; whoever looks on reads it there.
"""

import msgspec

from readiness.assessment.place import Place, place_of
from readiness.assessment.session import open_session
from readiness.domain.questionnaire import Item
from readiness.loading import Library
from readiness.store import Store


class Shown(msgspec.Struct, frozen=True):
    """What somebody who looks on may see: never an answer, a note or a score.

    Attributes:
        agency: whose assessment it is.
        item: the open question; None when all are answered.
        about: the section that it is from.
    """

    agency: str
    item: Item | None
    about: str = ""


class Follower:
    """Reads which question is open, as often as it is asked to; writes nothing.

    Args:
        store: where the assessment is; another process may be writing to it.
        library: today's content, for what the wording of the assessment does not hold.
        assessment_id: the id, or enough of its beginning.

    Raises:
        NotFound: there is no such assessment.
        StoreError: the store cannot be read.
    """

    def __init__(self, store: Store, library: Library, assessment_id: str) -> None:
        self._store = store
        self._session = session = open_session(store, library, assessment_id)
        self.id = session.id
        self._agency = session.header.agency
        self._items = {item.id: item for q in session.questionnaires for item in q.items()}
        self._sections = {s.id: s.title for q in session.questionnaires for s in q.sections}

    def look(self) -> Shown:
        """The question that is open now.

        Raises:
            NotFound: the assessment is gone.
            StoreError: the store cannot be read just now.
        """
        kept = self._store.talk(self.id)
        place = (None if kept is None else place_of(kept)) or self._next()
        item = self._items.get(place.item) if place.item else None
        return Shown(self._agency, item, self._sections.get(item.section, "") if item else "")

    def _next(self) -> Place:
        """Nobody has talked about it yet, or not with this version: the question that would come next."""
        self._session.refresh()
        item = self._session.next_item()
        return Place(item.id if item else None)
