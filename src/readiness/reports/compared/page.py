"""A comparison as a page of its own, in any format that a report has."""

from collections.abc import Iterator

from readiness.domain.evaluation import MAIN
from readiness.reports import phrases as reported
from readiness.reports.compared import phrases
from readiness.reports.compared.view import Comparison
from readiness.reports.kinds import Cover, Handout, Picture


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
        pictures={picture.name: picture for picture in _pictures(comparison)},
    )


def _pictures(comparison: Comparison) -> Iterator[Picture]:
    """The competencies then and now, where they have a score in either round."""
    whole = next((each for each in comparison.wholes if each.id == MAIN), None)
    rows = [row for row in whole.rows if row.id != whole.id] if whole else []
    if not any(side.score is not None for row in rows for side in (row.before, row.after)):
        return
    said = (
        phrases.PICTURE_ROW.format(
            title=row.title, before=row.before.shown, after=row.after.shown, label=row.label
        )
        for row in rows
    )
    yield Picture(
        name="change",
        title=phrases.PICTURE,
        alt=" ".join((phrases.PICTURE_ALT, *said)),
        values={"rows": rows},
    )
