"""The formats of a report, and the one door to their renderers."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, get_args

import msgspec

from readiness.reports import markdown_renderer
from readiness.reports.document.tree import Document
from readiness.reports.kinds import Handout
from readiness.reports.rendering import Rendering

Format = Literal["md", "html", "pdf", "docx", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
Renderer = Callable[[Handout, Document, Mapping[str, str], Rendering], bytes]

_USUAL = Rendering()
_ENDINGS: dict[str, Format] = {
    **{f".{form}": form for form in FORMATS},
    ".markdown": "md",
    ".htm": "html",
}


def by_ending(path: Path) -> Format | None:
    """The format that the ending of a file's name says; None for any other ending."""
    return _ENDINGS.get(path.suffix.lower())


def render(handout: Handout, form: Format, how: Rendering = _USUAL) -> bytes:
    """A report in one format; text is UTF-8 with LF.

    Args:
        handout: what it says.
        form: which format.
        how: look and size of the page.

    Raises:
        InvalidInput: a template is broken; the problem names file and line.
        MissingExtra: the format needs a package that is not installed.
    """
    if form == "json":
        return _json(handout)
    if form == "md":
        return markdown_renderer.render(handout, how).encode()
    from readiness.reports.document.reading import read
    from readiness.reports.pictures import drawn

    document = read(markdown_renderer.render(handout, how, drawn=True))
    pictures = drawn(handout.pictures.values(), how)
    return _renderer(form)(handout, document, pictures, how)


def _renderer(form: Format) -> Renderer:
    """Each renderer is imported when it is asked for: the libraries behind some of them take long."""
    if form == "html":
        from readiness.reports import html_renderer

        return html_renderer.render
    if form == "pdf":
        from readiness.reports import pdf_renderer

        return pdf_renderer.render
    from readiness.reports import docx_renderer

    return docx_renderer.render


def _json(handout: Handout) -> bytes:
    plain = {"kind": handout.kind, "cover": handout.cover, **handout.values}
    return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"
