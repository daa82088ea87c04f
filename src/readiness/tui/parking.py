"""The parking lot: what was set aside to talk about later."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.chrome import Keys
from readiness.tui.entry import Entry
from readiness.tui.moments import when
from readiness.tui.page import Action, Page

if TYPE_CHECKING:
    from readiness.assessment.session import Session
    from readiness.domain.log import Parked


class Parking(Page):
    """Shows the notes and takes new ones. They are about no question, private, and stand in no report.

    Args:
        session: whose notes they are.
    """

    CSS_PATH = "lists.tcss"
    AUTO_FOCUS = "Entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+l", "leave", show=False, priority=True),
        Binding("delete,x", "take_out", show=False),
        Binding("ctrl+z", "put_back", show=False),
    ]

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self.list = OptionList(markup=False)
        self.text = Static(words.PARKING_TEXT, classes="above", markup=False)
        self.entry = Entry()
        self._notes: tuple[Parked, ...] = ()
        self._taken_out: list[Parked] = []

    def compose(self) -> ComposeResult:
        """What this is, the notes, and a line for a new one."""
        yield self.heading
        yield self.text
        yield self.list
        with Horizontal(classes="line"):
            yield Static("› ", classes="prompt", markup=False)
            yield self.entry
        yield self.key_line

    def on_mount(self) -> None:
        """Show what is there."""
        header = self.session.header
        self.heading.show(f"{header.agency} · {header.round}", words.PARKING)
        self._fill()

    def keys(self) -> Keys:
        """What can be done with the line, or with the notes."""
        back = (("^Z", "put back"),) if self._taken_out else ()
        if self.list.has_focus:
            return (("x", "take out"), *back, ("Tab", "write"), ("Esc", "back"))
        tab = (("Tab", "the notes"),) if self._notes else ()
        return (("Enter", "park it"), *tab, *back, ("Esc", "back"))

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        if self._notes:
            yield Action("Take out", "This note, for good (x)", self.action_take_out)
        if self._taken_out:
            yield Action("Put back", "What was taken out last (^Z)", self.action_put_back)
        yield Action("Back", "Back to the questions (Esc)", self.action_leave)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work now."""
        del event
        self.show_keys()

    def on_entry_sent(self, event: Entry.Sent) -> None:
        """Park what was typed; it is durable before it is shown."""
        event.stop()
        text = event.text.strip()
        if text and not self._park(text):
            self.entry.give_back(event.text)

    def action_take_out(self) -> None:
        """Take out the note that the list stands on."""
        at = self.list.highlighted
        if at is None or at >= len(self._notes):
            return
        try:
            self.session.unpark(self._notes[at])
        except ReadinessError as error:
            self.text.update(words.shown(str(error)))
            return
        self._taken_out.append(self._notes[at])
        self._fill(words.UNPARKED)

    def action_put_back(self) -> None:
        """Park again what was taken out last."""
        if self._taken_out and self._park(self._taken_out[-1].text):
            self._taken_out.pop()
            self.show_keys()

    def action_leave(self) -> None:
        """Back to the questions. What stands in the line is parked too, rather than lost."""
        text = self.entry.value.strip()
        if not text or self._park(text):
            self.home.pop_screen()

    def _park(self, text: str) -> bool:
        try:
            self.session.park(text)
        except ReadinessError as error:
            self.text.update(words.shown(str(error)))
            return False
        self._fill()
        return True

    def _fill(self, said: str = "") -> None:
        try:
            self._notes = self.session.parked
        except ReadinessError as error:
            said = str(error)
        empty = "" if self._notes else f"\n\n{words.PARKING_EMPTY}"
        self.text.update(said or words.PARKING_TEXT + empty)
        now, at = self.home.house.clock(), self.list.highlighted or 0
        self.list.clear_options()
        self.list.add_options(
            Option(
                Content.assemble(words.shown(note.text), "  ", (when(note.at, now), "$said-oldest"))
            )
            for note in self._notes
        )
        if self._notes:
            self.list.highlighted = min(at, len(self._notes) - 1)
        else:
            self.entry.focus()
        self.show_keys()
