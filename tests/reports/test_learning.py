"""Trainings, links and the lived experience in a report."""

from fractions import Fraction

from tests.reports.shipped import competencies, content, evaluation, report

from readiness import reports
from readiness.domain.answers import Answer
from readiness.domain.content import Training, Trainings
from readiness.reports import Content
from readiness.reports.view_learning import TrainingRow

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


def _trainings(*trainings: Training, **answers: Answer) -> list[TrainingRow]:
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
