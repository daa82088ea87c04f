"""Whether anybody can ever get to an item."""

from collections.abc import Callable

import pytest

Problems = Callable[[str, str, str], list[str]]
MAIN = "employer-competencies.yaml"


UNREACHABLE = {
    "not and yes": "{all: [{profile.drives: yes}, {not: {profile.drives: yes}}]}",
    "two options of one choice": "{all: [{profile.drives: yes}, {profile.drives: no}]}",
    "through the condition of another": "{profile.car: yes, profile.drives: no}",
    "numbers": "{all: [{profile.staff: {at_least: 5}}, {profile.staff: {at_most: 4}}]}",
    "bounds": "{culture.basics: {at_least: mostly, at_most: partly}}",
}


@pytest.mark.parametrize("condition", UNREACHABLE.values(), ids=UNREACHABLE.keys())
def test_an_unreachable_item_is_a_problem(problems: Problems, condition: str) -> None:
    """When no combination of answers makes its condition true, an item is named as unreachable."""
    (problem,) = problems(MAIN, "{culture.basics: {at_most: partly}}", condition)
    assert problem == (
        f"{MAIN}:34:9: sections[0].items[2].when: nobody can ever get to `culture.words`: no combination of answers"
        " makes its condition true"
    )


REACHABLE = {
    "several choices at once": "{all: [{profile.workers: employee}, {profile.workers: volunteer}]}",
    "none of several choices": "{not: {profile.workers: [employee, volunteer]}}",
    "between two numbers": "{profile.staff: {at_least: 4, at_most: 5}}",
    "through the condition of another": "{profile.car: yes}",
    "any": "{any: [{all: [{profile.drives: yes}, {profile.drives: no}]}, {profile.staff: {at_most: 0}}]}",
}


@pytest.mark.parametrize("condition", REACHABLE.values(), ids=REACHABLE.keys())
def test_reachable_items_are_no_problem(problems: Problems, condition: str) -> None:
    """Conditions that some answers make true load."""
    assert problems(MAIN, "{culture.basics: {at_most: partly}}", condition) == []
