"""Quantities as readings: a part of the whole by its percentage, a bare number as the place of an option."""

from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.quantities import Quantity, options_for_percent
from readiness.conversation.understanding.readings import MOST_CANDIDATES, Reading
from readiness.conversation.understanding.vocabulary import Vocabulary

# Longer lists are not shown with numbers, so that a bare number is no place in one.
MOST_PLACES = 9
# Words before a number that make it a count of something: "we have 3".
COUNTING = frozenset({"have", "has", "had", "got", "there", "only", "just", "get", "gets"})


def measured(quantity: Quantity, clause: Clause, at: int, vocab: Vocabulary) -> Reading | None:
    """What a quantity in a clause says on the scale; None when it counts something else."""
    if quantity.kind == "percent":
        options, asked = options_for_percent(quantity.value, vocab)
        return Reading(options, asked or quantity.rough) if options else None
    if quantity.kind == "ratio":
        return _ratio(quantity, clause, vocab)
    if not _stands_alone(clause, at):
        return None
    placed = _position(quantity, vocab)
    after_preposition = any(chunk.plays("tail") for chunk in clause.chunks[:at])
    return placed.questioned() if placed and after_preposition else placed


def _ratio(quantity: Quantity, clause: Clause, vocab: Vocabulary) -> Reading | None:
    options, asked = options_for_percent(100 * quantity.value / quantity.whole, vocab)
    place = quantity._replace(kind="number")
    if quantity.whole == vocab.top + 1 and not clause.others:
        placed = _position(place, vocab)
        if placed is not None:
            same = options == placed.options
            merged = tuple(dict.fromkeys((*placed.options, *options)))
            return Reading(merged[:MOST_CANDIDATES], not same and bool(options))
    if not options:
        return None
    rating = quantity.whole in (10, 100) and not clause.others and not clause.has("around")
    return Reading(options, asked or not rating)


def _stands_alone(clause: Clause, at: int) -> bool:
    for n, chunk in enumerate(clause.chunks):
        if n == at or chunk.quantity is not None:
            continue
        if chunk.words == ("no",) and n == 0:
            continue
        if chunk.is_other or chunk.plays("around") or chunk.plays("option"):
            return False
        if any(word in COUNTING for word in chunk.words):
            return False
        beside = ("between", "hedge", "negation", "correction")
        if n > at and not (is_filler(chunk) or any(chunk.plays(role) for role in beside)):
            return False
    return True


def _position(quantity: Quantity, vocab: Vocabulary) -> Reading | None:
    if vocab.scale is None or len(vocab.scale.ids) > MOST_PLACES:
        return None
    ids, value = vocab.scale.ids, quantity.value
    if value > 1 and value != int(value):
        if not vocab.scale.scored:
            # Between two kinds there is nothing.
            return None
        near = [n for n in (int(value), int(value) + 1) if 1 <= n <= len(ids)]
        return Reading(tuple(ids[n - 1] for n in near), True) if near else None
    if 1 <= value <= len(ids):
        # "Two" may be how many there are, where the options are not steps.
        counted = quantity.spelled and quantity.kind == "number" and not vocab.scale.scored
        return Reading((ids[int(value) - 1],), counted)
    if 0 < value < 1:
        options, _ = options_for_percent(100 * value, vocab)
        return Reading(options, True) if options else None
    if value == 0 and vocab.scale.scored:
        return Reading(ids[:1], True)
    if 2 * len(ids) < value <= 100:
        options, _ = options_for_percent(value, vocab)
        return Reading(options, True) if options else None
    return None
