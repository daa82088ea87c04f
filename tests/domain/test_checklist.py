"""The onboarding checklist: what is kept, what is left out, and in which words."""

import pytest
from hypothesis import given, settings
from tests.domain import reference, reference_plan
from tests.domain.build import Case, Plain, evaluation
from tests.domain.strategies import (
    WORKERS,
    YES_NO,
    cases,
    plain_item,
    plain_questionnaire,
    plain_section,
)

from readiness.domain.checklist import Checklist, in_words
from readiness.domain.conditions import All, Not
from readiness.domain.conditions import Any as AnyOf
from readiness.domain.conditions import Test as Check

some = settings(max_examples=50)


def _entries(case: Case) -> list[Plain]:
    return [i for section in case.questionnaires[-1]["sections"] for i in section["items"]]


def _standing(case: Case) -> dict[str, bool | None]:
    values = reference.known(case.questionnaires, case.answers, case.scope)
    return reference_plan.standing(case.questionnaires[-1], values, case.items)


def _kept(found: Checklist) -> list[str]:
    return [entry.item.id for phase in found.phases for entry in phase.entries]


def _list(entries: list[Plain], facts: dict[str, Plain]) -> Checklist:
    profile = [
        plain_item("profile.workers", kind="choices", scale=WORKERS),
        plain_item("profile.drives", scale=YES_NO),
    ]
    for entry in entries:
        entry |= {"kind": "task", "scale": None}
    case = Case(
        [
            plain_questionnaire("agency-profile", [plain_section("profile", profile)]),
            plain_questionnaire("onboarding", [plain_section("day_one", entries)]),
        ],
        facts,
    )
    return evaluation(case).checklist


@some
@given(cases(with_checklist=True))
def test_left_out_are_exactly_the_false_ones(case: Case) -> None:
    """An entry is left out only when its condition, or that of a whole it is part of, is false."""
    found = evaluation(case).checklist
    standing = _standing(case)
    assert {each.item.id for each in found.left_out} == {
        k for k, v in standing.items() if v is False
    }


@some
@given(cases(with_checklist=True))
def test_every_entry_is_kept_or_left_out(case: Case) -> None:
    """Kept and left out together are all entries, each once and in its phase, in the order of the file."""
    found = evaluation(case).checklist
    out = [each.item.id for each in found.left_out]
    every = [entry["id"] for entry in _entries(case)]
    kept = _kept(found)
    assert sorted(kept + out) == sorted(every)
    assert kept == [name for name in every if name in kept]
    assert out == [name for name in every if name in out]
    for phase in found.phases:
        assert {entry.item.section for entry in phase.entries} <= {phase.section.id}
    assert all(each.section.id == each.item.section for each in found.left_out)


@some
@given(cases(with_checklist=True))
def test_unknown_entries_say_if_and_left_out_ones_say_why(case: Case) -> None:
    """An entry says "if" exactly when its own condition is unknown, and every entry left out has a reason."""
    found = evaluation(case).checklist
    values = reference.known(case.questionnaires, case.answers, case.scope)
    for phase in found.phases:
        for entry in phase.entries:
            own = reference.truth(case.items[entry.item.id]["when"], values, case.items)
            assert bool(entry.only_if) == (own is None)
    assert all(each.needs for each in found.left_out)


@some
@given(cases(with_checklist=True))
def test_parts_follow_their_whole(case: Case) -> None:
    """A part is kept only with its whole, comes after it, and lies one step deeper."""
    found = evaluation(case).checklist
    kept = _kept(found)
    depth = {e.item.id: e.depth for phase in found.phases for e in phase.entries}
    for name in kept:
        whole = case.items[name]["part_of"]
        if whole is None:
            assert depth[name] == 0
        else:
            assert kept.index(whole) < kept.index(name)
            assert depth[name] == depth[whole] + 1


