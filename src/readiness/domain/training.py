"""The training plan: in how many sessions some trainings can be held, for how many hours and how much money.

Group sizes, hours and prices are those of the training menu; the people are those of the profile. Everything is whole
numbers and exact fractions: where only a band of people is known, a figure runs from–to.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from readiness.domain.content import Training
from readiness.domain.headcounts import NOBODY, UNKNOWN, Headcounts, Span

# Who sits together. `apart` are all staff where nobody said how many of them are managers.
Who = Literal["managers", "staff", "everyone", "apart", "peers"]

LEADERS = frozenset({"leadership", "managers"})


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """People who may sit together in one training.

    Attributes:
        people: how many they are.
        sessions: how many sessions of their own they fill, each within the training's smallest and largest group.
        left: how many fit into none of these, because they are too few for one more; only of an exact number.
        known: whether enough is known of their number; if not, `sessions` says nothing.
    """

    who: Who
    people: Span
    sessions: Span
    left: int = 0
    known: bool = True

    @property
    def short(self) -> bool:
        """Whether they are too few for any session of their own."""
        return self.known and self.sessions.most == 0

    def sizes(self) -> Iterator[int]:
        """How many sit in each session, as even as can be; nothing where their number is not exact."""
        sessions, people = self.sessions.least, self.people.least
        if self.people.exact and self.sessions.exact and isinstance(sessions, int) and sessions:
            each, more = divmod(int(people) - self.left, sessions)
            yield from (each + 1 if n < more else each for n in range(sessions))


class PlannedTraining(msgspec.Struct, frozen=True, kw_only=True):
    """One training of the plan.

    Attributes:
        sessions: of one's own, over the groups whose number is known; so are the other figures.
        hours: of all these sessions.
        cost: of all these sessions in US dollars; None where nobody states a price.
        time: hours of working time of the people who sit in them.
    """

    training: Training
    groups: tuple[Group, ...]
    sessions: Span
    hours: Span
    cost: Span | None
    time: Span

    @property
    def counted(self) -> bool:
        """Whether its figures stand in the totals: the number of people in one of its groups is known."""
        return any(group.known for group in self.groups)

    @property
    def shares(self) -> int:
        """In how many sessions of others its people need seats, because they are too few for one of their own."""
        return sum(
            2 if group.who == "apart" else 1 for group in self.groups if group.short or group.left
        )


class TrainingPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The trainings to hold, in order: none stands before the one that it builds on.

    Attributes:
        more: others that fit, which stand in no total.
        sessions: over all rows that are counted; likewise `hours`, `time` and, where a price is stated, `cost`.
    """

    heads: Headcounts
    rows: tuple[PlannedTraining, ...]
    more: tuple[PlannedTraining, ...]
    sessions: Span
    hours: Span
    cost: Span
    time: Span


def training_plan(
    chosen: Sequence[Training], more: Sequence[Training], heads: Headcounts
) -> TrainingPlan:
    """The plan for some trainings.

    Args:
        chosen: those to hold, each after what it builds on.
        more: others that fit.
        heads: how many people there are.
    """
    rows = tuple(planned(training, heads) for training in chosen)
    counted = [row for row in rows if row.counted]
    return TrainingPlan(
        heads=heads,
        rows=rows,
        more=tuple(planned(training, heads) for training in more),
        sessions=_total(row.sessions for row in counted),
        hours=_total(row.hours for row in counted),
        cost=_total(row.cost for row in counted if row.cost is not None),
        time=_total(row.time for row in counted),
    )


def planned(training: Training, heads: Headcounts) -> PlannedTraining:
    """Sessions, hours and cost of one training."""
    groups = tuple(
        group(who, people, training) for who, people in _people(training, heads) if people.most != 0
    )
    known = [each for each in groups if each.known]
    sessions = _total(each.sessions for each in known)
    price = training.price_usd
    return PlannedTraining(
        training=training,
        groups=groups,
        sessions=sessions,
        hours=sessions.times(training.hours),
        cost=None if price is None else sessions.times(price),
        time=_total(_seated(each, training) for each in known).times(training.hours),
    )


def group(who: Who, people: Span, training: Training) -> Group:
    """How some people fill the sessions of a training."""
    if people.least == 0 and (people.most is None or people.most >= training.group_min):
        return Group(who=who, people=people, sessions=UNKNOWN, known=False)
    if training.by_choice:
        # From one group of those who want it to everybody.
        people = Span(min(people.least, training.group_min), people.most)
    if who == "apart":
        return Group(who=who, people=people, sessions=_apart(people, training))
    least, left = fill(int(people.least), training)
    most = None if people.most is None else fill(int(people.most), training)[0]
    return Group(
        who=who, people=people, sessions=Span(least, most), left=left if people.exact else 0
    )


def fill(people: int, training: Training) -> tuple[int, int]:
    """The fewest sessions that seat as many as can be, and how many are left over.

    No session is larger than the training's largest group or smaller than its smallest. People are left over only
    where they are too few for one more session: then the others are full.
    """
    needed = -(-people // training.group_max)
    if needed * training.group_min <= people:
        return needed, 0
    return needed - 1, people - (needed - 1) * training.group_max


def _apart(people: Span, training: Training) -> Span:
    """Sessions for managers and staff apart, over every way in which so many people can be the one or the other.

    One person more never takes a session away, so the fewest people give the low end and the most the high end.
    """
    low = min(_splits(int(people.least), training))
    return Span(low, None if people.most is None else max(_splits(int(people.most), training)))


def _splits(people: int, training: Training) -> Iterator[int]:
    for managers in range(people // 2 + 1):
        yield fill(managers, training)[0] + fill(people - managers, training)[0]


def _people(training: Training, heads: Headcounts) -> list[tuple[Who, Span]]:
    """Who comes, in groups that sit together."""
    audience = set(training.audience)
    if "everyone" in audience and not training.apart:
        return [("everyone", heads.everyone_span)]
    if "everyone" in audience and heads.managers is None and heads.staff is None:
        return [("apart", heads.everyone_span)]
    if "everyone" in audience:
        return [("managers", heads.managers_span), ("staff", heads.staff_span)]
    if audience & LEADERS:
        return [("managers", heads.managers_span)]
    if "line_staff" in audience:
        return [("staff", heads.staff_span)]
    return [("peers", heads.peers_span)]


def _seated(each: Group, training: Training) -> Span:
    """How many people sit in sessions of their own."""
    if each.short:
        return NOBODY
    if each.who == "apart":
        # With managers and staff unknown apart, up to one group of each may be too few.
        least = max(each.people.least - 2 * (training.group_min - 1), 0)
        return Span(least, each.people.most)
    least = each.people.least - fill(int(each.people.least), training)[1]
    most = each.people.most
    return Span(least, None if most is None else most - fill(int(most), training)[1])


def _total(spans: Iterable[Span]) -> Span:
    total = NOBODY
    for span in spans:
        total = total + span
    return total
