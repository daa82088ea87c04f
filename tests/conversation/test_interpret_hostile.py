"""Whatever is typed: no exception, no delay, nothing invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conversation.understanding import TODAY, items

from readiness.conversation import Interpretation, interpret

ITEMS = items()
ONE_OF_EACH = (
    "culture.basics",
    "workplace.s02",
    "profile.drives",
    "profile.serves",
    "profile.state",
    "profile.size",
    "profile.managers",
    "profile.posting_date",
    "leadership.styles",
)
OUTSIDE = {"dont_know", "not_applicable"}
_WORDS = st.sampled_from(
    "yes no not mostly partly fully but 3 4 , . ? half of the no wait actually why skip change to "
    "march 2027 or n/a don't know we 50 % agree ( / - maybe if employees texas twenty".split()
)
_TYPED = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=14).map(" ".join))


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00\x01", "\u200b\u200f"])
@pytest.mark.parametrize("item", ONE_OF_EACH)
def test_nothing_is_unclear(text: str, item: str) -> None:
    """Blanks and control characters alone are no answer to anything."""
    assert interpret(text, ITEMS[item], today=TODAY) == Interpretation(outcome="unclear")


@pytest.mark.parametrize(
    "text",
    [
        "😀" * 5000,
        "mostly " * 1500,
        "(" * 10_000,
        "9" * 10_000,
        "no wait " * 1250,
        "twenty hundred " * 700,
        "\u05d0" * 10_000,
        "\x1b[31m" * 2000,
        "/" + "x" * 9999,
    ],
)
@pytest.mark.parametrize("item", ONE_OF_EACH[:-1])
def test_floods_record_nothing(text: str, item: str) -> None:
    """Ten thousand characters of anything are never recorded as an answer unasked."""
    assert interpret(text, ITEMS[item], today=TODAY).outcome != "accepted" or "mostly" in text


@given(text=_TYPED, name=st.sampled_from(ONE_OF_EACH))
def test_every_reading_keeps_the_contract(text: str, name: str) -> None:
    """Candidates only with confirm, notes are parts of the text, values belong to the item."""
    item = ITEMS[name]
    got = interpret(text, item, today=TODAY)
    assert got == interpret(text, item, today=TODAY)
    assert not got.candidates or got.outcome == "confirm"
    assert got.note is None or got.note in text
    assert (got.value is None) == (got.outcome in ("unclear", "command"))
    assert got.outcome != "command" or got.command is not None
    known = {*(item.scale.ids if item.scale else ()), *OUTSIDE}
    assert set(got.candidates) <= known
    if item.scale and got.value is not None:
        values = got.value if isinstance(got.value, tuple) else (got.value,)
        assert set(values) <= known
