"""Questionnaires and assessments for hypothesis, as plain dicts (tests/domain/reference.py tells their shape)."""

from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from typing import Any

from hypothesis import strategies as st
from tests.domain.build import SHIPPED_DAY, Case

Plain = dict[str, Any]
Draw = st.DrawFn

IMPLEMENTATION = [
    ("not_yet", Fraction(0)),
    ("planned", Fraction(1, 4)),
    ("partly", Fraction(1, 2)),
    ("mostly", Fraction(3, 4)),
    ("fully", Fraction(1)),
]
THREE = [("low", Fraction(0)), ("middle", Fraction(1, 2)), ("high", Fraction(1))]
UNEVEN = [
    ("none", Fraction(0)),
    ("some", Fraction(1, 3)),
    ("most", Fraction(4, 5)),
    ("all", Fraction(1)),
]
YES_NO = [("yes", None), ("no", None)]
SIZES = [("small", None), ("middling", None), ("large", None)]
WORKERS = [("employee", None), ("volunteer", None)]
SCORED = {"implementation": IMPLEMENTATION, "three": THREE, "uneven": UNEVEN}
SCALES: dict[str, list[tuple[str, Any]]] = {**SCORED, "unscored": SIZES, "several": SIZES}

WEIGHTS = [Fraction(1), Fraction(1), Fraction(2), Fraction(1, 2), Fraction(7, 3)]
MISSING = ["dont_know", "not_applicable", "skipped"]
NEVER_ASKED = ["nowhere.nothing", "s0.gone"]

# What an item is, its gate, and whether it has a condition; one draw for all three keeps generation fast.
MAKES = st.sampled_from(
    list(
        product(
            ["implementation"] * 4
            + ["three", "uneven", "implementation", "unscored", "several", "text", "number"],
            [None, None, None, "posting", "day_one"],
            [False, False, False, True],
        )
    )
)
TRAITS = st.sampled_from(list(product(WEIGHTS, (True, False), ("", "the clinical lead"))))
FEW_OF_SEVEN = st.sampled_from([s for n in range(4) for s in combinations(range(7), n)])


def plain_item(item_id: str, **given: Any) -> Plain:
    """An item with everything an author leaves out filled in."""
    item: Plain = {
        "id": item_id,
        "kind": "choice",
        "ask": f"Is {item_id} in place?",
        "scale": IMPLEMENTATION,
        "weight": Fraction(1),
        "gate": None,
        "quick": False,
        "when": None,
        "anchors": {},
        "actions": [],
        "part_of": None,
        "versions": {},
        "find_out": "",
    }
    return {**item, **given}


def plain_section(section_id: str, items: list[Plain], weight: Fraction = Fraction(1)) -> Plain:
    """A section."""
    return {"id": section_id, "weight": weight, "items": items}


def plain_questionnaire(questionnaire_id: str, sections: list[Plain]) -> Plain:
    """A questionnaire; the one called `onboarding` is a checklist."""
    is_checklist = questionnaire_id == "onboarding"
    return {"id": questionnaire_id, "checklist": is_checklist, "sections": sections}


def one_in(draw: Draw, several: int) -> bool:
    """True about once in so many times; shrinks to False."""
    return draw(st.integers(0, several - 1)) == several - 1


@st.composite
def leaves(draw: Draw, named: list[Plain]) -> tuple[str, Any]:
    """A test on one item: an option, a list of them, or a bound."""
    item = draw(st.sampled_from(named))
    word = draw(st.sampled_from(["at_least", "at_most"]))
    if item["kind"] == "number":
        return item["id"], {word: draw(st.integers(0, 4))}
    names = [name for name, _ in item["scale"]]
    option = draw(st.sampled_from(names))
    several = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    return item["id"], draw(st.sampled_from([option, several, {word: option}]))


