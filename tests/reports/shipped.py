"""Reports made of the shipped content, and what a reader of the rendered Markdown sees."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.tasklists import tasklists_plugin

from readiness import reports, resources
from readiness.domain.answers import Answer, Assessment, Missing, Respondent, Role, Scope, Value
from readiness.domain.evaluation import Evaluation, evaluate
from readiness.domain.log import PlanMark
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.loading import Library, load_answers
from readiness.reports import Content
from readiness.reports.kinds import Handout, Kind
from readiness.reports.view import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
STEMS = sorted(path.name.removesuffix(".answers.yaml") for path in EXAMPLES.glob("*.answers.yaml"))
NAMES = ("agency-profile", "employer-competencies", "recovery-workplace", "onboarding")
DAY = date(2026, 11, 3)


@cache
def library() -> Library:
    """The shipped content."""
    return Library([resources.questionnaires()])


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    """The shipped questionnaires, the checklist last."""
    return library().questionnaires(NAMES)


@cache
def content() -> Content:
    """What else reports draw on."""
    shipped = library()
    return Content(
        sources=shipped.sources,
        trainings=shipped.trainings,
        resources=shipped.resources,
        lived_experience=shipped.lived_experience,
    )


@cache
def scored() -> tuple[Item, ...]:
    """Every scored item."""
    return tuple(item for q in questionnaires() for item in q.items() if item.scored)


def gates() -> tuple[Item, ...]:
    """Every gate."""
    return tuple(item for item in scored() if item.gate)


def everything(value: Value | None = None) -> dict[str, Answer]:
    """One answer to every scored item; without a value, the top step of each scale."""
    return {i.id: Answer(i.scale.ids[-1] if value is None else value) for i in scored() if i.scale}


def competencies(option: str | Missing) -> dict[str, Answer]:
    """One answer to every scored item of the eleven competencies."""
    return {i.id: Answer(option) for i in questionnaires()[1].items() if i.scored}


def evaluation(
    answers: dict[str, Answer],
    *,
    agency: str = "Riverbend",
    role: Role | None = "leadership",
    name: str = "A. Rivera",
    when: date | None = DAY,
    scope: Scope = "full",
    marks: Mapping[str, PlanMark] | None = None,
) -> Evaluation:
    """An assessment over the shipped questionnaires, evaluated."""
    assessment = Assessment(
        agency=agency,
        answers=answers,
        date=when,
        scope=scope,
        respondent=Respondent(name, role),
    )
    return evaluate(assessment, questionnaires(), marks)


def report(answers: dict[str, Answer], **facts: object) -> Report:
    """The view model."""
    return reports.report(evaluation(answers, **facts), content())  # type: ignore[arg-type]


def markdown(answers: dict[str, Answer], **facts: object) -> str:
    """The report."""
    return reports.markdown(evaluation(answers, **facts), content())  # type: ignore[arg-type]


def example_handout(stem: str, kind: Kind = "full") -> Handout:
    """The report of an example agency, before it has a format."""
    loaded = load_answers(EXAMPLES / f"{stem}.answers.yaml", library())
    chosen = [questionnaires_named(name) for name in (*loaded.assessment.questionnaires, NAMES[3])]
    return reports.handout(evaluate(loaded.assessment, chosen, loaded.plan), content(), kind=kind)


def questionnaires_named(name: str) -> Questionnaire:
    """A shipped questionnaire."""
    return library().questionnaire(name)


def example(name: str) -> str:
    """The report of one of the example answers files."""
    loaded = load_answers(EXAMPLES / f"{name}.answers.yaml", library())
    used = [*loaded.assessment.questionnaires, "onboarding"]
    found = evaluate(loaded.assessment, library().questionnaires(used))
    return reports.markdown(found, content())


def page_one(text: str) -> str:
    """The part of a report before its first line across."""
    return text.partition("\n---\n")[0]


def tokens(text: str) -> list[Token]:
    """The report as GitHub would read it."""
    parser = MarkdownIt("gfm-like", {"linkify": False}).use(tasklists_plugin)
    return parser.parse(text)


def inline_texts(text: str) -> Iterator[str]:
    """The text of each paragraph, heading, list entry and table cell, as a reader sees it."""
    for token in tokens(text):
        if token.type == "inline":
            yield "".join(_seen(child) for child in token.children or [])


def _seen(token: Token) -> str:
    if token.type in ("hardbreak", "softbreak"):
        return "\n"
    return "" if token.content.startswith("<input ") else token.content.replace("\u200b", "")
