"""The smallest honest Textual app to compare a key press with: it paints what was pressed, and how often."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Echo(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        self.pressed = 0
        yield Static("echo 0 -", id="line")

    def on_key(self, event: events.Key) -> None:
        """Paint the key."""
        self.pressed += 1
        self.query_one("#line", Static).update(f"echo {self.pressed} {event.key}")


if __name__ == "__main__":
    Echo().run()
