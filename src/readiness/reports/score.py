"""Scores as data and as a small table, for `readiness score`. The shape of the data is public (docs/scoring.md)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from textwrap import shorten
from typing import Any

from readiness.domain.answers import Answer, Missing
from readiness.domain.evaluation import Evaluation
from readiness.domain.gates import Hire
from readiness.domain.scoring import QuestionnaireScore, Score, shown
from readiness.reports.phrases import BANDS, TOO_LITTLE
from readiness.reports.words import one_line

VERDICTS = {
    "not_yet": "hold: not everything is in place",
    "find_out": "find out first",
    "ready": "nothing required is missing",
    None: "no answer yet",
}
ASK_STAFF = "ask staff"
OURS = "These scores are ours and not validated: docs/scoring.md says how they are made."
_WIDTH = 64
MOMENTS = {"posting": "Before posting", "day_one": "Before day one"}


def as_data(evaluation: Evaluation) -> dict[str, Any]:
    """An assessment's scores in the public shape; numbers are unrounded, and what is missing is None."""
    main = evaluation.main
    return {
        "agency": evaluation.assessment.agency,
        "scope": evaluation.assessment.scope,
        "overall": _overall(main.overall) if main else dict.fromkeys(_OVERALL),
        "hire": {moment: _hire(hire) for moment, hire in evaluation.hires.items()},
        "questionnaires": [_questionnaire(score) for score in evaluation.scores],
    }


def as_table(evaluation: Evaluation) -> str:
    """The verdicts and the scores, one line each, for a terminal."""
    lines = [one_line(evaluation.assessment.agency) or "(no name)", ""]
    for moment, hire in evaluation.hires.items():
        lines.append(f"{MOMENTS[moment]}: {VERDICTS[hire.verdict]}")
        lines += [f"  {gate.item.name}: {_STATES[gate.state]}" for gate in hire.gates]
    for score in evaluation.scores:
        if score.overall.applicable:
            lines += ["", score.questionnaire.title, *_rows(evaluation, score)]
    lines += ["", OURS]
    return "\n".join(lines) + "\n"


_OVERALL = ("score", "low", "high", "band", "coverage")
_STATES = {
    "met": "in place",
    "short": "not in place",
    "unknown": "unknown",
    "set_aside": "set aside",
}


def _rows(evaluation: Evaluation, score: QuestionnaireScore) -> Iterator[str]:
    """A line for each section, and one for all; no label where staff have to be asked first."""
    from readiness.domain.plan import speaks_for_leadership_alone  # the data does without it

    sections = [s for s in score.sections if s.score.applicable]
    alone = [speaks_for_leadership_alone(evaluation.assessment, s.section) for s in sections]
    for each, leader in zip(sections, alone, strict=True):
        yield _line(each.section.title, each.score, ask_staff=leader)
    yield _line("All sections", score.overall, ask_staff=all(alone))


def _line(title: str, score: Score, *, ask_staff: bool) -> str:
    figure = "–" if score.score is None else str(shown(score.score))
    bounds = (
        f"{shown(score.low)}–{shown(score.high)}"
        if score.low is not None and score.high is not None
        else ""
    )
    label = BANDS[score.band] if score.band else TOO_LITTLE
    if ask_staff and score.answered:
        label = ASK_STAFF
    name = shorten(title, _WIDTH, placeholder="…")
    return f"  {name:<{_WIDTH}} {figure:>3}  {bounds:>7}  {label:<20} {score.answered}/{score.applicable}"


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _overall(score: Score) -> dict[str, Any]:
    return {
        "score": _number(score.score),
        "low": _number(score.low),
        "high": _number(score.high),
        "band": score.band,
        "coverage": _number(score.coverage),
    }


def _questionnaire(score: QuestionnaireScore) -> dict[str, Any]:
    return {
        "id": score.questionnaire.id,
        **_overall(score.overall),
        "sections": [
            {
                "id": s.section.id,
                "title": s.section.title,
                "score": _number(s.score.score),
                "low": _number(s.score.low),
                "high": _number(s.score.high),
                "band": s.score.band,
                "answered": s.score.answered,
                "applicable": s.score.applicable,
                "unknown": s.score.unknown,
                "coverage": _number(s.score.coverage),
            }
            for s in score.sections
        ],
    }


def _hire(hire: Hire) -> Mapping[str, Any]:
    gates = [
        {"id": g.item.id, "ask": g.item.ask, "answer": _answer(g.answer), "state": g.state}
        for g in hire.gates
    ]
    return {"verdict": hire.verdict, "gates": gates}


def _answer(answer: Answer | None) -> str | None:
    if answer is None:
        return None
    return answer.value.value if isinstance(answer.value, Missing) else str(answer.value)
