"""Two rounds side by side: what changed, and what of it may be called progress."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.domain import build
from tests.domain.build import Case
from tests.domain.strategies import (
    IMPLEMENTATION,
    answers_to,
    case_of,
    cases,
    item_with,
    plain_item,
)

from readiness.domain.answers import Answer
from readiness.domain.comparing import Comparison, compare
from readiness.domain.evaluation import Evaluation
from readiness.domain.log import PlanMark
from readiness.domain.movement import Moved
from readiness.domain.rounds import Earlier

OPPOSITE = {"rose": "fell", "fell": "rose"}
ITEMS = tuple(f"culture.i{n}" for n in range(4))


def _round(case: Case, marks: dict[str, PlanMark] | None = None) -> Earlier:
    evaluation = build.evaluation(case)
    return Earlier(
        evaluation=Evaluation(evaluation.assessment, evaluation.questionnaires, marks or {})
    )


def _compared(first: Case, second: Case) -> Comparison:
    return compare(_round(first), _round(second))


def _every(comparison: Comparison) -> list[Moved]:
    return [m for whole in comparison.wholes for m in (whole.overall, *whole.sections)]


def _of(first: dict[str, Any], second: dict[str, Any], **given: Any) -> Moved:
    """The section in two rounds with these values, by the number of the item."""
    items = [plain_item(name, **given) for name in ITEMS]
    before, after = (
        case_of(items, {ITEMS[int(n)]: value for n, value in said.items()})
        for said in (first, second)
    )
    return _compared(before, after).wholes[0].sections[0]


@st.composite
def two(draw: st.DrawFn) -> tuple[Case, Case]:
    """Two rounds of the same agency, with some answers changed between them."""
    first = draw(cases())
    names = draw(st.lists(st.sampled_from(sorted(first.items)), max_size=6, unique=True))
    changed = {name: draw(answers_to(first.items[name])) for name in names}
    return first, first.with_answers(changed)


@settings(max_examples=100)
@given(cases())
def test_nothing_changed_against_itself(case: Case) -> None:
    """A round compared with itself shows no answer, verdict, gate, action or score that changed."""
    found = _compared(case, case)
    assert not any((found.answers, found.done, found.dropped, found.settled))
    assert not any(turned.turned or turned.gates for turned in found.verdicts)
    assert {moved.change for moved in _every(found)} <= {"stayed", "no_score", "ask_staff"}


@settings(max_examples=200)
@given(two())
def test_turning_it_round_turns_rise_and_fall_round(rounds: tuple[Case, Case]) -> None:
    """With the two rounds in each other's place, rose and fell change places, and all else stays what it is called."""
    there, back = _compared(*rounds), _compared(*rounds[::-1])
    called = {moved.id: moved.change for moved in _every(there)}
    assert {m.id: OPPOSITE.get(m.change, m.change) for m in _every(back)} == called
    assert {c.pair.id for c in there.answers} == {c.pair.id for c in back.answers}
    assert [t.single_step for t in there.verdicts] == [t.single_step for t in back.verdicts]
    moved = {m.id: (m.up, m.down, m.joined, m.dropped) for m in _every(there)}
    assert {m.id: (m.down, m.up, m.dropped, m.joined) for m in _every(back)} == moved


@settings(max_examples=200)
@given(cases(), st.data())
def test_a_single_step_is_never_called_progress(case: Case, data: st.DataObject) -> None:
    """Where one answer moves by one option, nothing is said to have risen or fallen."""
    scored = [
        (name, [option for option, _ in item["scale"]])
        for name, item in case.items.items()
        if item["kind"] == "choice" and item["scale"]
    ]
    assume(scored)
    name, options = data.draw(st.sampled_from(scored))
    at = data.draw(st.integers(0, len(options) - 2))
    first = case.with_answers({name: {"value": options[at]}})
    second = case.with_answers({name: {"value": options[at + 1]}})
    assume(_round(first).evaluation.asked == _round(second).evaluation.asked)
    for found in (_compared(first, second), _compared(second, first)):
        assert not {"rose", "fell"} & {moved.change for moved in _every(found)}
        assert all(t.single_step for t in found.verdicts if t.turned)


@pytest.mark.parametrize(
    ("first", "second", "change"),
    [
        ({"0": "partly", "1": "partly"}, {"0": "mostly", "1": "partly"}, "one_step"),
        ({"0": "mostly", "1": "partly"}, {"0": "partly", "1": "partly"}, "one_step"),
        ({"0": "partly", "1": "partly"}, {"0": "fully", "1": "partly"}, "rose"),
        ({"0": "partly", "1": "partly"}, {"0": "mostly", "1": "mostly"}, "rose"),
        ({"0": "partly", "1": "partly"}, {"0": "planned", "1": "planned"}, "fell"),
        ({"0": "partly", "1": "partly"}, {"0": "mostly", "1": "planned"}, "stayed"),
        (
            {"0": "partly", "1": "partly", "2": "partly"},
            {"0": "mostly", "1": "mostly", "2": "planned"},
            "one_step",
        ),
        ({"0": "partly"}, {"0": "partly", "1": "fully"}, "other_items"),
        ({"0": "partly"}, {"0": "mostly", "1": "fully"}, "other_items"),
        ({"0": "partly", "1": "not_yet"}, {"0": "partly"}, "other_items"),
        ({"0": "partly", "1": "partly"}, {"0": "mostly", "1": "mostly", "2": "fully"}, "rose"),
        ({"0": "partly", "1": "partly"}, {"0": "mostly", "1": "mostly", "2": "not_yet", "3": "not_yet"}, "other_items"),
        ({}, {"0": "partly"}, "no_score"),
    ],
)  # fmt: skip
def test_what_a_difference_is_called(
    first: dict[str, str], second: dict[str, str], change: str
) -> None:
    """More than a single step is a rise or a fall; less is a step; and what other questions bring is called that."""
    assert _of(first, second).change == change


