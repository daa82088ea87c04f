"""Typos: words set right against the vocabulary, for short texts only."""

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import Vocabulary, Words

MOST_TOKENS = 12
SHORTEST_WORD = 3
NEAR = 0.78
NEAR_SHORT = 0.85
SURE = 0.84
# The same where something else was already read out of the text.
SURE_AGAINST = 0.85
AHEAD = 0.05
# Beginnings that turn a word round: "unplanned" is no typo of "planned".
_TURNING = ("un", "dis", "non", "in", "im", "mis")  # codespell:ignore mis
FEWEST_LETTERS = 4
_SMALL = frozenset("just only the in of our we are here".split())


def mended(
    found: Sequence[Token], vocab: Vocabulary, extra: tuple[str, ...] = ()
) -> list[Token] | None:
    """The tokens with unknown words replaced by the known ones they resemble; None when nothing was replaced."""
    most = len(found)
    if most > MOST_TOKENS:
        most = next((n for n, token in enumerate(found) if token.is_stop), most)
        if most > MOST_TOKENS:
            return None
    made = [each for token in found[:most] for each in _meant(token, vocab, extra)]
    made += found[most:]
    return made if made != list(found) else None


def _meant(token: Token, vocab: Vocabulary, extra: tuple[str, ...]) -> list[Token]:
    """The token set right; a short form with two letters swapped ("dotn") is several."""
    word = token.word
    if len(word) > SHORTEST_WORD and not (word in vocab.known or word in vocab.real_words):
        for at in range(len(word) - 1):
            full = vocab.spoken.get(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
            if full is not None:
                return [token._replace(word=each) for each in full]
    return [_mend(token, vocab, extra)]


def _mend(token: Token, vocab: Vocabulary, extra: tuple[str, ...]) -> Token:
    word = token.word
    if (
        len(word) < SHORTEST_WORD
        or word in vocab.known
        or word in vocab.real_words
        or not word.isalpha()
    ):
        return token
    if word[-1] == word[-2] and word[:-1] in vocab.known:
        # "noo", "yess"
        return token._replace(word=word[:-1])
    near = word if word in extra else _near(word, extra or vocab.long_words)
    return token if near is None else token._replace(word=near)


@lru_cache(maxsize=512)
def _near(word: str, known: tuple[str, ...]) -> str | None:
    letters = sorted(word)
    for other in known:
        if len(other) == len(word) and other[0] == word[0] and sorted(other) == letters:
            return other
    cutoff = NEAR if len(word) > SHORTEST_WORD else NEAR_SHORT
    for other in get_close_matches(word, known, n=3, cutoff=cutoff):
        if not _turned(word, other) and (word[0] == other[0] or letters == sorted(other)):
            return other
    return None


def _turned(word: str, other: str) -> bool:
    return any(word.startswith(lead) != other.startswith(lead) for lead in _TURNING)


def labels_near(
    words: Words, vocab: Vocabulary, sure_from: float = SURE
) -> tuple[tuple[str, ...], bool]:
    """The options whose label a short text resembles, best first, and whether the first is sure."""
    text = " ".join(words)
    if vocab.scale is None or not 3 <= len(text) <= 40 or set(words) & vocab.real_words:
        return (), False
    scores = []
    for option in vocab.scale.options:
        label = " ".join(vocab.words(option.label))
        matcher = SequenceMatcher(None, label, text, autojunk=False)
        if matcher.quick_ratio() < NEAR or _turned(text, label):
            continue
        if sure_from == SURE_AGAINST and not _letters_fit(words, vocab.words(option.label)):
            continue
        scores.append((matcher.ratio(), option.id))
    scores.sort(key=lambda score: -score[0])
    scores = [score for score in scores if score[0] >= NEAR]
    if not scores:
        return (), False
    clear = len(scores) == 1 or scores[0][0] - scores[1][0] >= AHEAD
    return tuple(option for _, option in scores[:3]), clear and scores[0][0] >= sure_from


def begun(words: Words, vocab: Vocabulary) -> tuple[str, ...]:
    """The options whose label begins, word by word, the way some words do: "new mex", "just rehab"."""
    said = [word for word in words if word not in _SMALL]
    if vocab.scale is None or not said or sum(map(len, said)) < FEWEST_LETTERS:
        return ()
    found = []
    for option in vocab.scale.options:
        label = vocab.words(option.label)
        for at in range(len(label) - len(said) + 1):
            if all(map(str.startswith, label[at:], said)):
                found.append(option.id)
                break
    return tuple(found) if len(found) == 1 else ()


def _letters_fit(words: Words, label: Words) -> bool:
    """Whether each word begins as in the label, or has its letters in another order: "not yte", never "not set"."""
    return len(words) != len(label) or all(
        word[:1] == of_label[:1] or of_label in word or sorted(word) == sorted(of_label)
        for word, of_label in zip(words, label, strict=True)
    )
