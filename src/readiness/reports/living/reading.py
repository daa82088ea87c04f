"""What a person decided in an edited plan: ticks, who, by when, how it stands, drops with why, and their own actions.

Read against what was generated: what a person did not touch says nothing, whatever was decided elsewhere meanwhile.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from readiness.domain.log import MarkState
from readiness.domain.marks import OWN, is_own
from readiness.reports import phrases
from readiness.reports.fields import NO_REASON
from readiness.reports.living import words
from readiness.reports.living.parsing import Document, Entry, parse
from readiness.reports.living.placing import headings
from readiness.reports.living.plain import shown
from readiness.reports.living.preparing import prepared, tasks, with_ids
from readiness.reports.living.states import state_of

_NO_DAY: Final = ("", phrases.NO_DATE)
_NO_DAY_BEGINS: Final = ("within ", phrases.WHEN_ROOM.partition("{")[0], "before the ")


class Written(msgspec.Struct, frozen=True):
    """Something that a person wrote, and where: lines count from 1."""

    text: str
    line: int


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about one entry; None is what they left as it was.

    Attributes:
        title: what the entry says, as it is seen.
        reason: why it was dropped.
        owner: who takes it on; empty for whom the plan suggests.
        due: by when, in the person's words; empty for the day that the plan has.
        stands: words for how it stands that nobody knows.
        text: what to do, for an action of their own.
        soon: whether one that was added stands among those of the next 30 days; None for any other.
    """

    id: str
    title: str
    state: MarkState | None = None
    reason: str | None = None
    owner: str | None = None
    due: Written | None = None
    stands: Written | None = None
    text: str | None = None
    soon: bool | None = None


def decisions(mine: str, new: str, base: str | None, first_own: int) -> tuple[Decision, ...]:
    """What a person decided in their file.

    Args:
        mine: the file.
        new: what is generated now.
        base: what was generated last, where that is known.
        first_own: the number for the first action that they added.
    """
    now, last = parse(new), parse(base) if base is not None else None
    document = prepared(parse(mine), last, now, keep_marks=True)
    known = {**now.entries, **(last.entries if last else {})}
    document, added = _with_own(document, first_own)
    under = headings(document)
    found = (
        _added(entry, under[name] == words.NEXT_30)
        if name in added or (is_own(name) and name not in known)
        else _decision(entry, known.get(name))
        for name, entry in document.entries.items()
    )
    return tuple(decision for decision in found if decision is not None)


def _with_own(document: Document, first: int) -> tuple[Document, frozenset[str]]:
    """The file with ids for the tasks that a person added, and these ids."""
    used = [int(name.partition(".")[2]) for name in document.entries if is_own(name)]
    number = max([first, *(one + 1 for one in used)])
    ends = {}
    for item in tasks(document):
        if item.title:
            ends[item.last] = f"{OWN}.{number}"
            number += 1
    return (with_ids(document, ends) if ends else document), frozenset(ends.values())


def _added(entry: Entry, soon: bool) -> Decision:
    state = _state(entry)
    reason = _reason(entry)
    who, by = (entry.line(key) for key in ("who", "by"))
    return Decision(
        id=entry.id,
        title=shown(entry.title),
        state=state if state not in (None, "open") else None,
        reason=reason if state == "dropped" else None,
        owner=_owner(who.value) if who else None,
        due=Written(_due(by.value), by.number) if by and _due(by.value) else None,
        stands=_stands(entry) if state is None else None,
        text=shown(entry.title),
        soon=soon,
    )


def _decision(entry: Entry, known: Entry | None) -> Decision | None:
    if known is None:
        return None
    changes = dict(_changes(entry, known))
    if not changes:
        return None
    return msgspec.convert({"id": entry.id, "title": shown(entry.title), **changes}, Decision)


def _changes(entry: Entry, known: Entry) -> Iterator[tuple[str, object]]:
    state, was = _state(entry), _state(known)
    if state is None:
        yield "stands", _stands(entry)
    elif state != was:
        yield "state", state
    if state == "dropped" and (was != "dropped" or _reason(entry) != _reason(known)):
        yield "reason", _reason(entry)
    who, by = (entry.line(key) for key in ("who", "by"))
    if who is not None and shown(who.value) != shown(known.value("who")):
        yield "owner", _owner(who.value)
    if by is not None and shown(by.value) != shown(known.value("by")):
        yield "due", Written(_due(by.value), by.number)
    if is_own(entry.id) and shown(entry.title) not in ("", shown(known.title)):
        yield "text", shown(entry.title)


def _state(entry: Entry) -> MarkState | None:
    """How an entry stands; None where its words for that are not known."""
    if entry.line("dropped") is not None:
        return "dropped"
    if entry.ticked:
        return "done"
    return state_of(entry.value("state"))


def _stands(entry: Entry) -> Written | None:
    line = entry.line("state")
    return Written(shown(line.value), line.number) if line else None


def _reason(entry: Entry) -> str:
    said = shown(entry.value("dropped"))
    return "" if said == NO_REASON else said


def _owner(value: str) -> str:
    said = shown(value)
    return "" if said == phrases.NOBODY else said


def _due(value: str) -> str:
    """A day in words; empty where the plan itself says that there is none."""
    said = shown(value)
    return "" if said in _NO_DAY or (said.startswith(_NO_DAY_BEGINS) and "days" in said) else said


def own_numbers(ids: Mapping[str, object]) -> int:
    """The first number that no action of one's own has had."""
    used = [int(name.partition(".")[2]) for name in ids if is_own(name)]
    return max(used, default=0) + 1
