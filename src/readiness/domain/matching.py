"""Which items of two rounds are the same: by id, across everything that either of them has retired."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from readiness.domain.answers import Answer
from readiness.domain.log import sources
from readiness.domain.questionnaire import Item
from readiness.domain.retired import Retired
from readiness.domain.rounds import Earlier, Voice
from readiness.domain.scoring import is_applicable, points_of


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """An item in both rounds.

    Attributes:
        id: the one that it has today.
        before: None where the first round does not ask it, or did not call for it. So `after`.
        before_answer: None also for an item that is not asked. So `after_answer`.
        points: what it counts in each round, 0 to 1; None where it is unknown or does not count.
        applies: whether it counts in each round, once it is answered.
    """

    id: str
    before: Item | None
    after: Item | None
    before_answer: Answer | None
    after_answer: Answer | None
    points: tuple[Fraction | None, Fraction | None]
    applies: tuple[bool, bool]

    @property
    def item(self) -> Item:
        """As the second round has it, or else the first."""
        return self.after or self.before  # type: ignore[return-value]  # one of them is there

    @property
    def scored(self) -> bool:
        """Whether it is scored in either round."""
        return any(item is not None and item.scored for item in (self.before, self.after))

    @property
    def weight(self) -> Fraction:
        """The same from both sides, also where it is not."""
        return max(item.weight for item in (self.before, self.after) if item is not None)

    @property
    def largest_step(self) -> Fraction:
        """The most points that lie between two neighbouring options, of those that the answer moved over."""
        low, high = sorted(each or Fraction() for each in self.points)
        steps = (
            step
            for item in (self.before, self.after)
            for lower, step in _gaps(item)
            if low <= lower and lower + step <= high
        )
        return max(steps, default=Fraction())


class Matching:
    """Two rounds, item by item.

    `pairs` has every item that either of them asks, by the id that it has today, in the order of the second round.
    """

    def __init__(self, first: Earlier, second: Earlier) -> None:
        self.first, self.second = first, second
        self._retired = Retired(
            [*first.evaluation.questionnaires, *second.evaluation.questionnaires]
        )
        self._entries = {id(each): sources(each.entries) for each in (first, second)}
        before = self._named(first.evaluation.asked)
        after = self._named(second.evaluation.asked)
        self.pairs = {
            name: self._pair(name, before.get(name), after.get(name))
            for name in {**after, **before}
        }

    def name(self, full_id: str) -> str:
        """The id of a section, an item or an action that it has today."""
        return (self._retired.carried(full_id) if full_id in self._retired else None) or full_id

    def of_section(self, section_id: str) -> Iterator[Pair]:
        """The pairs of a section."""
        return (pair for pair in self.pairs.values() if self.name(pair.item.section) == section_id)

    def voice(self, earlier: Earlier, item: Item | None) -> Voice | None:
        """Who answered an item in one of the two rounds; None where nobody did."""
        if item is None or item.id not in earlier.evaluation.answers:
            return None
        return earlier.voice_of(self._entries[id(earlier)].get(item.id))

    def _named(self, asked: dict[str, Item]) -> dict[str, Item]:
        """By the id of today; where two have become one, that of today counts, else the first."""
        named: dict[str, Item] = {}
        for name, item in asked.items():
            if name == self.name(name):
                named[name] = item
            else:
                named.setdefault(self.name(name), item)
        return named

    def _pair(self, name: str, before: Item | None, after: Item | None) -> Pair:
        both = (self.first, before), (self.second, after)
        answers = [e.evaluation.answers.get(i.id) if i else None for e, i in both]
        applies = [
            i is not None and is_applicable(i, e.evaluation.asked, e.evaluation.answers)
            for e, i in both
        ]
        points = [
            points_of(i, e.evaluation.answers) if i is not None and counts else None
            for (e, i), counts in zip(both, applies, strict=True)
        ]
        return Pair(
            id=name,
            before=before,
            after=after,
            before_answer=answers[0],
            after_answer=answers[1],
            points=(points[0], points[1]),
            applies=(applies[0], applies[1]),
        )


def _gaps(item: Item | None) -> Iterator[tuple[Fraction, Fraction]]:
    """For each two neighbouring options, the points of the lower one and how many lie between them."""
    options = item.scale.options if item is not None and item.scale else ()
    for lower, higher in pairwise(options):
        if lower.points is not None and higher.points is not None:
            yield lower.points, higher.points - lower.points
