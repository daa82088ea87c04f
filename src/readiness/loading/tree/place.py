"""Problems of one file, collected at the places that a path leads to."""

from collections.abc import Iterable
from typing import Literal

from readiness.domain.problem import Problem, did_you_mean
from readiness.errors import InvalidInput
from readiness.loading.tree.parsing import Mapping, Sequence, Spot, spot

Path = tuple[str | int, ...]

# Looking for the nearest of thousands of words takes a while; past this many, a file has other troubles.
_MAX_HINTS = 20


class Report:
    """Collects the problems of one file, beginning with those that were found as it was parsed.

    Args:
        file: the file as the person named it.
        tree: what it holds, to find lines and columns.
    """

    def __init__(self, file: str, tree: Mapping) -> None:
        self.file = file
        self.tree = tree
        self.problems: list[Problem] = list(tree.problems)
        self._parsed = {(problem.line, problem.column) for problem in tree.problems}
        self._hints = 0

    def add(self, path: Path, message: str, hint: str = "", *, key: bool = False) -> None:
        """Notes a problem with the value that the path leads to, or with its key."""
        problem = self.problem(path, message, hint, key=key)
        # What cannot stand in a file, such as an alias, fits no model either: once is enough.
        if (problem.line, problem.column) not in self._parsed:
            self.problems.append(problem)

    def problem(self, path: Path, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem with the value that the path leads to, or with its key; it is not collected."""
        return self._problem(path, message, hint, "error", key=key)

    def warning(self, path: Path, message: str, hint: str = "") -> Problem:
        """A warning about the value that the path leads to; it is not collected, because it stops nothing."""
        return self._problem(path, message, hint, "warning")

    def near(self, word: str, known: Iterable[str]) -> str:
        """`Did you mean …?`, or an empty text."""
        self._hints += 1
        return did_you_mean(word, list(known)) if self._hints <= _MAX_HINTS else ""

    def spot(self, path: Path, *, key: bool = False) -> Spot:
        """Where the value of a path stands (or its key); for one that is missing, where its parent stands."""
        node: object = self.tree
        mark = self.tree.mark
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node:
                mark = (node.key_marks if key and step is path[-1] else node.value_marks)[step]
                node = node[step]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                mark = node.value_marks[step]
                node = node[step]
            else:
                break
        return spot(mark)

    def _problem(
        self,
        path: Path,
        message: str,
        hint: str,
        level: Literal["error", "warning"],
        *,
        key: bool = False,
    ) -> Problem:
        line, column = self.spot(path, key=key)
        return Problem(
            file=self.file,
            line=line,
            column=column,
            path=written(path),
            message=message,
            hint=hint,
            level=level,
        )

    def check(self) -> None:
        """Raises InvalidInput when there are problems."""
        if self.problems:
            raise InvalidInput(sorted_problems(self.problems))


def written(path: Path) -> str:
    """A path as people read it, such as `sections[2].items[0].ask`; counted from 0."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(parts).removeprefix(".")


def problems_of(error: InvalidInput) -> list[Problem]:
    """What is wrong with the files that an error is about."""
    return [problem for problem in error.problems if isinstance(problem, Problem)]


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """In the order of the places in each file; the files stay in the order given, and no problem comes twice."""
    unique = list(dict.fromkeys(problems))
    files = {file: n for n, file in enumerate(dict.fromkeys(problem.file for problem in unique))}
    return sorted(unique, key=lambda p: (files[p.file], p.line or 0, p.column or 0))
