"""The first thing that is said in a next round: what is carried over, and what is asked again."""

from collections.abc import Iterator

import pytest
from tests.assessment import small
from tests.assessment.test_follow_up import SINCE

from readiness.assessment import Session
from readiness.assessment.rounds import earlier_of, follow_up
from readiness.conversation.talk import Talk
from readiness.domain.answers import Answer
from readiness.loading import Library
from readiness.store import Store

LIBRARY = Library.from_texts({**small.TEXTS, "follow-up.yaml": SINCE})


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


def _next(store: Store, **said: str) -> Session:
    first = small.begin(store, round_name="baseline")
    for item, value in said.items():
        first.record(item.replace("_", ".", 1), Answer(value))
    earlier = earlier_of(first)
    return follow_up(store, LIBRARY, small.ticking(), earlier, round_name="follow-up").session


def _hello(session: Session) -> str:
    return Talk(session).begin()[0].text


def test_a_follow_up_says_what_is_carried_over(store: Store) -> None:
    """It counts what is carried over, from which round and date, and what is asked, and why."""
    hello = _hello(
        _next(store, culture_basics="partly", profile_drives="no", culture_dignity="not_yet")
    )
    assert "2 answers are carried over from “baseline” of 21 November 2026." in hello
    assert "5 questions are asked now" in hello
    assert "Welcome back" not in hello
    assert all(word in hello for word in ("since", "low", "overdue", "worded differently"))


def test_progress_counts_what_is_carried_over(store: Store) -> None:
    """Progress has all questions, and those that are carried over are done."""
    session = _next(store, culture_basics="partly", profile_drives="no")
    talk = Talk(session)
    said = talk.begin()
    progress = session.progress()
    assert progress.done == 2
    assert said[-1].item == "since.started"
    assert f"of {progress.total}" in said[-1].text
    assert f"2 of {progress.total} questions are done" in talk.hear("how far are we?")[0].text


def test_nothing_carried_over_is_said_too(store: Store) -> None:
    """A follow-up of an empty round says that nothing is carried over."""
    assert "Nothing is carried over." in _hello(_next(store))


def test_one_answer_is_told_in_the_singular(store: Store) -> None:
    """One answer is one answer."""
    assert "One answer is carried over from" in _hello(_next(store, culture_basics="partly"))


def test_coming_back_to_a_follow_up(store: Store) -> None:
    """Somebody who comes back is told where they were, and what was carried over."""
    session = _next(store, culture_basics="partly", culture_dignity="partly")
    session.record("since.started", Answer(2))
    hello = _hello(session)
    assert hello.startswith("Welcome back. 3 of")
    assert "2 of them are carried over from “baseline” of 21 November 2026." in hello


def test_a_first_round_is_greeted_as_before(store: Store) -> None:
    """Nothing of this is said in a round that follows none."""
    assert "carried over" not in _hello(small.begin(store))
