"""What lies beside the report at the close."""

import subprocess
from datetime import date

import pytest

from readiness import reports, resources
from readiness.cli import handing
from readiness.domain.answers import DEFAULT_QUESTIONNAIRES, Answer, Assessment
from readiness.domain.evaluation import evaluate
from readiness.loading import Library
from readiness.reports import Content
from readiness.reports.kinds import Handout


@pytest.fixture(scope="module")
def handout() -> Handout:
    library = Library([resources.questionnaires()])
    assessment = Assessment(
        agency="Riverbend", answers={"culture.basics": Answer("partly")}, date=date(2026, 11, 21)
    )
    content = Content(
        trainings=library.trainings,
        resources=library.resources,
        lived_experience=library.lived_experience,
        sources=library.sources,
    )
    loaded = library.questionnaires((*DEFAULT_QUESTIONNAIRES, "onboarding"))
    return reports.handout(evaluate(assessment, loaded), content)


def test_made_apart_is_what_is_made_here(handout: Handout) -> None:
    """A process of its own makes the same formats, and the same page for a browser, as this one would."""
    apart, here = handing._others(handout), handing._made(handout)
    assert apart.keys() == here.keys()
    assert apart[".html"] == here[".html"]


def test_no_process_of_its_own(handout: Handout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be started, all is made in this one."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert handing._others(handout).keys() == handing._made(handout).keys()
