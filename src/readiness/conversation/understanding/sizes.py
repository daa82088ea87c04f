"""Sizes: a count read by the range that an option's label names."""

from collections.abc import Sequence

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import is_filler
from readiness.conversation.understanding.tokens import verbatim
from readiness.conversation.understanding.vocabulary import Vocabulary
from readiness.domain.questionnaire import Item


def in_ranges(
    text: str,
    item: Item,
    values: list[float],
    made: Sequence[Chunk],
    ranges: dict[str, tuple[int, int | None]],
    vocab: Vocabulary,
) -> Interpretation | None:
    """A size: by the range that a number falls in; a bare number that an option is shown with is that option."""
    low, high = _span(values, made)
    fits = [
        o for o, (start, end) in ranges.items() if start <= high and (end is None or low <= end)
    ]
    ids = item.scale.ids if item.scale else ()
    said = [chunk for chunk in made if not chunk.plays("stop")]
    questioned = any(chunk.words == ("?",) for chunk in made)
    if len(said) == 1 and values[0] == int(values[0]) and 1 <= values[0] <= len(ids):
        placed = ids[int(values[0]) - 1]
        if questioned or (said[0].quantity and said[0].quantity.spelled):
            return either(tuple(dict.fromkeys((placed, *fits)))[:3], None)
        # The options are shown with numbers, and a bare one of these names its option.
        return Interpretation(outcome="accepted", value=placed)
    if not fits:
        return None
    asked_about = f"{item.ask} {item.topic}".casefold()
    doubtful = any(_is_strange(chunk, vocab, asked_about) for chunk in made)
    # Nobody counts one and a half people.
    questioned = questioned or any(value != int(value) for value in values)
    joined = len(values) == 1 or any(chunk.plays("between") for chunk in made)
    if len(fits) == 1 and joined and not doubtful and not questioned:
        return Interpretation(outcome="accepted", value=fits[0])
    return either(tuple(fits[:3]), verbatim(text, 0) if doubtful else None)


def _span(values: list[float], made: Sequence[Chunk]) -> tuple[float, float]:
    """The lowest and highest count that was said: `fewer than ten` is 0 to 9."""
    low, high = min(values), max(values)
    if any(chunk.plays("below") for chunk in made):
        least = any("most" in chunk.words or "to" in chunk.words for chunk in made)
        return 0, high if least else high - 1
    if any(chunk.plays("above") for chunk in made):
        return (low if any("least" in chunk.words for chunk in made) else low + 1), float("inf")
    return low, high


def _is_strange(chunk: Chunk, vocab: Vocabulary, asked_about: str) -> bool:
    """Whether a chunk makes a number one of something else: "we have 3 sites"."""
    if chunk.quantity or chunk.plays("stop") or chunk.plays("below") or chunk.plays("above"):
        return False
    if chunk.plays("hedge") or chunk.plays("negation"):
        return True
    if is_filler(chunk) or chunk.plays("between"):
        return False
    about = {word for phrase in vocab.lexicon.about for word in vocab.words(phrase)}
    return not all(
        word in vocab.heads or word in about or word.rstrip("s") in asked_about
        for word in chunk.words
    )


def either(options: tuple[str, ...], note: str | None) -> Interpretation:
    """A question about several options, the best first."""
    return Interpretation(outcome="confirm", value=options[0], candidates=options, note=note)
