"""Moving among the questions, and changing what was answered."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import questions
from readiness.conversation.commands.shared import current, find_item, keep, put, reply
from readiness.conversation.interpret import interpret
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.state import Change, Reply, Said, State
from readiness.domain.answers import Answer, Missing

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue


def back(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Put the question before this one again."""
    asked = list(talk.flow.asked(state.answers))
    place = asked.index(state.item) if state.item in asked else len(asked)
    if place == 0:
        return reply(state, talk.say("back_none"))
    moved = replace(state, item=asked[place - 1])
    return moved, talk.question(moved), ()


def skip(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Leave the open question for now; an answer that it has stays."""
    item = current(talk, state)
    if item is None:
        return reply(state, talk.say("progress_complete", total=len(state.answers)))
    if item.id in state.answers:  # looked at again: leave it as it is
        moved, said = talk.advance(state, item.id)
        return moved, said, ()
    return talk.record(state, item, Answer(Missing.SKIPPED))


def flag(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Mark the open question to come back to, or take the mark away."""
    item = current(talk, state)
    if item is None:
        return reply(state, talk.say("progress_complete", total=len(state.answers)))
    answer = state.answers.get(item.id) or Answer(Missing.SKIPPED)
    flagged = replace(answer, flag=not answer.flag)
    key = "flagged" if flagged.flag else "unflagged"
    return keep(talk, state, item, flagged, talk.say(key), move_on=flagged.flag)


def note(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """Keep a note with the open question."""
    item = current(talk, state)
    text = (reading.argument or "").strip()
    if item is None or not text:
        return reply(state, talk.say("note_empty"))
    answer = state.answers.get(item.id) or Answer(Missing.SKIPPED)
    note = f"{answer.note}\n{text}" if answer.note else text
    said = talk.say("noted", note=text)
    return keep(talk, state, item, replace(answer, note=note), said, move_on=False)


def change(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """Answer another question again, or go to it."""
    if not reading.target:
        return reply(state, talk.say("change_which"))
    item = find_item(talk, state, reading.target)
    if item is None:
        return reply(state, talk.say("change_unknown", target=reading.target))
    if reading.argument:
        new = interpret(reading.argument, item)
        if new.outcome == "accepted" and new.value is not None:
            before = state.answers.get(item.id) or Answer(Missing.SKIPPED)
            value = questions.to_value(new.value)
            answer = replace(before, value=value, note=new.note or before.note)
            label = questions.label_of(item, value, talk.say)
            said = talk.say("recorded_changed", topic=item.name, label=label)
            return keep(talk, state, item, answer, said, move_on=item.id == state.item)
    moved = replace(state, item=item.id)
    return moved, talk.question(moved), ()


def undo(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Take back what was recorded last."""
    if not state.trail:
        return reply(state, talk.say("undo_none"))
    *rest, step = state.trail
    moved = replace(
        put(state, step.item, step.before),
        trail=tuple(rest),
        taken_back=(*state.taken_back, step),
        item=step.item,
    )
    item = talk.flow.items[step.item]
    key = "undone" if step.before else "undone_open"
    label = questions.answer_label(item, step.before, talk.say)
    said = Said("recorded", talk.say(key, topic=item.name, label=label))
    return moved, (said, *talk.question(moved)), (Change(step.item, step.before, "undo"),)


def redo(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Bring back what was taken back last."""
    if not state.taken_back:
        return reply(state, talk.say("redo_none"))
    *rest, step = state.taken_back
    put_back = put(state, step.item, step.after)
    put_back = replace(put_back, trail=(*state.trail, step), taken_back=tuple(rest))
    item = talk.flow.items[step.item]
    label = questions.answer_label(item, step.after, talk.say)
    said = Said("recorded", talk.say("redone", topic=item.name, label=label))
    moved, more = talk.advance(put_back, step.item)
    return moved, (said, *more), (Change(step.item, step.after, "redo"),)
