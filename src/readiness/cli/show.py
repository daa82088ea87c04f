"""`readiness show`."""

import sys
from typing import TYPE_CHECKING

import click

from readiness.cli.app import App, pass_app, store_option

if TYPE_CHECKING:
    from readiness.assessment.following import Shown


@click.command("show")
@click.argument("assessment_id", metavar="ID")
@click.option("--follow", is_flag=True, help="Stay, and show each question as it is asked.")
@store_option
@pass_app
def command(app: App, assessment_id: str, follow: bool) -> None:
    """Show the open question to a room: never scores, notes or answers.

    With --follow it is a second window, for a projector, beside the one in which the questions are answered. It writes
    nothing.
    """
    if follow and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "There is no terminal here to follow in. Without --follow the open question is printed once."
        )
    from readiness.assessment.following import Follower

    follower = Follower(app.store, app.library, assessment_id)
    if follow:
        from readiness.tui.show import follow as follow_in_terminal

        follow_in_terminal(follower)
    else:
        click.echo(printed(follower.look()))


def printed(shown: "Shown") -> str:
    """The open question and what its steps look like, as text."""
    from readiness.conversation.projecting import DONE, steps
    from readiness.conversation.typed import typed

    if shown.item is None:
        return DONE
    lines = [shown.item.ask, ""] if not shown.about else [f"{shown.about}", "", shown.item.ask, ""]
    lines += [
        f"{step.label}: {step.anchor}" if step.anchor else step.label for step in steps(shown.item)
    ]
    return "\n".join(typed(line) for line in lines).rstrip()
