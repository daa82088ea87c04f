"""After the moves: real names and dates for the actions chosen, and what gets in their way.

One question at a time; each can be skipped, and one word ends all of it. What was said is stored at once, as marks of
the plan.
"""

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import closing, commands, naming, noting, replies
from readiness.conversation.due import due_day
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.saying import (
    ENDS,
    FREE,
    KEEP,
    ME,
    NOBODY,
    NOTHING,
    agreed,
    causes_in,
    chosen_from,
    plain,
    puts_off,
    shown_day,
    split_owner,
)
from readiness.conversation.settle_asking import planned_of, question_of
from readiness.conversation.state import Marked, Pending, PendingKind, Reply, Said, State
from readiness.domain.answers import Answer
from readiness.domain.log import PlanMark
from readiness.domain.marks import NO_MARK, is_live, put_by
from readiness.domain.plan import NEXT_30
from readiness.reports.words import listed

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

Heard = tuple[State, tuple[Said, ...]]


def offer(talk: "Dialogue", state: State) -> Heard:
    """Offer names and dates where there is something to do; else the report is next."""
    live = [p.action.id for p in closing.evaluated(talk, state).plan.next_30 if is_live(p)]
    if not live:
        return _end(talk, state)
    return _ask(talk, state, Pending(kind="settle", candidates=tuple(live[:NEXT_30])))


