"""Conditions out of what an author wrote under `when`: a small closed vocabulary, never code."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from readiness.domain.conditions import All, Any, Condition, Not, Test
from readiness.loading.questionnaires.index import Index, Known
from readiness.loading.tree.parsing import described
from readiness.loading.tree.place import Path
from readiness.loading.tree.scalars import number

_WORDS = ("all", "any", "not")
_BOUNDS: tuple[Literal["at_least", "at_most"], ...] = ("at_least", "at_most")


def items_named(written: object) -> Iterator[str]:
    """The ids of items in what an author wrote, whatever else may be wrong with it."""
    if isinstance(written, Mapping):
        for key, value in written.items():
            if key in _WORDS:
                yield from items_named(value)
            else:
                yield str(key)
    elif isinstance(written, Sequence) and not isinstance(written, str):
        for part in written:
            yield from items_named(part)


class WhenReader:
    """Reads the condition of one item.

    Args:
        known: the item that has the condition; its report takes the problems.
        index: every item that a condition can name.
        complete: false where some file could not be read: then an unknown item is no problem.
    """

    def __init__(self, known: Known, index: Index, *, complete: bool = True) -> None:
        self._known = known
        self._index = index
        self._complete = complete
        self._report = known.draft.report

    def read(self, written: object) -> Condition | None:
        """The condition; None where anything in it is a problem."""
        before = len(self._report.problems)
        condition = self._condition(written, (*self._known.path, "when"))
        return condition if len(self._report.problems) == before else None

    def _condition(self, written: object, path: Path) -> Condition | None:
        if not isinstance(written, Mapping):
            self._report.add(path, f"a condition is `item: option` lines, not {described(written)}")
            return None
        if not written:
            self._report.add(path, "the condition is empty")
        parts = [self._part(key, value, (*path, key)) for key, value in written.items()]
        return self._joined(parts)

    def _joined(self, parts: Sequence[Condition | None]) -> Condition | None:
        good = tuple(part for part in parts if part is not None)
        return good[0] if len(good) == 1 else All(good)

    def _part(self, key: str, value: object, path: Path) -> Condition | None:
        if key == "not":
            part = self._condition(value, path)
            return Not(part) if part is not None else None
        if key in ("all", "any"):
            return self._several(key, value, path)
        return self._test(key, value, path)

    def _several(self, key: str, value: object, path: Path) -> Condition | None:
        if not isinstance(value, Sequence) or isinstance(value, str) or not value:
            self._report.add(path, f"`{key}` needs a list of conditions, not {described(value)}")
            return None
        parts = [self._condition(member, (*path, n)) for n, member in enumerate(value)]
        good = tuple(part for part in parts if part is not None)
        return All(good) if key == "all" else Any(good)

    def _test(self, name: str, value: object, path: Path) -> Condition | None:
        named = self._named(name, path)
        if named is None or named.scale_missing:
            return None
        if isinstance(value, Mapping):
            return self._bounds(named, value, path)
        options = [value] if isinstance(value, str) else value
        if not isinstance(options, Sequence) or not options:
            self._report.add(
                path, f"an option or a list of options is needed here, not {described(value)}"
            )
            return None
        if named.scale is None:
            hint = "Use at_least or at_most." if named.kind == "number" else ""
            self._report.add(
                path, f"`{name}` is a {named.kind} item and has no options to test", hint
            )
            return None
        chosen = tuple(self._option(named, option, path) for option in options)
        return Test(named.id, "any_of", chosen, None, chosen)

    def _named(self, name: str, path: Path) -> Known | None:
        named = self._index.get(name)
        if named is None and not self._complete:
            return None
        if named is None:
            hint = self._report.near(name, [*self._index, *_WORDS])
            self._report.add(path, f"there is no item `{name}`", hint, key=True)
            return None
        if problem := self._out_of_order(named):
            self._report.add(path, problem, key=True)
            return None
        return named

    def _out_of_order(self, named: Known) -> str:
        me = self._known
        if named.id == me.id:
            return "an item cannot hang on itself"
        if named.order is None:
            return f"`{named.id}` is an entry of a checklist, which is never asked"
        if me.order is None:
            return ""
        if named.order >= me.order:
            return f"`{named.id}` is asked later; a condition names only items asked earlier"
        if me.scored and named.scored:
            return (
                f"`{named.id}` is scored; the condition of a scored item names only unscored items"
            )
        return ""

    def _option(self, named: Known, option: object, path: Path) -> str:
        if not isinstance(option, str):
            self._report.add(path, f"an option is needed here, not {described(option)}")
            return ""
        if named.scale is not None and option not in named.scale.ids:
            message = f"`{named.id}` has no option `{option}`; it has {', '.join(named.scale.ids)}"
            self._report.add(path, message, self._report.near(option, named.scale.ids))
        return option

    def _bounds(self, named: Known, value: Mapping[str, object], path: Path) -> Condition | None:
        for key in value:
            if key not in _BOUNDS:
                hint = self._report.near(key, _BOUNDS)
                self._report.add((*path, key), f"unknown test `{key}`", hint, key=True)
        parts = [self._bound(named, op, value[op], (*path, op)) for op in _BOUNDS if op in value]
        if not value:
            self._report.add(path, "the test is empty", "Write at_least or at_most.")
        return self._joined(parts)

    def _bound(
        self, named: Known, op: Literal["at_least", "at_most"], bound: object, path: Path
    ) -> Condition | None:
        if not isinstance(bound, str):
            self._report.add(path, f"one option or number is needed here, not {described(bound)}")
            return None
        if named.kind == "number":
            limit = number(bound)
            if limit is None:
                self._report.add(path, f"a number is needed here, not `{bound}`")
                return None
            return Test(named.id, op, (), float(limit), (bound,))
        if named.scale is None:
            message = f"`{named.id}` is a {named.kind} item: it has neither an order nor a number"
            self._report.add(path, message)
            return None
        option = self._option(named, bound, path)
        if option not in named.scale.ids:
            return None
        at = named.scale.rank(option)
        fitting = named.scale.ids[at:] if op == "at_least" else named.scale.ids[: at + 1]
        return Test(named.id, op, fitting, None, (option,))
