"""What a text means while something that was asked back waits for its reply."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import commands, noting, questions, settling
from readiness.conversation.replying import Replying
from readiness.conversation.state import (
    AT_THE_CLOSE,
    NOTING,
    Change,
    Pending,
    Reply,
    Said,
    State,
    Step,
)
from readiness.domain.answers import Answer
from readiness.domain.questionnaire import Item

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

REASON_LEFT_OUT = frozenset(("skip", "/skip", "no", "none", "-"))


def replied(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    """What a text means while something waits for a reply; anything else than a reply is heard as usual."""
    if pending.kind == "revisit":
        return settling.revisited(talk, state, pending, text)
    if pending.kind in AT_THE_CLOSE:
        return settling.heard(talk, state, pending, text)
    if pending.kind in NOTING:
        return noting.heard(talk, state, pending, text)
    item = talk.flow.items[pending.item]
    if pending.kind == "reason":
        return _reason(talk, state, item, text)
    return Replying(talk, state, item, pending).hear(text)


def _reason(talk: "Dialogue", state: State, item: Item, text: str) -> Reply:
    if text.strip().lower() in REASON_LEFT_OUT or not text.strip():
        moved, said = talk.advance(replace(state, pending=None), item.id)
        return moved, said, ()
    reading = talk.interpret(text, item)
    if reading.outcome == "command":
        return commands.obey(talk, state, reading)
    state = replace(state, pending=None)
    if reading.outcome == "accepted" and not reading.note and len(text.split()) <= 2:
        # An option by its number or label: not a reason, but another answer.
        return talk.record(state, item, Answer(questions.to_value(reading.value)))
    answer = replace(state.answers[item.id], note=text.strip())
    step = Step(item.id, state.answers[item.id], answer)
    state = replace(state, answers={**state.answers, item.id: answer}, trail=(*state.trail, step))
    moved, said = talk.advance(state, item.id)
    thanks = Said("recorded", talk.say("reason_noted"))
    return moved, (thanks, *said), (Change(item.id, answer),)
