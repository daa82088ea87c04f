"""The letters of options: `b`, `b) because …`, `a, c and d`, `b. no, c`."""

from collections.abc import Sequence

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding.measuring import MOST_PLACES
from readiness.conversation.understanding.sizes import either
from readiness.conversation.understanding.tokens import Token, verbatim
from readiness.conversation.understanding.vocabulary import Vocabulary
from readiness.domain.questionnaire import Item

MOST_LETTERS = 26
_BEFORE = ("filler", "correction", "between", "conclusion", "negation", "hedge", "tail")
_AFTER = ("correction", "between", "reason", "condition", "contrast", "tail", "filler")
# "A" is mostly no letter: only these may follow it.
_AFTER_A = frozenset({"no", "wait", "sorry", "oops", "actually", "or", "to", "/", "-", "because"})


def letter(text: str, item: Item, found: Sequence[Token]) -> Interpretation | None:
    """`b`, or several letters where several options may be chosen; None when the text is anything else."""
    if item.scale is None or not found or len(item.scale.ids) > MOST_LETTERS:
        return None
    plain = [token for token in found if token.word not in ("(", "option", "letter", "answer")]
    if item.kind == "choices" and (letters := _letters(plain, len(item.scale.ids))):
        chosen = tuple(o for n, o in enumerate(item.scale.ids) if n in letters)
        return Interpretation(outcome="accepted", value=chosen)
    if not plain or _place(plain[0], item) is None:
        return None
    if len(plain) > 1 and not plain[1].is_stop:
        return None
    initial = _initial(plain[0], item)
    more = any(not token.is_stop for token in plain[1:])
    if more and not initial:
        return None
    place = _place(plain[0], item) or 0
    option = item.scale.ids[place]
    note = verbatim(text, plain[0].end) if more else None
    if initial:
        return either(tuple(dict.fromkeys((option, *initial)))[:3], note)
    value = (option,) if item.kind == "choices" else option
    outcome = "confirm" if any(token.word == "?" for token in plain) else "accepted"
    if outcome == "confirm":
        return either((option,), None)
    return Interpretation(outcome="accepted", value=value, note=note)


def as_digits(found: Sequence[Token], item: Item, vocab: Vocabulary) -> Sequence[Token]:
    """The tokens with letters that stand for options put as digits, so that corrections are read as with numbers."""
    if item.scale is None or len(item.scale.ids) > MOST_PLACES:
        return found
    apart = [each for token in found for each in _apart(token)]
    return [
        token._replace(word=str(ord(token.word) - ord("a") + 1))
        if _is_lone(apart, at, item, vocab)
        else token
        for at, token in enumerate(apart)
    ]


def _apart(token: Token) -> Sequence[Token]:
    """`c/d` as the two letters and the sign between them."""
    if len(token.word) != 3 or token.word[1] != "/":
        return (token,)
    return [Token(sign, token.start + n, token.start + n + 1) for n, sign in enumerate(token.word)]


def _is_lone(found: Sequence[Token], at: int, item: Item, vocab: Vocabulary) -> bool:
    """Whether a token is a letter that no sentence goes on from."""
    token = found[at]
    if _place(token, item) is None or _initial(token, item):
        return False
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if token.word == "a" and at + 2 == len(found) and after is not None and after.word == "no":
        # "Definitely a no."
        return False
    led = before is None or before.is_stop or _plays(before, _BEFORE, vocab)
    if after is None or after.is_stop:
        return led
    return led and (after.word in _AFTER_A if token.word == "a" else _plays(after, _AFTER, vocab))


def _plays(token: Token, roles: Sequence[str], vocab: Vocabulary) -> bool:
    meaning = vocab.phrases.get((token.word,))
    return token.word == "no" or (meaning is not None and any(r in meaning.roles for r in roles))


def _place(token: Token, item: Item) -> int | None:
    """The place that a letter stands for, from 0; None for any other token."""
    if len(token.word) != 1 or not "a" <= token.word <= "z" or item.scale is None:
        return None
    place = ord(token.word) - ord("a")
    return place if place < len(item.scale.ids) else None


def _initial(token: Token, item: Item) -> list[str]:
    """The options that begin with the letter, unless the letter stands for the only one."""
    if item.scale is None:
        return []
    same = [o.id for o in item.scale.options if o.label[:1].casefold() == token.word]
    place = _place(token, item)
    return [] if place is None or same == [item.scale.ids[place]] else same


def _letters(plain: Sequence[Token], most: int) -> set[int]:
    """The places that a list of letters names, such as `a, c and d`; empty when it is no such list."""
    letters = [t.word for t in plain if not t.is_stop and t.word not in ("and", "&", "plus")]
    places = {ord(letter) - ord("a") for letter in letters if len(letter) == 1}
    fits = len(places) == len(letters) > 1 and all(0 <= place < most for place in places)
    return places if fits else set()
