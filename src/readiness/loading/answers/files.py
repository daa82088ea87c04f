"""What an answers file may hold: the models that type it."""

from typing import Any

from msgspec import UNSET, UnsetType

from readiness.domain.answers import Role, Scope
from readiness.domain.log import Cause, MarkState
from readiness.loading.tree.models import FullId, Model, Text


class RespondentFile(Model, frozen=True):
    """Who answers, and from which seat."""

    name: str = ""
    role: Role | UnsetType = UNSET


class LogAnswerFile(Model, frozen=True):
    """A logged answer that is more than one word; one of the first four holds it."""

    value: str | list[str] | UnsetType = UNSET
    text: str | UnsetType = UNSET
    number: str | UnsetType = UNSET
    date: str | UnsetType = UNSET
    note: str = ""
    flag: bool = False
    share: bool = False


class EntryFile(Model, frozen=True):
    """One line of the log."""

    number: int
    item: FullId
    at: Text
    respondent: str = ""
    answer: str | list[str] | LogAnswerFile | UnsetType = UNSET
    wording: str = ""
    undoes: int | UnsetType = UNSET


class MarkFile(Model, frozen=True):
    """What people decided about an action."""

    owner: str = ""
    due: str = ""
    state: MarkState = "open"
    reason: str = ""
    chosen: bool | UnsetType = UNSET
    place: int | UnsetType = UNSET
    text: str = ""
    causes: list[Cause] | UnsetType = UNSET
    why: str = ""


class ParkedFile(Model, frozen=True):
    """A note set aside to talk about later."""

    at: Text
    text: str = ""


class AnswersModel(Model, frozen=True):
    """An answers file; its `answers` are typed later, by the items that they answer."""

    readiness: Text
    answers: dict[str, Any]
    agency: str = ""
    round: str = "baseline"
    date: str = ""
    scope: Scope = "full"
    respondent: RespondentFile | UnsetType = UNSET
    questionnaires: list[Text] | UnsetType = UNSET
    sections: list[Text] | UnsetType = UNSET
    id: Text | UnsetType = UNSET
    wording: dict[str, str] | UnsetType = UNSET
    log: list[EntryFile] | UnsetType = UNSET
    plan: dict[FullId, MarkFile] | UnsetType = UNSET
    parking: list[ParkedFile] | UnsetType = UNSET
    owners: dict[str, str] | UnsetType = UNSET
