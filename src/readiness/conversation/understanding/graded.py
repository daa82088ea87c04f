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
_WHO = frozenset({"we", "they", "it", "he", "she", "that"})


class Reading(NamedTuple):
    """What a clause, or several, say on a scale.

    Attributes:
        options: option ids, best first.
        asked: has to be asked back.
        polar: `yes` or `no` when only that was said.
        clean: nothing else stands in the clause.
        fixed: what follows cannot narrow it any more.
    """

    options: tuple[str, ...]
    asked: bool
    polar: str = ""
    clean: bool = True
    fixed: bool = False

    @property
    def sure(self) -> bool:
        """Whether it can be recorded as it is."""
        return self.clean and not self.asked and len(self.options) == 1

    def questioned(self) -> "Reading":
        """The same, to be asked back."""
        return self._replace(asked=True)


def read_clause(clause: Clause, vocab: Vocabulary) -> Reading | None:
    """What one clause says on the scale; None when it says nothing."""
    if _echoes(clause, vocab):
        yes = vocab.phrases.get(("yes",))
        return Reading(yes.options, yes.asked, "yes") if yes and yes.options else None
    return _ClauseReader(clause, vocab).read()


def _echoes(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether a clause only says "we do", perhaps after "I think"."""
    if not all(is_filler(chunk) for chunk in clause.chunks):
        return False
    rest = [chunk.words for chunk in clause.chunks]
    return any(sum(rest[n:], ()) in vocab.echo for n in range(len(rest)))


class _ClauseReader:
    """Walks over the chunks of one clause and gathers what they say."""

    def __init__(self, clause: Clause, vocab: Vocabulary) -> None:
        self.clause = clause
        self.vocab = vocab
        self.parts: list[Reading] = []
        self.negated = False
        self.loose = False
        self.bound = ""

    def read(self) -> Reading | None:
        for n, chunk in enumerate(self.clause.chunks):
            if chunk.quantity is not None:
                self._quantity(chunk, n)
            elif chunk.plays("option"):
                self._option(chunk, n)
                if chunk.meaning.takes_rest:
                    return self._with_rest(chunk, n)
            elif chunk.plays("below") or chunk.plays("above"):
                self.bound = "below" if chunk.plays("below") else "above"
                self.loose = self.loose or bool(self.parts)
            elif chunk.plays("negation"):
                self.negated = True
            elif chunk.plays("around") and not is_filler(chunk):
                self.loose = self.loose or not self._is_measured()
            elif not self._is_complement(n) and _is_loose(chunk, bool(self.parts)):
                self.loose = True
        return self._part_in_all()

    def _with_rest(self, chunk: Chunk, n: int) -> Reading | None:
        reading = self._part_in_all()
        rest = {word for each in self.clause.chunks[n + 1 :] for word in each.words}
        if chunk.meaning.options[0] == "not_applicable" and rest & self.vocab.group_words:
            return reading and reading.questioned()
        if rest and (chunk.words in self.vocab.asked_with_rest or rest & self.vocab.limited_by):
            return reading and reading.questioned()
        return reading

    def _part_in_all(self) -> Reading | None:
        if not self.parts:
            return _bare(self.clause, self.vocab, negated=self.negated, loose=self.loose)
        reading = _joined(self.parts, self.clause, self.vocab)
        if self.negated or self.clause.has("hedge") or self._is_limited(reading) or self._wonders():
            reading = reading.questioned()
        return reading._replace(clean=not self.loose)

    def _quantity(self, chunk: Chunk, n: int) -> None:
        assert chunk.quantity is not None  # noqa: S101 - the caller looked
        if chunk.words == ("one",) and self.parts:
            return
        measured = _measured(chunk.quantity, self.clause, n, self.vocab)
        if measured is None:
            self.loose = True
        else:
            self._add(measured)

    def _option(self, chunk: Chunk, n: int) -> None:
        meaning = chunk.meaning
        if chunk.plays("intent") and self.parts and not self.parts[-1].polar:
            # "We fully intend to": the verb says it, not the word before it.
            self.parts.pop()
        elif self._is_before_intent(n):
            self.loose = True
        self._add(Reading(meaning.options, meaning.asked, meaning.polar))

    def _is_before_intent(self, n: int) -> bool:
        after = self.clause.chunks[n + 1 : n + 2]
        return bool(after) and after[0].plays("intent") and not after[0].plays("option")

    def _add(self, part: Reading) -> None:
        if self.negated and self.parts and self.parts[-1].sure and not self.parts[-1].polar:
            # "4, not 5": what is denied says no more than what came before it.
            self.negated = False
            return
        if self.negated:
            part = _turned(part, self.vocab)
        if self.bound:
            part = _bounded(part, self.bound, self.vocab)
        self.parts.append(part)
        self.negated, self.bound = False, ""

    def _wonders(self) -> bool:
        """Whether a *don't know* goes on about somebody: "not sure we do"."""
        for n, chunk in enumerate(self.clause.chunks):
            if chunk.plays("option") and chunk.meaning.options[:1] == ("dont_know",):
                rest = [w for c in self.clause.chunks[n + 1 :] for w in c.words]
                return not chunk.meaning.takes_rest and any(w in _WHO for w in rest)
        return False

    def _is_limited(self, reading: Reading) -> bool:
        """Whether *not applicable* holds only for now or for some."""
        if reading.options[0] != "not_applicable":
            return False
        words = {w for c in self.clause.chunks if not c.plays("option") for w in c.words}
        return bool(words & self.vocab.limited_by)

    def _is_measured(self) -> bool:
        """Whether a quantity was named that people and places can complete: "most of our staff", not "no staff"."""
        for chunk in self.clause.chunks:
            measured = chunk.quantity is not None and chunk.quantity.kind in ("percent", "ratio")
            if measured or (chunk.plays("option") and set(chunk.words) & self.vocab.measures):
                return True
        return any(chunk.words == ("not",) for chunk in self.clause.chunks)

    def _is_complement(self, n: int) -> bool:
        """Whether an unknown word only completes a quantity: "half of the posts"."""
        if not self.clause.chunks[n].is_other or n < 2:
            return False
        before, quantity = self.clause.chunks[n - 1], self.clause.chunks[n - 2]
        measured = quantity.quantity is not None or bool(set(quantity.words) & self.vocab.measures)
        return measured and before.words[-1] in ("of", "the", "our", "these", "those", "my")


def combine(first: Reading, then: Reading, vocab: Vocabulary) -> Reading:
    """Two readings, one after the other: "yes, mostly" narrows, "not yet, planned" leaves two."""
    both = tuple(option for option in then.options if option in first.options)
    clean = first.clean and then.clean
    narrows = first.sure or then.sure or bool(first.polar or then.polar)
    if both and narrows and not first.fixed:
        sure = (first.sure or then.sure) and len(both) == 1
        polar = first.polar and then.polar
        return Reading(both, not sure, polar, clean or first.sure or then.sure)
    if first.polar and then.sure and _goes_with(first, then, vocab):
        return then
    return merge(first, then, vocab)._replace(clean=clean)


def merge(first: Reading, then: Reading, vocab: Vocabulary) -> Reading:
    """Both readings, to be asked back: what they share first; between two ends, the middle."""
    shared = [option for option in first.options if option in then.options]
    options = tuple(dict.fromkeys((*shared, *first.options, *then.options)))
    inside = [option for option in options if vocab.rank(option) >= 0]
    outside = [option for option in options if vocab.rank(option) < 0]
    ranks = {vocab.rank(option) for option in inside}
    if {0, vocab.top} <= ranks and vocab.top >= 2 and vocab.scale is not None:
        inside = list(dict.fromkeys((vocab.scale.ids[vocab.top // 2], *inside)))
    kept = (*inside[: MOST_CANDIDATES - bool(outside)], *outside[:1])
    return Reading(kept, True, "", first.clean and then.clean, fixed=True)


def undercut(reading: Reading, vocab: Vocabulary) -> Reading:
    """An answer that something takes back in part: "yes, but only downtown"."""
    if any(option in OUTSIDE for option in reading.options):
        return reading
    ranks = [vocab.rank(option) for option in reading.options]
    ids = vocab.scale.ids if vocab.scale else ()
    if vocab.top < 2 or (reading.sure and ranks[0] not in (0, vocab.top)):
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
        if not apart and _confirms(reading, part, vocab):
            continue
        reading = merge(reading, part, vocab) if apart else combine(reading, part, vocab)
    return reading


def _confirms(reading: Reading, part: Reading, vocab: Vocabulary) -> bool:
    """Whether an unsure word beside a step only rounds it off: "partly done", "mostly in place"."""
    if not reading.sure or reading.polar or part.sure or part.fixed or reading.options[0] in OUTSIDE:
        return False
    rank = vocab.rank(reading.options[0])
    ranks = [vocab.rank(option) for option in part.options]
    return min(ranks) >= rank and min(ranks) - rank <= 1


def _bare(clause: Clause, vocab: Vocabulary, *, negated: bool, loose: bool) -> Reading | None:
    """A clause without an option in it: "they don't"."""
    no = vocab.phrases.get(("no",))
    if not negated or clause.has("hedge") or no is None or not no.options:
        return None
    first = clause.chunks[0]
    if loose or clause.has("around") or clause.has("tail"):
        # "Not for the whole year", "not every program".
        if first.words != ("not",) or vocab.top < 2 or vocab.scale is None or clause.others > 3:
            return None
        return Reading((vocab.scale.ids[vocab.top // 2], *no.options[:1]), True, "", clean=False)
    at = next(n for n, chunk in enumerate(clause.chunks) if chunk.plays("negation"))
    after = sum((chunk.words for chunk in clause.chunks[at + 1 :]), ())
    if after and after not in vocab.after_not:
        return None
    # "We don't", "it is not"; but "not that" speaks of something else.
    return Reading(no.options, no.asked or at == 0, "no")


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


def _bounded(part: Reading, bound: str, vocab: Vocabulary) -> Reading:
    """An answer that was said to be more or less than a part of the whole: asked back, with its neighbour."""
    ids = vocab.scale.ids if vocab.scale else ()
    rank = vocab.rank(part.options[0])
    beyond = rank - 1 if bound == "below" else rank + 1
    if rank < 0 or not 0 <= beyond < len(ids):
        return part.questioned()
    return Reading(tuple(dict.fromkeys((*part.options[:2], ids[beyond]))), True)


def _measured(quantity: Quantity, clause: Clause, at: int, vocab: Vocabulary) -> Reading | None:
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
        if chunk.is_other or chunk.plays("around") or chunk.plays("option"):
            return False
        if any(word in _COUNTING for word in chunk.words):
            return False
        beside = ("between", "hedge", "negation", "correction")
        if n > at and not (is_filler(chunk) or any(chunk.plays(role) for role in beside)):
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
        # "Two" may be how many there are, where the options are not steps.
        counted = quantity.spelled and quantity.kind == "number" and not vocab.scale.scored
        return Reading((ids[int(value) - 1],), counted)
    if value == 0 and vocab.scale.scored:
        return Reading(ids[:1], True)
    if 2 * len(ids) < value <= 100:
        options, _ = options_for_percent(value, vocab)
        return Reading(options, True) if options else None
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
