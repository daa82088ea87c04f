"""Answers that were carried over say so in the log, and stop being so once they are given anew."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.answers import ROLES, Answer
from readiness.domain.carrying import Origin, carried, origin_of, respondent_id
from readiness.domain.log import Entry

BASELINE = Origin(assessment="riverbend-ab2c", round="baseline", role="leadership")


def _log(*said: tuple[str, str | None, int | None]) -> list[Entry]:
    """Entries about one item: whose, what (None takes it away), and what is undone."""
    return [
        Entry(
            number=number,
            respondent=who,
            item="culture.basics",
            answer=None if value is None else Answer(value),
            wording="",
            at=datetime(2026, 11, 21, tzinfo=UTC),
            undoes=undoes,
        )
        for number, (who, value, undoes) in enumerate(said, 1)
    ]


@given(
    st.builds(
        Origin,
        assessment=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True) | st.just(""),
        round=st.text(),
        date=st.none() | st.dates(),
        role=st.none() | st.sampled_from(ROLES),
    )
)
def test_where_an_answer_is_from_can_be_read_back(origin: Origin) -> None:
    """The id of whoever answered in an earlier round says which round that was, whatever it was called."""
    assert origin_of(respondent_id(origin)) == origin


@given(st.text() | st.sampled_from(["1", "carried", "carried over", "carried a b c"]))
def test_nobody_else_is_taken_for_an_earlier_round(name: str) -> None:
    """The id of somebody who answers here says nothing of the kind."""
    found = origin_of(name)
    assert found is None or name.startswith("carried ")


def test_an_answer_given_anew_is_not_carried_any_more() -> None:
    """Changing an answer makes it one's own, undoing that brings the carried one back, and redoing takes it again."""
    first = (respondent_id(BASELINE), "mostly", None)
    changed, undone, again = ("1", "fully", None), ("1", "mostly", 2), ("1", "fully", 3)
    assert carried(_log(first)) == {"culture.basics": BASELINE}
    assert carried(_log(first, changed)) == {}
    assert carried(_log(first, changed, undone)) == {"culture.basics": BASELINE}
    assert carried(_log(first, changed, undone, again)) == {}
    assert carried(_log(first, ("1", None, None))) == {}
