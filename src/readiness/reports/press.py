"""Typst, the press behind PDFs and behind the pictures of Word documents."""

from datetime import UTC, datetime
from typing import Any, cast

from readiness.errors import MissingExtra

_AT_THE_START = datetime(2000, 1, 1, tzinfo=UTC)
# A document of one sign, to try it with.
_PROBE = '#set document(title: [probe])\n#set text(font: "Libertinus Serif")\n#"{sign}"'
_SHARP = 200  # signs to the inch: enough for paper


class Press:
    """Typst; it looks for fonts when it is made, which takes a while, so that one serves a whole report.

    Args:
        needed_by: what cannot be made without it, and the extra that brings it.
        folder: where it finds files.

    Raises:
        MissingExtra: it is not installed.
    """

    def __init__(self, needed_by: tuple[str, str], folder: str | None = None) -> None:
        try:
            import typst
        except ImportError:
            raise MissingExtra(*needed_by) from None
        self._compiler = typst.Compiler(root=folder)
        self.fault: type[Exception] = typst.TypstError

    def pdf(self, text: str) -> bytes:
        """Markup as a PDF, tagged and held against PDF/UA-1: what goes against that is a fault."""
        made = self._compiler.compile(
            text.encode(), format="pdf", pdf_standards="ua-1", timestamp=_AT_THE_START
        )
        assert isinstance(made, bytes)  # noqa: S101  it is, where no file is named
        return made

    def can_show(self, sign: str) -> bool:
        """Whether any font has a sign."""
        quoted = sign.replace("\\", "\\\\").replace('"', '\\"')
        try:
            return bool(self.pdf(_PROBE.format(sign=quoted)))
        except self.fault:
            return False

    def png(self, svg: bytes, *, width: str = "auto", height: str = "auto") -> bytes:
        """A picture as PNG, sharp enough for paper; width and height in Typst's units."""
        page = (
            "#set page(width: auto, height: auto, margin: 0pt)\n"
            f'#image("drawing.svg", width: {width}, height: {height})'
        )
        files: Any = {"main.typ": page.encode(), "drawing.svg": svg}
        return bytes(cast(bytes, self._compiler.compile(files, format="png", ppi=_SHARP)))
