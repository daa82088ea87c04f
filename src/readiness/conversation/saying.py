"""Small things that people say while a plan is being settled: yes and no, numbers, a day, what gets in the way."""

import re
from datetime import date

from readiness.conversation import replies
from readiness.conversation.due import due_day
from readiness.domain.log import CAUSES, Cause
from readiness.domain.questionnaire import Item

# What agrees to an offer, or declines it, beside the yes and no of the lexicon.
GLADLY = frozenset(
    [
        *"right correct sure ok okay please exactly".split(),
        *("yes please", "go ahead", "let's do it", "let's go", "let's", "why not"),
    ]
)
NOT_NOW = frozenset(
    [
        *"no n nope nah later".split(),
        *("no thanks", "no thank you", "not now", "rather not", "not yet"),
    ]
)
KEEP = frozenset(("keep", "keep it", "keep that", "same", "as is", "leave it", "pass", "next", "-"))

# Stands in where names, reasons and notes are asked for: everything is an answer that is not surely a command.
FREE = Item(id="none.free", section="none", kind="text", ask="", source=())
ENDS = ("finish", "pause")
LATER = ("today", "tomorrow", "later", "pause", "break")  # "stop for today" is not "stop asking"

NOTHING = frozenset(("nothing", "none", "no", "nope", "nothing really", "not a thing", "n"))
ALL = frozenset("all every everything both yes y ok okay sure yeah yep".split())
BUT = ("but", "except", "without", "not")

# What is to happen with a note.
SHARE = frozenset(
    [
        *("share", "share it", "share this", "share that", "share this one", "share this note"),
        *("yes share it", "yes, share it", "please share it", "share it please", "include it"),
        *("put it in", "put it in the report", "in the report", "public", "it can be shared"),
    ]
)
SHARE_ALL = frozenset(
    [
        *("share all", "share all of them", "share them", "share them all", "share everything"),
        *("all", "all of them", "share the rest"),
    ]
)
PRIVATE = frozenset(
    [
        *("private", "keep private", "keep it private", "keep this private", "stay private"),
        *("leave out", "leave it out", "leave this out", "leave that out", "take it out", "out"),
        *("don't share", "don't share it", "do not share it", "do not share", "not this one"),
        *("stays private", "it stays private", "keep this one private", "keep it out"),
    ]
)
KEEP_NOTE = KEEP | frozenset(
    [
        *(
            "keep it in",
            "keep it so",
            "keep it as it is",
            "leave it so",
            "leave it as it is",
            "skip",
        ),
        *("leave it in", "as it is", "never mind", "cancel"),
    ]
)
REST = frozenset(
    [
        *("none", "none of them", "none of these", "skip all", "skip them all", "skip the rest"),
        *("keep all private", "keep them private", "keep them all private", "all private"),
        *("keep the rest private", "keep the rest", "keep all", "keep them all", "keep them"),
        *("leave the rest", "leave them all", "leave them as they are", "leave them all out"),
        *("keep everything private", "keep my notes private", "keep our notes private"),
        *("keep all my notes private", "the rest is private", "the rest stays private"),
    ]
)
_REWORD = re.compile(
    r"/?(?:re-?word|re-?phrase|re-?write|edit)(?: it| this| that| this one)?(?: please)?"
    r"(?:\s*(?::|\bto\b:?|\bas\b:?)\s*(?P<text>.*))?",
    re.IGNORECASE | re.DOTALL,
)

# Who takes something on: the person who types, or nobody that is known yet.
ME = frozenset(
    [
        *"me myself i mine".split(),
        *("i will", "i'll do it", "i will do it", "i'll take it", "i can", "i can do it", "i do"),
        *("that would be me", "that's me", "it's me", "me i guess", "probably me", "i guess me"),
        *("me again", "me too", "just me", "me please", "i'm doing it", "i am", "yours truly"),
    ]
)
NOBODY = frozenset(
    [
        *"nobody none tbd unknown undecided unclear".split(),
        *("no one", "no-one", "nobody yet", "no one yet", "not sure", "not sure yet", "not yet"),
        *(
            "don't know yet",
            "not decided",
            "not decided yet",
            "to be decided",
            "we'll see",
            "no idea",
        ),
        *("haven't decided", "we haven't decided", "still open", "open", "nobody knows", "no clue"),
    ]
)

