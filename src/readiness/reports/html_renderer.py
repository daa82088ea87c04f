"""The HTML renderer: one self-contained file that needs neither network nor script."""

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

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
from readiness.reports.rendering import Rendering
from readiness.reports.templating import Templates, ready

SHELL = "page.html.j2"
# How deep the table of contents goes.
_LISTED = 3
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def render(
    handout: Handout, document: Document, pictures: Mapping[str, str], how: Rendering
) -> bytes:
    """A report as HTML, in UTF-8.

    Args:
        handout: for the head of the page.
        document: what it says.
        pictures: SVG by name.
        how: look and templates.

    Raises:
        InvalidInput: a template is broken; the problem names file and line.
    """
    page = _Page(handout.pictures, pictures)
    headings = [b for b in document.blocks if isinstance(b, Heading) and 1 < b.level <= _LISTED]
    templates = Templates(escape, {}, folders=how.folders, cache=how.cache)
    values = {
        "title": document.title or handout.title,
        "cover": handout.cover,
        "draft": handout.draft,
        "kind": handout.kind,
        "look": how.look,
        "logo": _logo(how),
        "contents": ready(_contents(headings)) if len(headings) > _LISTED else "",
        "body": ready("\n".join(page.blocks(document.blocks))),
    }
    return templates.render(SHELL, values).encode()


def _logo(how: Rendering) -> str:
    """The logo as an address that holds it whole; empty where there is none."""
    logo = how.look.logo
    if logo is None:
        return ""
    kind = "svg+xml" if logo.type == "svg" else logo.type
    return f"data:image/{kind};base64,{base64.b64encode(logo.data).decode()}"


def _contents(headings: Sequence[Heading]) -> str:
    """The table of contents: a list of the headings of level 2, each with a list of those of level 3 in it."""
    lines, open_inner = ["<ul>"], False
    for n, heading in enumerate(headings):
        if heading.level == 2:
            if n:
                lines.append("</ul></li>" if open_inner else "</li>")
            open_inner = False
            lines.append(f"<li>{_contents_link(heading)}")
        elif n:
            if not open_inner:
                lines.append("<ul>")
            open_inner = True
            lines.append(f"<li>{_contents_link(heading)}</li>")
    lines.append("</ul></li></ul>" if open_inner else "</li></ul>")
    return "\n".join(lines)


def _contents_link(heading: Heading) -> str:
    return f'<a href="#{escape(heading.anchor)}">{escape(plain(heading.parts))}</a>'


class _Page:
    """The body of a page."""

    def __init__(self, about: Mapping[str, Picture], pictures: Mapping[str, str]) -> None:
        self._about = about
        self._pictures = pictures
        self._write: Mapping[type, Callable[..., str]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Entries: self._entries,
            Table: self._table,
            Quote: self._quote,
            Lines: lambda block: f'<pre tabindex="0">{escape(block.text)}</pre>',
            Rule: lambda _: "<hr>",
            Place: self._picture,
        }

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Each block as HTML."""
        return (self._write[type(block)](block) for block in blocks)

    def _heading(self, block: Heading) -> str:
        tag = f"h{block.level}"
        return f'<{tag} id="{escape(block.anchor)}"{_direction(block.parts)}>{inline(block.parts)}</{tag}>'

    def _paragraph(self, block: Paragraph) -> str:
        return f"<p{_direction(block.parts)}>{inline(block.parts)}</p>"

    def _entries(self, block: Entries) -> str:
        tag = "ul" if block.start is None else "ol"
        start = f' start="{block.start}"' if block.start not in (None, 1) else ""
        boxes = ' class="boxes"' if any(e.box is not None for e in block.entries) else ""
        inside = "\n".join(self._entry(entry, block.tight) for entry in block.entries)
        return f"<{tag}{start}{boxes}>\n{inside}\n</{tag}>"

    def _entry(self, entry: Entry, tight: bool) -> str:
        first, *rest = entry.blocks or (Paragraph(()),)
        if isinstance(first, Paragraph):
            words = inline(first.parts)
            lead = words if tight and not rest else f"<p>{words}</p>"
            direction = _direction(first.parts)
        else:
            lead, direction = "\n".join(self.blocks([first])), ""
        inside = "\n".join((lead, *self.blocks(rest)))
        return f"<li{_boxed(entry.box)}{direction}>{_box(entry.box)}{inside}</li>"

    def _table(self, block: Table) -> str:
        aligned = ["" if side == "left" else f' class="{side}"' for side in block.align]
        head = "".join(
            f'<th scope="col"{how}>{inline(cell)}</th>'
            for cell, how in zip(block.head, aligned, strict=True)
        )
        rows = "\n".join(f"<tr>{self._row(row, aligned)}</tr>" for row in block.rows)
        label = escape(", ".join(plain(cell) for cell in block.head))
        return (
            f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table>'
            f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>"
        )

    def _row(self, row: Sequence[tuple[Inline, ...]], aligned: Sequence[str]) -> str:
        first, *rest = (
            f"{how}{_direction(cell)}>{inline(cell)}"
            for cell, how in zip(row, aligned, strict=True)
        )
        return f'<th scope="row"{first}</th>' + "".join(f"<td{cell}</td>" for cell in rest)

    def _quote(self, block: Quote) -> str:
        inside = "\n".join(self.blocks(block.blocks))
        return f"<blockquote>{inside}</blockquote>"

    def _picture(self, block: Place) -> str:
        about = self._about.get(block.picture)
        if about is None:
            return ""
        numbers = _numbers(about) if about.rows else ""
        title = escape(about.title)
        svg = self._pictures[block.picture]
        return f"<figure>\n<figcaption>{title}</figcaption>\n{svg}\n{numbers}</figure>"


def _numbers(picture: Picture) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in picture.head)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in picture.rows
    )
    return (
        f"<details><summary>The numbers in this picture</summary><table><thead><tr>{head}</tr>"
        f"</thead>\n<tbody>{rows}</tbody></table></details>\n"
    )


def _boxed(box: bool | None) -> str:
    return "" if box is None else ' class="box"'


def _box(box: bool | None) -> str:
    if box is None:
        return ""
    sign, said = ("☑", "done") if box else ("☐", "not done")
    return f'<span role="img" aria-label="{said}">{sign}</span> '


def _direction(parts: tuple[Inline, ...]) -> str:
    """Text that is written from right to left decides for itself where it begins."""
    return ' dir="auto"' if _RIGHT_TO_LEFT.search(plain(parts)) else ""


def inline(parts: tuple[Inline, ...]) -> str:
    """The parts of a paragraph as HTML."""
    return "".join(_INLINE[type(part)](part) for part in parts)


def _link(part: Link) -> str:
    return f'<a href="{escape(part.target)}">{inline(part.parts)}</a>'


_INLINE: Mapping[type, Callable[..., str]] = {
    Text: lambda part: escape(part.text, quote=False),
    Code: lambda part: f"<code>{escape(part.text, quote=False)}</code>",
    Strong: lambda part: f"<strong>{inline(part.parts)}</strong>",
    Emphasis: lambda part: f"<em>{inline(part.parts)}</em>",
    Struck: lambda part: f"<s>{inline(part.parts)}</s>",
    Link: _link,
    Break: lambda _: "<br>\n",
}
