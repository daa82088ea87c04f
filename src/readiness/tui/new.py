"""Beginning: the three questions before the first one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from readiness.conversation.opening import Opening, ask, full_minutes, take
from readiness.conversation.phrases import Phrases
from readiness.loading import shipped_phrases
from readiness.tui.answering import Answering
from readiness.tui.asking import Asked, offered
from readiness.tui.chrome import KeyLine
from readiness.tui.page import Action

if TYPE_CHECKING:
    from readiness.tui.app import ReadinessApp

STEPS = ("agency", "role", "scope")
HEAD = "New assessment · {number} of {total}"


class New(ModalScreen["Opening | None"]):
    """Asks for what is not known yet; gives back all of it, or None where somebody thought better of it.

    Args:
        opening: what is known.
    """

    CSS_PATH = "new.tcss"
    AUTO_FOCUS = "Entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+z", "before", show=False),
    ]

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._known = [opening]
        self._say = Phrases(shipped_phrases())
        self._head = Static(id="new-head", markup=False)
        self._problem = Static(id="new-problem", markup=False)
        self.answering = Answering()
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """One question at a time."""
        with Vertical(id="new"):
            yield self._head
            yield self._problem
            yield self.answering
        yield self.key_line

    def on_mount(self) -> None:
        """Ask the first of them."""
        self._ask()

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        yield Action(
            "Question before", "Go back to the question before this one (^Z)", self.action_before
        )
        yield Action("Cancel", "Begin nothing (Esc)", self.action_leave)

    def on_answering_answered(self, event: Answering.Answered) -> None:
        """Take an answer; ask the next question, or begin."""
        event.stop()
        opening, problem = take(self._known[-1], event.text, self._say)
        self._problem.update(problem)
        if problem:
            self.answering.entry.give_back(event.text)
            return
        self._known.append(opening)
        if opening.missing:
            self._ask()
        else:
            self.dismiss(opening)

    def on_answering_moved(self, event: Answering.Moved) -> None:
        """Nothing else depends on it."""
        event.stop()

    def action_before(self) -> None:
        """Go back to the question before this one."""
        if len(self._known) > 1:
            self._known.pop()
            self._ask()

    def action_leave(self) -> None:
        """Look at no choice any more, or begin nothing."""
        if not self.answering.clear_choice():
            self.dismiss(None)

    def _ask(self) -> None:
        missing = self._known[-1].missing
        home = cast("ReadinessApp", self.app)
        text = ask(
            self._known[-1],
            self._say,
            full_minutes(home.house.library, self._known[-1].questionnaires),
        )
        number = STEPS.index(missing) + 1 if missing in STEPS else 1
        self._head.update(HEAD.format(number=number, total=len(STEPS)))
        self._problem.update("")
        self.answering.ask(offered(text) if missing != "agency" else Asked(text=text))
        back = [("^Z", "back")] if len(self._known) > 1 else []
        self.key_line.show((("Enter", "next"), *back, ("Esc", "cancel"), ("^P", "everything")))
