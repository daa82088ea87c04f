"""`readiness plan read`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.cli.app import App, pass_app, quoted, store_option
from readiness.errors import ReadinessError

if TYPE_CHECKING:
    from readiness.assessment import Session


@click.command("read")
@click.argument("plan", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("assessment_id", required=False, metavar="[ID]")
@store_option
@pass_app
def command(app: App, plan: Path, assessment_id: str | None) -> int:
    """Take ticks, names, dates and your own actions out of a plan that you edited.

    PLAN is a report in Markdown. What you changed in it is kept with the assessment, as if you had set it on the plan
    screen; the file itself stays as it is. ID is needed only where the file does not say which assessment it is of.
    """
    from readiness import reports
    from readiness.assessment import open_session
    from readiness.assessment.edited import take_decisions
    from readiness.assessment.written import written_before
    from readiness.cli.plan_days import reader
    from readiness.cli.plan_file import read_plan_file, refuse_other
    from readiness.reports.living import telling, words
    from readiness.reports.living.stamp import stamp_of

    file = read_plan_file(plan)
    name = assessment_id or (file.stamp.id if file.stamp else "")
    if not name:
        raise ReadinessError(
            f"{plan} does not say which assessment it is of. Name it: readiness plan read"
            f" {quoted(str(plan))} ID"
        )
    session: Session = open_session(app.store, app.library, name)
    refuse_other(file, session.id)
    new = reports.markdown(session.evaluation(), app.content, cache=app.cache / "templates")
    base = written_before(app.store, file.stamp.digest) if file.stamp else None
    taken = take_decisions(session, str(plan), file.text, new, base, reader(session.today()))
    if base is None and file.stamp != stamp_of(new):
        app.tell(words.NO_BASE_READ)
    for line in telling.of_changes(str(plan), taken.changes):
        app.tell(line)
    for problem in taken.problems:
        app.tell(str(problem))
    return 1 if taken.problems else 0
