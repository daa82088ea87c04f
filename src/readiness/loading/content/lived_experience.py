"""lived-experience.yaml: whom a peer serves, and which lived experience that asks for."""

from readiness.domain.content import LivedExperience, Population, Sources
from readiness.loading.content.entries import Citing, check_unique
from readiness.loading.tree.models import Id, Model, SourceIds, Text
from readiness.loading.tree.parsing import Mapping
from readiness.loading.tree.place import Report
from readiness.loading.tree.shape import shape_into


class PopulationFile(Model, frozen=True):
    """One row of the table."""

    id: Id
    title: Text
    requires: Text
    note: str = ""
    source: SourceIds = []


class LivedExperienceFile(Model, frozen=True):
    """The whole file."""

    populations: list[PopulationFile]
    about: str = ""
    source: SourceIds = []


def read_lived_experience(tree: Mapping, file: str, sources: Sources | None) -> LivedExperience:
    """The table; arguments and errors are those of `read_trainings`."""
    report = Report(file, tree)
    model = shape_into(tree, LivedExperienceFile, report)
    check_unique("populations", "id", (each.id for each in model.populations), report)
    cited = Citing(report, sources)
    table = LivedExperience(
        about=model.about.strip(),
        source=cited(model.source, ()),
        populations=tuple(
            _population(each, cited(each.source, ("populations", n)))
            for n, each in enumerate(model.populations)
        ),
    )
    report.check()
    return table


def _population(file: PopulationFile, source: tuple[str, ...]) -> Population:
    return Population(
        id=file.id,
        title=file.title.strip(),
        requires=file.requires.strip(),
        note=file.note.strip(),
        source=source,
    )
