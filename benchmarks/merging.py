"""Bringing an edited plan of about 2,000 lines up to date, against rendering it."""

import sys
import time
from collections.abc import Callable
from datetime import date

from benchmarks.pairs import Timed, within
from readiness import reports, resources
from readiness.domain.answers import Answer, Assessment
from readiness.domain.evaluation import Evaluation, evaluate
from readiness.loading import Library
from readiness.reports import Content
from readiness.reports.living.merging import updated
from readiness.reports.living.retired import why
from readiness.reports.markdown_renderer import render

NAMES = ("agency-profile", "employer-competencies", "recovery-workplace", "onboarding")


def merge_and_render() -> tuple[Timed, Timed]:
    """The merge of a file that was edited in many places, after twenty new answers; and the rendering alone.

    Templates are compiled, and no text is remembered from the run before, on either side: whoever brings a plan up to
    date renders texts that this process has not seen.
    """
    library = Library([resources.questionnaires()])
    content = Content(
        sources=library.sources,
        trainings=library.trainings,
        resources=library.resources,
        lived_experience=library.lived_experience,
    )
    before, now = _evaluated(library, 0), _evaluated(library, 20)
    base, new = (reports.markdown(each, content) for each in (before, now))
    mine = _edited(base)
    handout = reports.handout(now, content)
    merge = _anew(lambda: updated(mine, new, base, lambda name: why(now, name)))
    return merge, _anew(lambda: render(handout))


def _anew(function: Callable[[], object]) -> Timed:
    """One call, before which reports forget every text that they remember."""
    once = within(function, 1, time.process_time)

    def timed() -> float:
        for name, room in list(sys.modules.items()):
            if name.startswith("readiness.reports.") and not name.endswith(".templating"):
                for each in vars(room).values():
                    if hasattr(each, "cache_clear"):
                        each.cache_clear()
        return once()

    return timed


def _evaluated(library: Library, done: int) -> Evaluation:
    questionnaires = library.questionnaires(NAMES)
    scored = [item for item in questionnaires[1].items() if item.scored and item.scale]
    answers = {
        item.id: Answer("fully" if at < done else "not_yet") for at, item in enumerate(scored)
    }
    assessment = Assessment(agency="Example", answers=answers, date=date(2026, 11, 3))
    return evaluate(assessment, questionnaires)


def _edited(text: str) -> str:
    """A text with a tick, a name, other words or a line of one's own in every seventh of its lines."""
    rows = text.split("\n")
    for at in range(0, len(rows), 7):
        row = rows[at]
        if "Who:" in row:
            rows[at] = f"{row} and Ana"
        elif row.startswith("- [ ]"):
            rows[at] = row.replace("[ ]", "[x]", 1)
        elif row:
            rows[at] = f"{row}\n\nA line of our own, the {at}th.\n"
    return "\n".join(rows)
