"""Gates: what no average may hide.

A gate is met at Mostly or better. The verdict of a moment says whether to go ahead with it; only applicable gates
speak, and one that was set aside needs a reason.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from readiness.domain.answers import Answer, Answers, Missing
from readiness.domain.conditions import Lookup, tests
from readiness.domain.questionnaire import MOMENTS, Item, Moment, Questionnaire
from readiness.domain.scoring import points_of

GateState = Literal["met", "short", "unknown", "set_aside"]
Verdict = Literal["not_yet", "find_out", "ready"]

MET_AT = Fraction(3, 4)


class Gate(msgspec.Struct, frozen=True):
    """A gate and how it stands; `reason` is why it was set aside, in the person's words."""

    item: Item
    answer: Answer | None
    state: GateState

    @property
    def reason(self) -> str:
        """Why it was set aside; empty where nobody said."""
        return self.answer.note if self.answer and self.state == "set_aside" else ""


class Hire(msgspec.Struct, frozen=True):
    """One moment, its verdict (None when no gate speaks) and its gates."""

    moment: Moment
    verdict: Verdict | None
    gates: tuple[Gate, ...]

    def in_state(self, state: GateState) -> tuple[Gate, ...]:
        """The gates that stand so."""
        return tuple(gate for gate in self.gates if gate.state == state)


def hire(
    questionnaires: Sequence[Questionnaire], asked: Mapping[str, Item], answers: Answers
) -> dict[Moment, Hire]:
    """How each moment stands, from the gates that are asked."""
    items = [item for q in questionnaires for item in q.items() if item.gate and item.id in asked]
    return {
        moment: _moment(moment, [i for i in items if i.gate == moment], answers)
        for moment in MOMENTS
    }


def undecided(moment: Moment, items: Mapping[str, Item], lookup: Lookup) -> tuple[Item, ...]:
    """The gates of a moment that may yet be asked: what their conditions hang on is not known.

    They speak in no verdict, yet nobody can say that nothing required is missing while there are any.

    Args:
        moment: whose gates.
        items: every item on the way, asked or not, from `Flow.items`.
        lookup: what is known of them, from `Flow.lookup`.
    """
    return tuple(i for i in items.values() if i.gate == moment and _undecided(i, items, lookup))


def _undecided(item: Item, items: Mapping[str, Item], lookup: Lookup) -> bool:
    if item.when is None or item.when.holds(lookup) is not None:
        return False
    unknown = (test.item for test in tests(item.when) if lookup(test.item) is None)
    return any(_may_be_known(items.get(name), items, lookup) for name in unknown)


def _may_be_known(item: Item | None, items: Mapping[str, Item], lookup: Lookup) -> bool:
    """Whether an unknown item might get a value; one whose own condition failed is asked no more."""
    if item is None or item.when is None or item.when.holds(lookup):
        return True
    return _undecided(item, items, lookup)


def _moment(moment: Moment, items: Sequence[Item], answers: Answers) -> Hire:
    gates = tuple(Gate(item, answers.get(item.id), _state(item, answers)) for item in items)
    states = {gate.state for gate in gates}
    verdict: Verdict | None = None
    if "short" in states:
        verdict = "not_yet"
    elif "unknown" in states:
        verdict = "find_out"
    elif "met" in states:
        verdict = "ready"
    return Hire(moment, verdict, gates)


def _state(item: Item, answers: Answers) -> GateState:
    answer = answers.get(item.id)
    if answer is not None and answer.value is Missing.NOT_APPLICABLE:
        return "set_aside"
    points = points_of(item, answers)
    if points is None:
        return "unknown"
    return "met" if points >= MET_AT else "short"
