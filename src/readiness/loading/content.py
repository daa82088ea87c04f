"""Sources, trainings, resources, terms and lived experience out of their files."""

from collections.abc import Callable, Iterable
from fractions import Fraction

import msgspec

from readiness.domain import content
from readiness.domain.content import Sources
from readiness.loading import files
from readiness.loading.items import as_list
from readiness.loading.numbers import fraction
from readiness.loading.place import Path, Report
from readiness.loading.shape import shape_into
from readiness.loading.tree import Mapping

# Gives a hint (maybe empty) when nothing explains a source id, else None.
SourceCheck = Callable[[str], str | None]


class ContentReader:
    """Reads one of the files that stand beside the questionnaires.

    Args:
        tree: what the file holds.
        file: the file as the person named it.
        unknown_source: checks the ids that it cites.

    Raises (every method):
        InvalidInput: with all problems of the file.
    """

    def __init__(self, tree: Mapping, file: str, unknown_source: SourceCheck) -> None:
        self._tree = tree
        self._unknown_source = unknown_source
        self._report = Report(file, tree)

    def sources(self) -> Sources:
        """sources.yaml."""
        model = shape_into(self._tree, files.SourcesFile, self._report)
        self._unique("sources", "prefix", (each.prefix for each in model.sources))
        self._report.check()
        return Sources({each.prefix: _source(each) for each in model.sources})

    def trainings(self) -> content.Trainings:
        """trainings.yaml."""
        model = shape_into(self._tree, files.TrainingsFile, self._report)
        ids = self._unique("trainings", "id", (each.id for each in model.trainings))
        self._unique("topics", "id", (each.id for each in model.topics))
        for n, training in enumerate(model.trainings):
            if training.requires:
                self._known_training(training.requires, ids, ("trainings", n, "requires"))
        for n, topic in enumerate(model.topics):
            self._known_training(topic.training, ids, ("topics", n, "training"))
        trainings = tuple(
            self._training(t, ("trainings", n)) for n, t in enumerate(model.trainings)
        )
        topics = tuple(
            content.Topic(
                id=t.id,
                training=t.training,
                about=t.about.strip(),
                source=self._cited(t.source, ("topics", n)),
            )
            for n, t in enumerate(model.topics)
        )
        source = self._cited(model.source, ())
        self._report.check()
        return content.Trainings(
            about=model.about.strip(), source=source, trainings=trainings, topics=topics
        )

    def resources(self) -> content.Resources:
        """resources.yaml."""
        model = shape_into(self._tree, files.ResourcesFile, self._report)
        self._unique("resources", "id", (each.id for each in model.resources))
        resources = tuple(
            content.Resource(
                id=r.id,
                title=r.title.strip(),
                url=r.url.strip(),
                section=r.section,
                source=self._cited(r.source, ("resources", n)),
                note=r.note.strip(),
                free_training=r.free_training,
            )
            for n, r in enumerate(model.resources)
        )
        self._report.check()
        return content.Resources(about=model.about.strip(), resources=resources)

    def glossary(self) -> tuple[content.Term, ...]:
        """glossary.yaml."""
        model = shape_into(self._tree, files.GlossaryFile, self._report)
        self._unique("terms", "id", (each.id for each in model.terms))
        terms = tuple(
            content.Term(
                id=t.id,
                term=t.term.strip(),
                means=t.means.strip(),
                also=tuple(word.strip() for word in t.also),
                source=self._cited(t.source, ("terms", n)),
                ours=t.ours,
            )
            for n, t in enumerate(model.terms)
        )
        self._report.check()
        return terms

    def lived_experience(self) -> content.LivedExperience:
        """lived-experience.yaml."""
        model = shape_into(self._tree, files.LivedExperienceFile, self._report)
        self._unique("populations", "id", (each.id for each in model.populations))
        populations = tuple(
            content.Population(
                id=p.id,
                title=p.title.strip(),
                requires=p.requires.strip(),
                note=p.note.strip(),
                source=self._cited(p.source, ("populations", n)),
            )
            for n, p in enumerate(model.populations)
        )
        source = self._cited(model.source, ())
        self._report.check()
        return content.LivedExperience(
            about=model.about.strip(), source=source, populations=populations
        )

    def _training(self, file: files.TrainingFile, path: Path) -> content.Training:
        hours = fraction(file.hours)
        if hours is None or hours <= 0:
            self._report.add((*path, "hours"), f"hours are a number above 0, not `{file.hours}`")
        return content.Training(
            id=file.id,
            title=file.title.strip(),
            about=file.about.strip(),
            group=file.group.strip(),
            hours=hours or Fraction(1),
            group_min=file.group_min,
            group_max=file.group_max,
            audience=tuple(file.audience),
            days=_or_none(file.days),
            apart=file.apart,
            price_usd=_or_none(file.price_usd),
            requires=file.requires,
            california=file.california,
            helps=tuple(file.helps),
            source=self._cited(file.source, path),
        )

    def _known_training(self, name: str, ids: list[str], path: Path) -> None:
        if name not in ids:
            self._report.add(path, f"there is no training `{name}`", self._report.near(name, ids))

    def _unique(self, list_name: str, key: str, ids: Iterable[str]) -> list[str]:
        seen: list[str] = []
        taken: set[str] = set()
        for n, each in enumerate(ids):
            if each in taken:
                self._report.add((list_name, n, key), f"there is already an entry `{each}`")
            taken.add(each)
            seen.append(each)
        return seen

    def _cited(self, written: str | list[str], path: Path) -> tuple[str, ...]:
        ids = as_list(written)
        for source_id in ids:
            hint = self._unknown_source(source_id)
            if hint is not None:
                self._report.add((*path, "source"), f"unknown source `{source_id}`", hint)
        return ids


def _source(file: files.SourceFile) -> content.Source:
    return content.Source(
        prefix=file.prefix,
        title=file.title.strip(),
        publisher=file.publisher.strip(),
        year=file.year.strip(),
        page=file.page.strip(),
        address=file.address.strip(),
    )


def _or_none(value: int | msgspec.UnsetType) -> int | None:
    return None if isinstance(value, msgspec.UnsetType) else value
