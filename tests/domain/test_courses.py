"""Which trainings answer the gaps, and in which order they are held."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.shipped import competencies, evaluation, library, scored

from readiness.domain.answers import Answer
from readiness.domain.content import Training
from readiness.domain.courses import MOST, fitting, training_plan_of
from readiness.domain.headcounts import Headcounts, headcounts

MENU = library().trainings.trainings
OPTIONS = ("not_yet", "planned", "partly", "mostly", "fully")
SECTIONS = sorted({item.section for item in scored() if item.scale and "fully" in item.scale.ids})


def _answers(levels: dict[str, str]) -> dict[str, Answer]:
    """One answer to all questions of each section."""
    return {
        item_id: Answer(levels.get(item_id.partition(".")[0], "fully"))
        for item_id in competencies("fully")
    }


LEVELS = st.fixed_dictionaries({name: st.sampled_from(OPTIONS) for name in SECTIONS})


@settings(max_examples=40)
@given(LEVELS)
def test_the_first_seminar_is_never_after_the_second(levels: dict[str, str]) -> None:
    """Whatever is weak, a training stands after the one that it builds on, which is in the plan too."""
    fit = fitting(evaluation(_answers(levels)), MENU)
    for held in (fit.chosen, (*fit.chosen, *fit.more)):
        ids = [training.id for training in held]
        assert len(ids) == len(set(ids))
        for training in held:
            if training.requires:
                assert ids.index(training.requires) < ids.index(training.id)


@settings(max_examples=40)
@given(LEVELS)
def test_only_what_answers_a_gap_is_held(levels: dict[str, str]) -> None:
    """Every training helps with a weak part or comes before one that does, and none is held twice, short and long."""
    fit = fitting(evaluation(_answers(levels)), MENU)
    weak = {name for name, level in levels.items() if level not in ("fully", "mostly")}
    first = {training.requires for training in (*fit.chosen, *fit.more)}
    for training in (*fit.chosen, *fit.more):
        assert weak & set(training.helps) or training.id in first
    ids = {training.id for training in fit.chosen}
    assert not [training.id for training in fit.chosen if training.includes in ids]
    assert len(fit.chosen) <= MOST + 1


def test_the_second_seminar_brings_the_first_along() -> None:
    """Where only infrastructure is weak, Seminar II fits, and Seminar I comes with it, before it."""
    levels = dict.fromkeys(SECTIONS, "fully") | {"infrastructure": "not_yet"}
    ids = [training.id for training in fitting(evaluation(_answers(levels)), MENU).chosen]
    assert ids.index("wrap-1") + 1 == ids.index("wrap-2")


def test_a_ring_of_trainings_ends() -> None:
    """Two trainings that each ask for the other are both held once."""
    one, two = _training("one", requires="two"), _training("two", requires="one")
    chosen = fitting(evaluation(competencies("not_yet")), (one, two)).chosen
    assert sorted(training.id for training in chosen) == ["one", "two"]


def test_the_profile_gives_the_headcounts() -> None:
    """Managers, other staff and the band of the agency's size come from the profile; half a person is a person."""
    said = {
        "profile.managers": Answer(14),
        "profile.staff": Answer(65.5),
        "profile.size": Answer("from_50_to_249"),
    }
    found = headcounts(evaluation(said))
    assert (found.managers, found.staff) == (14, 66)
    assert found.everyone is not None
    assert headcounts(evaluation({})) == Headcounts()


def test_the_plan_of_an_agency_adds_up() -> None:
    """For 14 managers and 66 other staff: every figure as it is worked out by hand from the menu."""
    said = {"profile.managers": Answer(14), "profile.staff": Answer(66)}
    plan = training_plan_of(evaluation(competencies("partly") | said), MENU)
    rows = {row.training.id: row for row in (*plan.rows, *plan.more)}
    by_hand = {
        "recovery-101": (4, 16, 16000),
        "compliance-essentials": (3, 6, 7500),
        "lgbtq-awareness": (2, 9, 8000),
        "working-in-recovery": (1, 18, 14000),
        "managing-up": (3, Fraction(39, 2), 15000),
    }
    for name, figures in by_hand.items():
        row = rows[name]
        assert row.cost is not None
        assert (row.sessions.most, row.hours.most, row.cost.most) == figures, name
    assert len(rows) == len(MENU) == 21


def _training(name: str, **more: object) -> Training:
    facts = {"hours": Fraction(4), "group_min": 10, "group_max": 30, "audience": ("everyone",)}
    return Training(
        id=name,
        title=name,
        about="About it.",
        group="Courses",
        helps=("culture",),
        **(facts | more),  # type: ignore[arg-type]
    )
