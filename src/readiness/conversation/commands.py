"""What may be asked for at any moment: why, back, skip, undo, how far, and their like."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import closing, questions
from readiness.conversation.interpret import interpret
from readiness.conversation.interpretation import Command, Interpretation
from readiness.conversation.phrases import listed
from readiness.conversation.state import Change, Reply, Said, State, Step
from readiness.domain.answers import Answer, Missing
from readiness.domain.questionnaire import Item
from readiness.domain.scoring import score_section

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

# Stands in where nothing is being asked: only commands can be meant then.
NO_ITEM = Item(id="none.none", section="none", kind="number", ask="", source=())

BAND_KEYS = {
    "exploration": "Exploring",
    "installation": "Getting ready",
    "initial": "Under way",
    "full": "Well established",
}


def obey(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """Do what a command says. A question that waited for a reply is dropped, and asked again."""
    if reading.command is None:
        raise ValueError("not a command")
    return _COMMANDS[reading.command](talk, replace(state, pending=None), reading)


def _why(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    item = _current(talk, state)
    if item is None:
        return _reply(state, talk.say("progress_complete", total=len(state.answers)))
    section = next(
        (s for q in talk.questionnaires for s in q.sections if s.id == item.section), None
    )
    why = item.why or (section.why if section else "") or talk.say("why_none", section=item.section)
    key = "why_derived" if item.derived else "why_source"
    source = talk.say(key, source=talk.source_of(item.source[:1]))
    return _reply(state, f"{why} {source}")


def _example(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    item = _current(talk, state)
    if item is None or not item.anchors or item.scale is None:
        return _reply(state, talk.say("example_none"))
    lines = [
        talk.say("example_line", label=option.label, anchor=item.anchors[option.id])
        for option in item.scale.options
        if option.id in item.anchors
    ]
    return _reply(state, "\n".join([talk.say("example_head"), *lines]))


def _meaning(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    item = _current(talk, state)
    option = _named_option(item, reading.argument or "")
    if item is None or item.scale is None or option is None:
        return _define(talk, state, reading)
    here = item.scale.option(option)
    if option in item.anchors:
        line = talk.say("example_line", label=here.label, anchor=item.anchors[option])
        return _reply(state, line)
    rank, labels = item.scale.rank(option), questions.labels(item, item.scale.ids)
    if 0 < rank < len(labels) - 1:
        words = {"label": here.label, "lower": labels[rank - 1], "higher": labels[rank + 1]}
        return _reply(state, talk.say("meaning_none", **words))
    end = "lowest" if rank == 0 else "highest"
    return _reply(state, talk.say("meaning_edge", label=here.label, end=end))


def _define(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    wanted = reading.argument or ""
    term = talk.search.term(wanted)
    if term is None:
        return _ask(talk, state, reading)
    return _reply(state, f"{term.term}: {term.means}{_from(talk, term.source)}")


def _ask(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    found = talk.search.find(reading.argument or "")
    if found is None:
        key = "define_none" if reading.command == "define" else "search_none"
        return _reply(state, talk.say(key, term=reading.argument or ""))
    return _reply(state, found.text + _from(talk, found.source))


def _back(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    asked = list(talk.flow.asked(state.answers))
    place = asked.index(state.item) if state.item in asked else len(asked)
    if place == 0:
        return _reply(state, talk.say("back_none"))
    moved = replace(state, item=asked[place - 1])
    return moved, talk.question(moved), ()


def _skip(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    item = _current(talk, state)
    if item is None:
        return _reply(state, talk.say("progress_complete", total=len(state.answers)))
    if item.id in state.answers:  # looked at again: leave it as it is
        moved, said = talk.advance(state, item.id)
        return moved, said, ()
    return talk.record(state, item, Answer(Missing.SKIPPED))


def _flag(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    item = _current(talk, state)
    if item is None:
        return _reply(state, talk.say("progress_complete", total=len(state.answers)))
    answer = state.answers.get(item.id) or Answer(Missing.SKIPPED)
    flagged = replace(answer, flag=not answer.flag)
    key = "flagged" if flagged.flag else "unflagged"
    return _keep(talk, state, item, flagged, talk.say(key), move_on=flagged.flag)


def _note(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    item = _current(talk, state)
    text = (reading.argument or "").strip()
    if item is None or not text:
        return _reply(state, talk.say("note_empty"))
    answer = state.answers.get(item.id) or Answer(Missing.SKIPPED)
    note = f"{answer.note}\n{text}" if answer.note else text
    said = talk.say("noted", note=text)
    return _keep(talk, state, item, replace(answer, note=note), said, move_on=False)


def _change(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    if not reading.target:
        return _reply(state, talk.say("change_which"))
    item = _find_item(talk, state, reading.target)
    if item is None:
        return _reply(state, talk.say("change_unknown", target=reading.target))
    if reading.argument:
        new = interpret(reading.argument, item)
        if new.outcome == "accepted" and new.value is not None:
            before = state.answers.get(item.id) or Answer(Missing.SKIPPED)
            value = questions.to_value(new.value)
            answer = replace(before, value=value, note=new.note or before.note)
            label = questions.label_of(item, value, talk.say)
            said = talk.say("recorded_changed", topic=item.name, label=label)
            return _keep(talk, state, item, answer, said, move_on=item.id == state.item)
    moved = replace(state, item=item.id)
    return moved, talk.question(moved), ()


def _recall(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    wanted = {word.strip("?.,!").lower() for word in (reading.argument or "").split()}
    lines = []
    for item in talk.flow.asked(state.answers).values():
        answer = state.answers.get(item.id)
        words = f"{item.id} {item.topic} {item.ask} {talk.stretch_of(item.id).title}".lower()
        if answer is not None and wanted and all(word in words for word in wanted):
            label = questions.answer_label(item, answer, talk.say)
            line = talk.say("recall_line", topic=item.name, label=label)
            lines.append(f"{line} “{answer.note}”" if answer.note else line)
    if not lines:
        return _reply(state, talk.say("recall_none", topic=reading.argument or ""))
    return _reply(state, "\n".join([talk.say("recall_head"), *lines]))


def _progress(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    asked = talk.flow.asked(state.answers)
    done = sum(item_id in state.answers for item_id in asked)
    if state.item is None:
        return _reply(state, talk.say("progress_complete", total=len(asked)))
    stretch = talk.stretch_of(state.item)
    here = [item.id for item in stretch.items if item.id in asked]
    part = talk.say(
        "progress_stretch",
        title=stretch.title,
        done=sum(item_id in state.answers for item_id in here),
        total=len(here),
    )
    left = closing.minutes(state, len(asked) - done)
    words = {"done": done, "total": len(asked), "stretches": part, "minutes": left}
    return _reply(state, talk.say("progress", **words))


def _summary(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    asked = talk.flow.asked(state.answers)
    lines = []
    for section in (s for q in talk.questionnaires for s in q.sections):
        score = score_section(section, asked, state.answers)
        if score.answered:
            label = BAND_KEYS[score.band] if score.band else "too little known yet"
            words = {"done": score.answered, "total": score.applicable}
            lines.append(talk.say("summary_score", title=section.title, label=label, **words))
    return _reply(state, "\n".join(lines) or talk.say("summary_none"))


def _review(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    still = closing.open_items(talk, state)
    if not still:
        return _reply(state, talk.say("review_none"))
    asked = list(talk.flow.asked(state.answers))
    lines = [
        talk.say(
            "review_line",
            number=asked.index(item_id) + 1,
            topic=talk.flow.items[item_id].name,
            state=label,
        )
        for item_id, label in still.items()
    ]
    return _reply(state, "\n".join([talk.say("review_head", count=len(still)), *lines]))


def _undo(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    if not state.trail:
        return _reply(state, talk.say("undo_none"))
    *rest, step = state.trail
    moved = replace(
        _put(state, step.item, step.before),
        trail=tuple(rest),
        taken_back=(*state.taken_back, step),
        item=step.item,
    )
    item = talk.flow.items[step.item]
    key = "undone" if step.before else "undone_open"
    label = questions.answer_label(item, step.before, talk.say)
    said = Said("recorded", talk.say(key, topic=item.name, label=label))
    return moved, (said, *talk.question(moved)), (Change(step.item, step.before, "undo"),)


def _redo(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    if not state.taken_back:
        return _reply(state, talk.say("redo_none"))
    *rest, step = state.taken_back
    put = _put(state, step.item, step.after)
    put = replace(put, trail=(*state.trail, step), taken_back=tuple(rest))
    item = talk.flow.items[step.item]
    label = questions.answer_label(item, step.after, talk.say)
    said = Said("recorded", talk.say("redone", topic=item.name, label=label))
    moved, more = talk.advance(put, step.item)
    return moved, (said, *more), (Change(step.item, step.after, "redo"),)


def _help(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    return _reply(state, talk.say("help"))


def _pause(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    paused = replace(state, mood="paused")
    return paused, (Said("closing", talk.say("pause", id=talk.assessment_id)),), ()


def _finish(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    still = closing.open_items(talk, state)
    if still and not state.reminded:
        noun = "question is" if len(still) == 1 else "questions are"
        said = Said("closing", talk.say("revisit", count=len(still), questions=noun))
        return replace(state, reminded=True), (said,), ()
    return replace(state, mood="finished", reminded=True), closing.moves(talk, state), ()


_COMMANDS: dict[Command, Callable[["Dialogue", State, Interpretation], Reply]] = {
    "why": _why,
    "example": _example,
    "meaning": _meaning,
    "define": _define,
    "ask": _ask,
    "back": _back,
    "skip": _skip,
    "flag": _flag,
    "change": _change,
    "recall": _recall,
    "note": _note,
    "progress": _progress,
    "summary": _summary,
    "review": _review,
    "undo": _undo,
    "redo": _redo,
    "help": _help,
    "pause": _pause,
    "finish": _finish,
}


def _reply(state: State, text: str) -> Reply:
    return state, (Said("reply", text),), ()


def _current(talk: "Dialogue", state: State) -> Item | None:
    return talk.flow.items[state.item] if state.item else None


def _keep(
    talk: "Dialogue", state: State, item: Item, answer: Answer, text: str, *, move_on: bool
) -> Reply:
    step = Step(item.id, state.answers.get(item.id), answer)
    put = replace(_put(state, item.id, answer), trail=(*state.trail, step), taken_back=())
    said = Said("recorded", text)
    if not move_on:
        return put, (said,), (Change(item.id, answer),)
    moved, more = talk.advance(put, item.id)
    return moved, (said, *more), (Change(item.id, answer),)


def _put(state: State, item_id: str, answer: Answer | None) -> State:
    answers = {key: value for key, value in state.answers.items() if key != item_id}
    if answer is not None:
        answers[item_id] = answer
    return replace(state, answers=answers)


def _named_option(item: Item | None, words: str) -> str | None:
    if item is None or item.scale is None:
        return None
    wanted = words.strip().strip("?\"“”'").lower()
    for option in item.scale.options:
        if wanted in (option.id, option.label.lower()):
            return option.id
    return None


def _find_item(talk: "Dialogue", state: State, target: str) -> Item | None:
    """By number, id, or words that only one question has."""
    asked = talk.flow.asked(state.answers)
    if target.isdecimal():
        number = int(target)
        return list(asked.values())[number - 1] if 1 <= number <= len(asked) else None
    if target in asked:
        return asked[target]
    wanted = target.lower().split()
    hits = [i for i in asked.values() if all(w in f"{i.id} {i.name}".lower() for w in wanted)]
    return hits[0] if len(hits) == 1 else None


def _from(talk: "Dialogue", source: tuple[str, ...]) -> str:
    return f" {talk.say('found_source', source=talk.source_of(source[:1]))}" if source else ""


__all__ = ["NO_ITEM", "listed", "obey"]
