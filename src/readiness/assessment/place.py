"""Where a conversation is, as the store keeps it beside the log."""

import json
from collections.abc import Mapping

import msgspec


class Place(msgspec.Struct, frozen=True):
    """Where a conversation is.

    Attributes:
        item: what it asks, by its full id, or None when all are answered.
        seen: the marks of the notes that somebody decided on, by item (see notes.py).
        talk: what the conversation itself keeps, to go on from there (see conversation/keeping.py); plain data.
    """

    item: str | None
    seen: Mapping[str, str] = {}
    talk: Mapping[str, object] = {}


def written(place: Place) -> str:
    """A place as the store keeps it."""
    parts = {"seen": dict(place.seen), "talk": dict(place.talk)}
    return json.dumps({"at": place.item, **{name: part for name, part in parts.items() if part}})


def place_of(text: str) -> Place | None:
    """The place that `written` wrote, or an earlier version of it; None for anything else."""
    try:
        kept = json.loads(text)
        at, seen, talk = kept["at"], kept.get("seen"), kept.get("talk")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if at is not None and not isinstance(at, str):
        return None
    return Place(at, _texts(seen), talk if isinstance(talk, dict) else {})


def _texts(kept: object) -> dict[str, str]:
    """Texts by text; whatever else stands there is passed over."""
    if not isinstance(kept, dict):
        return {}
    return {key: value for key, value in kept.items() if isinstance(value, str)}
