"""Scores, gates and applicability once more, straight from design.md's prose.

Everything is plain: a questionnaire is a dict as an author writes it in YAML, an answer is a dict with a `value`
(or a `missing`), and a figure is a Fraction. Nothing here knows the product's code, so that a fault has to be made
twice, in two ways, to go unseen.

    questionnaire = {"id", "checklist", "sections": [section]}
    section       = {"id", "weight", "items": [item]}
    item          = {"id", "kind", "scale": [(option, points or None)] or None, "weight", "gate", "quick", "when",
                     "anchors", "actions": [{"id", "at_most", "within"}]}
    answers       = {item id: {"value": …}} or {item id: {"missing": "dont_know" or …}}
"""

from fractions import Fraction
from typing import Any

Plain = dict[str, Any]

PROFILE = "agency-profile"


# Conditions: "a test is an option id, a list (any of), {at_least: X} or {at_most: X} with an option id or a number; on
# an item with several choices it holds when any choice fits. A named item without a value makes a test unknown".


def truth(condition: Plain | None, values: Plain, items: dict[str, Plain]) -> bool | None:
    """True, False, or None for unknown; no condition at all is true."""
    if condition is None:
        return True
    return every_one([_part(key, test, values, items) for key, test in condition.items()])


def _part(key: str, test: Any, values: Plain, items: dict[str, Plain]) -> bool | None:
    if key == "all":
        return every_one([truth(part, values, items) for part in test])
    if key == "any":
        return _negate(every_one([_negate(truth(part, values, items)) for part in test]))
    if key == "not":
        return _negate(truth(test, values, items))
    if key not in values:
        return None
    chosen = values[key] if isinstance(values[key], list) else [values[key]]
    order = [option for option, _ in (items[key]["scale"] or [])]
    return any(_fits(test, value, order) for value in chosen)


def _fits(test: Any, value: Any, order: list[str]) -> bool:
    if isinstance(test, list):
        return value in test
    if not isinstance(test, dict):
        return bool(value == test)
    ((word, bound),) = test.items()
    if isinstance(bound, str):
        value, bound = order.index(value), order.index(bound)
    return bool(value >= bound if word == "at_least" else value <= bound)


