"""What of a conversation is kept in the store, so that it goes on in the middle of a confirmation or of the close.

Answers, marks, undo and pace are not kept: they come from the log and the plan. What is kept is believed only as far as
it fits these; anything else, such as what another version wrote, is as if nothing had been kept.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from readiness.assessment.place import Place
from readiness.conversation import closing, noting, settle_asking
from readiness.conversation import greeting as greetings
from readiness.conversation.state import (
    AT_THE_CLOSE,
    NOTING,
    Detour,
    Pending,
    PendingKind,
    Said,
    State,
)
from readiness.domain.answers import MISSING, Answer, Missing, is_open
from readiness.domain.carrying import Origin
from readiness.domain.log import Entry
from readiness.store.records import Undecodable, answer_of, answer_text

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue


class _Waiting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A `Pending` as JSON has it, with its value as the store writes answers."""

    kind: PendingKind
    item: str = ""
    candidates: list[str] = []
    value: str | None = None
    note: str = ""
    asked: str = ""
    actions: list[str] = []
    notes: list[str] = []
    place: int = 0
    closes: bool = False


class _Way(msgspec.Struct, frozen=True, omit_defaults=True):
    """A `Detour`."""

    item: str | None
    pending: _Waiting | None = None


class _Kept(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept.

    Attributes:
        version: that of this shape.
        seen: the number of the last entry that the conversation knew; 0 for none.
        draft: what was typed and not sent.
    """

    version: Literal[1]
    seen: int
    turns: int = 0
    pending: _Waiting | None = None
    reminded: bool = False
    again: list[str] = []
    left: list[str] = []
    detour: _Way | None = None
    draft: str = ""


def place_in(state: State, seen: int, draft: str) -> Place:
    """Where a conversation stands, to keep.

    Args:
        state: of the conversation.
        seen: the number of the last entry that it knows; 0 for none.
        draft: what is typed and not sent.
    """
    detour = state.detour
    kept = _Kept(
        version=1,
        seen=seen,
        turns=state.turns,
        pending=_waiting(state.pending),
        # Whoever comes back after the end is reminded anew of what is open.
        reminded=state.reminded and state.mood != "finished",
        again=list(state.again),
        left=list(state.left) if state.mood != "finished" else [],
        detour=_Way(detour.item, _waiting(detour.pending)) if detour else None,
        draft=draft,
    )
    return Place(state.item, state.seen, msgspec.to_builtins(kept))


def restored(
    talk: "Dialogue", fresh: State, place: Place, entries: Iterable[Entry]
) -> tuple[State, str]:
    """A conversation as it stood, and what was typed and not sent.

    Args:
        talk: what leads it.
        fresh: as it stands by the log alone.
        place: as it was kept.
        entries: the log. What others have answered since is not asked, and no reply to it is waited for.

    Returns:
        `fresh` and an empty text, where nothing usable was kept.
    """
    try:
        kept = msgspec.convert(place.talk, _Kept)
        pending, detour = _pending(kept.pending), _detour(kept.detour)
    except (msgspec.ValidationError, Undecodable):
        return fresh, ""
    fresh = replace(fresh, left=tuple(kept.left))
    asked = talk.flow.asked(fresh.answers)
    fresh = replace(fresh, item=next((i for i in asked if talk.waits(fresh, i)), None))
    state = replace(fresh, turns=kept.turns, reminded=kept.reminded)
    newer = {entry.item for entry in entries if entry.number > kept.seen}
    if not _still_asked(talk, fresh, place.item, newer):
        return state, kept.draft
    known = talk.flow.items
    if detour and detour.item is not None and detour.item not in known:
        detour = None
    if detour and detour.pending and not _fits(talk, fresh, detour.pending, newer):
        detour = replace(detour, pending=None)
    state = replace(
        state,
        item=place.item,
        pending=pending if pending and _fits(talk, fresh, pending, newer) else None,
        again=tuple(item_id for item_id in kept.again if item_id in known),
        detour=detour,
    )
    return state, kept.draft


def greeting(talk: "Dialogue", state: State, carried: Mapping[str, Origin]) -> tuple[Said, ...]:
    """The first thing to say to somebody who comes back: where they were, and what was asked, once more."""
    hello, pending = greetings.greeting(talk, state, carried), state.pending
    if pending is None:
        return (hello, *talk.question(state))
    if pending.kind in ("due", "why"):  # the question before named what it is about
        planned = settle_asking.planned_of(talk, state, pending.actions[pending.place])
        head = talk.say(
            "settle_head",
            number=pending.place + 1,
            total=len(pending.actions),
            do=planned.action.do,
        )
        return hello, Said("reply", f"{head}\n{pending.asked}")
    if pending.kind in ("note", "reword"):
        note, *_ = noting.show(talk, state, pending)[1]
        return hello, note, Said("reply", pending.asked)
    about = talk.question(state) if pending.item and pending.item == state.item else ()
    return (hello, *about, Said("reply", pending.asked))


def _waiting(pending: Pending | None) -> _Waiting | None:
    if pending is None:
        return None
    return _Waiting(
        kind=pending.kind,
        item=pending.item,
        candidates=list(pending.candidates),
        value=answer_text(pending.value),
        note=pending.note,
        asked=pending.asked,
        actions=list(pending.actions),
        notes=list(pending.notes),
        place=pending.place,
        closes=pending.closes,
    )


def _pending(kept: _Waiting | None) -> Pending | None:
    if kept is None:
        return None
    return Pending(
        kind=kept.kind,
        item=kept.item,
        candidates=tuple(kept.candidates),
        value=answer_of(kept.value),
        note=kept.note,
        asked=kept.asked,
        actions=tuple(kept.actions),
        notes=tuple(kept.notes),
        place=kept.place,
        closes=kept.closes,
    )


def _detour(kept: _Way | None) -> Detour | None:
    return Detour(kept.item, _pending(kept.pending)) if kept else None


def _still_asked(talk: "Dialogue", fresh: State, item_id: str | None, newer: set[str]) -> bool:
    """Whether the conversation can be at an item (None: at the end), and nobody else has answered it since."""
    if item_id is None:
        return fresh.item is None
    answered = item_id in newer and not is_open(fresh.answers.get(item_id))
    return not answered and item_id in talk.flow.asked(fresh.answers)


def _fits(talk: "Dialogue", fresh: State, pending: Pending, newer: set[str]) -> bool:
    """Whether a reply to what was asked back would still make sense."""
    if pending.kind in AT_THE_CLOSE:
        return _settles(talk, fresh, pending)
    if pending.kind in NOTING:
        there = all(item_id in talk.flow.items for item_id in pending.notes)
        return there and 0 <= pending.place < len(pending.notes)
    if pending.kind == "revisit":
        return True
    item = talk.flow.items.get(pending.item)
    if item is None or pending.item in newer:
        return False
    if pending.kind == "reason":
        answer = fresh.answers.get(pending.item)
        return answer is not None and answer.value is Missing.NOT_APPLICABLE
    if pending.kind == "value":
        return pending.value is not None
    # None is offered where a no took back what was, and what was told with it waits for the next answer.
    known = {*MISSING, *(item.scale.ids if item.scale else ())}
    return known.issuperset(pending.candidates)


def _settles(talk: "Dialogue", fresh: State, pending: Pending) -> bool:
    """Whether the plan still has the actions that names, dates and causes are being settled for."""
    plan = closing.evaluated(talk, fresh).plan
    known = {planned.action.id for planned in (*plan.actions, *plan.dropped)}
    if not pending.candidates or not known.issuperset((*pending.candidates, *pending.actions)):
        return False
    if pending.kind not in ("settle", "choose") and not 0 <= pending.place < len(pending.actions):
        return False
    return _is_day(pending.value) if pending.kind == "due" else pending.value is None


def _is_day(answer: Answer | None) -> bool:
    return answer is None or isinstance(answer.value, date)
