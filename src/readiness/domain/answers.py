"""Answers, and the assessment they belong to."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Literal

import msgspec

from readiness.domain.conditions import Held
from readiness.domain.questionnaire import Item

Role = Literal["leadership", "supervisor", "peer_staff", "other_staff", "person_served_or_family"]
Scope = Literal["full", "quick"]

ROLES: tuple[Role, ...] = (
    "leadership",
    "supervisor",
    "peer_staff",
    "other_staff",
    "person_served_or_family",
)
SCOPES: tuple[Scope, ...] = ("full", "quick")
DEFAULT_QUESTIONNAIRES = ("agency-profile", "employer-competencies", "recovery-workplace")


class Missing(Enum):
    """An answer that holds no value, and why."""

    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    SKIPPED = "skipped"


MISSING = {missing.value: missing for missing in Missing}

Day = date  # in a class with a field `date`, that name is the field

# An option id or text, several option ids, a number, a date, or a reason why there is none.
Value = str | tuple[str, ...] | int | float | date | Missing


class Answer(msgspec.Struct, frozen=True):
    """What was said to one item.

    Attributes:
        note: in the person's own words; private unless `share` is set.
        flag: to come back to.
    """

    value: Value
    note: str = ""
    flag: bool = False
    share: bool = False


Answers = Mapping[str, Answer]


def is_open(answer: Answer | None) -> bool:
    """Whether an item still has to be asked: nothing was said to it, or nothing but a note.

    A note without an answer is kept as *skipped*; a skip with a mark to come back says that somebody has passed on.
    """
    if answer is None:
        return True
    return answer.value is Missing.SKIPPED and bool(answer.note) and not answer.flag


def revised(before: Answer | None, new: Answer) -> Answer:
    """A new answer in place of an earlier one: the mark stays, notes add up, and a note that grew is private again."""
    if before is None:
        return new
    if not new.note or new.note == before.note:
        return Answer(new.value, note=before.note, flag=before.flag, share=before.share)
    note = f"{before.note}\n{new.note}" if before.note else new.note
    return Answer(new.value, note=note, flag=before.flag)


class Respondent(msgspec.Struct, frozen=True):
    """Who answers, and from which seat; both may be unknown."""

    name: str = ""
    role: Role | None = None


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """One agency's answers in one round.

    Attributes:
        questionnaires: ids, in the order of asking.
        sections: ids of the sections to ask, in that order, where somebody chose; empty means all, as the files have
            them. The profile is always asked first, and the gates next.
    """

    agency: str
    answers: Answers
    round: str = "baseline"
    date: Day | None = None
    scope: Scope = "full"
    respondent: Respondent = Respondent()
    questionnaires: tuple[str, ...] = DEFAULT_QUESTIONNAIRES
    sections: tuple[str, ...] = ()


def held(answer: Answer | None) -> Held:
    """An answer's value as conditions see it: None where there is none, or where it is a date."""
    if answer is None or isinstance(answer.value, Missing | date):
        return None
    return answer.value


def chosen_option(item: Item, answer: Answer | None) -> str | None:
    """The option that a one-choice item was answered with; None for no answer, and for an option it no longer has."""
    if answer is None or item.scale is None or not isinstance(answer.value, str):
        return None
    return answer.value if answer.value in item.scale.ids else None
