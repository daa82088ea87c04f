"""The pictures of a report: what each shows, in numbers and in words, and the SVG drawn from that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from textwrap import wrap

import msgspec

from readiness.reports import kind_phrases
from readiness.reports.kinds import Picture
from readiness.reports.rendering import Rendering
from readiness.reports.templating import Templates
from readiness.reports.view import ActionRow, Report, Scorecard, StatementRow

# How much of a statement stands in one line beside its bar.
_STATEMENT = 52


def of_report(report: Report) -> Mapping[str, Picture]:
    """The pictures of a full report, by name."""
    return {picture.name: picture for picture in _all(report)}


def _all(report: Report) -> Iterator[Picture]:
    if report.scorecards:
        yield _competencies(report.scorecards[0])
    statements = [row for survey in report.surveys for row in survey.rows]
    if statements:
        yield _survey(statements)
    progress = [part for part in _progress(report) if part.all]
    if any(part.done or part.doing for part in progress):
        yield _progress_of(progress)


def _competencies(card: Scorecard) -> Picture:
    said = [
        kind_phrases.PICTURE_ROW.format(title=r.title, bounds=r.bounds, stage=r.stage)
        for r in card.rows
    ]
    return Picture(
        name="competencies",
        title=kind_phrases.PICTURE_COMPETENCIES,
        alt=" ".join((kind_phrases.PICTURE_COMPETENCIES_ALT, *said)),
        values={"rows": card.rows},
    )


def _survey(statements: Sequence[StatementRow]) -> Picture:
    said = [f"{row.ask} {row.answer}." for row in statements]
    rows = [(wrap(row.ask, _STATEMENT), row) for row in statements]
    return Picture(
        name="survey",
        title=kind_phrases.PICTURE_SURVEY,
        alt=" ".join((kind_phrases.PICTURE_SURVEY_ALT, *said)),
        values={"rows": rows},
    )


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """How far one part of the plan is, in actions or entries."""

    title: str
    done: int
    doing: int
    all: int

    @property
    def open(self) -> int:
        """What nobody has begun."""
        return self.all - self.done - self.doing


def _progress(report: Report) -> Iterator[Part]:
    yield _part(kind_phrases.PROGRESS_NEXT_30, report.next_30)
    yield _part(kind_phrases.PROGRESS_LATER, [row for group in report.later for row in group.rows])
    for phase in report.phases:
        boxes = [entry.done for entry in phase.entries if entry.box]
        yield Part(title=phase.title, done=sum(boxes), doing=0, all=len(boxes))


def _part(title: str, rows: Sequence[ActionRow]) -> Part:
    return Part(
        title=title,
        done=sum(row.done for row in rows),
        doing=sum(bool(row.state) and not row.done for row in rows),
        all=len(rows),
    )


def _progress_of(parts: Sequence[Part]) -> Picture:
    numbers = [(part.title, part.done, part.doing, part.open) for part in parts]
    said = [
        kind_phrases.PICTURE_PROGRESS_ROW.format(title=title, done=done, doing=doing, open=rest)
        for title, done, doing, rest in numbers
    ]
    return Picture(
        name="progress",
        title=kind_phrases.PICTURE_PROGRESS,
        alt=" ".join((kind_phrases.PICTURE_PROGRESS_ALT, *said)),
        head=kind_phrases.PICTURE_PROGRESS_HEAD,
        rows=tuple(tuple(map(str, row)) for row in numbers),
        values={"rows": parts, "most": max(part.all for part in parts)},
    )


def drawn(pictures: Iterable[Picture], how: Rendering) -> Mapping[str, str]:
    """Pictures as SVG, by name: one element `svg` each, with its title and what is to be seen in it.

    Raises:
        InvalidInput: a template is broken.
    """
    templates = Templates(escape, {}, folders=how.folders, cache=how.cache)
    return {
        picture.name: templates.render(
            f"picture-{picture.name}.svg.j2",
            {"picture": picture, "look": how.look, **picture.values},
        ).strip()
        for picture in pictures
    }
