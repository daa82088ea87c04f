"""A questionnaire as JSON data, in the shape that design.md publishes."""

from fractions import Fraction
from typing import Any

from readiness.domain.conditions import All, Condition, Not, Test
from readiness.domain.questionnaire import Action, Item, Questionnaire, Scale, Section


def show_json(questionnaire: Questionnaire) -> dict[str, Any]:
    """All of a questionnaire that others build on; ids are full, defaults are filled in, what is missing is None."""
    return {
        "id": questionnaire.id,
        "title": questionnaire.title,
        "version": questionnaire.version,
        "scales": {name: _scale(scale) for name, scale in questionnaire.scales.items()},
        "sections": [_section(section) for section in questionnaire.sections],
    }


def _scale(scale: Scale) -> dict[str, Any]:
    return {
        "options": [
            {"id": option.id, "label": option.label, "points": _number(option.points)}
            for option in scale.options
        ]
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "weight": _number(section.weight),
        "items": [_item(item) for item in section.items],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "ask": item.ask,
        "scale": item.scale.id if item.scale else None,
        "weight": _number(item.weight),
        "gate": item.gate,
        "quick": item.quick,
        "derived": item.derived,
        "when": condition_json(item.when) if item.when is not None else None,
        "anchors": dict(item.anchors),
        "source": list(item.source),
        "actions": [_action(action) for action in item.actions],
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "do": action.do,
        "first_step": action.first_step,
        "done_when": action.done_when,
        "at_most": action.at_most,
        "within": action.within,
        "owner": action.owner,
        "source": list(action.source),
    }


def condition_json(condition: Condition) -> dict[str, Any]:
    """A condition as an author could have written it."""
    if isinstance(condition, Test):
        return {condition.item: _test(condition)}
    if isinstance(condition, Not):
        return {"not": condition_json(condition.part)}
    parts = [condition_json(part) for part in condition.parts]
    if isinstance(condition, All):
        keys = [key for part in parts for key in part]
        if len(set(keys)) == len(keys):
            return {key: value for part in parts for key, value in part.items()}
        return {"all": parts}
    return {"any": parts}


def _test(test: Test) -> Any:
    if test.op != "any_of":
        bound = test.bound
        return {
            test.op: test.written[0]
            if bound is None
            else int(bound)
            if bound.is_integer()
            else bound
        }
    return test.options[0] if len(test.options) == 1 else list(test.options)


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)
