"""How a report is rendered: look, size of the page, and where templates are kept."""

from pathlib import Path
from typing import Literal, get_args

import msgspec

from readiness.domain.look import Look

PaperSize = Literal["letter", "a4"]
PAPER_SIZES: tuple[PaperSize, ...] = get_args(PaperSize)


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody chose for a rendering.

    Attributes:
        paper: the size of a page, for PDF and DOCX.
        cache: a folder to keep compiled templates in; it is made where it is missing, and done without where it cannot
            be written. None keeps nothing.
    """

    look: Look = Look()
    paper: PaperSize = "letter"
    cache: Path | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where templates are looked for before the shipped ones."""
        return (Path(self.look.templates),) if self.look.templates else ()
