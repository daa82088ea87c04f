"""Scores, bounds, coverage and bands against the reference, and the properties that design.md names."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.domain import reference
from tests.domain.build import Case, Plain, every_score
from tests.domain.strategies import (
    MISSING,
    NEVER_ASKED,
    cases,
    plain_item,
    plain_questionnaire,
    plain_section,
)

from readiness.domain.scoring import band_of, shown

HALF = Fraction(1, 2)
fewer = settings(max_examples=50)
scores_of_any_kind = st.fractions(0, 100) | st.sampled_from(
    [edge - Fraction(1, 10**n) for edge in (25, 50, 75, 100) for n in range(1, 9)]
)


def _expected(case: Case) -> dict[str, Plain]:
    asked = reference.asked(case.questionnaires, case.answers, case.scope)
    found = {}
    for questionnaire in case.questionnaires:
        found[questionnaire["id"]] = reference.overall_score(questionnaire, case.answers, asked)
        for section in questionnaire["sections"]:
            found[section["id"]] = reference.section_score(section, case.answers, asked)
    return found


def _applicable(case: Case) -> list[Plain]:
    asked = reference.asked(case.questionnaires, case.answers, case.scope)
    return [
        item
        for section in reference.sections_of(case.questionnaires)
        for item in reference.applicable(section, case.answers, asked)
    ]


def _with_points(case: Case) -> list[Plain]:
    return [i for i in _applicable(case) if reference.points(i, case.answers) is not None]


def _unknown(case: Case) -> list[Plain]:
    return [i for i in _applicable(case) if reference.points(i, case.answers) is None]


def _one_of(items: list[Plain], data: st.DataObject) -> Plain:
    assume(items)
    return data.draw(st.sampled_from(items))


def _same_shape(before: Case, after: Case) -> None:
    assert [i["id"] for i in _applicable(before)] == [i["id"] for i in _applicable(after)]


@settings(max_examples=120)
@given(cases())
def test_scores_equal_the_reference(case: Case) -> None:
    """Every figure of every section and questionnaire is what design.md's prose makes it."""
    assert every_score(case) == _expected(case)


@fewer
@given(cases())
def test_a_score_lies_within_its_bounds(case: Case) -> None:
    """0 ≤ low ≤ score ≤ high ≤ 100, for every section and over all."""
    for found in every_score(case).values():
        if found["low"] is not None:
            assert 0 <= found["low"] <= found["high"] <= 100
        if found["score"] is not None:
            assert found["low"] <= found["score"] <= found["high"]


@fewer
@given(cases(), st.data())
def test_no_score_falls_when_an_answer_rises(case: Case, data: st.DataObject) -> None:
    """With the same items applicable and answered, a higher answer lowers no score and no bound anywhere."""
    item = _one_of(_with_points(case), data)
    options = [name for name, _ in item["scale"]]
    now = options.index(case.answers[item["id"]]["value"])
    higher = data.draw(st.sampled_from(options[now:]))
    raised = case.with_answers({item["id"]: {"value": higher}})
    _same_shape(case, raised)
    before, after = every_score(case), every_score(raised)
    for name, found in before.items():
        for figure in ("score", "low", "high"):
            if found[figure] is not None:
                assert after[name][figure] >= found[figure]
        assert after[name]["coverage"] == found["coverage"]


@fewer
@given(cases(), st.data())
def test_answering_an_unknown_never_widens_bounds(case: Case, data: st.DataObject) -> None:
    """Whatever an unknown turns out to be, low does not fall and high does not rise."""
    item = _one_of(_unknown(case), data)
    option = data.draw(st.sampled_from([name for name, _ in item["scale"]]))
    known = case.with_answers({item["id"]: {"value": option}})
    _same_shape(case, known)
    after = every_score(known)
    for name, found in every_score(case).items():
        if found["low"] is not None:
            assert found["low"] <= after[name]["low"] <= after[name]["high"] <= found["high"]


