"""The plan: which actions apply, in which order, and what to find out first.

Order: actions of gates that are short (posting, then day one), then by phase (30, 60, 90 days), then by the section
with the larger weight × (100 − score), sections without a score last, then as in the file. The output depends on no
clock: days count from the assessment's date, and never past the planned posting or first day that a gate guards.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

import msgspec

from readiness.domain.answers import Answers, Assessment, Missing, chosen_option
from readiness.domain.gates import MET_AT, Hire
from readiness.domain.log import PlanMark
from readiness.domain.questionnaire import MOMENTS, Action, Item, Moment, Option, Section
from readiness.domain.scoring import HALF, HUNDRED, QuestionnaireScore, is_applicable, points_of

MOVES, NEXT_30 = 3, 5
SOON = 30  # days
# What the id of a task to find something out ends in; no action may be called so.
FIND_OUT = ".find_out"
DATES: dict[Moment, str] = {"posting": "profile.posting_date", "day_one": "profile.start_date"}


class PlannedAction(msgspec.Struct, frozen=True, kw_only=True):
    """An action that an answer calls for.

    Attributes:
        item: the item whose answer called for it; None for an action that a whole section calls for.
        answer: the option that was chosen; None with `item`.
        retired_by: the lowest option that would retire it; None with `item`.
        gate: the moment it stands in the way of, when its item is a gate that is short.
        due: None where the assessment has no date.
        mark: what people decided about it.
        name: of whoever takes it on, where that is known by a role (see owners.py).
        role: the role that the name stands for; empty where the owner is shown as it was written.
    """

    action: Action
    section: Section
    item: Item | None
    answer: Option | None
    retired_by: Option | None
    gate: Moment | None
    due: date | None
    mark: PlanMark = PlanMark()
    name: str = ""
    role: str = ""

    @property
    def owner(self) -> str:
        """Who takes it on, by name, role, or "name (role)": whom people named, else whom the action suggests."""
        return f"{self.name} ({self.role})" if self.role else self.mark.owner or self.action.owner


class FindOut(msgspec.Struct, frozen=True):
    """A task to find something out, made from a *don't know*.

    `whom` says where to ask; `planned` is the same as an action, to be given to somebody, dated and ticked.
    """

    id: str
    item: Item
    section: Section
    whom: str
    planned: PlannedAction


class Strength(msgspec.Struct, frozen=True):
    """An item answered Fully, in its anchor's words."""

    item: Item
    section: Section
    words: str


class Counts(msgspec.Struct, frozen=True):
    """How many applicable items stand where: Mostly or Fully, Partly, lower, or unknown."""

    in_place: int = 0
    partly: int = 0
    not_yet: int = 0
    unknown: int = 0


class Plan(msgspec.Struct, frozen=True):
    """What to do.

    Attributes:
        moves: the actions whose first steps are this week's, at most three; all are in `next_30` too.
        next_30: at most five, one for each item, of what stands in the way of hiring or takes at most 30 days; where
            these are fewer than three, others fill up to three.
        later: all other actions, in order.
        actions: every action that applies, in order: those of `next_30` and `later` together.
        dropped: those that people decided against, tasks to find something out among them.
    """

    moves: tuple[PlannedAction, ...]
    next_30: tuple[PlannedAction, ...]
    later: tuple[PlannedAction, ...]
    find_out: tuple[FindOut, ...]
    strengths: tuple[Strength, ...]
    actions: tuple[PlannedAction, ...]
    dropped: tuple[PlannedAction, ...] = ()


def plan(
    assessment: Assessment,
    scores: Sequence[QuestionnaireScore],
    hires: Mapping[Moment, Hire],
    asked: Mapping[str, Item],
) -> Plan:
    """The plan that an assessment's answers call for."""
    applying = sorted(
        (
            (_rank(planned, score.score.score), planned)
            for questionnaire in scores
            for score in questionnaire.sections
            for planned in _of_section(assessment, score.section, hires, asked)
        ),
        key=lambda ranked: ranked[0],
    )
    ordered = [planned for _, planned in applying]
    soon = _next_30(ordered)
    return Plan(
        moves=tuple(soon[:MOVES]),
        next_30=tuple(soon),
        later=tuple(planned for planned in ordered if planned not in soon),
        find_out=tuple(_find_out(scores, asked, assessment.answers)),
        strengths=tuple(_strengths(scores, asked, assessment.answers)),
        actions=tuple(ordered),
    )


def speaks_for_leadership_alone(assessment: Assessment, section: Section) -> bool:
    """Whether a section that staff have to rate was rated from the leader's seat only."""
    return section.ask_staff is not None and assessment.respondent.role == "leadership"


def counts(scores: QuestionnaireScore, asked: Mapping[str, Item], answers: Answers) -> Counts:
    """How many of a questionnaire's applicable items stand where."""
    tally = {"in_place": 0, "partly": 0, "not_yet": 0, "unknown": 0}
    for item in scores.questionnaire.items():
        if is_applicable(item, asked, answers):
            tally[standing(points_of(item, answers))] += 1
    return Counts(**tally)


