"""Single lines of a report: how far in they stand, whether they are a task, and what label they carry."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from readiness.reports import fields

_LABEL = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?(?P<open>\*{0,2}|_{0,2})(?P<label>[A-Za-z][A-Za-z ]{1,29}?)(?P=open)[ \t]*:(?P=open)?"
    r"(?:[ \t]+(?P<value>.*))?",
)
_TASK = re.compile(r"[ ]{0,1}[-*+][ \t]+\[[ xX✓✔]?\](?=\s|\*)[ \t]*\S")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_FENCE = re.compile(r"[ \t]*(```|~~~)")

# The words that people may put before what they change.
TO_EDIT: Final = ("who", "by", "state", "dropped")
_KEYS: Final = {
    fields.WHO.lower(): "who",
    "owner": "who",
    fields.BY.lower(): "by",
    fields.WHEN.lower(): "by",
    "by when": "by",
    "due": "by",
    "date": "by",
    fields.STATE.lower(): "state",
    "status": "state",
    fields.DROPPED.lower(): "dropped",
}


class Label(msgspec.Struct, frozen=True):
    """A label at the beginning of a line, and what comes after it."""

    key: str
    label: str
    value: str


def of(text: str) -> str:
    """A text with plain newlines and without a mark of its encoding."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=4096)
def labelled(row: str) -> Label | None:
    """The label that a line carries: `  - Who: Ana`, or one that only looks like it.

    What was found is remembered: most lines stand in what was generated last, in the file and in what is generated.
    """
    if ":" not in row:
        return None
    found = _LABEL.fullmatch(row)
    if found is None:
        return None
    label = found["label"].strip()
    key = " ".join(label.lower().split())
    return Label(_KEYS.get(key, key), label, (found["value"] or "").strip())


def margin(row: str) -> int:
    """How far in a line stands, in columns."""
    if not row[:1].isspace():
        return 0
    wide = row.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def is_item(row: str) -> bool:
    """Whether a line begins an entry of a list."""
    return _ITEM.match(row) is not None


def is_task(row: str) -> bool:
    """Whether a line begins a task, `- [ ] …`, at the margin."""
    return _TASK.match(row) is not None


def is_heading(row: str, most: int = 6) -> bool:
    """Whether a line is a heading of at most that level."""
    if not row.startswith("#"):
        return False
    rest = row.lstrip("#")
    return len(row) - len(rest) <= most and rest[:1] in (" ", "\t")


def is_fence(row: str) -> bool:
    """Whether a line opens or closes a block of code."""
    return _FENCE.match(row) is not None


def fenced(rows: Sequence[str]) -> list[bool]:
    """Which lines stand in a block of code, those that open and close it among them; one that nobody closed is none."""
    found = [False] * len(rows)
    edges = [at for at, row in enumerate(rows) if is_fence(row)]
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        found[start : end + 1] = [True] * (end + 1 - start)
    return found
