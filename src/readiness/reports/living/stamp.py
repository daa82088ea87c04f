"""The comment at the end of a report: of which assessment it is, of which kind, and a digest of what was generated."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote

import msgspec

_BEGINS: Final = "<!-- readiness:"
_STAMP = re.compile(
    r"^[ \t]*<!-- readiness:(?P<id>[^·\n]*)·(?P<kind>[^·\n]*)·(?P<digest>[^·\n]*?)-->[ \t\r]*$",
    re.MULTILINE,
)


class Stamp(msgspec.Struct, frozen=True):
    """What a report says of itself.

    Attributes:
        id: of the assessment; empty where it has none.
        kind: of the report, such as `full`.
        digest: of the text before the comment, as it was generated.
    """

    id: str
    kind: str
    digest: str


def stamped(text: str, assessment_id: str = "", kind: str = "full") -> str:
    """A generated report with its comment at the end, and one newline after it.

    Args:
        text: the report, with no such comment yet.
        assessment_id: empty where there is none.
        kind: of the report.
    """
    whole = text.rstrip("\n") + "\n"
    name = quote(assessment_id, safe="")  # nothing in it can end the comment
    return f"{whole}\n{_comment(Stamp(name, kind, digest(whole)))}\n"


def digest(text: str) -> str:
    """A short digest of a text: the same for the same text, on every machine."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def stamp_of(text: str) -> Stamp | None:
    """What the last such comment in a text says; None where there is none."""
    every = list(_found(text))
    if not every:
        return None
    found = every[-1]
    return Stamp(*(unquote(found[part].strip()) for part in ("id", "kind", "digest")))


def unstamped(text: str) -> str:
    """A text without any such comment."""
    for found in reversed([*_found(text)]):
        text = text[: found.start()] + text[found.end() :]
    return text


def _found(text: str) -> Iterator[re.Match[str]]:
    """Every such comment; only the lines that hold its first signs are looked at."""
    at = text.find(_BEGINS)
    while at >= 0:
        if found := _STAMP.match(text, text.rfind("\n", 0, at) + 1):
            yield found
        end = text.find("\n", at)
        at = text.find(_BEGINS, end) if end >= 0 else -1


def is_whole(text: str) -> bool:
    """Whether a text is one that was generated, to the letter."""
    stamp = stamp_of(text)
    return stamp is not None and digest(unstamped(text).rstrip("\n") + "\n") == stamp.digest


def with_stamp(text: str, stamp: Stamp) -> str:
    """An edited text that goes back to what `stamp` says was generated."""
    name = quote(stamp.id, safe="")
    return f"{text.rstrip()}\n\n{_comment(Stamp(name, stamp.kind, stamp.digest))}\n"


def _comment(stamp: Stamp) -> str:
    parts = " · ".join((stamp.id, stamp.kind, stamp.digest))
    return f"<!-- readiness: {parts} -->".replace(":  ·", ": ·")
