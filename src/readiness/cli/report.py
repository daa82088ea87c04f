"""`readiness report`."""

from pathlib import Path

import click

from readiness.cli.app import App, pass_app, store_option


@click.command("report")
@click.argument("file_or_id")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md"]),
    default="md",
    show_default=True,
    help="Markdown, which any editor can open.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of the screen.",
)
@store_option
@pass_app
def command(app: App, file_or_id: str, form: str, output: Path | None) -> None:
    """Write the report of an answers file or a stored assessment."""
    del form  # Markdown is the only one so far
    from readiness.cli.notes import tell_notes
    from readiness.cli.subject import evaluation_of
    from readiness.reports import markdown

    evaluation = evaluation_of(app, file_or_id, onboarding=True)
    tell_notes(app, evaluation)
    text = markdown(evaluation, app.content, cache=app.cache / "templates")
    if output is None:
        click.echo(text, nl=False)
        return
    from readiness.cli.output import write_out

    write_out(output, text, [Path(file_or_id), app.chosen_store])
    app.tell(f"Wrote {output}")
