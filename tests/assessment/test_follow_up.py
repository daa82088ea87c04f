"""The next round of a stored assessment: begun with what is carried over, and moved between machines whole."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment import small

from readiness import resources
from readiness.assessment import Session, open_session, start
from readiness.assessment.moving import export, take_in
from readiness.assessment.rounds import earlier_of, earlier_of_file, follow_up
from readiness.domain.answers import Answer, Respondent
from readiness.domain.carrying import Origin, carried
from readiness.domain.flow import FOLLOW_UP
from readiness.errors import StoreError
from readiness.loading import Library, dump_answers, parse_answers
from readiness.store import Store

SINCE = """
id: follow-up
title: Since then
version: 1.0.0
sections:
  - {id: since, title: Since then, items: [{id: started, quick: true, kind: number, ask: How many?, source: a}]}
"""
NOTED = Answer("partly", note="Only nights.", share=True)


def _later() -> datetime:
    return datetime(2027, 5, 21, 12, tzinfo=UTC)


def _library(**texts: str) -> Library:
    return Library.from_texts({**small.TEXTS, "follow-up.yaml": SINCE, **texts})


def _first(store: Store, *said: small.Step) -> Session:
    session = small.begin(store)
    for step in said:
        small.take(session, step)
    return session


def _next(store: Store, session: Session, library: Library | None = None) -> Session:
    begun = follow_up(
        store, library or _library(), _later, earlier_of(session), round_name="follow-up"
    )
    return begun.session


def test_what_is_carried_over_is_in_the_log() -> None:
    """The new round begins with the answers that need no asking, each said to be from the round before."""
    with small.new_store() as store:
        first = _first(store, ("culture.basics", NOTED), ("culture.dignity", Answer("not_yet")))
        second = _next(store, first)
        stored = store.load(second.id)
    assert second.answers == {"culture.basics": Answer("partly", note="Only nights.")}
    here = Origin(
        assessment=first.id,
        round=first.header.round,
        date=first.header.date,
        role=first.assessment.respondent.role,
    )
    assert carried(stored.entries) == second.evaluation().carried == {"culture.basics": here}
    assert stored.header.questionnaires[0] == "follow-up@1.0.0"
    assert next(iter(second.asked())) == "since.started"
    assert stored.header.date == _later().date()
    assert list(stored.header.respondents.values()) == list(first.header.respondents.values())


def test_the_earlier_round_stays_as_it_is() -> None:
    """Beginning the next round and answering in it changes nothing in the one before."""
    with small.new_store() as store:
        first = _first(store, ("culture.basics", NOTED))
        before = store.load(first.id)
        _next(store, first).record("culture.basics", Answer("partly"))
        assert store.load(first.id) == before


def test_undo_takes_back_nothing_that_was_carried_over() -> None:
    """Undo ends where this round began; an answer given in place of a carried one can be taken back to it."""
    with small.new_store() as store:
        second = _next(store, _first(store, ("culture.basics", NOTED)))
        assert second.undo() is None
        second.record("culture.basics", Answer("fully"))
        assert second.evaluation().carried == {}
        second.undo()
        assert second.answers["culture.basics"].value == "partly"
        assert list(second.evaluation().carried) == ["culture.basics"]
        assert second.undo() is None


@settings(max_examples=50)
@given(
    st.lists(small.answers() | st.sampled_from(["undo", "redo"]), max_size=8),
    st.lists(small.answers() | st.sampled_from(["undo", "redo"]), max_size=4),
    st.text(max_size=20),
)
def test_export_then_import_is_the_identity(
    said: list[small.Step], again: list[small.Step], name: str
) -> None:
    """A follow-up comes out of another store as it went in, with what was carried over and who answers now."""
    with small.new_store() as here, small.new_store() as there:
        first = small.begin(here, round_name=name)
        for step in said:
            small.take(first, step)
        second = _next(here, first)
        for step in again:
            small.take(second, step)
        text = dump_answers(export(here, second.id))
        loaded = parse_answers(text, "moved.yaml", _library())
        assert take_in(there, _library(), small.ticking(), loaded) == (second.id, "new")
        assert export(there, second.id) == export(here, second.id)
        moved = open_session(there, _library(), second.id)
        assert moved.entries == second.entries
        assert moved.header.respondents == second.header.respondents
        assert moved.evaluation().carried == second.evaluation().carried
        moved.record("since.started", Answer(1))
        assert moved.entries[-1].respondent == "1"


def test_the_next_round_has_the_wording_of_today() -> None:
    """What reads otherwise today is asked again in today's words; what was renamed keeps its answer."""
    changed = small.TEXTS["culture-check.yaml"]
    changed = changed.replace("Do people know the basics?", "Does everybody know the basics?")
    changed = changed.replace("{id: dignity,", "{id: respect,")
    changed += "retired: {culture.dignity: culture.respect}\n"
    library = _library(**{"culture-check.yaml": changed})
    with small.new_store() as store:
        first = _first(
            store, ("culture.basics", Answer("fully")), ("culture.dignity", Answer("partly"))
        )
        second = _next(store, first, library)
        asked = {item.id: item.ask for q in second.questionnaires for item in q.items()}
    assert second.answers == {"culture.respect": Answer("partly")}
    assert asked["culture.basics"] == "Does everybody know the basics?"


