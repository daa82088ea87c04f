"""`readiness compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from readiness.cli.app import App, pass_app, store_option

if TYPE_CHECKING:
    from readiness.domain.comparing import Comparison
    from readiness.reports.formats import Format

FORMATS = ("table", "json", "md", "html", "pdf", "docx")


@click.command("compare")
@click.argument("first", metavar="FILE_OR_ID")
@click.argument("second", metavar="FILE_OR_ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="A table to read, data for other programs, or a page to hand over.  [default: by -o, else table]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of the screen.",
)
@store_option
@pass_app
def command(app: App, first: str, second: str, form: str | None, output: Path | None) -> None:
    """Show what changed from one round to the next.

    Answers and who gave them, actions that were done or dropped, and for each part what rose, fell and stayed.
    """
    from readiness.cli.subject import earlier_of
    from readiness.domain.comparing import compare

    form = form or _by_ending(output)
    if output is None and form in ("pdf", "docx"):
        raise click.UsageError(f"This needs a file: name one with -o, such as -o changes.{form}")
    compared = compare(earlier_of(app, first), earlier_of(app, second))
    data = _rendered(app, compared, form)
    if output is None:
        click.echo(data, nl=False)
        return
    from readiness.cli.output import write_out

    write_out(output, data, [Path(first), Path(second), app.chosen_store])
    app.tell(f"Wrote {output}")


def _by_ending(output: Path | None) -> str:
    if output is None:
        return "table"
    ending = output.suffix.lower().lstrip(".")
    return {"markdown": "md", "htm": "html"}.get(ending, ending if ending in FORMATS else "table")


def _rendered(app: App, compared: "Comparison", form: str) -> bytes:
    if form == "json":
        import json

        from readiness.reports.compared.data import as_data

        return (json.dumps(as_data(compared), ensure_ascii=False, indent=2) + "\n").encode()
    from readiness.reports.compared.build import comparison

    said = comparison(compared)
    if form == "table":
        from readiness.reports.compared.table import as_table

        return as_table(said).encode()
    from readiness.reports.compared.page import handout
    from readiness.reports.formats import render
    from readiness.reports.rendering import Rendering

    how = Rendering(cache=app.cache / "templates")
    return render(handout(said), cast("Format", form), how)