@fewer
@given(cases(), st.data())
def test_answering_an_unknown_moves_scores_its_own_way(case: Case, data: st.DataObject) -> None:
    """Full points for an unknown lower no score that was given, none raise none, and neither takes one away."""
    item = _one_of(_unknown(case), data)
    best = every_score(case.with_answers({item["id"]: {"value": item["scale"][-1][0]}}))
    worst = every_score(case.with_answers({item["id"]: {"value": item["scale"][0][0]}}))
    for name, found in every_score(case).items():
        if found["score"] is not None:
            assert best[name]["score"] >= found["score"]
            assert worst[name]["score"] <= found["score"]


@fewer
@given(cases(), st.data())
def test_not_applicable_equals_removing(case: Case, data: st.DataObject) -> None:
    """Marking a scored item not applicable gives every figure that a questionnaire without it gives."""
    item = _one_of(_applicable(case), data)
    marked = case.with_answers({item["id"]: {"missing": "not_applicable", "note": "No need."}})
    assert every_score(marked) == every_score(case.without(item["id"]))


@fewer
@given(cases(), st.data())
def test_the_order_of_answers_does_not_matter(case: Case, data: st.DataObject) -> None:
    """The same answers given in another order make the same figures."""
    shuffled = dict(data.draw(st.permutations(list(case.answers.items()))))
    assert every_score(case) == every_score(case._replace(answers=shuffled))


@fewer
@given(cases(), st.data())
def test_answers_to_items_not_asked_never_count(case: Case, data: st.DataObject) -> None:
    """Adding, changing or dropping answers to items that are not asked changes no figure."""
    asked = reference.asked(case.questionnaires, case.answers, case.scope)
    silent = [i for i in case.items.values() if i["id"] not in asked and i["scale"]]
    changes: dict[str, Plain | None] = {name: {"value": "fully"} for name in NEVER_ASKED}
    for item in silent:
        names = [name for name, _ in item["scale"]]
        value = names[:1] if item["kind"] == "choices" else data.draw(st.sampled_from(names))
        changes[item["id"]] = data.draw(st.sampled_from([None, {"value": value}]))
    assert every_score(case) == every_score(case.with_answers(changes))


@fewer
@given(cases(), st.sampled_from(MISSING), st.data())
def test_every_unknown_is_unknown_alike(case: Case, kind: str, data: st.DataObject) -> None:
    """Don't know, skipped and no answer at all give the same figures."""
    item = _one_of(_unknown(case), data)
    assume(kind != "not_applicable")
    silent = every_score(case.with_answers({item["id"]: None}))
    assert every_score(case.with_answers({item["id"]: {"missing": kind}})) == silent


@fewer
@given(cases())
def test_coverage_and_band_of_a_section(case: Case) -> None:
    """A section has a band exactly when it has a score and at least half of what applies is answered."""
    for name, found in every_score(case).items():
        if "answered" not in found:
            continue
        assert found["answered"] + found["unknown"] == found["applicable"]
        if not found["applicable"]:
            assert [found[key] for key in ("score", "low", "high", "band", "coverage")] == [
                None
            ] * 5
            continue
        assert found["coverage"] == Fraction(found["answered"], found["applicable"]), name
        assert (found["score"] is None) == (found["answered"] == 0)
        assert (found["band"] is not None) == (found["coverage"] >= HALF)


def _sections(*sections: list[str | None], weights: list[int] | None = None) -> Case:
    """A questionnaire whose sections have items answered so; None is an unknown."""
    made: list[Plain] = []
    answers: Plain = {}
    for s, values in enumerate(sections):
        items = [plain_item(f"s{s}.i{n}") for n in range(len(values))]
        weight = Fraction(weights[s] if weights else 1)
        made.append(plain_section(f"s{s}", items, weight))
        answers |= {i["id"]: {"value": v} for i, v in zip(items, values, strict=True) if v}
    return Case([plain_questionnaire("employer-competencies", made)], answers)


def _overall(case: Case) -> Plain:
    return every_score(case)["employer-competencies"]


def test_half_answered_has_a_band_and_less_has_none() -> None:
    """One of two answered gives a band; one of three gives a score without one."""
    found = every_score(_sections(["fully", None], ["fully", None, None]))
    assert (found["s0"]["score"], found["s0"]["band"]) == (100, "full")
    assert (found["s1"]["score"], found["s1"]["band"]) == (100, None)


