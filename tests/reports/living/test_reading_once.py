"""What makes a merge quick changes nothing: texts that are read together, and lines that are matched by their keys."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from tests.reports.living.plans import ANSWERS, edited, made, written

from readiness.domain.answers import Answer
from readiness.reports.living.matching import matching
from readiness.reports.living.parsing import Document, Seen, parse

_KEYS = st.lists(st.sampled_from("abcdefghijkl"), max_size=16)


def _said(document: Document) -> list[object]:
    """All that a document says, but for the numbers of its lines."""
    return [
        (
            part.key,
            part.text,
            part.blanks,
            part.entry
            and (
                part.entry.id,
                part.entry.box,
                part.entry.title,
                [(line.key, line.value, line.text, line.blanks) for line in part.entry.body],
            ),
        )
        for part in document.parts
    ]


@given(ANSWERS, st.data())
def test_a_text_says_the_same_whatever_was_read_before(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    """A report that is read after an edited one of itself has the parts that it has when it is read alone."""
    base = written(made(answers))
    mine, _ = data.draw(edited(base))
    other, _ = data.draw(edited(base))
    seen: Seen = {}
    for text in (mine, base, other):
        assert _said(parse(text, seen)) == _said(parse(text))


@given(_KEYS, _KEYS)
def test_stretches_that_agree_are_in_order_and_the_same(a: Sequence[str], b: Sequence[str]) -> None:
    """Each stretch is the same in both, behind the one before it, and the last has no length."""
    at = to = 0
    *blocks, last = matching(a, b)
    for start, other, size in blocks:
        assert size > 0
        assert (start >= at, other >= to) == (True, True)
        assert a[start : start + size] == b[other : other + size]
        at, to = start + size, other + size
    assert last == (len(a), len(b), 0)


@given(st.lists(st.booleans(), max_size=30))
def test_what_was_only_taken_out_leaves_all_else_matched(kept: Sequence[bool]) -> None:
    """Where one sequence lacks some keys of the other, every key that it has is matched."""
    whole = [f"line {n}" for n in range(len(kept))]
    less = [key for key, stays in zip(whole, kept, strict=True) if stays]
    assert sum(size for *_, size in matching(whole, less)) == len(less)
