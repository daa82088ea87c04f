"""Scores, bounds, coverage and bands, in exact fractions.

No source document gives a scoring key: this one is ours, simple and unvalidated (docs/scoring.md). The rule that a
section with less than half of its items answered gets no band is that of the ORCA scale; the bands are named after the
stages of implementation science.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from readiness.domain.answers import Answers, Missing, chosen_option
from readiness.domain.questionnaire import Item, Questionnaire, Section

Band = Literal["exploration", "installation", "initial", "full"]

HALF = Fraction(1, 2)
HUNDRED = Fraction(100)
BANDS: tuple[tuple[Fraction, Band], ...] = (
    (Fraction(75), "full"),
    (Fraction(50), "initial"),
    (Fraction(25), "installation"),
    (Fraction(0), "exploration"),
)


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """A score of 0 to 100 with its bounds.

    Attributes:
        score: over the answered items; None when there is none.
        low: what it would be if every unknown turned out at 0; None when nothing is applicable.
        high: what it would be if every unknown turned out at 1; None when nothing is applicable.
        coverage: answered ÷ applicable, 0 to 1; None when nothing is applicable.
    """

    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    band: Band | None
    answered: int
    applicable: int

    @property
    def unknown(self) -> int:
        """How many applicable items have no points."""
        return self.applicable - self.answered

    @property
    def coverage(self) -> Fraction | None:
        """Answered ÷ applicable."""
        return Fraction(self.answered, self.applicable) if self.applicable else None


class SectionScore(msgspec.Struct, frozen=True):
    """A section and its score."""

    section: Section
    score: Score


class QuestionnaireScore(msgspec.Struct, frozen=True):
    """A questionnaire's score over all, and section by section."""

    questionnaire: Questionnaire
    overall: Score
    sections: tuple[SectionScore, ...]


def band_of(score: Fraction) -> Band:
    """The stage that an unrounded score of 0 to 100 falls in; lower edges belong to the band above."""
    return next(band for edge, band in BANDS if score >= edge)


def is_applicable(item: Item, asked: Mapping[str, Item], answers: Answers) -> bool:
    """Whether a scored item is asked and not answered *not applicable*."""
    if not item.scored or item.id not in asked:
        return False
    answer = answers.get(item.id)
    return answer is None or answer.value is not Missing.NOT_APPLICABLE


def points_of(item: Item, answers: Answers) -> Fraction | None:
    """The points that an item was answered with, 0 to 1; None for an unknown."""
    option = chosen_option(item, answers.get(item.id))
    return item.scale.option(option).points if option is not None and item.scale else None


def score_section(section: Section, asked: Mapping[str, Item], answers: Answers) -> Score:
    """A section's score over its applicable items."""
    items = [item for item in section.items if is_applicable(item, asked, answers)]
    points = {item.id: points_of(item, answers) for item in items}
    known = {item.id: p for item in items if (p := points[item.id]) is not None}
    weight_all = sum((item.weight for item in items), Fraction())
    weight_known = sum((item.weight for item in items if item.id in known), Fraction())
    earned = sum((item.weight * known[item.id] for item in items if item.id in known), Fraction())
    score = HUNDRED * earned / weight_known if known else None
    enough = bool(items) and Fraction(len(known), len(items)) >= HALF
    return Score(
        score=score,
        low=HUNDRED * earned / weight_all if items else None,
        high=HUNDRED * (earned + weight_all - weight_known) / weight_all if items else None,
        band=band_of(score) if score is not None and enough else None,
        answered=len(known),
        applicable=len(items),
    )


def score_questionnaire(
    questionnaire: Questionnaire, asked: Mapping[str, Item], answers: Answers
) -> QuestionnaireScore:
    """A questionnaire's scores.

    Args:
        questionnaire: checklists score nothing.
        asked: the items on the way, from `Flow.asked`.
        answers: may hold more than what is asked; the rest never counts.
    """
    sections = tuple(
        SectionScore(s, score_section(s, asked, answers)) for s in questionnaire.sections
    )
    return QuestionnaireScore(questionnaire, _overall(sections), sections)


def _overall(sections: Sequence[SectionScore]) -> Score:
    used = [s for s in sections if s.score.applicable]
    scored = [s for s in used if s.score.score is not None]
    banded = [s for s in used if s.score.band is not None]
    given = bool(used) and Fraction(len(banded), len(used)) >= HALF
    score = _mean((s.section.weight, s.score.score) for s in scored) if given else None
    return Score(
        score=score,
        low=_mean((s.section.weight, s.score.low) for s in used),
        high=_mean((s.section.weight, s.score.high) for s in used),
        band=band_of(score) if score is not None else None,
        answered=sum(s.score.answered for s in used),
        applicable=sum(s.score.applicable for s in used),
    )


def _mean(weighted: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    pairs = [(weight, value) for weight, value in weighted if value is not None]
    total = sum((weight for weight, _ in pairs), Fraction())
    return sum((w * v for w, v in pairs), Fraction()) / total if pairs else None


def shown(score: Fraction) -> int:
    """A score as people read it: rounded half up, but never up to the edge of a band that it did not reach."""
    rounded = int(score + HALF)
    reached_edge = next((edge for edge, _ in BANDS if rounded == edge and score < edge), None)
    return rounded - 1 if reached_edge is not None else rounded
