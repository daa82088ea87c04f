"""Which items are asked, and in which order.

The profile comes first (in a follow-up round after what has happened since), then every gate (before posting, then
before day one), then the sections in the order of their files. An item is asked only when its condition is true;
answers to items that are not asked never count.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from readiness.domain.answers import Answers, Assessment, Scope, held
from readiness.domain.conditions import Held
from readiness.domain.questionnaire import MOMENTS, Item, Moment, Questionnaire, Section

PROFILE = "agency-profile"
FOLLOW_UP = "follow-up"
FACTS = (FOLLOW_UP, PROFILE)  # asked before everything else, in this order


class Stretch(msgspec.Struct, frozen=True):
    """A run of items that belong together on the way: a section, or the gates of one moment.

    `id` is the section's id, or the moment's.
    """

    id: str
    title: str
    short: str
    items: tuple[Item, ...]
    section: Section | None = None


class Flow(msgspec.Struct, frozen=True, dict=True):
    """The way through some questionnaires, for one scope and one choice of sections.

    Args:
        questionnaires: in the order of asking; checklists among them are passed over.
        scope: with `quick`, only quick items are asked.
        sections: ids of the sections to ask, in that order; empty means all. Gates are asked all the same: leaving a
            section out must not turn a verdict.
    """

    questionnaires: tuple[Questionnaire, ...]
    scope: Scope = "full"
    sections: tuple[str, ...] = ()

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every stretch of the way, whether or not its conditions hold; none is empty."""
        facts, rest = self._split()
        gates = [
            Stretch(moment, _GATE_TITLES[moment], _GATE_TITLES[moment], self._gates(rest, moment))
            for moment in MOMENTS
        ]
        chosen = self._chosen(rest)
        stretches = [
            *(_stretch(section, self._in_scope(section.items)) for section in facts),
            *gates,
            *(
                _stretch(s, tuple(i for i in self._in_scope(s.items) if i.gate is None))
                for s in chosen
            ),
        ]
        return tuple(stretch for stretch in stretches if stretch.items)

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item that may be asked, by id, in the order of asking."""
        return {item.id: item for stretch in self.stretches for item in stretch.items}

    def asked(self, answers: Answers) -> dict[str, Item]:
        """The items that these answers call for, by id, in the order of asking."""
        known = _Known(self.items, answers)
        return {item_id: item for item_id, item in self.items.items() if known.asked(item_id)}

    def lookup(self, answers: Answers) -> "_Known":
        """What conditions (such as those of a checklist) see of these answers."""
        return _Known(self.items, answers)

    def _split(self) -> tuple[list[Section], list[Section]]:
        asked = list(self._asked_questionnaires())
        facts = [s for name in FACTS for q in asked if q.id == name for s in q.sections]
        return facts, [s for q in asked if q.id not in FACTS for s in q.sections]

    def _chosen(self, sections: Sequence[Section]) -> Sequence[Section]:
        if not self.sections:
            return sections
        by_id = {section.id: section for section in sections}
        return [by_id[name] for name in self.sections if name in by_id]

    def _asked_questionnaires(self) -> Iterator[Questionnaire]:
        return (q for q in self.questionnaires if q.kind == "questionnaire")

    def _in_scope(self, items: Sequence[Item]) -> tuple[Item, ...]:
        return tuple(item for item in items if item.quick or self.scope == "full")

    def _gates(self, sections: Sequence[Section], moment: Moment) -> tuple[Item, ...]:
        return tuple(i for s in sections for i in self._in_scope(s.items) if i.gate == moment)


_GATE_TITLES: dict[Moment, str] = {"posting": "Before posting", "day_one": "Before day one"}


def flow_of(assessment: Assessment, questionnaires: Sequence[Questionnaire]) -> Flow:
    """The way through an assessment; `questionnaires` may hold more than it uses."""
    by_id = {q.id: q for q in questionnaires}
    used = tuple(by_id[name] for name in assessment.questionnaires if name in by_id)
    return Flow(used, assessment.scope, assessment.sections)


def _stretch(section: Section, items: tuple[Item, ...]) -> Stretch:
    return Stretch(section.id, section.title, section.short or section.title, items, section)


class _Known:
    """What is known of each item: its value, if it is asked and has one. Loaders see to it that no cycle exists."""

    def __init__(self, items: dict[str, Item], answers: Answers) -> None:
        self._items = items
        self._answers = answers
        self._asked: dict[str, bool] = {}

    def __call__(self, item_id: str) -> Held:
        if not self.asked(item_id):
            return None
        return held(self._answers.get(item_id))

    def asked(self, item_id: str) -> bool:
        """Whether the item is on the way and its condition is true."""
        if item_id not in self._asked:
            item = self._items.get(item_id)
            self._asked[item_id] = item is not None and (
                item.when is None or item.when.holds(self) is True
            )
        return self._asked[item_id]
