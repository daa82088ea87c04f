"""Answers on a scale: the place of an option, its label, or everyday words for it."""

from collections.abc import Sequence

import msgspec

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding import choosing, frames, groups, letters, near, several
from readiness.conversation.understanding.chunks import Chunk, chunks
from readiness.conversation.understanding.clauses import Clause, clauses, is_filler
from readiness.conversation.understanding.deciding import Decision, decide
from readiness.conversation.understanding.measuring import MOST_PLACES
from readiness.conversation.understanding.readings import Reading
from readiness.conversation.understanding.sizes import either, in_ranges
from readiness.conversation.understanding.tokens import Token, verbatim
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary
from readiness.domain.questionnaire import Item

# Longer answers to an open question are not searched for typos.
MOST_WHOLE = 5
_NEGATIVE = frozenset({"closed", "without", "leave", "not"})
FEWEST_NONE = 2
_UNDOES = frozenset(
    "but except until unless yet though although if without not no never left out is was refused away".split()
)
_PLACING = frozenset(
    "on in at here right currently now at left employed working anymore any".split()
)
UNCLEAR = Interpretation(outcome="unclear")
POLAR = frozenset({"yes", "no"})


def read(
    text: str, item: Item, found: Sequence[Token], vocab: Vocabulary, *, mend: bool = True
) -> Interpretation:
    """What a text says on the item's scale: accepted, to be confirmed, or unclear; `mend` sets typos right."""
    best = _read(text, item, found, vocab)
    if not mend:
        return best
    ordered = item.scale is not None and item.scale.scored
    loose = best.outcome == "confirm" and (ordered or _is_loose(text, best))
    if best.outcome == "unclear" or loose:
        mended = near.mended(found, vocab)
        if mended is not None:
            again = _read(text, item, mended, vocab)
            best = again if again.outcome == "accepted" or best.outcome == "unclear" else best
        if best.outcome == "confirm" and _is_loose(text, best):
            # "Not tyet" says more than "not".
            label = _label(found, vocab, near.SURE_AGAINST)
            best = label if label.outcome == "accepted" else best
    if best.outcome == "unclear" and not any(token.is_negative for token in found):
        best = _label(found, vocab)
    return best if item.kind != "choices" else _as_several(best)


def _as_several(reading: Interpretation) -> Interpretation:
    """One option of several as a choice of one."""
    value = reading.value
    one = reading.outcome == "accepted" and isinstance(value, str) and value not in OUTSIDE
    return msgspec.structs.replace(reading, value=(value,)) if one else reading


def outside(
    text: str, found: Sequence[Token], vocab: Vocabulary, *, whole: bool = False
) -> Interpretation | None:
    """*Don't know* or *not applicable*, when a text says so; None otherwise.

    Args:
        text: as typed.
        found: its tokens.
        vocab: of the item.
        whole: only when it is all that the text says.
    """
    spoken = clauses(chunks(frames.bare(found, vocab), vocab), vocab)
    decision = decide(text, spoken, vocab)
    mended = near.mended(found, vocab) if whole and len(found) <= MOST_WHOLE else None
    if mended and (decision is None or decision.note or not decision.reading.sure):
        spoken = clauses(chunks(frames.bare(mended, vocab), vocab), vocab)
        decision = decide(text, spoken, vocab)
    if decision is None or decision.reading.options[0] not in OUTSIDE:
        return None
    if whole and not decision.reading.sure:
        return None
    if whole and decision.note and not _opens_with_it(spoken):
        return None
    return said(decision)


def _opens_with_it(spoken: Sequence[Clause]) -> bool:
    """Whether a text begins with a bare *not applicable*, so that the rest is the reason: "n/a - nothing to add"."""
    first = spoken[0].said
    return len(first) == 1 and first[0].words in (("not", "applicable"), ("na",))


def said(decision: Decision) -> Interpretation:
    """A decision as a reading of the text."""
    reading = decision.reading
    if reading.sure:
        return Interpretation(outcome="accepted", value=reading.options[0], note=decision.note)
    return Interpretation(
        outcome="confirm",
        value=reading.options[0],
        candidates=reading.options,
        note=decision.note,
    )


