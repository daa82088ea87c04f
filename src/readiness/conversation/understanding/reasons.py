"""A last look at what is kept with an answer: never a part that says less, or the opposite, of what was typed."""

import re

from msgspec.structs import replace

from readiness.conversation.interpretation import Interpretation

# Cut off from what follows, a text says something else: "not until July" is not "until July".
_TURNS = frozenset(
    "not nothing never no none nobody nowhere without hardly barely until till when whenever while if "
    "unless once after before except cannot can't don't doesn't didn't isn't aren't won't wasn't "
    "haven't hasn't".split()
)
# After a bare no, a sentence of its own begins with one of these.
_STARTS = frozenset(
    "because since we they it i he she you there here our my the this that these those but only though as "
    "who what everyone everybody nobody someone".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[,;.!?()\n—–]")
# "That would be me": who it is, though every word of it is small.
_WHO = re.compile(
    r"\b(?:be|is|was|are|it['’]?s|that['’]?s)\s+(?:me|us|myself|ourselves|him|her|them)\b(?!\s+\w)",
    re.IGNORECASE,
)


def whole(text: str, reading: Interpretation) -> Interpretation:
    """The reading, with its note widened to the whole text where a part of it would turn it round, or would be lost.

    Args:
        text: as typed.
        reading: of that text, as an answer on a scale.
    """
    if reading.outcome not in ("accepted", "confirm") or reading.command is not None:
        return reading
    if reading.note is None:
        who = _who(text)
        return replace(reading, note=who) if who else reading
    return replace(reading, note=text.strip()) if _turned(text, reading.note) else reading


def _turned(text: str, note: str) -> bool:
    """Whether the word that a note was cut off from belongs to it."""
    at = text.find(note)
    before = text[:at].rstrip() if at > 0 else ""
    words = _WORD.findall(before)
    if not words or not before.endswith(words[-1]):  # a sign stands between: that is an end
        return False
    last, first = words[-1].casefold().replace("’", "'"), _WORD.search(note)
    if last == "no" and first is not None and first[0].casefold() in _STARTS:
        return False
    return last in _TURNS


def _who(text: str) -> str | None:
    """The part of a text that says who it is; None where none does."""
    return next((p.strip() for p in _STOP.split(text[:1500]) if _WHO.search(p)), None)
