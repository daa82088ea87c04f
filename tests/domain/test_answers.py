"""Answers as conditions and scores see them, and the log that they are a view of."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.build import scale
from tests.domain.strategies import IMPLEMENTATION

from readiness.domain.answers import MISSING, Answer, Missing, Value, chosen_option, held
from readiness.domain.conditions import Held
from readiness.domain.log import Entry, current
from readiness.domain.questionnaire import Item

answers = st.sampled_from([Answer("mostly"), Answer("fully"), Answer(Missing.SKIPPED), None])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("yes", "yes"),
        (("employee", "volunteer"), ("employee", "volunteer")),
        (0, 0),
        (2.5, 2.5),
        (date(2026, 11, 21), None),
        *((missing, None) for missing in Missing),
    ],
)
def test_what_conditions_see(value: Value, expected: Held) -> None:
    """Conditions see options and numbers, 0 among them; dates and missing answers have no value for them."""
    assert held(Answer(value)) == expected
    assert held(None) is None


def test_missing_words() -> None:
    """The three words of the answers file name the three reasons why there is no value."""
    assert set(MISSING) == {"dont_know", "not_applicable", "skipped"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("mostly", "mostly"),
        ("gone", None),
        (("mostly",), None),
        (3, None),
        *((m, None) for m in Missing),
    ],
)
def test_chosen_options(value: Value, expected: str | None) -> None:
    """Only an option that the item's scale has is a chosen option."""
    made = scale(IMPLEMENTATION)
    item = Item(id="s.i", section="s", kind="choice", ask="?", source=("wise",), scale=made)
    assert chosen_option(item, Answer(value)) == expected
    assert chosen_option(item, None) is None


@given(st.lists(st.tuples(st.sampled_from(["a.x", "a.y", "b.z"]), answers)))
def test_the_last_entry_of_an_item_stands(said: list[tuple[str, Answer | None]]) -> None:
    """The current answers are each item's last entry, without those whose last entry took the answer away."""
    at = datetime(2026, 11, 21, tzinfo=UTC)
    entries = [
        Entry(number=n, respondent="1", item=item, answer=answer, wording="", at=at)
        for n, (item, answer) in enumerate(said, 1)
    ]
    found = current(entries)
    for name in ("a.x", "a.y", "b.z"):
        mine = [answer for item, answer in said if item == name]
        assert found.get(name) == (mine[-1] if mine else None)
    assert None not in found.values()
    first_said = list(dict.fromkeys(item for item, _ in said))
    assert list(found) == [item for item in first_said if item in found]
