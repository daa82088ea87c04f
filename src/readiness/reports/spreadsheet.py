"""A plan as a table for a spreadsheet: one row for each action and each task to find something out."""

import csv
import io
from collections.abc import Iterator

from readiness.domain.content import Sources
from readiness.domain.evaluation import Evaluation
from readiness.domain.marks import is_find_out, is_own
from readiness.domain.status import Task, tasks
from readiness.reports import status_phrases as say
from readiness.reports.planning import topic
from readiness.reports.sources import label
from readiness.reports.words import one_line

# Excel takes a file for UTF-8 only where it begins with this.
BOM = "\ufeff"
# A cell that begins so is a formula to a spreadsheet; the last four are the same signs as wide as Chinese ones.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def as_csv(evaluation: Evaluation, sources: Sources) -> str:
    """A table with a line of titles, by RFC 4180: commas, CRLF, every cell in quotes; dates as 2026-11-30.

    Each row is one line, and no cell can be taken for a formula: where it begins as one would, an apostrophe stands
    before it, which a spreadsheet shows or hides, and never runs.
    """
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(say.COLUMNS)
    table.writerows([cell(text) for text in _row(task, sources)] for task in tasks(evaluation.plan))
    return out.getvalue()


def cell(text: str) -> str:
    """A text as one line that no spreadsheet takes for a formula."""
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _row(task: Task, sources: Sources) -> Iterator[str]:
    planned = task.planned
    action = planned.action
    yield action.id
    yield _kind(action.id)
    yield say.LISTS[task.list]
    yield topic(planned)
    yield action.do
    yield action.first_step
    yield action.done_when
    yield planned.owner
    yield task.due.isoformat() if task.due else ""
    yield say.STATES[planned.mark.state]
    yield planned.mark.reason if planned.mark.state == "dropped" else ""
    ours = bool(planned.item and planned.item.derived)
    yield label(action.source, sources, ours=ours) if action.source else ""


def _kind(task_id: str) -> str:
    if is_find_out(task_id):
        return say.TASK
    return say.OWN_ACTION if is_own(task_id) else say.ACTION
