"""`readiness resume`."""

import click

from readiness.cli.app import App, pass_app, store_option
from readiness.errors import NotFound


@click.command("resume")
@click.argument("assessment_id", required=False, metavar="[ID]")
@click.option("--plain", is_flag=True, help="Talk line by line, for screen readers and pipes.")
@store_option
@pass_app
def command(app: App, assessment_id: str | None, plain: bool) -> None:
    """Go on with an assessment: the one last touched, or the one named."""
    if assessment_id is None:
        stored = () if app.nothing_stored else app.store.list()
        if not stored:
            raise NotFound(
                "There is no assessment to go on with yet. Begin one with: readiness start"
            )
        assessment_id = stored[0].header.id
    if plain:
        from readiness.plain import go_on

        closings = app.settings().closings
        go_on(app.store, app.library, assessment_id, app.hand_over, closings=closings)
    else:
        from readiness.cli.open import open_terminal

        open_terminal(app, assessment_id=app.store.resolve(assessment_id))
