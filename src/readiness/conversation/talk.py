"""A conversation bound to the store: what a front end talks to.

Order matters: the dialogue decides, the store keeps, and only then is `Recorded:` said. If the store refuses, the
conversation stays where it was and the answer is still on the screen.
"""

import re
from collections.abc import Sequence
from contextlib import suppress

import msgspec
from msgspec.structs import replace

from readiness.assessment import Session
from readiness.assessment.place import Place
from readiness.conversation import keeping, questions
from readiness.conversation.commands import NO_ITEM
from readiness.conversation.dialogue import Dialogue
from readiness.conversation.interpret import interpret
from readiness.conversation.phrases import Phrases
from readiness.conversation.state import Change, Marked, Named, Reply, Said, State
from readiness.conversation.trails import pace, taken_back, trail
from readiness.domain.carrying import carried
from readiness.domain.log import Entry
from readiness.errors import Conflict, NotFound, StoreError
from readiness.loading import shipped_phrases

THEIRS = frozenset({"1", "theirs"})
MINE = frozenset({"2", "mine", "yours"})


class Contest(msgspec.Struct, frozen=True):
    """An answer that was refused because somebody else answered meanwhile, until the person chooses.

    Attributes:
        state: the conversation if the answer had been kept.
        said: what was about to be said.
    """

    conflict: Conflict
    state: State
    said: tuple[Said, ...]

    @property
    def theirs(self) -> Entry:
        """The answer that is in the store."""
        return self.conflict.theirs[-1]  # type: ignore[return-value]  # floor 0 knows no entries

    @property
    def mine(self) -> Entry:
        """The answer that was refused."""
        return self.conflict.mine  # type: ignore[return-value]


