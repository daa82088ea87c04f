"""Advice to authors."""

import pytest

from readiness.loading.authors.lint import asks_two_things


@pytest.mark.parametrize(
    ("ask", "two"),
    [
        ("Is there a plan and is it used?", True),
        ("Do people know and follow the rules?", True),
        ("Is it so? Why?", True),
        ("Who decides, or what decides?", True),
        ("Is there money for at least twelve months?", False),
        (
            "Can people in every job, from executives to the front desk, say what recovery means?",
            False,
        ),
        ("Do managers and staff meet?", False),
        ("Is there time and money for it?", False),
    ],
)
def test_questions_that_ask_two_things(ask: str, two: bool) -> None:
    """Joined questions and joined verbs are two things; joined nouns are not."""
    assert bool(asks_two_things(ask)) is two
