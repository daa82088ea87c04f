"""The tables of a Word document: columns as wide as what stands in them, a head on each page, whole rows."""

from collections.abc import Callable
from typing import Any

from readiness.reports.document.tree import Inline, Table, plain
from readiness.reports.docx_parts import TEXT_WIDTH, element, inside, shape
from readiness.reports.words import right_to_left

STYLE = "ReadinessTable"
TEXT = "TableText"
Words = Callable[[Any, tuple[Inline, ...], bool], None]
# Lengths are in twentieths of a point, as Word counts them.
_WHOLE = TEXT_WIDTH.twips
_SIGN = 120  # a wide sign of 9 points: computers without Calibri take a wider letter
_MARGINS = 150
# A column whose cells are all this short takes the room that they need; the others share the rest.
_SHORT = 16
_LONGEST = 80
_LEAST = 900


def add_table(block: Table, words: Words) -> Any:
    """A table as an element; `words` writes the words of a cell into its paragraph, in bold for the head."""
    made = element("w:tbl")
    about = inside(made, "tblPr")
    inside(about, "tblStyle", val=STYLE)
    inside(about, "tblW", type="auto", w="0")
    inside(about, "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", noVBand="1")
    widths = column_widths(block)
    grid = inside(made, "tblGrid")
    for width in widths:
        inside(grid, "gridCol", w=str(width))
    for number, row in enumerate((block.head, *block.rows)):
        line = inside(made, "tr")
        about_line = inside(line, "trPr")
        inside(about_line, "cantSplit")
        if not number:
            inside(about_line, "tblHeader")
        for parts, align, width in zip(row, block.align, widths, strict=True):
            cell = inside(line, "tc")
            inside(inside(cell, "tcPr"), "tcW", w=str(width), type="dxa")
            aligned = "" if align == "left" else align
            turned = right_to_left(plain(parts))
            paragraph = shape(inside(cell, "p"), TEXT, align=aligned, turned=turned)
            words(paragraph, parts, not number)
    return made


def column_widths(block: Table) -> list[int]:
    """The width of each column: what short ones need, the rest shared by the length of what stands in the others."""
    longest = [_longest(block, column) for column in range(len(block.head))]
    widths = [length * _SIGN + _MARGINS if length <= _SHORT else 0 for length in longest]
    shares = [min(n, _LONGEST) for n, width in zip(longest, widths, strict=True) if not width]
    if not shares:
        return [max(width, _LEAST) for width in widths]
    left = max(_WHOLE - sum(widths), _WHOLE // 3)
    return [
        width or left * min(n, _LONGEST) // sum(shares)
        for n, width in zip(longest, widths, strict=True)
    ]


def _longest(block: Table, column: int) -> int:
    """How many signs stand in the fullest cell of a column; those of the head are bold, and wider by a quarter."""
    cells = [len(plain(row[column])) for row in block.rows]
    return max(len(plain(block.head[column])) * 5 // 4, *cells, 1)
