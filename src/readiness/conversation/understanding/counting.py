"""Answers that are a number or a date."""

from collections.abc import Sequence
from datetime import date
from typing import TypeGuard

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding import dates, near, scales
from readiness.conversation.understanding.chunks import Chunk, chunks
from readiness.conversation.understanding.clauses import Clause, clauses, is_filler
from readiness.conversation.understanding.figures import Day
from readiness.conversation.understanding.tokens import Token, verbatim
from readiness.conversation.understanding.vocabulary import Vocabulary
from readiness.domain.questionnaire import Item

UNCLEAR = Interpretation(outcome="unclear")
# A bare number in this range is more likely a year than a count of people.
YEARS = range(1900, 2101)
_DOUBTS = ("hedge", "negation", "between", "condition", "below", "above")


def number(text: str, item: Item, found: Sequence[Token], vocab: Vocabulary) -> Interpretation:
    """A number that was typed; several, a rough one, or one in the middle of a story are asked back."""
    made = chunks(found, vocab)
    outside = scales.outside(text, found, vocab)
    counted = [c for c in made if c.quantity and c.quantity.kind in ("number", "ordinal")]
    if not counted:
        return outside or _rough(text, found, vocab)
    if _is_outside(outside):
        return outside
    spoken = clauses(made, vocab)
    chosen, corrected = _chosen(counted, made)
    if any(token.is_negative for token in found):
        return UNCLEAR
    value = chosen.quantity.value if chosen.quantity else 0
    values = {c.quantity.value for c in made if c.quantity}
    sure = outside is None and (corrected or len(values) == 1) and value == int(value)
    sure = sure and not _doubtful(chosen, spoken)
    sure = sure and not any(clause.joint == "condition" for clause in spoken)
    # "Seven managers and then me" may be eight.
    sure = sure and not any(t.word in ("me", "myself") for t in found if t.start > chosen.start)
    sure = sure and not _in_story(chosen, made, spoken, item, vocab)
    return Interpretation(
        outcome="accepted" if sure else "confirm",
        value=int(value) if value == int(value) else value,
        note=_rest(text, chosen.start, chosen.end, _loud(made, item, after=corrected and chosen)),
    )


def day(text: str, found: Sequence[Token], vocab: Vocabulary, today: date) -> Interpretation:
    """A date that was typed; without year or day it is asked back."""
    outside = scales.outside(text, found, vocab)
    read = dates.days(text, found, vocab, today)
    if not read:
        mended = near.mended(found, vocab, tuple(m for m in vocab.lexicon.months if len(m) > 3))
        read = dates.days(text, mended, vocab, today) if mended else []
    if not read:
        return outside or UNCLEAR
    if _is_outside(outside):
        return outside
    made = chunks(found, vocab)
    corrected = _corrects(made, read[0].end, read[-1].start)
    chosen = read[-1] if corrected else read[0]
    sure = chosen.sure and (corrected or len(read) == 1) and outside is None
    spoken = clauses(made, vocab)
    sure = sure and not _doubts_about(chosen, spoken) and not _is_rough(chosen, made)
    sure = sure and not any(clause.joint == "condition" for clause in spoken)
    kept = [chunk for chunk in made if not corrected or chunk.start >= chosen.end]
    note = _rest(text, chosen.start, chosen.end, kept)
    return Interpretation(outcome="accepted" if sure else "confirm", value=chosen.day, note=note)


def _is_outside(outside: Interpretation | None) -> TypeGuard[Interpretation]:
    """Whether the question does not apply, so that a number or date is only the reason: "n/a, we have one program"."""
    return (
        outside is not None and outside.outcome == "accepted" and outside.value == "not_applicable"
    )


def _chosen(counted: Sequence[Chunk], made: Sequence[Chunk]) -> tuple[Chunk, bool]:
    """The number that counts, and whether it corrects one before it."""
    corrected = _corrects(made, counted[0].end, counted[-1].start)
    return (counted[-1], True) if corrected else (counted[0], False)


def _corrects(made: Sequence[Chunk], start: int, end: int) -> bool:
    """Whether something between two places takes back what came before: "no", "make that"."""
    return any(
        chunk.plays("correction") or chunk.meaning.polar == "no" or chunk.words == ("no",)
        for chunk in made
        if start <= chunk.start and chunk.end <= end
    )


