"""Labels of options, typed as they are shown: they count as that option, whatever words stand in them."""

from collections.abc import Sequence

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import Vocabulary
from readiness.domain.questionnaire import Item

_JOINING = frozenset({"and", "plus", "also"})


def exact(item: Item, found: Sequence[Token], vocab: Vocabulary) -> Interpretation | None:
    """The option whose label the whole text is, or the options where several may be chosen; None otherwise."""
    if item.scale is None or any(token.word == "?" for token in found):
        return None
    labels = {vocab.words(option.label): option.id for option in item.scale.options}
    words = tuple(token.word for token in found if not token.is_stop)
    if item.kind != "choices":
        option = labels.get(words)
        return Interpretation(outcome="accepted", value=option) if option else None
    named: set[str] = set()
    at = 0
    while at < len(words):
        label = _label_at(words, at, labels)
        if label:
            named.add(labels[label])
        elif not (named and words[at] in _JOINING):
            return None
        at += len(label) or 1
    chosen = tuple(option for option in item.scale.ids if option in named)
    return Interpretation(outcome="accepted", value=chosen) if chosen else None


def _label_at(
    words: tuple[str, ...], at: int, labels: dict[tuple[str, ...], str]
) -> tuple[str, ...]:
    """The longest label that starts at a place; empty when none does."""
    fits = [label for label in labels if label and words[at : at + len(label)] == label]
    return max(fits, key=len, default=())
