"""Days as a report writes them, and in the two ways that every computer does."""

import re
from datetime import date
from typing import Final

from readiness.reports.words import MONTHS

_NAMES: Final = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_SHORT: Final = {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|[nr]d|th)?(?: of)? ([a-z]+)\.?,? (\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|[nr]d|th)?,? (\d{4})(?!\d)")


def day_of(text: str) -> date | None:
    """The day that a text begins with: 3 December 2026, December 3, 2026 or 2026-12-03; None for anything else."""
    plain = " ".join(text.lower().split())
    plain = re.sub(r"^(?:by|on|until|before) ", "", plain)
    if found := _ISO.match(plain):
        return _made(found[1], int(found[2]), found[3])
    if found := _DAY_FIRST.match(plain):
        return _made(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.match(plain):
        return _made(found[3], _month(found[1]), found[2])
    return None


def _month(name: str) -> int:
    return _NAMES.get(name) or _SHORT.get(name, 0)


def _made(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