def test_overall_score_needs_half_of_the_sections_with_a_band() -> None:
    """One banded section of two gives a score over all; one of three gives bounds and coverage only."""
    two = _overall(_sections(["fully"], ["not_yet", None, None]))
    assert (two["score"], two["band"]) == (50, "initial")
    assert (two["low"], two["high"]) == (50, Fraction(250, 3))
    three = _overall(_sections(["fully"], [None], [None]))
    assert (three["score"], three["band"], three["coverage"]) == (None, None, Fraction(1, 3))
    assert (three["low"], three["high"]) == (Fraction(100, 3), 100)


def test_sections_without_applicable_items_do_not_count() -> None:
    """A section with nothing applicable is no section with a missing band, and has no part in the mean."""
    case = _sections(["fully"], ["partly"], ["partly"])
    set_aside = case.with_answers(
        {name: {"missing": "not_applicable"} for name in ("s1.i0", "s2.i0")}
    )
    assert _overall(set_aside) == {
        "score": 100,
        "low": 100,
        "high": 100,
        "band": "full",
        "coverage": 1,
    }


def test_section_weights_weigh_sections_and_not_items() -> None:
    """A section of weight 3 counts three times one of weight 1, however many items each has."""
    case = _sections(["fully"], ["not_yet"] * 5, weights=[3, 1])
    assert _overall(case)["score"] == 75


def test_with_nothing_applicable_everything_is_null() -> None:
    """An assessment in which nothing applies has no figure at all."""
    case = _sections(["partly"]).with_answers({"s0.i0": {"missing": "not_applicable"}})
    assert set(_overall(case).values()) == {None}


def test_an_option_that_the_scale_does_not_have_is_unknown() -> None:
    """An answer whose option is gone has no points, so the item is unknown."""
    found = every_score(_sections(["no_longer_there", "fully"]))["s0"]
    assert (found["answered"], found["unknown"], found["high"], found["low"]) == (1, 1, 100, 50)


@given(scores_of_any_kind)
def test_bands_equal_the_reference(score: Fraction) -> None:
    """Every score of 0 to 100 falls in the band that design.md gives it."""
    assert band_of(score) == reference.band(score)


@pytest.mark.parametrize(
    ("edge", "below", "band"),
    [
        (25, "exploration", "installation"),
        (50, "installation", "initial"),
        (75, "initial", "full"),
    ],
)
def test_edges_belong_to_the_band_above(edge: int, below: str, band: str) -> None:
    """A lower edge is inclusive, and a score below it by any fraction is not there, however it rounds."""
    assert band_of(Fraction(edge)) == band
    assert band_of(Fraction(edge) - Fraction(1, 10**9)) == below


def test_the_ends_have_bands() -> None:
    """0 is exploring and 100 well established."""
    assert (band_of(Fraction(0)), band_of(Fraction(100))) == ("exploration", "full")


@given(scores_of_any_kind)
def test_shown_scores_round_half_up_and_keep_below_edges(score: Fraction) -> None:
    """What is shown is the score rounded half up, or one less where that would show an edge it did not reach."""
    rounded = (score + HALF).__floor__()
    claims_edge = rounded in (25, 50, 75) and score < rounded
    assert shown(score) == (rounded - 1 if claims_edge else rounded)


@given(scores_of_any_kind)
def test_shown_scores_say_the_same_band(score: Fraction) -> None:
    """A shown score read as a number falls in the band of the score itself."""
    assert band_of(Fraction(shown(score))) == band_of(score)


@pytest.mark.parametrize(
    ("score", "expected"),
    [("49/2", 24), ("99/4", 24), ("25", 25), ("99/2", 49), ("50", 50), ("1/2", 1), ("121/2", 61)],
)
def test_shown_examples(score: str, expected: int) -> None:
    """Halves go up, but 24.5, 24.75 and 49.5 stay below the edges that they did not reach."""
    assert shown(Fraction(score)) == expected
