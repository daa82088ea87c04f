"""Answers that are a number or a date."""

from collections.abc import Sequence
from datetime import date

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding import dates, scales
from readiness.conversation.understanding.chunks import Chunk, chunks
from readiness.conversation.understanding.clauses import is_filler
from readiness.conversation.understanding.tokens import Token, verbatim
from readiness.conversation.understanding.vocabulary import Vocabulary

UNCLEAR = Interpretation(outcome="unclear")


def number(text: str, found: Sequence[Token], vocab: Vocabulary) -> Interpretation:
    """A number that was typed; several, or a rough one, are asked back."""
    outside = scales.outside(text, found, vocab)
    made = chunks(found, vocab)
    counted = [c for c in made if c.quantity and c.quantity.kind in ("number", "ordinal")]
    if not counted:
        return outside or _rough(text, found, vocab)
    if outside is not None:
        return _number(counted, made, text, sure=False)
    return _number(counted, made, text, sure=True)


def day(text: str, found: Sequence[Token], vocab: Vocabulary, today: date) -> Interpretation:
    """A date that was typed; without year or day it is asked back."""
    outside = scales.outside(text, found, vocab)
    read = dates.days(text, found, vocab, today)
    if not read:
        return outside or UNCLEAR
    made = chunks(found, vocab)
    sure = len(read) == 1 and read[0].sure and outside is None and not _doubtful(made)
    note = _rest(text, read[0].start, read[0].end, made)
    return Interpretation(
        outcome="accepted" if sure else "confirm", value=read[-1 if _corrected(made) else 0].day, note=note
    )


def _number(
    counted: Sequence[Chunk], made: Sequence[Chunk], text: str, *, sure: bool
) -> Interpretation:
    chosen = counted[-1 if _corrected(made) else 0]
    value = chosen.quantity.value if chosen.quantity else 0
    several = len({c.quantity.value for c in counted if c.quantity}) > 1 and not _corrected(made)
    ordinal = chosen.quantity is not None and chosen.quantity.kind == "ordinal"
    sure = sure and not several and not ordinal and not _doubtful(made)
    whole = int(value) if value == int(value) else value
    note = _rest(text, chosen.start, chosen.end, made)
    return Interpretation(outcome="accepted" if sure else "confirm", value=whole, note=note)


def _rough(text: str, found: Sequence[Token], vocab: Vocabulary) -> Interpretation:
    """`None` is zero; `a couple` is about two, to be asked."""
    words = tuple(token.word for token in found if not token.is_stop)
    zeros = {vocab.words(phrase) for phrase in vocab.lexicon.zero}
    if words in zeros:
        return Interpretation(outcome="accepted", value=0)
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            if words[at : at + length] in vocab.rough:
                return Interpretation(outcome="confirm", value=vocab.rough[words[at : at + length]])
    first = words[:1]
    if first in zeros:
        return Interpretation(outcome="confirm", value=0, note=verbatim(text, found[0].end))
    return UNCLEAR


def _doubtful(made: Sequence[Chunk]) -> bool:
    return any(
        c.words == ("?",) or (not is_filler(c) and (c.plays("hedge") or c.plays("negation") or c.plays("between") or c.plays("condition")))
        for c in made
    )


def _corrected(made: Sequence[Chunk]) -> bool:
    return any(c.plays("correction") for c in made[1:-1])


def _rest(text: str, start: int, end: int, made: Sequence[Chunk]) -> str | None:
    """What was said beside the number or date: what follows it, or everything when something came before it."""
    before = [c for c in made if c.end <= start and not _is_quiet(c)]
    after = [c for c in made if c.start >= end and not _is_quiet(c)]
    if before and after:
        return verbatim(text, 0)
    if after:
        return verbatim(text, end)
    return verbatim(text, 0, start) if before else None


def _is_quiet(chunk: Chunk) -> bool:
    return is_filler(chunk) or chunk.plays("stop") or chunk.quantity is not None
