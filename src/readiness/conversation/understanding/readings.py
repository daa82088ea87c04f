"""What was said on an ordered scale, and how two such readings go together."""

from typing import NamedTuple

from readiness.conversation.understanding.vocabulary import OUTSIDE, Vocabulary

MOST_CANDIDATES = 3


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


def turned(part: Reading, vocab: Vocabulary) -> Reading:
    """An option under a negation: the two below it, or above it when it is the lowest."""
    if vocab.scale is None or any(option in OUTSIDE for option in part.options):
        return part.questioned()
    ids = vocab.scale.ids
    ranks = [vocab.rank(option) for option in part.options]
    no = vocab.phrases.get(("no",))
    lowest_no = vocab.rank(no.options[0]) if no and no.options else 0
    options: tuple[str, ...]
    if lowest_no > 0 and max(ranks) <= lowest_no:
        # On a scale with two sides "not disagree" lies on the other one.
        options = (ids[vocab.top // 2 + 1], ids[vocab.top // 2])
    elif max(ranks) == 0:
        options = ids[1:3]
    elif min(ranks) == vocab.top and part.polar != "no":
        options = tuple(reversed(ids[max(0, vocab.top - 2) : vocab.top]))
    else:
        options = tuple(reversed(ids[max(0, min(ranks) - 2) : max(min(ranks), 1)]))
    return Reading(options, True)


def bounded(part: Reading, bound: str, vocab: Vocabulary) -> Reading:
    """An answer that was said to be more or less than a part of the whole: asked back, with its neighbour."""
    ids = vocab.scale.ids if vocab.scale else ()
    rank = vocab.rank(part.options[0])
    beyond = rank - 1 if bound == "below" else rank + 1
    if rank < 0 or not 0 <= beyond < len(ids):
        return part.questioned()
    return Reading(tuple(dict.fromkeys((*part.options[:2], ids[beyond]))), True)
