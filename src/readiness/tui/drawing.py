"""Widgets that draw whole lines of their own: what has not changed is neither set nor styled again.

Textual's usual way (markup or Content, wrapped, then cut into strips) costs several times as much, and that is most of
the time between a key and what it leads to.
"""

from collections.abc import Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

Piece = tuple[
    str, str
]  # a text, and its style: "" or words and variables of the theme, such as "bold $accent"
Row = tuple[Piece, ...]


class Drawn(Widget):
    """A widget of whole lines, none wider than it is."""

    # It never scrolls: a new size has been arranged already, and need not be arranged once more.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self) -> None:
        super().__init__()
        self._looks: dict[str, RichStyle] = {}
        self._looks_for: tuple[Any, ...] = ()
        self._strips: dict[tuple[Row, int, int], Strip] = {}

    def rows(self) -> Sequence[Row]:
        """The lines as they are now."""
        raise NotImplementedError

    def render(self) -> Content:
        """All lines as one text, for those who ask for it: to copy, and to show what is marked with the mouse."""
        return Content("\n").join([_content(row) for row in self.rows()])

    def render_line(self, y: int) -> Strip:
        """One line."""
        if self.text_selection is not None:
            return super().render_line(y)
        self._dirty_regions.clear()  # nothing is kept here that could be out of date
        self._know_looks()
        rows, width = self.rows(), self.content_size.width
        key = (rows[y] if y < len(rows) else (), y, width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._strip(*key)
        return strip

    def _know_looks(self) -> None:
        """Forget all strips after a change of colours, and before they are too many."""
        looks = (self.visual_style, self.app.theme)
        if looks != self._looks_for or len(self._strips) > 500:
            self._looks_for = looks
            self._looks.clear()
            self._strips.clear()

    def _strip(self, row: Row, y: int, width: int) -> Strip:
        segments = [Segment(text, self._look(style)) for text, style in row if text]
        strip = Strip(segments).adjust_cell_length(width, self._look(""))
        return strip.apply_offsets(0, y)

    def _look(self, style: str) -> RichStyle:
        if style not in self._looks:
            look = self.visual_style
            if style:
                look += Style.parse(style, self.app.theme_variables)
            self._looks[style] = look.rich_style
        return self._looks[style]


def _content(row: Row) -> Content:
    return Content("").join([Content.styled(text, style) for text, style in row])
