"""From the clauses of an answer on an ordered scale to one decision: record, ask back, or nothing found."""

from collections.abc import Sequence
from typing import NamedTuple

from readiness.conversation.understanding.clauses import Clause
from readiness.conversation.understanding.following import followed, lessens
from readiness.conversation.understanding.graded import read_clause
from readiness.conversation.understanding.notes import noted
from readiness.conversation.understanding.readings import Reading, merge
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary


class Decision(NamedTuple):
    """What a whole text says on a scale, and the part of it to keep as a note."""

    reading: Reading
    note: str | None


def decide(text: str, spoken: Sequence[Clause], vocab: Vocabulary) -> Decision | None:
    """The decision on the clauses of a text; None when none of them says anything on the scale."""
    readings = [read_clause(clause, vocab) for clause in spoken]
    if vocab.scale is not None and _denies_both_sides(spoken, vocab):
        middle = vocab.scale.ids[vocab.top // 2]
        return Decision(Reading((middle,), False), None)
    first = _after_correction(spoken, readings)
    given_up = next((r for r in readings[:first] if r and r.options[0] not in OUTSIDE), None)
    said_of_another = any(
        reading is not None and not reading.clean and clause.others
        for clause, reading in zip(spoken[:first], readings[:first], strict=True)
    )
    spoken, readings = spoken[first:], readings[first:]
    main = _main(spoken, readings)
    if main is None:
        return None
    reading = readings[main]
    assert reading is not None  # noqa: S101 - it was just looked for
    reading = _preceded(reading, spoken[: main + 1], taken_back=first > 0)
    if first and said_of_another:
        # "Earlier I said mostly for the mentor, make it partly."
        reading = reading.questioned()
    if given_up is not None and reading.options[0] in OUTSIDE:
        # "Mostly, no, let me check that first."
        reading = merge(given_up, reading, vocab)
    reading = _followed_by_all(reading, spoken[main:], readings[main:], vocab)
    if (
        spoken[main].has("contrast")
        or _asks(spoken[main:])
        or _is_taken_back(spoken[main:])
        or _adverb(text, spoken, main, reading, vocab)
    ):
        reading = reading.questioned()
    note = noted(text, spoken, readings, main, whole=not reading.clean)
    if note is None and spoken[main].others > 1:
        # "We didn't ask any peers, no" without its comma.
        note = noted(text, spoken, readings, main, whole=True)
    return Decision(reading, note)


def _denies_both_sides(spoken: Sequence[Clause], vocab: Vocabulary) -> bool:
    """`I don't agree, I don't disagree` on a scale with two sides."""
    said = [chunk.words[-2:] for clause in spoken for chunk in clause.said]
    return vocab.two_sided and sorted(said) == [("not", "agree"), ("not", "disagree")]


def _main(spoken: Sequence[Clause], readings: Sequence[Reading | None]) -> int | None:
    """The place of the answer: the first reading, unless the last one is a conclusion from what came before it."""
    said = [n for n, reading in enumerate(readings) if reading is not None]
    for n in reversed(said[1:]):
        reading = readings[n]
        if spoken[n].joint == "conclusion" and reading is not None and reading.sure:
            unsure = all(r is None or not r.sure for r in readings[:n])
            step = not reading.polar and reading.options[0] not in OUTSIDE
            return n if unsure and step else said[0]
    return said[0] if said else None


def _followed_by_all(
    reading: Reading,
    spoken: Sequence[Clause],
    readings: Sequence[Reading | None],
    vocab: Vocabulary,
) -> Reading:
    """An answer, which is the first of the clauses, in the light of those after it."""
    apart = False
    by_number = any(chunk.quantity for chunk in spoken[0].chunks)
    for clause, then in zip(spoken[1:], readings[1:], strict=True):
        # A "but" in the reason ("fully, it took a while but …") says nothing about the answer.
        if not (apart and reading.sure and clause.joint in ("contrast", "condition")):
            reading = followed(reading, clause, then, vocab, by_number=by_number)
        apart = apart or (clause.joint == "stop" and then is None and bool(clause.said))
    return reading


def _is_taken_back(spoken: Sequence[Clause]) -> bool:
    """Whether something after an answer makes light of it: "fully, said no one ever", "fully. Not."."""
    main, *later = spoken
    doubts = any(c.plays("takes_back") and not c.plays("option") for c in main.chunks)
    return doubts or any(
        clause.has("takes_back") or [c.words for c in clause.chunks] == [("not",)]
        for clause in later
    )


def _after_correction(spoken: Sequence[Clause], readings: Sequence[Reading | None]) -> int:
    """The place of the last clause that corrects what came before it with an answer; 0 when none does."""
    for n in range(len(spoken) - 1, 0, -1):
        reading = readings[n]
        if reading is None or not reading.clean:
            continue
        before = next((r for r in reversed(readings[:n]) if r is not None), None)
        if reading.polar == "no" and before is not None and not before.polar:
            # "Mostly. Hmm. No." takes back, and puts nothing in its place.
            continue
        if reading.sure and any(clause.has("forgone") for clause in spoken[:n]):
            return n
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
        clause.question
        or clause.joint == "condition"
        or clause.has("hedge")
        or clause.has("takes_back")
        for clause in earlier
    ):
        return reading.questioned()
    story = any(clause.said for clause in earlier)
    concluded = main.joint == "conclusion" or reading.options[0] in OUTSIDE
    return reading.questioned() if story and not concluded else reading


def _adverb(
    text: str, spoken: Sequence[Clause], main: int, reading: Reading, vocab: Vocabulary
) -> bool:
    """Whether the answer may only be part of a sentence: "mostly because we have no money", "fully at one site"."""
    if main + 1 >= len(spoken) or spoken[main + 1].joint not in ("reason", "tail", "stop"):
        return False
    between = text[spoken[main].end : spoken[main + 1].start].strip()
    ranks = [vocab.rank(option) for option in reading.options]
    if between or min(ranks) < 0:
        return False
    if vocab.top < 2:
        # "Absolutely not on the highway."
        return spoken[main + 1].joint == "tail" and spoken[main + 1].others > 0
    if spoken[main + 1].joint == "stop":
        # "Agree it's important."
        return _is_stance(spoken[main], vocab)
    if spoken[main + 1].joint == "reason":
        # "4 because …"; and "mostly because" explains a lack only where a lack is named.
        return spoken[main + 1].has("negation") and not _is_placed(spoken[main])
    if _is_stance(spoken[main], vocab):
        # "Disagree with HR", "agree on the goal" may not be about the statement.
        return True
    if _is_named(spoken[main], vocab):
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


def _is_stance(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether the answer is a verb of a scale with two sides, which may have an object of its own."""
    return vocab.two_sided and any(
        chunk.words[-1] in ("agree", "disagree") for chunk in clause.said
    )


def _is_named(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether the answer is a step that starts no sentence and is no claim about every place: "planned for spring"."""
    said = clause.said
    if len(said) != 1 or said[0].words not in vocab.calls:
        return False
    return all(0 < vocab.rank(option) < vocab.top for option in said[0].meaning.options)


def _completes(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether a tail says how much, or when: "yes in every program", "not yet for now"."""
    reading = read_clause(clause, vocab)
    told = clause.others or clause.has("around") or lessens(clause, vocab)
    return (reading is not None and reading.sure) or not told
