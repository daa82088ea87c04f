"""Reports: a view model, then one renderer for each format.

Markdown is made from the view model by templates; HTML, PDF and DOCX are made from that Markdown, read into a document
(document/), and from the pictures of the view model. So a person's own template holds for every format.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from readiness.reports.content import Content

if TYPE_CHECKING:
    from readiness.domain.evaluation import Evaluation
    from readiness.reports.kinds import Handout, Kind
    from readiness.reports.view import Report

__all__ = ["Content", "handout", "markdown", "report"]


def report(evaluation: "Evaluation", content: Content) -> "Report":
    """The view model that every format is rendered from: plain values and whole sentences.

    Args:
        evaluation: with the onboarding checklist among its questionnaires, where the report is to carry it.
        content: sources, trainings, resources and the lived-experience table; what is missing is left out.
    """
    from readiness.reports import build

    return build.report(evaluation, content)


def handout(
    evaluation: "Evaluation",
    content: Content,
    *,
    kind: "Kind" = "full",
    facilitator: str = "",
    released: bool = False,
) -> "Handout":
    """A report of one kind, before it has a format; see `readiness.reports.kinds.handout`."""
    from readiness.reports import kinds

    return kinds.handout(evaluation, content, kind=kind, facilitator=facilitator, released=released)


def markdown(
    evaluation: "Evaluation",
    content: Content,
    *,
    folder: Path | None = None,
    cache: Path | None = None,
) -> str:
    """The full report as GitHub-flavoured Markdown, with LF and one newline at its end.

    Comments that nobody sees say which line is which entry, and at the end what was generated; see living/.

    Args:
        evaluation: as for `report`.
        content: as for `report`.
        folder: a user's own templates, asked before the shipped ones; each may override any template by its name.
        cache: a folder to keep compiled templates in, which saves a tenth of the time from the second report on; it is
            made where it is missing, and done without where it cannot be written.

    Raises:
        InvalidInput: a template is broken; the problem names file and line.
    """
    from readiness.domain.look import Look
    from readiness.reports.markdown_renderer import render
    from readiness.reports.rendering import Rendering

    look = Look(templates=None if folder is None else str(folder))
    return render(handout(evaluation, content), Rendering(look=look, cache=cache))
