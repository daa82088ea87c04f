"""What authors may write, file by file: the models that type it and that the JSON Schema comes from.

Texts that may be left out default to nothing rather than null: YAML's null has no meaning here. What msgspec does not
check of a text (that it is there, that it is an id) hangs on the three new types, see `texts.py`. msgspec's own way
of saying it, Meta, makes processes crash as they end (msgspec issue 717), so it is not used.
"""

from typing import Any, Literal, NewType

import msgspec
from msgspec import UNSET, UnsetType

from readiness.domain.answers import Role, Scope
from readiness.domain.log import MarkState

# Lower-case letters, digits, _ and -; the second kind has dots as well.
Id = NewType("Id", str)
FullId = NewType("FullId", str)
# A text that is not empty.
Text = NewType("Text", str)
# Typed from text later, exactly: 1/4 and 0.25 are the same.
Number = str | int | float
Version = str | int | float
SourceIds = FullId | list[FullId]
Within = Literal[30, 60, 90]
Condition = dict[str, Any]


class Model(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The base of all: a key that is not named here is a problem."""


class OptionFile(Model):
    """One step of a scale."""

    id: Id
    label: Text
    points: Number = ""


class ScaleFile(Model):
    """An ordered set of options, lowest first."""

    id: Id
    options: list[OptionFile]
    lexicon: dict[Id, list[Text]] = {}


class ScalesFile(Model):
    """scales.yaml: the scales that all questionnaires share."""

    scales: list[ScaleFile]


class ActionFile(Model):
    """What to do about a low answer."""

    id: Id
    do: Text
    first_step: Text
    done_when: Text
    owner: Text
    source: SourceIds
    at_most: str = ""
    within: Within = 30


class VersionsFile(Model):
    """Wordings for two kinds of worker."""

    employee: str = ""
    volunteer: str = ""


class ItemFile(Model):
    """One question, statement, task or prompt."""

    id: Id
    ask: Text
    source: SourceIds
    kind: Literal["choice", "choices", "text", "number", "date", "task", "prompt"] | UnsetType = UNSET
    topic: str = ""
    why: str = ""
    find_out: str = ""
    note: str = ""
    url: str = ""
    scale: str = ""
    weight: Number = "1"
    gate: Literal["posting", "day_one"] | UnsetType = UNSET
    quick: bool = False
    derived: bool = False
    when: Condition | UnsetType = UNSET
    anchors: dict[str, Text] = {}
    actions: list[ActionFile] = []
    says: dict[str, Text] = {}
    part_of: str = ""
    versions: VersionsFile | UnsetType = UNSET


class SectionFile(Model):
    """A competency, or a group of items."""

    id: Id
    title: Text
    items: list[ItemFile]
    number: int | UnsetType = UNSET
    short: str = ""
    why: str = ""
    find_out: str = ""
    source: SourceIds = []
    weight: Number = "1"
    ask_staff: ActionFile | UnsetType = UNSET


class QuestionnaireFile(Model):
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


class SourceFile(Model):
    """What a source id stands for."""

    prefix: FullId
    title: Text
    publisher: str = ""
    year: str = ""
    page: str = ""
    address: str = ""


class SourcesFile(Model):
    """sources.yaml."""

    sources: list[SourceFile]
    about: str = ""


class TrainingFile(Model):
    """A course."""

    id: Id
    title: Text
    about: Text
    group: Text
    hours: Number
    group_min: int
    group_max: int
    audience: list[Text]
    source: SourceIds
    days: int | UnsetType = UNSET
    apart: bool = False
    price_usd: int | UnsetType = UNSET
    requires: str = ""
    california: bool = False
    helps: list[Id] = []


class TopicFile(Model):
    """One topic of a training."""

    id: Id
    training: Id
    about: Text
    source: SourceIds = []


class TrainingsFile(Model):
    """trainings.yaml."""

    trainings: list[TrainingFile]
    about: str = ""
    source: SourceIds = []
    topics: list[TopicFile] = []


class ResourceFile(Model):
    """A link."""

    id: Id
    title: Text
    url: Text
    section: Id
    source: SourceIds = []
    note: str = ""
    free_training: bool = False


class ResourcesFile(Model):
    """resources.yaml."""

    resources: list[ResourceFile]
    about: str = ""


class TermFile(Model):
    """A word and what it means."""

    id: Id
    term: Text
    means: Text
    also: list[Text] = []
    source: SourceIds = []
    ours: bool = False


class GlossaryFile(Model):
    """glossary.yaml."""

    terms: list[TermFile]
    about: str = ""


class PopulationFile(Model):
    """Whom a peer serves, and which lived experience that asks for."""

    id: Id
    title: Text
    requires: Text
    note: str = ""
    source: SourceIds = []


class LivedExperienceFile(Model):
    """lived-experience.yaml."""

    populations: list[PopulationFile]
    about: str = ""
    source: SourceIds = []


class RespondentFile(Model):
    """Who answers, and from which seat."""

    name: str = ""
    role: Role | UnsetType = UNSET


class LogAnswerFile(Model):
    """A logged answer that is more than one word; one of the first four holds it."""

    value: str | list[str] | UnsetType = UNSET
    text: str | UnsetType = UNSET
    number: str | UnsetType = UNSET
    date: str | UnsetType = UNSET
    note: str = ""
    flag: bool = False
    share: bool = False


class EntryFile(Model):
    """One line of the log."""

    number: int
    item: FullId
    at: Text
    respondent: str = ""
    answer: str | list[str] | LogAnswerFile | UnsetType = UNSET
    wording: str = ""
    undoes: int | UnsetType = UNSET


class MarkFile(Model):
    """What people decided about an action."""

    owner: str = ""
    due: str = ""
    state: MarkState = "open"
    reason: str = ""


class AnswersModel(Model):
    """An answers file; its `answers` are typed later, by the items that they answer."""

    readiness: Text
    answers: dict[str, Any]
    agency: str = ""
    round: str = "baseline"
    date: str = ""
    scope: Scope = "full"
    respondent: RespondentFile | UnsetType = UNSET
    questionnaires: list[Text] | UnsetType = UNSET
    sections: list[Text] = []
    id: Text | UnsetType = UNSET
    wording: dict[str, str] | UnsetType = UNSET
    log: list[EntryFile] = []
    plan: dict[FullId, MarkFile] = {}


class PhrasesFile(Model):
    """phrases.yaml."""

    phrases: dict[str, Text | list[Text]]
