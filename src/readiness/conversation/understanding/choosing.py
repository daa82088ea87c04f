"""Answers that name something: one of several kinds, several at once, or a size."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary, Words
from readiness.domain.questionnaire import Option, Scale

_RANGES = (
    (re.compile(r"(?:fewer|less) than (\d+)"), lambda n: (0, n[0] - 1)),
    (re.compile(r"(?:under|below) (\d+)"), lambda n: (0, n[0] - 1)),
    (re.compile(r"(\d+) (?:to|-|–|and) (\d+)"), lambda n: (n[0], n[1])),
    (re.compile(r"(?:more than|over|above) (\d+)"), lambda n: (n[0] + 1, None)),
    (re.compile(r"(\d+) (?:or|and) more|(\d+)\+"), lambda n: (n[0], None)),
)


class Named(NamedTuple):
    """The options that a text names.

    Attributes:
        options: in the order of the scale.
        asked: has to be asked back.
        clean: nothing else was said but what may stand beside options.
    """

    options: tuple[str, ...]
    asked: bool
    clean: bool


class Beside(NamedTuple):
    """Phrases that play a part only in answers that name things."""

    all: frozenset[Words]
    both: frozenset[Words]
    none: frozenset[Words]
    beside: frozenset[str]


def beside(vocab: Vocabulary) -> Beside:
    """Those phrases of the lexicon, as words."""
    lexicon = vocab.lexicon

    def read(phrases: Sequence[str]) -> frozenset[Words]:
        return frozenset(vocab.words(phrase) for phrase in phrases)

    words = frozenset(word for phrase in lexicon.beside for word in vocab.words(phrase))
    return Beside(read(lexicon.all), read(lexicon.both), read(lexicon.none), words)


def name_ranges(scale: Scale) -> dict[str, tuple[int, int | None]]:
    """The ranges that the labels of a scale name, such as `10 to 49`; empty where a label names none."""
    ranges = {option.id: found for option in scale.options if (found := _range(option))}
    return ranges if len(ranges) == len(scale.options) else {}


def _range(option: Option) -> tuple[int, int | None] | None:
    label = option.label.casefold().replace(",", "")
    for pattern, bounds in _RANGES:
        if match := pattern.search(label):
            numbers = [int(group) for group in match.groups() if group]
            low, high = bounds(numbers)
            return low, high
    return None


def named(made: Sequence[Chunk], spoken: Sequence[Clause], vocab: Vocabulary) -> Named | None:
    """The options that a text names, and how surely; None when it names none."""
    chosen: dict[str, bool] = {}
    excluded: set[str] = set()
    negated = asked = loose = False
    also = beside(vocab)
    for chunk in made:
        if chunk.plays("stop"):
            negated = False
        elif chunk.plays("option") and any(o not in OUTSIDE for o in chunk.meaning.options):
            for option in chunk.meaning.options:
                if negated:
                    excluded.add(option)
                else:
                    chosen[option] = True
            asked = asked or (not negated and chunk.meaning.asked)
        elif chunk.plays("negation"):
            negated = True
        elif chunk.plays("contrast") or chunk.plays("condition"):
            negated = False
            loose = True
        elif chunk.plays("hedge"):
            asked = True
        elif chunk.plays("correction") and not is_filler(chunk):
            asked = True
        elif not (is_filler(chunk) or _may_stand(chunk, also)):
            loose = True
    options = tuple(o for o in _ids(vocab) if o in chosen and o not in excluded)
    if not options:
        return None
    asked = asked or any(clause.question for clause in spoken) or bool(excluded & set(chosen))
    return Named(options, asked, not loose)


def group(found: Words, vocab: Vocabulary) -> str:
    """`all`, `both` or `none` when that is the whole answer; otherwise empty."""
    also = beside(vocab)
    filler = {word for phrase, m in vocab.phrases.items() if "filler" in m.roles for word in phrase}
    trimmed = tuple(found)
    for phrases, name in ((also.both, "both"), (also.all, "all"), (also.none, "none")):
        for phrase in phrases:
            if _contains_only(trimmed, phrase, filler):
                return name
    return ""


def _contains_only(words: Words, phrase: Words, filler: set[str]) -> bool:
    for at in range(len(words) - len(phrase) + 1):
        if words[at : at + len(phrase)] == phrase:
            rest = words[:at] + words[at + len(phrase) :]
            return all(word in filler for word in rest)
    return False


def _ids(vocab: Vocabulary) -> tuple[str, ...]:
    return vocab.scale.ids if vocab.scale else ()


def _may_stand(chunk: Chunk, also: Beside) -> bool:
    if chunk.plays("around") or chunk.plays("conclusion"):
        return True
    return all(word in also.beside for word in chunk.words)