@st.composite
def conditions(draw: Draw, named: list[Plain], depth: int = 2) -> Plain:
    """A condition on some of the items that may be named."""
    shape = draw(st.sampled_from(["one", "keys", "all", "any", "not"])) if depth else "one"
    if shape == "one":
        return dict([draw(leaves(named))])
    if shape == "keys":
        return dict([draw(leaves(named)), draw(leaves(named))])
    inner = conditions(named, depth - 1)
    if shape == "not":
        return {"not": draw(inner)}
    return {shape: draw(st.lists(inner, min_size=1, max_size=3))}


def _nameable(items: list[Plain]) -> list[Plain]:
    return [item for item in items if item["kind"] in ("choice", "choices", "number")]


@st.composite
def profiles(draw: Draw) -> Plain:
    """The agency profile: facts of every kind, some of which depend on earlier ones."""
    facts = [
        plain_item("profile.drives", scale=YES_NO),
        plain_item("profile.workers", kind="choices", scale=WORKERS),
        plain_item("profile.size", scale=SIZES),
        plain_item("profile.peers", kind="number", scale=None),
        plain_item("profile.posting_date", kind="date", scale=None),
        plain_item("profile.start_date", kind="date", scale=None),
        plain_item("profile.about", kind="text", scale=None),
    ]
    slow, dependent = draw(FEW_OF_SEVEN), draw(FEW_OF_SEVEN)
    for place, item in enumerate(facts):
        item["quick"] = place not in slow
        if place and place in dependent:
            item["when"] = draw(conditions(_nameable(facts[:place]), 1))
    return plain_questionnaire("agency-profile", [plain_section("profile", facts)])


@cache
def actions(scale_name: str) -> st.SearchStrategy[tuple[tuple[str, int], ...]]:
    """Up to three actions of an item: until which option each is called for, and within how many days."""
    names = [name for name, _ in SCALES[scale_name]]
    each = st.sampled_from(list(product(names[::-1], (30, 60, 90))))
    return st.just(()) | st.tuples(each) | st.tuples(each, each) | st.tuples(each, each, each)


@st.composite
def section_items(draw: Draw, item_id: str, facts: list[Plain], before: list[Plain]) -> Plain:
    """An item of a section: mostly scored, sometimes a gate, sometimes with a condition."""
    name, gate, when_asked = draw(MAKES)
    scored = name in SCORED
    item = plain_item(item_id, scale=SCALES.get(name), gate=gate if scored else None)
    item["weight"], item["quick"], item["find_out"] = draw(TRAITS)
    if name == "several":
        item["kind"] = "choices"
    elif name not in SCALES:
        item["kind"] = name
    else:
        told = item["scale"] if item["quick"] else []
        item["anchors"] = {option: f"{item_id} is {option}" for option, _ in told}
        item["actions"] = [
            {"id": f"{item_id}.a{n}", "at_most": at_most, "within": within}
            for n, (at_most, within) in enumerate(draw(actions(name)))
        ]
    if when_asked:
        item["when"] = draw(conditions(_nameable(facts if scored else facts + before)))
    return item


@st.composite
def sections(draw: Draw, section_id: str, facts: list[Plain]) -> Plain:
    """A section of up to five items."""
    items: list[Plain] = []
    for number in range(draw(st.sampled_from([3, 2, 4, 1, 5, 0]))):
        items.append(draw(section_items(f"{section_id}.i{number}", facts, list(items))))
    return plain_section(section_id, items, draw(st.sampled_from(WEIGHTS)))


