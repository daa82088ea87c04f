"""What a text stands for: numbers, exactly, days, moments, and true or false."""

import re
from datetime import UTC, date, datetime
from fractions import Fraction

_EXACT = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12}|/[0-9]{1,12})?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,4000}")
_FLOAT = re.compile(r"[+-]?([0-9]{1,400}\.?[0-9]{0,400}|\.[0-9]{1,400})([eE][+-]?[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BOOLEAN = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def boolean(text: str) -> bool | None:
    """True for true, yes and on, false for false, no and off, in any case; None for anything else."""
    return _BOOLEAN.get(text.lower())


def fraction(text: object) -> Fraction | None:
    """A number, decimal or fraction such as `1/4`; None for anything else."""
    if not isinstance(text, str) or not _EXACT.fullmatch(text):
        return None
    try:
        return Fraction(text)
    except ZeroDivisionError:
        return None


def number(text: str) -> int | float | None:
    """A whole or decimal number; None for anything else, and for what is beyond all bounds."""
    if _WHOLE.fullmatch(text):
        return int(text)
    if not _FLOAT.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) != float("inf") else None


def iso_date(text: str) -> date | None:
    """A day such as 2026-11-21; None for anything else, and for days that no calendar has."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def looks_like_date(text: str) -> bool:
    """Whether it has the form of a day, on a calendar or not."""
    return _DATE.fullmatch(text) is not None


def utc(text: str) -> datetime | None:
    """A moment such as 2026-11-21T10:00:00Z, in UTC; None for anything else, and for one without a time zone."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
