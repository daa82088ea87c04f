"""The PDF renderer: a document as Typst markup, set by the typst package.

Everything that a person wrote goes into Typst as a string literal, so that none of it is ever read as markup.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten
from typing import TYPE_CHECKING

from readiness.errors import InvalidInput
from readiness.reports.document.tree import (
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
from readiness.reports.kinds import Handout, Picture
from readiness.reports.pdf_signs import spelt_out
from readiness.reports.press import Press
from readiness.reports.rendering import Rendering
from readiness.reports.templating import Templates, ready

if TYPE_CHECKING:
    from readiness.domain.problem import Problem

SHELL = "page.typ.j2"
LOGO = "logo"
# An entry up to this many signs is kept on one page; a longer one may have to be broken.
_WHOLE = 1200
# A column whose cells are all this short takes the room that they need; the others share the rest.
_SHORT = 16
_PIECE = 24
_LONG_WORD = re.compile(rf"\S{{{_PIECE * 2},}}")
_FOOT = 70
# What Typst says of a sign that no font has.
_NO_FONT = "could not be displayed"


def render(
    handout: Handout, document: Document, pictures: Mapping[str, str], how: Rendering
) -> bytes:
    """A report as PDF, tagged for accessibility (PDF/UA-1).

    Args:
        handout: for the first page.
        document: what it says.
        pictures: SVG by name.
        how: look, size of the page and templates.

    Raises:
        InvalidInput: a template is broken.
        MissingExtra: the typst package is not installed.
    """
    text = markup(handout, document, pictures, how)
    # Typst takes a picture that is no text from a file only.
    with TemporaryDirectory(prefix="readiness-") as folder:
        if how.look.logo is not None:
            Path(folder, LOGO).write_bytes(how.look.logo.data)
        press = Press(("A PDF", "pdf"), folder)
        try:
            return press.pdf(text)
        except press.fault as fault:
            if _NO_FONT not in str(fault):
                raise InvalidInput([_problem(fault)]) from fault
        try:
            return press.pdf(spelt_out(text, press.can_show))
        except press.fault as fault:
            raise InvalidInput([_problem(fault)]) from fault


def _problem(fault: Exception) -> "Problem":
    from readiness.domain.problem import Problem

    return Problem(file=SHELL, message=f"the PDF could not be set: {fault}")


def markup(
    handout: Handout, document: Document, pictures: Mapping[str, str], how: Rendering
) -> str:
    """The whole report as Typst markup; see `render`."""
    anchors = {block.anchor for block in document.blocks if isinstance(block, Heading)}
    page = _Page(handout.pictures, pictures, anchors)
    templates = Templates(words, {}, folders=how.folders, cache=how.cache)
    cover = handout.cover
    values = {
        "title": document.title or handout.title,
        "cover": cover,
        "cover_page": handout.cover_page,
        "draft": handout.draft,
        "kind": handout.kind,
        "look": how.look,
        "foot": " · ".join(
            filter(None, (shorten(cover.agency, _FOOT, placeholder=" …"), cover.day))
        ),
        "paper": "us-letter" if how.paper == "letter" else how.paper,
        "body": ready("\n\n".join(page.blocks(document.blocks))),
    }
    return templates.render(SHELL, values)


_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "", "\t": " "})


def string(text: str) -> str:
    """A text as a literal string of Typst, sign by sign."""
    return f'"{text.translate(_QUOTED)}"'


def words(text: str) -> str:
    """A text to be read, as a literal string; a word longer than a line may be broken anywhere in it."""
    return string(_LONG_WORD.sub(_broken, text))


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return "\u200b".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))


class _Page:
    """The body of a document."""

    def __init__(
        self, about: Mapping[str, Picture], pictures: Mapping[str, str], anchors: set[str]
    ) -> None:
        self._about = about
        self._pictures = pictures
        self._anchors = anchors
        self._write: Mapping[type, Callable[..., str]] = {
            Heading: self._heading,
            Paragraph: lambda block: self.inline(block.parts),
            Entries: self._entries,
            Table: self._table,
            Quote: lambda block: f"#quote(block: true)[{self._inside(block.blocks)}]",
            Lines: lambda block: f"#raw(block: true, {words(block.text)})",
            Rule: lambda _: "",  # headings begin new parts clearly enough on paper
            Place: self._picture,
        }
        self._part: Mapping[type, Callable[..., str]] = {
            Text: lambda part: f"#{words(part.text)}",
            Code: lambda part: f"#raw({words(part.text)})",
            Strong: lambda part: f"#strong[{self.inline(part.parts)}]",
            Emphasis: lambda part: f"#emph[{self.inline(part.parts)}]",
            Struck: lambda part: f"#strike[{self.inline(part.parts)}]",
            Link: self._link,
            Break: lambda _: "#linebreak()",
        }

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Each block as Typst markup."""
        return (self._write[type(block)](block) for block in blocks)

    def inline(self, parts: tuple[Inline, ...]) -> str:
        """The parts of a paragraph."""
        return "".join(self._part[type(part)](part) for part in parts)

    def _inside(self, blocks: Sequence[Block]) -> str:
        return "\n\n".join(self.blocks(blocks))

    def _heading(self, block: Heading) -> str:
        if block.level == 1:
            return ""  # the first page has it
        inside = self.inline(block.parts)
        return f"#heading(level: {block.level - 1})[{inside}] #label({string(block.anchor)})"

    def _link(self, part: Link) -> str:
        inside = self.inline(part.parts)
        if not part.target.startswith("#"):
            return f"#link({string(part.target)})[{inside}]"
        if part.target[1:] not in self._anchors:
            return inside
        return f"#link(label({string(part.target[1:])}))[{inside}]"

    def _entries(self, block: Entries) -> str:
        if block.start is not None:
            inside = ", ".join(f"[{self._inside(entry.blocks)}]" for entry in block.entries)
            return f"#enum(start: {block.start}, tight: {_bool(block.tight)}, {inside})"
        runs: list[tuple[bool | None, list[Entry]]] = []
        for entry in block.entries:
            if not runs or runs[-1][0] != entry.box:
                runs.append((entry.box, []))
            runs[-1][1].append(entry)
        return "\n".join(self._run(box, entries, block.tight) for box, entries in runs)

    def _run(self, box: bool | None, entries: Sequence[Entry], tight: bool) -> str:
        """Entries that all have the same box, or none."""
        inside = ", ".join(f"[{self._entry(entry)}]" for entry in entries)
        if box is None:
            return f"#list(tight: {_bool(tight)}, {inside})"
        return f"#tasks(done: {_bool(box)}, tight: {_bool(tight)}, {inside})"

    def _entry(self, entry: Entry) -> str:
        inside = self._inside(entry.blocks)
        return f"#whole[{inside}]" if entry.box is not None and len(inside) < _WHOLE else inside

    def _table(self, block: Table) -> str:
        head = ", ".join(f"[{self.inline(cell)}]" for cell in block.head)
        cells = ", ".join(f"[{self.inline(cell)}]" for row in block.rows for cell in row)
        columns = ", ".join(_width(block, n) for n in range(len(block.head)))
        align = ", ".join(block.align)
        return f"#table(columns: ({columns},), align: ({align},), table.header({head}), {cells})"

    def _picture(self, block: Place) -> str:
        about = self._about.get(block.picture)
        if about is None:
            return ""
        svg, alt = string(self._pictures[block.picture]), string(about.alt)
        drawn = f"#picture(bytes({svg}), alt: {alt}, title: {words(about.title)})"
        if not about.rows:
            return drawn
        head = ", ".join(f"[#{words(cell)}]" for cell in about.head)
        cells = ", ".join(f"[#{words(cell)}]" for row in about.rows for cell in row)
        return f"{drawn}\n\n#numbers(columns: {len(about.head)}, table.header({head}), {cells})"


def _width(block: Table, column: int) -> str:
    cells = [plain(row[column]) for row in block.rows] + [plain(block.head[column])]
    longest = max(map(len, cells))
    return "auto" if longest <= _SHORT else f"{min(longest, 80)}fr"


def _bool(value: bool) -> str:
    return "true" if value else "false"
