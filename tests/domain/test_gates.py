"""Gates and verdicts."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain import reference
from tests.domain.build import Case, Plain, evaluation
from tests.domain.strategies import (
    THREE,
    UNEVEN,
    cases,
    plain_item,
    plain_questionnaire,
    plain_section,
)

from readiness.domain.gates import Hire, undecided
from readiness.domain.questionnaire import MOMENTS, Moment

some = settings(max_examples=50)
ANSWERS: dict[str, Plain | None] = {
    "met": {"value": "mostly"},
    "short": {"value": "partly"},
    "unknown": None,
    "set_aside": {"missing": "not_applicable", "note": "Nobody is paid here."},
}


def _states(hire: Hire) -> list[tuple[str, str]]:
    return [(gate.item.id, gate.state) for gate in hire.gates]


def _gates(*states: str, moment: Moment = "posting") -> Case:
    items = [plain_item(f"s0.i{n}", gate=moment) for n in range(len(states))]
    answers = {i["id"]: a for i, s in zip(items, states, strict=True) if (a := ANSWERS[s])}
    section = plain_section("s0", items)
    return Case([plain_questionnaire("employer-competencies", [section])], answers)


@some
@given(cases())
def test_gates_and_verdicts_equal_the_reference(case: Case) -> None:
    """The gates that are asked stand, and the verdict of each moment reads, as design.md's prose has it."""
    asked = reference.asked(case.questionnaires, case.answers, case.scope)
    for moment, hire in evaluation(case).hires.items():
        expected = reference.gate_states(case.questionnaires, case.answers, asked, moment)
        assert _states(hire) == expected
        assert hire.verdict == reference.verdict([state for _, state in expected])


@pytest.mark.parametrize("moment", MOMENTS)
def test_verdict_table(moment: Moment) -> None:
    """Every mix of three gates gives not_yet, find_out, ready or none, and leaves the other moment without one."""
    for states in product(ANSWERS, repeat=3):
        hires = evaluation(_gates(*states, moment=moment)).hires
        expected = (
            "not_yet"
            if "short" in states
            else "find_out"
            if "unknown" in states
            else "ready"
            if "met" in states
            else None
        )
        assert hires[moment].verdict == expected
        assert [hire.verdict for name, hire in hires.items() if name != moment] == [None]


@pytest.mark.parametrize(
    ("option", "state"),
    [
        ("not_yet", "short"),
        ("planned", "short"),
        ("partly", "short"),
        ("mostly", "met"),
        ("fully", "met"),
    ],
)
def test_met_at_mostly_or_better(option: str, state: str) -> None:
    """A gate is met from Mostly on and short below it."""
    case = _gates("unknown").with_answers({"s0.i0": {"value": option}})
    assert _states(evaluation(case).hires["posting"]) == [("s0.i0", state)]


@given(st.sampled_from([THREE, UNEVEN]), st.data())
def test_other_scales_are_met_at_the_points_of_mostly(
    scale: list[tuple[str, object]], data: st.DataObject
) -> None:
    """On any scale a gate is met where the points are those of Mostly or more."""
    item = plain_item("s0.i0", gate="day_one", scale=scale)
    option = data.draw(st.sampled_from([name for name, _ in scale]))
    case = Case(
        [plain_questionnaire("employer-competencies", [plain_section("s0", [item])])],
        {"s0.i0": {"value": option}},
    )
    state = "met" if dict(reference_points(item))[option] >= 0.75 else "short"
    assert _states(evaluation(case).hires["day_one"]) == [("s0.i0", state)]


def reference_points(item: Plain) -> list[tuple[str, float]]:
    """The options of an item with their points as floats."""
    return [(name, float(points)) for name, points in item["scale"]]


@pytest.mark.parametrize("kind", ["dont_know", "skipped"])
def test_an_unknown_gate_is_not_met(kind: str) -> None:
    """Don't know and skipped leave a gate unknown, so there is something to find out."""
    case = _gates("met", "unknown").with_answers({"s0.i1": {"missing": kind}})
    hire = evaluation(case).hires["posting"]
    assert (hire.verdict, [g.item.id for g in hire.in_state("unknown")]) == ("find_out", ["s0.i1"])


def test_a_gate_set_aside_keeps_its_reason() -> None:
    """The note of a gate that was set aside is its reason, and no other gate has one."""
    case = _gates("set_aside", "met", "unknown").with_answers(
        {"s0.i1": {"value": "fully", "note": "Luis does it."}}
    )
    gates = evaluation(case).hires["posting"].gates
    assert [gate.reason for gate in gates] == ["Nobody is paid here.", "", ""]


@some
@given(cases(), st.data())
def test_setting_a_gate_aside_leaves_the_verdict_of_the_others(
    case: Case, data: st.DataObject
) -> None:
    """The verdict with a gate set aside is the verdict without that gate."""
    gates = [name for name, item in case.items.items() if item["gate"]]
    if gates:
        name = data.draw(st.sampled_from(gates))
        aside = evaluation(case.with_answers({name: {"missing": "not_applicable"}})).hires
        removed = evaluation(case.without(name)).hires
        assert [aside[m].verdict for m in MOMENTS] == [removed[m].verdict for m in MOMENTS]


@pytest.mark.parametrize(
    ("workers", "open_gates"),
    [(None, ["s0.gate"]), ("dont_know", ["s0.gate"]), ("yes", []), ("no", [])],
)
def test_a_gate_is_undecided_while_its_condition_is_unknown(
    workers: str | None, open_gates: list[str]
) -> None:
    """A gate may yet be asked while what it hangs on has no value, and no longer once that is settled."""
    fact = plain_item("s0.fact", scale=[("no", None), ("yes", None)])
    gate = plain_item("s0.gate", gate="posting", when={"s0.fact": "yes"})
    section = plain_section("s0", [fact, gate])
    case = Case([plain_questionnaire("employer-competencies", [section])], {})
    if workers:
        key = "missing" if workers == "dont_know" else "value"
        case = case.with_answers({"s0.fact": {key: workers}})
    flow = evaluation(case).flow
    lookup = flow.lookup(evaluation(case).answers)
    assert [item.id for item in undecided("posting", flow.items, lookup)] == open_gates
    assert undecided("day_one", flow.items, lookup) == ()


def test_a_gate_whose_fact_is_never_asked_is_decided() -> None:
    """A gate that hangs on a fact which does not apply will not be asked any more."""
    first = plain_item("s0.first", scale=[("no", None), ("yes", None)])
    fact = plain_item("s0.fact", scale=[("no", None), ("yes", None)], when={"s0.first": "yes"})
    gate = plain_item("s0.gate", gate="posting", when={"s0.fact": "yes"})
    section = plain_section("s0", [first, fact, gate])
    case = Case([plain_questionnaire("employer-competencies", [section])], {})
    for first_answer, expected in ((None, ["s0.gate"]), ({"value": "no"}, [])):
        found = evaluation(case.with_answers({"s0.first": first_answer}))
        waiting = undecided("posting", found.flow.items, found.flow.lookup(found.answers))
        assert [item.id for item in waiting] == expected