def _doubtful(chosen: Chunk, spoken: Sequence[Clause]) -> bool:
    for clause in spoken:
        if chosen in clause.chunks:
            doubts = any(_is_doubt(chunk) for chunk in clause.chunks)
            return doubts or clause.question or clause.joint == "condition"
    return True


def _doubts_about(chosen: Day, spoken: Sequence[Clause]) -> bool:
    for clause in spoken:
        if clause.start <= chosen.start < clause.end or chosen.start <= clause.start < chosen.end:
            outside = [
                c
                for n, c in enumerate(clause.chunks)
                if not chosen.start <= c.start < chosen.end and (n or c.words != ("no",))
            ]
            if clause.question or any(_is_doubt(chunk) or chunk.is_other for chunk in outside):
                return True
    return False


def _is_rough(chosen: Day, made: Sequence[Chunk]) -> bool:
    """Whether a preposition makes the day a limit or a guess: "by March 1", "around March 1"."""
    before = [c for c in made if c.end <= chosen.start and c.words != ("the",)]
    return (
        bool(before)
        and (before[-1].plays("tail") or before[-1].words == ("about",))
        and (before[-1].words not in (("on",), ("on", "the")))
    )


def _is_doubt(chunk: Chunk) -> bool:
    return not is_filler(chunk) and any(chunk.plays(role) for role in _DOUBTS)


def _in_story(
    chosen: Chunk,
    made: Sequence[Chunk],
    spoken: Sequence[Clause],
    item: Item,
    vocab: Vocabulary,
) -> bool:
    """Whether the number stands among words that have nothing to do with the question, or may be a year."""
    quantity = chosen.quantity
    if quantity is None or quantity.kind == "ordinal" or int(quantity.value) in YEARS:
        return True
    own = next((clause.chunks for clause in spoken if chosen in clause.chunks), ())
    before = [c for c in made if c.end <= chosen.start and c not in own]
    if any(c.plays("conclusion") or c.plays("correction") for c in (*before, *own)):
        before = []
    asked_about = f"{item.ask} {item.topic}".casefold()
    return any(
        (chunk.is_other or chunk.plays("around"))
        and not all(w in vocab.heads or w.rstrip("s") in asked_about for w in chunk.words)
        for chunk in (*before, *own)
        if not is_filler(chunk)
    )


def _rough(text: str, found: Sequence[Token], vocab: Vocabulary) -> Interpretation:
    """`None` is zero; `a couple` is about two, to be asked."""
    words = tuple(token.word for token in found if not token.is_stop)
    zeros = {vocab.words(phrase) for phrase in vocab.lexicon.zero}
    if words in zeros:
        return Interpretation(outcome="accepted", value=0)
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            if words[at : at + length] in vocab.rough:
                return Interpretation(outcome="confirm", value=vocab.rough[words[at : at + length]])
    if words[:1] in zeros:
        return Interpretation(outcome="confirm", value=0, note=verbatim(text, found[0].end))
    return UNCLEAR


def _loud(made: Sequence[Chunk], item: Item, *, after: Chunk | bool) -> list[Chunk]:
    """The chunks that say more than the number: not "people", not what the item asks about, not what was corrected."""
    asked_about = f"{item.ask} {item.topic}".casefold()
    return [
        chunk
        for chunk in made
        if not chunk.plays("around")
        and not (chunk.is_other and all(word.rstrip("s") in asked_about for word in chunk.words))
        and not (isinstance(after, Chunk) and chunk.end <= after.start)
    ]


def _rest(text: str, start: int, end: int, made: Sequence[Chunk]) -> str | None:
    """What was said beside the number or date: what follows it, or everything when something came before it."""
    before = [c for c in made if c.end <= start and not _is_quiet(c)]
    after = [c for c in made if c.start >= end and not _is_quiet(c)]
    if before and after:
        return verbatim(text, 0)
    if after:
        return verbatim(text, end)
    return verbatim(text, 0, start) if before else None


def _is_quiet(chunk: Chunk) -> bool:
    return is_filler(chunk) or chunk.plays("stop") or chunk.quantity is not None
