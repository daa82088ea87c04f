"""Dates in figures. Months come before days, as in the United States, unless they cannot."""

import re
from datetime import date
from typing import NamedTuple

from readiness.conversation.understanding.tokens import MAX_ANALYSED

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?![\d/])")
_MONTH_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{4})(?![\d/])")
_MONTH_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/])")


class Day(NamedTuple):
    """A date that was read.

    Attributes:
        sure: year, month and day were all said; otherwise it is asked back.
        start, end: where it stands in the text.
        weekday: only the name of a day; it means nothing beside a full date.
    """

    day: date
    sure: bool
    start: int
    end: int
    weekday: bool = False


def in_figures(text: str, today: date) -> list[Day]:
    """Every date in figures, in the order of the forms that they have."""
    made: list[Day] = []
    for pattern, read in (
        (_ISO, _read_iso),
        (_SLASHED, _read_slashed),
        (_MONTH_YEAR, _read_month_year),
        (_MONTH_DAY, _read_month_day),
    ):
        for match in pattern.finditer(text[:MAX_ANALYSED]):
            if any(day.start <= match.start() < day.end for day in made):
                continue
            day = read([int(group) for group in match.groups()], today)
            if day is not None:
                made.append(Day(day[0], day[1], match.start(), match.end()))
    return made


def _read_iso(parts: list[int], today: date) -> tuple[date, bool] | None:  # noqa: ARG001
    day = made_date(parts[0], parts[1], parts[2])
    return (day, True) if day else None


def _read_slashed(parts: list[int], today: date) -> tuple[date, bool] | None:  # noqa: ARG001
    month, day, year = parts
    full = year if year > 99 else 2000 + year
    made = made_date(full, month, day)
    if made is not None:
        return made, day > 12 or day == month or year > 99
    made = made_date(full, day, month)
    return (made, False) if made else None


def _read_month_year(parts: list[int], today: date) -> tuple[date, bool] | None:  # noqa: ARG001
    made = made_date(parts[1], parts[0], 1)
    return (made, False) if made else None


def _read_month_day(parts: list[int], today: date) -> tuple[date, bool] | None:
    made = next_day(parts[0], parts[1], today)
    return (made, False) if made else None


def next_day(month: int, day: int, today: date) -> date | None:
    """The next such day, today included."""
    for year in range(today.year, today.year + 9):
        made = made_date(year, month, day)
        if made is not None and made >= today:
            return made
    return None


def made_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
