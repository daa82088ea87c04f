"""What people say to a question asked back: yes, no, the first of two, either, a number; and what they say with it.

Read before anything else is: "the second" is then the second of what was offered, and not of the whole scale.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from readiness.conversation import reply_words as wordings
from readiness.loading import shipped_lexicon

Kind = Literal["yes", "no", "place", "high", "low", "unsure", "neither", "number", "letter"]
Words = tuple[str, ...]

FIRST, SECOND = 0, 1
LETTERS = "abcde"

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|👍|👎|✅|✔|❌|[?]")
# A part of its own begins after one of these, even without a sign before it.
_JOINTS = frozenset(
    "because since cause cuz bc but as though although so and if only except for when until we i they "
    "it its there theres where which while our my".split()
)
# What goes on after a bare no; "no time" and "no one" are no reply.
_AFTER_NO = _JOINTS | frozenset(
    "more thats that this id were theyre rather actually closer nearer not the just sorry make put say lets "
    "probably maybe fully mostly partly planned agree disagree neutral strongly somewhat dont what".split()
)
_PLACES = (
    (
        FIRST,
        "first / 1st / former / first option / first choice / first answer / top one / upper one / left one",
    ),
    (
        SECOND,
        "second / 2nd / latter / last / other one / second option / second choice / second answer / last option / "
        "last choice / final one / bottom one / right one",
    ),
)
_HIGH = "higher / highest / better / upper / bigger / stronger / best / more positive"
_LOW = "lower / lowest / worse / lesser / smaller / weaker / worst / less positive"
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NUMBERED = "number / option / choice / answer / no / num / nr / numero / a / its a / the number"
_DOUBTS = frozenset("maybe perhaps possibly might".split())
_CONTRASTS = frozenset(
    "but except unless if not never no only though although however sort kind nobody none without".split()
)
# Words that name a place: what was read from one of them alone is never taken for a place on the whole scale.
POSITIONS = frozenset(
    "first 1st second 2nd third 3rd last former latter either middle between".split()
)


class Heard(NamedTuple):
    """One reply.

    Attributes:
        kind: what it says; `high` and `low` are the higher and the lower one of two.
        place: which of those offered, from 0; or which number, from 1, for `number` and `letter`.
        rest: what was said besides, word for word.
        doubt: whether it is said as a guess, or asked.
    """

    kind: Kind
    place: int = 0
    rest: str = ""
    doubt: bool = False


class _Word(NamedTuple):
    word: str
    start: int
    end: int


def heard(text: str) -> Heard | None:
    """What a text says as a reply; None where it has to be read as an answer of its own."""
    found = words_of(text)
    asked = bool(found) and found[-1].word == "?"
    found = [each for each in found if each.word != "?"]
    names = tuple(each.word for each in found)
    at, doubt = _past(names, 0, _leading()), False
    if at < len(names) and names[at] in _DOUBTS and len(names) > at + 1:
        at, doubt = _past(names, at + 1, _leading()), True
    for start in (at, 0) if at and names not in _table() else (0,):
        said = _said(text, found, names, start)
        if said is not None:
            return said._replace(doubt=doubt or asked)
    return None


def agreed(text: str) -> bool | None:
    """A plain yes or no; None where it is neither, or says more than that."""
    said = heard(text)
    if said is None or said.rest or said.doubt or said.kind not in ("yes", "no"):
        return None
    return said.kind == "yes"


def contrasts(text: str) -> bool:
    """Whether what follows a yes takes some of it back."""
    return any(each.word in _CONTRASTS for each in words_of(text))


def names_place(text: str) -> bool:
    """Whether a text has a word for a place in it."""
    return any(each.word in POSITIONS for each in words_of(text))


def has_words(text: str, phrase: str) -> bool:
    """Whether the words of a phrase stand in a text, one after the other."""
    names, wanted = plain_words(text), plain_words(phrase)
    size = len(wanted)
    return bool(wanted) and any(names[n : n + size] == wanted for n in range(len(names)))


def without_lead(text: str) -> str:
    """A text without what comes before an answer and says nothing, such as "more like"."""
    found = words_of(text)
    at = _past(tuple(each.word for each in found), 0, _leading())
    return text[found[at].start :] if at < len(found) else text


def plain_words(text: str) -> Words:
    """The words of a text, in small letters and without apostrophes."""
    return tuple(each.word for each in words_of(text) if each.word != "?")


def words_of(text: str) -> list[_Word]:
    """The words of the beginning of a text, and where they stand."""
    plain = text[:1500].translate({0x2019: "'", 0x2018: "'", 0x60: "'", 0xB4: "'"})
    found = _WORD.finditer(plain)
    return [_Word(m[0].casefold().replace("'", ""), m.start(), m.end()) for m in found]


def _said(text: str, found: Sequence[_Word], names: Words, start: int) -> Heard | None:
    """What is said from a word on: the longest phrase that is known there, and the rest."""
    phrase, kind, place = _longest(names, start)
    if kind is None:
        return None
    end = start + len(phrase)
    if kind in ("yes", "no"):
        return _yes_or_no(text, found, names, start, kind)
    while (after := _past(names, end, _trailing())) != end:
        end = after
    if end == len(names):
        return Heard(kind, place)
    if any(_longest(names, n)[1] in ("place", "unsure", "neither") for n in range(end, len(names))):
        return Heard("unsure")
    if not _apart(text, found, end, _JOINTS):
        return None
    return Heard(kind, place, _rest(text, found, end))


def _yes_or_no(
    text: str, found: Sequence[_Word], names: Words, start: int, kind: Kind
) -> Heard | None:
    end, bare = start, False
    while end < len(names):
        phrase, next_kind, _ = _longest(names, end)
        if next_kind != kind:
            break
        bare = phrase in _bare(kind)
        end += len(phrase)
    if end == len(names):
        return Heard(kind)
    more = _past(names, end, _leading() | _trailing())
    if more == len(names):
        return Heard(kind)
    for at in (end, more):
        then = _said(text, found, names, at)
        if then is not None and then.kind != kind:
            return Heard("unsure") if then.kind in ("yes", "no") else then
    joints = (_AFTER_NO if kind == "no" else None) if bare else _JOINTS
    if joints is not None and not _apart(text, found, end, joints):
        return None
    return Heard(kind, rest=_rest(text, found, end))


def _apart(text: str, found: Sequence[_Word], at: int, joints: frozenset[str]) -> bool:
    """Whether what follows is a part of its own: after a sign, or with a word that begins one."""
    between = text[found[at - 1].end : found[at].start].strip()
    return bool(between) or found[at].word in joints


def _rest(text: str, found: Sequence[_Word], at: int) -> str:
    return text[found[at].start :].strip(" \t\r\n,;:-–—…")


def _past(names: Words, at: int, phrases: frozenset[Words]) -> int:
    """The place after all that stands at a place and says nothing."""
    while at < len(names):
        longest = min(6, len(names) - at)
        size = next((n for n in range(longest, 0, -1) if names[at : at + n] in phrases), 0)
        if not size:
            return at
        at += size
    return at


def _longest(names: Words, at: int) -> tuple[Words, Kind | None, int]:
    table = _table()
    for size in range(min(7, len(names) - at), 0, -1):
        phrase = names[at : at + size]
        if phrase in table:
            return phrase, *table[phrase]
    return (), None, 0


def _phrases(written: str) -> list[Words]:
    return [tuple(phrase.split()) for phrase in written.split(" / ")]


@cache
def _leading() -> frozenset[Words]:
    return frozenset(_phrases(wordings.LEADING))


@cache
def _trailing() -> frozenset[Words]:
    return frozenset(_phrases(wordings.TRAILING))


@cache
def _bare(kind: Kind) -> frozenset[Words]:
    """The yes or no of the lexicon: what follows needs no sign before it."""
    lexicon = shipped_lexicon()
    written = lexicon.yes if kind == "yes" else lexicon.no
    return frozenset(plain_words(phrase) for phrase in written if not phrase.endswith("?"))


@cache
def _table() -> dict[Words, tuple[Kind, int]]:
    table: dict[Words, tuple[Kind, int]] = {}

    def add(phrases: Iterable[Words], kind: Kind, place: int = 0) -> None:
        for phrase in phrases:
            if phrase:
                table[phrase] = (kind, place)

    add((plain_words(w.rstrip("?")) for w in shipped_lexicon().yes), "yes")
    add((plain_words(w.rstrip("?")) for w in shipped_lexicon().no), "no")
    add(_phrases(wordings.YES), "yes")
    add(_phrases(wordings.NO), "no")
    for place, written in _PLACES:
        add(_with_article(_phrases(written)), "place", place)
    add(_with_article(_phrases(_HIGH)), "high")
    add(_with_article(_phrases(_LOW)), "low")
    for number, name in [*enumerate("123456789", 1), *((n, w) for w, n in _NUMBERS.items())]:
        add([(name,), *((*before, name) for before in _phrases(_NUMBERED))], "number", number)
    for number, letter in enumerate(LETTERS, 1):
        add([(letter,), *((w, letter) for w in ("option", "choice", "answer"))], "letter", number)
    add(_phrases(wordings.UNSURE), "unsure")
    add(_phrases(wordings.NEITHER), "neither")
    return table


def _with_article(phrases: Iterable[Words]) -> list[Words]:
    return [
        made
        for phrase in phrases
        for made in (phrase, ("the", *phrase), (*phrase, "one"), ("the", *phrase, "one"))
    ]
