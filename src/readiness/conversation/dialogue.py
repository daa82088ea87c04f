"""The conversation without a screen: hear a text, decide what to say and what to record.

`Dialogue.respond` is a pure function of the state and the text; what it wants recorded comes back as changes, and
`recorded` may be said only after they are stored.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from readiness.conversation import (
    closing,
    commands,
    confirming,
    greeting,
    noting,
    questions,
    replying,
)
from readiness.conversation.interpret import interpret
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.phrases import Phrases
from readiness.conversation.search import Search
from readiness.conversation.state import Change, Detour, Pending, Reply, Said, State, Step
from readiness.domain.answers import Answer, Answers, Assessment, Missing, Scope, is_open, revised
from readiness.domain.carrying import Origin
from readiness.domain.content import Sources, Term
from readiness.domain.flow import FOLLOW_UP, Flow
from readiness.domain.marks import Marks
from readiness.domain.owners import Owners
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.reports.words import listed


class Dialogue:
    """A conversation about one way through some questionnaires.

    Args:
        flow: what is asked, and in which order.
        say: what the chatbot says, by key.
        terms: the glossary.
        sources: where things are from.
        assessment: whose it is; its answers are those of the state.
        assessment_id: how to go on with it later.
        today: completes dates that are typed without a year.
        closings: whether a line is said at the end of each section.
    """

    def __init__(
        self,
        flow: Flow,
        say: Phrases,
        terms: Sequence[Term],
        *,
        sources: Sources,
        assessment: Assessment,
        assessment_id: str = "",
        today: Callable[[], date] = date.today,
        closings: bool = True,
    ) -> None:
        self.flow = flow
        self.say = say
        self.assessment = assessment
        self.today = today
        self.assessment_id = assessment_id
        self.closings = closings
        self.search = Search(flow.questionnaires, terms)
        self._sources = sources

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """What it is about."""
        return self.flow.questionnaires

    @property
    def name(self) -> str:
        """What the greeting calls the agency."""
        return self.assessment.agency

    @property
    def scope(self) -> Scope:
        """Whether everything is asked, or the quick items only."""
        return self.flow.scope

    @property
    def is_follow_up(self) -> bool:
        """Whether it is about a round after another one."""
        return FOLLOW_UP in self.assessment.questionnaires

    def source_of(self, source_ids: Sequence[str]) -> str:
        """Where something is from, as people read it."""
        found = [(i, self._sources.find(i)) for i in source_ids]
        return listed([source.title if source else i for i, source in found])

    def begin(
        self,
        answers: Answers,
        trail: Sequence[Step] = (),
        pace: float = 25.0,
        marks: Marks | None = None,
        seen: Mapping[str, str] | None = None,
        owners: Owners | None = None,
        *,
        carried: Mapping[str, Origin] | None = None,
    ) -> Reply:
        """The first thing to say, to somebody new or to somebody who comes back."""
        state = State(answers=answers, trail=tuple(trail), pace=pace, marks=marks or {})
        state = replace(state, seen=seen or {}, owners=owners or {})
        asked = self.flow.asked(answers)
        waiting = next((item for item in asked.values() if self.waits(state, item.id)), None)
        state = replace(state, item=waiting.id if waiting else None)
        hello = greeting.greeting(self, state, carried or {})
        return state, (hello, *self.question(state)), ()

    def respond(self, state: State, text: str) -> Reply:
        """What a text leads to: the new state, what to say, and what to record first."""
        state = replace(state, turns=state.turns + 1, mood="open")
        if state.pending is not None:
            return self._on_the_way(confirming.replied(self, state, state.pending, text))
        return self._on_the_way(self.heard(state, text))

    def _on_the_way(self, reply: Reply) -> Reply:
        """An answer may call other questions in, or the open one off: then the next open one is asked."""
        state, said, changes = reply
        asked = self.flow.asked(state.answers)
        if not changes or state.pending is not None or state.mood != "open" or state.item in asked:
            return reply
        waiting = next((item_id for item_id in asked if self.waits(state, item_id)), None)
        if waiting == state.item:
            return reply
        state = replace(state, item=waiting)
        return state, (*said, *self.question(state)), changes

    def interpret(self, text: str, item: Item) -> Interpretation:
        """What a text means today."""
        return interpret(text, item, today=self.today())

    def question(self, state: State) -> tuple[Said, ...]:
        """The question that is being asked now; empty when there is none."""
        if state.item is None:
            return ()
        item = self.flow.items[state.item]
        asked = list(self.flow.asked(state.answers))
        number = asked.index(item.id) + 1 if item.id in asked else len(asked)
        head = self.say(
            "question_head", number=number, total=len(asked), stretch=self.stretch_of(item.id).title
        )
        lines = [head, item.ask]
        if is_open(state.answers.get(item.id)):
            if item.id in state.answers:
                lines.append(self.say("note_kept", note=state.answers[item.id].note))
        else:
            label = questions.answer_label(item, state.answers[item.id], self.say)
            lines.append(self.say("answer_now", label=label))
        lines.append(questions.how_to_answer(item, self.say))
        return (Said("question", "\n".join(lines), item.id),)

    def stretch_of(self, item_id: str) -> closing.Stretch:
        """The section, or the gates of one moment, that an item is asked in."""
        return next(s for s in self.flow.stretches if any(i.id == item_id for i in s.items))

    def note(self, state: State, item_id: str, text: str) -> Reply:
        """Keep a note with any question that is asked; the conversation stays where it is."""
        return commands.answering.note_to(self, state, self.flow.items[item_id], text.strip())

    def record(
        self, state: State, item: Item, answer: Answer, text: str = "", *, move_on: bool = True
    ) -> Reply:
        """Record an answer, say so (or say a text of one's own), and go on to what comes next."""
        before = state.answers.get(item.id)
        state = replace(
            state,
            answers={**state.answers, item.id: answer},
            trail=(*state.trail, Step(item.id, before, answer)),
            taken_back=(),
            pending=None,
        )
        said = [Said("recorded", text) if text else self._recorded(item, answer, state)]
        if item.gate and answer.value is Missing.NOT_APPLICABLE:
            if not answer.note:
                wanted = self.say("reason_wanted")
                pending = Pending(kind="reason", item=item.id, asked=wanted)
                said.append(Said("reply", wanted))
                return replace(state, pending=pending), tuple(said), (Change(item.id, answer),)
            said.append(Said("reply", self.say("reason_printed")))
        if not move_on:
            return state, tuple(said), (Change(item.id, answer),)
        state, more = self.advance(state, item.id)
        return state, (*said, *more), (Change(item.id, answer),)

    def advance(self, state: State, after: str) -> tuple[State, tuple[Said, ...]]:
        """Go on from an item to the next one without an answer, closing what was finished on the way."""
        if state.detour is not None:
            return self.turn_back(state, after)
        # Sections were closed before what is open is gone through once more.
        closed = bool(state.again)
        state = replace(state, item=self._waiting(state, after), again=_without(state, after))
        said = () if closed else closing.of_stretch(self, state, after)
        if state.item is None:
            ended, more = closing.at_the_end(self, state)
            return ended, (*said, *more)
        return state, (*said, *self.question(state))

    def visit(self, state: State, item_id: str) -> tuple[State, tuple[Said, ...]]:
        """Go to a question out of a list of all; once it is dealt with, the conversation is where it was."""
        detour = state.detour or Detour(state.item, state.pending)
        state = replace(state, item=item_id, pending=None, detour=detour, mood="open")
        return state, self.question(state)

    def turn_back(self, state: State, after: str | None = None) -> tuple[State, tuple[Said, ...]]:
        """From such a question to the one before it, or to what is still open; nothing is closed by it.

        Args:
            state: on a detour.
            after: the item that was dealt with; None for none.
        """
        detour = state.detour or Detour(None)
        same = detour.item != after and detour.item in self.flow.asked(state.answers)
        item = detour.item if same else self._waiting(state, after)
        at_the_close = detour.item is None and item is None
        waits = detour.pending if same or at_the_close else None
        again = _without(state, after)
        state = replace(state, item=item, pending=waits, detour=None, again=again)
        return state, (Said("reply", waits.asked),) if waits else self.question(state)

    def _waiting(self, state: State, after: str | None) -> str | None:
        """What is gone through once more, else the next item without an answer, then round; None when that is all."""
        asked = list(self.flow.asked(state.answers))
        again = next((i for i in _without(state, after) if i in asked), None)
        if again is not None:
            return again
        start = asked.index(after) + 1 if after in asked else 0
        return next((i for i in asked[start:] + asked[:start] if self.waits(state, i)), None)

    def waits(self, state: State, item_id: str) -> bool:
        """Whether a question has to be asked yet: it has no answer, and was not passed on with only a note."""
        return item_id not in state.left and is_open(state.answers.get(item_id))

    def heard(self, state: State, text: str) -> Reply:
        """What a text leads to where nothing waits for a reply."""
        item = self.flow.items[state.item] if state.item else None
        reading = self.interpret(text, item or commands.NO_ITEM)
        if noting.meant(reading, text):
            return noting.review(self, state)
        if reading.outcome == "command":
            return commands.obey(self, state, reading)
        if item is None:
            return (
                state,
                (
                    Said(
                        "reply",
                        self.say("progress_complete", total=len(self.flow.asked(state.answers))),
                    ),
                ),
                (),
            )
        return self._read(state, item, reading, text)

    def _read(self, state: State, item: Item, reading: Interpretation, text: str) -> Reply:
        if reading.outcome == "accepted" and reading.value is not None:
            answer = Answer(questions.to_value(reading.value), note=reading.note or "")
            return self.record(state, item, self.kept(state, item, answer))
        if reading.outcome == "confirm":
            return replying.asked_back(self, state, item, reading, text)
        return state, (Said("reply", questions.unclear(item, self.say, state.turns)),), ()

    def kept(self, state: State, item: Item, answer: Answer) -> Answer:
        """A new answer with what stays of the one before; a reason that is printed stands alone, without old notes."""
        if item.gate and answer.value is Missing.NOT_APPLICABLE:
            return answer
        fresh = revised(state.answers.get(item.id), answer)
        # What was come back to needs no mark any more.
        return replace(fresh, flag=False) if item.id in state.again else fresh

    def _recorded(self, item: Item, answer: Answer, state: State) -> Said:
        label = questions.answer_label(item, answer, self.say)
        if answer.value is Missing.SKIPPED:
            return Said("recorded", self.say("skipped"))
        key = "recorded_note" if answer.note else "recorded"
        return Said("recorded", self.say(key, state.turns, label=label, note=answer.note))


def _without(state: State, after: str | None) -> tuple[str, ...]:
    """What is still to be gone through once more, after an item."""
    return tuple(item_id for item_id in state.again if item_id != after)
