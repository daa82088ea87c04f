"""A report in Markdown, read as parts: its entries, known by the comment on their line, and the lines between them.

Nothing is lost: the parts, written one after the other, are the text.
"""

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec

from readiness.reports.living import lines
from readiness.reports.living.rows import Rows
from readiness.reports.living.stamp import unstamped

_HEAD = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<marker>[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[(?P<box>[ xX✓✔]?)\](?=\s|\*)[ \t]*)?(?P<title>.*)",
    re.DOTALL,
)
_LONGEST_HEAD = 12  # lines that an editor may have made of one


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line below an entry.

    Attributes:
        key: what it is, among the lines of its entry: `who`, `first step`, or the text itself.
        label: as it stands there; empty for a line that has none.
        value: what stands after the label.
        text: the line as it stands there.
        blanks: how many empty lines follow.
        number: of the line in the text, from 1.
    """

    key: str
    text: str
    number: int
    label: str = ""
    value: str = ""
    blanks: int = 0


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An action, a task to find something out, or an entry of the checklist, with the lines below it.

    Attributes:
        head: its first line (or lines, where an editor has broken it) as it stands there.
        marker: what makes it an entry of a list; may be empty.
        box: None where it has none, else a space or `x`.
        title: the text of its first line as Markdown, without the comment.
    """

    id: str
    head: str
    indent: str
    marker: str
    box: str | None
    title: str
    body: tuple[Line, ...]
    number: int

    @property
    def ticked(self) -> bool:
        """Whether its box is ticked."""
        return self.box == "x"

    @property
    def text(self) -> str:
        """The entry as it stands in a text."""
        below = [f"{x.text}{chr(10) * x.blanks}" if x.blanks else x.text for x in self.body]
        return "\n".join((self.head, *below))

    def line(self, key: str) -> Line | None:
        """The line of that key."""
        for line in self.body:
            if line.key == key:
                return line
        return None

    def value(self, key: str) -> str:
        """What the line of that key says; empty where there is none."""
        line = self.line(key)
        return line.value if line else ""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """An entry, or a line between entries.

    Attributes:
        key: the id of an entry, in a form that no line can have; else the line without spaces at its end.
        blanks: how many empty lines follow.
    """

    key: str
    text: str
    number: int
    blanks: int = 0
    entry: Entry | None = None


class Document(msgspec.Struct, frozen=True, dict=True):
    """A text as its parts; `lead` is the number of empty lines before the first."""

    parts: tuple[Part, ...]
    lead: int = 0

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries by their ids, in order."""
        return {part.entry.id: part.entry for part in self.parts if part.entry}

    @cached_property
    def keys(self) -> list[str]:
        """The keys of all parts, in order."""
        return [part.key for part in self.parts]

    @property
    def text(self) -> str:
        """The text."""
        written = "".join(f"{part.text}\n{chr(10) * part.blanks}" for part in self.parts)
        return "\n" * self.lead + written


class Block(msgspec.Struct, frozen=True):
    """The lines of an entry, how many of them are not empty, how far in it stands, and what they were read as."""

    rows: list[str]
    filled: int
    margin: int
    part: Part


Seen = dict[str, Block]  # by the first line of each


def key_of(entry_id: str) -> str:
    """The key of an entry's part."""
    return f"\x00{entry_id}"


def parse(text: str, seen: Seen | None = None) -> Document:
    """A report, or what a person made of one, as its parts; the comment at its end is left out.

    An id that stands in the text twice is that of the first; the second is an entry without one.

    Args:
        text: all of it.
        seen: the entries of texts that were read before this one, and from then on those of this one too. An entry that
            stands here as it stood there, to the letter, is the same object, with the numbers of its lines there.
    """
    rows = Rows(unstamped(lines.of(text)).rstrip("\n").split("\n"))
    seen = {} if seen is None else seen
    parts: list[Part] = []
    n = 0
    every, filled, known = rows.every, rows.filled, rows.known
    while n + 1 < len(filled):
        at = filled[n]
        if at in known:
            part, n = _of_entry(rows, n, seen)
            if part.entry and not part.entry.marker and (joined := _broken(parts, part.entry)):
                part = msgspec.structs.replace(joined, blanks=part.blanks)
        else:
            n += 1
            row, blanks = every[at], filled[n] - at - 1
            part = Part(key=row.rstrip(), text=row, number=at + 1, blanks=blanks)
        parts.append(part)
    return Document(tuple(parts), rows.filled[0] if parts else 0)


