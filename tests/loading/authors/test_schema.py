"""The JSON Schema that authors load into their editors."""

import json
from typing import Any

from readiness import resources
from readiness.loading import json_schema


def test_the_committed_schema_is_that_of_the_code() -> None:
    """questionnaire.schema.json says what the loader accepts; `make schema` writes it anew."""
    committed = (resources.questionnaires() / "questionnaire.schema.json").read_text(
        encoding="utf-8"
    )
    assert committed == json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    """No definition is missing, and none is left over."""
    schema = json_schema()
    named = set(references(schema))
    assert named == {f"#/$defs/{name}" for name in schema["$defs"]}


def references(node: Any) -> list[str]:
    """Every `$ref` in a schema."""
    if isinstance(node, dict):
        here = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return here + [ref for value in node.values() for ref in references(value)]
    return [ref for value in node for ref in references(value)] if isinstance(node, list) else []


def test_the_schema_knows_ids_and_conditions() -> None:
    """What helps an author most is in it: patterns of ids, the kinds, the conditions, no unknown keys."""
    schema = json_schema()
    item = schema["$defs"]["Item"]
    assert item["additionalProperties"] is False
    assert item["properties"]["id"]["pattern"] == "^[a-z0-9_-]+$"
    assert item["properties"]["when"]["$ref"] == "#/$defs/Condition"
    assert set(item["required"]) == {"id", "ask", "source"}
