"""Where two sequences of keys agree.

The lines of a plan are nearly all different from one another, and mostly in the same order, so that most are matched by
their keys alone. difflib looks at what lies between those, and at all of it where something was moved.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Block = tuple[int, int, int]
Pair = tuple[int, int]


class Matcher:
    """What merge3 may use in place of difflib's SequenceMatcher, which its first and last argument are for."""

    def __init__(
        self,
        isjunk: object = None,
        a: Sequence[str] = "",
        b: Sequence[str] = "",
        autojunk: bool = False,
    ) -> None:
        del isjunk, autojunk
        self._a, self._b = a, b

    def get_matching_blocks(self) -> list[Block]:
        """See `matching`."""
        return matching(self._a, self._b)


def matching(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The stretches that both have, in order: where in `a`, where in `b`, how long; at the end one of no length."""
    anchors = _anchors(a, b)
    if any(to > next_to for (_, to), (_, next_to) in pairwise(anchors)):
        found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        return [(block.a, block.b, block.size) for block in found]
    blocks: list[Block] = []
    start = other = size = 0
    for at, to in _pairs(a, b, anchors):
        if (at, to) == (start + size, other + size):
            size += 1
            continue
        if size:
            blocks.append((start, other, size))
        start, other, size = at, to, 1
    if size:
        blocks.append((start, other, size))
    return [*blocks, (len(a), len(b), 0)]


def _pairs(a: Sequence[str], b: Sequence[str], anchors: Sequence[Pair]) -> Iterator[Pair]:
    """The places that agree, in order."""
    start = other = 0
    for at, to in anchors:
        yield from _between(a, b, range(start, at), range(other, to))
        yield at, to
        start, other = at + 1, to + 1
    yield from _between(a, b, range(start, len(a)), range(other, len(b)))


def _between(a: Sequence[str], b: Sequence[str], own: range, others: range) -> Iterator[Pair]:
    """The places that agree between two that do."""
    if not own or not others:
        return
    mine, theirs = a[own.start : own.stop], b[others.start : others.stop]
    if set(mine).isdisjoint(theirs):
        return
    for one, two, size in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        yield from zip(own[one : one + size], others[two : two + size], strict=True)


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """The places of keys that each has once."""
    theirs = _once(b)
    return [(at, theirs[key]) for key, at in _once(a).items() if key in theirs]


def _once(keys: Sequence[str]) -> Mapping[str, int]:
    """The keys that are there once, with their places, in order."""
    places: dict[str, int] = {}
    again: set[str] = set()
    for at, key in enumerate(keys):
        if key in places:
            again.add(key)
        places[key] = at
    for key in again:
        del places[key]
    return places
