"""Sharing and rewording go through the log like any answer, and what was decided is remembered."""

from collections.abc import Iterator

import pytest
from tests.assessment import small

from readiness.assessment import Session
from readiness.assessment.marking import mark
from readiness.assessment.notes import Notes
from readiness.assessment.place import Place, place_of, written
from readiness.domain.answers import Answer, Missing
from readiness.store import Store

BASICS, HOPE = "culture.basics", "profile.hope"


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


@pytest.fixture
def session(store: Store) -> Session:
    made = small.begin(store)
    made.record(BASICS, Answer("partly", note="Ana helps."))
    made.record(HOPE, Answer("That she stays."))
    return made


def test_sharing_is_an_answer_in_the_log(store: Store, session: Session) -> None:
    """Sharing is stored at once, as an entry of its own, and undo takes it back."""
    assert Notes(session).share(BASICS, True)
    assert small.again(store, session).answers[BASICS] == Answer("partly", "Ana helps.", share=True)
    assert len(session.entries) == 3
    session.undo()
    assert small.again(store, session).answers[BASICS] == Answer("partly", "Ana helps.")


def test_rewording(store: Store, session: Session) -> None:
    """Other words take the place of a note or of an open answer, and sharing stays as it was."""
    notes = Notes(session)
    notes.share(HOPE, True)
    notes.reword(HOPE, "That everyone stays.")
    notes.reword(BASICS, "People help.")
    found = small.again(store, session).answers
    assert found[HOPE] == Answer("That everyone stays.", share=True)
    assert found[BASICS] == Answer("partly", note="People help.")


def test_what_was_decided_is_remembered(store: Store, session: Session) -> None:
    """What a report would carry is unseen until somebody decided on it, and again once it changed."""
    session.record(BASICS, Answer("partly", note="Ana helps.", share=True))
    notes = Notes(session)
    assert [each.item.id for each in notes.unseen] == [BASICS]
    notes.see(notes.all)
    later = Notes(small.again(store, session))
    assert not later.unseen
    later.session.record(BASICS, Answer("partly", note="Ana left.", share=True))
    assert [each.item.id for each in later.unseen] == [BASICS]
    later.share(HOPE, True)
    assert [each.item.id for each in later.unseen] == [BASICS]


def test_deciding_leaves_the_place_of_the_conversation(session: Session) -> None:
    """Whoever looks on sees the same question after a decision on a note."""
    session.keep_place(Place("profile.drives"))
    Notes(session).share(BASICS, True)
    place = session.place
    assert place is not None
    assert place.item == "profile.drives"
    assert set(place.seen) == {BASICS}


@pytest.mark.parametrize("seen", [{}, {BASICS: "abc"}])
@pytest.mark.parametrize("item", [None, BASICS])
def test_a_place_comes_back(item: str | None, seen: dict[str, str]) -> None:
    """A place is read as it was written."""
    assert place_of(written(Place(item, seen))) == Place(item, seen)


@pytest.mark.parametrize("text", ["", "1", "[]", "{}", '{"at": 1}', '{"seen": {}}'])
def test_anything_else_is_no_place(text: str) -> None:
    """Whatever else stands in the store is no place."""
    assert place_of(text) is None


def test_a_place_of_an_earlier_version() -> None:
    """What stands beside the place in no known form is passed over."""
    assert place_of('{"at": null, "seen": [1]}') == Place(None)
    assert place_of('{"at": null, "seen": {"a": 1, "b": "c"}}') == Place(None, {"b": "c"})


def test_marking(store: Store, session: Session) -> None:
    """Marking keeps the answer; a question that was not reached counts as skipped."""
    assert mark(session, BASICS)
    assert mark(session, "culture.dignity")
    assert not mark(session, BASICS)
    found = small.again(store, session).answers
    assert found[BASICS] == Answer("partly", note="Ana helps.")
    assert found["culture.dignity"] == Answer(Missing.SKIPPED, flag=True)
