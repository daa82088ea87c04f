"""What is kept with an answer: the part of the text that is more than the answer itself, word for word."""

from collections.abc import Sequence

from readiness.conversation.understanding.clauses import Clause
from readiness.conversation.understanding.readings import Reading
from readiness.conversation.understanding.tokens import verbatim
from readiness.conversation.understanding.vocabulary import OUTSIDE

FEWEST_CHUNKS = 3


def noted(
    text: str,
    spoken: Sequence[Clause],
    readings: Sequence[Reading | None],
    main: int,
    *,
    whole: bool,
) -> str | None:
    """The part of the text that is more than the answer itself."""
    before = any(clause.said for clause in spoken[:main])
    if whole or _said_again(spoken, readings, main):
        return verbatim(text, spoken[0].start)
    last = main
    for n in range(main + 1, len(spoken)):
        if spoken[n].joint in ("stop", "correction", "conclusion", "contrast"):
            stretch = _stretch(spoken, n)
            if not all(_only_answers(text, spoken[k], readings[k]) for k in stretch):
                break
            last = stretch[-1]
    rest = spoken[last + 1 :]
    after = any(clause.said for clause in rest) or (_is_outside(readings[main]) and _tells(rest))
    if not after:
        return verbatim(text, spoken[0].start, spoken[main].start) if before else None
    start = spoken[0].start if before else spoken[last].end
    return verbatim(text, start)


def _is_outside(reading: Reading | None) -> bool:
    return reading is not None and reading.options[0] in OUTSIDE


def _tells(clauses: Sequence[Clause]) -> bool:
    """Whether some clauses are a sentence, of small words though they be: "they're already here"."""
    return any(len(clause.chunks) >= FEWEST_CHUNKS for clause in clauses)


def _said_again(spoken: Sequence[Clause], readings: Sequence[Reading | None], main: int) -> bool:
    """Whether the first *don't know* is the reason for a bare one: "I'm new here, no idea"."""
    first = readings[main]
    return (
        first is not None
        and first.options[0] in OUTSIDE
        and any(
            reading is not None and reading.options == first.options and len(clause.chunks) == 1
            for clause, reading in zip(spoken[main + 1 :], readings[main + 1 :], strict=True)
        )
    )


def _stretch(spoken: Sequence[Clause], first: int) -> list[int]:
    """A clause and those that hang on it without a stop."""
    last = first
    while last + 1 < len(spoken) and spoken[last + 1].joint in ("tail", "reason", "condition"):
        last += 1
    return list(range(first, last + 1))


def _only_answers(text: str, clause: Clause, reading: Reading | None) -> bool:
    if reading is None:
        return not clause.said
    if reading.options[0] in OUTSIDE:
        return False
    if not (reading.sure or reading.polar):
        return False
    last = clause.chunks[-1]
    if last.words[-1] == "them" and not text[: last.end].casefold().endswith("em"):
        # A share of several things, which was named: "in some programs".
        return False
    return reading.clean and not (clause.has("around") or clause.has("tail"))
