"""One clause on an ordered scale: how much it says, and how sure."""

from collections.abc import Sequence

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.measuring import measured
from readiness.conversation.understanding.readings import Reading, bounded, combine, merge, turned
from readiness.conversation.understanding.strengths import is_of_a_share, strengthens, strong_end
from readiness.conversation.understanding.unknowns import (
    is_limited,
    is_of_others,
    with_rest,
    wonders,
)
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary

# Of these a verb may say anything: "nobody can open them".
_SUBJECTS = frozenset({("nobody",), ("no", "one"), ("none",), ("nothing",), ("never",)})
_MODALS = frozenset("can could would will may might should am are".split())
_IS = frozenset(
    {("is",), ("would",), ("was",), ("seems",), ("sounds",), ("looks",), ("would", "be")}
)
_ROUNDING = frozenset({("maybe",), ("probably",), ("perhaps",)})


def read_clause(clause: Clause, vocab: Vocabulary) -> Reading | None:
    """What one clause says on the scale; None when it says nothing."""
    if _echoes(clause, vocab):
        yes = vocab.phrases.get(("yes",))
        past = any("did" in chunk.words for chunk in clause.chunks)
        return Reading(yes.options, yes.asked or past, "yes") if yes and yes.options else None
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
            if not (self.negated or self.parts) and strengthens(self.clause, n, self.vocab):
                # "A resounding yes", "absolutely none".
                continue
            if chunk.quantity is not None:
                self._quantity(chunk, n)
            elif chunk.plays("option"):
                self._option(chunk, n)
                if chunk.meaning.takes_rest:
                    return with_rest(self.clause, n, self._part_in_all(), self.vocab)
            else:
                self._other(chunk, n)
        return self._part_in_all()

    def _other(self, chunk: Chunk, n: int) -> None:
        """Takes in a chunk that is no answer."""
        if self.parts and chunk.words in _IS and self._says_of_it(n):
            # "Fully would be great", "fully is not right".
            self.loose = True
        elif chunk.plays("below") or chunk.plays("above"):
            self._bind(chunk)
        elif chunk.words == ("and",) and self._denies(n):
            # "We haven't and we're not planning to."
            self._deny()
        elif chunk.plays("negation"):
            self.negated = True
        elif chunk.plays("around") and not is_filler(chunk):
            self.loose = self.loose or not self._is_measured()
        elif not self._is_complement(n) and _is_loose(chunk, bool(self.parts)):
            self.loose = True

    def _says_of_it(self, n: int) -> bool:
        """Whether more is said of a step that was just named, and not only that it is so."""
        before, after = self.clause.chunks[n - 1], self.clause.chunks[n + 1 :]
        said = [chunk for chunk in after if not is_filler(chunk)]
        return before.words in self.vocab.labels and bool(said)

    def _denies(self, n: int) -> bool:
        """Whether the clause was a bare "we haven't" up to a place."""
        before = self.clause.chunks[:n]
        bare = all(is_filler(chunk) or chunk.plays("negation") for chunk in before)
        return self.negated and not self.parts and bare

    def _bind(self, chunk: Chunk) -> None:
        self.bound = "below" if chunk.plays("below") else "above"
        self.loose = self.loose or bool(self.parts)

    def _deny(self) -> None:
        self.negated = False
        no = self.vocab.phrases.get(("no",))
        if no and no.options:
            self._add(Reading(no.options, no.asked, "no"))

    def _is_hedged(self) -> bool:
        """Whether a doubt stands in the clause, and not only before a figure, where it rounds: "maybe 80 percent"."""
        for chunk, after in zip(self.clause.chunks, (*self.clause.chunks[1:], None), strict=True):
            rounds = after is not None and after.quantity is not None
            rounds = (
                rounds
                and after is not None
                and after.quantity is not None
                and (after.quantity.kind == "percent" and not after.quantity.spelled)
            )
            if chunk.plays("hedge") and not (rounds and chunk.words in _ROUNDING):
                return True
        return False

    def _part_in_all(self) -> Reading | None:
        if not self.parts:
            return _bare(self.clause, self.vocab, negated=self.negated, loose=self.loose)
        reading = _joined(self.parts, self.clause, self.vocab)
        if self.vocab.two_sided and is_of_a_share(self.clause):
            # "80 percent agree": so many do.
            reading = reading.questioned()
        limited = is_limited(self.clause, reading, self.vocab) or wonders(self.clause)
        if self.negated or self._is_hedged() or limited:
            reading = reading.questioned()
        return reading._replace(clean=not self.loose)

    def _quantity(self, chunk: Chunk, n: int) -> None:
        assert chunk.quantity is not None  # noqa: S101 - the caller looked
        if chunk.words == ("one",) and self.parts:
            return
        part = measured(chunk.quantity, self.clause, n, self.vocab)
        if part is None:
            self.loose = True
        else:
            self._add(part)

    def _option(self, chunk: Chunk, n: int) -> None:
        meaning = chunk.meaning
        if meaning.polar == "no" and self.negated and n and n == len(self.clause.chunks) - 1:
            # "We didn't ask any peers no."
            self.negated = self.loose = False
            self._add(Reading(meaning.options, meaning.asked, "no"))
            return
        end = strong_end(self.clause, n, self.vocab)
        if end and not (self.negated or self.parts):
            self._add(Reading(end, False))
            return
        if chunk.plays("intent") and self.parts and not self.parts[-1].polar:
            # "We fully intend to": the verb says it, not the word before it.
            self.parts.pop()
        elif self._is_before_intent(n) or self._goes_on(chunk, n):
            self.loose = True
        if is_of_others(self.clause, n, self.vocab):
            # "They don't know" may be the answer.
            no = self.vocab.phrases.get(("no",))
            self._add(Reading((*(no.options[:1] if no else ()), "dont_know"), True))
            return
        # "Barely partly" is neither.
        turns = meaning.asked and chunk.plays("negation") and chunk.words[0] != "not"
        self._add(Reading(meaning.options, meaning.asked, meaning.polar, fixed=turns))

    def _goes_on(self, chunk: Chunk, n: int) -> bool:
        """Whether a word such as "nobody" is the subject of what follows: "nobody can open them"."""
        after = self.clause.chunks[n + 1 : n + 2]
        return chunk.words in _SUBJECTS and bool(after) and after[0].words[0] in _MODALS

    def _is_before_intent(self, n: int) -> bool:
        after = self.clause.chunks[n + 1 : n + 2]
        return bool(after) and after[0].plays("intent") and not after[0].plays("option")

    def _add(self, part: Reading) -> None:
        if self.negated and self.parts and self.parts[-1].sure and not self.parts[-1].polar:
            # "4, not 5": what is denied says no more than what came before it.
            self.negated = False
            return
        if self.negated:
            part = turned(part, self.vocab)
        if self.bound:
            part = bounded(part, self.bound, self.vocab)
        self.parts.append(part)
        self.negated, self.bound = False, ""

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
    if (
        not reading.sure
        or reading.polar
        or part.sure
        or part.fixed
        or reading.options[0] in OUTSIDE
    ):
        return False
    rank = vocab.rank(reading.options[0])
    ranks = [vocab.rank(option) for option in part.options]
    # On a scale with two sides two steps up is the other side.
    return min(ranks) >= rank and min(ranks) - rank <= (1 if vocab.two_sided else 2)


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


def _is_loose(chunk: Chunk, after_option: bool) -> bool:
    """Whether a chunk is neither an answer nor something that may stand around one."""
    if is_filler(chunk) or chunk.plays("around") or chunk.plays("hedge"):
        return False
    if chunk.plays("between") or chunk.plays("conclusion") or chunk.plays("correction"):
        return False
    if chunk.plays("tail"):
        return False
    return not (chunk.plays("limit") and not after_option)
