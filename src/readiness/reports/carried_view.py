"""What the report of a follow-up round says of the round before it: plain values, as in `view`."""

import msgspec


class CarriedGroup(msgspec.Struct, frozen=True):
    """Answers of one section that were carried over from one round, by their topics."""

    round: str
    title: str
    topics: tuple[str, ...]


class SinceRow(msgspec.Struct, frozen=True):
    """A fact about the time since the last round."""

    topic: str
    said: str


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """The round before, as a follow-up round sees it.

    Attributes:
        carried: how many answers were carried over, and from where; empty for none.
        groups: which ones.
        since: what has happened since.
    """

    carried: str
    groups: tuple[CarriedGroup, ...]
    since: tuple[SinceRow, ...]
