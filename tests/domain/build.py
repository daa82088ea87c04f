"""Makes the product's own types out of the plain dicts that strategies draw and the reference reads."""

import datetime
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from readiness.domain.answers import Answer, Assessment, Missing, Respondent, Role, Scope, Value
from readiness.domain.conditions import All, Condition, Not, Test
from readiness.domain.conditions import Any as AnyOf
from readiness.domain.evaluation import Evaluation, evaluate
from readiness.domain.questionnaire import (
    Action,
    Item,
    Option,
    Questionnaire,
    Scale,
    Section,
)
from readiness.domain.scoring import Score

Plain = dict[str, Any]
SHIPPED_DAY = datetime.date(2026, 11, 21)


class Case(NamedTuple):
    """Some questionnaires with the answers of one assessment, all plain."""

    questionnaires: list[Plain]
    answers: Plain
    scope: Scope = "full"
    date: datetime.date | None = SHIPPED_DAY
    role: Role | None = None
    sections: tuple[str, ...] = ()

    @property
    def items(self) -> dict[str, Plain]:
        """Every item of every questionnaire, by id."""
        return {i["id"]: i for q in self.questionnaires for s in q["sections"] for i in s["items"]}

    def with_answers(self, changes: dict[str, Plain | None]) -> "Case":
        """The same case with some answers changed; None takes an answer away."""
        merged = {**self.answers, **changes}
        return self._replace(answers={k: v for k, v in merged.items() if v is not None})

    def without(self, item_id: str) -> "Case":
        """The same case with one item taken out of its questionnaire."""
        return self._replace(
            questionnaires=[
                {**q, "sections": [_without(section, item_id) for section in q["sections"]]}
                for q in self.questionnaires
            ]
        )


def _without(section: Plain, item_id: str) -> Plain:
    return {**section, "items": [item for item in section["items"] if item["id"] != item_id]}


def evaluation(case: Case) -> Evaluation:
    """What the product makes of a case."""
    return evaluate(assessment(case), questionnaires(case))


def assessment(case: Case) -> Assessment:
    """The assessment of a case."""
    return Assessment(
        agency="Example agency",
        answers={item_id: answer(each) for item_id, each in case.answers.items()},
        date=case.date,
        scope=case.scope,
        respondent=Respondent("A. Rivera", case.role),
        questionnaires=tuple(q["id"] for q in case.questionnaires if not q["checklist"]),
        sections=case.sections,
    )


def answer(plain: Plain) -> Answer:
    """An answer."""
    value: Value
    if "missing" in plain:
        value = Missing(plain["missing"])
    else:
        value = tuple(plain["value"]) if isinstance(plain["value"], list) else plain["value"]
    return Answer(value, note=plain.get("note", ""))


def questionnaires(case: Case) -> list[Questionnaire]:
    """The questionnaires of a case."""
    every = case.items
    return [
        Questionnaire(
            id=q["id"],
            title=q["id"],
            version="1.0.0",
            kind="checklist" if q["checklist"] else "questionnaire",
            sections=tuple(_section(section, every) for section in q["sections"]),
        )
        for q in case.questionnaires
    ]


def _section(plain: Plain, every: dict[str, Plain]) -> Section:
    return Section(
        id=plain["id"],
        title=plain["id"],
        weight=plain["weight"],
        find_out="somebody who is there every day",
        items=tuple(_item(item, every) for item in plain["items"]),
        ask_staff=_action(plain["ask_staff"]) if plain.get("ask_staff") else None,
    )


def _item(plain: Plain, every: dict[str, Plain]) -> Item:
    return Item(
        id=plain["id"],
        section=plain["id"].partition(".")[0],
        kind=plain["kind"],
        ask=plain["ask"],
        source=("wise.c01",),
        scale=scale(plain["scale"]) if plain["scale"] else None,
        weight=plain["weight"],
        gate=plain["gate"],
        quick=plain["quick"],
        when=condition(plain["when"], every),
        anchors=plain["anchors"],
        actions=tuple(_action(each) for each in plain["actions"]),
        part_of=plain["part_of"],
        versions=plain["versions"],
        find_out=plain["find_out"],
    )


def scale(options: Sequence[tuple[str, Fraction | None]]) -> Scale:
    """A scale."""
    return Scale("some", tuple(Option(name, name.title(), points) for name, points in options))


def _action(plain: Plain) -> Action:
    return Action(
        id=plain["id"],
        do="Do it.",
        first_step="Begin.",
        done_when="It is done.",
        at_most=plain["at_most"],
        within=plain["within"],
        owner="program director",
        source=("wise.c01",),
    )


def condition(plain: Plain | None, every: dict[str, Plain]) -> Condition | None:
    """A condition, as loading would make it of what an author wrote."""
    if plain is None:
        return None
    parts = [_part(key, test, every) for key, test in plain.items()]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _part(key: str, test: Any, every: dict[str, Plain]) -> Condition:
    if key in ("all", "any"):
        parts = tuple(part for each in test if (part := condition(each, every)))
        return All(parts) if key == "all" else AnyOf(parts)
    if key == "not":
        part = condition(test, every)
        assert part is not None
        return Not(part)
    if not isinstance(test, dict):
        options = tuple(test) if isinstance(test, list) else (test,)
        return Test(key, "any_of", options=options, written=options)
    ((op, bound),) = test.items()
    if not isinstance(bound, str):
        return Test(key, op, bound=bound, written=(str(bound),))
    if key not in every:  # taken out of its questionnaire by a test: never has a value
        return Test(key, op, written=(bound,))
    ids = [name for name, _ in every[key]["scale"]]
    place = ids.index(bound)
    fitting = ids[place:] if op == "at_least" else ids[: place + 1]
    return Test(key, op, options=tuple(fitting), written=(bound,))


def figures(score: Score) -> Plain:
    """A score as the reference tells it."""
    names = ("score", "low", "high", "band", "coverage")
    return {name: getattr(score, name) for name in names}


def counted(score: Score) -> Plain:
    """A section's score as the reference tells it."""
    return {
        **figures(score),
        "answered": score.answered,
        "applicable": score.applicable,
        "unknown": score.unknown,
    }


def every_score(case: Case) -> dict[str, Plain]:
    """All figures of a case, by id of questionnaire or section."""
    found = {}
    for score in evaluation(case).scores:
        found[score.questionnaire.id] = figures(score.overall)
        found |= {each.section.id: counted(each.score) for each in score.sections}
    return found
