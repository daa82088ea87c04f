"""The JSON Schema of a questionnaire file, for completion and checks in an author's editor."""

from typing import Any, get_args

from readiness.loading.questionnaires.files import QuestionnaireFile
from readiness.loading.tree.models import FullId, Id, Model, Text

_TITLE = "Questionnaire or checklist"
_ID = "^[a-z0-9_-]+$"
_FULL_ID = "^[a-z0-9_.-]+$"
_TEXTS: dict[Any, dict[str, Any]] = {
    Id: {"pattern": _ID},
    FullId: {"pattern": _FULL_ID},
    Text: {"minLength": 1},
}

_CONDITION: dict[str, Any] = {
    "title": "Condition",
    "description": "Item ids with a test each (all of them have to hold), or all, any, not.",
    "type": "object",
    "minProperties": 1,
    "properties": {
        "all": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Condition"}},
        "any": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Condition"}},
        "not": {"$ref": "#/$defs/Condition"},
    },
    "additionalProperties": {
        "description": "An option, a list of options (any of them), or bounds.",
        "anyOf": [
            {"type": ["string", "boolean", "number"]},
            {"type": "array", "minItems": 1, "items": {"type": ["string", "boolean", "number"]}},
            {
                "type": "object",
                "minProperties": 1,
                "properties": {
                    "at_least": {"type": ["string", "number"]},
                    "at_most": {"type": ["string", "number"]},
                },
                "additionalProperties": False,
            },
        ],
    },
}

# What an author may want to know about a key, in the editor.
_HELP = {
    "Questionnaire": {
        "id": "Names the questionnaire for ever.",
        "version": "Such as 1.0.0; change it when the wording changes.",
        "scale": "The scale of its one-choice items, unless an item names another one.",
        "scales": "Scales of its own, beside those of scales.yaml.",
        "retired": "Old ids of sections, items or actions, with what took their place, or none.",
    },
    "Section": {
        "id": "Unique across all questionnaires, for ever.",
        "number": "The number that the source gives it.",
        "short": "A short name, for narrow places.",
        "why": "A short paragraph for someone who asks why.",
        "find_out": "Whom to ask when nobody here knows.",
        "ready": "What to have at hand before answering on paper, each as a few words.",
        "weight": "How much it counts, above 0; 1 unless said otherwise.",
        "ask_staff": "The action to take where a leader alone cannot rate the section.",
    },
    "Item": {
        "id": "Unique in its section, for ever; the full id is section.item.",
        "ask": "One question or statement with one idea in it.",
        "topic": "Two to six words that name it in lists.",
        "gate": "It has to be in place before the job is posted, or before day one.",
        "quick": "Asked in the quick check too.",
        "derived": "No question of the source: ours.",
        "when": "Asked only when this is true.",
        "anchors": "For options, a sentence that says what each looks like here.",
        "says": "For options, the fact in a clause.",
        "part_of": "The id of the item of this section that it belongs to.",
        "versions": "Other wordings for employees and volunteers.",
        "weight": "How much it counts, above 0; 1 unless said otherwise.",
    },
    "Action": {
        "id": "Unique in its item, for ever.",
        "first_step": "Under 30 minutes, can be done alone.",
        "done_when": "How anyone can see that it is done.",
        "at_most": "Called for by this option or a lower one; partly unless said otherwise.",
        "within": "30, 60 or 90 days.",
    },
    "Scale": {
        "options": "From the lowest to the highest.",
        "lexicon": "Everyday ways of saying an option.",
    },
    "Option": {"points": "From 0 to 1, rising; left out on a scale that is never scored."},
}


def json_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of a questionnaire file."""
    import msgspec

    made = msgspec.json.schema(QuestionnaireFile)
    models = _models(QuestionnaireFile)
    definitions = {
        _short(name): _tidied(body, models[name]) for name, body in made["$defs"].items()
    }
    definitions["Item"]["properties"]["when"] = {
        "$ref": "#/$defs/Condition",
        "description": _HELP["Item"]["when"],
    }
    top = definitions.pop("Questionnaire")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **top,
        "title": _TITLE,
        "$defs": {**definitions, "Condition": _CONDITION},
    }


def _short(name: str) -> str:
    return name.removesuffix("File")


def _models(top: type[Model]) -> dict[str, type[Model]]:
    """Every model that a model is made of, by name."""
    found = {top.__name__: top}
    todo: list[Any] = list(top.__annotations__.values())
    while todo:
        each = todo.pop()
        if isinstance(each, type) and issubclass(each, Model) and each.__name__ not in found:
            found[each.__name__] = each
            todo += each.__annotations__.values()
        todo += get_args(each)
    return found


def _tidied(body: dict[str, Any], model: type[Model]) -> dict[str, Any]:
    name = _short(body["title"])
    help_texts = _HELP.get(name, {})
    properties = {}
    for key, value in body["properties"].items():
        found = _constrained(_linked(value), model.__annotations__[key])
        if found.get("default") in ("", [], {}):
            del found["default"]
        if key in help_texts:
            found["description"] = help_texts[key]
        properties[key] = found
    return {**body, "title": name, "properties": properties}


def _linked(value: Any) -> Any:
    """The same with shorter names of definitions."""
    if isinstance(value, dict):
        return {
            key: _short(each) if key == "$ref" else _linked(each)
            for key, each in value.items()
            if key != "title"
        }
    return [_linked(each) for each in value] if isinstance(value, list) else value


def _constrained(value: dict[str, Any], annotation: Any) -> dict[str, Any]:
    """What msgspec does not know of a text: that it is an id, or not empty."""
    if annotation in _TEXTS:
        return {**value, **_TEXTS[annotation]}
    arguments = get_args(annotation)
    if "anyOf" in value and len(value["anyOf"]) == len(arguments):
        pairs = zip(value["anyOf"], arguments, strict=True)
        return {**value, "anyOf": [_constrained(each, argument) for each, argument in pairs]}
    if value.get("type") == "array" and arguments:
        return {**value, "items": _constrained(value["items"], arguments[0])}
    if "additionalProperties" in value and len(arguments) == 2:
        key, each = arguments
        constrained = {
            **value,
            "additionalProperties": _constrained(value["additionalProperties"], each),
        }
        return {**constrained, "propertyNames": _TEXTS[key]} if key in _TEXTS else constrained
    return value
