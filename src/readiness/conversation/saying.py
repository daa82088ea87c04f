"""Small things that people say while a plan is being settled: yes and no, numbers, a day, what gets in the way."""

import re
from datetime import date

from readiness.conversation.interpret import interpret
from readiness.domain.log import CAUSES, Cause
from readiness.domain.questionnaire import Item
from readiness.loading import shipped_lexicon

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

NOTHING = frozenset(("nothing", "none", "no", "nope", "nothing really", "not a thing", "n"))
ALL = frozenset("all every everything both yes y ok okay sure yeah yep".split())
BUT = ("but", "except", "without", "not")

_DAY = Item(id="none.day", section="none", kind="date", ask="", source=())
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
    lexicon = shipped_lexicon()
    if words in GLADLY or words in lexicon.yes:
        return True
    return False if words in NOT_NOW or words in lexicon.no else None


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


def day_in(text: str, today: date) -> tuple[date | None, bool]:
    """The day that a text names, and whether it is sure; None where it names none. `today` completes it."""
    reading = interpret(text, _DAY, today=today)
    if isinstance(reading.value, date):
        return reading.value, reading.outcome == "accepted"
    return None, False


def split_owner(text: str, today: date) -> tuple[str, date | None, bool]:
    """`Luis, by 15 March 2027`: who (maybe nobody), the day where one is named, and whether that is sure."""
    found = _BY.fullmatch(text.strip())
    due, sure = day_in(found["day"], today) if found else (None, False)
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
