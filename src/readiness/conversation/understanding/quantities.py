"""Numbers, parts of a whole and ordinals, in digits and in words."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import Vocabulary

MAGNITUDES = (100, 1000)
# Longer numbers count nothing that is asked about here.
MOST_DIGITS = 12
# "9 in 10", never "2 in 2027".
MOST_IN = 100


class Quantity(NamedTuple):
    """Something that was counted or measured.

    Attributes:
        kind: a number; a part of a whole in percent; a ratio such as 3 of 5 (value and whole); a place ("the second").
        value: the number, the percentage, or the part of the ratio.
        length: how many tokens it takes up.
        whole: of a ratio.
        rough: said in a word like "a few".
        spelled: in words rather than digits.
    """

    kind: Literal["number", "percent", "ratio", "ordinal"]
    value: float
    length: int
    whole: float = 0
    rough: bool = False
    spelled: bool = False


def quantity_at(found: Sequence[Token], at: int, vocab: Vocabulary) -> Quantity | None:
    """The quantity that starts at a token; None when there is none."""
    part = _part_in_words(found, at, vocab)
    if part is not None and not _ordinal(found, at, vocab):
        return part
    number = None if part else number_at(found, at, vocab)
    if number is None:
        return _ordinal(found, at, vocab)
    value, length = number
    spelled = not found[at].word[:1].isdigit()
    after = at + length
    word = _word(found, after)
    if word == "percent":
        return Quantity("percent", value, length + 1)
    ratio = _ratio(found, after, value, vocab)
    if ratio is not None:
        whole, more = ratio
        if value + whole == 100:
            # 60/40
            return Quantity("percent", value, length + more, rough=True)
        return Quantity("ratio", value, length + more, whole)
    return Quantity("number", value, length, spelled=spelled)


def number_at(found: Sequence[Token], at: int, vocab: Vocabulary) -> tuple[float, int] | None:
    """The number that starts at a token, and how many tokens it takes up."""
    word = found[at].word
    if word[0].isdigit() or word[0] == ".":
        if len(word) > MOST_DIGITS:
            return None
        try:
            half = [_word(found, at + n) for n in (1, 2, 3)] == ["and", "a", "half"]
            return float(word.replace(",", "")) + half / 2, 1 + 3 * half
        except ValueError:
            return None
    return _spelled(found, at, vocab)


def _spelled(found: Sequence[Token], at: int, vocab: Vocabulary) -> tuple[float, int] | None:
    total, current, length = 0, 0, 0
    start = at
    if _word(found, at) == "a" and _word(found, at + 1) in ("hundred", "thousand", "dozen"):
        at, current, length = at + 1, 1, 1
    while (word := _word(found, at)) in vocab.numbers:
        value = vocab.numbers[word]
        if total + current > 10**MOST_DIGITS:
            return None
        if length and not _goes_on(found[at - 1].word, value, vocab):
            break
        if value in MAGNITUDES:
            current = max(current, 1) * value
            if value == max(MAGNITUDES):
                total, current = total + current, 0
        elif word == "dozen":
            current = max(current, 1) * value
        else:
            current += value
        at, length = at + 1, length + 1
    return (float(total + current), at - start) if length else None


def _goes_on(before: str, value: int, vocab: Vocabulary) -> bool:
    """Whether a number word continues the one before it: "twenty five", "two hundred", never "one two"."""
    last = vocab.numbers.get(before, 1)
    if value in MAGNITUDES or value == vocab.numbers.get("dozen"):
        return last < value
    return (last in range(20, 100) and value < 10) or last in MAGNITUDES


def _part_in_words(found: Sequence[Token], at: int, vocab: Vocabulary) -> Quantity | None:
    for length in (3, 2, 1):
        phrase = tuple(token.word for token in found[at : at + length])
        if len(phrase) == length and phrase in vocab.fractions:
            return Quantity("percent", vocab.fractions[phrase], length, spelled=True)
    return None


def _ratio(
    found: Sequence[Token], after: int, value: float, vocab: Vocabulary
) -> tuple[float, int] | None:
    times = int(_word(found, after) == "times")
    after += times
    words = [_word(found, after + n) for n in range(3)]
    lead = {"/": 1, "of": 1, "in": 1}.get(words[0], 0)
    if words[:2] in (["out", "of"], ["of", "the"], ["of", "our"], ["in", "every"]):
        lead = 2
    if words == ["out", "of", "our"] or words == ["out", "of", "the"]:
        lead = 3
    if not lead or after + lead >= len(found):
        return None
    whole = number_at(found, after + lead, vocab)
    if whole is None or whole[0] <= 0 or whole[0] < value:
        return None
    if words[:2] != ["in", "every"] and words[0] == "in" and not value < whole[0] <= MOST_IN:
        return None
    return whole[0], times + lead + whole[1]


def _ordinal(found: Sequence[Token], at: int, vocab: Vocabulary) -> Quantity | None:
    word = found[at].word
    named = _word(found, at + 1) in ("one", "option", "choice", "answer")
    value = vocab.lexicon.ordinals.get(word)
    if word in ("last", "final") and named:
        value = vocab.top + 1
    if value is None or not (named or (at and _word(found, at - 1) in ("the", "um"))):
        return None
    return Quantity("ordinal", value, 1 + named)


def _word(found: Sequence[Token], at: int) -> str:
    return found[at].word if 0 <= at < len(found) else ""


def options_for_percent(percent: float, vocab: Vocabulary) -> tuple[tuple[str, ...], bool]:
    """The options whose range holds a percentage, and whether to ask back."""
    fits = [(option, asked) for low, high, option, asked in vocab.percent if low <= percent <= high]
    if not fits:
        return (), True
    fits.sort(key=lambda fit: fit[1])
    options = tuple(dict.fromkeys(option for option, _ in fits))
    return options, len(options) > 1 or fits[0][1]
