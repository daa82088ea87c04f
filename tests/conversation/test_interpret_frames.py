"""What stands around an answer: frames that say nothing, and words that turn an answer into a question."""

import pytest
from tests.conversation.understanding import TODAY, items

from readiness.conversation import Interpretation, interpret

ITEMS = items()


def read(text: str, item: str = "culture.basics") -> Interpretation:
    return interpret(text, ITEMS[item], today=TODAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("we'd be a 5 there", "fully"),
        ("that's a 2 from me", "planned"),
        ("gonna say number 4", "mostly"),
        ("I'd plump for mostly on this one", "mostly"),
        ("id tick partly", "partly"),
        ("'mostly' fits best", "mostly"),
        ("check the box for not yet", "not_yet"),
        ("in our case, partly", "partly"),
        ("wrong key, 3", "partly"),
        ("a resounding yes", "fully"),
        ("absolutely none", "not_yet"),
        ("all four programs do", "fully"),
        ("none of our managers do", "not_yet"),
        ("no idea on that one", "dont_know"),
        ("id need to look that up", "dont_know"),
        ("n/a from us", "not_applicable"),
        ("I was going to say mostly but partly is fairer", "partly"),
        ("mostly (used to be fully)", "mostly"),
        ("not yet and frankly nobody has asked", "not_yet"),
        ("there's a draft but HR has not signed so partly", "partly"),
    ],
)
def test_a_frame_says_nothing(text: str, value: str) -> None:
    """What only leads up to an answer or rounds it off does not make it a question."""
    reading = read(text)
    assert (reading.outcome, reading.value) == ("accepted", value)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("the director would say fully", "culture.basics"),
        ("they'd tell you mostly", "culture.basics"),
        ("we agree on the goal", "workplace.s04"),
        ("disagree with the wording though", "workplace.s04"),
        ("most of us agree", "workplace.s04"),
        ("80 percent agree", "workplace.s04"),
        ("agree it's important", "workplace.s04"),
        ("mostly. hmm. no.", "culture.basics"),
        ("I don't know if that's fully true", "culture.basics"),
        ("not sure I'd call it mostly", "culture.basics"),
        ("they don't know", "culture.basics"),
        ("nobody here knows", "culture.basics"),
        ("nobody can open them", "oversight.own_records_closed"),
        ("fully, said no one ever", "culture.basics"),
        ("fully, days only", "culture.basics"),
        ("fully for managers", "culture.basics"),
        ("fully would be great", "culture.basics"),
        ("fully, in a perfect world", "culture.basics"),
        ("agree, at least on paper", "workplace.s04"),
        ("earlier I said mostly for the mentor, make it partly", "culture.basics"),
        ("one in five if that", "culture.basics"),
        ("doesn't apply to volunteers", "culture.basics"),
        ("3 and a half", "culture.basics"),
    ],
)
def test_what_stands_beside_an_answer_may_turn_it(text: str, item: str) -> None:
    """What others say, objects of a stance, and words that take an answer back are asked about."""
    assert read(text, item).outcome != "accepted"


@pytest.mark.parametrize("text", ["we have 3", "there are 3", "we have 3 supervisors"])
def test_a_count_is_no_frame(text: str) -> None:
    """A verb that counts does not lead up to the place of an option."""
    assert read(text).outcome == "unclear"


def test_a_near_day_needs_no_year() -> None:
    """A month and a day in the coming months are a date; a day long ahead may be one just past, and is asked about."""
    assert read("jan 25th", "profile.posting_date").outcome == "accepted"
    assert read("oct 1", "profile.posting_date").outcome == "confirm"


def test_an_open_question_takes_n_a_with_its_reason() -> None:
    """`N/A` in any frame, and with a reason, is no answer to an open question."""
    for text in ("n/a from me", "not applicable in our case", "n/a - nothing to add"):
        assert read(text, "learning.better").value == "not_applicable"


def test_part_of_a_name_is_offered() -> None:
    """A name typed in part is asked about, when only one option begins with it."""
    reading = read("new mex", "profile.state")
    assert (reading.outcome, reading.candidates) == ("confirm", ("new_mexico",))
