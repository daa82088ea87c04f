"""Opening the terminal UI, or saying what to do where there is no terminal."""

import sys
from typing import TYPE_CHECKING

import click

from readiness.cli.app import App

if TYPE_CHECKING:
    from readiness.conversation.opening import Opening


def open_terminal(
    app: App, *, assessment_id: str | None = None, opening: "Opening | None" = None
) -> None:
    """Run the terminal UI until the person leaves it."""
    require_terminal()
    from readiness.tui import run

    run(
        app.store,
        app.library,
        app.clock,
        app.hand_over,
        settings_file=app.settings_file,
        assessment_id=assessment_id,
        opening=opening,
    )


def require_terminal() -> None:
    """Say what to do where there is no terminal to open in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "There is no terminal here to open in. Use --plain to talk line by line:"
            " readiness start --plain"
        )
