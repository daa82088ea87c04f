"""Phrases for several options at once: "both", "all of them", "none of these", and what may stand beside them."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from readiness.conversation.understanding.vocabulary import Vocabulary, Words


class Beside(NamedTuple):
    """Phrases that play a part only in answers that name things; `vague` ones among them are asked back."""

    all: frozenset[Words]
    both: frozenset[Words]
    none: frozenset[Words]
    beside: frozenset[str]
    filler: frozenset[str]
    vague: frozenset[Words]


def beside(vocab: Vocabulary) -> Beside:
    """Those phrases of the lexicon, as words; compiled once."""
    if vocab.beside is None:
        vocab.beside = _beside(vocab)
    return cast(Beside, vocab.beside)


def _beside(vocab: Vocabulary) -> Beside:
    lexicon = vocab.lexicon

    def read(phrases: Sequence[str]) -> frozenset[Words]:
        return frozenset(vocab.words(phrase.rstrip("?")) for phrase in phrases)

    words = frozenset(word for phrase in lexicon.beside for word in vocab.words(phrase))
    filler = frozenset(word for phrase in lexicon.filler for word in vocab.words(phrase))
    vague = read([phrase for phrase in lexicon.all if phrase.endswith("?")])
    return Beside(read(lexicon.all), read(lexicon.both), read(lexicon.none), words, filler, vague)


class Group(NamedTuple):
    """`all`, `both` or `none` of the options, and whether to ask back."""

    name: str
    asked: bool


def group(found: Words, vocab: Vocabulary) -> Group | None:
    """The group that some words stand for, and nothing else; None when they do not."""
    also = beside(vocab)
    for phrases, name in ((also.both, "both"), (also.all, "all"), (also.none, "none")):
        for phrase in phrases:
            at = _place(found, phrase)
            if at is not None and all(word in also.filler for word in _without(found, at, phrase)):
                return Group(name, phrase in also.vague)
    return None


class Within(NamedTuple):
    """A phrase for all options among other words.

    Attributes:
        at, end: the places of its first word and after its last one.
        alone: a single word such as "all", which may also belong to the word after it.
        vague: to be asked back.
    """

    at: int
    end: int
    alone: bool
    vague: bool


def every_option(found: Words, vocab: Vocabulary) -> Within | None:
    """The longest phrase among some words that stands for every option; None when there is none."""
    also = beside(vocab)
    two = vocab.top == 1
    phrases = also.all | also.both if two else also.all
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        at = _place(found, phrase)
        if at is not None:
            alone = len(phrase) == 1 and phrase not in also.both
            return Within(at, at + len(phrase), alone, phrase in also.vague)
    return None


def _place(words: Words, phrase: Words) -> int | None:
    places = range(len(words) - len(phrase) + 1)
    return next((at for at in places if words[at : at + len(phrase)] == phrase), None)


def _without(words: Words, at: int, phrase: Words) -> Words:
    return words[:at] + words[at + len(phrase) :]
