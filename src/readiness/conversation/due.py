"""Due dates the way people say them at the close: the end of a month, two weeks, before the holidays.

Nearly all of them are asked back; a day is sure only where it was said in full.
"""

import re
from datetime import date, timedelta

from readiness.conversation.interpret import interpret
from readiness.domain.questionnaire import Item

_DAY = Item(id="none.day", section="none", kind="date", ask="", source=())
_FRIDAY = 4
_LEAD = re.compile(
    r"^(?:by|before|until|till|til|on|around|about|maybe|probably|hopefully|ideally|i'd say|let's say|say|"
    r"no later than|at the latest|not later than|sometime in|sometime|some time in|within|the)\s+"
)
_SPAN = re.compile(
    r"(?:in\s+|within\s+)?(?P<count>an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"a couple of|a couple|couple of|a few|few)\s+(?P<unit>days?|weeks?|months?|years?)"
    r"(?:\s+(?:from now|from today|time|or so|max|at most))?"
)
_END = re.compile(r"(?:the\s+)?(?:very\s+)?(?:end of|end|late|later in|last week of)\s+(?P<of>.+)")
_MID = re.compile(r"(?:the\s+)?(?:mid|middle of|the middle of|mid of)[\s-]+(?P<of>.+)")
_NTH = re.compile(r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)")  # codespell:ignore nd
_SHORT = {"eow": "end of week", "eom": "end of month", "eoy": "end of year", "xmas": "christmas"}
# As a day to be done by; always asked about.
_NAMED = {"christmas": (12, 25), "new years eve": (12, 31), "new year": (1, 1), "new years": (1, 1)}
_BEFORE_HOLIDAYS, _AFTER_HOLIDAYS = (12, 20), (1, 10)


def due_day(text: str, today: date) -> tuple[date | None, bool]:
    """The day that a text names as a due date, and whether it is sure; None where it names none."""
    plain = " ".join(text.casefold().replace("’", "'").split()).strip(" .!,?")
    plain = _SHORT.get(plain, plain)
    found = _holiday(plain, today)
    bare = _without_lead(plain)
    found = found or _holiday(bare, today) or _span(bare, today) or _part(bare, today)
    if found is not None:
        return found, False
    reading = interpret(text, _DAY, today=today)
    if isinstance(reading.value, date):
        return reading.value, reading.outcome == "accepted"
    return None, False


def _without_lead(plain: str) -> str:
    while found := _LEAD.match(plain):
        plain = plain[found.end() :]
    return plain


def _holiday(plain: str, today: date) -> date | None:
    words = plain.replace("'", "")
    if "holiday" in words and words.split()[0] in ("before", "by"):
        return _next(*_BEFORE_HOLIDAYS, today)
    if words.split()[:1] == ["after"] and ("holiday" in words or "new year" in words):
        return _next(*_AFTER_HOLIDAYS, today)
    name = re.sub(r"^(?:before|by|until)?\s*(?:the\s+)?", "", words)
    before = timedelta(days=1 if words.startswith("before ") else 0)
    if name == "thanksgiving":
        day = _thanksgiving(today.year)
        return (day if day > today else _thanksgiving(today.year + 1)) - before
    return _next(*_NAMED[name], today) - before if name in _NAMED else None


def _thanksgiving(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _span(plain: str, today: date) -> date | None:
    """`Two weeks`, `a month from now`: so long from today."""
    found = _SPAN.fullmatch(plain)
    if found is None:
        return None
    count = {"couple of": "a couple of", "few": "a few"}.get(found["count"], found["count"])
    day = interpret(f"in {count} {found['unit']}", _DAY, today=today).value
    return day if isinstance(day, date) else None


def _part(plain: str, today: date) -> date | None:
    """The end or the middle of something, or a day of this month or the next."""
    if found := _END.fullmatch(plain):
        return _end(found["of"], today)
    if plain in ("this week", "this month", "this year"):
        return _end(plain, today)
    if found := _MID.fullmatch(plain):
        first = _month(found["of"], today)
        middle = first.replace(day=15) if first else None
        return middle.replace(year=middle.year + 1) if middle and middle < today else middle
    if found := _NTH.fullmatch(plain):
        return _nth(int(found["day"]), today)
    return None


def _end(of: str, today: date) -> date | None:
    name = re.sub(r"^(?:the|this)\s+", "", of)
    if name in ("week", "next week"):
        ahead = (_FRIDAY - today.weekday()) % 7
        return today + timedelta(days=ahead + (7 if name == "next week" else 0))
    if name == "year":
        return date(today.year, 12, 31)
    if name == "next year":
        return date(today.year + 1, 12, 31)
    first = _month(name, today)
    return _later(first, 1) - timedelta(days=1) if first else None


def _month(of: str, today: date) -> date | None:
    """The first day of the last month of a part of the year, or of a month; the one that is not over."""
    name = re.sub(r"^(?:the|this|next)\s+", "", of)
    this = today.replace(day=1)
    if name == "month":
        return _later(this, 1) if of.startswith("next") else this
    if name == "quarter":
        last = this.replace(month=3 * ((this.month - 1) // 3) + 3)
        return _later(last, 3) if of.startswith("next") else last
    if found := re.fullmatch(r"q([1-4])(?:\s+(\d{4}))?", name):
        month, year = 3 * int(found[1]), int(found[2] or today.year)
        return date(year + (not found[2] and month < today.month), month, 1)
    if not re.fullmatch(r"[a-z]+\.?(?:\s+(?:of\s+)?\d{4})?", name):
        return None
    # The month that it is now is meant too: read from its first day on.
    day = interpret(name, _DAY, today=this).value
    return day.replace(day=1) if isinstance(day, date) else None


def _later(first: date, months: int) -> date:
    place = first.year * 12 + first.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def _nth(number: int, today: date) -> date | None:
    first = today.replace(day=1)
    for month in (first, _later(first, 1), _later(first, 2)):
        try:
            day = month.replace(day=number)
        except ValueError:
            continue
        if day > today:
            return day
    return None


def _next(month: int, day: int, today: date) -> date:
    this = date(today.year, month, day)
    return this if this > today else this.replace(year=today.year + 1)
