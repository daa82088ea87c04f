"""Text as typed, made safe for GitHub-flavoured Markdown, with as few backslashes as that allows."""

import re
from collections.abc import Iterator
from functools import lru_cache

from readiness.reports.words import clean

# These mean something anywhere in a line. A $ before a digit is money; before anything else it may open a formula.
_ALWAYS = re.compile(r"[\\`*\[\]<>|~#]|&(?=#?\w+;)|\$(?!\d)")
_LINE_START = re.compile(r"[-+](?= |$)|-(?=[-:])|=|:(?=-)|[0-9]{1,9}(?=[.)](?: |$))")
# A blank to fill in, such as "________", is no emphasis between spaces, and has to look like one in a plain editor.
_BLANK = re.compile(r"_{3,}[.,;:!?)]*")
# GitHub turns bare addresses into links and takes every sign in them as it stands, backslashes too.
_WEB = re.compile(r"""(["'(]*)(https?://[^\s<>|`\\]+?)([.,;:!?)"']*)""")
_ADDRESS = re.compile(r"(?:\w+://|www\.|mailto:|xmpp:)\S*|[\w.+-]+@[\w.-]+", re.IGNORECASE)
# GitHub makes mentions, references and pictures of these after it has read the Markdown, where neither a backslash nor
# an entity for the sign itself helps; a space of no width does (github/cmark-gfm#181).
_GITHUB = re.compile(r"(?<!\w)@(?=\w)|#(?=\d)|:(?=(?:[+-]1|100|1234|[\w+-]*[a-z][\w+-]*):)")
_APART = r"\g<0>&#8203;"
# Most texts are nothing but such signs, and need no second look; a set of signs is what is searched for quickest.
_UNUSUAL = re.compile(r"""[^A-Za-z0-9 ,.;'"()?!%/’“”–…-]""")
# Most of the others hold none of these.
_SUSPECT = re.compile(
    r"""[^\w ,.:;'"()?!%/’“”–…-]|_|:[-/]|:\w+:|\bwww\.|\b(?:mailto|xmpp):|^[-0-9:]""", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def line(text: str) -> str:
    """Text as one line of Markdown that shows exactly it, its newlines as spaces.

    Control characters are dropped and runs of spaces made one; everything else a reader sees is kept. What was made of
    a text is remembered: a report says many things twice, and each of its formats says all of them again.
    """
    text = text.strip()
    if _usual(text):
        return text
    if _SUSPECT.search(text) is None and "  " not in text:
        return text
    return _escaped(" ".join(clean(text).split("\n")).strip())


def _usual(text: str) -> bool:
    """Whether a text has only signs that never mean anything in Markdown, and none at its start that might."""
    return (
        _UNUSUAL.search(text) is None
        and "  " not in text
        and text[:1] not in "-0123456789"
        and "www." not in text.lower()
    )


def lines(text: str) -> Iterator[str]:
    """The lines of a text, each as Markdown, empty ones left out."""
    for each in clean(text).split("\n"):
        if each.strip():
            yield _escaped(each.strip())


def _escaped(text: str) -> str:
    if _SUSPECT.search(text) is None:
        return text
    first, *rest = text.split(" ")
    words = [_word(first), *(word if _BLANK.fullmatch(word) else _word(word) for word in rest)]
    whole = " ".join(words)
    start = _LINE_START.match(whole)
    if start is None:
        return whole
    at = start.end() if whole[0].isdigit() else 0
    return f"{whole[:at]}\\{whole[at:]}"


def _word(word: str) -> str:
    web = _WEB.fullmatch(word)
    if web is not None and word.isascii():
        return f"{web[1]}<{web[2]}>{web[3]}"
    marked = _GITHUB.sub(_APART, _underscores(_ALWAYS.sub(r"\\\g<0>", word)))
    return marked if marked == word else _ADDRESS.sub(_unlinked, marked)


def _unlinked(found: re.Match[str]) -> str:
    """An address that holds a sign to escape must not become a link, or its backslashes would show."""
    return re.sub(r"(?<!\\)([:@]|(?<=www)\.)", r"\\\1", found[0], count=1, flags=re.IGNORECASE)


def _underscores(word: str) -> str:
    """Underscores inside a word are only underscores; any other may open or close emphasis."""
    if "_" not in word:
        return word
    padded = f" {word} "
    return "".join(
        f"\\{sign}"
        if sign == "_" and not (padded[n].isalnum() and padded[n + 2].isalnum())
        else sign
        for n, sign in enumerate(word)
    )
