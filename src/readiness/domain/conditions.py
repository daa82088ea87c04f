"""Conditions: a small closed vocabulary with three values, never code.

A condition is true, false or unknown (None). A test on an item without a value is unknown; `all`, `any` and `not`
follow Kleene's logic.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

# What an item holds, as conditions see it: an option id, several of them, a number, or nothing known.
Held = str | tuple[str, ...] | int | float | None
Lookup = Callable[[str], Held]


class Test(msgspec.Struct, frozen=True):
    """A test on one item.

    Attributes:
        item: the full id of the item it names.
        op: `any_of` with option ids; `at_least` or `at_most` with one bound.
        options: the option ids that satisfy it (for bounds too: the loader resolves them on the item's scale).
        bound: the number to compare with, for items that hold a number.
        written: the option ids or bound as the author wrote them, for people.
    """

    item: str
    op: Literal["any_of", "at_least", "at_most"]
    options: tuple[str, ...] = ()
    bound: float | None = None
    written: tuple[str, ...] = ()

    def holds(self, lookup: Lookup) -> bool | None:
        """True, false, or None when the item has no value; with several choices any one that fits will do."""
        held = lookup(self.item)
        if held is None:
            return None
        if self.bound is not None:
            if not isinstance(held, int | float):
                return None
            return held >= self.bound if self.op == "at_least" else held <= self.bound
        chosen = held if isinstance(held, tuple) else (held,)
        return any(option in self.options for option in chosen)


class All(msgspec.Struct, frozen=True):
    """True when every part is; false as soon as one is."""

    parts: tuple["Condition", ...]

    def holds(self, lookup: Lookup) -> bool | None:
        """True, false or unknown."""
        values = [part.holds(lookup) for part in self.parts]
        if False in values:
            return False
        return None if None in values else True


class Any(msgspec.Struct, frozen=True):
    """True as soon as one part is; false when every part is."""

    parts: tuple["Condition", ...]

    def holds(self, lookup: Lookup) -> bool | None:
        """True, false or unknown."""
        values = [part.holds(lookup) for part in self.parts]
        if True in values:
            return True
        return None if None in values else False


class Not(msgspec.Struct, frozen=True):
    """The opposite of its part; unknown stays unknown."""

    part: "Condition"

    def holds(self, lookup: Lookup) -> bool | None:
        """True, false or unknown."""
        value = self.part.holds(lookup)
        return None if value is None else not value


Condition = Test | All | Any | Not


def tests(condition: Condition) -> Iterator[Test]:
    """Every test in a condition, in the order written."""
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, Not):
        yield from tests(condition.part)
    else:
        for part in condition.parts:
            yield from tests(part)
