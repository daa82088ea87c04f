"""*Don't know* and *not applicable* in the light of what stands around them in their clause."""

from readiness.conversation.understanding.clauses import Clause
from readiness.conversation.understanding.readings import Reading, merge, turned
from readiness.conversation.understanding.vocabulary import Vocabulary

# After these a *don't know* is about somebody, and may mean more: "not sure we do".
_WHO = frozenset({"i", "we", "you", "they", "it", "he", "she", "that", "there"})
_WOULD = frozenset("can could would will may might should am are".split())
# Whom *not applicable* has to be about.
_OURS = frozenset("us our we me my here this agency".split())
_DENIALS = frozenset("not no never unsure uncertain".split())
_THIS = frozenset(
    "this that it one these those um at all yet sorry off hand offhand really right now".split()
)


def with_rest(clause: Clause, n: int, reading: Reading | None, vocab: Vocabulary) -> Reading | None:
    """A phrase that takes the rest of its clause with it ("I'd have to ask …"), in the light of that rest.

    Args:
        clause: with the phrase as its chunk `n`.
        n: its place.
        reading: of the clause so far.
        vocab: of the item.
    """
    chunk = clause.chunks[n]
    unknown = chunk.meaning.options[0] == "dont_know"
    rest = {word for each in clause.chunks[n + 1 :] for word in each.words}
    if unknown and n == 0 and _is_this(clause, n + 1):
        return Reading(("dont_know",), False)
    step = _step_in(clause, n + 1, vocab)
    if unknown and step is not None:
        return merge(turned(step, vocab), Reading(("dont_know",), False), vocab)
    if not unknown and rest and (rest & vocab.group_words or not rest & _OURS):
        return reading and reading.questioned()
    if _claims(clause, n + 1):
        return reading and reading.questioned()
    if n == 0 and rest & vocab.askable:
        # "Need to ask my boss."
        return reading and reading._replace(options=reading.options[:1], asked=False)
    if rest and (chunk.words in vocab.asked_with_rest or rest & vocab.limited_by):
        return reading and reading.questioned()
    return reading


def is_of_others(clause: Clause, n: int, vocab: Vocabulary) -> bool:
    """Whether it is somebody else who is said not to know: "they don't know"."""
    if clause.chunks[n].meaning.options[:1] != ("dont_know",):
        return False
    before = clause.chunks[:n]
    strange = any(chunk.is_other for chunk in before)
    others = any(word in vocab.others for chunk in before for word in chunk.words)
    return bool(set(clause.chunks[n].words) & _DENIALS) and (strange or others)


def wonders(clause: Clause) -> bool:
    """Whether a *don't know* goes on about somebody: "not sure we do"."""
    for n, chunk in enumerate(clause.chunks):
        if chunk.plays("option") and chunk.meaning.options[:1] == ("dont_know",):
            rest = [word for each in clause.chunks[n + 1 :] for word in each.words]
            goes_on = not (chunk.meaning.takes_rest or _is_this(clause, n + 1))
            return goes_on and any(word in _WHO for word in rest)
    return False


def is_limited(clause: Clause, reading: Reading, vocab: Vocabulary) -> bool:
    """Whether *not applicable* holds only for now or for some."""
    if reading.options[0] != "not_applicable":
        return False
    words = {w for c in clause.chunks if not c.plays("option") for w in c.words}
    return bool(words & vocab.limited_by)


def _step_in(clause: Clause, start: int, vocab: Vocabulary) -> Reading | None:
    """The step of the scale that is named after a place: "not sure if it's fully there"."""
    for chunk in clause.chunks[start:]:
        if chunk.words in vocab.labels:
            return Reading(chunk.meaning.options, chunk.meaning.asked)
    return None


def _is_this(clause: Clause, start: int) -> bool:
    """Whether nothing but "that one" follows: "no idea on that one"."""
    rest = [word for chunk in clause.chunks[start:] for word in chunk.words]
    return bool(rest) and all(word in _THIS for word in rest)


def _claims(clause: Clause, start: int) -> bool:
    """Whether what is not known is what one would say oneself: "don't know if I'd go that far"."""
    words = [word for chunk in clause.chunks[start:] for word in chunk.words]
    if words[:1] in (["if"], ["that"], ["whether"]):
        words = words[1:]
    return len(words) > 1 and words[0] in ("i", "we") and words[1] in _WOULD
