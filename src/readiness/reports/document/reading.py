"""Markdown read into a document.

GitHub-flavoured Markdown as CommonMark defines it, with tables, task boxes and strikethrough. HTML is not carried over:
a comment is dropped (the ids of a plan are such comments), any other tag stands there as text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from readiness.reports.document.tree import (
    Align,
    Block,
    Break,
    Code,
    Document,
    Emphasis,
    Entries,
    Entry,
    Heading,
    Inline,
    Lines,
    Link,
    Paragraph,
    Place,
    Quote,
    Rule,
    Strong,
    Struck,
    Table,
    Text,
    plain,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PLACE = re.compile(r"\s*<!-- picture: ([a-z-]+) -->\s*")
_BOX = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
# Keeps GitHub from making a mention of an address (see escape.py); nobody else needs it.
_APART = "\u200b"
_SAFE = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)


def read(markdown: str) -> Document:
    """The document that a Markdown text is."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader = _Reader(parser.parse(markdown))
    blocks = tuple(reader.blocks(0, len(reader.tokens)))
    titles = (plain(b.parts) for b in blocks if isinstance(b, Heading) and b.level == 1)
    return Document(title=next(titles, ""), blocks=blocks)


class _Reader:
    """Walks the parser's flat list of tokens, in which every `…_open` has its `…_close` on the same level."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self.tokens = tokens
        self._anchors: set[str] = set()

    def blocks(self, start: int, end: int) -> Iterator[Block]:
        at = start
        while at < end:
            close = self._close(at)
            yield from self._block(at, close)
            at = close + 1

    def _close(self, at: int) -> int:
        token = self.tokens[at]
        if token.nesting != 1:
            return at
        wanted, level = token.type.replace("_open", "_close"), token.level
        while not (self.tokens[at].type == wanted and self.tokens[at].level == level):
            at += 1
        return at

    def _block(self, at: int, close: int) -> Iterator[Block]:
        token = self.tokens[at]
        kind = token.type
        if kind == "heading_open":
            parts = inline(self.tokens[at + 1])
            yield Heading(int(token.tag[1]), parts, self._anchor(plain(parts)))
        elif kind == "paragraph_open":
            parts = inline(self.tokens[at + 1])
            if parts:
                yield Paragraph(parts)
        elif kind in ("bullet_list_open", "ordered_list_open"):
            yield self._list(at, close)
        elif kind == "table_open":
            yield self._table(at, close)
        elif kind == "blockquote_open":
            yield Quote(tuple(self.blocks(at + 1, close)))
        elif kind in ("fence", "code_block"):
            yield Lines(token.content.rstrip("\n"))
        elif kind == "hr":
            yield Rule()
        elif kind == "html_block":
            yield from _html(token.content)

    def _list(self, at: int, close: int) -> Entries:
        token = self.tokens[at]
        start = None
        if token.type == "ordered_list_open":
            start = int(token.attrGet("start") or 1)
        entries, tight, inside = [], True, at + 1
        while inside < close:
            end = self._close(inside)
            tight = tight and all(
                t.hidden
                for t in self.tokens[inside + 1 : end]
                if t.type == "paragraph_open" and t.level == self.tokens[inside].level + 1
            )
            entries.append(self._entry(inside, end))
            inside = end + 1
        return Entries(tuple(entries), start, tight)

    def _entry(self, at: int, close: int) -> Entry:
        blocks = tuple(self.blocks(at + 1, close))
        if not blocks or not isinstance(blocks[0], Paragraph):
            return Entry(blocks)
        first, *rest = blocks[0].parts
        found = _BOX.match(first.text) if isinstance(first, Text) else None
        if found is None or not isinstance(first, Text):
            return Entry(blocks)
        words = first.text[found.end() :]
        parts = ((Text(words), *rest)) if words else tuple(rest)
        return Entry((Paragraph(parts), *blocks[1:]), box=found[1] != " ")

    def _table(self, at: int, close: int) -> Table:
        head: list[tuple[Inline, ...]] = []
        rows: list[list[tuple[Inline, ...]]] = []
        align: list[Align] = []
        for n in range(at, close):
            token = self.tokens[n]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                head.append(inline(self.tokens[n + 1]))
                align.append(_align(token))
            elif token.type == "td_open":
                rows[-1].append(inline(self.tokens[n + 1]))
        return Table(tuple(head), tuple(tuple(row) for row in rows if row), tuple(align))

    def _anchor(self, words: str) -> str:
        """An anchor as GitHub makes it, so that links inside the Markdown hold in every format."""
        base = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-") or "part"
        anchor, number = base, 0
        while anchor in self._anchors:
            number += 1
            anchor = f"{base}-{number}"
        self._anchors.add(anchor)
        return anchor


def _align(cell: "Token") -> Align:
    style = str(cell.attrGet("style") or "")
    found = style.partition("text-align:")[2].strip()
    return cast(Align, found) if found in ("right", "center") else "left"


def _html(content: str) -> Iterator[Block]:
    """What a piece of HTML between paragraphs comes to: the place of a picture, its tags as text, or nothing."""
    place = _PLACE.fullmatch(content)
    if place is not None:
        yield Place(place[1])
        return
    words = _COMMENT.sub("", content).strip()
    if words:
        yield Paragraph((Text(words),))


def inline(token: "Token") -> tuple[Inline, ...]:
    """The parts of a paragraph, a heading or a cell, without space at its ends."""
    parts, _ = _parts(token.children or [], 0, "")
    return _trimmed(parts)


def _parts(tokens: Sequence["Token"], at: int, until: str) -> tuple[list[Inline], int]:
    found: list[Inline] = []
    while at < len(tokens) and tokens[at].type != until:
        token = tokens[at]
        if token.nesting == 1:
            inner, at = _parts(tokens, at + 1, token.type.replace("_open", "_close"))
            found.extend(_marked(token, tuple(_joined(inner))))
        else:
            found.extend(_leaf(token))
        at += 1
    return list(_joined(found)), at


def _marked(token: "Token", parts: tuple[Inline, ...]) -> Sequence[Inline]:
    if token.type == "link_open":
        target = str(token.attrGet("href") or "")
        return (Link(target, parts),) if _SAFE.match(target) else parts
    if not parts:
        return ()
    if token.type == "strong_open":
        return (Strong(parts),)
    if token.type == "em_open":
        return (Emphasis(parts),)
    return (Struck(parts),) if token.type == "s_open" else parts


def _leaf(token: "Token") -> Iterator[Inline]:
    if token.type == "softbreak":
        yield Text(" ")
    elif token.type == "hardbreak":
        yield Break()
    elif token.type == "code_inline":
        yield Code(token.content)
    elif token.type == "image":
        yield Text(token.content)
    elif token.type == "html_inline":
        if not token.content.startswith("<!--"):
            yield Text(token.content)
    elif token.content:
        yield Text(token.content.replace(_APART, ""))


def _joined(parts: Sequence[Inline]) -> Iterator[Inline]:
    """Neighbouring texts as one."""
    held = ""
    for part in parts:
        if isinstance(part, Text):
            held += part.text
            continue
        if held:
            yield Text(held)
            held = ""
        yield part
    if held:
        yield Text(held)


def _trimmed(parts: Sequence[Inline]) -> tuple[Inline, ...]:
    kept = list(parts)
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].text.rstrip())
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(kept[0].text.lstrip())
    return tuple(part for part in kept if part != Text(""))
