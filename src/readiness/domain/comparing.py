"""What is different between two rounds: verdicts, scores, answers and what was done about the plan."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from readiness.domain.answers import Answer, Missing, Value
from readiness.domain.gates import GateState, Hire, Verdict
from readiness.domain.matching import Matching, Pair
from readiness.domain.movement import Whole, wholes
from readiness.domain.plan import PlannedAction
from readiness.domain.questionnaire import MOMENTS, Moment
from readiness.domain.rounds import Earlier, Voice

How = Literal[
    "up",
    "down",
    "answered",  # not known before
    "unknown",  # known before
    "asked",  # did not apply before
    "not_asked",  # does not apply any more
    "told",  # a fact, or words of one's own
]


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that is not what it was.

    Attributes:
        steps: by how many options of the same scale, more is up; None where that cannot be said.
        before_by: who gave the answer of the first round; None where there is none. So `after_by`.
    """

    pair: Pair
    how: How
    steps: int | None
    before_by: Voice | None
    after_by: Voice | None

    @property
    def single_step(self) -> bool:
        """Whether it moved by one option."""
        return self.steps in (1, -1)


class GateMoved(msgspec.Struct, frozen=True, kw_only=True):
    """A gate that stands otherwise than it did; None where it did not apply."""

    pair: Pair
    before: GateState | None
    after: GateState | None


class Turned(msgspec.Struct, frozen=True, kw_only=True):
    """One moment in both rounds.

    Attributes:
        gates: those that stand otherwise.
        single_step: the verdict turned, and one answer's single step explains that.
    """

    moment: Moment
    before: Verdict | None
    after: Verdict | None
    gates: tuple[GateMoved, ...]
    single_step: bool

    @property
    def turned(self) -> bool:
        """Whether the verdict is another one."""
        return self.before != self.after


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two rounds side by side.

    Attributes:
        wholes: questionnaires with anything to score in either round.
        answers: those that changed, in the order of asking.
        done: actions of the first round's plan that were done; `dropped` those that people decided against;
            `settled` those that its answers called for and today's answers do not.
        carried: how many answers of the second round were carried over, from any earlier round.
    """

    first: Earlier
    second: Earlier
    verdicts: tuple[Turned, ...]
    wholes: tuple[Whole, ...]
    answers: tuple[Changed, ...]
    done: tuple[PlannedAction, ...]
    dropped: tuple[PlannedAction, ...]
    settled: tuple[PlannedAction, ...]
    carried: int


def compare(first: Earlier, second: Earlier) -> Comparison:
    """What is different in a second round.

    Args:
        first: the round to compare with, mostly the earlier one.
        second: the round that is looked at.
    """
    matching = Matching(first, second)
    done, dropped, settled = _acted(matching)
    return Comparison(
        first=first,
        second=second,
        verdicts=tuple(_turned(matching, moment) for moment in MOMENTS),
        wholes=tuple(wholes(matching)),
        answers=tuple(_answers(matching)),
        done=done,
        dropped=dropped,
        settled=settled,
        carried=len(second.evaluation.carried.keys() & second.evaluation.asked.keys()),
    )


# ---- answers ----


def _answers(matching: Matching) -> Iterator[Changed]:
    for pair in matching.pairs.values():
        how = _how(pair)
        if how is None:
            continue
        yield Changed(
            pair=pair,
            how=how,
            steps=_steps(pair) if how in ("up", "down") else None,
            before_by=matching.voice(matching.first, pair.before),
            after_by=matching.voice(matching.second, pair.after),
        )


def _how(pair: Pair) -> How | None:
    """In which way an answer changed; None where it did not."""
    before, after = pair.points
    if before is not None and after is not None:
        if before == after:
            return None
        return "up" if after > before else "down"
    if _known(pair.before_answer) == _known(pair.after_answer):
        return None
    if not pair.scored:
        return "told"
    if pair.applies[0] != pair.applies[1]:
        return "asked" if pair.applies[1] else "not_asked"
    if before is None and after is None:
        return None  # nobody knew then, and nobody knows now
    return "answered" if before is None else "unknown"


def _known(answer: Answer | None) -> Value | None:
    """What an answer says; nothing was said to what was skipped."""
    return None if answer is None or answer.value is Missing.SKIPPED else answer.value


def _steps(pair: Pair) -> int | None:
    before, after = pair.before, pair.after
    if before is None or after is None or before.scale is None or after.scale is None:
        return None
    if before.scale.ids != after.scale.ids:
        return None
    return after.scale.rank(str(_known(pair.after_answer))) - before.scale.rank(
        str(_known(pair.before_answer))
    )


# ---- verdicts ----


def _turned(matching: Matching, moment: Moment) -> Turned:
    hires = matching.first.evaluation.hires[moment], matching.second.evaluation.hires[moment]
    before, after = (_states(matching, hire) for hire in hires)
    gates = tuple(
        GateMoved(pair=matching.pairs[name], before=before.get(name), after=after.get(name))
        for name in matching.pairs
        if before.get(name) != after.get(name)
    )
    turned = hires[0].verdict != hires[1].verdict
    return Turned(
        moment=moment,
        before=hires[0].verdict,
        after=hires[1].verdict,
        gates=gates,
        single_step=turned and len(gates) == 1 and _steps_once(gates[0].pair),
    )


def _states(matching: Matching, hire: Hire) -> Mapping[str, GateState]:
    return {matching.name(gate.item.id): gate.state for gate in hire.gates}


def _steps_once(pair: Pair) -> bool:
    return None not in pair.points and _steps(pair) in (1, -1)


# ---- actions ----


def _acted(
    matching: Matching,
) -> tuple[tuple[PlannedAction, ...], tuple[PlannedAction, ...], tuple[PlannedAction, ...]]:
    """What was done, dropped, and not called for any more; nothing where both rounds are one and the same."""
    first, second = matching.first.evaluation, matching.second.evaluation
    if first.answers == second.answers and first.marks == second.marks:
        return (), (), ()
    plan = first.plan
    done = tuple(planned for planned in plan.actions if planned.mark.state == "done")
    called = {matching.name(planned.action.id) for planned in second.proposal.actions}
    settled = tuple(
        planned
        for planned in plan.actions
        if planned.mark.state != "done"
        and planned.item is not None
        and matching.name(planned.action.id) not in called
        and matching.pairs[matching.name(planned.item.id)].points[1] is not None
    )
    return done, plan.dropped, settled
