"""The plan: which actions, in which order, what to find out; strengths and counts."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.domain import reference, reference_plan
from tests.domain.build import SHIPPED_DAY, Case, evaluation
from tests.domain.strategies import (
    IMPLEMENTATION,
    MISSING,
    NEVER_ASKED,
    SIZES,
    case_of,
    cases,
    item_with,
    plain_item,
)

from readiness.domain.evaluation import evaluate
from readiness.domain.log import PlanMark
from readiness.domain.plan import PlannedAction

some = settings(max_examples=50)


def _asked(case: Case) -> list[str]:
    return reference.asked(case.questionnaires, case.answers, case.scope)


def _ids(actions: tuple[PlannedAction, ...]) -> list[str]:
    return [planned.action.id for planned in actions]


def _called_by(planned: PlannedAction) -> str:
    assert planned.item is not None
    return planned.item.id


@settings(max_examples=100)
@given(cases())
def test_actions_and_their_order_equal_the_reference(case: Case) -> None:
    """The actions that apply come as design.md orders them: short gates, phase, gap of the section, file."""
    expected = reference_plan.plan_order(case.questionnaires, case.answers, _asked(case))
    assert _ids(evaluation(case).plan.actions) == expected


@some
@given(cases())
def test_the_plan_is_small(case: Case) -> None:
    """At most five actions of as many items, soon ones before others, and the first three of them are the moves."""
    plan = evaluation(case).plan
    assert len(plan.moves) <= 3
    assert len(plan.next_30) <= 5
    assert plan.moves == plan.next_30[:3]
    soon = [p for p in plan.actions if p.gate is not None or p.action.within == 30]
    others = [p for p in plan.actions if p not in soon]
    seen: set[str] = set()
    expected: list[PlannedAction] = []
    for planned, most in [*((p, 5) for p in soon), *((p, 3) for p in others)]:
        if len(expected) < most and _called_by(planned) not in seen:
            expected.append(planned)
            seen.add(_called_by(planned))
    assert list(plan.next_30) == expected


def test_a_long_plan_is_cut_to_five_items_and_three_moves() -> None:
    """Of seven items with two actions each, five give their first to the next 30 days and three of these are moves."""
    names = [f"s0.i{n}" for n in range(7)]
    items = [item_with(name, ("partly", 30), ("partly", 30)) for name in names]
    plan = evaluation(case_of(items, dict.fromkeys(names, "partly"))).plan
    assert _ids(plan.actions) == [f"{name}.a{n}" for name in names for n in (0, 1)]
    assert _ids(plan.next_30) == [f"{name}.a0" for name in names[:5]]
    assert _ids(plan.moves) == [f"{name}.a0" for name in names[:3]]


@some
@given(cases())
def test_later_holds_the_rest(case: Case) -> None:
    """Every action is either among the next or among the later ones, and the later ones keep the order."""
    plan = evaluation(case).plan
    soon = _ids(plan.next_30)
    assert len(set(_ids(plan.actions))) == len(plan.actions)
    assert _ids(plan.later) == [name for name in _ids(plan.actions) if name not in soon]


@some
@given(cases(), st.data())
def test_the_order_of_answers_does_not_matter(case: Case, data: st.DataObject) -> None:
    """The same answers in another order, and answers to items that there are not, make the same plan."""
    shuffled = dict(data.draw(st.permutations(list(case.answers.items()))))
    strange = {name: {"value": "not_yet"} for name in NEVER_ASKED}
    again = evaluation(case._replace(answers={**shuffled, **strange})).plan
    assert again == evaluation(case).plan


@some
@given(cases())
def test_each_action_says_what_called_for_it(case: Case) -> None:
    """An action names its item, the answer at its bound or lower, and the lowest option that retires it."""
    for planned in evaluation(case).plan.actions:
        item = case.items[_called_by(planned)]
        names = [name for name, _ in item["scale"]]
        bound = names.index(planned.action.at_most)
        assert planned.answer is not None
        assert planned.answer.id == case.answers[item["id"]]["value"]
        assert names.index(planned.answer.id) <= bound
        retired = planned.retired_by.id if planned.retired_by else None
        assert retired == (names[bound + 1] if bound + 1 < len(names) else None)


@some
@given(cases(), st.data())
def test_the_retiring_answer_retires(case: Case, data: st.DataObject) -> None:
    """Giving the answer that an action names as its end takes that action off the plan."""
    planned = [p for p in evaluation(case).plan.actions if p.retired_by]
    assume(planned)
    one = data.draw(st.sampled_from(planned))
    assert one.retired_by is not None
    done = case.with_answers({_called_by(one): {"value": one.retired_by.id}})
    assert one.action.id not in _ids(evaluation(done).plan.actions)


@some
@given(cases())
def test_only_short_gates_guard(case: Case) -> None:
    """An action stands in the way of a moment exactly when its item is a gate of it that is short."""
    for planned in evaluation(case).plan.actions:
        item = case.items[_called_by(planned)]
        short = item["gate"] and reference.gate_state(item, case.answers) == "short"
        assert planned.gate == (item["gate"] if short else None)


def test_short_gates_come_before_every_phase() -> None:
    """Posting's short gates come first, then those of day one, then phases; a gate that is met has no precedence."""
    case = case_of(
        [
            item_with("s0.plain", ("partly", 30)),
            item_with("s0.first_day", ("partly", 60), gate="day_one"),
            item_with("s0.met", ("fully", 30), gate="posting"),
            item_with("s1.posting", ("partly", 90), gate="posting"),
        ],
        {
            "s0.plain": "not_yet",
            "s0.first_day": "partly",
            "s0.met": "mostly",
            "s1.posting": "partly",
        },
    )
    assert _ids(evaluation(case).plan.actions) == [
        "s1.posting.a0",
        "s0.first_day.a0",
        "s0.plain.a0",
        "s0.met.a0",
    ]


