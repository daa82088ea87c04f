"""The sections at the side, each with how far it is."""

from collections.abc import Sequence

import msgspec
from textual.content import Content
from textual.widget import Widget

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


class Sections(Widget):
    """Every section with its progress; the one that is being asked carries a sign."""

    def __init__(self) -> None:
        super().__init__()
        self.stages: tuple[Stage, ...] = ()
        self.foot = ""

    def show(self, stages: Sequence[Stage], foot: str) -> None:
        """Show how far everything is.

        Args:
            stages: in the order of asking.
            foot: a line for the bottom.
        """
        if (tuple(stages), foot) != (self.stages, self.foot):
            self.stages, self.foot = tuple(stages), foot
            self.refresh()

    def render(self) -> Content:
        """A line for each section, and the foot at the bottom."""
        width, height = self.content_size
        room = max(0, height - 2)
        here = next((n for n, stage in enumerate(self.stages) if stage.here), 0)
        first = min(max(0, here - room // 2), max(0, len(self.stages) - room))
        lines = [_drawn(stage, width) for stage in self.stages[first : first + room]]
        lines += [Content("")] * (height - 1 - len(lines))
        return Content("\n").join(
            [*lines, Content.styled(fit(f" {self.foot}", width), "$said-oldest")]
        )


def _drawn(stage: Stage, width: int) -> Content:
    sign = "›" if stage.here else " "
    style = "bold" if stage.here else "$said-oldest" if stage.count == "✓" else "$said-older"
    text = f"{sign}{fit(stage.title, width - 8)} {stage.count:>5} "
    return Content.styled(text, style)
