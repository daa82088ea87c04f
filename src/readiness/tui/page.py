"""What all screens share: heading, line of keys, a word on small windows, and their actions in the command palette."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

import msgspec
from textual import events
from textual.geometry import Size
from textual.screen import Screen

from readiness.tui.chrome import Heading, KeyLine, Keys, TooSmall

if TYPE_CHECKING:
    from readiness.tui.app import ReadinessApp

LEAST_WIDTH, LEAST_HEIGHT = 60, 15
WIDTHS = [(0, "-slim"), (LEAST_WIDTH, "-narrow"), (100, "-wide"), (150, "-widest")]
HEIGHTS = [(0, "-low"), (LEAST_HEIGHT, "-short"), (20, "-high")]


class Action(msgspec.Struct, frozen=True):
    """Something that can be done on a screen, as the command palette lists it."""

    title: str
    help: str
    run: Callable[[], object]


class Page(Screen[None]):
    """A screen of the product. To add one: a file with its page, a stylesheet beside it, and a way in the app."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()
        self.key_line = KeyLine()

    @property
    def home(self) -> "ReadinessApp":
        """The app, which knows the ways between the screens."""
        return cast("ReadinessApp", self.app)

    @property
    def too_small(self) -> bool:
        """Whether the window is too small to read in."""
        return self.size.width < LEAST_WIDTH or self.size.height < LEAST_HEIGHT

    def keys(self) -> Keys:
        """The keys that do something now, the most useful first."""
        return ()

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        return iter(())

    def expect(self, size: Size) -> None:
        """Take the shape for a size before the first drawing, so that it need not be drawn twice."""
        for least, steps in ((size.width, WIDTHS), (size.height, HEIGHTS)):
            name = max(step for step in steps if step[0] <= least)[1]
            self.set_class(True, name, update=False)

    def show_keys(self) -> None:
        """Bring the line of keys up to date."""
        self.key_line.show(self.keys())

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small; the word is only made when it is needed."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if small and not self.query(TooSmall):
            self.mount(TooSmall())
