"""What is handed over: a kind of report, with everything that a format needs to render it."""

from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from readiness.domain.evaluation import Evaluation
from readiness.reports import kind_phrases, phrases
from readiness.reports.content import Content
from readiness.reports.words import day, one_line

Kind = Literal["full", "board", "monday", "facilitator", "checklist", "paper", "comparison"]


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a first page; a line is empty where nobody said.

    Attributes:
        kind: what this is, in a few words.
    """

    kind: str
    agency: str
    round: str
    day: str
    scope: str
    facilitator: str


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, drawn by the template `picture-NAME.svg.j2`.

    Attributes:
        title: what it shows, in a few words.
        alt: what is to be seen in it, in sentences, for people who do not see it.
        head: the columns of the table of its numbers; empty where the report has that table beside it.
        rows: the lines of that table.
        values: what the template draws from.
    """

    name: str
    title: str
    alt: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    values: Mapping[str, object] = {}


class Handout(msgspec.Struct, frozen=True, kw_only=True):
    """A report of one kind, before it has a format.

    Attributes:
        template: the Markdown template that says it.
        values: what the template draws from; JSON gives it as it is.
        pictures: by name; the template says where each stands.
        cover_page: whether it is long enough for a first page and a table of contents of its own.
        draft: whether it is marked as a draft on every page.
        id: of the assessment in the store; empty for answers from a file that names none.
    """

    kind: Kind
    title: str
    cover: Cover
    template: str
    values: Mapping[str, object]
    pictures: Mapping[str, Picture] = {}
    cover_page: bool = False
    draft: bool = False
    id: str = ""


def handout(
    evaluation: Evaluation,
    content: Content,
    *,
    kind: Kind = "full",
    facilitator: str = "",
    released: bool = False,
) -> Handout:
    """The view model of one kind of report.

    Args:
        evaluation: with the onboarding checklist among its questionnaires, where the report is to carry it.
        content: whatever is missing is left out.
        kind: which report.
        facilitator: who led through the questions, for the first page; a page for the board names nobody.
        released: whether a facilitator's draft is one no more.
    """
    made = _BUILDERS[kind](evaluation, content)
    assessment = evaluation.assessment
    cover = Cover(
        kind=phrases.KINDS[kind],
        agency=one_line(assessment.agency),
        round=phrases.ROUNDS.get(assessment.round, assessment.round),
        day=day(assessment.date) if assessment.date else "",
        scope=phrases.SCOPES[assessment.scope],
        facilitator="" if kind == "board" else one_line(facilitator),
    )
    draft = made.draft and not released
    return msgspec.structs.replace(made, cover=cover, draft=draft, id=evaluation.id)


def _full(evaluation: Evaluation, content: Content) -> Handout:
    from readiness.reports import build, pictures

    report = build.report(evaluation, content)
    return Handout(
        kind="full",
        title=report.title,
        cover=_NO_COVER,
        template="full.md.j2",
        cover_page=True,
        values={"report": report},
        pictures=pictures.of_report(report),
    )


def _board(evaluation: Evaluation, content: Content) -> Handout:
    from readiness.reports.board import board

    page = board(evaluation, content)
    return _page("board", page.title, board=page)


def _monday(evaluation: Evaluation, content: Content) -> Handout:
    from readiness.reports.monday import monday

    page = monday(evaluation, content)
    return _page("monday", page.title, monday=page)


def _facilitator(evaluation: Evaluation, content: Content) -> Handout:
    from readiness.reports.facilitator import facilitator

    sheet = facilitator(evaluation, content)
    return msgspec.structs.replace(_page("facilitator", sheet.title, sheet=sheet), draft=True)


def _checklist(evaluation: Evaluation, content: Content) -> Handout:
    from readiness.reports import build

    report = build.report(evaluation, content)
    title = kind_phrases.CHECKLIST_TITLE.format(agency=report.agency or kind_phrases.OUR_AGENCY)
    return _page("checklist", title, title=title, report=report)


def _paper(evaluation: Evaluation, content: Content) -> Handout:
    del content  # questions need nothing beside themselves
    from readiness.reports.paper import paper

    sheets = paper(evaluation)
    return _page("paper", sheets.title, paper=sheets)


def _page(kind: Kind, title: str, /, **values: object) -> Handout:
    return Handout(kind=kind, title=title, cover=_NO_COVER, template=f"{kind}.md.j2", values=values)


_NO_COVER = Cover(kind="", agency="", round="", day="", scope="", facilitator="")
_BUILDERS: Mapping[Kind, Callable[[Evaluation, Content], Handout]] = {
    "full": _full,
    "board": _board,
    "monday": _monday,
    "facilitator": _facilitator,
    "checklist": _checklist,
    "paper": _paper,
}
KINDS: tuple[Kind, ...] = tuple(_BUILDERS)
