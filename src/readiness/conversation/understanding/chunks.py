"""A text cut into chunks: the longest phrases that the vocabulary knows, and the words between them."""

from collections.abc import Sequence
from typing import NamedTuple

from readiness.conversation.understanding.quantities import Quantity, quantity_at
from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import IDIOM, Meaning, Vocabulary, Words

# No phrase of the lexicon has more words.
LONGEST = 16
_NOTHING = Meaning()
_STOP = Meaning(roles=frozenset({"stop"}))
_COUNTED = Meaning(roles=frozenset({"quantity"}))


class Chunk(NamedTuple):
    """A phrase in a text.

    Attributes:
        start, end: where it stands in the text as typed.
    """

    words: Words
    meaning: Meaning
    start: int
    end: int
    quantity: Quantity | None = None

    def plays(self, role: str) -> bool:
        """Whether it may play a part."""
        return role in self.meaning.roles

    @property
    def is_other(self) -> bool:
        """Whether it is a word that the vocabulary does not know."""
        return self.meaning is IDIOM


def chunks(found: Sequence[Token], vocab: Vocabulary) -> list[Chunk]:
    """The chunks of some tokens, in order."""
    made: list[Chunk] = []
    at = 0
    while at < len(found):
        chunk, length = _chunk_at(found, at, vocab)
        made.append(chunk)
        at += length
    return made


def _chunk_at(found: Sequence[Token], at: int, vocab: Vocabulary) -> tuple[Chunk, int]:
    token = found[at]
    if token.is_stop:
        return Chunk((token.word,), _STOP, token.start, token.end), 1
    phrase, meaning = _longest(found, at, vocab)
    counted = quantity_at(found, at, vocab)
    if counted is not None and not _better(phrase, meaning, counted):
        last = found[at + counted.length - 1]
        names = tuple(each.word for each in found[at : at + counted.length])
        return Chunk(names, _COUNTED, token.start, last.end, counted), counted.length
    if not phrase:
        return Chunk((token.word,), IDIOM, token.start, token.end), 1
    last = found[at + len(phrase) - 1]
    return Chunk(phrase, meaning, token.start, last.end), len(phrase)


def _better(phrase: Words, meaning: Meaning, counted: Quantity) -> bool:
    """The longer one wins; of the same length an option in words ("half") does, but not over digits."""
    if len(phrase) != counted.length:
        return len(phrase) > counted.length
    return bool(meaning.options) and counted.spelled


def _longest(found: Sequence[Token], at: int, vocab: Vocabulary) -> tuple[Words, Meaning]:
    most = found[at : at + LONGEST]
    names = [token.word for token in most]
    phrase = tuple(names[: vocab.all_phrases.at(names, 0)])
    return phrase, vocab.phrases[phrase] if phrase else _NOTHING
