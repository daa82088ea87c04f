"""What the chatbot made of something that was typed."""

from datetime import date
from typing import Literal

import msgspec

Outcome = Literal["accepted", "confirm", "unclear", "command"]
Command = Literal[
    "why",
    "example",
    "meaning",
    "define",
    "ask",
    "back",
    "skip",
    "flag",
    "change",
    "recall",
    "note",
    "progress",
    "summary",
    "review",
    "undo",
    "redo",
    "help",
    "pause",
    "finish",
]

# An option id, several of them, text, a number, a date, `dont_know` or `not_applicable`.
Read = str | tuple[str, ...] | int | float | date


class Interpretation(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of one text.

    Attributes:
        outcome: `accepted` is sure enough to record; `confirm` has to be asked; `unclear` fits nothing.
        value: what would be recorded; None when unclear, or when it is a command.
        candidates: option ids, best first; empty unless `confirm`.
        note: a verbatim part of the text that is kept with the answer.
        command: which one, when `command`.
        target: the item id or number that a command names.
        argument: the option, term, topic or new answer that a command names, as typed.
    """

    outcome: Outcome
    value: Read | None = None
    candidates: tuple[str, ...] = ()
    note: str | None = None
    command: Command | None = None
    target: str | None = None
    argument: str | None = None
