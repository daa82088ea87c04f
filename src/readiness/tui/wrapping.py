"""Breaking text into lines by the cells that it takes on a screen: wide and combining characters included."""

from rich.cells import cell_len, chop_cells

_PAD = " "


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells; words stay whole where they fit, and line breaks stay.

    Args:
        text: without control characters other than line breaks.
        width: in cells, at least 2.
    """
    return [line for part in text.split("\n") for line in _wrap_one(part, max(2, width))]


def _wrap_one(text: str, width: int) -> list[str]:
    lines, line, used = [], "", 0
    for word in text.split():
        size = cell_len(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *full, line = chop_cells(word, width) if size > width else [word]
        lines += full
        used = cell_len(line)
    return [*lines, line]


def flow(pieces: list[str], width: int, gap: str) -> list[list[int]]:
    """Whole pieces set into lines like words: for each line, which pieces stand in it.

    Args:
        pieces: texts that are never broken.
        width: in cells.
        gap: what stands between two pieces.
    """
    lines: list[list[int]] = [[]]
    used = 0
    for place, piece in enumerate(pieces):
        size = cell_len(piece)
        if lines[-1] and used + len(gap) + size > width:
            lines.append([])
            used = 0
        used += size + (len(gap) if lines[-1] else 0)
        lines[-1].append(place)
    return lines


def fit(text: str, width: int) -> str:
    """A text cut to a width, with "…" where something is missing, and filled up with spaces."""
    size = cell_len(text)
    if size > width:
        kept = chop_cells(text, max(1, width - 1))[0] if width > 1 else ""
        text = f"{kept.rstrip()}…"
        size = cell_len(text)
    return text + _PAD * (width - size)
