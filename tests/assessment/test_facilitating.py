"""What a facilitator needs of an assessment: rounds, sections, a place to look on, and a clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assessment import small

from readiness import resources
from readiness.assessment import open_session, start
from readiness.assessment.agenda import Agenda, pace
from readiness.assessment.following import Follower
from readiness.assessment.place import Place, place_of, written
from readiness.assessment.rounds import next_round, start_again
from readiness.assessment.sections import choosable, left_out
from readiness.assessment.session import Progress
from readiness.domain.answers import Answer, Respondent
from readiness.domain.evaluation import evaluate
from readiness.loading import Library
from readiness.store import Header, Store

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def _header(round_name: str, agency: str = "Riverbend") -> Header:
    return Header(
        id=round_name,
        agency=agency,
        round=round_name,
        respondents={},
        questionnaires=(),
        created=NOON,
    )


@pytest.mark.parametrize(
    ("earlier", "others", "proposed"),
    [
        ("baseline", (), "follow-up"),
        ("Baseline", ("follow-up",), "follow-up 2"),
        ("follow-up", ("baseline",), "follow-up 2"),
        ("follow-up 2", ("baseline", "follow-up"), "follow-up 3"),
        ("round 9", (), "round 10"),
        ("baseline", ("follow-up", "Follow-up 2"), "follow-up 3"),
        ("2026", ("2027",), "2028"),
        ("", (), "follow-up"),
        ("six months", (), "six months 2"),
    ],
)
def test_next_round(earlier: str, others: tuple[str, ...], proposed: str) -> None:
    """The next round has a name that people would give it, and that the agency has not used yet."""
    stored = [_header(name) for name in (earlier, *others)]
    elsewhere = [_header("follow-up", "Harbor"), _header("round 10", "Harbor")]
    assert next_round(stored[0], [*stored, *elsewhere]) == proposed


def test_another_round_is_empty() -> None:
    """Another round has the agency, scope, sections and respondent of the first, and none of its answers."""
    library = Library([resources.questionnaires()])
    with small.new_store() as store:
        first = start(
            store,
            library,
            small.ticking(),
            agency="Riverbend",
            scope="quick",
            respondent=Respondent("A. Rivera", "supervisor"),
            sections=("roles", "culture"),
        )
        first.record("profile.drives", Answer("yes", note="private"))
        first.park("the van")
        second = start_again(store, library, small.ticking(), first.header, "follow-up")
        stored = store.load(second.id)
    assert stored.entries == ()
    assert stored.parked == ()
    assert stored.header.round == "follow-up"
    kept = ("agency", "scope", "sections", "respondents", "questionnaires")
    assert [getattr(stored.header, k) for k in kept] == [getattr(first.header, k) for k in kept]


def _shipped(store: Store, **given: object):  # type: ignore[no-untyped-def]  # as `start`
    library = Library([resources.questionnaires()])
    return start(store, library, small.ticking(), agency="Riverbend", **given)  # type: ignore[arg-type]


def test_sections_chosen_and_ordered() -> None:
    """The chosen sections are asked in the order chosen, after the profile and every gate, and only they are scored."""
    with small.new_store() as store:
        session = _shipped(store)
        everything = [stretch.id for stretch in session.flow.stretches]
        session.choose(["training", "roles"])
        again = open_session(store, session.library, session.id)
    ids = [stretch.id for stretch in again.flow.stretches]
    assert ids == ["profile", "posting", "day_one", "training", "roles"]
    assert everything[:3] == ids[:3]
    assert again.header.sections == ("training", "roles")
    assert {s.id for s in choosable(again)} == set(everything[3:])
    assert [s.id for s in choosable(again)][:2] == ["training", "roles"]
    assert left_out(again) == set(everything[3:]) - {"training", "roles"}
    assert [i.gate for i in session.asked().values() if i.gate] == [
        i.gate for i in again.asked().values() if i.gate
    ]


def test_left_out_answers_stay() -> None:
    """Answers to a section that is left out are kept, count for nothing, and count again when it is asked again."""
    with small.new_store() as store:
        session = _shipped(store)
        item = next(i for s in choosable(session) if s.id == "culture" for i in s.items)
        session.record(item.id, Answer("fully"))
        before = evaluate(session.assessment, session.questionnaires)
        session.choose(["roles"])
        assert session.answers[item.id] == Answer("fully")
        assert item.id not in session.asked()
        session.choose([])
        after = evaluate(session.assessment, session.questionnaires)
    assert left_out(session) == frozenset()
    assert after.assessment == before.assessment


@given(st.none() | st.text(max_size=20))
def test_place_comes_back(item: str | None) -> None:
    """A place is read as it was written."""
    assert place_of(written(Place(item))) == Place(item)


@pytest.mark.parametrize("text", ["", "null", "[]", "after five", '{"step": 1}', '{"at": 3}'])
def test_no_place(text: str) -> None:
    """What another version kept there is no place, and no fault."""
    assert place_of(text) is None


def test_follower_without_a_place() -> None:
    """Where no conversation has kept its place, the follower shows the first question without an answer."""
    with small.new_store() as store:
        session = small.begin(store)
        follower = Follower(store, small.library(), session.id)
        first = follower.look().item
        assert first is not None
        session.record(first.id, Answer("yes"))
        second = follower.look().item
    assert second is not None
    assert second != first


def _pace(minutes: float, done: int, total: int = 42, before: int = 1) -> tuple[int, int, int, int]:
    agenda = Agenda(NOON, 60, before)
    found = pace(agenda, Progress(done, total), NOON + timedelta(minutes=minutes))
    return (found.done, found.total, found.spent, found.ahead)


def test_pace() -> None:
    """Questions are counted from when the time was set, and compared with an even pace to its end."""
    assert _pace(0, 1) == (0, 41, 0, 0)
    assert _pace(18.9, 10) == (9, 41, 18, -3)
    assert _pace(18, 13) == (12, 41, 18, 0)
    assert _pace(30, 31) == (30, 41, 30, 10)
    assert _pace(90, 22) == (21, 41, 90, -20)
    assert _pace(60, 42) == (41, 41, 60, 0)


def test_pace_after_undo() -> None:
    """Taking back answers from before the sitting never counts below nothing."""
    assert _pace(0, 0)[:2] == (0, 42)
