"""The scorecard and the workplace survey in a report."""

from fractions import Fraction

from tests.reports.shipped import competencies, everything, markdown, report

from readiness import reports
from readiness.domain.answers import Answer, Assessment, Missing
from readiness.domain.evaluation import evaluate
from readiness.domain.questionnaire import Item, Option, Questionnaire, Scale, Section
from readiness.reports import Content

OWN_STEPS = (("none", Fraction(0)), ("some", Fraction(1, 3)), ("all", Fraction(1)))
SURVEY = {"workplace.s01": Answer("agree"), "workplace.s02": Answer("neutral")}


def test_a_row_shows_score_bounds_stage_and_coverage() -> None:
    """A row of the scorecard has score, bounds, a bar of both, a plain stage and how much was answered."""
    answers = competencies("fully") | {"culture.basics": Answer(Missing.DONT_KNOW)}
    (card,) = report(answers).scorecards
    rows = {row.id: row for row in card.rows}
    assert len(rows) == 11
    assert (rows["roles"].score, rows["roles"].bounds, rows["roles"].stage) == (
        "100",
        "100",
        "Well established",
    )
    assert rows["culture"].bounds == "88 to 100"
    assert rows["culture"].bar == "█" * 18 + "▒" * 2
    assert rows["culture"].answered == "7 of 8"


def test_bars_are_of_one_length() -> None:
    """Every bar has the same length, whatever the score."""
    for option in (
        "not_yet",
        "planned",
        "partly",
        "mostly",
        Missing.DONT_KNOW,
        Missing.NOT_APPLICABLE,
    ):
        (card,) = report(competencies(option)).scorecards
        assert {len(row.bar) for row in card.rows} == {20}


def test_the_way_of_scoring_is_stated_as_unvalidated() -> None:
    """Every report says how scores are made, and that they are unvalidated."""
    text = markdown({})
    assert "## How scores are made" in text
    assert "unvalidated" in text


def test_a_survey_by_leadership_alone_has_no_chart() -> None:
    """When only leadership has answered the survey there is no row, no stage, and asking staff is in the plan."""
    view = report(everything() | SURVEY)
    (survey,) = view.surveys
    assert survey.rows == ()
    assert "no chart and no stage" in survey.said[0]
    assert [row.id for row in view.next_30] == ["workplace.ask-staff"]


def test_a_survey_by_staff_shows_answers_and_weak_parts() -> None:
    """Answers of staff show as bars in words, with the parts called weak."""
    weak = {"workplace.s02_parts": Answer(("staff",))}
    (survey,) = report(SURVEY | weak, role="other_staff").surveys
    assert survey.rows[0].answer == "Agree"
    assert survey.rows[0].bar == "████·"
    assert survey.rows[1].weak == "weak here: staff being themselves"
    assert survey.rows[2].answer == "Not answered"
    assert survey.said[-1] == "Too few statements are answered for a result: 2 of 11."


def test_a_survey_nobody_answered_asks_for_staff() -> None:
    """An unanswered survey says whom to ask."""
    (survey,) = report({}).surveys
    assert survey.said[0].startswith("Nobody has answered the workplace survey yet.")


def test_a_small_agency_asks_all_its_staff() -> None:
    """Fewer than ten people are not held to five answers of staff: everyone who is not a leader is asked."""
    small = {"profile.size": Answer("under_10")}
    for answers in (everything() | SURVEY | small, small):
        (survey,) = report(answers).surveys
        assert survey.said[-1].startswith("With fewer than ten people")
    (survey,) = report(everything() | SURVEY).surveys
    assert "fewer than ten" not in " ".join(survey.said)


def test_the_scales_that_were_used_are_named() -> None:
    """How scores are made names the steps of the scales in use, and where a gate is in place."""
    view = report({})
    assert view.points == (
        "Not yet counts 0, Planned a quarter, Partly a half, Mostly three quarters and Fully one.",
        "Strongly disagree counts 0, Disagree a quarter, Neutral a half, Agree three quarters "
        "and Strongly agree one.",
    )
    assert view.met_at == "Mostly"


def test_a_questionnaire_of_ones_own_speaks_of_itself() -> None:
    """The report on an own questionnaire counts its answers, and names its scale and no other."""
    scale = Scale("three", tuple(Option(n, n.title(), p) for n, p in OWN_STEPS))
    items = tuple(
        Item(
            id=f"own.i{n}", section="own", kind="choice", ask=f"Is it {n}?", source=(), scale=scale
        )
        for n in range(3)
    )
    own = Questionnaire(
        id="own",
        title="Our own",
        version="1.0.0",
        sections=(Section(id="own", title="Own", items=items),),
    )
    answers = {"own.i0": Answer("all"), "own.i1": Answer("some")}
    assessment = Assessment(agency="A", answers=answers, questionnaires=("own",))
    view = reports.report(evaluate(assessment, [own]), Content())
    assert view.counts == ('You have answered two of three questions that count: see "Scorecard".',)
    assert view.points == ("None counts 0, Some a third and All one.",)
    text = reports.markdown(evaluate(assessment, [own]), Content())
    assert "Mostly" not in text
    assert "None of your answers can be counted" not in text
