"""The next round asks again what has to be asked again, and carries the rest over."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from tests.domain import build
from tests.domain.build import Case
from tests.domain.strategies import (
    IMPLEMENTATION,
    case_of,
    cases,
    item_with,
    plain_item,
    plain_questionnaire,
    plain_section,
)

from readiness.domain.answers import Answer, Respondent, Role
from readiness.domain.carrying import Origin, respondent_id
from readiness.domain.evaluation import Evaluation
from readiness.domain.log import Entry, PlanMark
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.rounds import Earlier, NextRound, next_round

LATER = date(2027, 5, 21)  # half a year after the day of the cases
BASICS = "culture.basics"


def _earlier(
    case: Case, *, marks: Mapping[str, PlanMark] | None = None, entries: tuple[Entry, ...] = ()
) -> Earlier:
    evaluation = build.evaluation(case)
    respondents = {"1": evaluation.assessment.respondent, "2": Respondent(role="peer_staff")}
    return Earlier(
        evaluation=Evaluation(evaluation.assessment, evaluation.questionnaires, marks or {}),
        entries=entries,
        respondents=respondents,
        id="riverbend-ab2c",
    )


def _next(earlier: Earlier, case: Case, today: date = LATER) -> NextRound:
    return next_round(earlier, build.questionnaires(case), case.scope, today)


def _one(value: Any, role: Role | None = None, **given: Any) -> Case:
    item = given.pop("item", None) or plain_item(BASICS, **given)
    return case_of([item], {BASICS: value})._replace(role=role)


def _reasons(case: Case, **given: Any) -> tuple[str, ...]:
    return tuple(_next(_earlier(case, **given), case).again.get(BASICS, ()))


def _entry(value: str, who: str = "1", number: int = 1, wording: str = "") -> Entry:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    return Entry(
        number=number, respondent=who, item=BASICS, answer=Answer(value), wording=wording, at=at
    )


@pytest.mark.parametrize(
    ("value", "role", "reasons"),
    [
        ("not_yet", None, ("low",)),
        ("planned", None, ("low",)),
        ("partly", None, ()),
        ("mostly", "leadership", ()),
        ("fully", "leadership", ("leadership",)),
        ("fully", "supervisor", ()),
        ("fully", None, ()),
    ],
)
def test_low_and_leadership_alone(value: str, role: Role | None, reasons: tuple[str, ...]) -> None:
    """Not yet and Planned are asked again, and so is Fully where only leadership said it."""
    assert _reasons(_one(value, role)) == reasons


def test_gates_are_asked_again() -> None:
    """A gate is asked again, however well it stands."""
    assert _reasons(_one("mostly", gate="posting")) == ("gate",)


@pytest.mark.parametrize("missing", ["dont_know", "skipped"])
def test_unknown_is_asked_again(missing: str) -> None:
    """What nobody knew, and what was skipped, is asked again; what did not apply is carried over."""
    case = _one("mostly")
    unknown = case.with_answers({BASICS: {"missing": missing}})
    assert _reasons(unknown) == ("unknown",)
    assert _reasons(case.with_answers({BASICS: None})) == ("new",)
    assert _reasons(case.with_answers({BASICS: {"missing": "not_applicable"}})) == ()


def test_leadership_is_not_alone_when_somebody_else_said_so_too() -> None:
    """An answer that peer staff gave before leadership did is carried over."""
    case = _one("fully", "leadership")
    assert _reasons(case, entries=(_entry("fully"),)) == ("leadership",)
    both = (_entry("fully", "2"), _entry("fully", "1", 2))
    assert _reasons(case, entries=both) == ()


@pytest.mark.parametrize(
    ("mark", "today", "reasons"),
    [
        (None, LATER, ("overdue",)),
        (None, date(2026, 11, 30), ()),
        (PlanMark(due=date(2027, 6, 1)), LATER, ()),
        (PlanMark(state="doing"), LATER, ("overdue",)),
        (PlanMark(state="done"), LATER, ("done",)),
        (PlanMark(state="dropped", reason="no money"), LATER, ()),
    ],
)
def test_overdue_and_done(mark: PlanMark | None, today: date, reasons: tuple[str, ...]) -> None:
    """What an action past its day is about is asked again, and so is what an action was done about."""
    case = _one("mostly", item=item_with(BASICS, ("mostly", 30)))
    marks = {f"{BASICS}.a0": mark} if mark else {}
    assert _next(_earlier(case, marks=marks), case, today).again.get(BASICS, ()) == reasons


def test_another_wording_is_asked_again() -> None:
    """An item that reads otherwise today is asked again, by the fingerprint in the log or by the kept wording."""
    then, now = _one("mostly"), _one("mostly", ask="Does everybody know?")
    assert _next(_earlier(then), now).again[BASICS] == ("wording",)
    same = build.questionnaires(then)[1].item(BASICS).wording
    assert _reasons(then, entries=(_entry("mostly", wording=same),)) == ()
    assert _reasons(then, entries=(_entry("mostly", wording="another"),)) == ("wording",)


def test_an_option_that_is_gone_is_asked_again() -> None:
    """An answer that the scale of today does not have is never carried over."""
    now = _one("mostly", scale=IMPLEMENTATION[:3])
    assert _next(_earlier(_one("mostly")), now).again[BASICS] == ("wording",)


def test_facts_that_time_changes_are_asked_again() -> None:
    """Whether peers work here, a planned day that has passed, and all about the time since are asked again."""
    facts = [
        plain_item("profile.peers_now", scale=[("yes", None), ("no", None)]),
        plain_item("profile.posting_date", kind="date", scale=None),
        plain_item("profile.start_date", kind="date", scale=None),
    ]
    since = [plain_item("since.started", kind="number", scale=None)]
    answers = {
        "profile.peers_now": {"value": "no"},
        "profile.posting_date": {"value": date(2027, 1, 1)},
        "profile.start_date": {"value": date(2027, 8, 1)},
        "since.started": {"value": 2},
    }
    questionnaires = [
        plain_questionnaire("follow-up", [plain_section("since", since)]),
        plain_questionnaire("agency-profile", [plain_section("profile", facts)]),
    ]
    case = Case(questionnaires, answers)
    found = _next(_earlier(case), case)
    assert list(found.again.items()) == [
        ("since.started", ("fact",)),
        ("profile.peers_now", ("fact",)),
        ("profile.posting_date", ("date",)),
    ]
    assert list(found.carried) == ["profile.start_date"]


def test_what_asks_more_is_asked_with_what_it_asks_about() -> None:
    """An open question about an answer that is asked again is asked again too; a scored one is not for that."""
    items = [
        plain_item(BASICS),
        plain_item("culture.why", kind="text", scale=None, when={BASICS: {"at_most": "partly"}}),
    ]
    case = case_of(items, {BASICS: "planned", "culture.why": "no time"})
    found = _next(_earlier(case), case)
    assert found.again["culture.why"] == ("follows",)
    partly = case_of(items, {BASICS: "partly", "culture.why": "no time"})
    assert "culture.why" in _next(_earlier(partly), partly).carried


def test_a_renamed_item_keeps_its_answer() -> None:
    """An answer goes to what took the place of its item; one whose item is gone goes nowhere."""
    then = case_of([plain_item(BASICS), plain_item("culture.gone")], {BASICS: "mostly"})
    then = then.with_answers({"culture.gone": {"value": "mostly"}})
    now = case_of([plain_item("culture.words", ask=f"Is {BASICS} in place?")], {})
    renamed = [_retiring(q) for q in build.questionnaires(now)]
    found = next_round(_earlier(then), renamed, "full", LATER)
    assert found.carried["culture.words"].answer == Answer("mostly")
    assert set(found.carried) == {"culture.words"}


def _retiring(questionnaire: Questionnaire) -> Questionnaire:
    retired = {BASICS: "culture.words", "culture.gone": None}
    return msgspec.structs.replace(questionnaire, retired=retired)


def test_an_answer_says_where_it_is_from() -> None:
    """A carried answer names its round, date and seat, and still does so after a further round."""
    case = _one("mostly", "supervisor")
    origin = _next(_earlier(case), case).carried[BASICS].origin
    assert origin == Origin(
        assessment="riverbend-ab2c", round="baseline", date=build.SHIPPED_DAY, role="supervisor"
    )
    older = Origin(assessment="older-ab2c", round="pilot", date=date(2025, 1, 1), role="peer_staff")
    again = _earlier(case, entries=(_entry("mostly", respondent_id(older)),))
    assert _next(again, case).carried[BASICS].origin == older


def test_carried_notes_are_private() -> None:
    """A note goes along with its answer, and whoever wants to share it has to say so again."""
    case = _one("mostly")
    evaluation = build.evaluation(case)
    answer = Answer("mostly", note="Only nights.", flag=True, share=True)
    assessment = msgspec.structs.replace(evaluation.assessment, answers={BASICS: answer})
    earlier = Earlier(evaluation=Evaluation(assessment, evaluation.questionnaires))
    found = _next(earlier, case).carried[BASICS].answer
    assert found == Answer("mostly", note="Only nights.", flag=True, share=False)


@settings(max_examples=150)
@given(cases())
def test_every_item_is_either_asked_or_carried(case: Case) -> None:
    """Each item of today is one of the two, each carried answer is the one that was given, and no gate is carried."""
    earlier = _earlier(case)
    found = _next(earlier, case)
    flow = earlier.evaluation.flow
    every = msgspec.structs.replace(flow, sections=()).items
    assert found.carried.keys() | found.again.keys() == every.keys()
    assert not found.carried.keys() & found.again.keys()
    assert all(found.again.values())
    assert not any(every[name].gate for name in found.carried)
    for name, each in found.carried.items():
        assert each.answer.value == earlier.evaluation.answers[name].value
        assert name in earlier.evaluation.asked
