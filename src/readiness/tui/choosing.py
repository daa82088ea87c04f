"""Choosing what is asked: sections in or out, and their order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.assessment.sections import choosable, left_out, shipped_order
from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.chrome import Keys
from readiness.tui.page import Action, Page

if TYPE_CHECKING:
    from readiness.assessment.session import Session


class Choosing(Page):
    """Shows every section that can be left out or moved; nothing is stored before Enter.

    Args:
        session: whose sections they are.
    """

    CSS_PATH = "lists.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+o", "leave", show=False),
        Binding("space", "tick", show=False, priority=True),
        Binding("shift+up,left,minus", "move(-1)", show=False),
        Binding("shift+down,right,plus", "move(1)", show=False),
    ]

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self.list = OptionList(markup=False)
        self.text = Static(words.CHOOSING_TEXT, classes="above", markup=False)
        self._as_shipped = shipped_order(session)
        self._titles = {each.id: each.title for each in choosable(session)}
        self._counts = {each.id: len(each.items) for each in choosable(session)}
        self._order = list(self._titles)
        self._out = set(left_out(session))

    def compose(self) -> ComposeResult:
        """What this is, and the sections."""
        yield self.heading
        yield self.text
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Show them."""
        header = self.session.header
        self.heading.show(f"{header.agency} · {header.round}", words.CHOOSING)
        self.list.add_options([Option(self._row(each)) for each in self._order])
        self.list.highlighted = 0
        self.show_keys()

    def keys(self) -> Keys:
        """What can be done with a section."""
        return (
            ("Space", "in or out"),
            ("← →", "move up, down"),
            ("Enter", "keep"),
            ("Esc", "cancel"),
        )

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        yield Action("In or out", "Ask this section, or leave it out (Space)", self.action_tick)
        yield Action("Move up", "Ask it earlier (←)", lambda: self.action_move(-1))
        yield Action("Move down", "Ask it later (→)", lambda: self.action_move(1))
        yield Action("Keep", "Ask these, in this order (Enter)", self.action_keep)
        yield Action("Cancel", "Change nothing (Esc)", self.action_leave)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.action_keep()

    def action_tick(self) -> None:
        """Ask the section that the list stands on, or leave it out."""
        at = self.list.highlighted
        if at is not None:
            self._out ^= {self._order[at]}
            self._draw(at)

    def action_move(self, by: int) -> None:
        """Move the section that the list stands on."""
        at = self.list.highlighted
        if at is None or not 0 <= at + by < len(self._order):
            return
        order = self._order
        order[at], order[at + by] = order[at + by], order[at]
        self._draw(at, at + by)
        self.list.highlighted = at + by

    def action_keep(self) -> None:
        """Store the choice, and go on with it."""
        chosen = [each for each in self._order if each not in self._out]
        if not chosen:
            self.text.update(words.AT_LEAST_ONE)
            return
        try:
            self.session.choose(() if tuple(chosen) == self._as_shipped else chosen)
        except ReadinessError as error:
            self.text.update(words.shown(str(error)))
            return
        self.home.pop_screen()
        self.home.call_later(self.home.draw_anew)

    def action_leave(self) -> None:
        """Change nothing."""
        self.home.pop_screen()

    def _draw(self, *places: int) -> None:
        for place in places:
            self.list.replace_option_prompt_at_index(place, self._row(self._order[place]))

    def _row(self, section: str) -> Content:
        left_out = section in self._out
        count = self._counts[section]
        questions = "1 question" if count == 1 else f"{count} questions"
        text = f"{'[ ]' if left_out else '[x]'} {words.shown(self._titles[section])}"
        return Content.assemble((text, "$said-older" if left_out else ""), f"  {questions}")
