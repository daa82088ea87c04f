"""Answers that were carried over from an earlier round.

They stand in the log as entries of a respondent of their own, whose id says where they are from; so an export keeps
them, and whatever is answered anew takes their place as it takes the place of any other answer.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

import msgspec

from readiness.domain.answers import ROLES, Day, Role
from readiness.domain.log import Entry, sources

_MARK, _NOTHING = "carried", "-"


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The round in which an answer was really given.

    Attributes:
        assessment: the id of that round; empty for a file that had none.
        round: its name.
        role: the seat of whoever answered.
    """

    assessment: str = ""
    round: str = ""
    date: Day | None = None
    role: Role | None = None


def respondent_id(origin: Origin) -> str:
    """The id in the log of who answered in that round; `origin_of` reads it."""
    when = origin.date.isoformat() if origin.date else _NOTHING
    about = (origin.assessment or _NOTHING, when, origin.role or _NOTHING, origin.round)
    return " ".join((_MARK, *about))


def origin_of(respondent: str) -> Origin | None:
    """Where the answers of a respondent were carried over from; None for somebody who answers here."""
    parts = respondent.split(" ", 4)
    if len(parts) != 5 or parts[0] != _MARK:
        return None
    _, assessment, when, role, name = parts
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(when)
    return Origin(
        assessment="" if assessment == _NOTHING else assessment,
        round=name,
        date=day,
        role=next((known for known in ROLES if known == role), None),
    )


def carried(entries: Sequence[Entry]) -> dict[str, Origin]:
    """The items whose answer was carried over and not given anew since, each with where it is from.

    Args:
        entries: the whole log, oldest first; what was carried over stands at its beginning.
    """
    if not entries or origin_of(entries[0].respondent) is None:
        return {}
    found = {item: origin_of(entry.respondent) for item, entry in sources(entries).items()}
    return {item: origin for item, origin in found.items() if origin is not None}
