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
    plain,
)
from readiness.reports.kinds import Handout
from readiness.reports.press import Press
from readiness.reports.rendering import Rendering
from readiness.reports.words import right_to_left

if TYPE_CHECKING:
    from docx.document import Document as Word

Marks = frozenset[str]
_NONE: Marks = frozenset()
_BOLD: Marks = frozenset({"bold"})
_NEEDED_BY = ("A Word document", "docx")
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
        from readiness.reports import docx_parts, docx_styles, docx_tables
    except ImportError:
        raise MissingExtra(*_NEEDED_BY) from None
    word = docx_styles.document(handout, document.title, how)
    writer = _Writer(word, docx_parts, docx_tables, handout, pictures)
    writer.first_lines(document, how)
    writer.blocks(document.blocks)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


class _Writer:
    """Writes blocks at the end of a Word document."""

    def __init__(
        self, word: "Word", parts: Any, tables: Any, handout: Handout, pictures: Mapping[str, str]
    ) -> None:
        self._word = word
        self._parts = parts
        self._tables = tables
        self._handout = handout
        self._pictures = pictures
        self._end = word.element.body.sectPr
        self._styles = {style.name: style.style_id for style in word.styles}
        self._bookmarks: dict[str, str] = {}
        self._press: Press | None = None
        self._write: Mapping[type, Callable[..., None]] = {
            Heading: self._heading,
            Paragraph: lambda block, depth: self._under(block.parts, depth),
            Entries: self._entries,
            Table: self._table,
            Quote: self._quote,
            Lines: lambda block, depth: self._under((Text(block.text),), depth),
            Rule: lambda _block, _depth: None,
            Place: self._picture,
        }

    def first_lines(self, document: Document, how: Rendering) -> None:
        """Logo, title, what this is, and that edits stay here."""
        logo = how.look.logo
        if logo is not None:
            height = self._parts.LOGO_HEIGHT
            if logo.type == "svg":
                png = self._drawn_by().png(logo.data, height=f"{height.cm}cm")
                self._drawing(png, logo.data, "logo", logo.alt, "Logo", height=height)
            else:
                self._drawing(logo.data, None, "logo", logo.alt, "Logo", height=height)
        cover = self._handout.cover
        draft = f" · {phrases.DRAFT}" if self._handout.draft else ""
        self._said(f"{cover.kind}{draft}", "Subtitle")
        self._said(document.title or self._handout.title, "Title")
        led = phrases.FACILITATED.format(name=cover.facilitator) if cover.facilitator else ""
        said = [part for part in (cover.round, cover.scope, cover.day, led) if part]
        self._said(" · ".join(said))
        self._said(phrases.WORD_STAYS, "Caption")
        headings = [b for b in document.blocks if isinstance(b, Heading)]
        for number, heading in enumerate(headings):
            self._bookmarks[heading.anchor] = f"part_{number}"
        if self._handout.cover_page:
            self._contents([heading for heading in headings if heading.level == 2])

    def _contents(self, headings: Sequence[Heading]) -> None:
        for heading in headings:
            self._paragraph((Link(f"#{heading.anchor}", heading.parts),), "List Bullet")

    def blocks(self, blocks: Sequence[Block], depth: int = 0) -> None:
        """Blocks one after the other; `depth` is how many lists they stand in."""
        for block in blocks:
            self._write[type(block)](block, depth)

    def _paragraph(
        self,
        parts: tuple[Inline, ...],
        style: str = "",
        *,
        box: bool | None = None,
        keep: bool = False,
        numbering: int | None = None,
    ) -> Any:
        """A paragraph at the end, with a box to tick before its words where there is one."""
        made = self._parts.shape(
            self._parts.element("w:p"),
            self._styles[style] if style else "",
            keep=keep,
            numbering=numbering,
            turned=right_to_left(plain(parts)),
        )
        if box is not None:
            self._parts.checkbox(made, box, phrases.BOX)
            self._parts.add_run(made, " ")
            self._parts.add_tab(made)
        self._inline(made, parts)
        self._end.addprevious(made)
        return made

    def _said(self, text: str, style: str = "", *, keep: bool = False) -> None:
        self._paragraph((Text(text),), style, keep=keep)

    def _under(self, parts: tuple[Inline, ...], depth: int) -> None:
        """A paragraph that goes on with an entry of a list, or stands alone."""
        self._paragraph(parts, _style("List Continue", depth) if depth else "")

    def _heading(self, block: Heading, _depth: int) -> None:
        if block.level == 1:
            return  # the title has it
        made = self._paragraph(block.parts, f"Heading {block.level - 1}")
        name = self._bookmarks[block.anchor]
        self._parts.bookmark(made, int(name.partition("_")[2]), name)

    def _entries(self, block: Entries, depth: int) -> None:
        style = _style("List Bullet" if block.start is None else "List Number", depth + 1)
        numbering = None
        if block.start is not None:
            numbering = self._parts.numbered_anew(self._word, style, block.start)
        for entry in block.entries:
            self._entry(entry, style, numbering, depth)

    def _entry(self, entry: Entry, style: str, numbering: int | None, depth: int) -> None:
        boxed = entry.box is not None
        first, *rest = entry.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            first, rest = Paragraph(()), [first, *rest]
        self._paragraph(
            first.parts,
            _style("Task", depth + 1) if boxed else style,
            box=entry.box,
            keep=bool(rest),
            numbering=None if boxed else numbering,
        )
        self.blocks(rest, depth + 1)

    def _table(self, block: Table, _depth: int) -> None:
        def words(into: Any, parts: tuple[Inline, ...], head: bool) -> None:
            self._inline(into, parts, _BOLD if head else _NONE)

        self._end.addprevious(self._tables.add_table(block, words))
        self._paragraph(())

    def _quote(self, block: Quote, _depth: int) -> None:
        for inside in block.blocks:
            if isinstance(inside, Paragraph):
                self._paragraph(inside.parts, "Quote")
            else:
                self.blocks([inside])

    def _picture(self, block: Place, _depth: int) -> None:
        about = self._handout.pictures.get(block.picture)
        if about is None:
            return
        self._said(about.title, "Caption", keep=True)
        svg, width = self._pictures[block.picture].encode(), self._parts.TEXT_WIDTH
        png = self._drawn_by().png(svg, width=f"{width.cm}cm")
        self._drawing(png, svg, f"drawing-{about.name}", about.alt, about.title, width=width)
        if about.rows:
            cells = [tuple((Text(cell),) for cell in row) for row in (about.head, *about.rows)]
            align: list[Align] = ["left"] * len(about.head)
            self._table(Table(cells[0], tuple(cells[1:]), tuple(align)), 0)

    def _drawing(
        self, image: bytes, svg: bytes | None, name: str, alt: str, title: str, **size: Any
    ) -> None:
        """A picture in a paragraph of its own, with the SVG beside it where there is one."""
        run = self._word.add_paragraph().add_run()
        run.add_picture(io.BytesIO(image), **size)
        if svg is not None:
            self._parts.with_svg(self._word, run, svg, name)
        self._parts.describe(run, alt, title)

    def _drawn_by(self) -> Press:
        self._press = self._press or Press(_NEEDED_BY)
        return self._press

    def _inline(self, into: Any, parts: tuple[Inline, ...], marks: Marks = _NONE) -> None:
        for part in parts:
            if isinstance(part, Text):
                self._parts.add_run(into, part.text, marks)
            elif isinstance(part, Code):
                self._parts.add_run(into, part.text, marks | {"code"})
            elif isinstance(part, Link):
                self._link(into, part, marks)
            elif isinstance(part, Break):
                self._parts.add_break(into)
            else:
                self._inline(into, part.parts, marks | {_MARKS[type(part)]})

    def _link(self, into: Any, link: Link, marks: Marks) -> None:
        inside = into
        if not link.target.startswith("#"):
            inside = self._parts.web_link(self._word, into, link.target)
        elif link.target[1:] in self._bookmarks:
            inside = self._parts.inner_link(into, self._bookmarks[link.target[1:]])
        self._inline(inside, link.parts, marks | {"link"})


_MARKS: Mapping[type, str] = {Strong: "bold", Emphasis: "italic", Struck: "struck"}


def _style(name: str, depth: int) -> str:
    deep = min(depth, _DEEPEST)
    return name if deep == 1 else f"{name} {deep}"
