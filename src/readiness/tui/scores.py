"""Scores: verdicts and gates first, then the sections, the workplace survey, and what a step would change."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from readiness.tui import looking, words
from readiness.tui.chrome import Keys
from readiness.tui.looking import Looking
from readiness.tui.page import Action

if TYPE_CHECKING:
    from readiness.assessment.session import Session


class Scores(Looking):
    """One text to scroll, drawn with bars or, on a key, in sentences alone."""

    CSS_PATH = "scores.tcss"
    AUTO_FOCUS = "#scores"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "text", show=False),
        Binding("v,ctrl+r", "review", show=False),
        Binding("f3", "back", show=False),
    ]

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.sheet = Static(markup=False)
        self.in_text = False

    def compose(self) -> ComposeResult:
        """One text to scroll."""
        yield self.heading
        with VerticalScroll(id="scores"):
            yield self.sheet
        yield self.key_line

    def keys(self) -> Keys:
        """How to move about."""
        text = ("t", words.WITH_BARS if self.in_text else words.IN_SENTENCES)
        moves = (("↑ ↓", "read"), text, ("v", "review"), ("r", "report"), ("Esc", "back"))
        return (*moves, ("F1", "help"), ("^P", "everything"))

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        yield Action(
            "In sentences", "The same without drawing, or with it again (t)", self.action_text
        )
        yield Action("Review", "Every question with its answer (v)", self.action_review)
        yield from super().actions()

    def draw(self) -> None:
        """Show what follows from the answers as they are now."""
        from readiness.tui import scorecard

        evaluation = self.session.evaluation()
        width = max(50, self.app.size.width - 4)
        shown = scorecard.as_text if self.in_text else scorecard.drawn
        self.sheet.update(shown(evaluation, width))
        progress = self.session.progress()
        far = words.FAR.format(done=progress.done, total=progress.total)
        scope = words.SCOPES[self.session.header.scope]
        self.head(words.SCORES_TITLE, f"{scope} · {far}")

    def on_resize(self, event: events.Resize) -> None:
        """Set everything to the new width."""
        super().on_resize(event)
        self.draw()

    def action_text(self) -> None:
        """Say it in sentences, or draw it again."""
        self.in_text = not self.in_text
        self.draw()
        self.show_keys()

    def action_review(self) -> None:
        """Look at the answers instead."""
        looking.open_review(self.home, self.session)
