"""Days in an edited plan that only mean something on the day they are read: Friday, tomorrow, in two weeks."""

import re
from collections.abc import Callable
from datetime import date

from readiness.conversation.due import due_day

_A_DAY = re.compile(
    r"\b(?:today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in \w+ (?:\w+ ){0,2}(?:day|week|month)s?"
    r"|end of (?:the |this )?(?:month|year)|\d{1,2}(?:st|[nr]d|th)?)\b",
    re.IGNORECASE,
)
_NO_DAY = re.compile(r"\b(?:q[1-4]|(?:end|middle|start|beginning) of [a-z]+ ?\d*$)", re.IGNORECASE)


def reader(today: date) -> Callable[[str], date | None]:
    """Reads the day that a text names; a month, a season or a quarter by itself names none."""

    def read(text: str) -> date | None:
        day, sure = due_day(text, today)
        names = _A_DAY.search(text) is not None
        vague = _NO_DAY.search(text) is not None and "month" not in text and "year" not in text
        return day if sure or (names and not vague) else None

    return read
