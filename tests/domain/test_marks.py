"""What people decide about a plan: a function of the plan and the marks, and nothing else."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.log import CAUSES, PlanMark
from readiness.domain.marks import (
    add_own,
    choose,
    drop,
    has_room,
    is_live,
    is_own,
    marked,
    move,
    put_off,
)
from readiness.domain.plan import MOVES, NEXT_30, Plan, PlannedAction
from readiness.domain.questionnaire import Action, Section

SECTION = Section(id="a", title="A", items=())
NAMES = [f"a.i{n}.do" for n in range(9)]

marks = st.dictionaries(
    st.sampled_from([*NAMES, "own.1", "own.2", "own.12", "gone.i.do", "pre.key"]),
    st.builds(
        PlanMark,
        owner=st.sampled_from(["", "Luis"]),
        due=st.none() | st.just(date(2027, 1, 1)),
        state=st.sampled_from(["open", "doing", "done", "dropped"]),
        chosen=st.none() | st.booleans(),
        place=st.none() | st.integers(1, 5),
        text=st.sampled_from(["", "Ask around"]),
        causes=st.lists(st.sampled_from(CAUSES), unique=True).map(tuple),
    ),
)


def _planned(name: str) -> PlannedAction:
    action = Action(
        id=name,
        do="Do it.",
        first_step="Begin.",
        done_when="Done.",
        at_most="partly",
        within=30,
        owner="director",
        source=("a",),
    )
    return PlannedAction(
        action=action,
        section=SECTION,
        item=None,
        answer=None,
        retired_by=None,
        gate=None,
        due=date(2026, 12, 21),
    )


def proposal(count: int = 9) -> Plan:
    """A plan of so many actions, five of them for the next 30 days."""
    every = tuple(_planned(name) for name in NAMES[:count])
    soon = every[:NEXT_30]
    return Plan(
        moves=soon[:MOVES],
        next_30=soon,
        later=every[NEXT_30:],
        find_out=(),
        strengths=(),
        actions=every,
    )


def ids(actions: tuple[PlannedAction, ...]) -> list[str]:
    return [planned.action.id for planned in actions]


def test_without_marks_the_plan_is_the_proposal() -> None:
    """Nothing decided, or only ticks of the checklist and marks of actions that are gone: the plan as it was."""
    plan = proposal()
    assert marked(plan, {}) == plan
    others = {"pre.key": PlanMark(state="done"), "gone.i.do": PlanMark(chosen=True, place=1)}
    assert marked(plan, others) == plan


@given(marks)
def test_every_action_is_somewhere_once(given_marks: dict[str, PlanMark]) -> None:
    """Each action of the proposal and each own one with a text is in the next 30 days, later or dropped, once."""
    plan = marked(proposal(), given_marks)
    own = [name for name, mark in given_marks.items() if is_own(name) and mark.text]
    assert sorted(ids(plan.next_30 + plan.later + plan.dropped)) == sorted([*NAMES, *own])
    assert sorted(ids(plan.actions)) == sorted(ids(plan.next_30 + plan.later))
    assert list(plan.moves) == [p for p in plan.next_30 if is_live(p)][:MOVES]


@given(marks, st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(
    given_marks: dict[str, PlanMark], chance: random.Random
) -> None:
    """The same marks in any order make the same plan."""
    names = list(given_marks)
    chance.shuffle(names)
    assert marked(proposal(), {n: given_marks[n] for n in names}) == marked(proposal(), given_marks)


@given(marks)
def test_choices_stand(given_marks: dict[str, PlanMark]) -> None:
    """What was chosen is in the next 30 days, what was put off is not; the plan itself adds up to five."""
    plan = marked(proposal(), given_marks)
    for planned in plan.actions:
        soon = planned in plan.next_30
        if planned.mark.chosen is not None:
            assert soon == planned.mark.chosen
    wanted = sum(bool(p.mark.chosen) and is_live(p) for p in plan.next_30)
    assert sum(map(is_live, plan.next_30)) <= max(wanted, NEXT_30)


@given(marks)
def test_places_come_first_and_in_order(given_marks: dict[str, PlanMark]) -> None:
    """Among the next 30 days, those with a place come first, by their places."""
    places = [planned.mark.place for planned in marked(proposal(), given_marks).next_30]
    placed = [place for place in places if place is not None]
    assert places == [*sorted(placed), *[None] * (len(places) - len(placed))]


def test_marks_show_on_their_action() -> None:
    """Owner and date take the place of those suggested; what was not decided stays."""
    mark = PlanMark(owner="Luis", due=date(2027, 1, 1))
    plan = marked(proposal(), {NAMES[0]: mark})
    assert (plan.next_30[0].owner, plan.next_30[0].due) == ("Luis", date(2027, 1, 1))
    assert (plan.next_30[1].owner, plan.next_30[1].due) == ("director", date(2026, 12, 21))


def test_full_days_take_no_more() -> None:
    """With five to do, choosing a sixth changes nothing; with one done or put off, it is chosen."""
    full = proposal()
    assert not has_room(full)
    assert choose(full, {}, NAMES[7]) == {}
    made = put_off({}, NAMES[0])
    room = marked(full, made)
    chosen = marked(full, {**made, **choose(room, made, NAMES[7])})
    assert ids(chosen.next_30) == [*NAMES[1:5], NAMES[7]]
    done = {NAMES[0]: PlanMark(state="done")}
    assert NAMES[7] in choose(marked(full, done), done, NAMES[7])


def test_moving_puts_all_in_their_places() -> None:
    """One step earlier or later changes two neighbours; at the ends, and for what is not there, nothing moves."""
    plan = proposal()
    made = move(plan, {}, NAMES[1], -1)
    after = marked(plan, made)
    assert ids(after.next_30) == [NAMES[1], NAMES[0], *NAMES[2:5]]
    back = {**made, **move(after, made, NAMES[1], 1)}
    assert ids(marked(plan, back).next_30) == NAMES[:5]
    assert move(plan, {}, NAMES[0], -1) == {}
    assert move(plan, {}, NAMES[4], 1) == {}
    assert move(plan, {}, "gone.i.do", -1) == {}


@given(marks, st.integers(0, 8), st.sampled_from([-1, 1]))
def test_later_is_put_in_order_too(given_marks: dict[str, PlanMark], at: int, by: int) -> None:
    """One step in the list for later changes two neighbours, and no other action changes its list or its order."""
    before = marked(proposal(), given_marks)
    order = ids(before.later)
    if not order:
        return
    name = order[at % len(order)]
    after = marked(proposal(), {**given_marks, **move(before, given_marks, name, by)})
    to = order.index(name) + by
    if 0 <= to < len(order):
        order.insert(to, order.pop(order.index(name)))
    assert ids(after.later) == order
    assert ids(after.next_30) == ids(before.next_30)


def test_moving_in_later_places_no_more_than_it_has_to() -> None:
    """Those down to where an action went get a place; what comes after them stays where the plan has it."""
    made = move(proposal(), {}, NAMES[7], -1)
    assert sorted(made) == NAMES[5:8]
    after = marked(proposal(), made)
    assert ids(after.later) == [NAMES[5], NAMES[7], NAMES[6], NAMES[8]]
    chosen = {**made, NAMES[0]: PlanMark(state="done")}
    back = {**chosen, **choose(marked(proposal(), chosen), chosen, NAMES[7])}
    assert ids(marked(proposal(), back).later) == [NAMES[5], NAMES[6], NAMES[8]]


def test_names_stand_for_their_roles() -> None:
    """Whoever holds a role is named with its actions; an owner typed for one action stands."""
    plan = marked(proposal(), {NAMES[0]: PlanMark(owner="Luis")}, {"Director": "Ana Diaz"})
    assert [p.owner for p in plan.next_30[:2]] == ["Luis", "Ana Diaz (director)"]
    assert {p.owner for p in plan.later} == {"Ana Diaz (director)"}


def test_dropping_and_choosing_again() -> None:
    """A dropped action is out of the plan with its reason; chosen again, it is open and has none."""
    made = drop({}, NAMES[2], "Done last year")
    plan = marked(proposal(), made)
    assert ids(plan.dropped) == [NAMES[2]]
    assert plan.dropped[0].mark.reason == "Done last year"
    assert NAMES[2] not in ids(plan.actions)
    again = choose(plan, made, NAMES[2])
    assert again[NAMES[2]] == PlanMark(chosen=True)


def test_own_actions_have_ids_that_were_never_used() -> None:
    """An own action gets the next number, also after one that was dropped."""
    made = {"own.3": PlanMark(text="Old", state="dropped")}
    added = add_own(marked(proposal(3), made), made, "Ask the county")
    assert added == {"own.4": PlanMark(text="Ask the county", chosen=True)}
    full = add_own(proposal(), {}, "Ask the county")
    assert full == {"own.1": PlanMark(text="Ask the county", chosen=False)}
    plan = marked(proposal(3), added)
    assert plan.next_30[-1].action.do == "Ask the county"
