"""How a report looks: a consultant's logo and colours."""

from typing import Literal

import msgspec

LogoType = Literal["png", "jpeg", "svg"]

# Dark enough to be read on white (8:1 and 6:1), and apart in grey and for every kind of colour-blindness.
ACCENT = "#1f4e79"
SECOND = "#9a4a12"


class Logo(msgspec.Struct, frozen=True):
    """A picture for the first page; `alt` says what it shows."""

    data: bytes
    type: LogoType
    alt: str


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """A look.

    Attributes:
        accent: for headings and what is in place, as `#rrggbb`.
        second: for what stands out beside it.
        templates: the folder whose templates take the place of those of the same name; None for the shipped ones.
    """

    accent: str = ACCENT
    second: str = SECOND
    logo: Logo | None = None
    templates: str | None = None
