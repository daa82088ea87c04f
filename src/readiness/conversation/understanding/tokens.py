"""Typed text as tokens that remember where they stood, so that notes can be cut out word for word."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

MAX_ANALYSED = 1500
MAX_TOKENS = 200
STOPS = frozenset('.,;:!?()[]{}\n…—–|"“”«»*=>')
# Signs that mean something between numbers.
SIGNS = ("-", "/", "~")
# What may be a minus: hyphens, dashes and the sign itself.
MINUS = "-‐‑‒–—―−﹣－"
_NEGATIVE = ("minus", "negative")
# These mean something only before a number, or a word.
_LEADING = "$<~"

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_TOKEN = re.compile(
    r"""
    \d+(?:,\d{3})+(?!\d)            # 1,200
    | \d*\.\d+(?![.\d])             # 3.5 .5
    | \d+(?:st|nd|rd|th)\b          # codespell:ignore nd
    | \d+
    | (?<!\w)n\s?/\s?a(?!\w)        # n / a
    | (?<!\w)(?:[a-z]\.){2,}        # n.a. d.c.
    | (?<!\w)[a-z]/[a-z]?(?!\w)     # b/c w/
    | '?[^\W\d_]+(?:['_&][^\W\d_]+)*'?   # don't  R&D
    | --+ | \.\.+ | [:;]-?[()D]
    | \S
    | \n
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What terminals send for colours and keys; it is never part of an answer.
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z~]")
_PLAIN = re.compile(r"(?!.*(.)\1\1)[a-z]+(?: [a-z]+)*")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")


class Token(NamedTuple):
    """A word, number or sign.

    Attributes:
        word: in lower case, without apostrophes; spoken forms are written out, one token for each of their words.
        start, end: where it stands in the text as typed.
    """

    word: str
    start: int
    end: int

    @property
    def is_negative(self) -> bool:
        """Whether it is a number below zero, which neither counts anything nor is the place of an option."""
        return self.word[:1] == "-" and self.word[1:2].isdigit()

    @property
    def is_stop(self) -> bool:
        """Whether it ends a clause."""
        return self.word in STOPS or self.word in ("--", "..", "...")


def tokens(text: str, spoken: Mapping[str, tuple[str, ...]]) -> list[Token]:
    """The tokens of a text: at most 200, out of its first 1,500 characters.

    Args:
        text: as typed.
        spoken: short forms and the words that they stand for.
    """
    found: list[Token] = []
    plain = _ESCAPE.sub(_blank, text[:MAX_ANALYSED]).translate(_APOSTROPHES)
    for match in _TOKEN.finditer(plain):
        typed, start, end = match[0], match.start(), match.end()
        if len(typed) == 1 and not typed.isalnum() and typed != "\n":
            if typed == "-" and not _between_digits(plain, start):
                if _between_letters(plain, start):
                    continue
                typed = "—"
            elif _is_noise(typed) or (typed in _LEADING and not _leads(typed, plain, end)):
                continue
        if typed[0].isdigit() and _is_negative(plain, start):
            found.append(Token("-" + typed, start, end))
            continue
        word = normal(typed.replace(" ", "").replace(".", "") if typed[0].isalpha() else typed)
        bare = word.replace("'", "")
        parts = spoken.get(word) or spoken.get(bare) or (bare,)
        found.extend(Token(part, start, end) for part in parts if part)
        if len(found) >= MAX_TOKENS:
            break
    return found


def words(phrase: str, spoken: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A phrase of a lexicon as the words that a typed text would have."""
    if is_plain(phrase):
        return plain_words(phrase, spoken)
    if phrase in SIGNS:
        return (phrase,)
    return tuple(token.word for token in tokens(phrase, spoken) if not token.is_stop)


def plain_words(phrase: str, spoken: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words of a phrase that `is_plain`: nearly every phrase of a lexicon, and there are thousands."""
    found: list[str] = []
    for word in phrase.split(" "):
        found.extend(spoken.get(word) or (word,))
    return tuple(found)


def is_plain(phrase: str) -> bool:
    """Whether a phrase is nothing but small letters and single blanks, without a letter three times in a row."""
    return _PLAIN.fullmatch(phrase) is not None


def _blank(match: re.Match[str]) -> str:
    """Blanks of the same length, so that every place in the text stays where it was."""
    return " " * len(match[0])


@lru_cache(maxsize=4096)
def normal(word: str) -> str:
    """A word in lower case, with stretched letters shortened ("nooo") and quotes around it taken off."""
    lowered = unicodedata.normalize("NFKC", word).casefold().strip("'" if len(word) > 1 else "")
    shortened = _STRETCHED.sub(r"\1", lowered)
    return shortened if len(shortened) > 1 else lowered


def verbatim(text: str, start: int, end: int | None = None) -> str | None:
    """The part of a text between two places, without the signs and blanks around it; None when nothing is left."""
    part = text[start:end].strip(" \t\r\n,;:.-–—…*|=>/")
    part = _balanced(part)
    return part or None


def is_blank(text: str) -> bool:
    """Whether there is nothing to read: only blanks and control or format characters."""
    return all(char.isspace() or unicodedata.category(char)[0] == "C" for char in text)


def shown_words(found: Sequence[Token]) -> list[str]:
    """The words alone, without the signs that end clauses."""
    return [token.word for token in found if not token.is_stop]


def _balanced(part: str) -> str:
    if part.startswith("(") and part.endswith(")") and part.count("(") == 1:
        return part[1:-1].strip()
    if part.endswith(")") and "(" not in part:
        return part[:-1].rstrip()
    if part.startswith("(") and ")" not in part:
        return part[1:].lstrip()
    return part


def _between_digits(text: str, at: int) -> bool:
    before = text[:at].rstrip()[-1:]
    after = text[at + 1 :].lstrip()[:1]
    return before.isdigit() and after.isdigit()


def _leads(sign: str, text: str, at: int) -> bool:
    following = text[at:].lstrip()[:1]
    return following.isalnum() if sign == "~" else following.isdigit()


def _between_letters(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _is_negative(text: str, at: int) -> bool:
    """Whether a number has a minus of its own: "-1", "- 1" at the beginning, "minus 1"; never "1-2" or "well - 1"."""
    before = text[:at].rstrip()
    spelled = before.casefold().split()[-1:]
    if spelled and spelled[0].strip("([\"'") in _NEGATIVE:
        return True
    if not before.endswith(tuple(MINUS)):
        return False
    earlier = before.rstrip(MINUS)
    if not any(char.isalnum() for char in earlier):
        return True
    glued = len(before) == at
    return glued and not earlier[-1].isalnum() and not earlier.rstrip()[-1].isdigit()


def _is_noise(sign: str) -> bool:
    """Signs and control characters without a meaning; emoji are kept, since some are answers."""
    if sign in STOPS or sign in "/%&+~#-?$":
        return False
    category = unicodedata.category(sign)
    return category[0] == "C" or category[0] in "PM" or category == "Sk"
