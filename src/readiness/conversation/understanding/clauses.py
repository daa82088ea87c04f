"""Chunks grouped into clauses: the answer, its reason, what takes it back, what corrects it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from readiness.conversation.understanding.chunks import Chunk

Joint = Literal[
    "start", "stop", "contrast", "condition", "reason", "tail", "correction", "conclusion"
]
_JOINTS: tuple[Joint, ...] = ("contrast", "condition", "correction")


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


def clauses(made: Sequence[Chunk]) -> list[Clause]:
    """The clauses of some chunks, in order."""
    return _Splitter().split(made)


class _Splitter:
    """Walks over chunks and closes a clause wherever a new one starts."""

    def __init__(self) -> None:
        self.done: list[Clause] = []
        self.open: list[Chunk] = []
        self.joint: Joint = "start"
        self.start = 0

    def split(self, made: Sequence[Chunk]) -> list[Clause]:
        for chunk in made:
            if chunk.plays("stop"):
                self._close(chunk, "stop", question=chunk.words == ("?",))
                continue
            joint = self._joint_of(chunk)
            if joint is None:
                self.open.append(chunk)
                continue
            self._close(chunk, joint)
            if joint in ("tail", "conclusion", "reason"):
                self.open.append(chunk)
        self._close(None, "stop")
        if self.joint == "contrast" and len(self.done) > 1:
            # "Fully. Nights don't, though."
            self.done[-1] = self.done[-1]._replace(joint="contrast")
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
        elif joint != "stop":
            self.joint = joint
        if chunk is not None:
            self.start = chunk.end if chunk.plays("stop") else chunk.start

    def _joint_of(self, chunk: Chunk) -> Joint | None:
        anything = bool(self.open or self.done)
        answered = any(each.plays("option") or each.quantity for each in self.open)
        before = answered or bool(self.done)
        for role in _JOINTS:
            if chunk.plays(role) and (before or not chunk.plays("option")):
                if role == "correction" and not before:
                    return None
                if role != "condition" and not anything:
                    return None
                return role
        if chunk.plays("reason") and anything and not chunk.plays("option"):
            return "reason"
        if chunk.plays("conclusion") and self._concludes(chunk):
            return "conclusion"
        if chunk.plays("tail") and answered and not any(each.is_other for each in self.open):
            return None if chunk.plays("option") else "tail"
        return None

    def _concludes(self, chunk: Chunk) -> bool:
        if chunk.plays("option"):
            return False
        if not self.open:
            return bool(self.done)
        return chunk.words[0] == "so" and any(each.is_other for each in self.open)
