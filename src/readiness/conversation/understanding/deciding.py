"""From the clauses of an answer on an ordered scale to one decision: record, ask back, or nothing found."""

from collections.abc import Sequence
from typing import NamedTuple

from readiness.conversation.understanding.clauses import Clause
from readiness.conversation.understanding.graded import Reading, combine, read_clause, undercut
from readiness.conversation.understanding.tokens import verbatim
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary


class Decision(NamedTuple):
    """What a whole text says on a scale, and the part of it to keep as a note."""

    reading: Reading
    note: str | None


def decide(text: str, spoken: Sequence[Clause], vocab: Vocabulary) -> Decision | None:
    """The decision on the clauses of a text; None when none of them says anything on the scale."""
    readings = [read_clause(clause, vocab) for clause in spoken]
    first = _after_correction(spoken, readings)
    taken_back = first > 0
    spoken, readings = spoken[first:], readings[first:]
    main = next((n for n, reading in enumerate(readings) if reading is not None), None)
    if main is None:
        return None
    reading = readings[main]
    assert reading is not None  # noqa: S101 - it was just looked for
    reading = _preceded(reading, spoken[: main + 1], taken_back=taken_back)
    for clause, then in zip(spoken[main + 1 :], readings[main + 1 :], strict=True):
        reading = _followed(reading, clause, then, vocab)
    if spoken[main].question or _adverb(text, spoken, main, reading, vocab):
        reading = reading.questioned()
    note = _note(text, spoken, readings, main, whole=not reading.clean)
    return Decision(reading, note)


def _after_correction(spoken: Sequence[Clause], readings: Sequence[Reading | None]) -> int:
    """The place of the last clause that corrects what came before it with an answer; 0 when none does."""
    for n in range(len(spoken) - 1, 0, -1):
        reading = readings[n]
        if spoken[n].joint == "correction" and reading is not None and reading.clean:
            return n
    return 0


def _preceded(reading: Reading, before: Sequence[Clause], *, taken_back: bool) -> Reading:
    """The first answer in the light of what was said before it."""
    *earlier, main = before
    if main.joint in ("condition", "reason"):
        return reading.questioned()
    if not earlier or taken_back:
        return reading
    loose = [clause for clause in earlier if clause.others or clause.question]
    doubtful = any(
        clause.question or clause.has("negation") or clause.joint == "condition" or clause.has("hedge")
        for clause in earlier
    )
    if doubtful or (loose and reading.polar):
        return reading.questioned()
    return reading


def _followed(
    reading: Reading, clause: Clause, then: Reading | None, vocab: Vocabulary
) -> Reading:
    """An answer in the light of one more clause."""
    if clause.joint == "reason":
        return reading
    if clause.joint in ("contrast", "condition"):
        return _contrasted(reading, clause, then, vocab)
    if clause.joint == "correction" and clause.said:
        return _merged(reading, then, vocab).questioned() if then else reading
    if then is None:
        return undercut(reading, vocab) if clause.has("limit") else reading
    if clause.joint == "tail" and reading.sure:
        return undercut(reading, vocab) if clause.has("limit") else reading
    if then.clean or not reading.clean:
        return combine(reading, then, vocab)
    if reading.sure:
        return undercut(reading, vocab) if clause.has("limit") else reading
    return combine(reading, then, vocab).questioned()


def _contrasted(
    reading: Reading, clause: Clause, then: Reading | None, vocab: Vocabulary
) -> Reading:
    if not clause.said:
        return reading
    if then is not None and any(option in OUTSIDE for option in reading.options):
        return _merged(then, reading, vocab)
    cut = undercut(reading, vocab)
    if then is None or (not then.clean and cut.sure):
        return cut
    if then.clean and then.options == reading.options:
        return reading
    return _merged(then, cut, vocab) if then.clean else cut


def _merged(first: Reading, then: Reading | None, vocab: Vocabulary) -> Reading:
    """Both readings, the first one first, to be asked back."""
    if then is None:
        return first.questioned()
    options = tuple(dict.fromkeys((*first.options, *then.options)))
    inside = [option for option in options if vocab.rank(option) >= 0]
    outside = [option for option in options if vocab.rank(option) < 0]
    return Reading((*inside[:3], *outside[:1]), True, "", first.clean and then.clean)


def _adverb(
    text: str, spoken: Sequence[Clause], main: int, reading: Reading, vocab: Vocabulary
) -> bool:
    """Whether a step in between may only be an adverb: "mostly because we have no money"."""
    if main + 1 >= len(spoken) or spoken[main + 1].joint != "reason":
        return False
    between = text[spoken[main].end : spoken[main + 1].start].strip()
    middle = any(0 < vocab.rank(option) < vocab.top for option in reading.options)
    return middle and not between


def _note(
    text: str,
    spoken: Sequence[Clause],
    readings: Sequence[Reading | None],
    main: int,
    *,
    whole: bool,
) -> str | None:
    """The part of the text that is more than the answer itself."""
    before = any(clause.others for clause in spoken[:main])
    if whole:
        return verbatim(text, spoken[0].start)
    last = main
    while last + 1 < len(spoken) and _only_answers(spoken[last + 1], readings[last + 1]):
        last += 1
    after = any(clause.said for clause in spoken[last + 1 :])
    if not after:
        return verbatim(text, spoken[0].start, spoken[main].start) if before else None
    start = spoken[0].start if before else spoken[last].end
    return verbatim(text, start)


def _only_answers(clause: Clause, reading: Reading | None) -> bool:
    if reading is None:
        return not clause.said
    return reading.clean and not (clause.has("around") or clause.has("tail"))
