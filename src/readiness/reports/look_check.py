"""Whether a folder's templates can be used: each is read, then every kind of report is made with them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from readiness import resources
from readiness.domain.look import Look
from readiness.domain.problem import Problem, did_you_mean
from readiness.errors import InvalidInput, MissingExtra
from readiness.reports.escape import line
from readiness.reports.formats import Format, render
from readiness.reports.kinds import Handout
from readiness.reports.rendering import Rendering
from readiness.reports.templating import Templates

_FORMATS: tuple[Format, ...] = ("md", "html", "pdf")


def check_templates(look: Look, samples: Iterable[Handout]) -> list[Problem]:
    """All problems of a look's templates, in the order of their files.

    Args:
        look: its folder of templates is looked at.
        samples: reports to try them on, best one of each kind.
    """
    if look.templates is None:
        return []
    folder = Path(look.templates)
    problems = [*_names(folder), *_syntax(folder)]
    if not problems:
        problems = list(dict.fromkeys(_tried(look, samples)))
    return sorted(problems, key=lambda problem: (problem.file, problem.line or 0))


def _names(folder: Path) -> Iterator[Problem]:
    """Templates that take no other's place, and so would never be used."""
    shipped = [path.name for path in resources.templates().glob("*.j2")]
    used = "\n".join(path.read_text("utf-8", "replace") for path in folder.glob("*.j2"))
    for path in sorted(folder.glob("*.j2")):
        if path.name not in shipped and f'"{path.name}"' not in used:
            yield Problem(
                file=str(path),
                message="no template of this name is used",
                hint=did_you_mean(path.name, shipped),
            )


def _syntax(folder: Path) -> Iterator[Problem]:
    templates = Templates(line, {}, folders=[folder])
    for path in sorted(folder.glob("*.j2")):
        try:
            templates.check(path.name)
        except InvalidInput as fault:
            yield from (p for p in fault.problems if isinstance(p, Problem))


def _tried(look: Look, samples: Iterable[Handout]) -> Iterator[Problem]:
    for sample in samples:
        for form in _FORMATS:
            try:
                render(sample, form, Rendering(look=look))
            except InvalidInput as fault:
                yield from (p for p in fault.problems if isinstance(p, Problem))
            except MissingExtra:
                continue  # what cannot be made here is not tried
