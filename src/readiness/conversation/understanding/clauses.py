"""Chunks grouped into clauses: the answer, its reason, what takes it back, what corrects it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.vocabulary import Vocabulary

Joint = Literal[
    "start",
    "stop",
    "contrast",
    "condition",
    "reason",
    "tail",
    "correction",
    "retraction",
    "conclusion",
]
_JOINTS: tuple[Joint, ...] = ("contrast", "condition", "correction")

# "Not yet. Well …": trailing off.
_TRAILING = frozenset({("well",), ("hmm",), ("actually",), ("i", "mean")})


# At the end of an answer these say nothing: "mostly though".
_THOUGH = frozenset({("though",), ("although",), ("however",), ("but",)})


_ONLY = frozenset({"only", "just", "even"})


class Clause(NamedTuple):
    """Some chunks, and what joins them to those before.

    Attributes:
        question: it ends with a question mark.
        start, end: where it stands in the text, joining word included.
    """

    joint: Joint
    chunks: tuple[Chunk, ...]
    question: bool
    start: int
    end: int

    @property
    def said(self) -> tuple[Chunk, ...]:
        """The chunks that carry something."""
        return tuple(chunk for chunk in self.chunks if not is_filler(chunk))

    @property
    def others(self) -> int:
        """How many words are not in the vocabulary."""
        return sum(chunk.is_other for chunk in self.chunks)

    def has(self, role: str) -> bool:
        """Whether a chunk plays a part."""
        return any(chunk.plays(role) for chunk in self.chunks)


def is_filler(chunk: Chunk) -> bool:
    """Whether a chunk says nothing of its own."""
    return chunk.quantity is None and not chunk.plays("option") and chunk.plays("filler")


def _is_aside(chunk: Chunk) -> bool:
    """Whether a chunk is a word such as "frankly", which may stand before whatever is said."""
    return is_filler(chunk) and chunk.words[0].endswith("ly")


def _is_step(chunk: Chunk) -> bool:
    """Whether a chunk is one answer and more than a bare yes or no."""
    one = len(chunk.meaning.options) == 1 and not chunk.meaning.asked and not chunk.meaning.polar
    return chunk.quantity is not None or one


def clauses(made: Sequence[Chunk], vocab: Vocabulary) -> list[Clause]:
    """The clauses of some chunks, in order."""
    return _Splitter(vocab).split(made)


class _Splitter:
    """Walks over chunks and closes a clause wherever a new one starts."""

    def __init__(self, vocab: Vocabulary) -> None:
        self.vocab = vocab
        self.done: list[Clause] = []
        self.open: list[Chunk] = []
        self.joint: Joint = "start"
        self.start = 0
        self.retracts = False
        self.trails = False
        self.limits = False

    def split(self, made: Sequence[Chunk]) -> list[Clause]:
        for n, chunk in enumerate(made):
            self.limits = self.limits or (chunk.plays("contrast") and chunk.words not in _THOUGH)
            if self._is_no_between(chunk, made[n + 1 : n + 3]):
                self._close(chunk, "retraction")
                continue
            if chunk.plays("stop"):
                self._close(chunk, "stop", question=chunk.words == ("?",))
                continue
            if self._adds_sentence(chunk, made[n + 1 : n + 4]):
                self._close(chunk, "stop")
                self.start = chunk.end
                continue
            if self._after_call(chunk) or self._after_place(chunk):
                self._close(chunk, "stop")
            if any(each.meaning.takes_rest for each in self.open) and not chunk.plays("contrast"):
                self.open.append(chunk)
                continue
            self.trails = False
            joint = self._joint_of(chunk)
            if joint is None:
                self.open.append(chunk)
                continue
            self._close(chunk, joint)
            if joint in ("tail", "conclusion", "reason"):
                self.open.append(chunk)
        self._close(None, "stop")
        return self._ended()

    def _ended(self) -> list[Clause]:
        """The clauses, in the light of what was left open at the end."""
        if self.retracts and self.done:
            # "Make that a 4" may speak of the answer before this one.
            self.done[0] = self.done[0]._replace(joint="condition")
        trails = self.done and self.done[-1].joint in ("start", "stop")
        if trails and self.joint == "contrast" and len(self.done) > 1:
            # "Fully. Nights don't, though."
            self.done[-1] = self.done[-1]._replace(joint="contrast")
        elif self.done and self.joint == "contrast" and self.limits:
            # "Fully on paper."
            self.done[-1] = self.done[-1]._replace(question=True)
        elif self.done and (self.joint == "retraction" or self.trails):
            # "Mostly, no wait": taken back, and nothing put in its place.
            self.done.append(Clause("retraction", (), False, self.start, self.start))
        return self.done

    def _close(self, chunk: Chunk | None, joint: Joint, *, question: bool = False) -> None:
        if self.open:
            end = self.open[-1].end
            start = min(self.start, self.open[0].start) if self.done else self.open[0].start
            self.done.append(Clause(self.joint, tuple(self.open), question, start, end))
            self.open = []
            self.joint = joint
        elif question and self.done:
            self.done[-1] = self.done[-1]._replace(question=True)
        elif joint != "stop" and self.joint != "retraction":
            self.joint = joint
        if chunk is not None:
            self.start = chunk.end if chunk.plays("stop") else chunk.start

    def _adds_sentence(self, chunk: Chunk, following: Sequence[Chunk]) -> bool:
        """Whether an "and" after a step begins a story: "not yet and nobody has brought it up"."""
        said = [each for each in self.open if not is_filler(each)]
        if chunk.words != ("and",) or len(said) != 1 or not _is_step(said[0]):
            return False
        if self.vocab.scale is None or not self.vocab.scale.scored:
            return False
        after = next((each for each in following if not _is_aside(each)), None)
        return after is not None and (
            after.words[0] in self.vocab.subjects or after.words[0] in _ONLY
        )

    def _after_call(self, chunk: Chunk) -> bool:
        """Whether a clause of its own starts after a bare "yep" or "no"."""
        said = [each for each in self.open if not is_filler(each)]
        if len(said) != 1 or said[0] is not self.open[-1]:
            return False
        words = said[0].words
        if said[0].meaning.options == ("not_applicable",) and not said[0].meaning.asked:
            # "N/a no programs, just a drop in center."
            after = chunk.words[0]
            return after in self.vocab.subjects or after in ("no", *_ONLY)
        if words in (("no",), ("yes",)) or (
            words in self.vocab.calls and not said[0].meaning.polar
        ):
            return chunk.words[0] in self.vocab.subjects
        return words in self.vocab.calls and not chunk.plays("between")

    def _is_no_between(self, chunk: Chunk, following: Sequence[Chunk]) -> bool:
        """Whether a no stands between two answers: "4 no 3", "partly... no mostly"."""
        before = self.open or (list(self.done[-1].chunks) if self.done else [])
        if chunk.words != ("no",) or not before or not following:
            return False
        ends = len(following) == 1 or following[1].plays("stop")
        scale = self.vocab.scale
        if scale is not None and not scale.scored and before[-1].quantity is None:
            # "Employees, no volunteers."
            return False
        return ends and _is_step(before[-1]) and _is_step(following[0])

    def _after_place(self, chunk: Chunk) -> bool:
        """Whether a clause of its own starts after a bare digit: "5 all four programs have two"."""
        said = [each for each in self.open if not is_filler(each)]
        if self.vocab.scale is None or len(said) != 1 or said[0] is not self.open[-1]:
            return False
        quantity = said[0].quantity
        placed = quantity is not None and quantity.kind == "number" and not quantity.spelled
        return placed and chunk.words[0] in self.vocab.starters

    def _joint_of(self, chunk: Chunk) -> Joint | None:
        anything = bool(self.open or self.done)
        answered = any(each.plays("option") or each.quantity for each in self.open)
        before = answered or bool(self.done)
        for role in _JOINTS:
            if role == "correction" and len(chunk.words) == 1 and not self._interrupts():
                continue
            if chunk.plays(role) and (before or not chunk.plays("option")):
                if role == "correction" and not before:
                    self.retracts = self.retracts or chunk.words not in self.vocab.weak
                    return None
                if role != "condition" and not anything:
                    return None
                self.trails = role == "correction" and chunk.words in _TRAILING
                if role == "correction" and chunk.words not in self.vocab.weak:
                    return "retraction"
                return role
        if chunk.plays("reason") and anything and not chunk.plays("option"):
            return "reason"
        if chunk.plays("conclusion") and self._concludes(chunk):
            return "conclusion"
        if chunk.plays("tail") and answered and not any(each.is_other for each in self.open):
            return None if chunk.plays("option") else "tail"
        return None

    def _interrupts(self) -> bool:
        """Whether a word here breaks in on an answer ("4 oops 5"), rather than stand in a sentence."""
        last = self.open[-1] if self.open else None
        if last is None or last.plays("option") or last.quantity is not None:
            return True
        return all(is_filler(chunk) for chunk in self.open)

    def _concludes(self, chunk: Chunk) -> bool:
        if chunk.plays("option"):
            return False
        if not self.open:
            return bool(self.done)
        told = any(each.is_other or each.quantity or each.plays("around") for each in self.open)
        return chunk.words[0] == "so" and told
