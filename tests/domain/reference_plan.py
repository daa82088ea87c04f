"""The plan and the checklist once more, straight from design.md's prose (see reference.py)."""

from fractions import Fraction
from typing import Any

from tests.domain.reference import (
    Plain,
    applicable,
    every_one,
    gate_state,
    is_scored,
    items_of,
    points,
    section_score,
    sections_of,
    truth,
)


def plan_order(questionnaires: list[Plain], answers: Plain, asked_ids: list[str]) -> list[str]:
    """Ids of the actions that apply: short gates (posting, then day one), phase, gap, file order."""
    found: list[tuple[Any, int, str]] = []
    for section in sections_of(questionnaires):
        score = section_score(section, answers, asked_ids)["score"]
        gap = None if score is None else section["weight"] * (100 - score)
        for item in section["items"]:
            for action in item["actions"]:
                if item["id"] in asked_ids and _called(item, action, answers):
                    rank = _rank(item, action, answers, gap)
                    found.append((rank, len(found), action["id"]))
    return [action_id for _, _, action_id in sorted(found)]


def _called(item: Plain, action: Plain, answers: Plain) -> bool:
    value = answers.get(item["id"], {}).get("value")
    order = [option for option, _ in item["scale"] or []]
    return value in order and order.index(value) <= order.index(action["at_most"])


def _rank(item: Plain, action: Plain, answers: Plain, gap: Fraction | None) -> tuple[Any, ...]:
    short = item["gate"] is not None and gate_state(item, answers) == "short"
    gate = ("posting", "day_one").index(item["gate"]) if short else 2
    return (gate, action["within"], gap is None, -(gap or 0))


def find_out(questionnaires: list[Plain], answers: Plain, asked_ids: list[str]) -> set[str]:
    """Ids of the tasks that *don't know* makes."""
    return {
        f"{item['id']}.find_out"
        for item in items_of(questionnaires)
        if is_scored(item)
        and item["id"] in asked_ids
        and answers.get(item["id"], {}).get("missing") == "dont_know"
    }


def strengths(questionnaires: list[Plain], answers: Plain, asked_ids: list[str]) -> list[str]:
    """Ids of the items that were answered with full points and have an anchor that says so."""
    return [
        item["id"]
        for item in items_of(questionnaires)
        if is_scored(item)
        and item["id"] in asked_ids
        and points(item, answers) == 1
        and item["scale"][-1][0] in item["anchors"]
    ]


def counts(questionnaire: Plain, answers: Plain, asked_ids: list[str]) -> tuple[int, int, int, int]:
    """How many applicable items are in place (Mostly or better), partly there, lower, unknown."""
    given = [
        points(item, answers)
        for section in questionnaire["sections"]
        for item in applicable(section, answers, asked_ids)
    ]
    some = [each for each in given if each is not None]
    in_place = sum(each >= Fraction(3, 4) for each in some)
    partly = sum(Fraction(1, 2) <= each < Fraction(3, 4) for each in some)
    return in_place, partly, len(some) - in_place - partly, len(given) - len(some)


# The checklist: "an entry is left out only when false, and printed with if when unknown"; parts follow their whole.


def standing(checklist: Plain, values: Plain, items: dict[str, Plain]) -> dict[str, bool | None]:
    """Whether each entry holds, by id."""
    entries = {i["id"]: i for section in checklist["sections"] for i in section["items"]}

    def holds(entry: Plain) -> bool | None:
        own = truth(entry["when"], values, items)
        whole = entry["part_of"]
        return own if whole is None else every_one([own, holds(entries[whole])])

    return {entry_id: holds(entry) for entry_id, entry in entries.items()}


def wordings(entry: Plain, values: Plain) -> set[str]:
    """The texts that print: each planned kind of worker has its own wording, or the common one."""
    planned = values.get("profile.workers") or ["employee", "volunteer"]
    return {entry["versions"].get(who, entry["ask"]) for who in planned}
