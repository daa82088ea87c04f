"""`readiness plan`: the plan after the report. Each command has a file of its own."""

import click

from readiness.cli.app import store_option
from readiness.cli.late import LateGroup

COMMANDS = {
    "status": "plan_status",
    "read": "plan_read",
    "who": "plan_who",
}


@click.group("plan", cls=LateGroup, late=COMMANDS)
@store_option
def command() -> None:
    """See how a plan stands, say who is who in it, and take out of its file what you changed there."""
