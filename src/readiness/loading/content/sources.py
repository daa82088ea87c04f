"""sources.yaml: what the source ids that everything cites stand for."""

from readiness.domain.content import Source, Sources
from readiness.loading.content.entries import check_unique
from readiness.loading.tree.models import FullId, Model, Text
from readiness.loading.tree.parsing import Mapping
from readiness.loading.tree.place import Report
from readiness.loading.tree.shape import shape_into


class SourceFile(Model, frozen=True):
    """What a source id stands for."""

    prefix: FullId
    title: Text
    publisher: str = ""
    year: str = ""
    page: str = ""
    address: str = ""


class SourcesFile(Model, frozen=True):
    """The whole file."""

    sources: list[SourceFile]
    about: str = ""


def read_sources(tree: Mapping, file: str) -> Sources:
    """The sources of one file.

    Raises:
        InvalidInput: with all problems of the file.
    """
    report = Report(file, tree)
    model = shape_into(tree, SourcesFile, report)
    check_unique("sources", "prefix", (each.prefix for each in model.sources), report)
    report.check()
    return Sources({each.prefix: _source(each) for each in model.sources})


def _source(file: SourceFile) -> Source:
    return Source(
        prefix=file.prefix,
        title=file.title.strip(),
        publisher=file.publisher.strip(),
        year=file.year.strip(),
        page=file.page.strip(),
        address=file.address.strip(),
    )
