"""`readiness plan status`."""

from datetime import date, datetime
from pathlib import Path

import click

from readiness.cli.app import App, pass_app, store_option
from readiness.cli.subject import Subject

STDOUT = Path("-")


@click.command("status")
@click.argument("file_or_id")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write a calendar: what is due, and the check-ins of a new person's first 90 days.",
)
@click.option(
    "--start",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The new person's first day, for the calendar; without it, the one in the profile.",
)
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Also write a table for a spreadsheet; - writes it to the screen, in place of the text.",
)
@store_option
@pass_app
def command(
    app: App, file_or_id: str, ics: Path | None, start: datetime | None, table: Path | None
) -> None:
    """Show what is overdue, due, under way and done in a plan."""
    from readiness.cli.subject import subject_of

    subject = subject_of(app, file_or_id, onboarding=True)
    if ics is not None:
        _write_calendar(app, subject, ics, start.date() if start else None)
    if table is not None and table != STDOUT:
        _write_table(app, subject, table)
    if table == STDOUT:
        from readiness.reports.spreadsheet import as_csv

        click.echo(as_csv(subject.evaluation, app.library.sources), nl=False)
        return
    from readiness.reports.status import as_text

    click.echo(as_text(subject.evaluation, app.clock().astimezone().date()), nl=False)


def _write_calendar(app: App, subject: Subject, output: Path, start: date | None) -> None:
    from readiness.cli.output import write_out
    from readiness.reports.calendar import as_calendar, planned_start

    first = start or planned_start(subject.evaluation)
    text = as_calendar(
        subject.evaluation, app.library.sources, key=subject.key, now=app.clock(), start=first
    )
    write_out(output, text, [subject.path, app.chosen_store])
    app.tell(
        f"Wrote {output}. Open it, or import it in Outlook, Google Calendar or Apple Calendar."
    )
    if first is None:
        app.tell(
            "Nobody said when the new person starts, so the calendar has no check-ins."
            " Give the day with --start YYYY-MM-DD."
        )


def _write_table(app: App, subject: Subject, output: Path) -> None:
    from readiness.cli.output import write_out
    from readiness.reports.spreadsheet import BOM, as_csv

    text = f"{BOM}{as_csv(subject.evaluation, app.library.sources)}"
    write_out(output, text, [subject.path, app.chosen_store])
    app.tell(f"Wrote {output}")
