"""trainings.yaml: the training menu."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import UNSET, UnsetType

from readiness.domain.content import Booking, Cited, Sources, Topic, Training, Trainings
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
    by_choice: bool = False
    price_usd: int | UnsetType = UNSET
    requires: str = ""
    includes: str = ""
    california: bool = False
    helps: list[Id] = []


class TopicFile(Model, frozen=True):
    """One topic of a training."""

    id: Id
    training: Id
    about: Text
    source: SourceIds = []


class CitedFile(Model, frozen=True):
    """Something that is said of all trainings, and what it rests on."""

    about: Text
    source: SourceIds = []


class BookingFile(Model, frozen=True):
    """How to book."""

    california: Text
    elsewhere: Text
    source: SourceIds = []


class TrainingsFile(Model, frozen=True):
    """The whole file."""

    trainings: list[TrainingFile]
    about: str = ""
    source: SourceIds = []
    confirm: CitedFile | UnsetType = UNSET
    discount: CitedFile | UnsetType = UNSET
    booking: BookingFile | UnsetType = UNSET
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
        confirm=_cited(model.confirm, cited, "confirm"),
        discount=_cited(model.discount, cited, "discount"),
        booking=_booking(model.booking, cited),
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
        for key, other in (("requires", training.requires), ("includes", training.includes)):
            if other:
                _check_known(other, ids, report, ("trainings", n, key))
        _check_group(training, report, ("trainings", n))
    _check_rings(model.trainings, report)
    for n, topic in enumerate(model.topics):
        _check_known(topic.training, ids, report, ("topics", n, "training"))


def _check_known(name: str, ids: Sequence[str], report: Report, path: Path) -> None:
    if name not in ids:
        report.add(path, f"there is no training `{name}`", report.near(name, ids))


def _check_group(training: TrainingFile, report: Report, path: Path) -> None:
    if training.group_min < 1:
        message = f"a group has at least one person, not `{training.group_min}`"
        report.add((*path, "group_min"), message)
    elif training.group_max < training.group_min:
        message = f"the largest group is smaller than the smallest, `{training.group_min}`"
        report.add((*path, "group_max"), message)
    if not isinstance(training.price_usd, UnsetType) and training.price_usd < 0:
        report.add((*path, "price_usd"), f"a price is 0 or more, not `{training.price_usd}`")


def _check_rings(trainings: Sequence[TrainingFile], report: Report) -> None:
    """No training may come, over others, before itself."""
    first = {training.id: training.requires for training in trainings}
    for n, training in enumerate(trainings):
        before, seen = training.requires, {training.id}
        while before and before not in seen:
            seen.add(before)
            before = first.get(before, "")
        if before == training.id:
            message = f"`{training.id}` would have to come before itself"
            report.add(("trainings", n, "requires"), message)


def _cited(file: CitedFile | UnsetType, cited: Citing, key: str) -> Cited:
    if isinstance(file, UnsetType):
        return Cited()
    return Cited(file.about.strip(), cited(file.source, (key,)))


def _booking(file: BookingFile | UnsetType, cited: Citing) -> Booking:
    if isinstance(file, UnsetType):
        return Booking()
    return Booking(
        california=file.california.strip(),
        elsewhere=file.elsewhere.strip(),
        source=cited(file.source, ("booking",)),
    )


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
        by_choice=file.by_choice,
        price_usd=given(file.price_usd, None),
        requires=file.requires,
        includes=file.includes,
        california=file.california,
        helps=tuple(file.helps),
        source=source,
    )


def _topic(file: TopicFile, source: tuple[str, ...]) -> Topic:
    return Topic(id=file.id, training=file.training, about=file.about.strip(), source=source)
