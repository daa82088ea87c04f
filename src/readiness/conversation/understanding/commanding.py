"""Commands and questions: wordings from the lexicon, with or without a leading slash."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from readiness.conversation.interpretation import Command
from readiness.conversation.understanding.terms import Order, meaning_or_term
from readiness.conversation.understanding.tokens import Token, verbatim
from readiness.conversation.understanding.vocabulary import Vocabulary, Words
from readiness.conversation.understanding.wordings import NAMES, filled, table

_MOST_TWICE = 16
_SIGNS = frozenset({":", "=", "—", "-"})


def order(text: str, found: Sequence[Token], vocab: Vocabulary) -> Order | None:
    """The command that a whole text is; None when it is none."""
    stripped = text.lstrip()
    if stripped.startswith("/"):
        return _slashed(text, [token for token in found if token.word != "/"], vocab)
    return _spoken(text, found, vocab)


def first_of(text: str, found: Sequence[Token], vocab: Vocabulary) -> Order | None:
    """The command that the first sentence of a text is: "gotta go, will finish tomorrow"."""
    pieces = _pieces(found)
    return _spoken(text, pieces[0], vocab) if len(pieces) > 1 else None


def last_of(text: str, found: Sequence[Token], vocab: Vocabulary) -> Order | None:
    """The question that ends a text after something else was said in it."""
    pieces = _pieces(found)
    if len(pieces) < 2:
        return None
    if not any(token.word == "?" for token in pieces[-1]):
        return _trailing(text, pieces[-1], vocab)
    order = _spoken(text, pieces[-1], vocab)
    if order is not None and order.command == "ask":
        return order._replace(argument=verbatim(text, pieces[-1][0].start))
    return order


def _trailing(text: str, piece: Sequence[Token], vocab: Vocabulary) -> Order | None:
    """A command after an answer: "agree, next question"."""
    if [token.word for token in piece if not token.is_stop] == ["next"]:
        # "Mostly. Next." goes on by itself.
        return None
    order = _spoken(text, piece, vocab)
    moves = order is not None and order.command in ("skip", "flag", "back", "undo", "pause")
    return order if moves and order is not None and not order.open else None


def _pieces(found: Sequence[Token]) -> list[list[Token]]:
    """The sentences of a text, each with the sign that ends it."""
    pieces: list[list[Token]] = [[]]
    for token in found:
        pieces[-1].append(token)
        if token.is_stop:
            pieces.append([])
    return [piece for piece in pieces if any(not token.is_stop for token in piece)]


def _slashed(text: str, found: Sequence[Token], vocab: Vocabulary) -> Order | None:
    if not found:
        return Order("help", slash=True)
    spoken = _spoken(text, found, vocab)
    if spoken is not None and spoken.command != "ask":
        return spoken._replace(slash=True)
    name = found[0].word
    near = get_close_matches(name, NAMES, n=1, cutoff=0.7)
    command = next((each for each in NAMES if each in (name, *near)), None)
    if command is None:
        fixed = table().fixed.get((name,))
        return Order(fixed, slash=True) if fixed else None
    return _with_rest(command, text, found[1:])._replace(slash=True)


def _with_rest(command: Command, text: str, rest: Sequence[Token]) -> Order:
    """`/name rest`: what the rest is depends on the command."""
    argument = verbatim(text, rest[0].start) if rest else None
    if command == "change" and rest:
        target, new = _target_and_answer(text, rest)
        return Order(command, target, new)
    if command == "back":
        return Order(command, argument)
    return Order(command, None, argument)


def _target_and_answer(text: str, rest: Sequence[Token]) -> tuple[str | None, str | None]:
    """`culture.basics fully`: the item, and the new answer where there is one."""
    at = rest[0].start
    target = text[at:].split(maxsplit=1)[0].rstrip(",;:")
    new = text[at + len(target) :].strip()
    new = re.sub(r"^(?:to|into|as|=|:)\s+", "", new, flags=re.IGNORECASE)
    return target, verbatim(new, 0)


def _spoken(text: str, found: Sequence[Token], vocab: Vocabulary) -> Order | None:
    asked = any(token.word == "?" for token in found)
    kept = [token for token in found if not _is_decoration(token)]
    if not kept:
        return Order("help") if asked else None
    for start, end in _cores(kept):
        core = kept[start:end]
        fixed = table().fixed.get(tuple(token.word for token in core))
        if fixed is not None:
            return Order(fixed)
        slotted = _slotted(text, core, vocab)
        if slotted is not None:
            return slotted
    return _twice(kept) or _question(text, kept, vocab)


def _twice(kept: Sequence[Token]) -> Order | None:
    """A command in two wordings, one after the other: "gotta run, let's pick this up tomorrow"."""
    for cut in range(1, len(kept) if len(kept) <= _MOST_TWICE else 0):
        first = _fixed(kept[:cut])
        if first is not None and first == _fixed(kept[cut:]):
            return Order(first)
    return None


def _fixed(part: Sequence[Token]) -> Command | None:
    """The command that a part of a text is in a fixed wording, politeness aside."""
    for start, end in _cores(part):
        fixed = table().fixed.get(tuple(token.word for token in part[start:end]))
        if fixed is not None:
            return fixed
    return None


def _is_decoration(token: Token) -> bool:
    return token.is_stop and token.word not in _SIGNS


def _cores(kept: Sequence[Token]) -> list[tuple[int, int]]:
    """The text with less and less of what is only polite around it, the longest first."""
    names = tuple(token.word for token in kept)
    starts, ends = [0], [len(names)]
    while more := _polite_at(names, starts[-1], forward=True):
        starts.append(starts[-1] + more)
    while more := _polite_at(names, ends[-1], forward=False):
        ends.append(ends[-1] - more)
    pairs = [(start, end) for start in starts for end in ends if start < end]
    return sorted(pairs, key=lambda pair: pair[0] - pair[1])


def _polite_at(names: Words, at: int, *, forward: bool) -> int:
    known = table()
    for length in range(known.longest_polite, 0, -1):
        phrase = names[at : at + length] if forward else names[max(0, at - length) : at]
        if len(phrase) == length and phrase in known.polite:
            return length
    return 0


def _slotted(text: str, core: Sequence[Token], vocab: Vocabulary) -> Order | None:
    for wording in table().slotted.get(core[0].word, ()):
        slots = filled(wording.parts, core)
        if slots is None:
            continue
        made = _order_from(text, core, wording.command, slots, vocab)
        if made is not None:
            return made
    return None


def _order_from(
    text: str,
    core: Sequence[Token],
    command: Command,
    slots: dict[str, tuple[int, int]],
    vocab: Vocabulary,
) -> Order | None:
    cut = {name: _cut(text, core[start:end]) for name, (start, end) in slots.items()}
    argument, target = cut.get("argument"), cut.get("target")
    if command == "note" and argument is not None:
        start, _ = slots["argument"]
        argument = verbatim(text, core[start].start)
    if command in ("meaning", "define") and argument is not None:
        words = vocab.words(argument)
        return meaning_or_term(text, command, argument, words, vocab)
    named = _named_item(target) if target is not None else None
    needed = command == "back" or (command == "change" and "argument" not in cut)
    if target is not None and named is None and needed:
        return None
    target = named or target
    return Order(command, target, argument, open=True)


def _cut(text: str, part: Sequence[Token]) -> str | None:
    return verbatim(text, part[0].start, part[-1].end) if part else None


def _named_item(target: str) -> str | None:
    """The id or number in a text that names an item, such as `question 3`; None when it names none."""
    named = re.fullmatch(
        r"(?:(?:the\s+)?(?:question|item|number|no\.?|#)\s*)*(\d+|[\w-]+\.[\w-]+)",
        target.strip(),
        re.IGNORECASE,
    )
    return named[1] if named else None


def _question(text: str, kept: Sequence[Token], vocab: Vocabulary) -> Order | None:
    """A free question: it begins like one."""
    asked = text.rstrip().endswith("?")
    names = tuple(token.word for token in kept)
    for start in _starts(names):
        if _begins_answer(names[start:], vocab) or (not asked and _tells(names[start:])):
            return None
        for length in (4, 3, 2, 1):
            phrase = names[start : start + length]
            if len(phrase) == length and phrase in table().questions and len(names) > start + 1:
                return Order("ask", None, verbatim(text, 0), open=True)
    return None


def _begins_answer(names: Words, vocab: Vocabulary) -> bool:
    """Whether a text that begins like a question begins an answer: "who knows", "why yes, fully"."""
    for length in (5, 4, 3, 2):
        meaning = vocab.phrases.get(names[:length])
        says = meaning is not None and (meaning.options or "hedge" in meaning.roles)
        if len(names) >= length and says:
            return True
    return False


def _tells(names: Words) -> bool:
    """Whether a question word begins a statement: "how we lead depends on the day"."""
    return names[0] in ("how", "what", "why", "who", "which") and names[1:2] in _TOLD_OF


_TOLD_OF = frozenset({("we",), ("they",), ("i",), ("he",), ("she",), ("everyone",)})


def _starts(names: Words) -> list[int]:
    starts = [0]
    while more := _polite_at(names, starts[-1], forward=True):
        starts.append(starts[-1] + more)
    return [start for start in starts if start < len(names)]
