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

# Review and scores
NOT_NEWEST = "What is shown may not be the newest"
CHOOSE_FIRST = "Choose first which of the two answers stays."
REVIEW_TITLE, SCORES_TITLE = "review", "scores"
MORE_SCORES = "F3 shows all of it: what is in place, how sure that is, and what would change it."
SIFTS = {
    "all": "all",
    "unanswered": "unanswered",
    "dont_know": "don't know",
    "flagged": "marked",
    "low": "low",
    "gates": "gates",
}
SIFT_KEYS = {
    "all": "a",
    "unanswered": "u",
    "dont_know": "d",
    "flagged": "m",
    "low": "l",
    "gates": "g",
}
SIFT_HELP = {
    "all": "Every question",
    "unanswered": "Skipped, or not reached",
    "dont_know": "What nobody here knew",
    "flagged": "What you marked to come back to",
    "low": "What is not yet in place, or only planned",
    "gates": "What has to be in place before posting, and before day one",
}
SIFT_NONE = {
    "all": "Nothing is asked yet.",
    "unanswered": "Nothing is unanswered.",
    "dont_know": "You did not answer “don't know” to anything.",
    "flagged": "Nothing is marked to come back to.",
    "low": "Nothing you answered is low.",
    "gates": "No question here has to be in place before a posting or a first day.",
}
MARKED, NOTED = "marked", "note"
NOTE = "Note: “{note}”"
SCOPES = {"full": "full check", "quick": "quick check"}
WITH_BARS, IN_SENTENCES = "with bars", "in sentences"
NOT_ANSWERED = "not answered yet"
SET_ASIDE = "set aside"
REASON = "Because: “{reason}”"
NO_REASON = "No reason is given yet."
GATE_STATES = {
    "✗": "Not in place",
    "?": "To find out",
    "·": "Open",
    "✓": "In place",
    "–": "Does not apply",
}
PART, SCORE, COULD_BE, STAGE, ANSWERED = "Part", "Score", "Could be", "Stage", "Answered"
LEGEND = (
    "Solid is what you told us; shaded hangs on what is still unknown. │ is where a stage begins."
)
SECTION = "{title}: {score} of 100, {stage}. {answered} answered."
SECTION_BOUNDS = "{title}: {score} of 100, {stage}; it could be {bounds}. {answered} answered."
SECTION_NONE = "{title}: {stage}. {answered} answered."
SURVEY = "Workplace survey"
WHAT_IF = "What would change this"
WHAT_IF_MEANING = "A step is one option up on one question. This says how near something is; what to do is in the plan."
TURN = {
    "ready": "{heading}: {rises}. {steps}, and nothing required would be missing.",
    "find_out": "{heading}: {rises}. {steps}, and only what is not known would be left to find out.",
}
LIFT = "{section} to “{stage}”: {rises}. {steps}."

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
