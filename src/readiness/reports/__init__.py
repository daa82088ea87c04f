"""Reports: a view model, then one renderer for each format."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.reports.content import Content

if TYPE_CHECKING:
    from readiness.domain.evaluation import Evaluation
    from readiness.reports.view import Report

__all__ = ["Content", "markdown", "report"]


def report(evaluation: "Evaluation", content: Content) -> "Report":
    """The view model that every format is rendered from: plain values and whole sentences.

    Args:
        evaluation: with the onboarding checklist among its questionnaires, where the report is to carry it.
        content: sources, trainings, resources and the lived-experience table; what is missing is left out.
    """
    from readiness.reports import build

    return build.report(evaluation, content)


def markdown(
    evaluation: "Evaluation",
    content: Content,
    *,
    folders: Sequence[Path] = (),
    cache: Path | None = None,
) -> str:
    """The full report as GitHub-flavoured Markdown, with LF and one newline at its end.

    Args:
        evaluation: as for `report`.
        content: as for `report`.
        folders: a user's own templates, asked before the shipped ones; each may override any template by its name.
        cache: a folder to keep compiled templates in, which saves a tenth of the time from the second report on; it is
            made where it is missing, and done without where it cannot be written.

    Raises:
        InvalidInput: a template is broken; the problem names file and line.
    """
    from readiness.reports.markdown_renderer import render

    return render(report(evaluation, content), folders=folders, cache=cache)
