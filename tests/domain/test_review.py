"""Looking over all answers."""

from hypothesis import given, settings
from tests.domain.build import Case, evaluation
from tests.domain.strategies import cases, plain_item, plain_questionnaire, plain_section

from readiness.domain.answers import Answer, Missing
from readiness.domain.review import SIFTS, reviewed

some = settings(max_examples=40)


@some
@given(cases())
def test_everything_asked_is_reviewed(case: Case) -> None:
    """Every question that is asked is there once, numbered in the order of asking, with its answer."""
    found = evaluation(case)
    rows = reviewed(found.flow, found.answers)
    assert [row.item.id for row in rows] == list(found.asked)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.answer == found.answers.get(row.item.id) for row in rows)


@some
@given(cases())
def test_standing_agrees_with_the_counts(case: Case) -> None:
    """What is in place, partly there and not yet there is as many as the report counts."""
    found = evaluation(case)
    main = found.main
    assert main is not None
    ids = {item.id for item in main.questionnaire.items()}
    rows = [row for row in reviewed(found.flow, found.answers) if row.item.id in ids]
    tally = {name: sum(row.standing == name for row in rows) for name in ("in_place", "partly")}
    assert tally == {"in_place": found.counts.in_place, "partly": found.counts.partly}
    assert sum(row.fits("low") for row in rows) == found.counts.not_yet


def test_sifts() -> None:
    """Each sift lets through what it is named after, and the first one everything."""
    items = [plain_item(f"s0.i{n}", gate="posting" if n == 5 else None) for n in range(6)]
    case = Case([plain_questionnaire("employer-competencies", [plain_section("s0", items)])], {})
    answers = {
        "s0.i0": Answer("planned"),
        "s0.i1": Answer("partly", flag=True),
        "s0.i2": Answer(Missing.DONT_KNOW),
        "s0.i3": Answer(Missing.SKIPPED, flag=True),
    }
    rows = reviewed(evaluation(case).flow, answers)
    fitting = {sift: sorted(row.item.id[-1] for row in rows if row.fits(sift)) for sift in SIFTS}
    assert fitting == {
        "all": list("012345"),
        "unanswered": list("345"),
        "dont_know": ["2"],
        "flagged": list("13"),
        "low": ["0"],
        "gates": ["5"],
    }
