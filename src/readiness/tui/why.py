"""Why a question is asked, and what each step looks like: the panel on F2."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readiness.tui.words import shown

if TYPE_CHECKING:
    from readiness.conversation.talk import Talk

NOTHING = "Nothing is being asked now."


class Why(VerticalScroll, can_focus=False):
    """Takes the place of what was said, above the question that it is about."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    def show(self, talk: "Talk") -> None:
        """Explain the question that is being asked. Asking for this changes nothing in the conversation."""
        self._text.update(explained(talk))
        self.scroll_home(animate=False)


def explained(talk: "Talk") -> Content:
    """What the conversation would say to "why?" and "for example?"."""
    if talk.state.item is None:
        return Content(NOTHING)
    state = replace(talk.state, pending=None)
    parts = []
    for command in ("/why", "/example"):
        _, said, _ = talk.dialogue.respond(state, command)
        parts += [Content(shown(each.text)) for each in said if each.kind == "reply"]
    return Content("\n\n").join(parts)
