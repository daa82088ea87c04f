"""Which trainings answer an agency's gaps, and which of them to hold first."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from readiness.domain.answers import held
from readiness.domain.content import Training
from readiness.domain.evaluation import Evaluation
from readiness.domain.gaps import gap, weak_sections
from readiness.domain.headcounts import headcounts
from readiness.domain.training import TrainingPlan, training_plan

MOST = 6  # what one plan can hold; the others that fit are named
PREFIX = "wise.train."
PEERS_NOW = "profile.peers_now"
STATE = "profile.state"


class Fit(msgspec.Struct, frozen=True):
    """The trainings to hold, each after what it builds on, and the others that fit."""

    chosen: tuple[Training, ...]
    more: tuple[Training, ...]


def training_plan_of(evaluation: Evaluation, menu: Sequence[Training]) -> TrainingPlan:
    """The training plan that an agency's answers call for.

    Args:
        evaluation: the answers, with the headcounts of the profile.
        menu: every training there is.
    """
    fit = fitting(evaluation, menu)
    return training_plan(fit.chosen, fit.more, headcounts(evaluation))


def fitting(evaluation: Evaluation, menu: Sequence[Training]) -> Fit:
    """The trainings that help with a weak competency, the best first.

    Of a training and a longer one that includes it only the first is chosen, and what a chosen one builds on is chosen
    too, before it.
    """
    gaps = {each.section.id: gap(each) for each in weak_sections(evaluation)}
    cited = {s for planned in evaluation.plan.actions for s in planned.action.source}
    fit = sorted(
        (t for t in menu if any(section in gaps for section in t.helps)),
        key=lambda t: _rank(t, gaps, cited, evaluation),
    )
    by_id = {training.id: training for training in menu}
    chosen: dict[str, Training] = {}
    for training in fit:
        if len(chosen) >= MOST:
            break
        if not _doubled(training, chosen):
            chosen |= {each.id: each for each in _with_first(training, by_id)}
    more = _in_order([t for t in fit if t.id not in chosen], by_id)
    return Fit(tuple(chosen.values()), tuple(t for t in more if t.id not in chosen))


def in_california(evaluation: Evaluation) -> bool:
    """Whether the agency is in California, as far as it said."""
    return _said(evaluation, STATE) == "california"


def _rank(
    training: Training, gaps: Mapping[str, Fraction], cited: set[str], evaluation: Evaluation
) -> tuple[bool, bool, bool, bool, Fraction]:
    """Free ones first, then those that fit the state, that somebody can take now, that the plan names; widest gaps."""
    named = f"{PREFIX}{training.id}" in cited
    help_given = sum((gaps.get(section, Fraction()) for section in training.helps), Fraction())
    elsewhere = training.california and not in_california(evaluation)
    peers_alone = set(training.audience) == {"peers"} and _said(evaluation, PEERS_NOW) != "yes"
    later = bool(training.requires) or peers_alone
    return training.price_usd != 0, elsewhere, later, not named, -help_given


def _doubled(training: Training, chosen: Mapping[str, Training]) -> bool:
    """Whether a chosen one includes this training, or is included in it."""
    return training.includes in chosen or any(t.includes == training.id for t in chosen.values())


def _with_first(training: Training, by_id: Mapping[str, Training]) -> list[Training]:
    """A training after everything that it builds on; a ring of them ends where it began."""
    found = [training]
    while (first := by_id.get(found[0].requires)) is not None and first not in found:
        found.insert(0, first)
    return found


def _in_order(trainings: Sequence[Training], by_id: Mapping[str, Training]) -> list[Training]:
    """The same trainings, each after those that it builds on, which are added where they are missing."""
    found = {each.id: each for t in trainings for each in _with_first(t, by_id)}
    return list(found.values())


def _said(evaluation: Evaluation, item_id: str) -> object:
    return held(evaluation.answers.get(item_id)) if item_id in evaluation.asked else None
