"""The words of the screens: what the terminal UI itself says, beside what the conversation says."""

import unicodedata
from datetime import datetime

TITLE = "Readiness"
ABOUT = (
    "A guided self-check for agencies that want to employ peer support workers.\n\n"
    "You answer in your own words, or with one key. At the end you have three things to do this week, "
    "a plan, and a report you can edit and share. You can stop at any moment and go on later."
)
EMPTY = "Nothing has been started here yet. Press n to begin."
STAYS = "Everything stays on this computer."
TOO_SMALL = (
    "This window is too small to read in.\n"
    "Make it at least 60 columns wide and 15 lines high.\n"
    "Everything you answered is kept."
)
TOO_SMALL_TO_SEND = "Make the window larger first, so that you can see what you answer."
LEFT = "Everything you answered is kept. Go on with: readiness resume {id}"
WRITING = "Writing the report …"
NOT_WRITTEN = "The report could not be written. {problem}"
ALL_DONE = "All questions are answered. You can still change any answer, or finish."
FINISH = "finish and write the report"
REVIEW = "see what is open"
PAUSED = "Everything is kept. Press Enter to go on where you stopped."
MINUTES = "about {count} minutes left"
MINUTE = "about a minute left"
MINUTES_SHORT = "{count} min left"
FAR = "{done} of {total}"
SAVED = "saved"
NOT_SAVED = "! not saved"
LOOK = "Your own words, or a number. ← → shows what each step looks like."
LOOK_MANY = "Your own words or numbers. ← → to look, Space to tick, Enter when done."
LOOK_LONG = "{here} of {total}."
LOOK_PLAIN = "Your own words, or a number."
THEIRS, MINE = "theirs", "mine"
YES, NO, SKIP = "yes", "no", "skip"

_FORBIDDEN = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they would turn round the text after them
)


def clean(text: str) -> str:
    """A text fit for one line of input: control characters become spaces, everything else stays.

    Args:
        text: as typed or pasted, of any length.
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n")
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") else c for c in lines)


def shown(text: str) -> str:
    """A text fit for the screen: line breaks stay, nothing in it can move the cursor or turn lines round."""
    if text.isprintable():
        return text
    return "\n".join(
        "".join(c for c in clean(line) if c not in _FORBIDDEN) for line in text.split("\n")
    )


def when(touched: datetime, now: datetime) -> str:
    """A moment as people say it: "just now", "today", "yesterday", "Tuesday", "3 November", "3 November 2025".

    Args:
        touched: the moment, with its zone.
        now: the moment of looking, with its zone; days are those of the place where the person is.
    """
    there, here = touched.astimezone(), now.astimezone()
    days = (here.date() - there.date()).days
    if days <= 0:
        return "just now" if abs((here - there).total_seconds()) < 300 else "today"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"{there:%A}"
    day = f"{there.day} {there:%B}"
    return day if there.year == here.year else f"{day} {there.year}"


def minutes_left(count: int) -> str:
    """How long it will still take, in words.

    Args:
        count: whole minutes, at least one.
    """
    return MINUTE if count == 1 else MINUTES.format(count=count)


def minutes_short(count: int) -> str:
    """The same where there is little room."""
    return MINUTES_SHORT.format(count=count)
