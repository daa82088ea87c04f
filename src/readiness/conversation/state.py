"""What the conversation remembers between two turns, and what it says: plain, storable data."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from readiness.domain.answers import Answer
from readiness.domain.log import PlanMark

Mood = Literal["open", "paused", "finished"]
PendingKind = Literal[
    "option",
    "value",
    "reason",
    "revisit",
    "settle",
    "choose",
    "owner",
    "due",
    "obstacles",
    "cause",
    "why",
    "notes",
    "note",
    "reword",
]
AT_THE_CLOSE: tuple[PendingKind, ...] = (
    *("settle", "choose", "owner", "due", "obstacles", "cause", "why"),
)
NOTING: tuple[PendingKind, ...] = ("notes", "note", "reword")


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was asked back and waits for its reply.

    Attributes:
        kind: `option` waits for yes, no or one of the candidates; `value` for yes or no; `reason` for why an item was
            set aside; `revisit` for whether to go through what is open. The rest belong to the close: whether to settle
            names and dates, which actions, who, by when, whether to look at what gets in the way, what it is, and why;
            then whether to look through what was noted, what to do with one note, and how it should read.
        item: the item that it is about; empty where it is about none.
        candidates: the options that were offered; at the close, the actions.
        note: what will be kept with the answer once it is clear.
        asked: how it was asked, to ask it once more after a command.
        value: what a yes would record, for `value` and `due`.
        actions: the ids of the actions that are being settled.
        notes: the ids of the items whose notes are looked through.
        place: which of them it is now, from 0.
        closes: whether the report is written once the notes are looked through.
    """

    kind: PendingKind
    item: str = ""
    candidates: tuple[str, ...] = ()
    value: Answer | None = None
    note: str = ""
    asked: str = ""
    actions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    place: int = 0
    closes: bool = False

    @property
    def at_the_close(self) -> bool:
        """Whether the report comes after it, whatever is said to it."""
        return self.closes or self.kind in AT_THE_CLOSE


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Where a conversation stands.

    Attributes:
        item: the item that is being asked; None when all are answered.
        turns: how many texts were heard; decides which of several wordings comes next.
        trail: what `undo` would take back, oldest first: item, and the answer before.
        taken_back: what `redo` would bring back.
        pace: seconds for one question, from the person's own answers.
        reminded: whether what is open was already named at the end.
        detour: where to go back to from a question that somebody went to out of a list of all.
        again: the items that are gone through once more before the end, the one that is asked first.
        left: items with a note and no answer that were passed on: they are not asked again before the end.
        marks: what people decided about the plan, by action.
        seen: the marks of the notes that somebody decided on, by item.
        owners: who holds which role in the plan, by role.
    """

    answers: Mapping[str, Answer]
    item: str | None = None
    pending: Pending | None = None
    turns: int = 0
    trail: tuple["Step", ...] = ()
    taken_back: tuple["Step", ...] = ()
    pace: float = 25.0
    reminded: bool = False
    again: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    marks: Mapping[str, PlanMark] = {}
    seen: Mapping[str, str] = {}
    owners: Mapping[str, str] = {}
    mood: Mood = "open"
    detour: "Detour | None" = None


class Detour(msgspec.Struct, frozen=True):
    """A way off and back: the item that was being asked before it (None when all were answered), and what waited."""

    item: str | None
    pending: Pending | None = None


class Step(msgspec.Struct, frozen=True):
    """One change that can be taken back."""

    item: str
    before: Answer | None
    after: Answer | None


class Change(msgspec.Struct, frozen=True):
    """An entry for the log: an answer to store (None takes it away), or to take back or bring back."""

    item: str
    answer: Answer | None
    how: Literal["record", "undo", "redo"] = "record"


class Marked(msgspec.Struct, frozen=True):
    """What people decided about an action, to store."""

    action: str
    mark: PlanMark


class Named(msgspec.Struct, frozen=True):
    """Who holds a role of the plan, to store."""

    role: str
    name: str


class Said(msgspec.Struct, frozen=True):
    """One thing that the chatbot says.

    Attributes:
        kind: `question` opens an item; `recorded` may be shown only after the entries are stored.
        text: one or more lines.
        item: the item that a question asks.
        shows: what a front end that can draw may show of this at length.
    """

    kind: Literal["question", "recorded", "reply", "section", "closing", "problem"]
    text: str
    item: str | None = None
    shows: Literal["", "review", "scores"] = ""


Reply = tuple[State, tuple[Said, ...], tuple[Change | Marked | Named, ...]]