def _read(text: str, item: Item, found: Sequence[Token], vocab: Vocabulary) -> Interpretation:
    whole = (
        _none_of(text, item, found)
        or _absent(text, found, vocab)
        or letters.letter(text, item, found)
    )
    if whole is not None:
        return whole
    made = chunks(letters.as_digits(frames.bare(found, vocab), item, vocab), vocab)
    spoken = clauses(made, vocab)
    if any(_is_negative(clause) for clause in spoken):
        return UNCLEAR
    scale = item.scale
    if item.kind == "choices" or (scale and not scale.scored and set(scale.ids) != POLAR):
        return _named(text, item, made, spoken, vocab)
    decision = decide(text, spoken, vocab)
    if decision is not None and _may_mean_yes(found, item):
        decision = decision._replace(reading=decision.reading.questioned())
    return said(decision) if decision else UNCLEAR


def _may_mean_yes(found: Sequence[Token], item: Item) -> bool:
    """Whether a no with a story may agree with a question that is put in the negative: "not to coworkers, no"."""
    asked = {word.strip("?,.").casefold() for word in item.ask.split()}
    denied = any(token.word in ("not", "never", "nobody", "none") for token in found[:-1])
    closing = denied and found[-1].word == "no"
    return closing and bool(asked & _NEGATIVE)


def _is_negative(clause: Clause) -> bool:
    """Whether a clause is nothing but a number below zero, which is the place of no option."""
    if clause.joint == "contrast":
        return False
    said = [chunk for chunk in clause.said if chunk.words[0] not in ("minus", "negative")]
    return bool(said) and all(c.words[0][:1] == "-" and c.words[0] != "-" for c in said)


def _is_loose(text: str, reading: Interpretation) -> bool:
    """Whether words were left over that may hide a typo: then the whole text is the note."""
    return reading.note is not None and len(reading.note) >= len(text.strip(" .!?")) - 1


def _absent(text: str, found: Sequence[Token], vocab: Vocabulary) -> Interpretation | None:
    """`We have no volunteers`: not applicable, or not yet; to be asked."""
    words = [token.word for token in found]
    for phrase in map(vocab.words, vocab.lexicon.absent):
        if tuple(words[: len(phrase)]) != phrase:
            continue
        rest = found[len(phrase) :]
        stop = next((n for n, t in enumerate(rest) if t.is_stop), len(rest))
        thing = tuple(
            t.word for t in rest[:stop] if t.word not in ("any", "yet", "here", "at", "all")
        )
        if not thing or "yet" in words or thing in vocab.after_not:
            return None
        known = {vocab.words(group) for group in vocab.lexicon.groups}
        note = verbatim(text, rest[stop].start) if stop < len(rest) else None
        if thing in known:
            return either(("not_applicable", *_lowest(vocab)), note)
        return either((*_lowest(vocab), "not_applicable"), verbatim(text, 0))
    return None


def _none_of(text: str, item: Item, found: Sequence[Token]) -> Interpretation | None:
    """`No peers on the payroll`: a no to the very thing that a yes-or-no question asks about."""
    if item.scale is None or set(item.scale.ids) != POLAR or len(found) < FEWEST_NONE:
        return None
    asked_about = {_stem(word.strip("?,.()").casefold()) for word in item.ask.split()}
    if found[0].word not in ("no", "zero") or _stem(found[1].word) not in asked_about:
        return None
    rest = [token.word for token in found[2:]]
    if rest and not (rest[0] in _PLACING or _stem(rest[0]) in asked_about):
        return None
    if any(token.is_stop for token in found[:-1]) or set(rest) & _UNDOES or "?" in rest:
        return None
    return Interpretation(outcome="accepted", value="no", note=verbatim(text, 0))


def _stem(word: str) -> str:
    return word.removesuffix("ing").removesuffix("s").removesuffix("e")


def _lowest(vocab: Vocabulary) -> tuple[str, ...]:
    no = vocab.phrases.get(("no",))
    return no.options[:1] if no else ()


