"""A comparison as a page of its own, in any format that a report has."""

from readiness.reports import phrases as reported
from readiness.reports.compared.view import Comparison
from readiness.reports.kinds import Cover, Handout


def handout(comparison: Comparison) -> Handout:
    """The page, before it has a format."""
    return Handout(
        kind="comparison",
        title=comparison.title,
        cover=Cover(
            kind=reported.KINDS["comparison"],
            agency=comparison.agency,
            round=comparison.facts,
            day="",
            scope="",
            facilitator="",
        ),
        template="compare.md.j2",
        values={"comparison": comparison},
    )