_THEN = re.compile(
    r"(?P<owner>[^,;]+?)[,;]\s*(?P<day>(?:in|on|next|this|end|the end|mid|early|late|within)\b.+)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:(?P<owner>.+?)[,;]?\s+)?(?:by|until|before)\s+(?P<day>.+)", re.IGNORECASE)
_CAUSE_WORDS: dict[Cause, tuple[str, ...]] = {
    "policies": ("policy", "policies", "rule", "rules"),
    "processes": ("process", "processes", "procedure", "procedures"),
    "people": ("people", "person", "persons", "staff", "staffing"),
    "environment": ("environment", "surroundings", "setting", "building"),
}
_FILLING = frozenset("and or the our it is it's its mostly mainly also a both 1 2 3 4".split())


def plain(text: str) -> str:
    """A text as it is compared: small letters, no signs at its ends."""
    return " ".join(text.lower().replace("’", "'").split()).strip(" .!,“”\"'")


def agreed(text: str) -> bool | None:
    """Yes or no; None where it is neither."""
    words = plain(text)
    if words in GLADLY or words in NOT_NOW:
        return words in GLADLY
    return replies.agreed(text)


def puts_off(command: str | None, text: str) -> bool:
    """Whether somebody stops for today, and does not only end what is being asked."""
    return command == "pause" and any(word in LATER for word in plain(text).split())


def new_words(text: str) -> str | None:
    """The words after "reword:", as typed; empty where they are still to come, None where nothing is to be reworded."""
    found = _REWORD.fullmatch(text.strip())
    if found is None:
        return "" if plain(text) in ("in other words", "put it in other words") else None
    return (found["text"] or "").strip()


def chosen_from(text: str, count: int) -> tuple[int, ...] | None:
    """Which of some numbered things are meant, as places from 0; empty for none, None where it is not clear."""
    words = re.findall("[a-z]+|[0-9]+", plain(text))
    numbers = {int(word) - 1 for word in words if word.isdecimal()}
    if any(not 0 <= number < count for number in numbers):
        return None
    everything = any(word in ALL for word in words)
    if numbers:
        rest = everything or any(word in BUT for word in words)
        wanted = set(range(count)) - numbers if rest and any(w in BUT for w in words) else numbers
        return tuple(sorted(wanted))
    if everything:
        return tuple(range(count))
    return () if plain(text) in NOTHING | NOT_NOW else None


def split_owner(text: str, today: date) -> tuple[str, date | None, bool]:
    """`Luis, by 15 March 2027`: who (maybe nobody), the day where one is named, and whether that is sure."""
    found = _THEN.fullmatch(text.strip()) or _BY.fullmatch(text.strip())
    named = found["day"] if found else ""
    if found and re.search(r"\bbefore\s+" + re.escape(named), text, re.IGNORECASE):
        named = f"before {named}"
    due, sure = due_day(named, today) if found else (None, False)
    if found is None or due is None:
        return text.strip(), None, False
    return (found["owner"] or "").strip(" ,;"), due, sure


def causes_in(text: str) -> tuple[tuple[Cause, ...], str]:
    """What gets in the way, by number or word; and the text as the reason, where it says more than that.

    A reason that comes with people is not kept: it is asked for by role.
    """
    words = re.findall("[a-z']+|[0-9]+", text.lower())
    numbers = {int(word) for word in words if word.isdecimal()}
    if any(not 1 <= number <= len(CAUSES) for number in numbers):
        numbers = set()
    found = tuple(
        cause
        for number, cause in enumerate(CAUSES, 1)
        if number in numbers or any(word in _CAUSE_WORDS[cause] for word in words)
    )
    named = {word for cause in found for word in _CAUSE_WORDS[cause]}
    rest = [word for word in words if word not in named and word not in _FILLING]
    if not found or "people" in found or len(rest) < 2:
        return found, ""
    return found, text.strip()


def shown_day(day: object) -> str:
    """A day in words."""
    return f"{day.day} {day:%B} {day.year}" if isinstance(day, date) else str(day)
