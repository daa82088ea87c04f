"""`readiness plan`: the plan after the report. Each command has a file of its own."""

import click

from readiness.cli.app import store_option
from readiness.cli.plan_read import command as read


@click.group("plan")
@store_option
def command() -> None:
    """Take out of a plan what you changed in its file."""


command.add_command(read)