def every_one(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _negate(held: bool | None) -> bool | None:
    return None if held is None else not held


# What is asked, and what counts.


def sections_of(questionnaires: list[Plain]) -> list[Plain]:
    """Every section that is asked, in the order of the files; "a checklist is never asked"."""
    return [s for q in questionnaires if not q["checklist"] for s in q["sections"]]


def way(questionnaires: list[Plain], scope: str = "full") -> list[Plain]:
    """ "Profile first. Then every gate (posting, then day one), then the sections"; quick: only quick items."""
    profile = [q for q in questionnaires if q["id"] == PROFILE]
    rest = [q for q in questionnaires if q["id"] != PROFILE]
    others = items_of(rest)
    line = [
        *items_of(profile),
        *(item for item in others if item["gate"] == "posting"),
        *(item for item in others if item["gate"] == "day_one"),
        *(item for item in others if item["gate"] is None),
    ]
    return [item for item in line if scope == "full" or item["quick"]]


def asked(questionnaires: list[Plain], answers: Plain, scope: str = "full") -> list[str]:
    """Ids of the items whose condition is true; "answers to items no longer asked never count"."""
    every = {item["id"]: item for item in items_of(questionnaires)}
    values: Plain = {}
    found = []
    for item in way(questionnaires, scope):
        if truth(item["when"], values, every) is True:
            found.append(item["id"])
            answer = answers.get(item["id"], {})
            if "value" in answer:
                values[item["id"]] = answer["value"]
    return found


def known(questionnaires: list[Plain], answers: Plain, scope: str = "full") -> Plain:
    """The values that count, by item."""
    ids = asked(questionnaires, answers, scope)
    return {i: answers[i]["value"] for i in ids if "value" in answers.get(i, {})}


def items_of(questionnaires: list[Plain]) -> list[Plain]:
    return [item for section in sections_of(questionnaires) for item in section["items"]]


def points(item: Plain, answers: Plain) -> Fraction | None:
    """The points of an item's answer; None where the answer has none."""
    value = answers.get(item["id"], {}).get("value")
    options: dict[str, Fraction | None] = dict(item["scale"])
    return options.get(value) if isinstance(value, str) else None


def is_scored(item: Plain) -> bool:
    """ "Only one-choice items whose scale has points are scored"."""
    return item["kind"] == "choice" and all(given is not None for _, given in item["scale"])


def applicable(section: Plain, answers: Plain, asked_ids: list[str]) -> list[Plain]:
    """Scored items that are asked and not answered not applicable."""
    return [
        item
        for item in section["items"]
        if is_scored(item)
        and item["id"] in asked_ids
        and answers.get(item["id"], {}).get("missing") != "not_applicable"
    ]


# Scores.


def section_score(section: Plain, answers: Plain, asked_ids: list[str]) -> Plain:
    """Score, low, high, band, counts and coverage of one section."""
    counted = applicable(section, answers, asked_ids)
    known = [item for item in counted if points(item, answers) is not None]

    def mean(items: list[Plain], unknown: int) -> Fraction | None:
        """100 × Σ weight·points ÷ Σ weight, with every unknown at 0 or at 1."""
        if not items:
            return None
        top = Fraction(0)
        for item in items:
            given = points(item, answers)
            top += item["weight"] * (unknown if given is None else given)
        return 100 * top / sum((item["weight"] for item in items), Fraction(0))

    score = mean(known, 0)
    coverage = Fraction(len(known), len(counted)) if counted else None
    return {
        "score": score,
        "low": mean(counted, 0),
        "high": mean(counted, 1),
        "band": band(score) if coverage is not None and coverage >= Fraction(1, 2) else None,
        "answered": len(known),
        "applicable": len(counted),
        "unknown": len(counted) - len(known),
        "coverage": coverage,
    }


def overall_score(questionnaire: Plain, answers: Plain, asked_ids: list[str]) -> Plain:
    """The same figures for a questionnaire."""
    rows = [
        (section["weight"], section_score(section, answers, asked_ids))
        for section in questionnaire["sections"]
    ]
    rows = [(weight, row) for weight, row in rows if row["applicable"]]
    if not rows:
        return dict.fromkeys(("score", "low", "high", "band", "coverage"))
    with_band = [row for _, row in rows if row["band"] is not None]
    enough = 2 * len(with_band) >= len(rows)
    score = _weighted(rows, "score") if enough else None
    return {
        "score": score,
        "low": _weighted(rows, "low"),
        "high": _weighted(rows, "high"),
        "band": band(score),
        "coverage": Fraction(
            sum(row["answered"] for _, row in rows), sum(row["applicable"] for _, row in rows)
        ),
    }


def _weighted(rows: list[tuple[Fraction, Plain]], figure: str) -> Fraction | None:
    having = [(weight, row[figure]) for weight, row in rows if row[figure] is not None]
    if not having:
        return None
    return sum((weight * value for weight, value in having), Fraction(0)) / sum(
        (weight for weight, _ in having), Fraction(0)
    )


def band(score: Fraction | None) -> str | None:
    """The stage that an unrounded score falls in; lower edges are inclusive."""
    if score is None:
        return None
    if score < 25:
        return "exploration"
    if score < 50:
        return "installation"
    return "initial" if score < 75 else "full"


# Gates.


def gate_states(
    questionnaires: list[Plain], answers: Plain, asked_ids: list[str], moment: str
) -> list[tuple[str, str]]:
    """(item id, state) of the gates of one moment, in file order."""
    return [
        (item["id"], gate_state(item, answers))
        for item in items_of(questionnaires)
        if item["gate"] == moment and item["id"] in asked_ids
    ]


def gate_state(item: Plain, answers: Plain) -> str:
    """`met` at Mostly (¾) or better, `short` below that, `set_aside` for not applicable, else `unknown`."""
    if answers.get(item["id"], {}).get("missing") == "not_applicable":
        return "set_aside"
    given = points(item, answers)
    if given is None:
        return "unknown"
    return "met" if given >= Fraction(3, 4) else "short"


def verdict(states: list[str]) -> str | None:
    """`not_yet` when one is short; else `find_out` when one is unknown; else `ready` when at least one is met."""
    for state, words in (("short", "not_yet"), ("unknown", "find_out"), ("met", "ready")):
        if state in states:
            return words
    return None
