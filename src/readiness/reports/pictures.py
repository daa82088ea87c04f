"""The pictures of a report: what each shows, in numbers and in words, and the SVG drawn from that."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape

from readiness.reports import phrases
from readiness.reports.kinds import Picture
from readiness.reports.rendering import Rendering
from readiness.reports.templating import Templates
from readiness.reports.view import Report, Scorecard


def of_report(report: Report) -> Mapping[str, Picture]:
    """The pictures of a full report, by name."""
    return {picture.name: picture for picture in _all(report)}


def _all(report: Report) -> Iterator[Picture]:
    if report.scorecards:
        yield _competencies(report.scorecards[0])


def _competencies(card: Scorecard) -> Picture:
    said = [
        phrases.PICTURE_ROW.format(title=r.title, bounds=r.bounds, stage=r.stage) for r in card.rows
    ]
    return Picture(
        name="competencies",
        title=phrases.PICTURE_COMPETENCIES,
        alt=" ".join((phrases.PICTURE_COMPETENCIES_ALT, *said)),
        values={"rows": card.rows},
    )


def drawn(pictures: Iterable[Picture], how: Rendering) -> Mapping[str, str]:
    """Pictures as SVG, by name: one element `svg` each, with its title and what is to be seen in it.

    Raises:
        InvalidInput: a template is broken.
    """
    templates = Templates(partial(escape, quote=True), {}, folders=how.folders, cache=how.cache)
    return {
        picture.name: templates.render(
            f"picture-{picture.name}.svg.j2",
            {"picture": picture, "look": how.look, **picture.values},
        ).strip()
        for picture in pictures
    }
