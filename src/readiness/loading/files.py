"""What authors may write, file by file: the models that type it and that the JSON Schema comes from.

Texts that may be left out default to nothing rather than null: YAML's null has no meaning here. What msgspec does not
check of a text (that it is there, that it is an id) hangs on three marked types, see `texts.py`. msgspec's own way
of saying it, Meta, makes processes crash as they end (msgspec issue 717), so it is not used.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

# Lower-case letters, digits, _ and -; the second kind has dots as well.
Id = Annotated[str, "id"]
FullId = Annotated[str, "full id"]
# A text that is not empty.
Text = Annotated[str, "text"]
# Typed from text later, exactly: 1/4 and 0.25 are the same.
Number = str | int | float
Version = str | int | float
SourceIds = FullId | list[FullId]
Within = Literal[30, 60, 90]
Condition = dict[str, Any]


class Model(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """The base of all: a key that is not named here is a problem."""


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
    kind: Literal["choice", "choices", "text", "number", "date", "task", "prompt"] | UnsetType = (
        UNSET
    )
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


class SectionFile(Model, frozen=True):
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


class SourceFile(Model, frozen=True):
    """What a source id stands for."""

    prefix: FullId
    title: Text
    publisher: str = ""
    year: str = ""
    page: str = ""
    address: str = ""


class SourcesFile(Model, frozen=True):
    """sources.yaml."""

    sources: list[SourceFile]
    about: str = ""


class TrainingFile(Model, frozen=True):
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


class TopicFile(Model, frozen=True):
    """One topic of a training."""

    id: Id
    training: Id
    about: Text
    source: SourceIds = []


class TrainingsFile(Model, frozen=True):
    """trainings.yaml."""

    trainings: list[TrainingFile]
    about: str = ""
    source: SourceIds = []
    topics: list[TopicFile] = []


class ResourceFile(Model, frozen=True):
    """A link."""

    id: Id
    title: Text
    url: Text
    section: Id
    source: SourceIds = []
    note: str = ""
    free_training: bool = False


class ResourcesFile(Model, frozen=True):
    """resources.yaml."""

    resources: list[ResourceFile]
    about: str = ""


class TermFile(Model, frozen=True):
    """A word and what it means."""

    id: Id
    term: Text
    means: Text
    also: list[Text] = []
    source: SourceIds = []
    ours: bool = False


class GlossaryFile(Model, frozen=True):
    """glossary.yaml."""

    terms: list[TermFile]
    about: str = ""


class PopulationFile(Model, frozen=True):
    """Whom a peer serves, and which lived experience that asks for."""

    id: Id
    title: Text
    requires: Text
    note: str = ""
    source: SourceIds = []


class LivedExperienceFile(Model, frozen=True):
    """lived-experience.yaml."""

    populations: list[PopulationFile]
    about: str = ""
    source: SourceIds = []
