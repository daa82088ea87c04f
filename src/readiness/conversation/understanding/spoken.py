"""Words as they were meant: short forms without their apostrophe, and adverbs that come between."""

from collections.abc import Sequence

from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import Vocabulary

_ADVERBS = frozenset("really honestly actually quite even truly exactly personally rightly".split())
_KNOWING = frozenset("know say tell sure certain recall remember answer".split())
# After these "id" is "I'd" anywhere: "mostly id say".
_SAYS = frozenset({"say", "think", "guess", "call", "put"})


def written_out(found: Sequence[Token], vocab: Vocabulary) -> list[Token]:
    """The tokens with "id say", "were working on it" read as "I'd say", "we're …", as they are at the beginning."""
    made: list[Token] = []
    for at, token in enumerate(found):
        if _is_inserted(found, at):
            continue
        first = not at or found[at - 1].is_stop
        more = at + 1 < len(found) and not found[at + 1].is_stop
        says = more and found[at + 1].word in _SAYS
        full = vocab.written.get(token.word) if says or (first and more) else None
        made += [token._replace(word=word) for word in full or (token.word,)]
    return made


def _is_inserted(found: Sequence[Token], at: int) -> bool:
    """Whether a word only stands between a not and what is not known: "can't really say"."""
    around = at > 0 and at + 1 < len(found)
    return (
        found[at].word in _ADVERBS
        and around
        and found[at - 1].word == "not"
        and found[at + 1].word in _KNOWING
    )
