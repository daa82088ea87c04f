"""The agency's gaps: the competencies that are weak, and how wide each gap is."""

from fractions import Fraction

from readiness.domain.evaluation import Evaluation
from readiness.domain.scoring import BANDS, HUNDRED, SectionScore

STRONG_FROM = BANDS[0][0]


def weak_sections(evaluation: Evaluation) -> tuple[SectionScore, ...]:
    """The competencies below the top stage or with a gate that is short, the widest gap first."""
    if evaluation.main is None:
        return ()
    short = {
        gate.item.section for hire in evaluation.hires.values() for gate in hire.in_state("short")
    }
    weak = [
        each
        for each in evaluation.main.sections
        if each.score.score is not None
        and (each.score.score < STRONG_FROM or each.section.id in short)
    ]
    return tuple(sorted(weak, key=lambda each: -gap(each)))


def gap(each: SectionScore) -> Fraction:
    """How wide a gap is: weight × (100 − score), as the order of the plan has it."""
    return each.section.weight * (HUNDRED - (each.score.score or Fraction()))
