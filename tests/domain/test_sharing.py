"""What a report would carry of what people wrote, and what is pointed out in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.answers import Answer, Missing
from readiness.domain.questionnaire import Item
from readiness.domain.sharing import Told, Watch, marks_of, reworded, told, undecided

PLAIN = Item(id="a.plain", section="a", kind="choice", ask="How?", source=())
GATE = Item(id="a.gate", section="a", kind="choice", ask="Ready?", gate="posting", source=())
OPEN = Item(id="a.open", section="a", kind="text", ask="What else?", source=())
WATCH = Watch(("maria", "luis"), ("relapsed", "self-harm"), ("client", "low functioning"))


def _told(item: Item, answer: Answer) -> Told:
    (found,) = told({item.id: item}, {item.id: answer}, WATCH)
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We asked Bob Smith.", ("Bob Smith",)),
        ("Maria told us.", ("Maria",)),
        ("it is luis who knows", ("luis",)),
        ("We asked. Then we waited.", ()),
        ("Our HR and I'm sure the CFO say so in March.", ()),
        ("One line.\nAnother line.", ()),
        ("Ask Maria Lopez.", ("Maria Lopez",)),
        ("Ask O'Brien.", ("O'Brien",)),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    """Names are found inside a sentence by their capital, and known first names anywhere, each once."""
    assert _told(PLAIN, Answer("x", note=text)).names == names


def test_health_and_words_to_avoid() -> None:
    """Words of health and words to avoid are found whatever their case or hyphen, and only as whole words."""
    found = _told(PLAIN, Answer("x", note="A low-functioning CLIENT; self harm; clientele."))
    assert found.concerns == {"health": ("self-harm",), "dropped": ("client", "low functioning")}


def test_how() -> None:
    """What was written is private, shared where it is marked, and printed where it says why a gate was set aside."""
    assert _told(PLAIN, Answer("x", note="n")).how == "private"
    assert _told(PLAIN, Answer("x", note="n", share=True)).how == "shared"
    assert _told(GATE, Answer(Missing.NOT_APPLICABLE, note="n")).how == "reason"
    assert _told(GATE, Answer("fully", note="n")).how == "private"
    assert _told(PLAIN, Answer(Missing.NOT_APPLICABLE, note="n")).how == "private"


def test_open_answers_are_treated_alike() -> None:
    """An answer to an open question is looked at together with its note, and both are reworded together."""
    answer = Answer("We hope.", note="Luis does.", share=True)
    found = _told(OPEN, answer)
    assert (found.text, found.how, found.names) == ("We hope.\nLuis does.", "shared", ("Luis",))
    assert reworded(OPEN, answer, "All hope.") == Answer("All hope.", share=True)
    assert reworded(PLAIN, Answer("x", note="a", flag=True), "b") == Answer(
        "x", note="b", flag=True
    )
    assert told({OPEN.id: OPEN}, {OPEN.id: Answer(Missing.SKIPPED)}, WATCH) == ()


@given(st.text(min_size=1), st.text(min_size=1), st.booleans())
def test_only_what_changed_is_undecided(text: str, later: str, share: bool) -> None:
    """What somebody decided on is undecided again exactly when its text, or whether a report carries it, changed."""
    items = {PLAIN.id: PLAIN}
    first = told(items, {PLAIN.id: Answer("x", note=text)}, WATCH)
    after = told(items, {PLAIN.id: Answer("y", note=later, share=share)}, WATCH)
    assert undecided(first, {}) == first
    assert undecided(first, marks_of(first)) == ()
    same = [each.text for each in first] == [each.text for each in after] and not share
    assert undecided(after, marks_of(first)) == (() if same else after)
