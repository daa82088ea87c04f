"""How scores moved between two rounds, and what of it may be called progress.

A score moves for three reasons, and only one of them is progress: answers to the same questions moved, by more than one
step of one answer; one answer moved by a single step, which may be no more than another day or another person; or other
questions count than did before. Everything here turns round when the two rounds change places.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Literal

import msgspec

from readiness.domain.matching import Matching, Pair
from readiness.domain.plan import speaks_for_leadership_alone
from readiness.domain.questionnaire import Section
from readiness.domain.scoring import QuestionnaireScore, Score, SectionScore

Change = Literal[
    "rose",
    "fell",
    "stayed",
    "one_step",  # a single step of one answer explains it
    "other_items",  # it rests on questions that count in one round only
    "no_score",  # one of the two rounds has no score
    "ask_staff",  # only leadership has answered, and that is no result
]


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A section, or a whole questionnaire, in both rounds.

    Attributes:
        title: of the newer round, where it has the section.
        before: None where the first round does not have it. So `after`.
        up, down: how many answers to questions that count in both rounds rose, and fell.
        joined: how many questions count now that did not before; `dropped` the other way round.
    """

    id: str
    title: str
    before: Score | None
    after: Score | None
    change: Change
    up: int = 0
    down: int = 0
    joined: int = 0
    dropped: int = 0


class Whole(msgspec.Struct, frozen=True):
    """A questionnaire in both rounds, over all and section by section."""

    overall: Moved
    sections: tuple[Moved, ...]


class _Sums(msgspec.Struct, frozen=True):
    """How the answers to the questions that count in both rounds moved.

    Attributes:
        weight: of all those questions.
        net: what they gained together, weighted.
        step: what the largest single step of one of those that moved would make.
        same: whether the same questions count in both rounds.
    """

    weight: Fraction
    net: Fraction
    step: Fraction
    same: bool


class _Part(msgspec.Struct, frozen=True, dict=True):
    """A section in both rounds, with the questions that count in either."""

    before: SectionScore | None
    after: SectionScore | None
    pairs: Sequence[Pair]

    @property
    def section(self) -> Section:
        """As the second round has it, or else the first."""
        return (self.after or self.before).section  # type: ignore[union-attr]  # one of them is there

    @property
    def weight(self) -> Fraction:
        """The same from both sides, also where it is not."""
        return max(each.section.weight for each in (self.before, self.after) if each is not None)

    @cached_property
    def sums(self) -> _Sums:
        """How the answers moved."""
        return _summed(self.pairs)


def wholes(matching: Matching) -> Iterator[Whole]:
    """Every questionnaire with anything to score in either round, in the order of the second one."""
    scores = [
        {score.questionnaire.id: score for score in each.evaluation.scores}
        for each in (matching.first, matching.second)
    ]
    for name in {**scores[1], **scores[0]}:
        both = scores[0].get(name), scores[1].get(name)
        if any(score is not None and score.overall.applicable for score in both):
            yield _whole(matching, name, *both)


def _whole(
    matching: Matching,
    name: str,
    before: QuestionnaireScore | None,
    after: QuestionnaireScore | None,
) -> Whole:
    first, second = _sections(matching, before), _sections(matching, after)
    parts = [
        _Part(first.get(section), second.get(section), pairs)
        for section in {**second, **first}
        if (pairs := _counting(matching, section))
    ]
    sections = tuple(_section(matching, part) for part in parts)
    shown = after or before
    overall = Moved(
        id=name,
        title=shown.questionnaire.title if shown else name,
        before=before.overall if before else None,
        after=after.overall if after else None,
        change=_overall_change(before, after, sections, parts),
        up=sum(each.up for each in sections),
        down=sum(each.down for each in sections),
        joined=sum(each.joined for each in sections),
        dropped=sum(each.dropped for each in sections),
    )
    return Whole(overall, sections)


def _sections(matching: Matching, scores: QuestionnaireScore | None) -> dict[str, SectionScore]:
    return {matching.name(each.section.id): each for each in (scores.sections if scores else ())}


def _counting(matching: Matching, section: str) -> list[Pair]:
    return [pair for pair in matching.of_section(section) if pair.scored and any(pair.applies)]


def _section(matching: Matching, part: "_Part") -> Moved:
    before, after = part.before, part.after
    alone = any(
        speaks_for_leadership_alone(each.evaluation.assessment, found.section)
        for each, found in ((matching.first, before), (matching.second, after))
        if found is not None and found.score.answered
    )
    scores = before.score if before else None, after.score if after else None
    points = [pair.points for pair in part.pairs]
    return Moved(
        id=matching.name(part.section.id),
        title=part.section.title,
        before=scores[0],
        after=scores[1],
        change="ask_staff" if alone else _change(*scores, part.sums),
        up=sum(a is not None and b is not None and b > a for a, b in points),
        down=sum(a is not None and b is not None and b < a for a, b in points),
        joined=sum(a is None and b is not None for a, b in points),
        dropped=sum(a is not None and b is None for a, b in points),
    )


def _summed(pairs: Sequence[Pair]) -> _Sums:
    weight = net = step = Fraction()
    same = True
    for pair in pairs:
        before, after = pair.points
        if before is None or after is None:
            same = same and before == after
            continue
        weight += pair.weight
        net += pair.weight * (after - before)
        if before != after:
            step = max(step, pair.weight * pair.largest_step)
    return _Sums(weight, net, step, same)


def _change(before: Score | None, after: Score | None, sums: _Sums) -> Change:
    """What to call the difference between two scores; see the top of this module."""
    if before is None or after is None or before.score is None or after.score is None:
        return "no_score"
    difference = after.score - before.score
    if difference == 0:
        return "stayed"
    if difference * sums.net <= 0:
        return "other_items"
    if abs(sums.net) <= sums.step:
        return "one_step" if sums.same else "other_items"
    return "rose" if difference > 0 else "fell"


def _overall_change(
    before: QuestionnaireScore | None,
    after: QuestionnaireScore | None,
    sections: Sequence[Moved],
    parts: Sequence[_Part],
) -> Change:
    if sections and all(each.change == "ask_staff" for each in sections):
        return "ask_staff"
    # Each section weighs as much as it does in the score over all, however many questions it has.
    shares = [(p.weight / p.sums.weight, p.sums) for p in parts if p.sums.weight]
    whole = _Sums(
        weight=sum((part.weight for part in parts), Fraction()),
        net=sum((share * sums.net for share, sums in shares), Fraction()),
        step=max((share * sums.step for share, sums in shares), default=Fraction()),
        same=all(part.sums.same for part in parts),
    )
    return _change(before.overall if before else None, after.overall if after else None, whole)
