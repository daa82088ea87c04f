"""What was said so far: one widget for all of it, drawn line by line, however long it gets."""

from collections.abc import Iterable
from typing import ClassVar, Literal

import msgspec
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from readiness.tui.words import shown
from readiness.tui.wrapping import wrap

WIDEST = 80  # cells in a line; longer ones are hard to read
OWN = 60  # what the person said is set to the right, and narrower
END = "  ›"  # after what the person said: who spoke shows by place and sign, not by colour

By = Literal["asked", "person", "said", "recorded", "section", "problem"]


class Turn(msgspec.Struct, frozen=True):
    """One thing that was said, and by whom; `round` counts exchanges, from 0."""

    by: By
    text: str
    round: int = 0


class Line(msgspec.Struct, frozen=True):
    """One line on the screen; `round` is that of its turn."""

    text: str
    by: By
    round: int


class Transcript(ScrollView, can_focus=False):
    """All turns, the newest at the bottom; the older, the dimmer."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "transcript--now",
        "transcript--older",
        "transcript--oldest",
    }

    def __init__(self) -> None:
        super().__init__()
        self._turns: list[Turn] = []
        self._lines: list[Line] = []
        self._width = 0
        self._round = 0
        self._following = True  # whether the end stays in view when something changes
        self._looks: dict[str, Style] = {}  # what asking the stylesheet gave for these colours
        self._looks_for: tuple[object, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Everything that was said, oldest first."""
        return tuple(self._turns)

    def add(self, turns: Iterable[Turn]) -> None:
        """One exchange: what was said by both, in order."""
        for turn in turns:
            numbered = msgspec.structs.replace(turn, round=self._round)
            self._turns.append(numbered)
            self._lines += self._set(numbered)
        self._round += 1
        self._resized(follow=True)

    def on_resize(self, event: events.Resize) -> None:
        """Set all lines anew when the width changed; stay at the end where that is where one was."""
        del event
        if self._measure() != self._width:
            self._width = self._measure()
            self._lines = [line for turn in self._turns for line in self._set(turn)]
        self._resized(follow=self._following)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember whether one is at the end, so that a change of size does not lose it."""
        super().watch_scroll_y(old_value, new_value)
        self._following = new_value >= self.max_scroll_y

    def render_line(self, y: int) -> Strip:
        """One line of the visible part; few lines stand at the bottom, next to the question."""
        width, height = self.size
        place = y + round(self.scroll_offset.y) - max(0, height - len(self._lines))
        if not 0 <= place < len(self._lines):
            return Strip.blank(width, self._look(""))
        line = self._lines[place]
        strip = Strip([Segment(line.text, self._style(line))])
        selection = self.text_selection
        if selection is not None:
            strip = self._selected(strip, line, place, selection)
        return strip.adjust_cell_length(width, self._look("")).apply_offsets(0, place)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What was marked with the mouse, to copy it."""
        return selection.extract("\n".join(line.text for line in self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is marked."""
        del selection
        self.refresh()

    def _measure(self) -> int:
        return min(WIDEST, self.scrollable_content_region.width or WIDEST)

    def _resized(self, *, follow: bool) -> None:
        size = Size(self.scrollable_content_region.width, len(self._lines))
        if self.show_vertical_scrollbar and size.height > self.size.height:
            # The bar is there and stays: nothing around has to be arranged anew, as Textual would do.
            self.set_reactive(Widget.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size
        self.refresh()
        if follow:
            # Forced, because the bar that allows scrolling is only drawn after this.
            self.scroll_end(animate=False, immediate=True, force=True)

    def _set(self, turn: Turn) -> list[Line]:
        """The lines of a turn; an empty one before each exchange and each turn of its own weight."""
        width = self._width or WIDEST
        if turn.by == "person":
            texts = _set_right(turn.text, width)
        elif turn.by == "problem":
            texts = [f"! {line}" for line in wrap(shown(turn.text), width - 2)]
        else:
            texts = wrap(shown(turn.text), width)
        return [Line("", turn.by, turn.round), *(Line(text, turn.by, turn.round) for text in texts)]

    def _style(self, line: Line) -> Style:
        age = self._round - 1 - line.round
        name = "now" if age <= 0 else "older" if age <= 2 else "oldest"
        style = self._look(name)
        return style + Style(bold=True) if line.by == "problem" else style

    def _look(self, name: str) -> Style:
        """The style of an age, or of the whole with an empty name."""
        colours = (self.visual_style, self.app.theme)
        if colours != self._looks_for:
            self._looks_for = colours
            self._looks.clear()
        if name not in self._looks:
            found = self.get_component_rich_style(f"transcript--{name}") if name else None
            self._looks[name] = found or self.rich_style
        return self._looks[name]

    def _selected(self, strip: Strip, line: Line, place: int, selection: Selection) -> Strip:
        span = selection.get_span(place)
        if span is None:
            return strip
        start, end = span
        stop = len(line.text) if end == -1 else end
        style = self._style(line)
        parts = (line.text[:start], line.text[start:stop], line.text[stop:])
        reverse = style + Style(reverse=True)
        return Strip(
            [Segment(parts[0], style), Segment(parts[1], reverse), Segment(parts[2], style)]
        )


def _set_right(text: str, width: int) -> list[str]:
    from rich.cells import cell_len

    lines = wrap(shown(text), min(OWN, width - len(END) - 4))
    room = width - len(END)
    set_right = [" " * (room - cell_len(line)) + line for line in lines]
    return [*set_right[:-1], set_right[-1] + END]
