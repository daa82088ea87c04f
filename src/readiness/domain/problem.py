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
    """`Did you mean …?` with the nearest of the known words, or an empty text when none is truly near.

    Of ids such as `section.item` those of the same section come first, and count by what they do not share with it.
    """
    from difflib import get_close_matches  # imported late: a good file needs no hints

    section, dot, rest = word.rpartition(".")
    if dot:
        inside = [
            each.removeprefix(section + dot) for each in known if each.startswith(section + dot)
        ]
        near = [section + dot + each for each in get_close_matches(rest, inside, 1, _NEAR_INSIDE)]
        known = [each for each in known if not each.startswith(section + dot)]
        near = near or get_close_matches(word, known, 1, _VERY_NEAR)
    else:
        near = get_close_matches(word, known, 1, _NEAR)
    return f"Did you mean {near[0]}?" if near else ""


# How alike two words are, from 0 to 1, by difflib: `null` and `fully` are at 0.67, `part` and `partly` at 0.8.
_NEAR = 0.72
_VERY_NEAR = 0.85
_NEAR_INSIDE = 0.65
