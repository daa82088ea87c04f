"""What follows an answer on an ordered scale: its story, what takes it back in part, or another answer."""

from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.readings import Reading, combine, merge, undercut
from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary

# With these a clause tells how it was, and not how it is.
_HERE = frozenset({"here", "us", "me", "ours", "mine"})
_PAST = frozenset({"was", "were", "had", "used", "formerly", "previously"})


def followed(
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
    past = reading.sure and not reading.polar and vocab.top > 1 and _is_past(clause)
    if clause.joint == "reason" or past:
        return reading
    if then is not None and not by_number and _is_count(clause, vocab):
        # "Not yet (we pay 19, it's 24 here)."
        then = None
    return _weighed(reading, clause, then, vocab, by_number=by_number)


def _weighed(
    reading: Reading,
    clause: Clause,
    then: Reading | None,
    vocab: Vocabulary,
    *,
    by_number: bool,
) -> Reading:
    """The same, once the clause is neither a reason nor a count or story of how it was."""
    if vocab.top < 2 and any(chunk.quantity and chunk.quantity.spelled for chunk in clause.chunks):
        # "Yes, two since last summer": how many there are.
        return reading
    story = clause.joint == "stop" and (clause.others or clause.has("around"))
    told = story or clause.has("intent")
    if by_number and then is None and not told and _counts_against(clause, vocab):
        return reading.questioned()
    bare = bool(clause.said) and all(_is_digits(chunk) for chunk in clause.said)
    if by_number and bare and vocab.top < 2:
        # "1,5" may be one and a half.
        return reading.questioned()
    if _is_comment(clause) or (
        reading.sure
        and vocab.rank(reading.options[0]) == vocab.top > 1
        and _is_in_part(clause)
        and not (then is not None and then.sure)
    ):
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
    return _joined(reading, clause, then, vocab)


def lessens(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether a clause names what an answer leaves out: "fully, days only", "fully with some gaps"."""
    return any(word in vocab.lessens for chunk in clause.chunks for word in chunk.words)


def _is_in_part(clause: Clause) -> bool:
    """Whether a clause of its own says where an answer holds: "fully … in the brochure"."""
    first = clause.chunks[0].words if clause.chunks else ()
    return clause.joint == "stop" and first[:1] in (("in",), ("at",), ("for",), ("with",))


def _is_comment(clause: Clause) -> bool:
    """Whether a clause says who said so, or how: "no idea, said the director"."""
    first = clause.chunks[0].words[0] if clause.chunks else ""
    return clause.joint == "stop" and first == "said"


def _is_past(clause: Clause) -> bool:
    """Whether a clause tells how it was: "(used to be fully)"."""
    words = [word for chunk in clause.chunks for word in chunk.words if word not in ("it", "we")]
    return clause.joint == "stop" and bool(words) and words[0] in _PAST


def _is_count(clause: Clause, vocab: Vocabulary) -> bool:
    """Whether the only thing that a clause says is a number too high for an option's place."""
    said = [chunk.quantity for chunk in clause.said if not chunk.plays("hedge")]
    return bool(said) and all(
        q is not None and q.kind == "number" and q.value > vocab.top + 1 for q in said
    )


def _told(reading: Reading, clause: Clause, vocab: Vocabulary) -> Reading:
    """An answer in the light of a clause that says nothing on the scale."""
    rank = vocab.rank(reading.options[0])
    if _only_doubts(clause):
        return reading.questioned()
    if _limits(clause) and rank > 0:
        return undercut(reading, vocab)
    # "Fully, nights don't", "fully, at least the managers".
    less = _denies(clause) or _is_in_part(clause) or lessens(clause, vocab)
    return reading.questioned() if less and rank == vocab.top > 1 else reading


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


def _is_digits(chunk: Chunk) -> bool:
    counted = chunk.quantity
    return counted is not None and counted.kind == "number" and not counted.spelled


def _corrected(
    reading: Reading, clause: Clause, then: Reading | None, vocab: Vocabulary
) -> Reading:
    """A correction that did not name a clear answer of its own."""
    if then is not None:
        return merge(reading, then, vocab)
    return reading.questioned() if clause.joint == "retraction" else reading


def _names_another(reading: Reading, clause: Clause, vocab: Vocabulary) -> bool:
    """Whether a clause begins with another step: "agree mostly, disagree on families"."""
    first = next(iter(clause.said), None)
    named = first is not None and first.words in vocab.labels
    return named and first is not None and first.meaning.options != reading.options


def _joined(reading: Reading, clause: Clause, then: Reading, vocab: Vocabulary) -> Reading:
    """An answer and what a further clause says on the scale."""
    if reading.options[0] in OUTSIDE:
        return _after_outside(reading, then, vocab)
    if not then.clean and _names_another(reading, clause, vocab):
        return reading.questioned()
    if reading.sure and then.polar == "yes" and vocab.rank(reading.options[0]) > 0:
        # "Somewhat, yes."
        return reading
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
    unsure = then is None or then.polar == "no" or not then.sure
    if reading.sure and reading.options == ("not_applicable",) and unsure:
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
        # "Everywhere but here."
        here = any(chunk.words[-1] in _HERE for chunk in clause.chunks)
        return undercut(reading, vocab) if here else reading
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
    if cut.sure and not then.sure and not then.polar and _agrees(cut, then, vocab):
        # "Mostly, could be better though."
        return cut
    return merge(then, cut, vocab) if then.sure else merge(cut, then, vocab)