def test_two_small_steps_are_more_than_one() -> None:
    """Where the steps of a scale differ in size, two small steps are not taken for one large one."""
    uneven = [("a", Fraction(0)), ("b", Fraction(1, 10)), ("c", Fraction(1, 5)), ("d", Fraction(1))]
    assert _of({"0": "a"}, {"0": "c"}, scale=uneven).change == "rose"
    assert _of({"0": "c"}, {"0": "d"}, scale=uneven).change == "one_step"


def test_overall_is_one_step_where_one_section_is() -> None:
    """A single step in one section is no progress over all sections either; two sections with a step each are."""
    items = [plain_item("culture.a"), plain_item("culture.b"), plain_item("roles.a")]
    values = {"culture.a": "partly", "culture.b": "partly", "roles.a": "partly"}
    then = case_of(items, values)
    one = case_of(items, {**values, "culture.a": "mostly"})
    both = case_of(items, {**values, "culture.a": "mostly", "roles.a": "mostly"})
    assert _compared(then, one).wholes[0].overall.change == "one_step"
    assert _compared(then, both).wholes[0].overall.change == "rose"


def test_leadership_alone_is_no_result() -> None:
    """A section that staff have to rate is called neither better nor worse while only leadership has."""
    items = [plain_item(name, scale=IMPLEMENTATION) for name in ITEMS[:2]]
    cases_ = []
    for value in ("partly", "fully"):
        case = case_of(items, dict.fromkeys(ITEMS[:2], value))._replace(role="leadership")
        case.questionnaires[1]["sections"][0]["ask_staff"] = {
            "id": "culture.ask_staff", "at_most": "", "within": 30,
        }  # fmt: skip
        cases_.append(case)
    found = _compared(*cases_).wholes[0]
    assert (found.overall.change, found.sections[0].change) == ("ask_staff", "ask_staff")


def test_answers_that_changed() -> None:
    """An answer is told with its steps; one that became known, unknown, or began to apply is told as that."""
    items = [plain_item(name) for name in ITEMS]
    first = case_of(items, {ITEMS[0]: "partly", ITEMS[1]: "mostly"}).with_answers(
        {ITEMS[2]: {"missing": "dont_know"}, ITEMS[3]: {"missing": "not_applicable"}}
    )
    second = case_of(items, {ITEMS[0]: "fully", ITEMS[2]: "mostly", ITEMS[3]: "partly"})
    second = second.with_answers({ITEMS[1]: {"missing": "dont_know"}})
    found = [(c.pair.id, c.how, c.steps) for c in _compared(first, second).answers]
    assert found == [
        (ITEMS[0], "up", 2), (ITEMS[1], "unknown", None),
        (ITEMS[2], "answered", None), (ITEMS[3], "asked", None),
    ]  # fmt: skip


def test_a_verdict_that_one_step_turned() -> None:
    """A verdict that one gate's single step turned says so; one that took two steps does not."""
    items = [plain_item(name, gate="posting") for name in ITEMS[:2]]
    short = case_of(items, {ITEMS[0]: "partly", ITEMS[1]: "mostly"})
    for value, single in (("mostly", True), ("fully", False)):
        ready = case_of(items, {ITEMS[0]: value, ITEMS[1]: "mostly"})
        turned = _compared(short, ready).verdicts[0]
        assert (turned.before, turned.after) == ("not_yet", "ready")
        assert turned.single_step is single
        assert [(g.before, g.after) for g in turned.gates] == [("short", "met")]


def test_actions_between_two_rounds() -> None:
    """Actions that were done, dropped with a reason, and not called for any more are told apart."""
    items = [item_with(name, ("partly", 30)) for name in ITEMS]
    first = case_of(items, dict.fromkeys(ITEMS, "partly"))
    second = case_of(
        items, {**dict.fromkeys(ITEMS, "partly"), ITEMS[0]: "fully", ITEMS[2]: "fully"}
    )
    marks = {
        f"{ITEMS[0]}.a0": PlanMark(state="done"),
        f"{ITEMS[1]}.a0": PlanMark(state="dropped", reason="no money"),
        "own.1": PlanMark(state="done", text="Buy a kettle"),
    }
    found = compare(_round(first, marks), _round(second))
    assert {p.action.id for p in found.done} == {f"{ITEMS[0]}.a0", "own.1"}
    assert [(p.action.id, p.mark.reason) for p in found.dropped] == [(f"{ITEMS[1]}.a0", "no money")]
    assert [p.action.id for p in found.settled] == [f"{ITEMS[2]}.a0"]
    itself = compare(_round(first, marks), _round(first, marks))
    assert itself.done == itself.dropped == ()


def test_notes_are_no_change() -> None:
    """An answer that stayed and has another note has not changed."""
    case = case_of([plain_item(ITEMS[0])], {ITEMS[0]: "partly"})
    noted = case.with_answers({ITEMS[0]: {"value": "partly", "note": "Only nights."}})
    assert build.answer(noted.answers[ITEMS[0]]) == Answer("partly", note="Only nights.")
    assert _compared(case, noted).answers == ()
