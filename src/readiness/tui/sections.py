"""The sections at the side, each with how far it is."""

from collections.abc import Sequence

import msgspec
from textual.geometry import Region, Size

from readiness.tui.drawing import Drawn, Row
from readiness.tui.wrapping import fit

NARROW = 30


class Stage(msgspec.Struct, frozen=True):
    """A stretch of the way as the side shows it."""

    title: str
    done: int
    total: int
    here: bool = False

    @property
    def count(self) -> str:
        """How far it is, in a few cells: "✓" when all is answered, "·" when nothing is."""
        if self.done >= self.total:
            return "✓"
        return f"{self.done}/{self.total}" if self.done or self.here else "·"


class Sections(Drawn):
    """Every section with its progress; the one that is being asked carries a sign."""

    def __init__(self) -> None:
        super().__init__()
        self.stages: tuple[Stage, ...] = ()
        self.foot = ""
        self._shown: list[Row] = []
        self._set_for = Size(0, 0)

    def show(self, stages: Sequence[Stage], foot: str) -> None:
        """Show how far everything is; only the lines that differ are drawn again.

        Args:
            stages: in the order of asking.
            foot: a line for the bottom.
        """
        if (tuple(stages), foot) == (self.stages, self.foot):
            return
        self.stages, self.foot = tuple(stages), foot
        before, self._shown = self._shown, self._set_rows()
        self._set_for = self.content_size
        if len(before) != len(self._shown):
            self.refresh()
            return
        changed = [y for y, row in enumerate(self._shown) if row != before[y]]
        if changed:
            self.refresh(*(Region(0, y, self.content_size.width, 1) for y in changed))

    def rows(self) -> Sequence[Row]:
        """A line for each section, and the foot at the bottom; set anew where the size is another one now."""
        if self._set_for != self.content_size:
            self._shown, self._set_for = self._set_rows(), self.content_size
        return self._shown

    def _set_rows(self) -> list[Row]:
        width, height = self.content_size
        room = max(0, height - 2)
        here = next((n for n, stage in enumerate(self.stages) if stage.here), 0)
        first = min(max(0, here - room // 2), max(0, len(self.stages) - room))
        rows = [_drawn(stage, width) for stage in self.stages[first : first + room]]
        rows += [(("", ""),)] * (height - 1 - len(rows))
        return [*rows, ((fit(f" {self.foot}", width), "$said-oldest"),)]


def _drawn(stage: Stage, width: int) -> Row:
    sign = "›" if stage.here else " "
    style = "bold" if stage.here else "$said-oldest" if stage.count == "✓" else "$said-older"
    text = f"{sign}{fit(stage.title, width - 8)} {stage.count:>5} "
    return ((text, style),)
