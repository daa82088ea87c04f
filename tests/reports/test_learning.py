"""Trainings, links and the lived experience in a report."""

from fractions import Fraction

from tests.reports.shipped import competencies, content, evaluation, markdown, report

from readiness import reports
from readiness.domain.answers import Answer
from readiness.domain.content import Training, Trainings
from readiness.reports import Content

WEAK = competencies("fully") | {
    "culture.basics": Answer("not_yet"),
    "culture.dignity": Answer("not_yet"),
    "culture.choices": Answer("not_yet"),
}


def _training(name: str, price: int | None, **more: object) -> Training:
    facts = {"hours": Fraction(13, 2), "group_min": 10, "group_max": 30, "audience": ("everyone",)}
    return Training(
        id=name,
        title=name.title(),
        about="About it.",
        group="Courses",
        price_usd=price,
        helps=("culture",),
        **(facts | more),  # type: ignore[arg-type]
    )


def _trainings(*trainings: Training, **answers: Answer) -> list[reports.view.TrainingRow]:
    menu = Content(trainings=Trainings(trainings=trainings))
    profile = {f"profile.{name}": answer for name, answer in answers.items()}
    rows = reports.report(evaluation(WEAK | profile), menu).trainings
    assert rows is not None
    return list(rows.rows)


def test_free_trainings_come_first() -> None:
    """A free training stands before one that costs money."""
    rows = _trainings(_training("paid", 4000), _training("gift", 0))
    assert [(row.id, row.facts) for row in rows] == [
        ("gift", "6.5 hours, groups of 10 to 30, free"),
        ("paid", "6.5 hours, groups of 10 to 30, $4,000 a group"),
    ]


def test_a_group_that_is_too_small_is_pointed_out() -> None:
    """Managers and other staff are held against the size of a group, apart where they sit apart."""
    apart = _training("apart", 1, apart=True)
    (row,) = _trainings(apart, managers=Answer(4), staff=Answer(34))
    assert row.remarks[1:] == (
        "Managers and other staff sit in separate sessions.",
        "Your four managers are fewer than ten.",
        "Your 34 other staff make two groups.",
    )


def test_a_small_agency_hears_what_it_can_do() -> None:
    """An agency of fewer than ten hears how to get around a group's least size, with or without other numbers."""
    ten, five = _training("ten", 1), _training("five", 1, group_min=5)
    for more in ({}, {"managers": Answer(1), "staff": Answer(5)}):
        rows = _trainings(ten, five, size=Answer("under_10"), **more)
        shared = {row.id: "share a group with another agency" in row.remarks[-1] for row in rows}
        assert shared == {"ten": True, "five": False}
    (row,) = _trainings(ten, size=Answer("from_10_to_49"))
    assert "share a group" not in row.remarks[-1]


def test_numbers_nobody_gave_are_not_guessed() -> None:
    """Without numbers of people, nothing is said about the size of their group."""
    (row,) = _trainings(_training("one", 1))
    assert row.remarks == ("For everyone. It helps with Culture.",)


def test_a_course_on_california_says_so() -> None:
    """A Californian course is marked, comes last elsewhere, and there points to a like course."""
    local, other = _training("local", 1, california=True), _training("other", 1)
    there = _trainings(local, other, state=Answer("california"))
    away = _trainings(local, other, state=Answer("ohio"))
    assert [row.id for row in there] == ["local", "other"]
    assert [row.id for row in away] == ["other", "local"]
    assert away[1].remarks[-1].endswith("look for a like course in your state.")


def test_a_first_part_comes_first() -> None:
    """A training that builds on another says which comes first."""
    rows = _trainings(_training("one", 1), _training("two", 1, requires="one"))
    assert "One comes first." in next(row for row in rows if row.id == "two").remarks


def test_the_menu_carries_its_warnings() -> None:
    """The warning that prices have to be confirmed stands with the trainings."""
    assert "have to be confirmed" in markdown(competencies("partly"))


def test_weak_parts_have_at_most_three_links() -> None:
    """Every weak part has up to three links, the weakest part first; a strong one has none."""
    view = report(WEAK)
    assert [group.title for group in view.links] == ["Culture"]
    assert len(view.links[0].rows) == 3
    assert all(1 <= len(group.rows) <= 3 for group in report(competencies("not_yet")).links)


def test_all_links_are_listed() -> None:
    """All seventy links are listed, under the titles of their competencies."""
    view = report({})
    assert (
        sum(len(group.rows) for group in view.all_links) == len(content().resources.resources) == 70
    )
    assert "checked since" in view.links_about


def test_the_lived_experience_fits_those_served() -> None:
    """The table shows the lines chosen, or all where nobody chose, and says that it leaves substance use out."""
    rows = report({"profile.serves": Answer(("young_adults", "other"))}).lived_experience
    assert rows is not None
    assert [row.title[:12] for row in rows.rows] == ["Young people"]
    assert "substance use" in rows.lead
    assert "leaves substance use out" in rows.about
    every = report({}).lived_experience
    assert every is not None
    assert len(every.rows) == 4
    assert every.lead.startswith("You did not say")
