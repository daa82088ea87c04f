"""A problem in a file that a person wrote, as a value."""

from typing import Literal

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong in one place of a file.

    Attributes:
        file: the file as the person named it.
        line: line and column count from 1; None for a fault of the whole file.
        path: where in the document, such as `sections[2].items[0].anchors.partly`; may be empty.
        message: what is wrong, without a full stop.
        hint: what to do about it, a whole sentence; may be empty.
        level: a warning does not stop a file from loading.
    """

    file: str
    message: str
    line: int | None = None
    column: int | None = None
    path: str = ""
    hint: str = ""
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}:{self.column}"
        parts = [place, *([self.path] if self.path else []), self.message]
        if self.level == "warning":
            parts.insert(1, "warning")
        text = ": ".join(parts)
        return f"{text}. {self.hint}" if self.hint else text


def did_you_mean(word: str, known: "list[str] | tuple[str, ...]") -> str:
    """`Did you mean …?` with the nearest of the known words, or an empty text when none is near."""
    from difflib import get_close_matches  # imported late: a good file needs no hints

    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else ""
