"""glossary.yaml: words that a new director would ask about."""

from readiness.domain.content import Sources, Term
from readiness.loading.content.entries import Citing, check_unique
from readiness.loading.tree.models import Id, Model, SourceIds, Text
from readiness.loading.tree.parsing import Mapping
from readiness.loading.tree.place import Report
from readiness.loading.tree.shape import shape_into


class TermFile(Model, frozen=True):
    """A word and what it means."""

    id: Id
    term: Text
    means: Text
    also: list[Text] = []
    source: SourceIds = []
    ours: bool = False


class GlossaryFile(Model, frozen=True):
    """The whole file."""

    terms: list[TermFile]
    about: str = ""


def read_glossary(tree: Mapping, file: str, sources: Sources | None) -> tuple[Term, ...]:
    """The terms, in the order of the file; arguments and errors are those of `read_trainings`."""
    report = Report(file, tree)
    model = shape_into(tree, GlossaryFile, report)
    check_unique("terms", "id", (each.id for each in model.terms), report)
    cited = Citing(report, sources)
    terms = tuple(
        _term(each, cited(each.source, ("terms", n))) for n, each in enumerate(model.terms)
    )
    report.check()
    return terms


def _term(file: TermFile, source: tuple[str, ...]) -> Term:
    return Term(
        id=file.id,
        term=file.term.strip(),
        means=file.means.strip(),
        also=tuple(word.strip() for word in file.also),
        source=source,
        ours=file.ours,
    )
