"""Answers that name something: one of several kinds, or a size."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary
from readiness.domain.questionnaire import Option, Scale

# Compiled when a label is first searched: few answers need them.
_RANGES = (
    (r"(?:fewer|less) than (\d+)", lambda n: (0, n[0] - 1)),
    (r"(?:under|below) (\d+)", lambda n: (0, n[0] - 1)),
    (r"(\d+) (?:to|-|–|and) (\d+)", lambda n: (n[0], n[1])),
    (r"(?:more than|over|above) (\d+)", lambda n: (n[0] + 1, None)),
    (r"(\d+) (?:or|and) more|(\d+)\+", lambda n: (n[0], None)),
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


def name_ranges(scale: Scale) -> dict[str, tuple[int, int | None]]:
    """The ranges that the labels of a scale name, such as `10 to 49`; empty where a label names none."""
    ranges = {option.id: found for option in scale.options if (found := _range(option))}
    return ranges if len(ranges) == len(scale.options) else {}


def _range(option: Option) -> tuple[int, int | None] | None:
    label = option.label.casefold().replace(",", "")
    for pattern, bounds in _RANGES:
        if match := re.search(pattern, label):
            numbers = [int(group) for group in match.groups() if group]
            low, high = bounds(numbers)
            return low, high
    return None


def named(text: str, spoken: Sequence[Clause], vocab: Vocabulary) -> Named | None:
    """The option that a text names, or several to choose from, and how surely; None when it names none."""
    namer = Namer(text, vocab)
    for clause in spoken:
        namer.hear(clause)
    return namer.named()


class Namer:
    """Gathers the options that clauses name and deny."""

    def __init__(self, text: str, vocab: Vocabulary) -> None:
        self.text = text
        self.vocab = vocab
        self.ids = vocab.scale.ids if vocab.scale else ()
        self.chosen: list[str] = []
        self.denied: list[str] = []
        self.asked = False
        self.clean = True
        self.retracted = False
        self.end = 0

    def hear(self, clause: Clause) -> None:
        """Takes in one clause."""
        options = self.options_in(clause)
        if not options:
            self.hear_more(clause)
            return
        if clause.joint in ("correction", "retraction") or self.retracted:
            self.chosen, self.denied, self.asked, self.retracted = [], [], False, False
        # "Everyone except the young ones": what was set apart is not chosen.
        self.gather(clause, options, negated=clause.joint == "contrast" and not self._adds(clause))
        self.asked = self.asked or clause.question or clause.joint in ("contrast", "condition")
        self.end = clause.end

    def named(self) -> Named | None:
        """What was gathered."""
        ids = self.ids
        options = tuple(o for o in ids if o in self.chosen and o not in self.denied)
        both = bool(set(self.chosen) & set(self.denied))
        if not options and self.denied and not self.chosen:
            left = tuple(o for o in ids if o not in self.denied)
            return Named(left, True, False) if 1 <= len(left) <= 3 else None
        asked = self.asked or both or self.retracted
        return Named(options, asked, self.clean, self.end) if options else None

    def options_in(self, clause: Clause) -> list[Chunk]:
        """The chunks of a clause that name options."""
        return [c for c in clause.chunks if names_option(c) and self._counts(c, clause)]

    def hear_more(self, clause: Clause) -> None:
        """A clause that names nothing: a bare no, a condition, or a story."""
        if (
            clause.chunks
            and all(c.plays("negation") or is_filler(c) for c in clause.chunks)
            and clause.said
        ):
            self.retracted = bool(self.chosen)
            return
        if not clause.chunks:
            self.asked = True
            return
        hangs_on = clause.joint == "condition" or (clause.joint == "tail" and clause.others)
        stray = any(c.is_other and len(c.words[0]) == 1 for c in clause.chunks)
        self.asked = self.asked or bool(hangs_on and clause.said) or stray

    def gather(self, clause: Clause, options: Sequence[Chunk], *, negated: bool) -> None:
        """Takes in the options of a clause, as chosen or as denied."""
        before: Chunk | None = None
        for chunk in clause.chunks:
            if chunk in options:
                (self.denied if negated else self.chosen).extend(chunk.meaning.options)
                unsure = chunk.meaning.asked or before in options
                self.asked = self.asked or (not negated and unsure)
            elif chunk.plays("negation"):
                negated = True
            elif chunk.plays("hedge") and not is_filler(chunk):
                self.asked = True
            elif not (is_filler(chunk) or self.may_stand(chunk)):
                self.clean = False
            before = chunk

    def _adds(self, clause: Clause) -> bool:
        return bool(self.chosen) and not any(c.plays("negation") for c in clause.chunks)

    def _counts(self, chunk: Chunk, clause: Clause) -> bool:
        """Whether a short code such as `in` or `OR` is meant as one: alone in its clause, or in capitals."""
        if len(chunk.words) > 1 or len(chunk.words[0]) > 2:
            return True
        if self.text[chunk.start : chunk.end].isupper() and not self.text.isupper():
            return True
        alone = all(
            c is chunk or is_filler(c) or (c.plays("tail") and not names_option(c))
            for c in clause.chunks
        )
        # "ok" and "hi" are words too.
        self.asked = self.asked or (
            alone and len(chunk.meaning.roles) > 1 and not self.text.isupper()
        )
        return alone

    def may_stand(self, chunk: Chunk) -> bool:
        """Whether a chunk may stand beside an option without a change in what is meant."""
        return chunk.plays("around") or chunk.plays("conclusion") or chunk.plays("tail")


def names_option(chunk: Chunk) -> bool:
    """Whether a chunk stands for an option of the scale, rather than for *don't know*."""
    return chunk.plays("option") and any(o not in OUTSIDE for o in chunk.meaning.options)
