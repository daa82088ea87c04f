"""Questionnaires as JSON."""

import json
from typing import Any

import pytest

from readiness.loading import Library, show_json


def test_show_json_has_the_published_shape(library: Library) -> None:
    """Ids are full, defaults are filled in, numbers are numbers, and what is missing is null."""
    shown = show_json(library.questionnaire("employer-competencies"))
    assert json.loads(json.dumps(shown)) == {
        "id": "employer-competencies",
        "title": "Competencies",
        "version": "1.10",
        "scales": {
            "implementation": {
                "options": [
                    {"id": "not_yet", "label": "Not yet", "points": 0},
                    {"id": "planned", "label": "Planned", "points": 0.25},
                    {"id": "partly", "label": "Partly", "points": 0.5},
                    {"id": "mostly", "label": "Mostly", "points": 0.75},
                    {"id": "fully", "label": "Fully", "points": 1},
                ]
            }
        },
        "sections": [
            {
                "id": "culture",
                "number": 1,
                "title": "Culture",
                "weight": 1,
                "items": [
                    {
                        "id": "culture.basics",
                        "kind": "choice",
                        "ask": "Do people know what recovery means?",
                        "scale": "implementation",
                        "weight": 0.5,
                        "gate": None,
                        "quick": True,
                        "derived": False,
                        "when": None,
                        "anchors": {"not_yet": "Few do.", "partly": "Some do.", "fully": "All do."},
                        "source": ["wise.c01.q1"],
                        "actions": [
                            {
                                "id": "culture.basics.teach",
                                "do": "Teach it.",
                                "first_step": "Pick a date.",
                                "done_when": "Everyone came.",
                                "at_most": "partly",
                                "within": 30,
                                "owner": "trainer",
                                "source": ["wise.c01"],
                            }
                        ],
                    },
                    {
                        "id": "culture.pay",
                        "kind": "choice",
                        "ask": "Is pay fair?",
                        "scale": "implementation",
                        "weight": 1,
                        "gate": "posting",
                        "quick": False,
                        "derived": False,
                        "when": {"profile.workers": "employee", "profile.staff": {"at_least": 2}},
                        "anchors": {},
                        "source": ["wise.c01"],
                        "actions": [],
                    },
                    {
                        "id": "culture.words",
                        "kind": "text",
                        "ask": "Which words are used?",
                        "scale": None,
                        "weight": 1,
                        "gate": None,
                        "quick": False,
                        "derived": False,
                        "when": {"culture.basics": {"at_most": "partly"}},
                        "anchors": {},
                        "source": ["wise.c01"],
                        "actions": [],
                    },
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    "condition",
    [
        {"any": [{"profile.drives": "yes"}, {"profile.staff": {"at_most": 3}}]},
        {"not": {"profile.workers": ["employee", "volunteer"]}},
        {"all": [{"profile.workers": "employee"}, {"profile.workers": "volunteer"}]},
    ],
)
def test_conditions_are_shown_as_written(texts: dict[str, str], condition: dict[str, Any]) -> None:
    """An author recognizes the condition, and the product reads it as the same one."""
    main = texts["employer-competencies.yaml"]
    texts["employer-competencies.yaml"] = main.replace(
        "{culture.basics: {at_most: partly}}", json.dumps(condition)
    )
    shown = show_json(Library.from_texts(texts).questionnaire("employer-competencies"))
    assert shown["sections"][0]["items"][2]["when"] == condition
