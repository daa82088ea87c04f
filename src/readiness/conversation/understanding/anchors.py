"""Wording close to an anchor of the item counts as that option, to be confirmed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding.tokens import Token, tokens
from readiness.domain.questionnaire import Item

FEWEST_WORDS = 3
ENOUGH = 0.6
# Against a sure reading an anchor has to be nearer.
FEWEST_AGAINST = 4
ENOUGH_AGAINST = 0.75
AHEAD = 0.15
_TURNING = frozenset({"not", "no", "never"})
_EMPTY = frozenset(
    "a an the and or of to in on at for with by from as is are was were be been it its this that they them their "
    "we our us you your i my me he she do does did have has had will would can could so but if then there here who "
    "which what when where how all any each some most more than about just also yet still".split()
)


def against(reading: Interpretation, item: Item, found: Sequence[Token]) -> Interpretation | None:
    """A question about the option whose anchor a text resembles; None when it resembles none clearly."""
    said = _content(token.word for token in found)
    sure = reading.outcome == "accepted"
    enough = len(said - _TURNING) >= FEWEST_AGAINST if sure else len(said) >= FEWEST_WORDS
    if not enough or not item.anchors:
        return None
    scores = {
        option: len(said & _anchor(anchor)) / len(said) for option, anchor in item.anchors.items()
    }
    best = max(scores, key=lambda option: scores[option])
    others = [score for option, score in scores.items() if option != best]
    if scores[best] < (ENOUGH_AGAINST if sure else ENOUGH) or (
        others and scores[best] - max(others) < AHEAD
    ):
        return None
    if sure and (reading.value == best or _is_named(reading, item, found)):
        return None
    read = reading.candidates or ((reading.value,) if isinstance(reading.value, str) else ())
    rest = tuple(o for o in read if o != best)[:2]
    return Interpretation(
        outcome="confirm", value=best, candidates=(best, *rest), note=reading.note
    )


def _is_named(reading: Interpretation, item: Item, found: Sequence[Token]) -> bool:
    """Whether a text begins with the place or the label of the option that was read, so that nothing else counts."""
    said = [token.word for token in found]
    if said[0].isdigit() or len(said[0]) == 1:
        return True
    options = item.scale.options if item.scale else ()
    labels = (
        [token.word for token in tokens(o.label, {})] for o in options if o.id == reading.value
    )
    return any(
        said[: len(label)] == label and (len(said) == len(label) or found[len(label)].is_stop)
        for label in labels
    )


@lru_cache(maxsize=2048)
def _anchor(anchor: str) -> frozenset[str]:
    return frozenset(_content(token.word for token in tokens(anchor, {})))


def _content(words: Iterable[str]) -> set[str]:
    kept = set()
    for word in words:
        if word.isalnum() and word not in _EMPTY:
            kept.add(_stem(word))
    return kept


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