class Talk:
    """One conversation about one stored assessment.

    Args:
        session: the assessment.
        closings: whether a line is said at the end of each section.
    """

    def __init__(self, session: Session, *, closings: bool = True) -> None:
        self.session = session
        library = session.library
        self.say = Phrases(shipped_phrases())
        self.dialogue = Dialogue(
            session.flow,
            self.say,
            library.glossary,
            sources=library.sources,
            assessment=session.assessment,
            assessment_id=session.id,
            today=session.today,
            closings=closings,
        )
        self.state = State(answers=session.answers, marks=session.marks, owners=session.owners)
        self.draft = ""  # what is typed and not sent; kept with the rest
        self._seen = 0  # the number of the last entry that the state knows
        self._kept: Place | None = None  # where it is, as that is in the store
        self._contest: Contest | None = None

    @property
    def in_conflict(self) -> bool:
        """Whether somebody else answered meanwhile, and it is open which answer stays."""
        return self._contest is not None

    @property
    def at_the_close(self) -> bool:
        """Whether only names, dates, causes and notes are being settled: whoever leaves now has finished."""
        pending = self.state.pending
        return pending is not None and pending.at_the_close

    def begin(self) -> tuple[Said, ...]:
        """The first thing to say; to somebody who comes back, with what was being asked when they left."""
        session, entries, place = self.session, self.session.entries, None
        with suppress(StoreError, NotFound):
            place = session.place
        state, said, _ = self.dialogue.begin(
            session.answers,
            trail(entries),
            pace(entries),
            session.marks,
            place.seen if place else {},
            session.owners,
            carried=carried(entries),
        )
        self.state = replace(state, taken_back=taken_back(entries))
        self._seen = entries[-1].number if entries else 0
        self._kept = place
        if place is not None:
            self.state, self.draft = keeping.restored(self.dialogue, self.state, place, entries)
            said = keeping.greeting(self.dialogue, self.state, carried(entries))
        self._keep_place()
        return said

    def keep_draft(self, draft: str) -> None:
        """Keep what is typed and not sent, for somebody who leaves; empty for nothing."""
        self.draft = draft
        self._keep_place()

    def hear(self, text: str) -> tuple[Said, ...]:
        """What to say to a text; whatever it leads to is stored before this returns.

        A store that refuses is told as a `problem`: the state stays as it was, so the same text may be sent again.
        """
        if self._contest is not None:
            return self._choose(self._contest, text)
        # The plan may have been changed elsewhere meanwhile, on a screen of its own.
        self.state = replace(self.state, marks=self.session.marks, owners=self.session.owners)
        return self._take(self.dialogue.respond(self.state, text), text)

    def note(self, item_id: str, text: str) -> tuple[Said, ...]:
        """Keep a note with a question, and stay where the conversation is; else as `hear`."""
        return self._take(self.dialogue.note(self.state, item_id, text), text)

    def _take(self, reply: Reply, text: str) -> tuple[Said, ...]:
        known = len(self.session.entries)
        state, said, changes = reply
        try:
            self._store(changes, state)
        except Conflict as conflict:
            return self._contested(Contest(conflict, state, said))
        except StoreError as error:
            return (Said("problem", self.say("store_failed", problem=error, answer=text.strip())),)
        mine = sum(isinstance(change, Change) for change in changes)
        theirs = self.session.entries[known : len(self.session.entries) - mine]
        return self._go_on(state, said, theirs)

    def look_again(self) -> tuple[Said, ...]:
        """Take in what was stored elsewhere meanwhile, such as on another screen; what to say to that, if anything.

        Raises:
            StoreError: the store cannot be read.
        """
        theirs = self.session.refresh()
        # Every turn writes what was decided about notes: what a screen of its own has added must be among it.
        place = self.session.place
        seen = {**self.state.seen, **(place.seen if place else {})}
        self.state = replace(self.state, seen=seen)
        if not theirs or self._contest is not None:
            return ()
        said = self._go_on(self.state, (), theirs)
        waits = self.state.pending
        return said or (
            (Said("reply", waits.asked),) if waits else self.dialogue.question(self.state)
        )

    def leave(self) -> tuple[Said, ...]:
        """What to say to somebody who leaves in the middle: where it goes on, and which of two answers stays."""
        pause = Said("closing", self.say("pause", id=self.session.id))
        if self._contest is None:
            return (pause,)
        kept = self.say("kept_theirs", label=self._answer(self._contest.theirs))
        self._contest = None
        return Said("recorded", kept), pause

    def visit(self, item_id: str) -> tuple[Said, ...]:
        """Go to a question out of a list of all; once it is dealt with, the conversation is where it was.

        Raises:
            StoreError: the store cannot be read.
        """
        theirs = self.session.refresh()
        if theirs:
            self._go_on(self.state, (), theirs)
        self.state, said = self.dialogue.visit(self.state, item_id)
        self._keep_place()
        return said

    def turn_back(self) -> tuple[Said, ...]:
        """Back from such a question to where the conversation was, with nothing changed."""
        self.state, said = self.dialogue.turn_back(self.state)
        self._keep_place()
        return said

    def _store(self, changes: Sequence[Change | Marked | Named], state: State) -> None:
        """Store what a turn leads to, and the conversation after it with it: one write for one change."""
        self.session.name_owners({c.role: c.name for c in changes if isinstance(c, Named)})
        marks = {c.action: c.mark for c in changes if isinstance(c, Marked)}
        answers = [change for change in changes if isinstance(change, Change)]
        place = self._place(state, len(answers))
        if marks:
            self.session.mark(marks, None if answers else place)
        for change in answers:
            if change.how == "undo":
                self.session.undo(place)
            elif change.how == "redo":
                self.session.redo(place)
            else:
                self.session.record(change.item, change.answer, place=place)
        if changes:
            self._kept = place

    def _place(self, state: State, more: int = 0) -> Place:
        """Where a conversation stands, after the entries that it knows and so many more."""
        return keeping.place_in(state, self._seen + more, self.draft)

    def _keep_place(self) -> None:
        """Keep where the conversation is, where no answer has carried it into the store already.

        A store that refuses this is not told of: nothing that anybody said waits for it, and the next answer will tell.
        """
        place = self._place(self.state)
        if place != self._kept:
            with suppress(StoreError, NotFound):
                self.session.keep_place(place)
                self._kept = place

    def _go_on(
        self, state: State, said: tuple[Said, ...], theirs: Sequence[Entry]
    ) -> tuple[Said, ...]:
        """Take over a new state, and what others stored meanwhile: what they answered is not asked again."""
        entries, others = self.session.entries, self.session.theirs
        self._seen = entries[-1].number if entries else 0
        state = replace(state, pace=pace(entries))
        if theirs:
            state = replace(
                state,
                answers=self.session.answers,
                trail=trail(entries, others),
                taken_back=taken_back(entries, others),
            )
            asked_next = state.item if state.pending is None else None
            answered = asked_next and not self.dialogue.waits(state, asked_next)
            if answered and asked_next in {entry.item for entry in theirs}:
                state, more = self.dialogue.advance(state, asked_next)
                said = (*(each for each in said if each.kind != "question"), *more)
        self.state = state
        self._keep_place()
        return said

    def _contested(self, contest: Contest) -> tuple[Said, ...]:
        """Show both answers; or go on, when they are the same."""
        if contest.theirs.answer == contest.mine.answer:
            self._contest = None
            return self._go_on(contest.state, contest.said, self.session.refresh())
        self._contest = contest
        words = {"theirs": self._answer(contest.theirs), "mine": self._answer(contest.mine)}
        return (Said("problem", self.say("not_yours", **words)),)

    def _answer(self, entry: Entry) -> str:
        item = self.session.flow.items[entry.item]
        label = questions.answer_label(item, entry.answer, self.say)
        return f"{label} (“{entry.answer.note}”)" if entry.answer and entry.answer.note else label

    def _choose(self, contest: Contest, text: str) -> tuple[Said, ...]:
        """Which of two answers stays, in the person's words: 1 or theirs, 2 or mine."""
        words = set(re.findall("[a-z]+|[0-9]+", text.lower()))
        keep_mine = bool(words & MINE)
        if keep_mine == bool(words & THEIRS):
            if interpret(text, NO_ITEM).command != "pause":
                return self._contested(contest)
            self.state = replace(self.state, mood="paused")
            return self.leave()
        try:
            theirs = self.session.refresh()
            newest = [entry for entry in theirs if entry.item == contest.mine.item][-1:]
            if newest and newest[0].number != contest.theirs.number:
                # Answered once more: nobody chooses against an answer that they have not seen.
                newer = Conflict(str(contest.conflict), theirs=tuple(newest), mine=contest.mine)
                return self._contested(Contest(newer, contest.state, contest.said))
            if keep_mine:
                self.session.record(contest.mine.item, contest.mine.answer)
        except Conflict as again:
            return self._contested(Contest(again, contest.state, contest.said))
        except StoreError as error:
            return (Said("problem", self.say("store_failed", problem=error, answer=text.strip())),)
        self._contest = None
        if keep_mine:
            return self._go_on(contest.state, contest.said, self.session.entries)
        return self._kept_theirs(contest)

    def _kept_theirs(self, contest: Contest) -> tuple[Said, ...]:
        item = contest.mine.item
        state = replace(contest.state, answers=self.session.answers, pending=None, mood="open")
        state, more = self.dialogue.advance(state, item)
        kept = Said("recorded", self.say("kept_theirs", label=self._answer(contest.theirs)))
        return self._go_on(state, (kept, *more), self.session.entries)
