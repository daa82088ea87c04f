"""A conversation bound to the store: what a front end talks to.

Order matters: the dialogue decides, the store keeps, and only then is `Recorded:` said. If the store refuses, the
conversation stays where it was and the answer is still on the screen.
"""

from collections.abc import Sequence
from statistics import median

from msgspec.structs import replace

from readiness.assessment import Session
from readiness.conversation import questions
from readiness.conversation.dialogue import Dialogue
from readiness.conversation.phrases import Phrases
from readiness.conversation.state import Change, Said, State, Step
from readiness.domain.log import Entry
from readiness.errors import Conflict, StoreError
from readiness.loading.phrases import shipped_phrases

USUAL_PACE = 25.0  # seconds for one question, until the person's own pace is known
LONGEST = 240.0  # a longer gap between two answers was a break


class Talk:
    """One conversation about one stored assessment."""

    def __init__(self, session: Session) -> None:
        self.session = session
        library = session.library
        self.say = Phrases(shipped_phrases())
        self.dialogue = Dialogue(
            session.flow,
            self.say,
            library.glossary,
            sources=library.sources,
            name=session.header.agency,
            assessment_id=session.id,
        )
        self.state = State(answers=session.answers)
        self._conflict: tuple[State, Conflict] | None = None

    def begin(self) -> tuple[Said, ...]:
        """The first thing to say."""
        entries = self.session.entries
        self.state, said, _ = self.dialogue.begin(self.session.answers, trail(entries), pace(entries))
        return said

    def hear(self, text: str) -> tuple[Said, ...]:
        """What to say to a text; whatever it leads to is stored before this returns.

        A store that refuses is told as a `problem`: the state stays as it was, so the same text may be sent again.
        """
        if self._conflict is not None:
            return self._choose(*self._conflict, text)
        state, said, changes = self.dialogue.respond(self.state, text)
        try:
            self._store(changes)
        except Conflict as conflict:
            self._conflict = (state, conflict)
            return (Said("problem", self._conflict_text(conflict)),)
        except StoreError as error:
            return (Said("problem", self.say("store_failed", problem=error, answer=text.strip())),)
        self.state = replace(state, pace=pace(self.session.entries))
        return said

    def ask_again(self) -> tuple[Said, ...]:
        """The question that is open, put once more."""
        return self.dialogue.question(self.state)

    def _store(self, changes: Sequence[Change]) -> None:
        for change in changes:
            if change.how == "undo":
                self.session.undo()
            elif change.how == "redo":
                self.session.redo()
            else:
                self.session.record(change.item, change.answer)

    def _conflict_text(self, conflict: Conflict) -> str:
        theirs, mine = conflict.theirs[-1], conflict.mine
        words = {}
        for name, entry in (("theirs", theirs), ("mine", mine)):
            item = self.session.flow.items[entry.item]
            words[name] = questions.answer_label(item, entry.answer, self.say)
        return self.say("not_yours", **words)

    def _choose(self, state: State, conflict: Conflict, text: str) -> tuple[Said, ...]:
        """Which of two answers stays, in the person's words: 1 or theirs, 2 or mine."""
        words = text.strip().lower()
        if words not in ("1", "2", "theirs", "mine", "yours"):
            return (Said("problem", self._conflict_text(conflict)),)
        self._conflict = None
        self.session.refresh()
        mine = conflict.mine
        if words in ("2", "mine", "yours"):
            self.session.record(mine.item, mine.answer)
        item = self.session.flow.items[mine.item]
        self.state = replace(
            state, answers=self.session.answers, trail=trail(self.session.entries)
        )
        kept = questions.answer_label(item, self.session.answers.get(mine.item), self.say)
        key = "recorded" if words in ("2", "mine", "yours") else "kept_theirs"
        return (Said("recorded", self.say(key, label=kept)), *self.ask_again())


def trail(entries: Sequence[Entry]) -> tuple[Step, ...]:
    """What undo would take back, from a log: every entry that stands, with the answer before it."""
    undone = {entry.undoes for entry in entries}
    steps, before = [], {}
    for entry in entries:
        if entry.undoes is None and entry.number not in undone:
            steps.append(Step(entry.item, before.get(entry.item), entry.answer))
        before[entry.item] = entry.answer
    return tuple(steps)


def pace(entries: Sequence[Entry]) -> float:
    """Seconds that one question takes this person, from the times of the log; breaks do not count."""
    gaps = [
        (later.at - earlier.at).total_seconds()
        for earlier, later in zip(entries, entries[1:], strict=False)
    ]
    own = [gap for gap in gaps if 0 < gap < LONGEST]
    return max(5.0, median(own)) if len(own) >= 5 else USUAL_PACE
