"""Where a conversation is, as the store keeps it beside the log."""

import json

import msgspec


class Place(msgspec.Struct, frozen=True):
    """The item that a conversation asks, by its full id, or None when all are answered."""

    item: str | None


def written(place: Place) -> str:
    """A place as the store keeps it."""
    return json.dumps({"at": place.item})


def place_of(text: str) -> Place | None:
    """The place that `written` wrote; None for anything else."""
    try:
        at = json.loads(text)["at"]
    except (ValueError, TypeError, KeyError):
        return None
    return Place(at) if at is None or isinstance(at, str) else None
