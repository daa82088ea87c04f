"""The line that people type in: never loses a word, remembers what was sent, completes commands."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from readiness.tui import words

Complete = Callable[[str], str]
Looks = Callable[[str], bool]


class Entry(Input):
    """One line of text.

    With nothing typed yet, the arrow keys, Space and the digits choose instead; what was typed is never taken away.

    Args:
        complete: the whole text that a beginning stands for, or an empty text.
        looks: whether the arrow keys look through choices while the line holds a text.
        strikes: whether a key answers by itself on an empty line.
        sent: told at once what was sent, instead of a message that climbs from widget to widget: by the time that
            arrives, the emptied line has been painted, and what comes of it waits for the next frame.
    """

    # As wide as its place and one line high, whatever is typed: nothing around it has to be arranged anew.
    virtual_size = Reactive(Size(0, 0), layout=False)

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "older", show=False),
        Binding("down", "newer", show=False),
        Binding("tab", "complete", show=False),
    ]

    class Sent(Message):
        """Enter was pressed; the line is empty again."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Stepped(Message):
        """An arrow key was pressed on an empty line: look at the next choice, or the one before."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Struck(Message):
        """A key was pressed on an empty line that answers by itself."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Tabbed(Message):
        """Tab was pressed on an empty line."""

    class Ticked(Message):
        """Space was pressed on an empty line."""

    def __init__(
        self,
        complete: Complete = lambda _: "",
        looks: Looks = lambda _: False,
        strikes: Looks = lambda _: False,
        sent: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self._complete = complete
        self._looks = looks
        self._strikes = strikes
        self._sent = sent
        self.tabs = (
            False  # whether Tab on an empty line is told, instead of going on to the next thing
        )
        self._history: list[str] = []
        self._at: int | None = None  # which line of the history is shown

    @property
    def completion(self) -> str:
        """What Tab would make of the line; empty where it would do nothing."""
        return self._suggestion

    def remember(self, text: str) -> None:
        """Keep a text for the up key."""
        if text and self._history[-1:] != [text]:
            self._history.append(text)
        self._at = None

    def give_back(self, text: str) -> None:
        """Put a text that could not be kept back into the line, before whatever was typed since."""
        self.value = f"{text} {self.value}".strip() if self.value != text else text
        self.cursor_position = len(self.value)

    def watch_value(self, value: str) -> None:
        """Show how the line could go on."""
        self._suggestion = self._complete(value) if value else ""

    async def action_submit(self) -> None:
        """Empty the line at once, so that whatever is typed next stays, and send what was in it."""
        text, self.value = self.value, ""
        self.remember(text.strip())
        if self._sent is None:
            self.post_message(self.Sent(text))
        else:
            self._sent(text)

    def action_cursor_left(self, select: bool = False) -> None:
        """Look at the choice before, or move in the text."""
        if not self._step(-1, select):
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Look at the next choice, or move in the text."""
        if not self._step(1, select):
            super().action_cursor_right(select)

    def action_older(self) -> None:
        """Bring back what was sent before, when nothing else is typed."""
        if not self._history or (self.value and self._at is None):
            return
        self._show(len(self._history) - 1 if self._at is None else max(0, self._at - 1))

    def action_newer(self) -> None:
        """Go forward again in what was sent."""
        if self._at is None:
            return
        self._show(self._at + 1 if self._at + 1 < len(self._history) else None)

    def action_complete(self) -> None:
        """Take the completion; without one, Tab goes on to the next thing on the screen."""
        if not self._suggestion:
            if not self.tabs or self.value:
                raise SkipAction
            self.post_message(self.Tabbed())
            return
        self.value = self._suggestion
        self.cursor_position = len(self.value)

    def on_key(self, event: events.Key) -> None:
        """Space on an empty line ticks a choice; any other typing leaves the history."""
        if event.character == " " and not self.value and self._looks(""):
            event.prevent_default()
            event.stop()
            self.post_message(self.Ticked())
        elif event.character and not self.value and self._strikes(event.character):
            event.prevent_default()
            event.stop()
            self.post_message(self.Struck(event.character))
        elif event.is_printable or event.key in ("backspace", "delete"):
            self._at = None

    def on_paste(self, event: events.Paste) -> None:
        """Take in all that was pasted, on one line."""
        event.prevent_default()
        event.stop()
        self.replace(words.clean(event.text), *self.selection)

    def _step(self, by: int, select: bool) -> bool:
        if select or not self._looks(self.value):
            return False
        self.post_message(self.Stepped(by))
        return True

    def _show(self, at: int | None) -> None:
        self._at = at
        self.value = "" if at is None else self._history[at]
        self.cursor_position = len(self.value)


def completing(beginnings: Sequence[str]) -> Complete:
    """A completion from a fixed list, the first fit first; a single letter is not yet a beginning."""

    def complete(typed: str) -> str:
        if len(typed) < 2:
            return ""
        wanted = typed.casefold()
        found = next((b for b in beginnings if b.casefold().startswith(wanted)), "")
        return typed + found[len(typed) :] if found else ""

    return complete
