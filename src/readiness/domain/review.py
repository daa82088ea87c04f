"""Looking over all answers: every question that is asked, and which of them one may want to come back to."""

from typing import Literal

import msgspec

from readiness.domain.answers import Answer, Answers, Missing
from readiness.domain.flow import Flow, Stretch
from readiness.domain.plan import standing
from readiness.domain.questionnaire import Item
from readiness.domain.scoring import points_of

Sift = Literal["all", "unanswered", "dont_know", "flagged", "low", "gates"]
Standing = Literal["in_place", "partly", "not_yet", "dont_know", "not_applicable", "open", "told"]

SIFTS: tuple[Sift, ...] = ("all", "unanswered", "dont_know", "flagged", "low", "gates")


class Reviewed(msgspec.Struct, frozen=True):
    """A question that is asked, and what was said to it.

    Attributes:
        number: its place on the way, from 1.
        stretch: where on the way it is asked.
        standing: `in_place`, `partly` and `not_yet` as the counts of a report have them; `open` where it was skipped or
            not reached; `told` for an answer that is not scored.
    """

    number: int
    item: Item
    stretch: Stretch
    answer: Answer | None
    standing: Standing

    def fits(self, sift: Sift) -> bool:
        """Whether a sift lets it through; `low` is what counts as not yet."""
        if sift == "unanswered":
            return self.standing == "open"
        if sift == "dont_know":
            return self.standing == "dont_know"
        if sift == "flagged":
            return self.answer is not None and self.answer.flag
        if sift == "low":
            return self.standing == "not_yet"
        return sift == "all" or self.item.gate is not None


def reviewed(flow: Flow, answers: Answers) -> tuple[Reviewed, ...]:
    """Every question that these answers call for, in the order of asking."""
    asked = flow.asked(answers)
    places = [(s, item) for s in flow.stretches for item in s.items if item.id in asked]
    return tuple(
        Reviewed(number, item, stretch, answers.get(item.id), _standing(item, answers))
        for number, (stretch, item) in enumerate(places, 1)
    )


def _standing(item: Item, answers: Answers) -> Standing:
    answer = answers.get(item.id)
    if answer is None or answer.value is Missing.SKIPPED:
        return "open"
    if isinstance(answer.value, Missing):
        return "dont_know" if answer.value is Missing.DONT_KNOW else "not_applicable"
    points = points_of(item, answers) if item.scored else None
    return "told" if points is None else standing(points)  # type: ignore[return-value]  # points are known
