"""What every screen has around it: a line that says where one is, a line of keys, and a word on small windows."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from readiness.tui.drawing import Drawn, Row
from readiness.tui.words import TITLE, TOO_SMALL, shown
from readiness.tui.wrapping import fit

Keys = Sequence[tuple[str, str]]
SEPARATOR = " · "
LEAST_NAME = 12  # cells of a name that is cut


class Heading(Drawn):
    """Where one is, at the left, and how things stand, at the right.

    Where there is no room, the name before the last " · " is cut, and what stands after it stays.
    """

    def __init__(self, left: str = TITLE, right: str = "") -> None:
        super().__init__()
        self.left, self.right = left, right

    def show(self, left: str, right: str) -> None:
        """Say something else."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def rows(self) -> Sequence[Row]:
        """Both on one line; the left one gives way where there is no room."""
        width = self.content_size.width
        right = shown(self.right)
        room = max(0, width - cell_len(right) - 1)
        name, dot, place = shown(self.left).replace("\n", " ").rpartition(SEPARATOR)
        least = max(LEAST_NAME, room - cell_len(dot + place))
        name = fit(name, least).rstrip() if cell_len(name) > least else name
        left = fit(name + dot + place, room)
        return (((left, "bold"), (" ", ""), (right, "$said-older")),)


class KeyLine(Drawn):
    """The keys that do something now; those at the end are left out first where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: Keys = ()

    def show(self, keys: Keys) -> None:
        """Show other keys."""
        if tuple(keys) != tuple(self.keys):
            self.keys = tuple(keys)
            self.refresh()

    def rows(self) -> Sequence[Row]:
        """As many keys as fit, each with what it does; the last one always stays."""
        width, used = self.content_size.width, 0
        parts: list[tuple[str, str]] = []
        sizes = [cell_len(key) + cell_len(does) + 3 for key, does in self.keys]
        last = sizes[-1] if sizes else 0
        for n, (key, does) in enumerate(self.keys):
            rest = 0 if n == len(self.keys) - 1 else last
            if used + sizes[n] + rest <= width + 2:
                gap = [("  ", "")] if parts else []
                parts += [*gap, (key, "bold $accent"), (" ", ""), (does, "$said-older")]
                used += sizes[n]
        return (tuple(parts),)


class TooSmall(Widget):
    """Covers everything while the window is too small; what lies under it stays as it is."""

    def render(self) -> Content:
        """A sentence that says so."""
        return Content(TOO_SMALL)
