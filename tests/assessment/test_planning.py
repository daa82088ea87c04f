"""Decisions about a plan: in the store when the call returns, and seen by everybody else."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.assessment import small

from readiness.assessment import Session
from readiness.assessment.moving import export, take_in
from readiness.assessment.planning import Planning
from readiness.domain.answers import Answer
from readiness.domain.log import PlanMark
from readiness.errors import NotFound, StoreError
from readiness.loading import Library, dump_answers, parse_answers
from readiness.store import Store

WITH_ACTIONS = small.TEXTS | {
    "culture-check.yaml": """
id: culture-check
title: Culture
version: 1.0.0
scale: implementation
sections:
  - id: culture
    title: Culture
    items:
      - id: basics
        quick: true
        ask: Do people know the basics?
        source: a
        actions:
          - id: teach
            do: Teach them.
            first_step: Ask.
            done_when: Taught.
            at_most: partly
            within: 30
            owner: HR
            source: a
      - id: dignity
        ask: Is everyone met with dignity?
        source: a
        actions:
          - id: visit
            do: Visit.
            first_step: Go.
            done_when: Seen.
            at_most: partly
            within: 90
            owner: HR
            source: a
"""
}
TEACH, VISIT = "culture.basics.teach", "culture.dignity.visit"


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


@pytest.fixture
def session(store: Store, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr(small, "TEXTS", WITH_ACTIONS)
    made = small.begin(store)
    made.record("culture.basics", Answer("not_yet"))
    made.record("culture.dignity", Answer("partly"))
    return made


def _ids(session: Session) -> list[str]:
    return [planned.action.id for planned in session.evaluation().plan.next_30]


def test_every_decision_is_stored(store: Store, session: Session) -> None:
    """Owner, date, state, order, own actions, causes and ticks are there for the next one who opens it."""
    planning = Planning(session)
    planning.set_owner(TEACH, "Luis")
    planning.set_due(TEACH, date(2027, 1, 15))
    planning.set_state(TEACH, "doing")
    planning.set_causes(TEACH, ("people", "policies"), "Too few hours")
    own = planning.add_own("Ask the county")
    assert planning.move(own, -1)
    planning.drop(VISIT, "Done last year")
    assert planning.tick("before.key")
    again = small.again(store, session)
    assert again.marks == session.marks
    assert again.marks[TEACH] == PlanMark(
        owner="Luis",
        due=date(2027, 1, 15),
        state="doing",
        place=again.marks[TEACH].place,
        causes=("people", "policies"),
        why="Too few hours",
    )
    plan = again.evaluation().plan
    assert _ids(again) == [TEACH, own]
    assert [planned.action.id for planned in plan.dropped] == [VISIT]
    assert again.marks["before.key"].state == "done"


def test_who_is_who_is_stored(store: Store, session: Session) -> None:
    """A role is named once for all its actions, in whatever case it is typed; nobody again takes the name away."""
    planning = Planning(session)
    assert [(held.role, held.name, held.actions) for held in planning.who] == [("HR", "", 2)]
    assert planning.name(" hr ", " Ana Diaz ").name == "Ana Diaz"
    again = small.again(store, session)
    assert again.owners == {"HR": "Ana Diaz"}
    assert {p.owner for p in again.evaluation().plan.actions} == {"Ana Diaz (HR)"}
    planning.set_owner(TEACH, "Luis")
    owners = {p.action.id: p.owner for p in session.evaluation().plan.actions}
    assert owners == {TEACH: "Luis", VISIT: "Ana Diaz (HR)"}
    assert [held.actions for held in planning.who] == [1]
    planning.set_owner(planning.add_own("Ask the county"), "hr")
    assert [held.actions for held in planning.who] == [2]
    planning.name("HR", "")
    assert small.again(store, session).owners == {}


def test_an_unknown_role_is_told(store: Store, session: Session) -> None:
    """A role that the plan does not have is refused with those that it has, and nothing is stored."""
    with pytest.raises(NotFound, match="There are: HR"):
        Planning(session).name("janitor", "Ana")
    assert small.again(store, session).owners == {}


def test_a_name_that_somebody_else_told_is_seen(store: Store, session: Session) -> None:
    """What another process was told of who is who is there with the next decision."""
    other = Planning(small.again(store, session))
    other.name("HR", "Ana")
    Planning(session).set_state(TEACH, "doing")
    assert session.owners == {"HR": "Ana"}


def test_ticks_can_be_taken_away(session: Session) -> None:
    """Ticking twice leaves the box empty."""
    planning = Planning(session)
    assert planning.tick("before.key")
    assert not planning.tick("before.key")
    assert session.marks["before.key"].state == "open"


def test_two_people_keep_each_others_decisions(store: Store, session: Session) -> None:
    """One sets the owner, another the date: both stand."""
    other = Planning(small.again(store, session))
    Planning(session).set_owner(TEACH, "Luis")
    other.set_due(TEACH, date(2027, 1, 15))
    mark = small.again(store, session).marks[TEACH]
    assert (mark.owner, mark.due) == ("Luis", date(2027, 1, 15))


def test_put_off_choose_and_bring_back(session: Session) -> None:
    """An action can go to later and come back, and be dropped and brought back."""
    planning = Planning(session)
    planning.put_off(TEACH)
    assert TEACH not in _ids(session)
    assert planning.choose(TEACH)
    assert TEACH in _ids(session)
    planning.drop(TEACH, "No")
    planning.bring_back(TEACH)
    assert session.marks[TEACH] == PlanMark(chosen=True)


def test_a_store_that_refuses_changes_nothing(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the store cannot be written, the decision is not shown as taken."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(Store, "mark_all", refuse)
    with pytest.raises(StoreError):
        Planning(session).set_owner(TEACH, "Luis")
    assert TEACH not in session.marks


def test_an_export_carries_every_decision(store: Store, session: Session) -> None:
    """Exported and imported elsewhere, the plan is the same, and exporting it again gives the same file."""
    planning = Planning(session)
    planning.set_causes(TEACH, ("environment",), "No room: “later”\nat all")
    planning.add_own("yes")
    planning.tick("before.key")
    text = dump_answers(export(store, session.id))
    loaded = parse_answers(text, "a.yaml", Library.from_texts(WITH_ACTIONS))
    with small.new_store() as elsewhere:
        name, _ = take_in(elsewhere, loaded.library, small.ticking(), loaded)
        assert elsewhere.marks(name) == session.marks
        assert dump_answers(export(elsewhere, name)) == text