def revisited(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    """Whether to go through what is open; anything else but yes and no is heard as ever."""
    said = agreed(text)
    if said is not None:
        free = replace(state, pending=None)
        return _silent((closing.go_through if said else closing.close)(talk, free))
    if state.item is None and talk.interpret(text, commands.NO_ITEM).outcome != "command":
        _, said_first, _ = talk.heard(state, text)
        asked, question = _ask(talk, state, pending)
        return asked, (*said_first, *question), ()
    return talk.heard(state, text)


def heard(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    """What a reply leads to, while names, dates and causes are being settled."""
    reading = talk.interpret(text, FREE)
    if noting.meant(reading, text):
        return noting.review(talk, state)
    if reading.command in ENDS:
        if puts_off(reading.command, text):
            return commands.obey(talk, state, reading)
        return _silent(_end(talk, state))
    if reading.command == "skip" or _leaves(pending, text, reading):
        return _silent(_next(talk, state, pending))
    if reading.command in ("back", "undo"):
        return _silent(_back(talk, state, pending))
    if reading.command in ("help", "why"):
        return _again(talk, state, pending, talk.say("settle_help"))
    if reading.outcome == "command":
        return commands.obey(talk, state, reading)
    return _HEARD[pending.kind](talk, state, pending, text.strip())


def _leaves(pending: Pending, text: str, reading: Interpretation) -> bool:
    """Whether a text leaves what stands as it is: "same", "ok", or not knowing who, when or why."""
    if pending.kind not in ("owner", "due", "why") or pending.value is not None:
        return False
    return plain(text) in KEEP | NOBODY or agreed(text) is not None or reading.value == "dont_know"


# What was said, step by step


def _offered(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    said = agreed(text)
    if said is None:
        return _again(talk, state, pending, talk.say("settle_yes_no"))
    return _silent(_next(talk, state, pending) if said else _end(talk, state))


def _chosen(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    places = chosen_from(text, len(pending.candidates))
    if places is None:
        return _again(talk, state, pending, talk.say("settle_choose_unclear"))
    names = tuple(pending.candidates[place] for place in places)
    marks = {
        name: _choice(state.marks.get(name, NO_MARK), name in names) for name in pending.candidates
    }
    said = Said("recorded", talk.say("settle_chosen" if names else "settle_chosen_none"))
    state = replace(state, marks={**state.marks, **marks})
    after, more = (
        _next(talk, state, replace(pending, actions=names)) if names else _end(talk, state)
    )
    return after, (said, *more), tuple(Marked(name, mark) for name, mark in marks.items())


def _choice(mark: PlanMark, taken: bool) -> PlanMark:
    return replace(mark, chosen=True) if taken else put_by(mark)


def _owned(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    """Keep who takes it on; where that is the first name for a role, it is the role's from then on."""
    owner, due, sure = split_owner(text, talk.today())
    if plain(owner) in ME:
        owner = talk.assessment.respondent.name
        if not owner:
            return _again(talk, state, pending, talk.say("settle_owner_name"))
    planned = planned_of(talk, state, pending.actions[pending.place])
    named = naming.remembered(planned, owner, state.owners)
    if named is None:
        return _taken_on(talk, state, pending, (owner, due, sure))
    state = naming.with_name(state, named)
    after, (kept, *more), changes = _taken_on(talk, state, pending, (owner, due, sure))
    told = Said("recorded", talk.say("settle_role_named", role=named.role, name=named.name))
    return after, (kept, told, *more), (*changes, named)


def _taken_on(
    talk: "Dialogue", state: State, pending: Pending, told: tuple[str, date | None, bool]
) -> Reply:
    owner, due, sure = told
    before = _mark(state, pending)
    mark = replace(before, owner=owner or before.owner, due=due if due and sure else before.due)
    if due is None:
        return _keep(talk, state, pending, mark, talk.say("settle_owner_kept", owner=owner))
    at_due = replace(pending, kind="due", value=None if sure else Answer(due))
    if sure:
        key = "settle_both_kept" if owner else "settle_due_kept"
        said = talk.say(key, owner=owner, due=shown_day(due))
        return _keep(talk, state, at_due, mark, said)
    name = pending.actions[pending.place]
    after, asked = _ask(talk, replace(state, marks={**state.marks, name: mark}), at_due)
    kept = (Said("recorded", talk.say("settle_owner_kept", owner=owner)),) if owner else ()
    return after, (*kept, *asked), (Marked(name, mark),)


def _dated(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    if pending.value is not None and (said := agreed(text)) is not None:
        free = replace(pending, value=None)
        if not said:
            return _silent(_ask(talk, state, free))
        return _due_kept(talk, state, free, pending.value)
    reply = replies.heard(text) if pending.value is not None else None
    due, sure = due_day(reply.rest if reply and reply.rest else text, talk.today())
    if due is None:
        return _again(talk, state, replace(pending, value=None), talk.say("unclear_date"))
    if sure:
        return _due_kept(talk, state, pending, Answer(due))
    return _silent(_ask(talk, state, replace(pending, value=Answer(due))))


def _due_kept(talk: "Dialogue", state: State, pending: Pending, answer: Answer) -> Reply:
    mark = replace(_mark(state, pending), due=answer.value)
    return _keep(talk, state, pending, mark, talk.say("settle_due_kept", due=shown_day(mark.due)))


def _caused(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    if plain(text) in NOTHING:
        mark = replace(_mark(state, pending), causes=(), why="")
        return _keep(talk, state, pending, mark, talk.say("settle_cause_none"))
    causes, why = causes_in(text)
    why = pending.note or why
    if not causes:  # the reason came first: keep it, and ask which of the four it is
        return _silent(_ask(talk, state, replace(pending, note=text)))
    mark = replace(_mark(state, pending), causes=causes, why=why)
    said = talk.say("settle_cause_kept", causes=listed([talk.say(f"cause_{c}") for c in causes]))
    return _keep(talk, state, replace(pending, note=why), mark, said)


def _explained(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    mark = replace(_mark(state, pending), why=text)
    return _keep(talk, state, pending, mark, talk.say("settle_why_kept"))


_HEARD = {
    "settle": _offered,
    "choose": _chosen,
    "owner": _owned,
    "due": _dated,
    "obstacles": _offered,
    "cause": _caused,
    "why": _explained,
}


# The way through the steps


def _next(talk: "Dialogue", state: State, pending: Pending) -> Heard:
    kind, place = pending.kind, pending.place
    step = replace(pending, value=None, note="")
    if kind == "settle":
        several = len(pending.candidates) > 1
        ready = replace(step, kind="choose" if several else "owner", actions=pending.candidates)
        return _ask(talk, state, ready)
    if kind == "choose":
        names = pending.actions or pending.candidates
        return _ask(talk, state, replace(step, kind="owner", actions=names, place=0))
    if kind == "owner":
        return _ask(talk, state, replace(step, kind="due"))
    if kind == "cause" and _mark(state, pending).causes and not pending.note:
        return _ask(talk, state, replace(step, kind="why"))
    if kind == "obstacles":
        return _ask(talk, state, replace(step, kind="cause", place=0))
    first: PendingKind = "owner" if kind == "due" else "cause"
    if place + 1 < len(pending.actions):
        return _ask(talk, state, replace(step, kind=first, place=place + 1))
    if kind == "due":
        return _ask(talk, state, replace(step, kind="obstacles", place=0))
    return _end(talk, state)


def _back(talk: "Dialogue", state: State, pending: Pending) -> Heard:
    step = replace(pending, value=None, note="")
    last = max(0, len(pending.actions) - 1)
    to: tuple[PendingKind, int] = {
        "owner": ("due", pending.place - 1) if pending.place else ("choose", 0),
        "due": ("owner", pending.place),
        "obstacles": ("due", last),
        "cause": ("cause", pending.place - 1) if pending.place else ("obstacles", 0),
        "why": ("cause", pending.place),
    }.get(pending.kind, (pending.kind, pending.place))  # type: ignore[assignment]
    if to[0] == "choose" and len(pending.candidates) == 1:
        to = ("owner", 0)
    return _ask(talk, state, replace(step, kind=to[0], place=to[1]))


def _keep(talk: "Dialogue", state: State, pending: Pending, mark: PlanMark, text: str) -> Reply:
    """Store a mark of the action that is being settled, say so, and go on."""
    name = pending.actions[pending.place]
    state = replace(state, marks={**state.marks, name: mark})
    after, said = _next(talk, state, pending)
    return after, (Said("recorded", text), *said), (Marked(name, mark),)


def _ask(talk: "Dialogue", state: State, pending: Pending) -> Heard:
    question = question_of(talk, state, pending)
    asked = replace(state, pending=replace(pending, asked=question))
    return asked, (Said("reply", question),)


def _again(talk: "Dialogue", state: State, pending: Pending, text: str) -> Reply:
    """Say what would help, and ask the same again."""
    asked, said = _ask(talk, state, pending)
    return asked, (Said("reply", text), *said), ()


def _end(talk: "Dialogue", state: State) -> Heard:
    """Before the report is written, what was noted is looked through, where somebody wants to."""
    return noting.offer(talk, state) or closing.finished(talk, state)


def _silent(heard: Heard) -> Reply:
    return *heard, ()


def _mark(state: State, pending: Pending) -> PlanMark:
    return state.marks.get(pending.actions[pending.place], NO_MARK)
