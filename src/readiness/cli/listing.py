"""`readiness list`."""

import click

from readiness.cli.app import App, pass_app, store_option


@click.command("list")
@store_option
@pass_app
def command(app: App) -> None:
    """List the assessments on this computer, the one last touched first."""
    stored = app.store.list()
    if not stored:
        app.tell("There is no assessment yet. Begin one with: readiness start")
        return
    for summary in stored:
        header = summary.header
        touched = summary.touched.astimezone()
        click.echo(
            f"{header.id}\t{header.agency}\t{header.round}\t{header.scope}"
            f"\t{summary.answered} answers\t{touched:%Y-%m-%d %H:%M}"
        )
