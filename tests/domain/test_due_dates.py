"""When the actions of a plan are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain import reference
from tests.domain.build import SHIPPED_DAY, Case, Plain, evaluation
from tests.domain.strategies import (
    YES_NO,
    case_of,
    cases,
    item_with,
    plain_item,
)

from readiness.domain.plan import PlannedAction

some = settings(max_examples=50)
GUARDED = {"posting": "profile.posting_date", "day_one": "profile.start_date"}


def _asked(case: Case) -> list[str]:
    return reference.asked(case.questionnaires, case.answers, case.scope)


def _ids(actions: tuple[PlannedAction, ...]) -> list[str]:
    return [planned.action.id for planned in actions]


@settings(max_examples=100)
@given(cases())
def test_due_dates(case: Case) -> None:
    """Days count from the assessment's date, and none of a short gate goes past the date that it guards."""
    asked = _asked(case)
    for planned in evaluation(case).plan.actions:
        usual = SHIPPED_DAY + timedelta(days=planned.action.within)
        guarded = None
        if planned.gate and GUARDED[planned.gate] in asked:
            guarded = case.answers.get(GUARDED[planned.gate], {}).get("value")
        if guarded is not None and SHIPPED_DAY <= guarded < usual:
            assert planned.due == guarded
        else:
            assert planned.due == usual


@some
@given(cases())
def test_without_a_date_nothing_is_due(case: Case) -> None:
    """An assessment without a date has the same actions in the same order, and none has a due date."""
    plan = evaluation(case._replace(date=None)).plan
    assert _ids(plan.actions) == _ids(evaluation(case).plan.actions)
    assert {planned.due for planned in plan.actions} <= {None}


@some
@given(cases(), st.integers(-2000, 2000))
def test_the_plan_moves_with_the_dates_and_depends_on_no_clock(case: Case, days: int) -> None:
    """The same answers some days later, with planned dates as much later, make the same plan that much later."""
    shift = timedelta(days=days)
    moved: dict[str, Plain | None] = {
        name: {"value": answer["value"] + shift}
        for name, answer in case.answers.items()
        if isinstance(answer.get("value"), date)
    }
    later = case.with_answers(moved)._replace(date=SHIPPED_DAY + shift)
    before = evaluation(case).plan.actions
    after = evaluation(later).plan.actions
    assert [(p.action.id, p.due + shift) for p in before if p.due] == [
        (p.action.id, p.due) for p in after
    ]


@pytest.mark.parametrize(
    ("gate", "planned", "due"),
    [
        ("posting", {"profile.posting_date": date(2026, 12, 1)}, date(2026, 12, 1)),
        ("posting", {"profile.posting_date": SHIPPED_DAY}, SHIPPED_DAY),
        ("posting", {"profile.posting_date": date(2027, 3, 1)}, date(2026, 12, 21)),
        ("posting", {"profile.posting_date": date(2026, 1, 1)}, date(2026, 12, 21)),
        ("day_one", {"profile.start_date": date(2026, 12, 7)}, date(2026, 12, 7)),
        ("day_one", {"profile.posting_date": date(2026, 12, 1)}, date(2026, 12, 21)),
        (None, {"profile.posting_date": date(2026, 12, 1)}, date(2026, 12, 21)),
        ("posting", {}, date(2026, 12, 21)),
    ],
)
def test_due_date_examples(gate: str | None, planned: dict[str, object], due: date) -> None:
    """A short gate is due on the day that it guards where that comes first; a day long past moves nothing."""
    case = case_of([item_with("s0.i0", ("partly", 30), gate=gate)], {"s0.i0": "partly", **planned})
    assert [each.due for each in evaluation(case).plan.actions] == [due]


def test_a_planned_date_that_is_no_longer_asked_moves_nothing() -> None:
    """A posting date whose question hangs on a fact that turned does not count."""
    case = case_of(
        [item_with("s0.i0", ("partly", 30), gate="posting")],
        {
            "s0.i0": "partly",
            "profile.posting": "no",
            "profile.posting_date": date(2026, 12, 1),
        },
    )
    facts = case.questionnaires[0]["sections"][0]["items"]
    facts[0]["when"] = {"profile.posting": "yes"}
    facts.insert(0, plain_item("profile.posting", scale=YES_NO))
    assert evaluation(case).plan.actions[0].due == date(2026, 12, 21)


def test_the_last_day_of_the_calendar_is_no_fault() -> None:
    """An assessment dated in the last days of the year 9999 has a plan."""
    case = case_of([item_with("s0.i0", ("partly", 90))], {"s0.i0": "partly"})
    last = evaluation(case._replace(date=date(9999, 12, 30))).plan
    assert [planned.due for planned in last.actions] == [date.max]