def _label(
    found: Sequence[Token], vocab: Vocabulary, sure_from: float = near.SURE
) -> Interpretation:
    """A label with typos that no single word gave away: "nto yet"."""
    words = tuple(token.word for token in found if not token.is_stop)
    options, sure = near.labels_near(words, vocab, sure_from)
    named = vocab.scale is not None and not vocab.scale.scored
    if not options and named and (begun := near.begun(words, vocab)):
        return either(begun, None)
    if not options:
        return UNCLEAR
    if sure:
        return Interpretation(outcome="accepted", value=options[0])
    return either(options, None)


def _named(
    text: str,
    item: Item,
    made: Sequence[Chunk],
    spoken: Sequence[Clause],
    vocab: Vocabulary,
) -> Interpretation:
    reading = _outside_or_places(text, item, made, vocab)
    if reading is not None:
        return reading
    if item.kind == "choices":
        words = tuple(word for chunk in made if not chunk.plays("stop") for word in chunk.words)
        group = groups.group(words, vocab)
        if group is not None and group.name == "none":
            return either(("not_applicable",), None)
        return several.read(text, spoken, vocab) or UNCLEAR
    named = choosing.named(text, spoken, vocab)
    return _chosen(text, named) if named else UNCLEAR


def _chosen(text: str, named: choosing.Named) -> Interpretation:
    note = verbatim(text, named.end) if named.clean else verbatim(text, 0)
    if note is not None and not any(char.isalnum() for char in note):
        note = None
    if len(named.options) == 1 and not named.asked and named.clean:
        return Interpretation(outcome="accepted", value=named.options[0], note=note)
    return either(named.options[:3], note)


def _outside_or_places(
    text: str, item: Item, made: Sequence[Chunk], vocab: Vocabulary
) -> Interpretation | None:
    """*Don't know*, *not applicable*, numbers of options, or a number in the range that a label names."""
    first = next(
        (chunk for chunk in made if not is_filler(chunk) and not chunk.plays("stop")), None
    )
    if first is not None and first.plays("option") and first.meaning.options[0] in OUTSIDE:
        sure = Reading(first.meaning.options, False)
        note = verbatim(text, first.end)
        loose = any(c.plays("option") or c.quantity for c in made if c is not first)
        also = tuple(o for c in made if c is not first for o in c.meaning.options)
        if item.kind == "choices" and several.says_every_option(made, vocab):
            # "Not sure, maybe both."
            loose, also = True, item.scale.ids if item.scale else ()
        return said(Decision(sure._replace(options=(*sure.options, *also)[:3], asked=loose), note))
    counted = [chunk.quantity for chunk in made if chunk.quantity]
    if not counted or any(chunk.plays("option") for chunk in made):
        return None
    values = [quantity.value for quantity in counted if quantity.kind in ("number", "ordinal")]
    if len(values) != len(counted):
        return None
    ranges = choosing.name_ranges(item.scale) if item.scale else {}
    if ranges:
        return in_ranges(text, item, values, made, ranges, vocab)
    return _places(item, values, made)


def _places(item: Item, values: list[float], made: Sequence[Chunk]) -> Interpretation | None:
    ids = item.scale.ids if item.scale else ()
    if len(ids) > MOST_PLACES:
        return None
    allowed = all(
        chunk.quantity or is_filler(chunk) or chunk.plays("between") or chunk.plays("stop")
        for chunk in made
    )
    if not allowed or any(v != int(v) or not 1 <= v <= len(ids) for v in values):
        return None
    places = {int(value) for value in values}
    between = any(chunk.plays("between") for chunk in made)
    if any(chunk.words in (("-",), ("to",)) for chunk in made):
        places = set(range(min(places), max(places) + 1))
    options = tuple(option for n, option in enumerate(ids, start=1) if n in places)
    spelled = any(chunk.quantity and chunk.quantity.spelled for chunk in made)
    if spelled and len(options) == 1:
        return either(options, None)
    if item.kind == "choices":
        if between:
            return Interpretation(outcome="confirm", value=options, candidates=options)
        return Interpretation(outcome="accepted", value=options)
    if len(options) == 1:
        return Interpretation(outcome="accepted", value=options[0])
    return either(options[:3], None)
