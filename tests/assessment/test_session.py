"""A session: one assessment while it is being answered, with undo, redo and others at work on it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.assessment import small

from readiness.assessment import Session, open_session, start
from readiness.assessment.moving import export
from readiness.assessment.naming import new_id
from readiness.domain.answers import Answer, Missing
from readiness.errors import Conflict, NotFound
from readiness.loading import AnswersFile, dump_answers
from readiness.store import Store

YES, NO = Answer("yes"), Answer("no")
NOT_YET, PARTLY, FULLY = Answer("not_yet"), Answer("partly"), Answer("fully")

steps = st.lists(
    small.answers()
    | small.answers().map(lambda each: (each[0], None))
    | st.sampled_from(["undo", "redo"]),
    max_size=12,
)


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


@pytest.fixture
def session(store: Store) -> Session:
    return small.begin(store)


def _timeless(file: AnswersFile, name: str = "x") -> str:
    moment = datetime(2026, 11, 21, tzinfo=UTC)
    log = tuple(replace(entry, at=moment) for entry in file.log)
    return dump_answers(replace(file, id=name, log=log))


def test_answer_is_stored_at_once(store: Store, session: Session) -> None:
    """What was recorded is there for somebody who opens the assessment afresh."""
    entry = session.record("culture.basics", Answer("partly", note="Only nights."))
    assert small.again(store, session).answers == {
        "culture.basics": Answer("partly", note="Only nights.")
    }
    assert entry.wording == session.flow.items["culture.basics"].wording


def test_undo_is_another_entry(session: Session) -> None:
    """Undo gives the answer before, names what it takes back, and removes nothing from the log."""
    session.record("culture.basics", NOT_YET)
    session.record("culture.basics", FULLY)
    entry = session.undo()
    assert entry is not None
    assert (entry.answer, entry.undoes) == (NOT_YET, 2)
    assert [each.answer for each in session.entries] == [NOT_YET, FULLY, NOT_YET]


def test_undo_to_the_beginning(session: Session) -> None:
    """Undo goes back one answer at a time until nothing is left, and then says that there is nothing."""
    for item, answer in (("culture.basics", FULLY), ("culture.dignity", PARTLY)):
        session.record(item, answer)
    session.record("culture.basics", NOT_YET)
    seen = []
    while session.undo():
        seen.append(dict(session.answers))
    assert seen == [
        {"culture.basics": FULLY, "culture.dignity": PARTLY},
        {"culture.basics": FULLY},
        {},
    ]
    assert session.undo() is None


def test_redo_brings_back_every_step(session: Session) -> None:
    """As many answers as were taken back can be brought back, the last one taken back first."""
    session.record("culture.basics", FULLY)
    session.record("culture.dignity", PARTLY)
    session.undo()
    session.undo()
    assert session.redo() is not None
    assert session.answers == {"culture.basics": FULLY}
    assert session.redo() is not None
    assert session.answers == {"culture.basics": FULLY, "culture.dignity": PARTLY}
    assert session.redo() is None


def test_redo_ends_with_an_answer(session: Session) -> None:
    """After a new answer there is nothing to bring back."""
    session.record("culture.basics", FULLY)
    session.undo()
    session.record("culture.dignity", PARTLY)
    assert session.redo() is None
    assert session.answers == {"culture.dignity": PARTLY}


def test_undo_after_redo(session: Session) -> None:
    """What was brought back can be taken back once more, and what stood before it after that."""
    session.record("culture.basics", NOT_YET)
    session.record("culture.basics", FULLY)
    session.undo()
    session.redo()
    session.undo()
    assert session.answers == {"culture.basics": NOT_YET}
    session.undo()
    assert session.answers == {}


@settings(max_examples=60)
@given(st.data())
def test_undo_and_redo_walk_one_path(data: st.DataObject) -> None:
    """Undo and redo move along the states that the answers led through, like a cursor."""
    given_answers = data.draw(st.lists(small.answers(), min_size=1, max_size=5))
    with small.new_store() as store:
        session = small.begin(store)
        states = [dict(session.answers)]
        for item, answer in given_answers:
            session.record(item, answer)
            states.append(dict(session.answers))
        place = len(given_answers)
        for move in data.draw(st.lists(st.sampled_from([-1, 1]), max_size=12)):
            moved = session.undo() if move < 0 else session.redo()
            expected = min(max(place + move, 0), len(given_answers))
            assert (moved is None) == (expected == place)
            place = expected
            assert session.answers == states[place]


def test_other_items_do_no_harm(store: Store, session: Session) -> None:
    """Two sessions that answer different items both go through, and each takes in what the other did."""
    other = small.again(store, session)
    other.record("culture.dignity", PARTLY)
    session.record("culture.basics", FULLY)
    assert session.answers == {"culture.dignity": PARTLY, "culture.basics": FULLY}
    assert [entry.number for entry in session.entries] == [1, 2]


def test_conflict_shows_both(store: Store, session: Session) -> None:
    """An answer to an item that somebody else answered meanwhile is refused with both, and stores nothing."""
    other = small.again(store, session)
    other.record("culture.basics", PARTLY)
    with pytest.raises(Conflict) as caught:
        session.record("culture.basics", FULLY)
    assert [entry.answer for entry in caught.value.theirs] == [PARTLY]
    assert caught.value.mine.answer == FULLY
    assert small.again(store, session).answers == {"culture.basics": PARTLY}


def test_after_refresh_it_goes_through(store: Store, session: Session) -> None:
    """Refresh returns what others stored, and then the same answer is taken."""
    other = small.again(store, session)
    theirs = other.record("culture.basics", PARTLY)
    with pytest.raises(Conflict):
        session.record("culture.basics", FULLY)
    assert session.refresh() == (theirs,)
    assert session.refresh() == ()
    session.record("culture.basics", FULLY)
    assert small.again(store, session).answers == {"culture.basics": FULLY}


def test_undo_in_conflict(store: Store, session: Session) -> None:
    """Undo does not take back what somebody else put there meanwhile."""
    session.record("culture.basics", FULLY)
    small.again(store, session).record("culture.basics", PARTLY)
    with pytest.raises(Conflict):
        session.undo()
    assert small.again(store, session).answers == {"culture.basics": PARTLY}


def test_next_item_goes_round(session: Session) -> None:
    """The next item is the first open one after the current, then from the start; none when all are answered."""
    asked = list(session.asked())
    assert session.next_item() == session.flow.items[asked[0]]
    assert session.next_item(asked[1]) == session.flow.items[asked[2]]
    for item in asked[1:]:
        session.record(item, Answer(Missing.SKIPPED))
    assert session.next_item(asked[-1]) == session.flow.items[asked[0]]
    session.record(asked[0], Answer(Missing.SKIPPED))
    assert session.next_item() is None


def test_what_is_asked_follows_the_answers(session: Session) -> None:
    """An item whose condition becomes true is asked, and no longer when it becomes false again."""
    assert "culture.cars" not in session.asked()
    session.record("profile.drives", YES)
    assert "culture.cars" in session.asked()
    session.record("profile.drives", NO)
    assert "culture.cars" not in session.asked()


def test_progress_counts_what_is_asked(session: Session) -> None:
    """Progress counts answers of any kind among the items asked, and no answer to an item no longer asked."""
    session.record("profile.drives", YES)
    session.record("culture.cars", FULLY)
    session.record("culture.basics", Answer(Missing.DONT_KNOW))
    whole = session.progress()
    assert (whole.done, whole.total) == (3, 8)
    session.record("profile.drives", NO)
    whole, part = session.progress(), session.progress_of(["culture.basics", "culture.cars"])
    assert (whole.done, whole.total) == (2, 6)
    assert (part.done, part.total) == (1, 1)


def test_quick_scope(store: Store) -> None:
    """A quick check asks quick items only."""
    assert list(small.begin(store, scope="quick").asked()) == ["profile.drives", "culture.basics"]


def test_wording_it_began_with(store: Store, session: Session) -> None:
    """A stored assessment keeps its wording although the library has changed since."""
    newer = small.library().from_texts(
        {name: text.replace("the basics", "anything") for name, text in small.TEXTS.items()}
    )
    resumed = open_session(store, newer, session.id)
    assert resumed.flow.items["culture.basics"].ask == "Do people know the basics?"
    assert resumed.flow.items == session.flow.items


def test_opened_by_the_beginning_of_its_id(store: Store, session: Session) -> None:
    """The beginning of an id is enough where it is the only one; an unknown id is told."""
    assert open_session(store, session.library, session.id[:4]).id == session.id
    with pytest.raises(NotFound, match="no assessment “elsewhere”"):
        open_session(store, session.library, "elsewhere")


def test_unknown_questionnaire_starts_nothing(store: Store) -> None:
    """An assessment of a questionnaire that there is not is refused, and none is begun."""
    with pytest.raises(NotFound, match="culture-chek"):
        small.begin(store, questionnaires=("culture-chek",))
    assert store.list() == ()


@settings(max_examples=60)
@given(steps, st.sets(st.integers(0, 12)))
def test_resumed_equals_uninterrupted(taken: list[small.Step], stops: set[int]) -> None:
    """The same answers in one sitting or over several give the same export, but for times and the id."""
    with small.new_store() as store:
        whole, parted = small.begin(store), small.begin(store)
        for place, step in enumerate(taken):
            small.take(whole, step)
            if place in stops:
                parted = small.again(store, parted)
            small.take(parted, step)
        assert parted.answers == whole.answers
        assert list(parted.answers) == list(whole.answers)
        assert _timeless(export(store, parted.id)) == _timeless(export(store, whole.id))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.booleans(), small.answers()), max_size=8))
def test_two_sessions_end_with_one_log(moves: list[tuple[bool, tuple[str, Answer]]]) -> None:
    """Whoever answers, the log keeps every answer that was taken, and both sessions see the same in the end."""
    with small.new_store() as store:
        first = small.begin(store)
        second = small.again(store, first)
        taken = []
        for who, (item, answer) in moves:
            session = first if who else second
            try:
                session.record(item, answer)
            except Conflict:
                session.refresh()
                session.record(item, answer)
            taken.append((item, answer))
        first.refresh()
        second.refresh()
        assert first.entries == second.entries == store.load(first.id).entries
        assert [(entry.item, entry.answer) for entry in first.entries] == taken


@pytest.mark.parametrize(
    ("agency", "begin"),
    [
        ("Riverbend Wellness Center of the North", "riverbend-wellness-center-"),
        ("Ñandú Säll", "nandu-sall-"),
        ("北京", "agency-"),
        ("../../etc/passwd", "etc-passwd-"),
        ("", "agency-"),
    ],
)
def test_ids_can_be_typed(agency: str, begin: str) -> None:
    """An id begins with the agency's name in plain letters and is never the same twice."""
    made = {new_id(agency) for _ in range(20)}
    assert all(each.startswith(begin) for each in made)
    assert len(made) == 20


@given(st.text(max_size=200))
def test_ids_are_plain(agency: str) -> None:
    """Whatever an agency is called, its id is made of small letters, digits and hyphens."""
    made = new_id(agency)
    assert made.replace("-", "").isascii()
    assert made.replace("-", "").isalnum()
    assert made == made.lower()
    assert len(made) <= 40


def test_day_is_the_persons_own(store: Store) -> None:
    """The date of an assessment is the day in the person's own time zone."""
    late = datetime(2026, 11, 21, 23, 59, tzinfo=UTC)
    session = start(
        store, small.library(), lambda: late, agency="Riverbend", questionnaires=small.ANSWERED
    )
    assert session.header.date == late.astimezone().date()
    assert isinstance(session.header.date, date)
