"""Numbers, dates and lists as people read them."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from unicodedata import bidirectional

# Controls other than tab and newline say nothing to a reader, signs that turn the direction of writing scramble what
# stands around them, and halves of a surrogate pair cannot be written as UTF-8.
_DROPPED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_NEWLINES = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
_EASTERN = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SPACES = re.compile(r"[ \t]+")
_NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def number(count: int) -> str:
    """A count in words up to twelve, in digits above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun: "one question", "14 questions"."""
    return f"{number(count)} {one if count == 1 else many}"


def day(when: date) -> str:
    """A date in words: 3 November 2026."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def listed(parts: Sequence[str], word: str = "and") -> str:
    """Parts in a row: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def opened(text: str) -> str:
    """The text with a capital first letter, as a sentence begins."""
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """The text with a full stop, unless it ends in a sign of its own."""
    text = text.rstrip()
    return (
        text if not text or text[-1] in ".!?:…" or text[-2:] in ('."', '?"', '!"') else f"{text}."
    )


def decimal(value: Fraction) -> str:
    """A short decimal: 4, 6.5."""
    return f"{float(value):g}"


def amount(value: int | Fraction) -> str:
    """An exact figure with commas: 14,000 or 19.5; thirds and the like to two places."""
    whole, part = divmod(round(Fraction(value) * 100), 100)
    places = f"{part:02}".rstrip("0")
    return f"{whole:,}.{places}" if places else f"{whole:,}"


def clean(text: str) -> str:
    """Text without control characters, with plain newlines and single spaces."""
    return _SPACES.sub(" ", _DROPPED.sub("", _NEWLINES.sub("\n", text)))


def one_line(text: str) -> str:
    """A name as one line, cleaned, with single spaces."""
    return " ".join(clean(text).split())


def right_to_left(text: str) -> bool:
    """Whether a text begins in a script that is written from right to left, such as Arabic or Hebrew.

    The first letter with a direction of its own decides (Unicode Standard Annex 9, rules P2 and P3).
    """
    if text.isascii() or _EASTERN.search(text) is None:
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