def standing(points: Fraction | None) -> str:
    """Which of the counts an item with these points belongs to."""
    if points is None:
        return "unknown"
    if points >= MET_AT:
        return "in_place"
    return "partly" if points >= HALF else "not_yet"


def _of_section(
    assessment: Assessment,
    section: Section,
    hires: Mapping[Moment, Hire],
    asked: Mapping[str, Item],
) -> Iterator[PlannedAction]:
    answered = [
        (item, option)
        for item in section.items
        if item.id in asked and (option := chosen_option(item, assessment.answers.get(item.id)))
    ]
    if answered and section.ask_staff and speaks_for_leadership_alone(assessment, section):
        yield _planned(assessment, asked, section, section.ask_staff)
        return
    short = {
        gate.item.id: hire.moment for hire in hires.values() for gate in hire.in_state("short")
    }
    for item, option in answered:
        for action in item.actions:
            if item.scale and item.scale.rank(option) <= item.scale.rank(action.at_most):
                gate = short.get(item.id)
                yield _planned(assessment, asked, section, action, item, option, gate)


def _planned(
    assessment: Assessment,
    asked: Mapping[str, Item],
    section: Section,
    action: Action,
    item: Item | None = None,
    option: str | None = None,
    gate: Moment | None = None,
) -> PlannedAction:
    scale = item.scale if item else None
    above = scale.options[scale.rank(action.at_most) + 1 :] if scale else ()
    return PlannedAction(
        action=action,
        section=section,
        item=item,
        answer=scale.option(option) if scale and option else None,
        retired_by=above[0] if above else None,
        gate=gate,
        due=_due(assessment, action, gate, asked),
    )


def _due(
    assessment: Assessment, action: Action, gate: Moment | None, asked: Mapping[str, Item]
) -> date | None:
    if assessment.date is None:
        return None
    days = min(action.within, (date.max - assessment.date).days)  # the calendar ends in 9999
    due = assessment.date + timedelta(days=days)
    planned = assessment.answers.get(DATES[gate]) if gate and DATES[gate] in asked else None
    if planned and isinstance(planned.value, date) and planned.value >= assessment.date:
        return min(due, planned.value)
    return due


def _rank(planned: PlannedAction, score: Fraction | None) -> tuple[int, int, int, Fraction]:
    gate = MOMENTS.index(planned.gate) if planned.gate else len(MOMENTS)
    urgency = planned.section.weight * (HUNDRED - score) if score is not None else Fraction()
    return gate, planned.action.within, score is None, -urgency


def _next_30(ordered: Sequence[PlannedAction]) -> list[PlannedAction]:
    soon = _one_for_each_item([p for p in ordered if _is_soon(p)], NEXT_30)
    taken = {_called_by(planned) for planned in soon}
    others = [planned for planned in ordered if _called_by(planned) not in taken]
    return soon + _one_for_each_item(others, max(0, MOVES - len(soon)))


def _called_by(planned: PlannedAction) -> str:
    return planned.item.id if planned.item else planned.action.id


def _is_soon(planned: PlannedAction) -> bool:
    """What stands in the way of hiring, and what takes no longer than 30 days."""
    return planned.gate is not None or planned.action.within <= SOON


def _one_for_each_item(ordered: Sequence[PlannedAction], most: int) -> list[PlannedAction]:
    """The first action of each item: five starts on five things beat five steps on one."""
    chosen: dict[str, PlannedAction] = {}
    for planned in ordered:
        chosen.setdefault(_called_by(planned), planned)
    return list(chosen.values())[:most]


def _find_out(
    scores: Sequence[QuestionnaireScore], asked: Mapping[str, Item], answers: Answers
) -> Iterator[FindOut]:
    found = [
        _task(item, section)
        for section, item in _scored(scores, asked)
        if (answer := answers.get(item.id)) and answer.value is Missing.DONT_KNOW
    ]
    yield from sorted(found, key=lambda task: task.item.gate is None)


def _task(item: Item, section: Section) -> FindOut:
    whom = item.find_out or section.find_out
    action = Action(
        id=f"{item.id}{FIND_OUT}",
        do=item.ask,
        first_step=whom,
        done_when="",
        at_most="",
        within=SOON,
        owner="",
        source=item.source,
    )
    planned = PlannedAction(
        action=action, section=section, item=item, answer=None, retired_by=None, gate=None, due=None
    )
    return FindOut(action.id, item, section, whom, planned)


def _strengths(
    scores: Sequence[QuestionnaireScore], asked: Mapping[str, Item], answers: Answers
) -> Iterator[Strength]:
    for section, item in _scored(scores, asked):
        option = chosen_option(item, answers.get(item.id))
        if (
            option is not None
            and item.scale
            and option == item.scale.ids[-1]
            and option in item.anchors
        ):
            yield Strength(item, section, item.anchors[option])


def _scored(
    scores: Sequence[QuestionnaireScore], asked: Mapping[str, Item]
) -> Iterator[tuple[Section, Item]]:
    for questionnaire in scores:
        for section in questionnaire.questionnaire.sections:
            for item in section.items:
                if item.scored and item.id in asked:
                    yield section, item
