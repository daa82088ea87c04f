"""Conditions have three values and follow Kleene's logic."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain import reference
from tests.domain.build import Plain, condition
from tests.domain.strategies import (
    SIZES,
    WORKERS,
    YES_NO,
    conditions,
    plain_item,
    values_of,
)

from readiness.domain.conditions import All, Any, Condition, Held, Not
from readiness.domain.conditions import Test as Check
from readiness.domain.conditions import tests as every_test

FACTS = [
    plain_item("profile.drives", scale=YES_NO),
    plain_item("profile.workers", kind="choices", scale=WORKERS),
    plain_item("profile.size", scale=SIZES),
    plain_item("profile.peers", kind="number", scale=None),
]
BY_ID = {item["id"]: item for item in FACTS}
TRUTHS: dict[str, bool | None] = {"true": True, "false": False, "unknown": None}


def _test_that_is(name: str) -> Check:
    return Check(name, "any_of", options=("yes",), written=("yes",))


def _lookup(item_id: str) -> Held:
    return {"true": "yes", "false": "no"}.get(item_id)


def _holds(plain: Plain, values: Plain) -> bool | None:
    made = condition(plain, BY_ID)
    assert made is not None
    held = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
    return made.holds(held.get)


@st.composite
def known_facts(draw: st.DrawFn) -> Plain:
    """Some facts have a value, and some have none."""
    having = draw(st.lists(st.sampled_from(FACTS), unique_by=lambda item: item["id"]))
    return {item["id"]: draw(values_of(item)) for item in having}


@given(conditions(FACTS, 3), known_facts())
def test_conditions_equal_the_reference(plain: Plain, values: Plain) -> None:
    """A condition holds, fails or stays unknown just as design.md's prose has it."""
    assert _holds(plain, values) is reference.truth(plain, values, BY_ID)


@given(conditions(FACTS, 3), known_facts(), st.sampled_from(FACTS), st.data())
def test_more_knowledge_never_overturns(
    plain: Plain, values: Plain, item: Plain, data: st.DataObject
) -> None:
    """What is settled while some facts are unknown stays so whatever those facts turn out to be."""
    settled = _holds(plain, {k: v for k, v in values.items() if k != item["id"]})
    if settled is not None:
        assert _holds(plain, {**values, item["id"]: data.draw(values_of(item))}) is settled


@pytest.mark.parametrize(("left", "right"), list(product(TRUTHS, repeat=2)))
def test_truth_tables(left: str, right: str) -> None:
    """`all` is the lesser and `any` the greater of two truths, with unknown between false and true."""
    rank = [False, None, True]
    places = sorted(rank.index(TRUTHS[name]) for name in (left, right))
    parts = (_test_that_is(left), _test_that_is(right))
    assert All(parts).holds(_lookup) is rank[places[0]]
    assert Any(parts).holds(_lookup) is rank[places[1]]


def test_not_of_unknown_is_unknown() -> None:
    """`not` turns true and false round and leaves unknown."""
    assert [Not(_test_that_is(name)).holds(_lookup) for name in TRUTHS] == [False, True, None]


@pytest.mark.parametrize(
    ("plain", "value", "expected"),
    [
        ({"profile.workers": "employee"}, ["volunteer", "employee"], True),
        ({"profile.workers": "employee"}, ["volunteer"], False),
        ({"not": {"profile.workers": "employee"}}, ["volunteer", "employee"], False),
        ({"profile.size": ["small", "large"]}, "large", True),
        ({"profile.size": ["small", "large"]}, "middling", False),
        ({"profile.size": {"at_least": "middling"}}, "middling", True),
        ({"profile.size": {"at_least": "middling"}}, "small", False),
        ({"profile.size": {"at_most": "middling"}}, "middling", True),
        ({"profile.size": {"at_most": "middling"}}, "large", False),
        ({"profile.peers": {"at_least": 2}}, 2, True),
        ({"profile.peers": {"at_least": 2}}, 1.5, False),
        ({"profile.peers": {"at_most": 2}}, 2, True),
        ({"profile.peers": {"at_most": 0}}, 0, True),
        ({"profile.peers": {"at_most": 2}}, 2.5, False),
    ],
)
def test_each_kind_of_test(plain: Plain, value: object, expected: bool) -> None:
    """Options, lists and bounds (which include themselves) work, and any of several choices will do."""
    named = next(iter(plain.get("not", plain)))
    assert _holds(plain, {named: value}) is expected
    assert _holds(plain, {}) is None


def test_every_test_of_a_condition_is_found() -> None:
    """Walking a condition gives each of its tests once, in the order written."""
    first, second, third = (_test_that_is(name) for name in TRUTHS)
    nested: Condition = All((first, Any((Not(second), third))))
    assert list(every_test(nested)) == [first, second, third]
