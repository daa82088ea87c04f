"""Moving among the questions, and changing what was answered."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import questions
from readiness.conversation.commands.shared import current, find_item, put, reply
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.state import Change, Reply, Said, State
from readiness.domain.answers import Answer, Missing, is_open
from readiness.domain.questionnaire import Item

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
        return reply(
            state, talk.say("progress_complete", total=len(talk.flow.asked(state.answers)))
        )
    if item.id in state.answers:  # looked at again, or only noted: leave it as it is
        if is_open(state.answers[item.id]):
            state = replace(state, left=(*state.left, item.id))
        moved, said = talk.advance(state, item.id)
        return moved, said, ()
    return talk.record(state, item, Answer(Missing.SKIPPED))


def flag(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Mark the open question to come back to, or take the mark away."""
    item = current(talk, state)
    if item is None:
        return reply(
            state, talk.say("progress_complete", total=len(talk.flow.asked(state.answers)))
        )
    answer = state.answers.get(item.id) or Answer(Missing.SKIPPED)
    flagged = replace(answer, flag=not answer.flag)
    key = "flagged" if flagged.flag else "unflagged"
    return talk.record(state, item, flagged, talk.say(key), move_on=flagged.flag)


def note(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """Keep a note with the open question."""
    item = current(talk, state)
    text = (reading.argument or "").strip()
    if item is None or not text:
        return reply(state, talk.say("note_empty"))
    return note_to(talk, state, item, text)


def note_to(talk: "Dialogue", state: State, item: Item, text: str) -> Reply:
    """Keep a note with a question, after the notes that it has."""
    answer = state.answers.get(item.id) or Answer(Missing.SKIPPED)
    note = f"{answer.note}\n{text}" if answer.note else text
    said = talk.say("noted", note=text)
    return talk.record(state, item, replace(answer, note=note), said, move_on=False)


def change(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """Answer another question again, or go to it."""
    if not reading.target:
        return reply(state, talk.say("change_which"))
    item = find_item(talk, state, reading.target)
    if item is None:
        return reply(state, talk.say("change_unknown", target=reading.target))
    if reading.argument:
        new = talk.interpret(reading.argument, item)
        if new.outcome == "accepted" and new.value is not None:
            answer = talk.kept(
                state, item, Answer(questions.to_value(new.value), note=new.note or "")
            )
            label = questions.answer_label(item, answer, talk.say)
            said = talk.say("recorded_changed", topic=item.name, label=label)
            if new.note:
                said = f"{said} {talk.say('note_kept', note=new.note)}"
            return talk.record(state, item, answer, said, move_on=item.id == state.item)
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
    key = "undone" if step.before else "undone_open"
    said = Said("recorded", _named(talk, key, step.item, step.before))
    change = Change(step.item, step.before, "undo")
    if step.item not in talk.flow.asked(moved.answers):
        return moved, (said,), (change,)
    return moved, (said, *talk.question(moved)), (change,)


def redo(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Bring back what was taken back last."""
    if not state.taken_back:
        return reply(state, talk.say("redo_none"))
    *rest, step = state.taken_back
    put_back = put(state, step.item, step.after)
    put_back = replace(put_back, trail=(*state.trail, step), taken_back=tuple(rest))
    said = Said("recorded", _named(talk, "redone", step.item, step.after))
    change = Change(step.item, step.after, "redo")
    if step.item not in talk.flow.asked(put_back.answers):
        return put_back, (said,), (change,)
    moved, more = talk.advance(put_back, step.item)
    return moved, (said, *more), (change,)


def _named(talk: "Dialogue", key: str, item_id: str, answer: Answer | None) -> str:
    """A phrase about one item and its answer; an item that is off the way goes by its id."""
    item = talk.flow.items.get(item_id)
    if item is None:
        return talk.say(key, topic=item_id, label=talk.say("off_the_way"))
    return talk.say(key, topic=item.name, label=questions.answer_label(item, answer, talk.say))
