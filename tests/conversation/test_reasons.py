"""What is kept beside an answer: word for word, and never the opposite of what was typed."""

import pytest
from tests.conversation.understanding import TODAY, items

from readiness.conversation import interpret

ITEM = items()["culture.basics"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("fully, that would be me", "that would be me"),
        ("that would be me, so yes, fully", "that would be me"),
        ("not until July", "not until July"),
        ("nothing in writing", "nothing in writing"),
        ("when the week allows it, so about half", "when the week allows it, so about half"),
        ("planned, not until July", "not until July"),
        ("fully", None),
    ],
)
def test_a_reason_is_never_turned_round(text: str, note: str | None) -> None:
    """A note is no part of a text that says the opposite of it, and a reason of small words is kept."""
    assert interpret(text, ITEM, today=TODAY).note == note
