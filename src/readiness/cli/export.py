"""`readiness export`."""

from pathlib import Path

import click

from readiness.cli.app import App, pass_app, store_option


@click.command("export")
@click.argument("assessment_id", metavar="ID")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of the screen.",
)
@store_option
@pass_app
def command(app: App, assessment_id: str, output: Path | None) -> None:
    """Write a stored assessment to an answers file, with its wording, log and plan."""
    from readiness.assessment.moving import export
    from readiness.loading import dump_answers

    text = dump_answers(export(app.store, assessment_id))
    if output is None:
        click.echo(text, nl=False)
        return
    from readiness.cli.output import write_out

    write_out(output, text, [app.chosen_store])
    app.tell(f"Wrote {output}. It holds every note: share it with care.")
