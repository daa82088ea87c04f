"""Where a conversation is, as the store keeps it beside the log."""

import json
from collections.abc import Mapping

import msgspec


class Place(msgspec.Struct, frozen=True):
    """The item that a conversation asks, by its full id, or None when all are answered.

    Attributes:
        seen: the marks of the notes that somebody decided on, by item (see notes.py).
    """

    item: str | None
    seen: Mapping[str, str] = {}


def written(place: Place) -> str:
    """A place as the store keeps it."""
    seen = {"seen": dict(place.seen)} if place.seen else {}
    return json.dumps({"at": place.item, **seen})


def place_of(text: str) -> Place | None:
    """The place that `written` wrote; None for anything else."""
    try:
        kept = json.loads(text)
        at, seen = kept["at"], kept.get("seen")
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if at is not None and not isinstance(at, str):
        return None
    return Place(at, _texts(seen))


def _texts(kept: object) -> dict[str, str]:
    """Texts by text; whatever else stands there is passed over."""
    if not isinstance(kept, dict):
        return {}
    return {key: value for key, value in kept.items() if isinstance(value, str)}
