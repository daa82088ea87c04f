"""A comparison as data, for `readiness compare --format json`. The shape is public (docs/comparing.md)."""

from fractions import Fraction
from typing import Any

from readiness.domain.answers import Answer, Missing
from readiness.domain.comparing import Changed, Comparison, GateMoved, Turned
from readiness.domain.movement import Moved
from readiness.domain.plan import PlannedAction
from readiness.domain.questionnaire import Item
from readiness.domain.rounds import Earlier, Voice
from readiness.domain.scoring import Score


def as_data(compared: Comparison) -> dict[str, Any]:
    """Two rounds in the public shape; numbers are unrounded, what is missing is None, and no note is in it."""
    return {
        "first": _round(compared.first),
        "second": _round(compared.second),
        "hire": {turned.moment: _turned(turned) for turned in compared.verdicts},
        "questionnaires": [
            {**_moved(whole.overall), "sections": [_moved(each) for each in whole.sections]}
            for whole in compared.wholes
        ],
        "answers": [_changed(changed) for changed in compared.answers],
        "actions": {
            "done": [_action(planned) for planned in compared.done],
            "dropped": [
                {**_action(planned), "reason": planned.mark.reason} for planned in compared.dropped
            ],
            "settled": [_action(planned) for planned in compared.settled],
        },
        "carried": compared.carried,
    }


def _round(earlier: Earlier) -> dict[str, Any]:
    assessment = earlier.evaluation.assessment
    return {
        "id": earlier.id or None,
        "agency": assessment.agency,
        "round": assessment.round,
        "date": assessment.date.isoformat() if assessment.date else None,
        "scope": assessment.scope,
    }


def _turned(turned: Turned) -> dict[str, Any]:
    return {
        "before": turned.before,
        "after": turned.after,
        "one_step": turned.single_step,
        "gates": [_gate(gate) for gate in turned.gates],
    }


def _gate(gate: GateMoved) -> dict[str, Any]:
    return {"id": gate.pair.id, "before": gate.before, "after": gate.after}


def _moved(moved: Moved) -> dict[str, Any]:
    return {
        "id": moved.id,
        "title": moved.title,
        "before": _score(moved.before),
        "after": _score(moved.after),
        "change": moved.change,
        "up": moved.up,
        "down": moved.down,
        "joined": moved.joined,
        "dropped": moved.dropped,
    }


def _score(score: Score | None) -> dict[str, Any] | None:
    if score is None:
        return None
    return {
        "score": _number(score.score),
        "low": _number(score.low),
        "high": _number(score.high),
        "band": score.band,
        "answered": score.answered,
        "applicable": score.applicable,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _changed(changed: Changed) -> dict[str, Any]:
    pair = changed.pair
    return {
        "id": pair.id,
        "ask": pair.item.ask,
        "before": _answer(pair.before, pair.before_answer),
        "after": _answer(pair.after, pair.after_answer),
        "how": changed.how,
        "steps": changed.steps,
        "before_by": _voice(changed.before_by),
        "after_by": _voice(changed.after_by),
    }


def _answer(item: Item | None, answer: Answer | None) -> Any:
    """An answer as the answers file writes it; None for none, and for words of one's own that are not shared."""
    if item is None or answer is None:
        return None
    value = answer.value
    if isinstance(value, Missing):
        return value.value
    if item.kind == "text" and not answer.share:
        return None
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str | int | float) else value.isoformat()


def _voice(voice: Voice | None) -> dict[str, Any] | None:
    if voice is None:
        return None
    origin = voice.origin
    carried = origin and {
        "id": origin.assessment or None,
        "round": origin.round,
        "date": origin.date.isoformat() if origin.date else None,
    }
    return {
        "name": voice.respondent.name or None,
        "role": voice.respondent.role,
        "carried_from": carried,
    }


def _action(planned: PlannedAction) -> dict[str, Any]:
    return {"id": planned.action.id, "do": planned.action.do}
