"""Asking back, and what the reply to that means. A guess is never recorded: somebody has to say which."""

from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import commands, noting, questions, settling
from readiness.conversation.interpretation import Interpretation
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
from readiness.loading import shipped_lexicon
from readiness.reports.words import listed

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

TELLING = 5  # words: a text longer than this says more than the option, and is kept with it
REASON_LEFT_OUT = frozenset(("skip", "/skip", "no", "none", "-"))


def asked_back(
    talk: "Dialogue", state: State, item: Item, reading: Interpretation, text: str
) -> Reply:
    """Ask which of two readings it was, or whether the one was meant."""
    pending = _pending(item, reading, text)
    if pending.kind == "value":
        first = questions.label_of(item, pending.value.value, talk.say) if pending.value else ""
        shown = [first]
        key = "confirm_value"
    else:
        shown = questions.labels(item, pending.candidates, talk.say)
        key = "confirm_one" if len(shown) == 1 else "confirm_two"
    if reading.command:
        said = talk.say("confirm_command", command=reading.command, first=shown[0])
    else:
        words = dict(zip(("first", "second"), shown, strict=False))
        said = talk.say(key, state.turns, **words)
    return replace(state, pending=replace(pending, asked=said)), (Said("reply", said),), ()


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
    words = text.strip().lower().strip(".!,")
    free = replace(state, pending=None)
    if words in _yes():
        return _agreed(talk, state, item, pending)
    if words in _no():
        how = questions.numbered(item) or questions.how_to_answer(item, talk.say)
        return free, (Said("reply", talk.say("confirm_no", options=how)),), ()
    named = _named(item, pending, words)
    if named is not None:
        return talk.record(free, item, talk.kept(state, item, named))
    reading = talk.interpret(text, item)
    if reading.outcome == "command":
        return commands.obey(talk, state, reading)
    if reading.outcome == "accepted" and reading.value is not None:
        note = " ".join(part for part in (pending.note, reading.note or "") if part)
        answer = Answer(questions.to_value(reading.value), note=note)
        return talk.record(free, item, talk.kept(state, item, answer))
    return talk.heard(free, text)


def _pending(item: Item, reading: Interpretation, text: str) -> Pending:
    note = reading.note or ""
    if not reading.candidates:
        value = questions.to_value(reading.value)
        return Pending(kind="value", item=item.id, value=Answer(value, note=note))
    kept = note or (text.strip() if len(text.split()) > TELLING else "")
    return Pending(kind="option", item=item.id, candidates=reading.candidates[:2], note=kept)


def _agreed(talk: "Dialogue", state: State, item: Item, pending: Pending) -> Reply:
    if pending.kind == "value" and pending.value is not None:
        return talk.record(state, item, talk.kept(state, item, pending.value))
    if len(pending.candidates) == 1:
        answer = Answer(questions.to_value(pending.candidates[0]), note=pending.note)
        return talk.record(state, item, talk.kept(state, item, answer))
    options = listed(questions.labels(item, pending.candidates, talk.say), "or")
    return state, (Said("reply", talk.say("confirm_again", options=options)),), ()


def _named(item: Item, pending: Pending, words: str) -> Answer | None:
    """Asked back, a number can only be that of an option as it was printed."""
    if item.scale is None or not words.isdecimal() or len(item.scale.ids) > questions.MANY:
        return None
    place = int(words[:4])
    if item.kind != "choice" or not 1 <= place <= len(item.scale.ids):
        return None
    return Answer(item.scale.ids[place - 1], note=pending.note)


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


@cache
def _yes() -> frozenset[str]:
    return frozenset(
        ("right", "that's right", "correct", "ok", "okay", "sure", *shipped_lexicon().yes)
    )


@cache
def _no() -> frozenset[str]:
    return frozenset(("wrong", "neither", "not quite", "not right", *shipped_lexicon().no))
