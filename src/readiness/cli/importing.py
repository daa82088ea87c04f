"""`readiness import`."""

from pathlib import Path

import click

from readiness.cli.app import App, pass_app, store_option


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@store_option
@pass_app
def command(app: App, file: Path) -> None:
    """Take in an answers file, such as one that `readiness export` wrote."""
    from readiness.assessment.moving import take_in
    from readiness.loading import load_answers

    loaded = load_answers(file, app.library)
    for problem in loaded.warnings:
        app.tell(str(problem))
    assessment_id, outcome = take_in(app.store, app.library, app.clock, loaded)
    said = {
        "new": "Imported as",
        "same": "Nothing new: this is already here as",
        "extended": "Took in what was new for",
    }
    app.tell(f"{said[outcome]} {assessment_id}")
    click.echo(assessment_id)
