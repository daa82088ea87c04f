"""From the clauses of an answer on an ordered scale to one decision: record, ask back, or nothing found."""

from collections.abc import Sequence
from typing import NamedTuple

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.graded import read_clause
from readiness.conversation.understanding.notes import noted
from readiness.conversation.understanding.readings import Reading, combine, merge, undercut
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
    given_up = next((r for r in readings[:first] if r and r.options[0] not in OUTSIDE), None)
    spoken, readings = spoken[first:], readings[first:]
    main = next((n for n, reading in enumerate(readings) if reading is not None), None)
    if main is None:
        return None
    reading = readings[main]
    assert reading is not None  # noqa: S101 - it was just looked for
    reading = _preceded(reading, spoken[: main + 1], taken_back=taken_back)
    if given_up is not None and reading.options[0] in OUTSIDE:
        # "Mostly, no, let me check that first."
        reading = merge(given_up, reading, vocab)
    apart = False
    by_number = any(chunk.quantity for chunk in spoken[main].chunks)
    for clause, then in zip(spoken[main + 1 :], readings[main + 1 :], strict=True):
        # A "but" in the reason ("fully, it took a while but …") says nothing about the answer.
        if not (apart and reading.sure and clause.joint in ("contrast", "condition")):
            reading = _followed(reading, clause, then, vocab, by_number=by_number)
        apart = apart or (clause.joint == "stop" and then is None and bool(clause.said))
    if (
        spoken[main].has("contrast")
        or _asks(spoken[main:])
        or _adverb(text, spoken, main, reading, vocab)
    ):
        reading = reading.questioned()
    note = noted(text, spoken, readings, main, whole=not reading.clean)
    return Decision(reading, note)


def _after_correction(spoken: Sequence[Clause], readings: Sequence[Reading | None]) -> int:
    """The place of the last clause that corrects what came before it with an answer; 0 when none does."""
    for n in range(len(spoken) - 1, 0, -1):
        reading = readings[n]
        if reading is None or not reading.clean:
            continue
        if spoken[n].joint in ("correction", "retraction") or _after_bare_no(spoken, readings, n):
            return n
    return 0


def _after_bare_no(spoken: Sequence[Clause], readings: Sequence[Reading | None], n: int) -> bool:
    """`Fully. No. Mostly`: a no between two answers takes back the first."""
    if n < 2 or len(spoken[n - 1].said) != 1:
        return False
    said, now, before = readings[n - 1], readings[n], readings[n - 2]
    if said is None or now is None or before is None or said.polar != "no":
        return False
    return now.sure and not before.polar and before.options != said.options


def _preceded(reading: Reading, before: Sequence[Clause], *, taken_back: bool) -> Reading:
    """The first answer in the light of what was said before it."""
    *earlier, main = before
    if main.joint in ("condition", "reason"):
        return reading.questioned()
    if not earlier or taken_back:
        return reading
    if any(
        clause.question or clause.joint == "condition" or clause.has("hedge") for clause in earlier
    ):
        return reading.questioned()
    story = any(clause.said for clause in earlier)
    concluded = main.joint == "conclusion" or reading.options[0] in OUTSIDE
    return reading.questioned() if story and not concluded else reading


def _followed(
    reading: Reading,
    clause: Clause,
    then: Reading | None,
    vocab: Vocabulary,
    *,
    by_number: bool,
) -> Reading:
    """An answer in the light of one more clause.

    `by_number` says that it was given as a number, so that another number may be another answer.
    """
    if clause.joint == "reason":
        return reading
    if vocab.top < 2 and any(chunk.quantity and chunk.quantity.spelled for chunk in clause.chunks):
        # "Yes, two since last summer": how many there are.
        return reading
    later = clause.has("intent")
    if by_number and then is None and not later and _counts_against(clause, vocab):
        return reading.questioned()
    bare = bool(clause.said) and all(_is_digits(chunk) for chunk in clause.said)
    if by_number and bare and vocab.top < 2:
        # "1,5" may be one and a half.
        return reading.questioned()
    if clause.joint in ("contrast", "condition"):
        return _contrasted(reading, clause, then, vocab)
    if clause.joint in ("correction", "retraction"):
        return _corrected(reading, clause, then, vocab)
    if then is None:
        return _told(reading, clause, vocab)
    limits = _limits(clause) and not (then.sure and then.clean)
    if limits and reading.sure and vocab.rank(reading.options[0]) > 0:
        return undercut(reading, vocab)
    if reading.sure and _is_reason(reading, clause, then):
        return reading
    return _joined(reading, then, vocab)


def _is_digits(chunk: Chunk) -> bool:
    counted = chunk.quantity
    return counted is not None and counted.kind == "number" and not counted.spelled


def _told(reading: Reading, clause: Clause, vocab: Vocabulary) -> Reading:
    """An answer in the light of a clause that says nothing on the scale."""
    rank = vocab.rank(reading.options[0])
    if _only_doubts(clause):
        return reading.questioned()
    if _limits(clause) and rank > 0:
        return undercut(reading, vocab)
    # "Fully, nights don't."
    return reading.questioned() if _denies(clause) and rank == vocab.top > 1 else reading


def _is_reason(reading: Reading, clause: Clause, then: Reading) -> bool:
    """Whether a clause with an answer in it only tells the story of the answer before it."""
    if then.options[0] in OUTSIDE and clause.has("tail"):
        # "Mostly, 12 months approved, after that who knows."
        return True
    # "Don't know yet, waiting to hear from HR."
    guessed = then.asked and not clause.has("hedge") and not then.polar
    return guessed and reading.options == ("dont_know",)


def _limits(clause: Clause) -> bool:
    return bool(clause.chunks) and clause.chunks[0].plays("limit")


