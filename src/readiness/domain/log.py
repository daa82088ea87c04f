"""The append-only log of an assessment, what the plan was marked with, and what was set aside.

The current answers are a view of the log: the last entry of each item wins, and undo is another entry.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from readiness.domain.answers import Answer

MarkState = Literal["open", "doing", "done", "dropped"]
# What can get in the way of an action: the rows of the toolkit's sheet for finding causes (wise.rca).
Cause = Literal["policies", "processes", "people", "environment"]
CAUSES: tuple[Cause, ...] = ("policies", "processes", "people", "environment")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was recorded.

    Attributes:
        number: its place in the log of its assessment, from 1.
        respondent: the id of who answered.
        item: the full id of the item.
        answer: None takes the answer away.
        wording: the fingerprint of the item as it was asked (`Item.wording`); empty where unknown.
        at: when, in UTC.
        undoes: the number of the entry that this one takes back.
    """

    number: int
    respondent: str
    item: str
    answer: Answer | None
    wording: str
    at: datetime
    undoes: int | None = None


class PlanMark(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided about an action of the plan, a task to find something out, or an entry of the checklist.

    `done` is its tick.

    Attributes:
        owner: in place of the owner that the action suggests; empty to keep that one.
        due: in place of the date that the plan computes.
        reason: why it was dropped.
        chosen: for the next 30 days (True), for later (False), or where the plan itself puts it (None).
        place: where it stands among those of the next 30 days, from 1; None leaves it behind those that have a place.
            With `chosen` False, the same on the list for later.
        text: what to do, for an action of one's own (`own.1`, `own.2` …).
        causes: what gets in the way.
        why: why that is so, in the person's words.
    """

    owner: str = ""
    due: date | None = None
    state: MarkState = "open"
    reason: str = ""
    chosen: bool | None = None
    place: int | None = None
    text: str = ""
    causes: tuple[Cause, ...] = ()
    why: str = ""


class Parked(msgspec.Struct, frozen=True, kw_only=True):
    """A note set aside to talk about later. It is about no question, is private, and stands in no report.

    Attributes:
        at: when it was written, in UTC.
    """

    text: str
    at: datetime


def sources(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entry that each standing answer comes from, by item; one that was taken back and brought back counts anew.

    Args:
        entries: oldest first.
    """
    by_item: dict[str, list[Entry]] = {}
    for entry in entries:
        by_item.setdefault(entry.item, []).append(entry)
    found = {item: _source(log) for item, log in by_item.items() if log[-1].answer is not None}
    return {item: entry for item, entry in found.items() if entry is not None}


def _source(log: Sequence[Entry]) -> Entry | None:
    """What the last entry of one item says by itself, or brings back by undoing another."""
    limit = log[-1].number + 1
    for entry in reversed(log):
        if entry.number < limit:
            if entry.undoes is None:
                return entry
            limit = entry.undoes
    return None


def current(entries: Iterable[Entry]) -> dict[str, Answer]:
    """The answers that a log leaves standing, by item, in the order in which the items were first answered.

    Args:
        entries: oldest first.
    """
    latest = {entry.item: entry.answer for entry in entries}
    return {item: answer for item, answer in latest.items() if answer is not None}
