"""A consultant's look: which folder holds it, and whether it can be used."""

from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.app import App

if TYPE_CHECKING:
    from readiness.domain.evaluation import Evaluation
    from readiness.reports.kinds import Handout


def check_look(app: App, folder: Path) -> None:
    """Say that a look can be used.

    Raises:
        InvalidInput: with everything that is wrong with it.
    """
    from readiness.errors import InvalidInput
    from readiness.loading import load_look
    from readiness.reports.look_check import check_templates

    look = load_look(folder)
    problems = check_templates(look, _samples(app))
    if problems:
        raise InvalidInput(problems)
    templates = sorted(path.name for path in folder.glob("*.j2")) if look.templates else []
    app.tell(f"{folder} can be used.")
    app.tell(f"  Colours: {look.accent} and {look.second}")
    app.tell(f"  Logo: {look.logo.alt}" if look.logo else "  Logo: none")
    app.tell(f"  Templates: {', '.join(templates) or 'none of its own'}")


def _samples(app: App) -> list["Handout"]:
    """A report of each kind, on answers of every sort."""
    from readiness import reports
    from readiness.reports.kinds import KINDS

    evaluation = _evaluation(app)
    return [
        reports.handout(evaluation, app.content, kind=kind, facilitator="Example") for kind in KINDS
    ]


def _evaluation(app: App) -> "Evaluation":
    from datetime import date

    from readiness.domain.answers import DEFAULT_QUESTIONNAIRES, Answer, Assessment, Missing
    from readiness.domain.evaluation import ONBOARDING, evaluate

    questionnaires = app.library.questionnaires((*DEFAULT_QUESTIONNAIRES, ONBOARDING))
    answers = {}
    scored = (item for q in questionnaires for item in q.items() if item.scored and item.scale)
    for number, item in enumerate(scored):
        assert item.scale is not None  # noqa: S101  asked for above
        options = [option.id for option in item.scale.options]
        value = Missing.DONT_KNOW if number % 7 == 6 else options[number % len(options)]
        answers[item.id] = Answer(value, note="Example", share=number % 5 == 0)
    assessment = Assessment(
        agency="Example agency", answers=answers, date=date(2026, 1, 5), scope="full"
    )
    return evaluate(assessment, questionnaires)
