"""The settings: what holds for every assessment on this computer."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.tui import words
from readiness.tui.chrome import Keys
from readiness.tui.page import Action, Page
from readiness.tui.wrapping import wrap

WIDEST = 76
SWITCHES = (
    ("facilitator", words.FACILITATOR, words.FACILITATOR_TEXT),
    ("closings", words.CLOSINGS, words.CLOSINGS_TEXT),
)


class Preferences(Page):
    """Shows each setting, and turns it on and off."""

    CSS_PATH = "lists.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,comma,q", "leave", show=False),
        Binding("space", "turn", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.list = OptionList(markup=False)

    def compose(self) -> ComposeResult:
        """The settings, one below the other."""
        yield self.heading
        yield Static(words.SETTINGS_TEXT, classes="above", markup=False)
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Show them as they are."""
        self._before = self.home.settings
        self.heading.show(words.TITLE, "settings")
        self.list.add_options([Option(self._row(place)) for place in range(len(SWITCHES))])
        self.list.highlighted = 0
        self.show_keys()

    def keys(self) -> Keys:
        """How to change one."""
        return (("Space", "turn on or off"), ("Esc", "back"))

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        for place, (_, title, text) in enumerate(SWITCHES):
            yield Action(title, text, lambda p=place: self._turn(p))  # type: ignore[misc]
        yield Action("Back", "Back to where you were (Esc)", self.action_leave)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self._turn(event.option_index)

    def on_resize(self, event: events.Resize) -> None:
        """Set the texts to the new width."""
        del event
        for place in range(self.list.option_count):
            self.list.replace_option_prompt_at_index(place, self._row(place))

    def action_turn(self) -> None:
        """Turn the setting that the list stands on."""
        if self.list.highlighted is not None:
            self._turn(self.list.highlighted)

    def action_leave(self) -> None:
        """Back to where one was, with the settings as they are now."""
        self.home.pop_screen()
        if self.home.settings != self._before:
            self.home.call_later(self.home.draw_anew)

    def _turn(self, place: int) -> None:
        name = SWITCHES[place][0]
        self.home.change_settings(**{name: not getattr(self.home.settings, name)})
        self.list.replace_option_prompt_at_index(place, self._row(place))

    def _row(self, place: int) -> Content:
        name, title, text = SWITCHES[place]
        on = "[x]" if getattr(self.home.settings, name) else "[ ]"
        lines = [f"    {line}" for line in wrap(text, min(WIDEST, self.app.size.width - 10))]
        return Content.assemble((f"{on} {title}", "bold"), "\n", ("\n".join(lines), "$said-older"))
