"""Words that make a yes or a no as strong as can be: "a resounding yes", "absolutely none"."""

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause
from readiness.conversation.understanding.vocabulary import Vocabulary

WHOLE = 100
_ARTICLES = frozenset({("a",), ("an",), ("the",)})


def strengthens(clause: Clause, n: int, vocab: Vocabulary) -> bool:
    """Whether a chunk only makes the yes or no after it a strong one."""
    last = n
    while last < len(clause.chunks) and (
        _is_strong(clause.chunks[last]) or (last > n and clause.chunks[last].words in _ARTICLES)
    ):
        last += 1
    return n < last < len(clause.chunks) and bool(_end(clause.chunks[last], vocab))


def strong_end(clause: Clause, n: int, vocab: Vocabulary) -> tuple[str, ...]:
    """The end of the scale that a strong yes or no stands for; empty for anything else."""
    at = n - 1
    while at > 0 and clause.chunks[at].words in _ARTICLES:
        at -= 1
    strong = n > 0 and strengthens(clause, at, vocab)
    return _end(clause.chunks[n], vocab) if strong else ()


def is_of_a_share(clause: Clause) -> bool:
    """Whether a step comes right after a part of the whole: "80 percent agree"."""
    return any(
        chunk.quantity is not None and not _is_strong(chunk) and after.plays("option")
        for chunk, after in zip(clause.chunks, clause.chunks[1:], strict=False)
    )


def _is_strong(chunk: Chunk) -> bool:
    counted = chunk.quantity
    whole = counted is not None and counted.kind == "percent" and counted.value >= WHOLE
    return whole or chunk.plays("strong")


def _end(chunk: Chunk, vocab: Vocabulary) -> tuple[str, ...]:
    meaning = chunk.meaning
    if vocab.scale is None or not chunk.plays("option"):
        return ()
    if meaning.polar:
        at_top = (meaning.polar == "yes") == (vocab.top > 1)
        return vocab.scale.ids[-1:] if at_top else vocab.scale.ids[:1]
    lowest = vocab.top > 1 and meaning.options == vocab.lowest and not meaning.asked
    return vocab.lowest if lowest and chunk.words != ("zero",) else ()
