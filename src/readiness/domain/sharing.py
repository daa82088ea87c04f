"""Notes that a report would carry, and what to look at before it does: names, health details, words that hurt."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from readiness.domain.answers import Answers, Missing
from readiness.domain.questionnaire import Item

# A capital letter inside a sentence is mostly a name; these are not.
_NOT_NAMES = frozenset(
    (
        "I HR CEO WRAP MHSA HIPAA DMV VA US California Medi-Cal Medicaid January February March April May June July "
        "August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    ).split()
)
_CAPITAL = re.compile(r"(?<![.!?…:]\s)(?<!^)(?<![“\"'(])\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")


class SharedNote(msgspec.Struct, frozen=True):
    """A note that a report would carry.

    Attributes:
        names, health, dropped: what stands in it that may be a name, a health detail, or a word to avoid.
    """

    item: Item
    text: str
    names: tuple[str, ...]
    health: tuple[str, ...]
    dropped: tuple[str, ...]


def shared_notes(
    asked: Mapping[str, Item], answers: Answers, health: Sequence[str], dropped: Sequence[str]
) -> tuple[SharedNote, ...]:
    """The notes that a report of these answers carries: those marked to be shared, and why a gate was set aside."""
    found = []
    for item_id, item in asked.items():
        answer = answers.get(item_id)
        if answer is None or not answer.note:
            continue
        if answer.share or (item.gate and answer.value is Missing.NOT_APPLICABLE):
            note = answer.note
            words = (_names(note), _words(note, health), _words(note, dropped))
            found.append(SharedNote(item, note, *words))
    return tuple(found)


def _names(note: str) -> tuple[str, ...]:
    found = (match.group() for match in _CAPITAL.finditer(note))
    return tuple(dict.fromkeys(name for name in found if name not in _NOT_NAMES))


def _words(note: str, wanted: Sequence[str]) -> tuple[str, ...]:
    bare = note.lower().replace("-", " ")
    return tuple(
        word for word in wanted if re.search(rf"\b{re.escape(word.replace('-', ' '))}\b", bare)
    )
