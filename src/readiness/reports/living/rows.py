"""The lines of a report, with what reading them asks more than once: which are empty, which have the id of an entry."""

import re
from typing import Final

ID: Final = r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+"
_COMMENT = re.compile(rf"(?<!\\)<!--[ \t]*(?P<id>{ID})[ \t]*-->")
_KNOWN = re.compile(rf"\s*{_COMMENT.pattern}")


class Rows:
    """The lines of a text, with what is asked of each of them more than once.

    Attributes:
        every: all of them, each comment with an id that came before taken out.
        filled: the places of those that are not empty, and behind them the place after the last of all.
        known: the comments with an id, by the place of their line.
    """

    def __init__(self, rows: list[str]) -> None:
        self.every = rows
        self.known: dict[int, re.Match[str]] = {}
        seen: set[str] = set()
        for at in [at for at, row in enumerate(rows) if "<!--" in row]:
            self._read(at, rows[at].find("<!--"), seen)
        self.filled = [at for at, row in enumerate(rows) if row.strip()]
        self.filled.append(len(rows))

    def _read(self, at: int, start: int, seen: set[str]) -> None:
        """Keeps the comment of a line; most lines have one, with an id that did not come before."""
        row = self.every[at]
        found = _COMMENT.match(row, start)
        if found is None or found["id"] in seen or row.find("<!--", start + 1) >= 0:
            self.every[at] = row = _once_each(row, seen)
            found = _COMMENT.search(row)
        if found is not None:
            seen.add(found["id"])
            self.known[at] = found


def _once_each(row: str, seen: set[str]) -> str:
    """A line, each comment with an id that came before taken out."""

    def first(found: re.Match[str]) -> str:
        if found["id"] in seen:
            return ""
        seen.add(found["id"])
        return found[0]

    return _KNOWN.sub(first, row)
