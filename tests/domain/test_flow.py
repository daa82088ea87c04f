"""Which items are asked, and in which order."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain import reference
from tests.domain.build import Case, Plain, assessment, evaluation, questionnaires
from tests.domain.strategies import (
    YES_NO,
    cases,
    plain_item,
    plain_questionnaire,
    plain_section,
)

from readiness.domain.flow import Flow, flow_of

some = settings(max_examples=50)


def _flow(case: Case) -> Flow:
    return flow_of(assessment(case), questionnaires(case))


def _way(case: Case) -> list[str]:
    return list(_flow(case).items)


def _asked(case: Case) -> list[str]:
    return list(evaluation(case).asked)


@some
@given(cases())
def test_the_way_equals_the_reference(case: Case) -> None:
    """Profile first, then the gates of posting and of day one, then the rest in the order of the files."""
    assert _way(case) == [item["id"] for item in reference.way(case.questionnaires, case.scope)]


@some
@given(cases())
def test_what_is_asked_equals_the_reference(case: Case) -> None:
    """Asked are exactly the items in scope whose condition is true of answers that count, in the order of asking."""
    assert _asked(case) == reference.asked(case.questionnaires, case.answers, case.scope)


@some
@given(cases())
def test_stretches_are_the_way_cut_in_pieces(case: Case) -> None:
    """The stretches hold every item of the way once and none of them is empty."""
    stretches = _flow(case).stretches
    assert [item.id for stretch in stretches for item in stretch.items] == _way(case)
    assert all(stretch.items for stretch in stretches)


@some
@given(cases())
def test_quick_asks_only_quick_items(case: Case) -> None:
    """The quick way is the full way without the items that are not quick, in the same order."""
    quick = {item_id for item_id, item in case.items.items() if item["quick"]}
    full_way = _way(case._replace(scope="full"))
    assert _way(case._replace(scope="quick")) == [name for name in full_way if name in quick]


@some
@given(cases(), st.data())
def test_chosen_sections_come_in_the_chosen_order(case: Case, data: st.DataObject) -> None:
    """Sections come as somebody chose, left-out sections ask nothing but gates, and the profile stays first."""
    rest = {
        section["id"]: [i["id"] for i in section["items"] if i["gate"] is None]
        for questionnaire in case.questionnaires[1:]
        for section in questionnaire["sections"]
    }
    chosen = data.draw(st.lists(st.sampled_from(sorted(rest)), min_size=1, unique=True))
    full = case._replace(scope="full", sections=())
    way = _way(full._replace(sections=tuple(chosen)))
    profile = [i["id"] for i in case.questionnaires[0]["sections"][0]["items"]]
    gates = {item_id for item_id, item in case.items.items() if item["gate"]}
    assert way[: len(profile)] == profile
    after = way[len(profile) :]
    assert [name for name in after if name not in gates] == [i for s in chosen for i in rest[s]]
    assert all(name in gates for name in after[: len([n for n in after if n in gates])])


@some
@given(cases(), st.data())
def test_the_profile_comes_first_wherever_it_is_listed(case: Case, data: st.DataObject) -> None:
    """The order in which questionnaires are named moves all but the profile."""
    shuffled = data.draw(st.permutations(case.questionnaires))
    moved = case._replace(questionnaires=list(shuffled), scope="full")
    assert _way(moved)[: len(case.questionnaires[0]["sections"][0]["items"])] == [
        item["id"] for item in case.questionnaires[0]["sections"][0]["items"]
    ]
    assert _way(moved) == [item["id"] for item in reference.way(list(shuffled))]


@some
@given(cases(with_checklist=True))
def test_a_checklist_is_never_asked(case: Case) -> None:
    """No entry of a checklist is on the way, even where the assessment names the checklist."""
    named = assessment(case)
    every = tuple(q["id"] for q in case.questionnaires)
    for flow in (_flow(case), Flow(tuple(questionnaires(case)))):
        assert not any(item.kind == "task" for item in flow.items.values())
    assert "onboarding" in every
    assert "onboarding" not in named.questionnaires


def _chain() -> Case:
    first = plain_item("profile.first", scale=YES_NO)
    second = plain_item("profile.second", scale=YES_NO, when={"profile.first": "yes"})
    third = plain_item("s0.third", when={"profile.second": "yes"})
    return Case(
        [
            plain_questionnaire("agency-profile", [plain_section("profile", [first, second])]),
            plain_questionnaire("employer-competencies", [plain_section("s0", [third])]),
        ],
        {},
    )


def _yes() -> Plain:
    return {"value": "yes"}


def test_an_answer_that_no_longer_counts_opens_nothing() -> None:
    """When the first fact turns, what hung on the second is not asked either, though its answer is kept."""
    open_all = _chain().with_answers({"profile.first": _yes(), "profile.second": _yes()})
    assert _asked(open_all) == ["profile.first", "profile.second", "s0.third"]
    turned = open_all.with_answers({"profile.first": {"value": "no"}})
    assert _asked(turned) == ["profile.first"]
    assert "profile.second" in assessment(turned).answers


def test_an_item_is_not_asked_while_its_condition_is_unknown() -> None:
    """No answer, don't know, skipped and not applicable all leave a condition unknown."""
    assert _asked(_chain()) == ["profile.first"]
    for kind in ("dont_know", "skipped", "not_applicable"):
        assert _asked(_chain().with_answers({"profile.first": {"missing": kind}})) == [
            "profile.first"
        ]
