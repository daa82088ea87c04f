"""The smallest honest Textual app to compare a first paint with: five widgets."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, Label, Static


class Minimal(App[None]):
    """Five widgets and nothing else."""

    def compose(self) -> ComposeResult:
        """A header, three lines and a footer."""
        yield Header()
        yield Label("one")
        yield Static("painted")
        yield Input()
        yield Footer()


if __name__ == "__main__":
    Minimal().run()
