"""A whole assessment in a person's own words, with what somebody who reads them expects to be kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from readiness.domain.answers import MISSING, Answer, Value
from readiness.domain.log import Cause, PlanMark
from readiness.domain.questionnaire import Item
from readiness.loading.tree.parsing import parse

DATA = Path(__file__).parent / "data" / "whole-assessment.yaml"


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question, what is said while it is open, and what stands in the end; the head of the file says more."""

    item: str
    say: list[str]
    value: str | list[str]
    note: str = ""
    flag: bool = False

    def answer(self, item: Item) -> Answer:
        """What has to be stored for it in the end."""
        return Answer(_value(item, self.value), note=self.note, flag=self.flag)


class Settled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept about an action in the end."""

    action: str
    chosen: bool
    owner: str = ""
    due: date | None = None
    causes: list[Cause] = []
    why: str = ""

    @property
    def mark(self) -> PlanMark:
        """As it has to be stored."""
        return PlanMark(
            chosen=self.chosen,
            owner=self.owner,
            due=self.due,
            causes=tuple(self.causes),
            why=self.why,
        )


class Whole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    about: str
    opening: list[str]
    questions: list[Asked]
    closing: list[str]
    plan: list[Settled]
    verdicts: dict[Literal["posting", "day_one"], str]
    report: list[str]

    def lines(self) -> Iterator[tuple[str | None, str]]:
        """Everything that is typed once the assessment has begun, each with the question that is open then."""
        for asked in self.questions:
            yield from ((asked.item, text) for text in asked.say)
        yield from ((None, text) for text in self.closing)


def whole() -> Whole:
    """The whole assessment."""
    return msgspec.convert(parse(DATA.read_text("utf-8"), DATA.name), Whole, strict=False)


def _value(item: Item, written: str | list[str]) -> Value:
    if isinstance(written, list):
        return tuple(written)
    if written in MISSING:
        return MISSING[written]
    if item.kind == "date":
        return date.fromisoformat(written)
    return int(written) if item.kind == "number" else written
