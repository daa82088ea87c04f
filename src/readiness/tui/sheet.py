"""A calm sheet over a screen that asks for one line."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from readiness.tui.chrome import KeyLine
from readiness.tui.entry import Complete, Entry
from readiness.tui.page import Action
from readiness.tui.words import shown

Take = Callable[[str], str]


class Sheet(ModalScreen[bool]):
    """Asks until what was typed will do; gives back whether it was done, or False where somebody thought better of it.

    Args:
        head: what it is about.
        text: what is asked.
        take: does what is wanted with the line; gives back what is wrong with it, or an empty text.
        value: what stands in the line already.
        complete: as for Entry.
        does: what Enter does, in a word.
        other: another thing to do with the line, with Ctrl+N: what it does, in a word or two, and as `take`.
    """

    CSS_PATH = "new.tcss"
    AUTO_FOCUS = "Entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+n", "other", show=False),
    ]

    def __init__(
        self,
        head: str,
        text: str,
        take: Take,
        *,
        value: str = "",
        complete: Complete = lambda _: "",
        does: str = "go on",
        other: tuple[str, Take] | None = None,
    ) -> None:
        super().__init__()
        self._head, self._text = head, text
        self._take = take
        self._value = value
        self._does = does
        self._other = other
        self._problem = Static(id="new-problem", markup=False)
        self.entry = Entry(complete)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The question, what is wrong, and the line."""
        with Vertical(id="new"):
            yield Static(self._head, id="new-head", markup=False)
            yield Static(shown(self._text), id="new-text", markup=False)
            yield self._problem
            with Horizontal(classes="line"):
                yield Static("› ", classes="prompt", markup=False)
                yield self.entry
        yield self.key_line

    def on_mount(self) -> None:
        """Put what is proposed into the line."""
        self.entry.value = self._value
        self.entry.cursor_position = len(self._value)
        self._show_keys()

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        if self._other is not None:
            yield Action(self._other[0].capitalize(), "With this line (^N)", self.action_other)
        yield Action("Cancel", "Change nothing (Esc)", self.action_leave)

    def on_entry_sent(self, event: Entry.Sent) -> None:
        """Do it, or say what is wrong and give the line back."""
        event.stop()
        if not self._done(self._take, event.text):
            self.entry.give_back(event.text)

    def action_other(self) -> None:
        """Do the other thing, or say what is wrong."""
        if self._other is not None:
            self._done(self._other[1], self.entry.value)

    def _done(self, take: Take, text: str) -> bool:
        problem = take(text.strip())
        if problem:
            self._problem.update(shown(problem))
        else:
            self.dismiss(True)
        return not problem

    def on_input_changed(self, event: Input.Changed) -> None:
        """Other keys may work now."""
        event.stop()
        self._show_keys()

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(False)

    def _show_keys(self) -> None:
        tab = [("Tab", "complete")] if self.entry.completion else []
        other = [("^N", self._other[0])] if self._other else []
        self.key_line.show((("Enter", self._does), *other, *tab, ("Esc", "cancel")))
