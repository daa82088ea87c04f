"""`readiness score`."""

import click

from readiness.cli.app import App, pass_app, store_option


@click.command("score")
@click.argument("file_or_id")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table to read, or data for other programs.",
)
@store_option
@pass_app
def command(app: App, file_or_id: str, form: str) -> None:
    """Score an answers file or a stored assessment."""
    from readiness.cli.subject import evaluation_of
    from readiness.reports.score import as_data, as_table

    evaluation = evaluation_of(app, file_or_id)
    if form == "table":
        click.echo(as_table(evaluation), nl=False)
        return
    import json

    click.echo(json.dumps(as_data(evaluation), ensure_ascii=False, indent=2))
