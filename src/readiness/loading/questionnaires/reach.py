"""Whether any answers at all make a condition true: an item that nobody can ever be asked is a mistake.

Unknown is never needed to make a condition true (what is true with a value missing stays true whatever the value is),
so it is enough to try values for the items that a condition hangs on, in the order of asking.
"""

from itertools import pairwise

from readiness.domain.conditions import Condition, Held, Test, tests
from readiness.loading.questionnaires.index import Index, Known

# Finding out is as hard as any puzzle can be made; past these bounds an item counts as reachable.
_MAX_ITEMS = 40
_MAX_STEPS = 4000
_MAX_VALUES = 64


class Reach:
    """Answers for one set of questionnaires; ask for items in the order of asking."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._answers: dict[Condition, bool] = {}

    def possible(self, condition: Condition) -> bool:
        """Whether some combination of answers makes the condition true."""
        if condition not in self._answers:
            items = self._hangs_on(condition)
            self._answers[condition] = items is None or _Search(condition, items).finds()
        return self._answers[condition]

    def _hangs_on(self, condition: Condition) -> list[Known] | None:
        """The items that a condition hangs on, also through others, in the order of asking; None for too many."""
        found: dict[str, Known] = {}
        todo = [condition]
        while todo:
            for test in tests(todo.pop()):
                known = self._index.get(test.item)
                if known is None or known.id in found:
                    continue
                found[known.id] = known
                if known.when is not None:
                    todo.append(known.when)
            if len(found) > _MAX_ITEMS:
                return None
        return sorted(
            (k for k in found.values() if k.order is not None), key=lambda k: k.order or ()
        )


class _Search:
    """Backtracking over the values of a few items."""

    def __init__(self, condition: Condition, items: list[Known]) -> None:
        self._condition = condition
        self._items = items
        conditions = [condition, *(item.when for item in items if item.when is not None)]
        on: dict[str, list[Test]] = {item.id: [] for item in items}
        for each in conditions:
            for test in tests(each):
                on.setdefault(test.item, []).append(test)
        self._values = {item.id: _values(item, on[item.id]) for item in items}
        self._held: dict[str, Held] = {}
        self._steps = 0

    def finds(self) -> bool:
        """Whether values make the condition true; also yes where trying them all would take too long."""
        too_many = any(len(values) >= _MAX_VALUES for values in self._values.values())
        return too_many or self._run(0)

    def _run(self, at: int) -> bool:
        self._steps += 1
        if self._steps > _MAX_STEPS:
            return True
        sofar = self._condition.holds(self._held.get)
        if sofar is not None or at == len(self._items):
            return sofar is True
        item = self._items[at]
        if item.when is not None and item.when.holds(self._held.get) is not True:
            return self._run(at + 1)
        for value in self._values[item.id]:
            self._held[item.id] = value
            if self._run(at + 1):
                return True
        self._held.pop(item.id, None)
        return False


def _values(item: Known, on: list[Test]) -> list[Held]:
    """Values of an item that together show every way in which the tests on it can turn out."""
    if item.kind == "number":
        return _numbers(on)
    if item.scale is None:
        return [None]
    ways: dict[int, tuple[str, ...]] = {_way(option, on): (option,) for option in item.scale.ids}
    if item.kind == "choice":
        return [options[0] for options in ways.values()]
    return list(_combined(ways).values())


def _way(option: str, on: list[Test]) -> int:
    """Which of the tests an option satisfies, as bits."""
    return sum(1 << n for n, test in enumerate(on) if option in test.options)


def _combined(ways: dict[int, tuple[str, ...]]) -> dict[int, Held]:
    """The same for sets of options: any one that fits will do. Nothing chosen satisfies nothing."""
    combined: dict[int, tuple[str, ...]] = {0: ()}
    for bits, options in ways.items():
        for others, chosen in list(combined.items()):
            if len(combined) < _MAX_VALUES:
                combined.setdefault(bits | others, chosen + options)
    return dict(combined)


def _numbers(on: list[Test]) -> list[Held]:
    bounds = sorted({test.bound for test in on if test.bound is not None})
    if not bounds:
        return [0]
    between = [(low + high) / 2 for low, high in pairwise(bounds)]
    return [*bounds, *between, bounds[0] - 1, bounds[-1] + 1]
