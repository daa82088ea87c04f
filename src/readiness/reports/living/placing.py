"""The parts of a merged text in their order: each entry once, none missing, and room between them."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from readiness.reports.living import lines
from readiness.reports.living.parsing import Document, Entry, Part


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A part in the merged text.

    Attributes:
        part: as it will stand there.
        mine: whether it stands where the person's file has it.
        after: the key of the part that it follows in its own text; empty for the first.
        room: how many empty lines stand above it there.
        quote: what is generated in place of what the person has above; it is said below the paragraph, list or table.
    """

    part: Part
    mine: bool
    after: str = ""
    room: int = 0
    quote: tuple[Part, ...] = ()


def placed(document: Document, at: int, *, mine: bool, part: Part | None = None) -> Placed:
    """A part of a text, or what became of it, in the place that it has there."""
    above = document.parts[at - 1] if at else None
    return Placed(
        part=part or document.parts[at],
        mine=mine,
        after=above.key if above else "",
        room=above.blanks if above else 0,
    )


def entry_part(part: Part, entry: Entry) -> Part:
    """The same part with another entry in it."""
    return part if entry is part.entry else replace(part, entry=entry, text=entry.text)


def with_room(part: Part, blanks: int) -> Part:
    """The same part with that many empty lines below it."""
    return part if part.blanks == blanks else replace(part, blanks=blanks)


def once_each(row: Sequence[Placed], moved: Collection[str]) -> list[Placed]:
    """The parts, each entry once: where the person has it, but for those that only what is generated has `moved`."""
    choice: dict[str, int] = {}
    for at, each in enumerate(row):
        if each.part.entry is None:
            continue
        key = each.part.key
        wanted = each.mine != (each.part.entry.id in moved)
        if key not in choice or (wanted and not _stands(row[choice[key]], moved)):
            choice[key] = at
    return [
        each
        for at, each in enumerate(row)
        if each.part.entry is None or choice[each.part.key] == at
    ]


def _stands(each: Placed, moved: Collection[str]) -> bool:
    assert each.part.entry is not None  # noqa: S101  only entries are chosen between
    return each.mine != (each.part.entry.id in moved)


def with_missing(row: Sequence[Placed], missing: Sequence[tuple[Document, Placed]]) -> list[Placed]:
    """The parts with others put behind what they follow in their own text, or the nearest part above that is there."""
    made = list(row)
    for document, each in missing:
        where = {other.part.key: at for at, other in enumerate(made)}
        keys = document.keys
        above = reversed(keys[: keys.index(each.part.key)])
        at = next((where[key] for key in above if key in where), len(made) - 1)
        made.insert(at + 1, each)
    return made


def headings(document: Document) -> Mapping[str, str]:
    """The heading that each entry stands under, by its id."""
    found, heading = {}, ""
    for part in document.parts:
        if part.entry is not None:
            found[part.entry.id] = heading
        elif lines.is_heading(part.text):
            heading = part.key
    return found


def quoted(row: Sequence[Placed], lead: str) -> Iterator[Placed]:
    """The parts, with what they quote in a box of its own, where it breaks neither a list nor a table."""
    waiting: list[Part] = []
    for at, each in enumerate(row):
        if each.quote:
            waiting += each.quote
        else:
            yield each
        if waiting and (at + 1 == len(row) or (not row[at + 1].quote and _may_break(row, at))):
            yield Placed(part=_box(waiting, lead), mine=False, room=1)
            waiting = []


def _may_break(row: Sequence[Placed], at: int) -> bool:
    above = next((each for each in reversed(row[: at + 1]) if not each.quote), None)
    below = row[at + 1].part.text
    return above is None or above.part.blanks > 0 or lines.is_heading(below)


def _box(parts: Sequence[Part], lead: str) -> Part:
    rows = [lead, ""]
    for part in parts:
        rows += [part.text, *[""] * part.blanks]
    while not rows[-1]:
        rows.pop()
    text = "\n".join(f"> {row}".rstrip() for row in rows)
    return Part(key=text, text=text, number=0, blanks=1)


def spaced(row: Sequence[Placed]) -> Iterator[Part]:
    """The parts, with as much room between two that did not follow one another before as they need."""
    for at, each in enumerate(row):
        after = row[at + 1] if at + 1 < len(row) else None
        if after is None or after.after == each.part.key:
            yield each.part
            continue
        in_a_list = lines.is_item(each.part.text) and lines.is_item(after.part.text)
        room = (each.part.blanks, after.room)
        yield with_room(each.part, min(room) if in_a_list else max(room))
