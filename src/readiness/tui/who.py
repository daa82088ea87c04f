"""Who is who: the roles that the plan gives its actions to, and who holds them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.assessment.planning import Planning
from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.answering import Answering
from readiness.tui.asking import Asked, Choice
from readiness.tui.chrome import Keys
from readiness.tui.page import Action, Page
from readiness.tui.wrapping import fit

if TYPE_CHECKING:
    from textual import events

    from readiness.assessment.session import Session
    from readiness.domain.owners import Held

ROLE, NAME = 26, 30  # cells of the columns; what is left says how many actions


class Who(Page):
    """Shows every role, and takes the name of whoever holds it. A name is stored before it shows.

    Args:
        session: whose plan it is.
    """

    CSS_PATH = "who.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("delete,x", "take_away", show=False),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self.planning = Planning(session)
        self.text = Static(words.WHO_TEXT, classes="above", markup=False)
        self.list = OptionList(markup=False)
        self.problem = Static(id="who-problem", markup=False)
        self.answering = Answering()
        self._held: tuple[Held, ...] = ()
        self._asking: Held | None = None

    def compose(self) -> ComposeResult:
        """What this is, the roles, and a line for a name."""
        yield self.heading
        yield self.text
        yield self.list
        yield self.problem
        yield self.answering
        yield self.key_line

    def on_mount(self) -> None:
        """Show who is who."""
        self.heading.show(f"{self.session.header.agency} · plan", words.WHO_IS_WHO)
        self._ask(None)
        try:
            self.session.refresh_marks()
        except ReadinessError as error:
            self.notify(str(error), timeout=20, markup=False)
        self._fill()

    def keys(self) -> Keys:
        """How to name somebody."""
        if self._asking is not None:
            return (("Enter", "keep"), ("Esc", "leave as it is"))
        here = self.chosen
        named = (("x", "take the name away"),) if here and here.name else ()
        return (("Enter", "name"), *named, ("↑ ↓", "move"), ("Esc", "back"), ("^P", "everything"))

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        yield Action("Name", "Say who holds this role (Enter)", self.action_name)
        yield Action("Take the name away", "Nobody holds it any more (x)", self.action_take_away)
        yield Action("Back", "Back to the plan (Esc)", self.action_leave)

    @property
    def chosen(self) -> "Held | None":
        """The role that the list stands on."""
        at = self.list.highlighted
        return self._held[at] if at is not None and at < len(self._held) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Other keys may work now."""
        event.stop()
        self.show_keys()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.action_name()

    def on_resize(self, event: "events.Resize") -> None:
        """Set the columns to the new width."""
        del event
        self._fill()

    def on_answering_answered(self, event: Answering.Answered) -> None:
        """Keep the name; where that fails, it stays in the line."""
        event.stop()
        asking = self._asking
        if asking is None or not event.text.strip():
            return
        name = "" if event.text == words.NOBODY else event.text
        if self._keep(asking, name):
            self._ask(None)
            self._fill()
        else:
            self.answering.entry.give_back(event.text)

    def on_answering_moved(self, event: Answering.Moved) -> None:
        """Nothing else depends on it."""
        event.stop()

    def action_name(self) -> None:
        """Ask who holds the role that the list stands on."""
        if self.chosen is not None:
            self._ask(self.chosen)

    def action_take_away(self) -> None:
        """Nobody holds the role any more."""
        here = self.chosen
        if here is not None and here.name and self._asking is None and self._keep(here, ""):
            self._fill()

    def action_leave(self) -> None:
        """Ask for nothing any more; then back to the plan."""
        if self._asking is not None:
            self._ask(None)
        else:
            self.home.pop_screen()

    def _keep(self, held: "Held", name: str) -> bool:
        try:
            self.planning.name(held.role, name)
        except ReadinessError as error:
            self.problem.update(f"! {words.shown(str(error))}")
            self.problem.display = True
            return False
        self.problem.display = False
        return True

    def _ask(self, held: "Held | None") -> None:
        self._asking = held
        self.problem.display = False
        self.answering.display = held is not None
        if held is None:
            self.list.focus()
        else:
            nobody = Choice(words.NOBODY, words.NOBODY)
            asked = words.WHO_HOLDS.format(role=words.shown(held.role))
            self.answering.ask(Asked(text=asked, choices=(nobody,)))
            self.answering.entry.value = ""
            self.answering.entry.focus()
        self.show_keys()

    def _fill(self) -> None:
        at = self.list.highlighted or 0
        self._held = self.planning.who
        self.list.clear_options()
        self.list.add_options([Option(_row(each)) for each in self._held])
        if self._held:
            self.list.highlighted = min(at, len(self._held) - 1)
        self.list.display = bool(self._held)
        self.text.update(words.WHO_TEXT if self._held else words.NO_ROLES)
        self.show_keys()


def _row(held: "Held") -> Content:
    role = fit(words.shown(held.role).replace("\n", " "), ROLE)
    name = fit(words.shown(held.name or words.NOBODY).replace("\n", " "), NAME)
    actions = words.ACTION if held.actions == 1 else words.ACTIONS.format(count=held.actions)
    return Content.assemble(
        role, "  ", (name, "" if held.name else "$said-older"), "  ", (actions, "$said-oldest")
    )
