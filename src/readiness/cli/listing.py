"""`readiness list`."""

import click

from readiness.cli.app import App, pass_app, store_option


@click.command("list")
@store_option
@pass_app
def command(app: App) -> None:
    """List the assessments on this computer, the one last touched first."""
    stored = () if app.nothing_stored else app.store.list()
    if not stored:
        app.tell("There is no assessment yet. Begin one with: readiness start")
        return
    from readiness.conversation.typed import typed
    from readiness.reports.words import one_line

    for summary in stored:
        header = summary.header
        agency, round_name = (one_line(typed(text)) for text in (header.agency, header.round))
        answers = "1 answer" if summary.answered == 1 else f"{summary.answered} answers"
        touched = summary.touched.astimezone()
        click.echo(
            f"{typed(header.id)}\t{agency}\t{round_name}\t{header.scope}"
            f"\t{answers}\t{touched:%Y-%m-%d %H:%M}"
        )
