"""Answers on an ordered scale: how much, and how sure."""

from collections.abc import Sequence
from typing import NamedTuple

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.quantities import Quantity, options_for_percent
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary

# Words before a number that make it a count of something: "we have 3".
_COUNTING = frozenset({"have", "has", "had", "got", "there", "only", "just", "get", "gets"})
MOST_CANDIDATES = 3


class Reading(NamedTuple):
    """What a clause, or several, say on a scale.

    Attributes:
        options: option ids, best first.
        asked: has to be asked back.
        polar: `yes` or `no` when only that was said.
        clean: nothing else stands in the clause.
    """

    options: tuple[str, ...]
    asked: bool
    polar: str = ""
    clean: bool = True

    @property
    def sure(self) -> bool:
        """Whether it can be recorded as it is."""
        return self.clean and not self.asked and len(self.options) == 1

    def questioned(self) -> "Reading":
        """The same, to be asked back."""
        return self._replace(asked=True)


def read_clause(clause: Clause, vocab: Vocabulary) -> Reading | None:
    """What one clause says on the scale; None when it says nothing."""
    parts: list[Reading] = []
    negated, loose = False, False
    for n, chunk in enumerate(clause.chunks):
        if chunk.quantity is not None:
            measured = _measured(chunk.quantity, clause, n, vocab)
            if measured is None:
                loose = True
            else:
                parts.append(_turned(measured, vocab) if negated else measured)
                negated = False
        elif chunk.plays("option"):
            meaning = chunk.meaning
            part = Reading(meaning.options, meaning.asked, meaning.polar)
            parts.append(_turned(part, vocab) if negated else part)
            negated = False
        elif chunk.plays("negation"):
            negated = True
        elif _is_loose(chunk, bool(parts)):
            loose = True
    if not parts:
        return _bare(clause, vocab, negated=negated, loose=loose)
    reading = _joined(parts, clause, vocab)
    if negated or clause.has("hedge"):
        reading = reading.questioned()
    return reading._replace(clean=not loose)


def combine(first: Reading, then: Reading, vocab: Vocabulary) -> Reading:
    """Two readings, one after the other: "yes, mostly" narrows, "not yet, planned" leaves two."""
    both = tuple(option for option in then.options if option in first.options)
    clean = first.clean and then.clean
    if both:
        sure = (first.sure or then.sure) and len(both) == 1
        return Reading(both, not sure, first.polar and then.polar, clean or first.sure or then.sure)
    if first.polar and then.sure and _goes_with(first, then, vocab):
        return then
    merged = (*first.options, *then.options)
    return Reading(merged[:MOST_CANDIDATES], True, "", clean)


def undercut(reading: Reading, vocab: Vocabulary) -> Reading:
    """An answer that something takes back in part: "yes, but only downtown"."""
    if any(option in OUTSIDE for option in reading.options):
        return reading.questioned()
    ranks = [vocab.rank(option) for option in reading.options]
    ids = vocab.scale.ids if vocab.scale else ()
    if reading.sure and ranks[0] not in (0, vocab.top):
        return reading
    if max(ranks) == vocab.top:
        lower = tuple(reversed(ids[max(0, vocab.top - 2) : vocab.top]))
        options = lower if reading.polar else (*lower[:1], *reading.options)
    elif min(ranks) == 0:
        options = (ids[1], *reading.options) if vocab.top else reading.options
    else:
        options = reading.options
    return Reading(tuple(dict.fromkeys(options))[:MOST_CANDIDATES], True)


def _goes_with(first: Reading, then: Reading, vocab: Vocabulary) -> bool:
    """Whether a bare yes or no can stand before an answer without contradicting it."""
    rank = vocab.rank(then.options[0])
    if rank < 0:
        return False
    return rank > 0 if first.polar == "yes" else rank <= max(0, (vocab.top - 2) // 2)


def _joined(parts: Sequence[Reading], clause: Clause, vocab: Vocabulary) -> Reading:
    reading = parts[0]
    apart = len(parts) > 1 and clause.has("between")
    for part in parts[1:]:
        if apart:
            options = tuple(dict.fromkeys((*reading.options, *part.options)))
            reading = Reading(options[:MOST_CANDIDATES], True)
        else:
            reading = combine(reading, part, vocab)
    return reading


def _bare(clause: Clause, vocab: Vocabulary, *, negated: bool, loose: bool) -> Reading | None:
    """A clause without an option in it: "they don't"."""
    if loose or not negated or clause.has("hedge"):
        return None
    no = vocab.phrases.get(("no",))
    if no is None or not no.options:
        return None
    return Reading(no.options, no.asked or clause.has("around"), "no")


def _turned(part: Reading, vocab: Vocabulary) -> Reading:
    """An option under a negation: the two below it, or above it when it is the lowest."""
    if vocab.scale is None or any(option in OUTSIDE for option in part.options):
        return part.questioned()
    ids = vocab.scale.ids
    ranks = [vocab.rank(option) for option in part.options]
    if max(ranks) == 0:
        options = ids[1:3]
    elif min(ranks) == vocab.top and part.polar != "no":
        options = tuple(reversed(ids[max(0, vocab.top - 2) : vocab.top]))
    else:
        options = tuple(reversed(ids[max(0, min(ranks) - 2) : max(min(ranks), 1)]))
    return Reading(options, True)


def _measured(quantity: Quantity, clause: Clause, at: int, vocab: Vocabulary) -> Reading | None:
    if quantity.kind == "percent":
        options, asked = options_for_percent(quantity.value, vocab)
        return Reading(options, asked) if options else None
    if quantity.kind == "ratio":
        return _ratio(quantity, clause, vocab)
    if not _stands_alone(clause, at):
        return None
    return _position(quantity, vocab)


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
        if chunk.is_other or chunk.plays("around") or chunk.plays("option"):
            return False
        if any(word in _COUNTING for word in chunk.words):
            return False
        if n > at and not (is_filler(chunk) or chunk.plays("between") or chunk.plays("hedge")):
            return False
    return True


def _position(quantity: Quantity, vocab: Vocabulary) -> Reading | None:
    if vocab.scale is None:
        return None
    ids, value = vocab.scale.ids, quantity.value
    if value != int(value):
        near = [n for n in (int(value), int(value) + 1) if 1 <= n <= len(ids)]
        return Reading(tuple(ids[n - 1] for n in near), True) if near else None
    if 1 <= value <= len(ids):
        return Reading((ids[int(value) - 1],), False)
    if value == 0 and vocab.scale.scored:
        return Reading(ids[:1], True)
    return None


def _is_loose(chunk: Chunk, after_option: bool) -> bool:
    """Whether a chunk is neither an answer nor something that may stand around one."""
    if is_filler(chunk) or chunk.plays("around") or chunk.plays("hedge"):
        return False
    if chunk.plays("between") or chunk.plays("conclusion") or chunk.plays("correction"):
        return False
    if chunk.plays("tail"):
        return False
    return not (chunk.plays("limit") and not after_option)
