"""trainings.yaml: the training menu."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import UNSET, UnsetType

from readiness.domain.content import Sources, Topic, Training, Trainings
from readiness.loading.content.entries import Citing, check_unique
from readiness.loading.tree.models import Id, Model, Number, SourceIds, Text, given
from readiness.loading.tree.parsing import Mapping
from readiness.loading.tree.place import Path, Report
from readiness.loading.tree.scalars import fraction
from readiness.loading.tree.shape import shape_into


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
    """The whole file."""

    trainings: list[TrainingFile]
    about: str = ""
    source: SourceIds = []
    topics: list[TopicFile] = []


def read_trainings(tree: Mapping, file: str, sources: Sources | None) -> Trainings:
    """The training menu.

    Args:
        tree: what the file holds.
        file: the file as the person named it.
        sources: what explains its source ids; None checks none.

    Raises:
        InvalidInput: with all problems of the file.
    """
    report = Report(file, tree)
    model = shape_into(tree, TrainingsFile, report)
    _check_ids(model, report)
    cited = Citing(report, sources)
    trainings = Trainings(
        about=model.about.strip(),
        source=cited(model.source, ()),
        trainings=tuple(
            _training(each, cited(each.source, ("trainings", n)), report, ("trainings", n))
            for n, each in enumerate(model.trainings)
        ),
        topics=tuple(
            _topic(each, cited(each.source, ("topics", n))) for n, each in enumerate(model.topics)
        ),
    )
    report.check()
    return trainings


def _check_ids(model: TrainingsFile, report: Report) -> None:
    ids = [each.id for each in model.trainings]
    check_unique("trainings", "id", ids, report)
    check_unique("topics", "id", (each.id for each in model.topics), report)
    for n, training in enumerate(model.trainings):
        if training.requires:
            _check_known(training.requires, ids, report, ("trainings", n, "requires"))
    for n, topic in enumerate(model.topics):
        _check_known(topic.training, ids, report, ("topics", n, "training"))


def _check_known(name: str, ids: Sequence[str], report: Report, path: Path) -> None:
    if name not in ids:
        report.add(path, f"there is no training `{name}`", report.near(name, ids))


def _training(file: TrainingFile, source: tuple[str, ...], report: Report, path: Path) -> Training:
    hours = fraction(file.hours)
    if hours is None or hours <= 0:
        report.add((*path, "hours"), f"hours are a number above 0, not `{file.hours}`")
    return Training(
        id=file.id,
        title=file.title.strip(),
        about=file.about.strip(),
        group=file.group.strip(),
        hours=hours or Fraction(1),
        group_min=file.group_min,
        group_max=file.group_max,
        audience=tuple(file.audience),
        days=given(file.days, None),
        apart=file.apart,
        price_usd=given(file.price_usd, None),
        requires=file.requires,
        california=file.california,
        helps=tuple(file.helps),
        source=source,
    )


def _topic(file: TopicFile, source: tuple[str, ...]) -> Topic:
    return Topic(id=file.id, training=file.training, about=file.about.strip(), source=source)
