"""Three sequences of keys merged into one: what was generated last, what a person made of it, what is generated now.

merge3 finds where all three agree and who changed what between; where both did, it is looked at more closely, so that
only what both changed is left as a conflict.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from readiness.reports.living.matching import Matcher, matching


class Step(msgspec.Struct, frozen=True):
    """A piece of the result, in places of the three sequences.

    Exactly one of these: parts that all have (`base`, `mine` and `new` run side by side); parts of `mine` alone; parts
    of `new` alone; or, where `conflict` is set, both versions of what was there.
    """

    mine: range = range(0)
    new: range = range(0)
    base: range = range(0)
    conflict: bool = False


class _Chunk(msgspec.Struct, frozen=True):
    """What one side made of a stretch of the base."""

    start: int
    end: int
    places: range
    is_new: bool


def merged(
    base: Sequence[str], mine: Sequence[str], new: Sequence[str], *, wary: bool = False
) -> Iterator[Step]:
    """The steps to the merged sequence.

    What a person added or changed is always among them; of what they left alone, all that is still generated.

    Args:
        base: what was generated last.
        mine: what the person made of it.
        new: what is generated now.
        wary: what both have in one place of the base is a conflict even where neither took anything away there.
    """
    from merge3 import Merge3

    before = (0, 0, 0)
    for base_at, base_end, mine_at, mine_end, new_at, new_end in Merge3(
        base, mine, new, sequence_matcher=Matcher
    ).find_sync_regions():
        between = tuple(
            range(a, b) for a, b in zip(before, (base_at, mine_at, new_at), strict=True)
        )
        yield from _between((base, mine, new), between, wary)
        if base_end > base_at:
            yield Step(range(mine_at, mine_end), range(new_at, new_end), range(base_at, base_end))
        before = (base_end, mine_end, new_end)


def shared(mine: Sequence[str], new: Sequence[str]) -> list[str]:
    """What two sequences have in common, in order: all that can stand for a base that nobody has."""
    return [mine[at + n] for at, _, size in matching(mine, new) for n in range(size)]


def _between(
    keys: tuple[Sequence[str], Sequence[str], Sequence[str]],
    places: tuple[range, ...],
    wary: bool,
) -> Iterator[Step]:
    base_at, mine_at, new_at = places
    was, theirs, now = ([row[at] for at in run] for row, run in zip(keys, places, strict=True))
    if theirs == now:
        if theirs:
            yield Step(mine_at, new_at)
    elif theirs == was:
        yield Step(new=new_at)
    elif now == was:
        yield Step(mine=mine_at)
    else:
        for step in _closely(was, theirs, now, wary):
            yield Step(
                _moved(step.mine, mine_at.start),
                _moved(step.new, new_at.start),
                _moved(step.base, base_at.start),
                step.conflict,
            )


def _closely(
    base: Sequence[str], mine: Sequence[str], new: Sequence[str], wary: bool
) -> Iterator[Step]:
    chunks = [*_chunks(base, mine, is_new=False), *_chunks(base, new, is_new=True)]
    chunks.sort(key=lambda chunk: (chunk.start, chunk.end, chunk.is_new))
    at = mine_at = new_at = 0
    while chunks:
        cluster = _cluster(chunks)
        start, end = cluster[0].start, max(chunk.end for chunk in cluster)
        if start > at:
            same = start - at
            yield Step(
                range(mine_at, mine_at + same), range(new_at, new_at + same), range(at, start)
            )
            mine_at, new_at = mine_at + same, new_at + same
        mine_end = mine_at + _grown(cluster, start, end, is_new=False)
        new_end = new_at + _grown(cluster, start, end, is_new=True)
        own, other = range(mine_at, mine_end), range(new_at, new_end)
        yield from _of_cluster(cluster, own, other, wary)
        at, mine_at, new_at = end, mine_end, new_end
    if len(base) > at:
        yield Step(range(mine_at, len(mine)), range(new_at, len(new)), range(at, len(base)))


def _chunks(base: Sequence[str], other: Sequence[str], *, is_new: bool) -> Iterator[_Chunk]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            yield _Chunk(start, end, range(other_start, other_end), is_new)


def _cluster(chunks: list[_Chunk]) -> list[_Chunk]:
    """The first chunk and all that touch the same parts of the base; they are taken off `chunks`."""
    cluster = [chunks.pop(0)]
    end = cluster[0].end
    while chunks and (
        chunks[0].start < end
        or (chunks[0].start == chunks[0].end == cluster[0].start == end and len(cluster) == 1)
    ):
        cluster.append(chunks.pop(0))
        end = max(end, cluster[-1].end)
    return cluster


def _grown(cluster: Sequence[_Chunk], start: int, end: int, *, is_new: bool) -> int:
    """How many parts one side has where the base has those from `start` to `end`."""
    mine = [chunk for chunk in cluster if chunk.is_new == is_new]
    return (end - start) + sum(len(chunk.places) - (chunk.end - chunk.start) for chunk in mine)


def _of_cluster(cluster: Sequence[_Chunk], mine: range, new: range, wary: bool) -> Iterator[Step]:
    """A person's own parts, and those that are generated anew; what only one side left alone gives way."""
    if not any(chunk.is_new for chunk in cluster):
        yield Step(mine=mine)
        return
    if all(chunk.is_new for chunk in cluster):
        yield Step(new=new)
        return
    changed = [c.places for c in cluster if not c.is_new and c.places]
    generated = [c.places for c in cluster if c.is_new and c.places]
    both = wary or any(
        one.end > one.start and other.end > other.start and one.is_new != other.is_new
        for one, other in pairwise(cluster)
    )
    if changed and generated and both:
        yield Step(mine=_span(changed), new=_span(generated), conflict=True)
        return
    for places in changed:
        yield Step(mine=places)
    for places in generated:
        yield Step(new=places)


def _span(places: Sequence[range]) -> range:
    return range(places[0].start, places[-1].stop)


def _moved(places: range, by: int) -> range:
    return range(places.start + by, places.stop + by)
