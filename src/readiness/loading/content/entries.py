"""What entries of all files have in common: ids that stand once, and sources that something explains."""

from collections.abc import Iterable

from readiness.domain.content import Sources
from readiness.loading.tree.place import Path, Report


def check_unique(name: str, key: str, ids: Iterable[str], report: Report) -> None:
    """Notes every entry of the list `name` whose id an earlier one has."""
    taken: set[str] = set()
    for n, each in enumerate(ids):
        if each in taken:
            report.add((name, n, key), f"there is already an entry `{each}`")
        taken.add(each)


class Citing:
    """Reads what the entries of one file cite.

    Args:
        report: takes the problems.
        sources: what explains a source id; None where that is not at hand, and then nothing is checked.
    """

    def __init__(self, report: Report, sources: Sources | None) -> None:
        self._report = report
        self._sources = sources

    def __call__(self, written: str | list[str], parent: Path) -> tuple[str, ...]:
        """The ids under `source`; one that nothing explains is a problem.

        Args:
            written: one id or a list of them.
            parent: the path of what cites them.
        """
        if isinstance(written, str):
            self._check(written, (*parent, "source"))
            return (written,)
        for n, source_id in enumerate(written):
            self._check(source_id, (*parent, "source", n))
        return tuple(written)

    def _check(self, source_id: str, path: Path) -> None:
        if self._sources is not None and self._sources.find(source_id) is None:
            hint = self._report.near(source_id, self._sources.by_prefix)
            self._report.add(path, f"unknown source `{source_id}`", hint)
