"""The training plan: sessions, hours and cost, for any number of people."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.content import Training
from readiness.domain.headcounts import BANDS, Headcounts, Span
from readiness.domain.training import Group, fill, group, planned, training_plan

COUNTS = st.integers(0, 700)
HOURS = st.sampled_from([Fraction(2), Fraction(4), Fraction(13, 2), Fraction(40)])
AUDIENCES = st.sampled_from(
    [("everyone",), ("managers", "clinicians"), ("peers", "line_staff"), ("peers",)]
)


@st.composite
def trainings(draw: st.DrawFn, audience: tuple[str, ...] | None = None) -> Training:
    """A training with any group sizes, also such that some numbers of people fill no whole sessions."""
    least = draw(st.integers(1, 30))
    return Training(
        id=draw(st.sampled_from(["a", "b", "c"])),
        title="Some training",
        about="About it.",
        group="Courses",
        hours=draw(HOURS),
        group_min=least,
        group_max=least + draw(st.integers(0, 30)),
        audience=audience or draw(AUDIENCES),
        apart=draw(st.booleans()),
        by_choice=False if audience else draw(st.booleans()),
        price_usd=draw(st.sampled_from([0, 2500, 4000])),
    )


@st.composite
def heads(draw: st.DrawFn) -> Headcounts:
    """Anything that a profile may say, also what does not go together."""
    unsaid = st.none()
    return Headcounts(
        managers=draw(unsaid | COUNTS),
        staff=draw(unsaid | COUNTS),
        everyone=draw(unsaid | st.sampled_from(list(BANDS.values()))),
    )


def exact(count: int) -> Span:
    return Span(count, count)


@given(st.integers(0, 5000), trainings(("everyone",)))
def test_every_person_sits_in_one_session(people: int, training: Training) -> None:
    """Each person has one seat, or is one of those left over; no session is too large or too small."""
    made = group("everyone", exact(people), training)
    if not people:
        return
    sizes = list(made.sizes())
    assert len(sizes) == made.sessions.least == made.sessions.most
    assert sum(sizes) + made.left == people
    assert all(training.group_min <= size <= training.group_max for size in sizes)
    assert max(sizes, default=0) - min(sizes, default=0) <= 1


@given(st.integers(0, 5000), trainings(("everyone",)))
def test_people_are_left_over_only_where_it_cannot_be_helped(
    people: int, training: Training
) -> None:
    """Left over are fewer than one group, and no number of sessions would hold everybody then."""
    sessions, left = fill(people, training)
    assert 0 <= left < training.group_min or not left
    if left:
        assert not any(
            n * training.group_min <= people <= n * training.group_max
            for n in range(1, people // training.group_min + 1)
        )
    else:
        fewer = (sessions - 1) * training.group_max
        assert sessions == 0 or fewer < people


@given(st.integers(0, 2000), st.integers(0, 200), trainings(("everyone",)))
def test_more_people_never_cost_less(people: int, more: int, training: Training) -> None:
    """Sessions, hours, cost and working time never fall when people are added."""
    one = planned(training, Headcounts(managers=0, staff=people))
    other = planned(training, Headcounts(managers=0, staff=people + more))
    pairs = [(one.sessions, other.sessions), (one.hours, other.hours), (one.time, other.time)]
    if one.cost is not None and other.cost is not None:
        pairs.append((one.cost, other.cost))
    for few, many in pairs:
        assert few.most is not None
        assert many.most is not None
        assert few.most <= many.most


@given(heads(), st.lists(trainings(), max_size=4, unique_by=lambda training: training.id))
def test_totals_are_the_sums_of_the_rows(said: Headcounts, chosen: list[Training]) -> None:
    """Each row's hours and cost are its sessions times the training's, and the totals add up the rows."""
    plan = training_plan(chosen, (), said)
    for row in plan.rows:
        assert row.hours == row.sessions.times(row.training.hours)
        assert row.cost == row.sessions.times(row.training.price_usd or 0)
        assert row.time.least <= (row.time.most if row.time.most is not None else row.time.least)
    counted = [row for row in plan.rows if row.counted]
    assert plan.sessions.least == sum(row.sessions.least for row in counted)
    assert plan.cost.least == sum(row.cost.least for row in counted if row.cost)
    ends = [row.sessions.most for row in counted]
    assert plan.sessions.most == (None if None in ends else sum(end or 0 for end in ends))


@given(trainings(("everyone",)), st.sampled_from(list(BANDS)), st.data())
def test_a_band_holds_every_number_in_it(
    training: Training, band: str, data: st.DataObject
) -> None:
    """What a band says from–to holds for any managers and staff that it may stand for."""
    span = BANDS[band]
    most = int(span.most) if span.most is not None else 800
    people = data.draw(st.integers(int(span.least), most))
    managers = data.draw(st.integers(0, people))
    told = data.draw(st.sampled_from(["nothing", "managers", "staff"]))
    staff = people - managers
    guess = planned(
        training,
        Headcounts(
            managers=managers if told == "managers" else None,
            staff=staff if told == "staff" else None,
            everyone=span,
        ),
    )
    truth = planned(training, Headcounts(managers=managers, staff=staff))
    if any(not each.known for each in guess.groups):
        return
    for wide, one in ((guess.sessions, truth.sessions), (guess.time, truth.time)):
        assert one.most is not None
        assert wide.least <= one.least
        assert wide.most is None or one.most <= wide.most


def test_managers_and_staff_sit_apart_where_the_menu_says_so() -> None:
    """Six managers and seven staff are 13 people, and yet too few for one group of ten each."""
    apart = _training(apart=True)
    row = planned(apart, Headcounts(managers=6, staff=7))
    assert [(each.who, each.people.least, each.short) for each in row.groups] == [
        ("managers", 6, True),
        ("staff", 7, True),
    ]
    assert (row.sessions, row.shares) == (Span(0, 0), 2)
    together = planned(_training(), Headcounts(managers=6, staff=7))
    assert (together.sessions, together.shares) == (Span(1, 1), 0)


def test_a_number_nobody_gave_makes_no_figure() -> None:
    """Without a number, a group is unknown, and stands in no total; a band that is too small for a group says so."""
    peers = _training(audience=("peers",))
    unknown = planned(peers, Headcounts(managers=4, staff=20))
    assert [each.known for each in unknown.groups] == [False]
    assert training_plan([peers], (), Headcounts()).cost == Span(0, 0)
    small = planned(peers, Headcounts(everyone=BANDS["under_10"]))
    assert [each.short for each in small.groups] == [True]


def test_a_band_gives_a_range() -> None:
    """Where only the size is known, 50 to 249 people fill two to nine sessions of at most 30."""
    row = planned(_training(), Headcounts(everyone=BANDS["from_50_to_249"]))
    assert (row.sessions, row.cost) == (Span(2, 9), Span(8000, 36000))
    open_end = planned(_training(), Headcounts(everyone=BANDS["from_250"]))
    assert open_end.cost == Span(36000, None)


def test_what_people_choose_runs_from_one_group_to_all() -> None:
    """A course that nobody is sent to takes one group at least and everybody at most."""
    row = planned(_training(by_choice=True), Headcounts(managers=14, staff=66))
    assert row.sessions == Span(1, 3)
    assert row.time == Span(40, 320)
    few = planned(_training(by_choice=True), Headcounts(managers=2, staff=5))
    assert few.shares == 1


def test_a_huge_agency_is_counted_at_once() -> None:
    """The largest number that can be typed is no trouble: sizes are made only when somebody looks at them."""
    row = planned(_training(), Headcounts(managers=0, staff=999_999_999))
    assert row.sessions == Span(33_333_334, 33_333_334)
    assert isinstance(row.groups[0], Group)


def _training(**facts: object) -> Training:
    given_facts = {
        "id": "some",
        "title": "Some training",
        "about": "About it.",
        "group": "Courses",
        "hours": Fraction(4),
        "group_min": 10,
        "group_max": 30,
        "audience": ("everyone",),
        "price_usd": 4000,
    }
    return Training(**(given_facts | facts))  # type: ignore[arg-type]
