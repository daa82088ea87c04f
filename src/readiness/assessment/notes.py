"""Notes and answers to open questions: which of them a report carries, and how they read.

Every change is an answer in the log: durable before anything else happens, and undo takes it back.
"""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from readiness.assessment.place import Place
from readiness.assessment.session import Session
from readiness.domain.answers import Answer
from readiness.domain.sharing import Told, Watch, marks_of, reworded, told, undecided
from readiness.loading import shipped_lexicon


@cache
def watch() -> Watch:
    """The words to point out, from the shipped lexicon."""
    lexicon = shipped_lexicon()
    return Watch(lexicon.names, lexicon.health, lexicon.dropped)


class Notes:
    """What was written in own words in one assessment.

    Every method that changes something raises StoreError where the store cannot be written, and Conflict where another
    process answered the same item meanwhile; nothing is stored then.

    Args:
        session: the assessment.
    """

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def all(self) -> tuple[Told, ...]:
        """Everything, in the order of asking."""
        return told(self.session.asked(), self.session.answers, watch())

    @property
    def unseen(self) -> tuple[Told, ...]:
        """What a report would carry that nobody has decided on as it stands."""
        place = self.session.place
        found = undecided(self.all, place.seen if place else {})
        return tuple(each for each in found if each.carried)

    def share(self, item_id: str, on: bool) -> bool:
        """Put something into reports, or leave it out; False for a reason, which is printed in any case."""
        answer = self.session.answers[item_id]
        if any(each.item.id == item_id and each.how == "reason" for each in self.all):
            return False
        self._record(item_id, replace(answer, share=on))
        return True

    def reword(self, item_id: str, text: str) -> None:
        """Put other words in place of what was written; a report that carried it carries them."""
        item = self.session.flow.items[item_id]
        self._record(item_id, reworded(item, self.session.answers[item_id], text))

    def see(self, found: Sequence[Told]) -> None:
        """Remember that somebody has decided on some as they stand."""
        self.session.keep_place(self._seeing(found))

    def _record(self, item_id: str, answer: Answer) -> None:
        item = self.session.flow.items[item_id]
        after = told({item_id: item}, {item_id: answer}, watch())
        self.session.record(item_id, answer, place=self._seeing(after))

    def _seeing(self, found: Sequence[Told]) -> Place:
        """The place of the conversation, wherever it is, with the marks of some more."""
        place = self.session.place
        if place is None:
            waiting = self.session.next_item()
            place = Place(waiting.id if waiting else None)
        return replace(place, seen={**place.seen, **marks_of(found)})
