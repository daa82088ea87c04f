"""The training plan in a report: what a director reads, and where each figure comes from."""

from fractions import Fraction

from tests.reports.shipped import competencies, content, inline_texts, markdown, report

from readiness.domain.answers import Answer, Missing
from readiness.domain.content import Cited, Sources, Training, Trainings
from readiness.domain.headcounts import BANDS, Headcounts
from readiness.domain.training import training_plan
from readiness.reports.training_plan import plan_rows
from readiness.reports.view_learning import PlanLine, TrainingPlanRows
from readiness.reports.words import amount

LOW = competencies("partly")
PEOPLE = {"profile.managers": Answer(14), "profile.staff": Answer(66)}


def _plan(answers: dict[str, Answer]) -> TrainingPlanRows:
    rows = report(LOW | answers).trainings
    assert rows is not None
    assert rows.plan is not None
    return rows.plan


def _line(plan: TrainingPlanRows, title: str) -> PlanLine:
    return next(line for line in plan.rows if line.title.startswith(title))


def _made(*trainings: Training, heads: Headcounts, size: str = "") -> TrainingPlanRows:
    made = plan_rows(training_plan(trainings, (), heads), Trainings(), Sources(), size)
    assert made is not None
    return made


def _training(name: str, **more: object) -> Training:
    facts = {
        "hours": Fraction(4),
        "group_min": 10,
        "group_max": 30,
        "audience": ("everyone",),
        "price_usd": 4000,
        "source": (f"source of {name}",),
    }
    return Training(
        id=name,
        title=name.title(),
        about="About it.",
        group="Courses",
        **(facts | more),  # type: ignore[arg-type]
    )


def test_the_table_holds_sessions_hours_and_cost() -> None:
    """Managers and staff apart: 14 and 66 people make one and three sessions of at most thirty."""
    apart, longer = _training("apart", apart=True), _training("longer", hours=Fraction(13, 2))
    plan = _made(apart, longer, heads=Headcounts(14, 66))
    assert plan.rows == (
        PlanLine(
            title="Apart",
            who="14 managers and 66 other staff, apart",
            sessions="4",
            hours="16",
            cost="$16,000",
        ),
        PlanLine(title="Longer", who="80 people", sessions="3", hours="19.5", cost="$12,000"),
    )
    assert plan.total == PlanLine(
        title="In all", who="", sessions="7", hours="35.5", cost="$28,000"
    )


def test_a_group_below_the_least_hears_what_it_can_do() -> None:
    """Too few people share a session; what else they can do is called ours, and nothing stands in the total for it."""
    plan = _made(_training("apart", apart=True), heads=Headcounts(4, 34))
    assert plan.rows[0].sessions == "2 + 1 shared"
    assert plan.rows[0].cost == "$8,000 + a share of $4,000"
    assert plan.total is not None
    assert (plan.total.title, plan.total.cost) == ("In all, without shares", "$8,000")
    (note,) = [note for note in plan.notes if note.startswith("Too few")]
    assert "4 managers where a group needs 10." in note
    assert "in our view: ask for a smaller group; share a session with another agency" in note
    assert "Managers and staff still sit apart" in note
    assert note.endswith("Paying for whole sessions all the same: one session, $4,000.")


def test_an_agency_of_fewer_than_ten_has_no_session_of_its_own() -> None:
    """With the size alone, fewer than ten people are too few for any group of ten, and there is no total."""
    plan = _plan({"profile.size": Answer("under_10")})
    assert all("shared" in line.sessions for line in plan.rows)
    assert all("a session" in line.hours for line in plan.rows)
    assert plan.total is None
    assert any("1 to 9 people where a group needs 10" in note for note in plan.notes)


def test_a_band_is_said_to_be_one() -> None:
    """Where only the agency's size is known, figures run from–to, and the report says why."""
    both = _training("both")
    plan = _made(both, heads=Headcounts(everyone=BANDS["from_50_to_249"]), size="from_50_to_249")
    assert plan.lead.startswith("You did not say how many managers and other staff")
    assert "The size of your agency (50 to 249 people) stands in" in plan.lead
    assert (plan.rows[0].sessions, plan.rows[0].cost) == ("2 to 9", "$8,000 to $36,000")
    open_end = _made(both, heads=Headcounts(everyone=BANDS["from_250"]))
    assert open_end.rows[0].cost == "$36,000 or more"
    apart = _training("apart", apart=True)
    up_to = _made(apart, heads=Headcounts(everyone=BANDS["from_10_to_49"])).rows[0]
    assert (up_to.who, up_to.sessions) == ("10 to 49 people, managers and staff apart", "up to 3")


