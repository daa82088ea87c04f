"""Questionnaires: sections, items, scales and actions, as they are after loading."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

import msgspec

from readiness.domain.conditions import Condition

Kind = Literal["choice", "choices", "text", "number", "date", "task", "prompt"]
Moment = Literal["posting", "day_one"]

MOMENTS: tuple[Moment, ...] = ("posting", "day_one")


class Option(msgspec.Struct, frozen=True):
    """One step of a scale; `points` runs from 0 to 1 and is None where the scale is never scored."""

    id: str
    label: str
    points: Fraction | None = None


class Scale(msgspec.Struct, frozen=True, dict=True):
    """A named, ordered set of options.

    `lexicon` maps an option id (or `dont_know`, `not_applicable`) to everyday ways of saying it.
    """

    id: str
    options: tuple[Option, ...]
    lexicon: Mapping[str, tuple[str, ...]] = {}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The option ids, lowest first."""
        return tuple(option.id for option in self.options)

    @cached_property
    def scored(self) -> bool:
        """Whether its options have points."""
        return all(option.points is not None for option in self.options)

    def option(self, option_id: str) -> Option:
        """The option of that id; KeyError when the scale has none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def rank(self, option_id: str) -> int:
        """The place of an option in its scale, from 0; ValueError when the scale has none such."""
        return self.ids.index(option_id)


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """A recommendation tied to an item.

    Attributes:
        id: the full id, `section.item.action`.
        at_most: called for by this option or a lower one.
        within: 30, 60 or 90 days.
    """

    id: str
    do: str
    first_step: str
    done_when: str
    at_most: str
    within: int
    owner: str
    source: tuple[str, ...]


class Item(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One question, statement, task or prompt with one idea in it.

    Attributes:
        id: the full id, `section.item`.
        topic: a short noun phrase that names the item in lists; empty where the author gave none.
        find_out: whom to ask when nobody here knows.
        says: for facts of the profile, the option in a clause ("peers will drive for work").
        versions: wordings for `employee` and `volunteer`, in a checklist.
    """

    id: str
    section: str
    kind: Kind
    ask: str
    source: tuple[str, ...]
    topic: str = ""
    why: str = ""
    find_out: str = ""
    note: str = ""
    url: str = ""
    scale: Scale | None = None
    weight: Fraction = Fraction(1)
    gate: Moment | None = None
    quick: bool = False
    derived: bool = False
    when: Condition | None = None
    anchors: Mapping[str, str] = {}
    actions: tuple[Action, ...] = ()
    says: Mapping[str, str] = {}
    part_of: str | None = None
    versions: Mapping[str, str] = {}

    @cached_property
    def scored(self) -> bool:
        """Only one-choice items whose scale has points are scored."""
        return self.kind == "choice" and self.scale is not None and self.scale.scored

    @property
    def name(self) -> str:
        """The topic, or the question where there is none."""
        return self.topic or self.ask

    @cached_property
    def wording(self) -> str:
        """A short fingerprint of what a person read: question, options and anchors."""
        import hashlib  # imported late: only recording an answer needs it

        options = (
            [(o.id, o.label, self.anchors.get(o.id, "")) for o in self.scale.options]
            if self.scale
            else []
        )
        return hashlib.sha256(repr((self.ask, options)).encode()).hexdigest()[:16]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A competency or a group of items, with why it matters and a weight.

    `ready` is what to have at hand before answering on paper.
    `ask_staff` stands, where a leader alone cannot rate the section, for the action to take instead of its own.
    """

    id: str
    title: str
    items: tuple[Item, ...]
    ask_staff: Action | None = None
    number: int | None = None
    short: str = ""
    why: str = ""
    find_out: str = ""
    ready: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    weight: Fraction = Fraction(1)


class Questionnaire(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One instrument.

    Attributes:
        kind: a checklist is never asked or scored.
        scales: every scale that its items use, by id.
        retired: old ids (of sections, items or actions) and what replaced them, None for nothing.
    """

    id: str
    title: str
    version: str
    sections: tuple[Section, ...]
    about: str = ""
    kind: Literal["questionnaire", "checklist"] = "questionnaire"
    scales: Mapping[str, Scale] = {}
    retired: Mapping[str, str | None] = {}

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items()}

    def items(self) -> Iterator[Item]:
        """Every item, in the order of the file."""
        for section in self.sections:
            yield from section.items

    def item(self, item_id: str) -> Item:
        """The item of that full id; KeyError when there is none."""
        return self._by_id[item_id]

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._by_id
