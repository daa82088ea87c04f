"""What if: the fewest steps that would turn a verdict, or lift a section to its next band.

A step is one option up on one answered item. Unknown items take no steps: they are to be found out, not raised. Raising
an answer never changes what is asked, because conditions of scored items name only unscored ones.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

import msgspec

from readiness.domain.answers import Answers, chosen_option
from readiness.domain.gates import MET_AT, Gate, Hire, Verdict
from readiness.domain.questionnaire import Item, Moment, Option, Section
from readiness.domain.scoring import BANDS, HUNDRED, Band, Score, is_applicable

# For one item: how many steps up, and how much that adds. Amounts are whole numbers, for speed.
Ladder = tuple[tuple[int, int], ...]


class Rise(msgspec.Struct, frozen=True):
    """One item, and the options that it would rise from and to."""

    item: Item
    before: Option
    after: Option
    steps: int


class Turn(msgspec.Struct, frozen=True):
    """What would turn the verdict of a moment, and into which."""

    moment: Moment
    becomes: Verdict
    rises: tuple[Rise, ...]

    @property
    def steps(self) -> int:
        """How many steps these are."""
        return sum(rise.steps for rise in self.rises)


class Lift(msgspec.Struct, frozen=True):
    """What would lift a section to its next band."""

    section: Section
    becomes: Band
    rises: tuple[Rise, ...]

    @property
    def steps(self) -> int:
        """How many steps these are."""
        return sum(rise.steps for rise in self.rises)


def turning(hire: Hire) -> Turn | None:
    """The fewest steps after which no gate of a moment is short.

    Returns:
        None where none is short, and where a gate has no option that would do.
    """
    rises = [_to_met(gate) for gate in hire.in_state("short")]
    met = tuple(rise for rise in rises if rise is not None)
    if not rises or len(met) < len(rises):
        return None
    return Turn(hire.moment, "find_out" if hire.in_state("unknown") else "ready", met)


def lifting(
    section: Section, score: Score, asked: Mapping[str, Item], answers: Answers
) -> Lift | None:
    """The fewest steps that lift a section to its next band; of several such sets, one with the fewest items.

    Where even these are several, whatever stands lowest rises first, then what comes first in the file.

    Args:
        section: a section of a questionnaire that is used.
        score: its score.
        asked: the items on the way.
        answers: as the score was made of.

    Returns:
        None where the section has no band or the highest one, and where its scales do not reach so far.
    """
    if score.score is None or score.band is None:
        return None
    above = [(edge, band) for edge, band in BANDS if edge > score.score]
    known = [i for i in section.items if is_applicable(i, asked, answers) and _at(i, answers)]
    if not above:
        return None
    edge, becomes = above[-1]
    every = sorted((_rises(item, answers) for item in known), key=_points_before)
    ladders = [rises for rises in every if rises]
    weight = sum((item.weight for item in known), Fraction())
    chosen = _chosen(ladders, (edge - score.score) * weight / HUNDRED)
    return Lift(section, becomes, chosen) if chosen else None


def _to_met(gate: Gate) -> Rise | None:
    """The lowest option at which a gate is met."""
    answers = {gate.item.id: gate.answer} if gate.answer else {}
    return next((r for r in _rises(gate.item, answers) if (r.after.points or 0) >= MET_AT), None)


def _at(item: Item, answers: Answers) -> Option | None:
    chosen = chosen_option(item, answers.get(item.id))
    return item.scale.option(chosen) if chosen is not None and item.scale else None


def _rises(item: Item, answers: Answers) -> list[Rise]:
    """Every rise that an answer leaves room for, the smallest first."""
    before = _at(item, answers)
    if before is None or item.scale is None:
        return []
    above = item.scale.options[item.scale.rank(before.id) + 1 :]
    return [Rise(item, before, after, steps) for steps, after in enumerate(above, 1)]


def _points_before(rises: Sequence[Rise]) -> Fraction:
    return (rises[0].before.points if rises else None) or Fraction()


def _gain(rise: Rise) -> Fraction:
    return rise.item.weight * ((rise.after.points or 0) - (rise.before.points or 0))


def _chosen(rises: Sequence[Sequence[Rise]], need: Fraction) -> tuple[Rise, ...]:
    """At most one rise of each item, together at least so much: as few steps as can be, then as few items."""
    parts = lcm(need.denominator, *(_gain(r).denominator for each in rises for r in each))
    ladders = [tuple((r.steps, int(_gain(r) * parts)) for r in each) for each in rises]
    wanted = int(need * parts)
    steps = _fewest_steps(ladders, wanted)
    if steps is None:
        return ()
    rest = _tables(ladders, steps)
    items = min(n for (used, n), gain in rest[0].items() if used == steps and gain >= wanted)
    chosen = []
    for each, ladder, after in zip(rises, ladders, rest[1:], strict=True):
        for rise, (up, gain) in reversed(list(zip(each, ladder, strict=True))):
            if after.get((steps - up, items - 1), -1) >= max(0, wanted - gain):
                chosen.append(rise)
                steps, items, wanted = steps - up, items - 1, wanted - gain
                break
    return tuple(chosen)


def _fewest_steps(ladders: Sequence[Ladder], wanted: int) -> int | None:
    """How many steps it takes at least; None where no number is enough."""
    most = {0: 0}  # by number of steps: what they can add at most
    for ladder in ladders:
        grown = dict(most)
        for used, gain in most.items():
            for steps, more in ladder:
                grown[used + steps] = max(grown.get(used + steps, 0), gain + more)
        most = grown
    return min((steps for steps, gain in most.items() if gain >= wanted), default=None)


def _tables(ladders: Sequence[Ladder], limit: int) -> list[dict[tuple[int, int], int]]:
    """For each place, by numbers of steps and of items: what the ladders from there on can add at most."""
    tables = [{(0, 0): 0}]
    for ladder in reversed(ladders):
        grown = dict(tables[-1])
        for (used, items), gain in tables[-1].items():
            for steps, more in ladder:
                key = (used + steps, items + 1)
                if key[0] <= limit:
                    grown[key] = max(grown.get(key, 0), gain + more)
        tables.append(grown)
    return tables[::-1]