@st.composite
def checklists(draw: Draw, facts: list[Plain]) -> Plain:
    """A checklist whose entries nest and name facts of the profile."""
    items: list[Plain] = []
    for number in range(draw(st.integers(1, 7))):
        item = plain_item(f"on{number % 2}.t{number}", kind="task", scale=None)
        whole = [each["id"] for each in items if each["id"][:3] == item["id"][:3]]
        item["part_of"] = draw(st.sampled_from([None, *whole]))
        item["when"] = draw(conditions(_nameable(facts), 1)) if draw(st.booleans()) else None
        item["versions"] = {
            who: f"{who}: {item['id']}"
            for who in draw(st.sampled_from([(), ("employee", "volunteer"), ("employee",)]))
        }
        items.append(item)
    halves = [[item for item in items if item["id"].startswith(f"on{n}.")] for n in (0, 1)]
    phases = [plain_section(f"on{n}", half) for n, half in enumerate(halves)]
    return plain_questionnaire("onboarding", phases)


def answers_to(item: Plain) -> st.SearchStrategy[Plain | None]:
    """The answers that an item can have, every kind of missing among them; None for no answer."""
    return _answers(values_of(item))


@cache
def _answers(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Plain | None]:
    value = values.map(lambda each: {"value": each})
    missing = st.sampled_from([None, *({"missing": kind} for kind in MISSING)])
    return st.one_of(value, value, missing)


def values_of(item: Plain) -> st.SearchStrategy[Any]:
    """The values that an item of its kind can hold."""
    return _values(item["kind"], tuple(name for name, _ in item["scale"] or ()))


@cache
def _values(kind: str, names: tuple[str, ...]) -> st.SearchStrategy[Any]:
    if kind == "choice":
        return st.sampled_from(names)
    if kind == "choices":
        several = [list(some) for n in range(1, 4) for some in combinations(names, n)]
        return st.sampled_from(several)
    if kind == "number":
        return st.sampled_from([0, 1, 2, 3, 4, 5, 0.5, 2.5])
    if kind == "date":
        return st.integers(-40, 120).map(_day)
    return st.sampled_from(["something", "yes", "dont_know"])


def _day(offset: int) -> date:
    return SHIPPED_DAY + timedelta(days=offset)


@st.composite
def cases(draw: Draw, with_checklist: bool = False) -> Case:
    """Questionnaires and one agency's answers: some to items that are not asked, some to none there are."""
    profile = draw(profiles())
    facts = profile["sections"][0]["items"]
    main = [draw(sections(f"s{n}", facts)) for n in range(draw(st.sampled_from([2, 3, 1, 4])))]
    used = [profile, plain_questionnaire("employer-competencies", main)]
    if one_in(draw, 3):
        survey = draw(sections("workplace", facts))
        used.append(plain_questionnaire("recovery-workplace", [survey]))
    case = Case(used, {}, draw(st.sampled_from(["full", "full", "quick"])))
    answers = {
        item_id: answer
        for item_id, item in case.items.items()
        if (answer := draw(answers_to(item))) is not None
    }
    if one_in(draw, 3):
        answers |= {item_id: {"value": "fully"} for item_id in NEVER_ASKED}
    if with_checklist:
        used.append(draw(checklists(facts)))
    return case._replace(answers=answers)


def item_with(item_id: str, *actions: tuple[str, int], **given: Any) -> Plain:
    """An item with actions, each for an answer at most so high and within so many days."""
    made = [
        {"id": f"{item_id}.a{n}", "at_most": at_most, "within": within}
        for n, (at_most, within) in enumerate(actions)
    ]
    return plain_item(item_id, actions=made, **given)


def case_of(items: list[Plain], values: dict[str, Any]) -> Case:
    """A case with a profile of the two planned dates, some items, and answers with these values."""
    sections: dict[str, list[Plain]] = {}
    for item in items:
        sections.setdefault(item["id"].partition(".")[0], []).append(item)
    dates = ("profile.posting_date", "profile.start_date")
    profile = [plain_item(name, kind="date", scale=None) for name in dates]
    return Case(
        [
            plain_questionnaire("agency-profile", [plain_section("profile", profile)]),
            plain_questionnaire(
                "employer-competencies", [plain_section(k, v) for k, v in sections.items()]
            ),
        ],
        {name: {"value": value} for name, value in values.items()},
    )