@some
@given(cases(with_checklist=True))
def test_wordings_equal_the_reference(case: Case) -> None:
    """Each kind of worker that is planned, or may be, finds its wording, and no other is printed."""
    values = reference.known(case.questionnaires, case.answers, case.scope)
    for phase in evaluation(case).checklist.phases:
        for entry in phase.entries:
            texts = [text for _, text in entry.wordings]
            expected = reference_plan.wordings(case.items[entry.item.id], values)
            assert len(set(texts)) == len(texts)
            assert set(texts) == expected
            assert (len(texts) > 1) == all(who for who, _ in entry.wordings)


BOTH = {"employee": "Sign the contract.", "volunteer": "Sign the agreement."}


@pytest.mark.parametrize(
    ("workers", "versions", "expected"),
    [
        (["employee"], BOTH, [("", "Sign the contract.")]),
        (["volunteer"], BOTH, [("", "Sign the agreement.")]),
        (
            ["volunteer", "employee"],
            BOTH,
            [("Employees", "Sign the contract."), ("Volunteers", "Sign the agreement.")],
        ),
        (
            None,
            BOTH,
            [("Employees", "Sign the contract."), ("Volunteers", "Sign the agreement.")],
        ),
        (["employee", "volunteer"], {}, [("", "Sign the paper.")]),
        (["volunteer"], {"employee": "Sign the contract."}, [("", "Sign the paper.")]),
        (
            ["employee", "volunteer"],
            {"employee": "Sign the contract."},
            [("Employees", "Sign the contract."), ("Volunteers", "Sign the paper.")],
        ),
    ],
)
def test_wording_examples(
    workers: list[str] | None, versions: Plain, expected: list[tuple[str, str]]
) -> None:
    """One kind of worker reads its own wording or the common one; where both are planned, or unknown, both print."""
    entry = plain_item("day_one.sign", ask="Sign the paper.", versions=versions)
    facts = {"profile.workers": {"value": workers}} if workers else {}
    ((found,),) = [phase.entries for phase in _list([entry], facts).phases]
    assert list(found.wordings) == expected


def test_a_part_goes_with_its_whole() -> None:
    """When a whole is left out, its parts and theirs are left out for the same reason; while unknown, all stay."""
    names = ["day_one.car", "day_one.papers", "day_one.copy"]
    entries = [
        plain_item(names[0], when={"profile.drives": "yes"}),
        plain_item(names[1], part_of=names[0]),
        plain_item(names[2], part_of=names[1]),
    ]
    ((*kept,),) = [phase.entries for phase in _list(entries, {}).phases]
    assert [entry.item.id for entry in kept] == names
    assert [entry.depth for entry in kept] == [0, 1, 2]
    assert [bool(entry.only_if) for entry in kept] == [True, False, False]
    no = _list(entries, {"profile.drives": {"value": "no"}})
    assert [each.item.id for each in no.left_out] == names
    assert len({each.needs for each in no.left_out}) == 1


def _is(name: str, *options: str) -> Check:
    return Check(name, "any_of", options=options or ("yes",), written=options or ("yes",))


def test_conditions_in_words_tell_apart_what_differs() -> None:
    """Two conditions that group "and", "or" and "not" differently never read the same."""
    a, b, c = (_is(f"profile.{name}") for name in "abc")
    told = [
        in_words(each, {})
        for each in (
            All((AnyOf((a, b)), c)),
            AnyOf((a, All((b, c)))),
            Not(All((a, b))),
            All((Not(a), b)),
            All((_is("profile.a", "x", "y"), b)),
        )
    ]
    assert len(set(told)) == len(told)
    assert told[0] == "(profile.a is yes or profile.b is yes) and profile.c is yes"
    assert in_words(All((a, b)), {}) == "profile.a is yes and profile.b is yes"


def test_without_a_checklist_there_is_nothing() -> None:
    """An evaluation without the onboarding checklist has an empty one."""
    case = Case([plain_questionnaire("employer-competencies", [])], {})
    assert evaluation(case).checklist == Checklist((), ())
