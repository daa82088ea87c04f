"""`readiness report … --update PLAN.md`: an edited plan, brought up to date."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.assessment.handover import write_whole
from readiness.assessment.written import written_before
from readiness.cli.app import App
from readiness.cli.output import write_out
from readiness.cli.plan_file import PlanFile, read_plan_file, refuse_other
from readiness.errors import ReadinessError
from readiness.reports.formats import render
from readiness.reports.living import lines, words
from readiness.reports.living.merging import Updated, updated
from readiness.reports.living.parsing import parse
from readiness.reports.living.retired import why
from readiness.reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from readiness.domain.evaluation import Evaluation
    from readiness.reports.kinds import Handout
    from readiness.reports.rendering import Rendering


def update_plan(
    app: App,
    handout: "Handout",
    evaluation: "Evaluation",
    how: "Rendering",
    *,
    plan: Path,
    wanted: Sequence[tuple[str, Path | None]],
    keep: tuple[Path, ...],
) -> None:
    """Bring a plan up to date with what is generated now; the version before stays beside it.

    Args:
        app: says to the person what became of it.
        handout: the report as it is now.
        evaluation: what it is made from.
        how: as for any report.
        plan: the person's file.
        wanted: one format, Markdown, and a file to write to in place of the plan, if any.
        keep: files that must not be written to.

    Raises:
        ReadinessError: the plan cannot be read, is none of ours or of another assessment, or cannot be written. It is
            as it was then.
    """
    if len(wanted) != 1 or wanted[0][0] != "md":
        raise click.UsageError(
            "--update writes one file, in Markdown. Other formats can be made after that."
        )
    mine = read_plan_file(plan)
    new = render(handout, "md", how).decode()
    _refuse_another(mine, handout, new)
    base = written_before(app.store, mine.stamp.digest) if mine.stamp else None
    result = updated(mine.text, new, base, lambda name: why(evaluation, name), _reader(app))
    output = wanted[0][1] or plan
    if output == plan and result.text == mine.text:
        app.tell(words.UNCHANGED.format(file=plan))
    else:
        _write(app, result, mine, output, keep)
    app.remember(new)


def _write(app: App, result: Updated, mine: PlanFile, output: Path, keep: tuple[Path, ...]) -> None:
    if output == mine.path:
        backup = output.with_name(f"{output.name}.bak")
        write_whole(backup, mine.text)
        write_out(output, result.text, keep)
        app.tell(words.UPDATED.format(file=output, backup=backup.name))
    else:
        write_out(output, result.text, (*keep, mine.path))
        app.tell(words.UPDATED_TO.format(file=output, plan=mine.path))
    _tell(app, result)


def _tell(app: App, result: Updated) -> None:
    if not result.had_base:
        app.tell(words.NO_BASE)
    if result.new:
        app.tell(words.ADDED.format(count=_entries(result.new), label=words.NEW))
    if result.gone:
        app.tell(words.MOVED.format(count=_entries(result.gone)))
    if result.conflicts:
        app.tell(words.TO_SETTLE.format(count=counted(result.conflicts, "place", "places")))


def _entries(names: tuple[str, ...]) -> str:
    return counted(len(names), "entry", "entries")


def _refuse_another(plan: PlanFile, handout: "Handout", new: str) -> None:
    """Raise where the plan is of another assessment, agency or kind."""
    refuse_other(plan, handout.id)
    if plan.stamp and plan.stamp.kind != handout.kind:
        raise ReadinessError(
            f"{plan.path} is a report of the kind {plan.stamp.kind}; this one is {handout.kind}. Say --kind"
            f" {plan.stamp.kind}, or write a new file with -o."
        )
    if plan.stamp and plan.stamp.id and handout.id:
        return
    titles = [_title(text) for text in (plan.text, new)]
    if titles[0] != titles[1]:
        raise ReadinessError(
            f"{plan.path} is headed “{titles[0]}”; this report is headed “{titles[1]}”. If they are of the same agency,"
            " write the heading in the file as it is in the report, and try again."
        )


def _title(text: str) -> str:
    rows = (part.text for part in parse(text).parts)
    return next((row.lstrip("# ").strip() for row in rows if lines.is_heading(row, 1)), "")


def _reader(app: App) -> "Callable[[str], date | None]":
    from readiness.cli.plan_days import reader

    return reader(app.clock().astimezone().date())
