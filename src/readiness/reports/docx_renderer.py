"""The DOCX renderer: real headings, lists, tables and boxes to tick, so that people can go on writing in Word."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from readiness.errors import MissingExtra
from readiness.reports import phrases
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
)
from readiness.reports.kinds import Handout
from readiness.reports.rendering import Rendering

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as WordParagraph

Marks = frozenset[str]
_NONE: Marks = frozenset()
# Word's own styles go three lists deep.
_DEEPEST = 3


def render(
    handout: Handout, document: Document, pictures: Mapping[str, str], how: Rendering
) -> bytes:
    """A report as a Word document.

    Args:
        handout: for the first page and the properties of the file.
        document: what it says.
        pictures: SVG by name.
        how: look and size of the page.

    Raises:
        MissingExtra: python-docx, or typst for the pictures, is not installed.
    """
    try:
        from readiness.reports import docx_parts, docx_styles
    except ImportError:
        raise MissingExtra("A Word document", "docx") from None
    word = docx_styles.document(handout, document.title, how)
    writer = _Writer(word, docx_parts, handout, pictures)
    writer.first_lines(document, how)
    writer.blocks(document.blocks)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


class _Writer:
    """Writes blocks at the end of a Word document."""

    def __init__(
        self, word: "Word", parts: Any, handout: Handout, pictures: Mapping[str, str]
    ) -> None:
        self._word = word
        self._parts = parts
        self._handout = handout
        self._pictures = pictures
        self._bookmarks: dict[str, str] = {}
        self._drawn = 0
        self._write: Mapping[type, Callable[..., None]] = {
            Heading: self._heading,
            Paragraph: lambda block, depth: self._words(self._under(depth), block.parts),
            Entries: self._entries,
            Table: self._table,
            Quote: self._quote,
            Lines: lambda block, depth: self._words(self._under(depth), (Text(block.text),)),
            Rule: lambda _block, _depth: None,
            Place: self._picture,
        }

    def first_lines(self, document: Document, how: Rendering) -> None:
        """Logo, title, what this is, and that edits stay here."""
        logo = how.look.logo
        if logo is not None and logo.type != "svg":
            run = self._word.add_paragraph().add_run()
            run.add_picture(io.BytesIO(logo.data), height=self._parts.LOGO_HEIGHT)
            self._parts.describe(run, logo.alt, "Logo")
        cover = self._handout.cover
        draft = f" · {phrases.DRAFT}" if self._handout.draft else ""
        self._word.add_paragraph(f"{cover.kind}{draft}", style="Subtitle")
        self._word.add_paragraph(document.title or self._handout.title, style="Title")
        led = phrases.FACILITATED.format(name=cover.facilitator) if cover.facilitator else ""
        said = [part for part in (cover.round, cover.scope, cover.day, led) if part]
        self._word.add_paragraph(" · ".join(said))
        self._word.add_paragraph(phrases.WORD_STAYS, style="Caption")
        headings = [b for b in document.blocks if isinstance(b, Heading)]
        for number, heading in enumerate(headings):
            self._bookmarks[heading.anchor] = f"part_{number}"
        if self._handout.cover_page:
            self._contents([heading for heading in headings if heading.level == 2])

    def _contents(self, headings: Sequence[Heading]) -> None:
        for heading in headings:
            paragraph = self._word.add_paragraph(style="List Bullet")
            self._link(paragraph._p, Link(f"#{heading.anchor}", heading.parts), _NONE, paragraph)

    def blocks(self, blocks: Sequence[Block], depth: int = 0) -> None:
        """Blocks one after the other; `depth` is how many lists they stand in."""
        for block in blocks:
            self._write[type(block)](block, depth)

    def _under(self, depth: int) -> "WordParagraph":
        """A paragraph that goes on with an entry of a list, or stands alone."""
        if not depth:
            return self._word.add_paragraph()
        return self._word.add_paragraph(style=_style("List Continue", depth))

    def _heading(self, block: Heading, _depth: int) -> None:
        if block.level == 1:
            return  # the title has it
        paragraph = self._word.add_paragraph(style=f"Heading {block.level - 1}")
        self._words(paragraph, block.parts)
        name = self._bookmarks[block.anchor]
        self._parts.bookmark(paragraph, int(name.partition("_")[2]), name)

    def _entries(self, block: Entries, depth: int) -> None:
        style = _style("List Bullet" if block.start is None else "List Number", depth + 1)
        numbering = None
        if block.start is not None:
            numbering = self._parts.numbered_anew(self._word, style, block.start)
        for entry in block.entries:
            self._entry(entry, style, numbering, depth)

    def _entry(self, entry: Entry, style: str, numbering: int | None, depth: int) -> None:
        boxed = entry.box is not None
        paragraph = self._word.add_paragraph(style=_style("Task", depth + 1) if boxed else style)
        if numbering is not None and not boxed:
            self._parts.number_by(paragraph, numbering)
        first, *rest = entry.blocks or (Paragraph(()),)
        if entry.box is not None:
            self._parts.checkbox(paragraph, entry.box, phrases.BOX)
        if isinstance(first, Paragraph):
            self._words(paragraph, first.parts)
        else:
            rest = [first, *rest]
        paragraph.paragraph_format.keep_with_next = boxed and bool(rest)
        self.blocks(rest, depth + 1)

    def _table(self, block: Table, _depth: int) -> None:
        table = self._word.add_table(rows=0, cols=len(block.head), style="Readiness Table")
        for number, row in enumerate((block.head, *block.rows)):
            made = table.add_row()
            self._parts.keep_whole(made)
            if not number:
                self._parts.repeat_head(made)
            for cell, parts, align in zip(made.cells, row, block.align, strict=True):
                self._words(cell.paragraphs[0], parts, frozenset({"bold"}) if not number else _NONE)
                if align != "left":
                    cell.paragraphs[0].alignment = self._parts.ALIGNED[align]
        self._word.add_paragraph()

    def _quote(self, block: Quote, _depth: int) -> None:
        for inside in block.blocks:
            if isinstance(inside, Paragraph):
                self._words(self._word.add_paragraph(style="Quote"), inside.parts)
            else:
                self.blocks([inside])

    def _picture(self, block: Place, _depth: int) -> None:
        about = self._handout.pictures.get(block.picture)
        if about is None:
            return
        self._word.add_paragraph(
            about.title, style="Caption"
        ).paragraph_format.keep_with_next = True
        svg = self._pictures[block.picture].encode()
        run = self._word.add_paragraph().add_run()
        run.add_picture(io.BytesIO(self._parts.png(svg)), width=self._parts.TEXT_WIDTH)
        self._drawn += 1
        self._parts.with_svg(self._word, run, svg, self._drawn)
        self._parts.describe(run, about.alt, about.title)
        if about.rows:
            cells = [tuple((Text(cell),) for cell in row) for row in (about.head, *about.rows)]
            align: list[Align] = ["left"] * len(about.head)
            self._table(Table(cells[0], tuple(cells[1:]), tuple(align)), 0)

    def _words(
        self, paragraph: "WordParagraph", parts: tuple[Inline, ...], marks: Marks = _NONE
    ) -> None:
        self._inline(paragraph._p, parts, marks, paragraph)

    def _inline(
        self, into: Any, parts: tuple[Inline, ...], marks: Marks, paragraph: "WordParagraph"
    ) -> None:
        for part in parts:
            if isinstance(part, Text | Code):
                kinds = marks | {"code"} if isinstance(part, Code) else marks
                self._parts.add_run(into, part.text, kinds)
            elif isinstance(part, Link):
                self._link(into, part, marks, paragraph)
            elif isinstance(part, Break):
                self._parts.add_break(into)
            else:
                self._inline(into, part.parts, marks | {_MARKS[type(part)]}, paragraph)

    def _link(self, into: Any, link: Link, marks: Marks, paragraph: "WordParagraph") -> None:
        inside = into
        if not link.target.startswith("#"):
            inside = self._parts.web_link(paragraph, into, link.target)
        elif link.target[1:] in self._bookmarks:
            inside = self._parts.inner_link(into, self._bookmarks[link.target[1:]])
        self._inline(inside, link.parts, marks | {"link"}, paragraph)


_MARKS: Mapping[type, str] = {Strong: "bold", Emphasis: "italic", Struck: "struck"}


def _style(name: str, depth: int) -> str:
    deep = min(depth, _DEEPEST)
    return name if deep == 1 else f"{name} {deep}"
