"""What would turn a verdict or lift a section, held against trying out everything."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.domain import reference
from tests.domain.build import Case, Plain, evaluation
from tests.domain.strategies import (
    IMPLEMENTATION,
    THREE,
    UNEVEN,
    WEIGHTS,
    cases,
    plain_item,
    plain_questionnaire,
    plain_section,
)

from readiness.domain.questionnaire import MOMENTS
from readiness.domain.whatif import Lift, Rise, lifting, turning

some = settings(max_examples=60)
ORDER = ("exploration", "installation", "initial", "full")
ANSWERED = ["value"] * 4 + ["dont_know", "not_applicable", "skipped", ""]


@st.composite
def small_sections(draw: st.DrawFn) -> Case:
    """One section of at most four items, on scales of several kinds."""
    items, answers = [], {}
    for number in range(draw(st.integers(1, 4))):
        scale = draw(st.sampled_from([IMPLEMENTATION, IMPLEMENTATION, THREE, UNEVEN]))
        weight = draw(st.sampled_from(WEIGHTS))
        item = plain_item(f"s0.i{number}", scale=scale, weight=weight)
        items.append(item)
        kind = draw(st.sampled_from(ANSWERED))
        if kind == "value":
            answers[item["id"]] = {"value": draw(st.sampled_from([name for name, _ in scale]))}
        elif kind:
            answers[item["id"]] = {"missing": kind}
    return _case(items, answers)


def _case(items: list[Plain], answers: Plain) -> Case:
    section = plain_section("s0", items)
    return Case([plain_questionnaire("employer-competencies", [section])], answers)


def _of(points: list[int], weights: list[Any] | None = None) -> Case:
    """A section with answers of so many steps each."""
    weights = weights or [Fraction(1)] * len(points)
    items = [plain_item(f"s0.i{n}", weight=weight) for n, weight in enumerate(weights)]
    answers = {f"s0.i{n}": {"value": IMPLEMENTATION[p][0]} for n, p in enumerate(points)}
    return _case(items, answers)


def _lift(case: Case) -> Lift | None:
    found = evaluation(case)
    score = found.scores[0].sections[0]
    return lifting(score.section, score.score, found.asked, found.answers)


def _told(rises: tuple[Rise, ...]) -> list[tuple[str, str, str]]:
    return [(rise.item.id, rise.before.id, rise.after.id) for rise in rises]


def _raised(case: Case, rises: tuple[Rise, ...]) -> Case:
    return case.with_answers({rise.item.id: {"value": rise.after.id} for rise in rises})


def _every_way_up(case: Case, ids: list[str]) -> list[tuple[int, int, Case]]:
    """Every case in which these items stand as high or higher: steps, items raised, and the case."""
    ladders = []
    for item_id in ids:
        names = [name for name, _ in case.items[item_id]["scale"]]
        at = names.index(case.answers[item_id]["value"])
        ladders.append(list(enumerate(names[at:])))
    found = []
    for chosen in product(*ladders):
        changed: dict[str, Plain | None] = {
            item_id: {"value": name} for item_id, (_, name) in zip(ids, chosen, strict=True)
        }
        steps = [up for up, _ in chosen]
        found.append((sum(steps), sum(up > 0 for up in steps), case.with_answers(changed)))
    return found


def _band(case: Case) -> str | None:
    section = case.questionnaires[0]["sections"][0]
    score = reference.section_score(section, case.answers, list(case.items))
    return score["band"]  # type: ignore[no-any-return]


@some
@given(small_sections())
def test_lift_is_the_smallest(case: Case) -> None:
    """No way of raising answers reaches a higher band in fewer steps, nor in as many with fewer items."""
    lift, band = _lift(case), _band(case)
    if band is None or band == "full":
        assert lift is None
        return
    known = [item_id for item_id, answer in case.answers.items() if "value" in answer]
    ways = [
        (steps, items)
        for steps, items, each in _every_way_up(case, known)
        if ORDER.index(_band(each) or "") > ORDER.index(band)
    ]
    assert lift is not None
    assert (lift.steps, len(lift.rises)) == min(ways)


@some
@given(small_sections())
def test_lift_does_what_it_says(case: Case) -> None:
    """With the rises of a lift done, the section stands in the next band, which the lift names."""
    lift, band = _lift(case), _band(case)
    assume(lift is not None and band is not None)
    assert lift is not None
    assert band is not None
    assert lift.becomes == ORDER[ORDER.index(band) + 1]
    # One step may go over a band's edge and the next: the band named is the nearest that it reaches.
    assert ORDER.index(_band(_raised(case, lift.rises)) or "") >= ORDER.index(lift.becomes)
    assert all(rise.before.id == case.answers[rise.item.id]["value"] for rise in lift.rises)


@some
@given(cases())
def test_turn_is_the_smallest(case: Case) -> None:
    """No way of raising the gates of a moment leaves none short in fewer steps, and the verdict turns as it says."""
    before = evaluation(case)
    for moment in MOMENTS:
        hire = before.hires[moment]
        turn = turning(hire)
        assert (turn is None) == (hire.verdict != "not_yet")
        if turn is None:
            continue
        gates = [gate.item.id for gate in hire.gates if gate.state in ("short", "met")]
        assume(len(gates) <= 4)
        turned = [
            steps
            for steps, _, each in _every_way_up(case, gates)
            if evaluation(each).hires[moment].verdict != "not_yet"
        ]
        assert turn.steps == min(turned)
        after = evaluation(_raised(case, turn.rises)).hires[moment]
        assert after.verdict == turn.becomes


def test_example() -> None:
    """What stands lowest rises first, one item as far as it goes before the next one."""
    lift = _lift(_of([0, 2, 1, 3]))
    assert lift is not None
    assert lift.becomes == "initial"
    assert _told(lift.rises) == [("s0.i0", "not_yet", "partly")]


def test_heavy_items_count() -> None:
    """A step on an item that weighs more can spare steps on others."""
    lift = _lift(_of([0, 2, 1, 3], [1, 1, 1, Fraction(7)]))
    assert lift is not None
    assert _told(lift.rises) == [("s0.i3", "mostly", "fully")]


@pytest.mark.parametrize("points", [[4, 4, 2], [3, 3], [4]])
def test_nothing_above_the_highest(points: list[int]) -> None:
    """A section in the highest band has nothing to be lifted to."""
    assert _lift(_of(points)) is None


def test_nothing_without_a_band() -> None:
    """A section of which too little is known gets no lift, however low its score."""
    case = _of([0, 0, 0]).with_answers({"s0.i0": None, "s0.i1": {"missing": "dont_know"}})
    assert _lift(case) is None


def test_a_scale_that_ends_early() -> None:
    """Where no option is good enough, nothing is promised."""
    scale = [("no", Fraction(0)), ("a_little", Fraction(1, 5))]
    item = plain_item("s0.i0", scale=scale, gate="posting")
    case = _case([item], {"s0.i0": {"value": "no"}})
    assert _lift(case) is None
    assert turning(evaluation(case).hires["posting"]) is None


def test_turn_example() -> None:
    """Each short gate rises to Mostly, no further; an unknown one is left to find out."""
    items = [plain_item(f"s0.i{n}", gate="posting") for n in range(3)]
    case = _case(items, {"s0.i0": {"value": "partly"}, "s0.i1": {"value": "not_yet"}})
    turn = turning(evaluation(case).hires["posting"])
    assert turn is not None
    assert (turn.becomes, turn.steps) == ("find_out", 4)
    assert _told(turn.rises) == [("s0.i0", "partly", "mostly"), ("s0.i1", "not_yet", "mostly")]


def test_many_items() -> None:
    """Forty items of forty different weights are settled by as few steps as the heaviest of them allow."""
    weights = [Fraction(41 + n, 40) for n in range(40)]
    lift = _lift(_of([1] * 40, weights))
    heaviest = sorted(weights * 3, reverse=True)  # three steps up are left on each
    needed = sum(weights)  # from a quarter to a half: one step on each, or as much elsewhere
    fewest = next(n for n in range(121) if sum(heaviest[:n]) >= needed)
    assert lift is not None
    assert lift.steps == fewest