def head_of(
    row: str, entry_id: str, number: int, body: tuple[Line, ...] = (), head: str = ""
) -> Entry:
    """An entry made of its first line, without the comment, and the lines below it; `head` has the comment too."""
    found = _HEAD.fullmatch(row)
    assert found is not None  # noqa: S101  it takes any text
    box = found["box"]
    return Entry(
        id=entry_id,
        head=head or row,
        indent=found["indent"],
        marker=found["marker"] or "",
        box=None if box is None else "x" if box.strip() else " ",
        title=found["title"].strip(),
        body=body,
        number=number,
    )


def named(row: str, entry_id: str) -> str:
    """A line with the comment that says which entry it is."""
    return f"{row.rstrip()} <!-- {entry_id} -->"


def _of_entry(rows: Rows, n: int, seen: Seen) -> tuple[Part, int]:
    """The entry that begins at the line in the `n`th of the filled places, and the place of what comes after it."""
    row = rows.every[rows.filled[n]]
    block = seen.get(row)
    if block is None or not _stands(block, rows, n):
        block = seen[row] = _block(rows, n)
    end = n + block.filled
    blanks = rows.filled[end] - rows.filled[end - 1] - 1
    part = block.part
    return (part if part.blanks == blanks else msgspec.structs.replace(part, blanks=blanks)), end


def _block(rows: Rows, n: int) -> Block:
    """The entry whose first line is in the `n`th of the filled places."""
    at = rows.filled[n]
    row, found = rows.every[at], rows.known[at]
    body, end = _body(rows, n)
    bare = f"{row[: found.start()].rstrip()}{row[found.end() :]}".rstrip()
    entry = head_of(bare, found["id"], at + 1, body, row)
    blanks = rows.filled[end] - rows.filled[end - 1] - 1
    part = Part(key=key_of(entry.id), text=entry.text, number=at + 1, blanks=blanks, entry=entry)
    return Block(rows.every[at : rows.filled[end - 1] + 1], end - n, lines.margin(row), part)


def _stands(block: Block, rows: Rows, n: int) -> bool:
    """Whether an entry stands there to the letter, with nothing more below it."""
    at = rows.filled[n]
    if rows.every[at : at + len(block.rows)] != block.rows:
        return False
    end = n + block.filled
    return end + 1 == len(rows.filled) or not _belongs(rows, end, block.margin)


def _body(rows: Rows, n: int) -> tuple[tuple[Line, ...], int]:
    """The lines that belong to an entry, and the place of what comes after them."""
    head = rows.filled[n]
    margin = lines.margin(rows.every[head])
    end = n + 1
    while end + 1 < len(rows.filled) and _belongs(rows, end, margin):
        end += 1
    places = rows.filled[n + 1 : end]
    if not places:
        return (), end
    body: list[Line] = []
    if blanks := places[0] - head - 1:
        body.append(Line(key="", text="", number=head + 2, blanks=blanks - 1))
    taken: set[str] = set()
    for at, after in zip(places, (*places[1:], places[-1] + 1), strict=True):
        body.append(_line(rows.every[at], at + 1, after - at - 1, taken))
    return tuple(body), end


def _belongs(rows: Rows, n: int, margin: int) -> bool:
    at = rows.filled[n]
    if at in rows.known:
        return False
    row = rows.every[at]
    if row[0].isspace() and (not margin or lines.margin(row) > margin):
        return True
    if at - rows.filled[n - 1] > 1:
        return False
    label = lines.labelled(row)
    return label is not None and label.key in lines.TO_EDIT


def _line(row: str, number: int, blanks: int, taken: set[str]) -> Line:
    label = lines.labelled(row)
    if label is None or label.key in taken:
        return Line(key=f"\x01{row.rstrip()}", text=row, number=number, blanks=blanks)
    taken.add(label.key)
    return Line(
        key=label.key,
        text=row,
        number=number,
        label=label.label,
        value=label.value,
        blanks=blanks,
    )


def _broken(parts: list[Part], entry: Entry) -> Part | None:
    """The entry whose first line an editor has broken into several, the last of which has the comment.

    Its lines are taken off `parts`.
    """
    for back in range(1, min(_LONGEST_HEAD, len(parts) + 1)):
        part = parts[-back]
        if part.entry or part.blanks:
            return None
        if lines.is_item(part.text):
            above = parts[-back:]
            del parts[-back:]
            whole = " ".join((above[0].text, *(p.text.strip() for p in above[1:]), entry.title))
            made = msgspec.structs.replace(
                head_of(whole, entry.id, above[0].number, entry.body),
                head="\n".join((*(p.text for p in above), entry.head)),
            )
            return Part(key=key_of(made.id), text=made.text, number=made.number, entry=made)
    return None