def test_sections_without_a_score_come_last_in_their_phase() -> None:
    """Of one phase, the wider gap comes first, and an action of a section without a score after all of them."""
    unscored = item_with("s0.i0", ("small", 30), scale=SIZES)
    case = case_of(
        [
            unscored,
            item_with("s1.i0", ("mostly", 30)),
            item_with("s2.i0", ("mostly", 30)),
        ],
        {"s0.i0": "small", "s1.i0": "mostly", "s2.i0": "not_yet"},
    )
    assert _ids(evaluation(case).plan.actions) == ["s2.i0.a0", "s1.i0.a0", "s0.i0.a0"]


def test_a_heavier_section_comes_before_a_weaker_one() -> None:
    """The gap counts times the section's weight."""
    case = case_of(
        [item_with("s0.i0", ("mostly", 30)), item_with("s1.i0", ("mostly", 30))],
        {"s0.i0": "not_yet", "s1.i0": "partly"},
    )
    case.questionnaires[1]["sections"][1]["weight"] = 3
    assert _ids(evaluation(case).plan.actions) == ["s1.i0.a0", "s0.i0.a0"]


@settings(max_examples=100)
@given(cases())
def test_dont_know_makes_a_task_to_find_out(case: Case) -> None:
    """Each scored item that is asked and answered don't know makes one find-out task, and nothing else does."""
    tasks = [task.id for task in evaluation(case).plan.find_out]
    assert len(set(tasks)) == len(tasks)
    assert set(tasks) == reference_plan.find_out(case.questionnaires, case.answers, _asked(case))


@some
@given(cases())
def test_find_out_says_whom_to_ask(case: Case) -> None:
    """A find-out task gives the item's own advice, or the section's; those of gates come first."""
    tasks = evaluation(case).plan.find_out
    for task in tasks:
        own = case.items[task.item.id]["find_out"]
        assert task.whom == (own or "somebody who is there every day")
    gates = [task.item.gate is not None for task in tasks]
    assert gates == sorted(gates, reverse=True)


@some
@given(cases(), st.sampled_from(["none", *MISSING]), st.data())
def test_an_answer_without_a_value_makes_no_action(
    case: Case, kind: str, data: st.DataObject
) -> None:
    """No missing answer calls for an action or is a strength, and only don't know makes a find-out task."""
    asked = [name for name in _asked(case) if case.items[name]["scale"]]
    assume(asked)
    name = data.draw(st.sampled_from(asked))
    change = None if kind == "none" else {"missing": kind}
    plan = evaluation(case.with_answers({name: change})).plan
    assert name not in [_called_by(planned) for planned in plan.actions]
    assert name not in [strength.item.id for strength in plan.strengths]
    found = name in [task.item.id for task in plan.find_out]
    assert found == (kind == "dont_know" and reference.is_scored(case.items[name]))


