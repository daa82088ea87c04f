"""Looking through what somebody wrote in own words: what stays private, what the report carries, and how it reads.

Offered at the close for whatever nobody has decided on yet, and at any time to whoever asks for it. Nothing is shared
that was not shown before.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.assessment.notes import watch
from readiness.conversation import closing, commands, questions
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.pointing import concerns, line
from readiness.conversation.saying import (
    ENDS,
    FREE,
    KEEP_NOTE,
    PRIVATE,
    REST,
    SHARE,
    SHARE_ALL,
    agreed,
    new_words,
    plain,
    puts_off,
)
from readiness.conversation.state import Change, Pending, Reply, Said, State, Step
from readiness.domain.answers import Answer
from readiness.domain.sharing import Told, marks_of, reworded, told, undecided

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

Heard = tuple[State, tuple[Said, ...]]


def meant(reading: Interpretation, text: str) -> bool:
    """Whether somebody asks to see their notes: a review, and the text says of what."""
    words = plain(text)
    sure = reading.outcome == "command" or "my notes" in words
    return reading.command == "review" and sure and bool({"note", "notes"} & set(words.split()))


def offer(talk: "Dialogue", state: State) -> Heard | None:
    """Before the report is written: offer to look at whatever nobody has decided on; None where there is nothing.

    What the report would carry is said in full, so that nothing goes into it unseen.
    """
    every = _told(talk, state)
    open_ = undecided(every, state.seen)
    if not open_:
        return None
    text = _offer_text(talk, open_)
    names = tuple(each.item.id for each in open_)
    pending = Pending(kind="notes", notes=names, asked=text, closes=True)
    return replace(state, pending=pending), (Said("reply", text),)


def review(talk: "Dialogue", state: State) -> Reply:
    """Go through all of it because somebody asked to, decided or not."""
    names = tuple(each.item.id for each in _told(talk, state))
    if not names:
        return state, (Said("reply", talk.say("notes_none")),), ()
    return *show(talk, state, Pending(kind="note", notes=names)), ()


def heard(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    """What a reply leads to while notes are looked through."""
    reading = talk.interpret(text, FREE)
    how = _worded if pending.kind == "reword" else _decided
    if (known := how(talk, state, pending, text)) is not None:
        return known
    if reading.command in ENDS:
        if puts_off(reading.command, text):
            return commands.obey(talk, state, reading)
        return *_end(talk, state, pending), ()
    if reading.command in ("help", "why"):
        return _again(state, pending, talk.say("notes_help"))
    if reading.command in ("back", "undo"):
        return *show(talk, state, replace(pending, place=max(0, pending.place - 1))), ()
    if reading.outcome == "command":
        return commands.obey(talk, state, reading)
    key = "settle_yes_no" if pending.kind == "notes" else "notes_unclear"
    return _again(state, pending, talk.say(key))


def _told(talk: "Dialogue", state: State) -> tuple[Told, ...]:
    return told(talk.flow.asked(state.answers), state.answers, watch())


def _offer_text(talk: "Dialogue", open_: tuple[Told, ...]) -> str:
    carried = [each for each in open_ if each.carried]
    private = len(open_) - len(carried)
    if not carried:
        return talk.say("notes_offer_one" if private == 1 else "notes_offer", count=private)
    head = talk.say("notes_carried_one" if len(carried) == 1 else "notes_carried_many")
    lines = [head, *(line(each, talk.say) for each in carried)]
    if private:
        are = "is" if private == 1 else "are"
        ask = talk.say("notes_offer_mixed", count=private, total=len(open_), are=are)
    else:
        ask = talk.say("notes_offer_carried")
    return "\n".join([*lines, ask])


def _decided(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply | None:
    """The offer taken or declined, or what is to happen with one note; None for anything else."""
    words, said = plain(text), agreed(text)
    if words in REST or (pending.kind == "notes" and said is False):
        return *_leave(talk, state, pending), ()
    if pending.kind == "notes":
        return (*show(talk, state, pending), ()) if said else None
    each = _here(talk, state, pending)
    if each is None:
        return *_next(talk, state, pending), ()
    if (inner := new_words(text)) is not None:
        return _reword(talk, state, pending, inner)
    if words in SHARE_ALL:
        return _again(state, pending, talk.say("notes_one_by_one"))
    if words in KEEP_NOTE:
        return _keep(talk, state, pending, each)
    if words in SHARE:
        return _set(talk, state, pending, each, share=True)
    if words in PRIVATE or said is False:
        return _set(talk, state, pending, each, share=False)
    return None


def _worded(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply | None:
    """Other words for one note, or none after all; None for a command."""
    reading = talk.interpret(text, FREE)
    if inner := new_words(text):
        return _reworded(talk, state, pending, inner)
    if plain(text) in KEEP_NOTE or reading.command in ("skip", "back", "undo"):
        return *show(talk, state, pending), ()
    if reading.outcome == "command":
        return None
    return _reworded(talk, state, pending, text.strip())


def _set(talk: "Dialogue", state: State, pending: Pending, each: Told, *, share: bool) -> Reply:
    """Share one, or leave it out."""
    if each.how == "reason" and not share:
        return _again(state, pending, talk.say("notes_printed"))
    if each.carried == share:
        return _keep(talk, state, pending, each)
    said = Said("recorded", talk.say("notes_now_shared" if share else "notes_now_private"))
    changed, change = _changed(state, each, replace(each.answer, share=share))
    after, more = _next(talk, _seen(talk, changed, each.item.id), pending)
    return after, (said, *more), (change,)


def _keep(talk: "Dialogue", state: State, pending: Pending, each: Told) -> Reply:
    said = Said("reply", talk.say("notes_kept" if each.carried else "notes_kept_private"))
    after, more = _next(talk, _seen(talk, state, each.item.id), pending)
    return after, (said, *more), ()


def _reword(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    if text:
        return _reworded(talk, state, pending, text)
    asked = talk.say("notes_how_read")
    return (
        replace(state, pending=replace(pending, kind="reword", asked=asked)),
        (Said("reply", asked),),
        (),
    )


def _reworded(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    """Keep other words; one that the report carries is done with, unless there is something to look at in it."""
    each = _here(talk, state, pending)
    if each is None or not text:
        return *show(talk, state, pending), ()
    changed, change = _changed(state, each, reworded(each.item, each.answer, text))
    said = Said("recorded", talk.say("notes_reworded", note=text))
    now = _here(talk, changed, pending)
    done = now is not None and now.carried and not now.concerns
    if done:
        after, more = _next(talk, _seen(talk, changed, each.item.id), pending)
    else:
        after, more = show(talk, changed, pending)
    return after, (said, *more), (change,)


def _changed(state: State, each: Told, answer: Answer) -> tuple[State, Change]:
    name = each.item.id
    state = replace(
        state,
        answers={**state.answers, name: answer},
        trail=(*state.trail, Step(name, each.answer, answer)),
        taken_back=(),
    )
    return state, Change(name, answer)


# The way through them


def _here(talk: "Dialogue", state: State, pending: Pending) -> Told | None:
    """The one that is looked at; None where it is gone meanwhile."""
    name = pending.notes[pending.place]
    item = talk.flow.asked(state.answers).get(name)
    return next(iter(told({name: item}, state.answers, watch())), None) if item else None


def show(talk: "Dialogue", state: State, pending: Pending) -> Heard:
    """One of them with its question and what to look at, then what to do with it."""
    each = _here(talk, state, pending)
    if each is None:
        return _next(talk, state, pending)
    head = talk.say(
        "notes_number", number=pending.place + 1, total=len(pending.notes), ask=each.item.ask
    )
    lines = [head, *_said(talk, each)]
    if each.concerns:
        lines.append(talk.say("notes_check", concerns=concerns(each, talk.say)))
    asked = talk.say(f"notes_{each.how}", topic=f"“{each.item.name}”")
    waits = replace(pending, kind="note", asked=asked)
    return replace(state, pending=waits), (Said("reply", "\n".join(lines)), Said("reply", asked))


def _said(talk: "Dialogue", each: Told) -> list[str]:
    if each.item.kind == "text":
        return [talk.say("notes_open", note=each.text)]
    label = questions.answer_label(each.item, each.answer, talk.say)
    return [talk.say("answer_now", label=label), talk.say("notes_text", note=each.text)]


def _next(talk: "Dialogue", state: State, pending: Pending) -> Heard:
    if pending.place + 1 < len(pending.notes):
        return show(talk, state, replace(pending, place=pending.place + 1))
    names = set(pending.notes)
    every = [each for each in _told(talk, state) if each.item.id in names]
    carried = sum(each.carried for each in every)
    if len(every) == 1:
        done = talk.say("notes_done_one", where=talk.say("notes_in" if carried else "notes_out"))
    else:
        done = talk.say("notes_done", carried=carried, total=len(every))
    ended, more = _end(talk, state, pending)
    return ended, (Said("reply", done), *more)


def _leave(talk: "Dialogue", state: State, pending: Pending) -> Heard:
    """The rest stays as it is, and is not asked about again unless it changes."""
    rest = pending.notes[pending.place :]
    said = Said("reply", talk.say("notes_left_one" if len(rest) == 1 else "notes_left"))
    ended, more = _end(talk, _seen(talk, state, *rest), pending)
    return ended, (said, *more)


def _end(talk: "Dialogue", state: State, pending: Pending) -> Heard:
    """To the report; or back to where one was."""
    if pending.closes:
        return closing.finished(talk, state)
    state = replace(state, pending=None)
    if state.item is None:
        total = len(talk.flow.asked(state.answers))
        return state, (Said("reply", talk.say("progress_complete", total=total)),)
    return state, talk.question(state)


def _seen(talk: "Dialogue", state: State, *names: str) -> State:
    found = [each for each in _told(talk, state) if each.item.id in names]
    return replace(state, seen={**state.seen, **marks_of(found)})


def _again(state: State, pending: Pending, text: str) -> Reply:
    """Say what would help, and ask the same again."""
    return state, (Said("reply", text), Said("reply", pending.asked)), ()
