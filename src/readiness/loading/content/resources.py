"""resources.yaml: links, each for one section."""

from readiness.domain.content import Resource, Resources, Sources
from readiness.loading.content.entries import Citing, check_unique
from readiness.loading.tree.models import Id, Model, SourceIds, Text
from readiness.loading.tree.parsing import Mapping
from readiness.loading.tree.place import Report
from readiness.loading.tree.shape import shape_into


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
    """The whole file."""

    resources: list[ResourceFile]
    about: str = ""


def read_resources(tree: Mapping, file: str, sources: Sources | None) -> Resources:
    """The links; arguments and errors are those of `read_trainings`."""
    report = Report(file, tree)
    model = shape_into(tree, ResourcesFile, report)
    check_unique("resources", "id", (each.id for each in model.resources), report)
    cited = Citing(report, sources)
    resources = tuple(
        _resource(each, cited(each.source, ("resources", n)))
        for n, each in enumerate(model.resources)
    )
    report.check()
    return Resources(about=model.about.strip(), resources=resources)


def _resource(file: ResourceFile, source: tuple[str, ...]) -> Resource:
    return Resource(
        id=file.id,
        title=file.title.strip(),
        url=file.url.strip(),
        section=file.section,
        source=source,
        note=file.note.strip(),
        free_training=file.free_training,
    )
