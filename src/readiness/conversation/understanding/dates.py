"""Dates the way people type them, in figures and in words."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from readiness.conversation.understanding.figures import Day, in_figures, made_date, next_day
from readiness.conversation.understanding.quantities import number_at
from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import Vocabulary

_AFTER_MAY = frozenset(
    "of or ideally maybe probably next hopefully at i for this the if but and first latest likely".split()
)
# Within so many days a month and a day need no year.
SOON = 270
_DAYS_PER = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}


def days(text: str, found: Sequence[Token], vocab: Vocabulary, today: date) -> list[Day]:
    """Every date in a text, in order."""
    written = in_figures(text, today)
    taken = [(day.start, day.end) for day in written]
    free = [t for t in found if not any(start <= t.start < end for start, end in taken)]
    made = [*written, *_in_words(free, vocab, today)]
    named = [day for day in made if not day.weekday]
    return sorted(named or made, key=lambda day: day.start)


def _in_words(found: Sequence[Token], vocab: Vocabulary, today: date) -> list[Day]:
    made: list[Day] = []
    at = 0
    while at < len(found):
        read = (
            _month_at(found, at, vocab, today)
            or _holiday_at(found, at, vocab, today)
            or _season_at(found, at, vocab, today)
            or _relative_at(found, at, vocab, today)
            or _weekday_at(found, at, vocab, today)
        )
        if read is None:
            at += 1
            continue
        day, sure, first, length = read
        weekday = found[at].word in vocab.lexicon.weekdays
        made.append(Day(day, sure, found[first].start, found[at + length - 1].end, weekday))
        at += length
    return made


def _month_at(
    found: Sequence[Token], at: int, vocab: Vocabulary, today: date
) -> tuple[date, bool, int, int] | None:
    """`march`, `march 15`, `march 15th, 2027`, `15 march`, `the 15th of march`."""
    word = found[at].word
    month = vocab.lexicon.months.get(word)
    if month is None or (word == "may" and _is_verb(found, at)):
        return None
    words = [_word(found, at + n) for n in range(1, 5)]
    words = [w for w in words if w not in (",", "of", "the", ".")] + [""] * 4
    skipped = 0
    first, day = _day_before(found, at)
    length, year = 1, None
    for word in words[:2]:
        while _word(found, at + length) in (",", "of", "the", "."):
            length, skipped = length + 1, skipped + 1
        if day is None and (number := _day_number(word)) is not None:
            day, length = number, length + 1
        elif (full := _year(word, found, at + length)) is not None:
            year, length = full, length + 1
            break
        else:
            break
    while _word(found, at + length - 1) in (",", "of", "the", "."):
        length -= 1
    made = made_date(year, month, day or 1) if year else next_day(month, day or 1, today)
    if made is None:
        return None
    # A day long ahead may be one just past.
    near = bool(year) or (made - today).days < SOON
    return made, bool(day) and near, first, length


def _is_verb(found: Sequence[Token], at: int) -> bool:
    """Whether "may" is the verb: before another word that no date goes on with."""
    after = _word(found, at + 1)
    return bool(after) and after[0].isalpha() and after not in _AFTER_MAY


def _day_before(found: Sequence[Token], at: int) -> tuple[int, int | None]:
    place = at - 1
    while _word(found, place) in ("of", "the"):
        place -= 1
    number = _day_number(_word(found, place)) if place >= 0 else None
    return (place, number) if number is not None else (at, None)


def _day_number(word: str) -> int | None:
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word)  # codespell:ignore nd
    if match is None:
        return {"first": 1, "second": 2, "third": 3}.get(word)
    return int(match[1]) if 1 <= int(match[1]) <= 31 else None


def _year(word: str, found: Sequence[Token], at: int) -> int | None:  # noqa: ARG001
    if re.fullmatch(r"20\d\d", word):
        return int(word)
    return None


def _holiday_at(
    found: Sequence[Token], at: int, vocab: Vocabulary, today: date
) -> tuple[date, bool, int, int] | None:
    """A day with a name, such as Christmas; always asked about."""
    for length in (3, 2, 1):
        name = " ".join(token.word for token in found[at : at + length])
        written = vocab.lexicon.holidays.get(name)
        if written is not None and at + length <= len(found):
            month, day = map(int, written.split("-"))
            made = next_day(month, day, today)
            return (made, False, at, length) if made else None
    return None


def _season_at(
    found: Sequence[Token], at: int, vocab: Vocabulary, today: date
) -> tuple[date, bool, int, int] | None:
    for length in (2, 1):
        if at + length > len(found):
            continue
        name = " ".join(token.word for token in found[at : at + length])
        month = vocab.lexicon.seasons.get(name)
        if name == "q" and _word(found, at + 1) in ("1", "2", "3", "4"):
            month, length = 3 * int(_word(found, at + 1)) - 2, 2
        if month is None:
            continue
        year = _year(_word(found, at + length), found, at + length)
        if year:
            length += 1
        made = made_date(year, month, 1) if year else next_day(month, 1, today)
        return (made, False, at, length) if made else None
    return None


def _relative_at(
    found: Sequence[Token], at: int, vocab: Vocabulary, today: date
) -> tuple[date, bool, int, int] | None:
    words = [_word(found, at + n) for n in range(3)]
    if words[0] in ("today", "tomorrow"):
        return today + timedelta(days=int(words[0] == "tomorrow")), False, at, 1
    if words[0] == "next" and words[1] in ("month", "year", "week", "quarter"):
        return _after(today, words[1]), False, at, 2
    if words[0] == "in":
        length, number = 1, None
        if words[1] in ("a", "an"):
            number, length = 1.0, 2
            if words[2] in ("couple", "few"):
                number, length = (2.0 if words[2] == "couple" else 3.0), 3
                length += _word(found, at + length) == "of"
        elif at + 1 < len(found) and (read := number_at(found, at + 1, vocab)) is not None:
            number, length = read[0], 1 + read[1]
        unit = _word(found, at + length)
        if number is not None and number < 1000:
            made = _later(today, number, unit)
            if made is not None:
                return made, False, at, length + 1
    if words[0] == "end" and words[1] == "of":
        return _end_of(found, at, today)
    return None


def _end_of(found: Sequence[Token], at: int, today: date) -> tuple[date, bool, int, int] | None:
    rest = [_word(found, at + n) for n in range(2, 4)]
    length = 4 if rest[0] in ("the", "this") else 3
    unit = rest[1] if length == 4 else rest[0]
    if unit == "year":
        return date(today.year, 12, 31), False, at, length
    if unit == "month":
        return _add_months(today.replace(day=1), 1) - timedelta(days=1), False, at, length
    return None


def _weekday_at(
    found: Sequence[Token], at: int, vocab: Vocabulary, today: date
) -> tuple[date, bool, int, int] | None:
    day = vocab.lexicon.weekdays.get(_word(found, at))
    if day is None:
        return None
    ahead = (day - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=ahead), False, at, 1


def _later(today: date, number: float, unit: str) -> date | None:
    if unit in _DAYS_PER:
        return today + timedelta(days=int(number * _DAYS_PER[unit]))
    if unit in ("month", "months"):
        return _add_months(today, int(number))
    if unit in ("year", "years"):
        return _add_months(today, int(number * 12))
    return None


def _after(today: date, unit: str) -> date:
    if unit == "week":
        return today + timedelta(days=7 - today.weekday())
    if unit == "month":
        return _add_months(today.replace(day=1), 1)
    if unit == "quarter":
        return _add_months(today.replace(day=1, month=3 * ((today.month - 1) // 3) + 1), 3)
    return date(today.year + 1, 1, 1)


def _add_months(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    for back in range(4):
        made = made_date(place // 12, place % 12 + 1, day.day - back)
        if made is not None:
            return made
    return day


def _word(found: Sequence[Token], at: int) -> str:
    return found[at].word if 0 <= at < len(found) else ""