def test_an_unknown_number_leaves_a_blank_and_a_formula() -> None:
    """Nobody knows how many peers: the line shows one group, a note how to fill it in, and the total leaves it out."""
    plan = _made(_training("peers", audience=("peers",)), _training("all"), heads=Headcounts(14, 6))
    assert plan.rows[0].who == "peers: ________"
    assert plan.rows[0].sessions == "1 a group of 10 to 30"
    assert plan.rows[0].cost == "$4,000 a group"
    assert plan.total is not None
    assert (plan.total.title, plan.total.sessions) == ("In all, without blanks", "1")
    assert any("____ peers ÷ 30, rounded up, × $4,000 and 4 hours." in note for note in plan.notes)
    none = _made(_training("all"), heads=Headcounts())
    assert none.lead.startswith("You did not say how many")
    assert "Put your own numbers in the blanks." in none.lead
    assert none.total is None


def test_an_answer_that_is_no_number_is_no_number() -> None:
    """Don't know leaves a blank like no answer at all."""
    unsure = {"profile.managers": Answer(Missing.DONT_KNOW), "profile.staff": Answer(66)}
    assert "not how many managers" in _plan(unsure).lead


def test_what_nobody_prices_is_in_no_total() -> None:
    """A free course costs nothing; one without a price says so, in its line and in the last one."""
    plan = _made(
        _training("gift", price_usd=0), _training("quiet", price_usd=None), heads=Headcounts(14, 6)
    )
    assert [line.cost for line in plan.rows] == ["free", "price not stated"]
    assert plan.total is not None
    assert (plan.total.title, plan.total.cost) == ("In all, without prices not stated", "free")


def test_the_second_part_says_what_comes_first() -> None:
    """Seminar II stands after Seminar I, and says so; people choose both, and the figures run from one group."""
    weak = competencies("fully") | {
        item_id: Answer("not_yet")
        for item_id in competencies("fully")
        if item_id.startswith("infrastructure.")
    }
    rows = report(weak | PEOPLE).trainings
    assert rows is not None
    assert rows.plan is not None
    titles = [line.title for line in rows.plan.rows]
    assert titles.index("WRAP®, Seminar I") + 1 == titles.index("WRAP®, Seminar II")
    assert _line(rows.plan, "WRAP®, Seminar II").cost == "$18,000 to $90,000"
    assert _line(rows.plan, "WRAP®, Seminar II").who == "8 to 80 people, by choice"
    assert any("Seminar II comes only after WRAP®, Seminar I" in note for note in rows.plan.notes)
    assert any(note.startswith("People choose WRAP®") for note in rows.plan.notes)
    every = report(LOW | PEOPLE).trainings
    assert every is not None
    assert (
        "WRAP®, Seminar II (only after WRAP®, Seminar I; 1 to 5 sessions by choice,"
        " $18,000 to $90,000)"
    ) in every.more


def test_every_figure_has_its_source() -> None:
    """Figures of the menu name the toolkit's page; people are the agency's; sums are said to be worked out here."""
    sources = _plan(PEOPLE).sources
    assert "W.I.S.E. Employer Toolkit (training menu, from page 41)" in sources
    assert "people: your answers about your agency" in sources
    assert "worked out here" in sources
    own = _made(_training("one"), _training("two"), heads=Headcounts(14, 66)).sources
    assert "of One: source of one" in own
    assert "of Two: source of two" in own


def test_prices_have_to_be_confirmed_and_may_be_lower() -> None:
    """The warning on prices stands with the table, and so does the toolkit's word on discounts, with its source."""
    text = " ".join(inline_texts(markdown(LOW | PEOPLE)))
    assert "prices are the toolkit's and have to be confirmed" in text
    plan = _plan(PEOPLE)
    (discount,) = [note for note in plan.notes if "at a lower price or at no cost" in note]
    assert discount.endswith("Source: W.I.S.E. Employer Toolkit (training menu, from page 41).")


def test_a_contact_only_in_california_says_so() -> None:
    """Inside California the address stands plain; elsewhere it is marked, beside a line to fill in."""
    there = report(LOW | {"profile.state": Answer("california")}).trainings
    away = report(LOW | {"profile.state": Answer("ohio")}).trainings
    assert there is not None
    assert away is not None
    assert there.about.endswith("To book, write to wise@calvoices.org.")
    assert "Only in California: to book" in away.about
    assert away.about.endswith("from your provider: ________.")
    assert [each for each in away.more if "built on California law" in each]


def test_without_gaps_there_is_no_plan() -> None:
    """Where nothing is weak, no training plan is made, and the contents do not name one."""
    text = markdown(competencies("fully"))
    assert "Training plan" not in text
    assert "#training-plan" not in text


def test_exact_figures_are_written_with_commas() -> None:
    """Figures keep their halves, and large ones get commas."""
    assert [amount(Fraction(39, 2)), amount(1133), amount(12_345_678)] == [
        "19.5",
        "1,133",
        "12,345,678",
    ]


def test_the_notes_carry_the_source_of_the_menu() -> None:
    """What a menu says without a source is said without one."""
    plan = training_plan([_training("one")], (), Headcounts(14, 66))
    menu = Trainings(discount=Cited("Ask."), confirm=Cited("Check.", ("wise.train",)))
    rows = plan_rows(plan, menu, content().sources)
    assert rows is not None
    assert rows.notes[-1] == "Ask."
    assert rows.warning == "Check."
