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
        clean: no clause that names one says anything else but what may stand beside options.
        end: where the last clause that names one ends in the text.
    """

    options: tuple[str, ...]
    asked: bool
    clean: bool
    end: int = 0


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


def named(text: str, spoken: Sequence[Clause], vocab: Vocabulary) -> Named | None:
    """The options that a text names, and how surely; None when it names none."""
    namer = _Namer(text, vocab)
    for clause in spoken:
        namer.hear(clause)
    return namer.named()


class _Namer:
    """Gathers the options that clauses name and deny."""

    def __init__(self, text: str, vocab: Vocabulary) -> None:
        self.text = text
        self.vocab = vocab
        self.also = beside(vocab)
        self.chosen: list[str] = []
        self.denied: list[str] = []
        self.asked = False
        self.clean = True
        self.end = 0

    def hear(self, clause: Clause) -> None:
        """Takes in one clause."""
        options = [c for c in clause.chunks if _names(c) and self._counts(c, clause)]
        if not options:
            self.asked = self.asked or (clause.joint == "condition" and bool(clause.said))
            return
        if clause.joint in ("correction", "retraction"):
            self.chosen, self.denied, self.asked = [], [], False
        # "Everyone except the young ones": what was set apart is not chosen.
        self._gather(clause, options, negated=clause.joint == "contrast" and not self._adds(clause))
        self.asked = self.asked or clause.question or clause.joint in ("contrast", "condition")
        self.end = clause.end

    def named(self) -> Named | None:
        """What was gathered."""
        ids = _ids(self.vocab)
        options = tuple(o for o in ids if o in self.chosen and o not in self.denied)
        both = set(self.chosen) & set(self.denied)
        if not options and self.denied and not self.chosen:
            left = tuple(o for o in ids if o not in self.denied)
            return Named(left[:3], True, False) if len(left) <= 3 else None
        return Named(options, self.asked or bool(both), self.clean, self.end) if options else None

    def _gather(self, clause: Clause, options: Sequence[Chunk], *, negated: bool) -> None:
        for chunk in clause.chunks:
            if chunk in options:
                (self.denied if negated else self.chosen).extend(chunk.meaning.options)
                self.asked = self.asked or (not negated and chunk.meaning.asked)
            elif chunk.plays("negation"):
                negated = True
            elif chunk.plays("hedge") and not is_filler(chunk):
                self.asked = True
            elif not (is_filler(chunk) or _may_stand(chunk, self.also)):
                self.clean = False

    def _adds(self, clause: Clause) -> bool:
        return bool(self.chosen) and not any(c.plays("negation") for c in clause.chunks)

    def _counts(self, chunk: Chunk, clause: Clause) -> bool:
        """Whether a short code such as `in` or `OR` is meant as one: alone in its clause, or in capitals."""
        if len(chunk.words) > 1 or len(chunk.words[0]) > 2:
            return True
        if self.text[chunk.start : chunk.end].isupper() and not self.text.isupper():
            return True
        return all(c is chunk or is_filler(c) or c.plays("tail") and not _names(c) for c in clause.chunks)


def _names(chunk: Chunk) -> bool:
    return chunk.plays("option") and any(o not in OUTSIDE for o in chunk.meaning.options)


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
