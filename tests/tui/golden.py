"""What a screen looks like, as a text that people can read and compare: one file for each snapshot.

First the screen, row by row. Then the colors of its theme that are seen. Then every run of cells that is not the plain
foreground on the plain background, by row and cells, with the theme's name for its colors.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from rich.cells import cell_len
from rich.color import Color as Ink
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip

# The names that the stylesheets use, the plainest first: where a theme gives two names one color, the first is said.
NAMES = "background foreground accent said-older said-oldest rule surface panel".split()
ATTRIBUTES = "bold dim italic underline reverse strike".split()

PLAIN_INK, PLAIN_GROUND = "foreground", "background"

Cell = tuple[str, str, str]  # the sign, its color and attributes, what it stands on


def painted(app: App[Any]) -> str:
    """What an app shows now, with its colors."""
    names = _names(app)
    rows = [list(_cells(strip, names)) for strip in app.screen._compositor.render_strips()]
    text = [_row(n, "".join(sign for sign, _, _ in row)) for n, row in enumerate(rows, 1)]
    runs = [_row(n, said) for n, row in enumerate(rows, 1) if (said := "; ".join(_runs(row)))]
    seen = {name for row in rows for _, ink, ground in row for name in (*ink.split(), ground)}
    colors = [f"{name} {hexed}" for hexed, name in names.items() if name in seen]
    return "\n".join([*text, "", ", ".join(colors), "", *runs, ""])


def _names(app: App[Any]) -> dict[str, str]:
    """The theme's names by their colors; by their grays where no colors are wanted."""
    found: dict[str, str] = {}
    for name in NAMES:
        color = Color.parse(app.theme_variables[name])
        found.setdefault((color.monochrome if app.no_color else color).hex.lower(), name)
    return found


def _row(number: int, text: str) -> str:
    return f"{number:>2}│{text}".rstrip()


def _cells(strip: Strip, names: Mapping[str, str]) -> Iterator[Cell]:
    """Each sign with its look; nobody sees the color of the ink of a space."""
    for text, style, control in strip:
        ink, ground = _look(style or Style.null(), names)
        shows = {"reverse", "underline", "strike"} & set(ink.split())
        for sign in "" if control else text:
            yield sign, "" if sign.isspace() and not shows else ink, ground


def _look(style: Style, names: Mapping[str, str]) -> tuple[str, str]:
    attributes = [name for name in ATTRIBUTES if getattr(style, name)]
    return " ".join([_said(style.color, names), *attributes]), _said(style.bgcolor, names)


def _said(color: Ink | None, names: Mapping[str, str]) -> str:
    if color is None or color.is_default:
        return "default"
    hexed = color.get_truecolor().hex.lower()
    return names.get(hexed, hexed)


def _runs(row: list[Cell]) -> Iterator[str]:
    """The runs that are not plain, each as its cells and its look."""
    at = 1
    for (ink, ground), group in groupby(_joined(row), key=lambda cell: cell[1:]):
        first, at = at, at + sum(cell_len(sign) for sign, _, _ in group)
        inked, grounded = ink not in ("", PLAIN_INK), ground != PLAIN_GROUND
        if inked or grounded:
            span = str(first) if at == first + 1 else f"{first}–{at - 1}"
            yield " ".join([span, *[ink] * bool(ink), *[f"on {ground}"] * grounded])


def _joined(row: list[Cell]) -> list[Cell]:
    """A row whose spaces between two signs of one look have that look too."""
    joined = list(row)
    last: int | None = None  # where the sign before the spaces is
    for at, (_, ink, ground) in enumerate(row):
        if not ink:
            continue
        between = row[last + 1 : at] if last is not None else []
        same = last is not None and row[last][1:] == (ink, ground)
        if same and all(cell[2] == ground for cell in between):
            joined[at - len(between) : at] = [(sign, ink, ground) for sign, _, _ in between]
        last = at
    return joined