def _corrected(
    reading: Reading, clause: Clause, then: Reading | None, vocab: Vocabulary
) -> Reading:
    """A correction that did not name a clear answer of its own."""
    if then is not None:
        return merge(reading, then, vocab)
    return reading.questioned() if clause.joint == "retraction" else reading


def _joined(reading: Reading, then: Reading, vocab: Vocabulary) -> Reading:
    """An answer and what a further clause says on the scale."""
    if reading.options[0] in OUTSIDE:
        return _after_outside(reading, then, vocab)
    if reading.sure and (not then.clean or (not reading.polar and _agrees(reading, then, vocab))):
        return reading
    if then.clean or not reading.clean:
        return combine(reading, then, vocab)
    return combine(reading, then, vocab).questioned()


def _denies(clause: Clause) -> bool:
    """Whether a clause of its own says that something is not so."""
    last = clause.chunks[-1] if clause.chunks else None
    return clause.joint == "stop" and last is not None and clause.has("negation")


def _only_doubts(clause: Clause) -> bool:
    """Whether a clause says nothing but that the answer may be wrong: "fully, I hope"."""
    if any(chunk.words[0] in ("was", "were", "had") for chunk in clause.chunks):
        return False
    doubts = any(chunk.plays("hedge") and not is_filler(chunk) for chunk in clause.chunks)
    return doubts and all(
        is_filler(c) or c.plays("hedge") or c.plays("between") for c in clause.said
    )


def _counts_against(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether a "but" brings in the number of another option: "4, but my boss would say 2"."""
    last = clause.chunks[-1].quantity if clause.chunks else None
    counted = last is not None and last.kind == "number" and clause.chunks[-1].words != ("one",)
    return last is not None and counted and 1 <= last.value <= vocab.top + 1


def _after_outside(reading: Reading, then: Reading | None, vocab: Vocabulary) -> Reading:
    """*Don't know* and then an answer: both are offered; "n/a (no team)" gives its reason."""
    if reading.sure and reading.options == ("not_applicable",) and then and then.polar == "no":
        return reading
    if then is None or not then.clean or then.options[0] in OUTSIDE:
        return reading
    if len(then.options) == 1:
        return merge(then, reading, vocab)
    return Reading((*reading.options[:1], *then.options[:2]), True, fixed=True)


def _agrees(reading: Reading, then: Reading, vocab: Vocabulary) -> bool:
    """Whether a later clause leaves a named step as it is: "planned, nothing started yet"."""
    if reading.options[0] in OUTSIDE or not then.clean:
        return False
    rank = vocab.rank(reading.options[0])
    if then.fixed or vocab.top < 2:
        return False
    if not then.sure:
        near = all(abs(vocab.rank(option) - rank) <= 1 for option in then.options)
        return near or reading.options[0] in then.options
    return rank == 1 and vocab.rank(then.options[0]) == 0


def _unstarted(reading: Reading, then: Reading, vocab: Vocabulary) -> bool:
    """Whether a step with nothing done yet is only described: "planned but nothing started"."""
    return reading.sure and vocab.rank(reading.options[0]) == 1 and then.options[:1] == vocab.lowest


def _contrasted(
    reading: Reading, clause: Clause, then: Reading | None, vocab: Vocabulary
) -> Reading:
    if not clause.said:
        return reading
    if any(option in OUTSIDE for option in reading.options):
        return _after_outside(reading, then, vocab)
    if clause.joint == "condition" and vocab.top < 2:
        return reading.questioned()
    if _counts_against(clause, vocab):
        return reading.questioned()
    cut = undercut(reading, vocab)
    if then is None or (not then.clean and cut.sure):
        return cut
    if then.clean and (then.options == reading.options or _unstarted(reading, then, vocab)):
        return reading
    if not then.clean:
        return cut._replace(fixed=True)
    return merge(then, cut, vocab) if then.sure else merge(cut, then, vocab)


def _adverb(
    text: str, spoken: Sequence[Clause], main: int, reading: Reading, vocab: Vocabulary
) -> bool:
    """Whether the answer may only be part of a sentence: "mostly because we have no money", "fully at one site"."""
    if main + 1 >= len(spoken) or spoken[main + 1].joint not in ("reason", "tail"):
        return False
    between = text[spoken[main].end : spoken[main + 1].start].strip()
    ranks = [vocab.rank(option) for option in reading.options]
    if between or vocab.top < 2 or min(ranks) < 0:
        return False
    if spoken[main + 1].joint == "reason":
        # "4 because …"; and "mostly because" explains a lack only where a lack is named.
        return spoken[main + 1].has("negation") and not _is_placed(spoken[main])
    if _is_named(spoken[main], vocab):
        # "Disagree with HR" may not be about the statement.
        return spoken[main + 1].chunks[0].words == ("with",)
    adverb = any(0 < rank < vocab.top for rank in ranks)
    return adverb or not _completes(spoken[main + 1], vocab)


def _is_placed(clause: Clause) -> bool:
    """Whether the answer was given by its number, which is no adverb."""
    said = clause.said
    return len(said) == 1 and said[0].quantity is not None and said[0].quantity.kind == "number"


def _asks(spoken: Sequence[Clause]) -> bool:
    """Whether the answer is put as a question: "partly?", "partly, right?"."""
    return spoken[0].question or any(clause.question and not clause.others for clause in spoken)


def _is_named(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether the answer is a step that starts no sentence and is no claim about every place: "planned for spring"."""
    said = clause.said
    if len(said) != 1 or said[0].words not in vocab.calls:
        return False
    return all(0 < vocab.rank(option) < vocab.top for option in said[0].meaning.options)


def _completes(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether a tail says how much, or when: "yes in every program", "not yet for now"."""
    reading = read_clause(clause, vocab)
    return (reading is not None and reading.sure) or not clause.others
