"""How much of several things: "all four programs do", "none of our managers", "in some departments".

A scale's lexicon says what "all of them", "most of them", "some of them" and "none of them" amount to; whatever
stands for one of these is put in its words.
"""

from collections.abc import Sequence

from readiness.conversation.understanding.quantities import number_at
from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import Phrases, Vocabulary, Words

_BEFORE = frozenset({"in", "at", "for", "across", "with", "by", "among", "within"})
_WHOSE = frozenset({"of", "our", "the", "their", "these", "those", "my", "us", "them", "em", "you"})
_GOES_ON = frozenset(
    "do does it that so have has are is can will get gets had did one them this yes".split()
)


def plain(words: Sequence[Token], vocab: Vocabulary) -> Sequence[Token]:
    """A sentence that is nothing but a share of several things, as the scale's lexicon has it; else as it is."""
    names = [token.word for token in words]
    start = int(names[0] in ("yes", "yeah", "yep", "no", "nope", "well", "so")) if names else 0
    at = start + int(start < len(names) and names[start] in _BEFORE)
    length = shared(vocab).at(names, at)
    if not length:
        return words
    amount = vocab.words(vocab.lexicon.shared[" ".join(names[at : at + length])])
    end = _things_end(words, names, at + length, placed=at > 0, vocab=vocab)
    if end is None or amount not in vocab.phrases:
        return words
    first, last = words[at], words[-1]
    put = [Token(word, first.start, last.end) for word in amount]
    return [*words[:start], *put]


def shared(vocab: Vocabulary) -> Phrases:
    """The words for shares."""
    if vocab.shares is None:
        vocab.shares = Phrases(tuple(phrase.split()) for phrase in vocab.lexicon.shared)
    return vocab.shares


def _things_end(
    words: Sequence[Token], names: Sequence[str], at: int, *, placed: bool, vocab: Vocabulary
) -> int | None:
    """The end of the things that a share is of, when the sentence ends with them; None otherwise."""
    if list(names[at : at + 2]) == ["out", "of"]:
        at += 2
    while at < len(names) and names[at] in _WHOSE:
        at += 1
    counted = number_at(words, at, vocab) if at < len(names) else None
    at += counted[1] if counted else 0
    named = at
    while at < len(names) and at < named + 2 and _is_thing(names[at], vocab):
        at += 1
    known = all(_plays_around((name,), vocab) for name in names[named:at])
    rest = names[at:]
    if not all(word in _GOES_ON for word in rest):
        return None
    said = bool(rest) or placed or counted is not None or _is_of(names)
    return at if (at > named or counted or _is_of(names)) and said and (known or rest) else None


def _is_of(names: Sequence[str]) -> bool:
    return "of" in names


def _is_thing(name: str, vocab: Vocabulary) -> bool:
    return name.isalpha() and (_plays_around((name,), vocab) or name not in vocab.known)


def _plays_around(phrase: Words, vocab: Vocabulary) -> bool:
    meaning = vocab.phrases.get(phrase)
    return meaning is not None and "around" in meaning.roles and not meaning.options