@some
@given(cases(), st.data())
def test_not_applicable_equals_removing(case: Case, data: st.DataObject) -> None:
    """Marking a scored item not applicable makes the plan and the counts that a questionnaire without it makes."""
    scored = [n for n in _asked(case) if reference.is_scored(case.items[n])]
    assume(scored)
    name = data.draw(st.sampled_from(scored))
    marked = evaluation(case.with_answers({name: {"missing": "not_applicable"}}))
    removed = evaluation(case.without(name))
    assert [(p.action.id, p.due) for p in marked.plan.actions] == [
        (p.action.id, p.due) for p in removed.plan.actions
    ]
    assert [t.id for t in marked.plan.find_out] == [t.id for t in removed.plan.find_out]
    assert marked.counts == removed.counts


@some
@given(cases())
def test_strengths_are_what_is_in_place_fully(case: Case) -> None:
    """Strengths are the items answered with the top of their scale, in that anchor's words, in file order."""
    strengths = evaluation(case).plan.strengths
    expected = reference_plan.strengths(case.questionnaires, case.answers, _asked(case))
    assert [strength.item.id for strength in strengths] == expected
    tops = [case.items[name]["scale"][-1][0] for name in expected]
    assert [strength.words for strength in strengths] == [
        f"{name} is {top}" for name, top in zip(expected, tops, strict=True)
    ]


@some
@given(cases())
def test_counts_equal_the_reference(case: Case) -> None:
    """Every applicable item of the eleven competencies is counted once: in place, partly, lower or unknown."""
    main = next(q for q in case.questionnaires if q["id"] == "employer-competencies")
    found = evaluation(case)
    tally = found.counts
    assert (tally.in_place, tally.partly, tally.not_yet, tally.unknown) == reference_plan.counts(
        main, case.answers, _asked(case)
    )
    assert found.main is not None
    assert tally.in_place + tally.partly + tally.not_yet + tally.unknown == (
        found.main.overall.applicable
    )


@pytest.mark.parametrize(
    ("option", "counted_as"),
    [
        ("not_yet", "not_yet"),
        ("planned", "not_yet"),
        ("partly", "partly"),
        ("mostly", "in_place"),
        ("fully", "in_place"),
    ],
)
def test_count_examples(option: str, counted_as: str) -> None:
    """Mostly and Fully are in place, Partly is partly, and what is lower is not yet."""
    tally = evaluation(
        case_of([plain_item("s0.i0", scale=IMPLEMENTATION)], {"s0.i0": option})
    ).counts
    assert getattr(tally, counted_as) == 1


@pytest.mark.parametrize("role", ["leadership", "peer_staff", None])
def test_leaders_alone_are_told_to_ask_staff(role: str | None) -> None:
    """Where a leader rated what staff have to rate, asking staff takes the place of that section's own actions."""
    items = [item_with("s0.i0", ("partly", 30)), item_with("workplace.i0", ("partly", 30))]
    case = case_of(items, {"s0.i0": "partly", "workplace.i0": "partly"})
    workplace = case.questionnaires[1]["sections"][1]
    workplace["ask_staff"] = {"id": "workplace.ask-staff", "at_most": "", "within": 60}
    case = case._replace(role=role)  # type: ignore[arg-type]
    found = evaluation(case).plan.actions
    leader = role == "leadership"
    assert _ids(found) == ["s0.i0.a0", "workplace.ask-staff" if leader else "workplace.i0.a0"]
    silent = case.with_answers({"workplace.i0": None})
    assert _ids(evaluation(silent).plan.actions) == ["s0.i0.a0"]


@some
@given(cases())
def test_what_to_find_out_takes_marks(case: Case) -> None:
    """A task to find something out takes owner, date and state; dropped, it stands among what was dropped."""
    plain = evaluation(case)
    tasks = [task.id for task in plain.plan.find_out]
    mark = PlanMark(owner="Luis", due=SHIPPED_DAY, state="doing")
    given_marks = dict.fromkeys(tasks, mark)
    plan = evaluate(plain.assessment, plain.questionnaires, given_marks).plan
    assert [
        (t.id, t.planned.owner, t.planned.due, t.planned.mark.state) for t in plan.find_out
    ] == [(name, "Luis", SHIPPED_DAY, "doing") for name in tasks]
    dropped = dict.fromkeys(tasks, PlanMark(state="dropped", reason="No"))
    without = evaluate(plain.assessment, plain.questionnaires, dropped).plan
    assert without.find_out == ()
    assert [planned.action.id for planned in without.dropped] == tasks
    assert without.actions == plain.plan.actions
