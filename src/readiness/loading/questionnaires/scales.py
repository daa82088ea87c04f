"""Scales out of a file: options in order, with points that rise from 0 to 1, or with none at all."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from readiness.domain.answers import MISSING
from readiness.domain.questionnaire import Option, Scale
from readiness.errors import InvalidInput
from readiness.loading.questionnaires.files import ScaleFile, ScalesFile
from readiness.loading.tree.parsing import Mapping as Tree
from readiness.loading.tree.place import Path, Report, sorted_problems
from readiness.loading.tree.scalars import fraction
from readiness.loading.tree.shape import shape_into

# Ways of saying these two can stand in a lexicon beside those of the options.
_OUTSIDE = ("dont_know", "not_applicable")


def shared_scales(files: Iterable[tuple[str, Tree]]) -> dict[str, Scale]:
    """The scales of scales.yaml, which may come in several files.

    Args:
        files: the name of each, and what it holds.

    Raises:
        InvalidInput: with all problems of all files.
    """
    scales: dict[str, Scale] = {}
    problems = []
    for file, tree in files:
        report = Report(file, tree)
        model = shape_into(tree, ScalesFile, report)
        scales |= read_scales(model.scales, report, scales)
        problems += report.problems
    if problems:
        raise InvalidInput(sorted_problems(problems))
    return scales


def read_scales(
    files: Sequence[ScaleFile], report: Report, shared: Mapping[str, Scale]
) -> dict[str, Scale]:
    """The scales of a file's `scales` list, by id.

    Args:
        files: as the author wrote them.
        report: takes the problems.
        shared: scales of other files, whose ids are taken.
    """
    scales: dict[str, Scale] = {}
    for n, file in enumerate(files):
        path: Path = ("scales", n)
        if file.id in scales or file.id in shared:
            report.add(
                (*path, "id"), f"there is already a scale `{file.id}`", "Give it another id."
            )
        else:
            scales[file.id] = _scale(file, report, path)
    return scales


def _scale(file: ScaleFile, report: Report, path: Path) -> Scale:
    options = tuple(
        Option(o.id, o.label.strip(), _points(o.points, report, (*path, "options", n, "points")))
        for n, o in enumerate(file.options)
    )
    if not options:
        report.add((*path, "options"), "a scale needs options")
    _check_ids(options, report, path)
    _check_points(file, options, report, path)
    _check_lexicon(file, options, report, path)
    lexicon = {
        key: tuple(" ".join(p.split()) for p in phrases) for key, phrases in file.lexicon.items()
    }
    return Scale(file.id, options, lexicon)


def _points(written: object, report: Report, path: Path) -> Fraction | None:
    if written == "":
        return None
    points = fraction(written)
    if points is None:
        report.add(path, f"points are a number such as 0.25 or 1/4, not `{written}`")
    elif not 0 <= points <= 1:
        report.add(path, f"points run from 0 to 1, and {written} is outside")
    return points


def _check_ids(options: Sequence[Option], report: Report, path: Path) -> None:
    seen: set[str] = set()
    for n, option in enumerate(options):
        place = (*path, "options", n, "id")
        if option.id in seen:
            report.add(place, f"the option `{option.id}` is here twice")
        if option.id in MISSING:
            report.add(place, f"`{option.id}` stands outside every scale", "Leave this option out.")
        seen.add(option.id)


def _check_points(file: ScaleFile, options: Sequence[Option], report: Report, path: Path) -> None:
    gaps = [option.id for option in file.options if option.points == ""]
    if gaps and len(gaps) < len(options):
        report.add(
            (*path, "options"), f"some options have points and some do not ({', '.join(gaps)})"
        )
    points = [(n, option.points) for n, option in enumerate(options) if option.points is not None]
    for (_, low), (n, high) in pairwise(points):
        if high <= low:
            report.add(
                (*path, "options", n, "points"),
                f"points have to rise: {high} comes after {low}",
                "List the options from the lowest to the highest.",
            )


def _check_lexicon(file: ScaleFile, options: Sequence[Option], report: Report, path: Path) -> None:
    known = [*(option.id for option in options), *_OUTSIDE]
    for key in file.lexicon:
        if key not in known:
            message = f"the scale has no option `{key}`"
            report.add((*path, "lexicon", key), message, report.near(key, known), key=True)
