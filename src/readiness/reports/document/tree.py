"""The parts of a document. Texts are plain: a renderer escapes them for its format."""

from typing import Literal, TypeAlias

import msgspec

Align = Literal["left", "right", "center"]


class Text(msgspec.Struct, frozen=True):
    """Words as they are to be read."""

    text: str


class Strong(msgspec.Struct, frozen=True):
    """Words that carry weight."""

    parts: tuple["Inline", ...]


class Emphasis(msgspec.Struct, frozen=True):
    """Words that are stressed."""

    parts: tuple["Inline", ...]


class Struck(msgspec.Struct, frozen=True):
    """Words that were crossed out."""

    parts: tuple["Inline", ...]


class Code(msgspec.Struct, frozen=True):
    """Signs that keep their width, such as a bar drawn with blocks."""

    text: str


class Link(msgspec.Struct, frozen=True):
    """A link; `target` is a web or mail address, or `#` and the anchor of a heading."""

    target: str
    parts: tuple["Inline", ...]


class Break(msgspec.Struct, frozen=True):
    """The end of a line inside a paragraph."""


Inline: TypeAlias = Text | Strong | Emphasis | Struck | Code | Link | Break


class Heading(msgspec.Struct, frozen=True):
    """A heading; `level` from 1 to 6, `anchor` unique in its document."""

    level: int
    parts: tuple[Inline, ...]
    anchor: str


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph, never empty."""

    parts: tuple[Inline, ...]


class Entry(msgspec.Struct, frozen=True):
    """An entry of a list.

    Attributes:
        box: whether its box is ticked; None for an entry without one.
    """

    blocks: tuple["Block", ...]
    box: bool | None = None


class Entries(msgspec.Struct, frozen=True):
    """A list.

    Attributes:
        start: the number of the first entry; None for a list without numbers.
        tight: without space between its entries.
    """

    entries: tuple[Entry, ...]
    start: int | None = None
    tight: bool = True


class Table(msgspec.Struct, frozen=True):
    """A table; each row has as many cells as the head."""

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    align: tuple[Align, ...]


class Quote(msgspec.Struct, frozen=True):
    """What somebody said."""

    blocks: tuple["Block", ...]


class Lines(msgspec.Struct, frozen=True):
    """Lines that keep their breaks and the width of their signs."""

    text: str


class Rule(msgspec.Struct, frozen=True):
    """A line across, between what belongs apart."""


class Place(msgspec.Struct, frozen=True):
    """Where a picture stands, by its name."""

    picture: str


Block: TypeAlias = Heading | Paragraph | Entries | Table | Quote | Lines | Rule | Place


class Document(msgspec.Struct, frozen=True):
    """A whole document; `title` is the text of its first heading of level 1, which `blocks` still hold."""

    title: str
    blocks: tuple[Block, ...]


def plain(parts: tuple[Inline, ...]) -> str:
    """The words of some parts, without what marks them."""
    return "".join(_plain(part) for part in parts)


def _plain(part: Inline) -> str:
    if isinstance(part, Text | Code):
        return part.text
    return " " if isinstance(part, Break) else plain(part.parts)
