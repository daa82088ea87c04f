"""`readiness report`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.cli.app import App, pass_app, store_option

if TYPE_CHECKING:
    from readiness.reports.formats import Format
    from readiness.reports.kinds import Kind
    from readiness.reports.rendering import PaperSize

# The names that readiness.reports has, written out: importing them to draw the help would cost every command its time.
FORMATS = ("md", "html", "pdf", "docx", "json")
KINDS = ("full", "board", "monday", "facilitator", "checklist", "paper")
# These may carry notes that somebody marked to be shared.
WITH_NOTES = ("full", "facilitator")
PAPER_SIZES = ("letter", "a4")


@click.command("report")
@click.argument("file_or_id", required=False)
@click.option(
    "--format",
    "forms",
    type=click.Choice(FORMATS),
    multiple=True,
    help="May be given several times. The usual one follows from the ending of -o, else it is md.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="Write to this file instead of the screen. May be given several times.",
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="full",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPER_SIZES),
    default="letter",
    show_default=True,
    help="The size of a page.",
)
@click.option(
    "--look",
    type=click.Path(path_type=Path),
    help="A folder with your logo, colours and templates.",
)
@click.option(
    "--check-look",
    type=click.Path(path_type=Path),
    help="Only say whether such a folder can be used.",
)
@click.option("--facilitator", default="", help="Who led through the questions, for page one.")
@click.option(
    "--update",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PLAN.md",
    help="Bring a report that you edited up to date; what you wrote stays.",
)
@click.option("--released", is_flag=True, help="A facilitator's sheet without its DRAFT mark.")
@store_option
@pass_app
def command(
    app: App,
    file_or_id: str | None,
    forms: tuple["Format", ...],
    outputs: tuple[Path, ...],
    kind: "Kind",
    paper: "PaperSize",
    look: Path | None,
    check_look: Path | None,
    facilitator: str,
    update: Path | None,
    released: bool,
) -> None:
    """Write the report of an answers file or a stored assessment."""
    if check_look is not None:
        from readiness.cli import look as looks

        looks.check_look(app, check_look)
        return
    if file_or_id is None:
        raise click.UsageError("Name an answers file, or the id of a stored assessment.")
    from readiness import reports
    from readiness.cli.notes import tell_notes
    from readiness.cli.outputs import planned, write
    from readiness.cli.subject import evaluation_of
    from readiness.domain.look import Look
    from readiness.loading import load_look
    from readiness.reports.rendering import Rendering

    wanted = planned(forms, outputs)
    evaluation = evaluation_of(app, file_or_id, onboarding=True)
    if kind in WITH_NOTES:
        tell_notes(app, evaluation, "" if Path(file_or_id).is_file() else file_or_id)
    handout = reports.handout(
        evaluation, app.content, kind=kind, facilitator=facilitator, released=released
    )
    how = Rendering(
        look=load_look(look) if look else Look(), paper=paper, cache=app.cache / "templates"
    )
    if update is not None:
        from readiness.cli.updating import update_plan

        keep = (Path(file_or_id), app.chosen_store)
        update_plan(app, handout, evaluation, how, plan=update, wanted=wanted, keep=keep)
        return
    write(app, handout, wanted, how, keep=[Path(file_or_id), app.chosen_store])
