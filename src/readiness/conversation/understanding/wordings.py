"""Wordings of commands, compiled from the lexicon."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, get_args

from readiness.conversation.interpretation import Command
from readiness.conversation.understanding.tokens import Token, is_plain, plain_words, tokens
from readiness.conversation.understanding.vocabulary import Words, shared

NAMES: tuple[Command, ...] = get_args(Command)
# Commands that mean something even where what they ask about was left out.
_WITHOUT_END: tuple[Command, ...] = ("recall", "note")
_SLOT = re.compile(r"\{(\w+)\}")


class Wording(NamedTuple):
    """A wording with slots, such as `change {target} to {argument}`."""

    command: Command
    parts: Words


class Table(NamedTuple):
    """All wordings: the fixed ones by their words, those with slots by their first word."""

    fixed: dict[Words, Command]
    slotted: dict[str, list[Wording]]
    polite: frozenset[Words]
    longest_polite: int
    questions: frozenset[Words]


@cache
def table() -> Table:
    """The wordings of the shipped lexicon, compiled once."""
    lexicon, spoken, _ = shared()
    fixed: dict[Words, Command] = {}
    slotted: dict[str, list[Wording]] = {}
    for name in NAMES:
        for wording in lexicon.commands.get(name, []):
            parts = _parts(wording, spoken)
            if any(part.startswith("{") for part in parts):
                if name in _WITHOUT_END and parts[-1].startswith("{") and len(parts) > 2:
                    # "What did I say about" breaks off before its end.
                    fixed.setdefault(parts[:-1], name)
                slotted.setdefault(parts[0], []).append(Wording(name, parts))
            else:
                fixed.setdefault(parts, name)
    for wordings in slotted.values():
        wordings.sort(key=lambda each: -sum(not part.startswith("{") for part in each.parts))
    polite = frozenset(_parts(phrase, spoken) for phrase in lexicon.polite)
    questions = frozenset(_parts(phrase, spoken) for phrase in lexicon.questions)
    return Table(fixed, slotted, polite, max(map(len, polite)), questions)


def _parts(wording: str, spoken: dict[str, Words]) -> Words:
    if is_plain(wording):
        return plain_words(wording, spoken)
    parts: list[str] = []
    at = 0
    for slot in _SLOT.finditer(wording):
        parts += [token.word for token in tokens(wording[at : slot.start()], spoken)]
        parts.append("{" + slot[1] + "}")
        at = slot.end()
    parts += [token.word for token in tokens(wording[at:], spoken)]
    return tuple(parts)


def filled(parts: Words, core: Sequence[Token]) -> dict[str, tuple[int, int]] | None:
    """Which tokens fill which slot; None when the wording does not fit."""
    slots: dict[str, tuple[int, int]] = {}
    at = 0
    for n, part in enumerate(parts):
        if not part.startswith("{"):
            if at >= len(core) or (core[at].word != part and not _is_colon(part, core[at])):
                return None
            at += 1
            continue
        following = parts[n + 1] if n + 1 < len(parts) else None
        end = _slot_end(core, at, following, len(parts) - n - 2)
        if end is None or end == at:
            return None
        slots[part[1:-1]] = (at, end)
        at = end
    return slots if at == len(core) else None


def _is_colon(part: str, token: Token) -> bool:
    """Whether a dash was typed where a wording has a colon."""
    return part == ":" and token.word in ("—", "-", "--")


def _slot_end(core: Sequence[Token], at: int, following: str | None, more: int) -> int | None:
    if following is None:
        return len(core)
    if more <= 0:
        # The wording ends with a fixed word: the slot takes everything before it.
        return len(core) - 1 if core[-1].word == following else None
    for place in range(len(core) - 1, at, -1):
        if core[place].word == following:
            return place
    return None