def test_a_third_round_says_where_answers_were_given() -> None:
    """What is carried over twice is still said to be from the round in which somebody answered it."""
    with small.new_store() as store:
        first = _first(store, ("culture.basics", NOTED))
        second = _next(store, first)
        second.record("since.started", Answer(1))
        third = _next(store, second)
    assert third.evaluation().carried["culture.basics"].assessment == first.id
    assert "since.started" not in third.answers
    assert third.header.questionnaires.count("follow-up@1.0.0") == 1


def test_somebody_else_may_answer_the_next_round() -> None:
    """Another respondent and another scope may be named; what the scope leaves out is not carried over."""
    with small.new_store() as store:
        first = _first(store, ("culture.basics", NOTED), ("culture.dignity", Answer("partly")))
        begun = follow_up(
            store,
            _library(),
            _later,
            earlier_of(first),
            round_name="follow-up",
            respondent=Respondent("B. Okafor", "peer_staff"),
            scope="quick",
        )
    assert begun.session.assessment.respondent == Respondent("B. Okafor", "peer_staff")
    assert set(begun.session.answers) == {"culture.basics"}
    assert set(begun.round.carried) == {"culture.basics"}


def test_a_file_will_do_as_the_earlier_round() -> None:
    """An answers file without an id or a log is followed like a stored assessment."""
    text = "readiness: 1\nagency: Riverbend\nquestionnaires: [agency-profile, culture-check]\n"
    text += "answers: {culture.basics: fully, culture.dignity: not_yet}\n"
    loaded = parse_answers(text, "r.yaml", small.library())
    with small.new_store() as store:
        earlier = earlier_of_file(loaded)
        second = follow_up(store, _library(), _later, earlier, round_name="follow-up").session
    assert set(second.answers) == {"culture.basics"}
    assert second.evaluation().carried["culture.basics"] == Origin(round="baseline")


def test_nothing_is_begun_where_the_store_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that fails in the middle of writing what is carried over holds nothing of the new round."""
    with small.new_store() as store:
        first = _first(store, ("culture.basics", NOTED))

        def fail(*_: object) -> None:
            raise StoreError("The disk is full.")

        monkeypatch.setattr("readiness.store.assessments.add_entries", fail)
        with pytest.raises(StoreError):
            _next(store, first)
        assert [each.header.id for each in store.list()] == [first.id]


def test_the_shipped_follow_up() -> None:
    """With the shipped content every gate is asked again, and the facts about the time since, all quick, come first."""
    library = Library([resources.questionnaires()])
    day = timedelta(days=1)
    clock = small.ticking()
    with small.new_store(clock) as store:
        role = Respondent(role="supervisor")
        first = start(store, library, clock, agency="R", scope="quick", respondent=role)
        while (item := first.next_item()) is not None:
            known = item.scale is not None and "mostly" in item.scale.ids
            first.record(item.id, Answer("mostly" if known else "skipped"))
        begun = follow_up(
            store, library, lambda: clock() + day, earlier_of(first), round_name="follow-up"
        )
        asked = list(begun.session.asked().values())
        gates = [item.id for item in asked if item.gate]
    assert [item.section for item in asked[:3]] == ["since"] * 3
    assert len(gates) >= 12  # one hangs on a fact
    assert not set(gates) & set(begun.session.answers)
    assert all("gate" in begun.round.again[name] for name in gates)
    assert all(item.quick for item in library.questionnaire(FOLLOW_UP).items())
    assert begun.session.answers
