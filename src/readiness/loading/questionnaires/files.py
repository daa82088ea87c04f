"""What authors may write in a questionnaire and in scales.yaml: the models that type it and give its JSON Schema."""

from typing import Any, Literal

from msgspec import UNSET, UnsetType

from readiness.domain.questionnaire import Kind, Moment
from readiness.loading.tree.models import FullId, Id, Model, Number, SourceIds, Text

Version = str | int | float
Within = Literal[30, 60, 90]
Condition = dict[str, Any]


class OptionFile(Model, frozen=True):
    """One step of a scale."""

    id: Id
    label: Text
    points: Number = ""


class ScaleFile(Model, frozen=True):
    """An ordered set of options, lowest first."""

    id: Id
    options: list[OptionFile]
    lexicon: dict[Id, list[Text]] = {}


class ScalesFile(Model, frozen=True):
    """scales.yaml: the scales that all questionnaires share."""

    scales: list[ScaleFile]


class ActionFile(Model, frozen=True):
    """What to do about a low answer."""

    id: Id
    do: Text
    first_step: Text
    done_when: Text
    owner: Text
    source: SourceIds
    at_most: str = ""
    within: Within = 30


class VersionsFile(Model, frozen=True):
    """Wordings for two kinds of worker."""

    employee: str = ""
    volunteer: str = ""


class ItemFile(Model, frozen=True):
    """One question, statement, task or prompt."""

    id: Id
    ask: Text
    source: SourceIds
    kind: Kind | UnsetType = UNSET
    topic: str = ""
    why: str = ""
    find_out: str = ""
    note: str = ""
    url: str = ""
    scale: str = ""
    weight: Number = "1"
    gate: Moment | UnsetType = UNSET
    quick: bool = False
    derived: bool = False
    when: Condition | UnsetType = UNSET
    anchors: dict[str, Text] = {}
    actions: list[ActionFile] = []
    says: dict[str, Text] = {}
    part_of: str = ""
    versions: VersionsFile | UnsetType = UNSET


class SectionFile(Model, frozen=True):
    """A competency, or a group of items."""

    id: Id
    title: Text
    items: list[ItemFile]
    number: int | UnsetType = UNSET
    short: str = ""
    why: str = ""
    find_out: str = ""
    ready: list[Text] = []
    source: SourceIds = []
    weight: Number = "1"
    ask_staff: ActionFile | UnsetType = UNSET


class QuestionnaireFile(Model, frozen=True):
    """A questionnaire or a checklist."""

    id: Id
    title: Text
    version: Version
    sections: list[SectionFile]
    about: str = ""
    kind: Literal["questionnaire", "checklist"] = "questionnaire"
    scale: str = ""
    scales: list[ScaleFile] = []
    retired: dict[FullId, str] = {}
