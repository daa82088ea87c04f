"""Going to a question out of a list of all, and back to where the conversation was."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.assessment import small

from readiness.conversation.talk import Talk
from readiness.domain.answers import Answer, Missing
from readiness.store import Store

FIRST = ("profile.drives", "profile.workers")


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


@pytest.fixture
def talk(store: Store) -> Talk:
    """A conversation with two answers given, in which the planned start is asked."""
    talk = Talk(small.begin(store))
    talk.begin()
    talk.hear("yes")
    talk.hear("employees")
    return talk


def _all_answered(store: Store) -> Talk:
    session = small.begin(store)
    while (item := session.next_item()) is not None:
        session.record(item.id, Answer("partly" if item.scored else Missing.NOT_APPLICABLE))
    talk = Talk(session)
    talk.begin()
    return talk


def test_there_and_back(talk: Talk) -> None:
    """The question that was being asked is asked again after the visit, whether or not something was answered."""
    before = talk.state.item
    for answer in ("no", "skip"):
        said = talk.visit("profile.drives")
        assert talk.state.item == "profile.drives"
        assert "So far you said: " in said[-1].text
        talk.hear(answer)
        assert talk.state.item == before
        assert talk.state.detour is None
    assert talk.session.answers["profile.drives"] == Answer("no")


def test_turning_back_changes_nothing(talk: Talk) -> None:
    """Turning back without an answer leaves everything as it was, and asks the same question."""
    before, entries = talk.state, talk.session.entries
    talk.visit("profile.drives")
    said = talk.turn_back()
    assert talk.state == before
    assert talk.session.entries == entries
    assert said[-1].item == before.item


def test_what_was_asked_back_waits(talk: Talk) -> None:
    """A question back that was open before a visit is asked once more after it, and its answer is recorded."""
    talk.hear("march 2027")
    assert talk.state.pending is not None
    talk.visit("profile.workers")
    said = talk.hear("volunteers")
    assert "1 March 2027" in said[-1].text
    talk.hear("yes")
    assert talk.session.answers["profile.start"] == Answer(date(2027, 3, 1))


def test_visiting_the_open_question(talk: Talk) -> None:
    """A visit to the very question that is being asked goes on to the next one once it is answered."""
    item = talk.state.item
    assert item is not None
    talk.visit(item)
    talk.hear("don't know")
    assert talk.state.item not in (item, *FIRST)


def test_a_question_that_is_no_longer_asked(talk: Talk) -> None:
    """Where the answer takes the waiting question away, the next one that is asked comes instead."""
    talk.hear("don't know")
    assert talk.state.item == "profile.staff"
    talk.visit("profile.drives")
    talk.hear("no")
    assert talk.state.item == "profile.hope"


def test_nothing_is_closed_by_a_visit(store: Store) -> None:
    """With everything answered, a visit neither finishes nor says goodbye."""
    talk = _all_answered(store)
    talk.visit("culture.basics")
    said = talk.hear("fully")
    assert talk.state.mood == "open"
    assert talk.state.item is None
    assert {each.kind for each in said} == {"recorded"}


def test_undo_after_a_visit(talk: Talk) -> None:
    """Undo takes a visit's answer back like any other."""
    talk.visit("profile.drives")
    talk.hear("no")
    talk.hear("undo")
    assert talk.session.answers["profile.drives"] == Answer("yes")


def test_others_meanwhile(store: Store, talk: Talk) -> None:
    """A visit shows what somebody else answered a moment ago."""
    small.again(store, talk.session).record("profile.drives", Answer("no"))
    said = talk.visit("profile.drives")
    assert "So far you said: No." in said[-1].text


def test_what_can_be_shown_at_length(talk: Talk) -> None:
    """Review and standing say what a screen may show of them; other words do not."""
    assert [each.shows for each in talk.hear("review")] == ["review"]
    assert [each.shows for each in talk.hear("how are we doing?")] == ["scores"]
    assert {each.shows for each in talk.hear("why?")} == {""}
