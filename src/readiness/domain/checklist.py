"""The onboarding checklist: which entries hold for this agency.

An entry is left out only when its condition is false; where the condition is unknown it stays, with "if …". Where
both employees and volunteers are planned, or nobody said, both wordings print.
"""

from collections.abc import Mapping

import msgspec

from readiness.domain.conditions import All, Condition, Lookup, Not, Test
from readiness.domain.questionnaire import Item, Questionnaire, Section

WORKERS = "profile.workers"
WORKER_WORDS = {"employee": "Employees", "volunteer": "Volunteers"}


class Entry(msgspec.Struct, frozen=True):
    """An entry that holds, or may hold.

    Attributes:
        wordings: pairs of whom a wording is for (empty: everybody) and the wording.
        only_if: the condition in words, where it is unknown; empty where it holds.
        depth: 0 for an entry of its own, 1 for a part of another, and so on.
    """

    item: Item
    wordings: tuple[tuple[str, str], ...]
    only_if: str
    depth: int


class LeftOut(msgspec.Struct, frozen=True):
    """An entry that does not hold here, and the condition it would need, in words."""

    item: Item
    section: Section
    needs: str


class Phase(msgspec.Struct, frozen=True):
    """A phase and its entries that hold."""

    section: Section
    entries: tuple[Entry, ...]


class Checklist(msgspec.Struct, frozen=True):
    """The entries that hold, phase by phase, and those left out."""

    phases: tuple[Phase, ...]
    left_out: tuple[LeftOut, ...]


def checklist(questionnaire: Questionnaire, lookup: Lookup, facts: Mapping[str, Item]) -> Checklist:
    """The checklist that applies.

    Args:
        questionnaire: of kind `checklist`.
        lookup: what is known of the profile, from `Flow.lookup`.
        facts: the items that conditions may name, for their words.
    """
    phases, left_out = [], []
    for section in questionnaire.sections:
        entries = []
        for item in section.items:
            holds = _holds(item, questionnaire, lookup)
            if holds is False:
                left_out.append(LeftOut(item, section, _needs(item, questionnaire, lookup, facts)))
                continue
            unknown = item.when is not None and item.when.holds(lookup) is None
            only_if = in_words(item.when, facts) if item.when is not None and unknown else ""
            depth = len(_with_wholes(item, questionnaire)) - 1
            entries.append(Entry(item, _wordings(item, lookup), only_if, depth))
        phases.append(Phase(section, tuple(entries)))
    return Checklist(tuple(phases), tuple(left_out))


def in_words(condition: Condition, facts: Mapping[str, Item]) -> str:
    """A condition as a clause: "peers will drive for work"."""
    if isinstance(condition, Test):
        return _test_in_words(condition, facts.get(condition.item))
    if isinstance(condition, Not):
        return f"it is not so that {_grouped(condition.part, facts)}"
    if len(condition.parts) == 1:
        return in_words(condition.parts[0], facts)
    word = " and " if isinstance(condition, All) else " or "
    return word.join(_grouped(part, facts) for part in condition.parts)


def _grouped(part: Condition, facts: Mapping[str, Item]) -> str:
    """A part of a condition, in brackets where "and" and "or" could be read two ways without."""
    words = in_words(part, facts)
    plain = isinstance(part, Test) and len(part.written) == 1
    return words if plain else f"({words})"


def _test_in_words(test: Test, item: Item | None) -> str:
    if item is None:
        return f"{test.item} is {' or '.join(test.written)}"
    if test.op != "any_of":
        bound = "at least" if test.op == "at_least" else "at most"
        return f"{item.name} is {bound} {' '.join(test.written)}"
    labels = {option.id: option.label for option in item.scale.options} if item.scale else {}
    said = [item.says.get(o) or f"{item.name} is “{labels.get(o, o)}”" for o in test.written]
    return " or ".join(said)


def _holds(item: Item, questionnaire: Questionnaire, lookup: Lookup) -> bool | None:
    """Whether an entry holds; a part of an entry that is left out is left out with it."""
    values = [
        each.when.holds(lookup)
        for each in _with_wholes(item, questionnaire)
        if each.when is not None
    ]
    if False in values:
        return False
    return None if None in values else True


def _with_wholes(item: Item, questionnaire: Questionnaire) -> list[Item]:
    """The entry and everything that it is part of, innermost first."""
    line = [item]
    while line[-1].part_of is not None:
        line.append(questionnaire.item(line[-1].part_of))
    return line


def _needs(
    item: Item, questionnaire: Questionnaire, lookup: Lookup, facts: Mapping[str, Item]
) -> str:
    failed = (
        each.when
        for each in _with_wholes(item, questionnaire)
        if each.when and each.when.holds(lookup) is False
    )
    return in_words(next(failed), facts)


def _wordings(item: Item, lookup: Lookup) -> tuple[tuple[str, str], ...]:
    held = lookup(WORKERS)
    planned = held if isinstance(held, tuple) else tuple(WORKER_WORDS)
    wanted = {
        word: item.versions.get(who, item.ask)
        for who, word in WORKER_WORDS.items()
        if who in planned
    }
    if len(set(wanted.values())) > 1:
        return tuple(wanted.items())
    return (("", next(iter(wanted.values()), item.ask)),)
