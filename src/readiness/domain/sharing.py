"""What people wrote in their own words, whether a report carries it, and what to look at before it does.

Notes and answers to open questions are private unless they are marked to be shared. One kind is printed in any case:
why something required was set aside.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from readiness.domain.answers import Answer, Answers, Missing
from readiness.domain.questionnaire import Item

How = Literal["private", "shared", "reason"]

# A capital letter inside a sentence is mostly a name; these are not.
_NOT_NAMES = frozenset(
    (
        "California Medi-Cal Medicaid January February March April May June July August September October November "
        "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    ).split()
)
_CAPITAL = re.compile(
    r"(?<![.!?…:]\s)(?<!^)(?<![“\"'(])\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*", re.MULTILINE
)


class Watch(msgspec.Struct, frozen=True):
    """Words to point out.

    Attributes:
        names: first names that are no other word; they are found in small letters too.
        health: words of somebody's health.
        dropped: words that the toolkit's language guide drops.
    """

    names: Sequence[str] = ()
    health: Sequence[str] = ()
    dropped: Sequence[str] = ()


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wrote to one question.

    Attributes:
        text: the note; or what an open question was answered with, and the note below it.
        how: `private`; `shared` in a report; or the `reason` why something was set aside, which is always printed.
        names, health, dropped: what stands in it that may be a name, a health detail, or a word to avoid.
    """

    item: Item
    answer: Answer
    text: str
    how: How
    names: tuple[str, ...] = ()
    health: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def carried(self) -> bool:
        """Whether a report carries it."""
        return self.how != "private"

    @property
    def concerns(self) -> dict[str, tuple[str, ...]]:
        """What to look at, by kind; empty where there is nothing."""
        kinds = {"name": self.names, "health": self.health, "dropped": self.dropped}
        return {kind: words for kind, words in kinds.items() if words}

    @property
    def mark(self) -> str:
        """A short fingerprint of the text and of whether a report carries it: who decided on it saw just this."""
        import hashlib  # imported late: only deciding on a note needs it

        return hashlib.sha256(f"{self.carried} {self.text}".encode("utf-8", "replace")).hexdigest()[
            :12
        ]


def told(asked: Mapping[str, Item], answers: Answers, watch: Watch) -> tuple[Told, ...]:
    """Everything that was written in own words to questions that are asked, in the order of asking."""
    found = []
    for item_id, item in asked.items():
        answer = answers.get(item_id)
        text = written(item, answer) if answer else ""
        if answer is not None and text:
            found.append(_told(item, answer, text, watch))
    return tuple(found)


def undecided(found: Sequence[Told], seen: Mapping[str, str]) -> tuple[Told, ...]:
    """Those that nobody has decided on as they stand now.

    Args:
        found: all of them.
        seen: the marks of those that somebody decided on, by item.
    """
    return tuple(each for each in found if seen.get(each.item.id) != each.mark)


def marks_of(found: Sequence[Told]) -> dict[str, str]:
    """What to remember of some that somebody decided on."""
    return {each.item.id: each.mark for each in found}


def written(item: Item, answer: Answer) -> str:
    """What was written in own words; empty for nothing."""
    return "\n".join(text for text in (open_answer(item, answer), answer.note.strip()) if text)


def open_answer(item: Item, answer: Answer) -> str:
    """What an open question was answered with; empty for any other question."""
    said = answer.value if item.kind == "text" and isinstance(answer.value, str) else ""
    return said.strip()


def reworded(item: Item, answer: Answer, text: str) -> Answer:
    """The answer with other words in place of what was written; whether a report carries them stays."""
    if open_answer(item, answer):
        return replace(answer, value=text, note="")
    return replace(answer, note=text)


def _told(item: Item, answer: Answer, text: str, watch: Watch) -> Told:
    how: How = "shared" if answer.share else "private"
    if item.gate and answer.value is Missing.NOT_APPLICABLE:
        how = "reason"
    health, dropped = _words(text, watch.health), _words(text, watch.dropped)
    names = _names(text, watch.names)
    return Told(
        item=item,
        answer=answer,
        text=text,
        how=how,
        names=tuple(name for name in names if name.casefold() not in (*health, *dropped)),
        health=health,
        dropped=dropped,
    )


def _names(text: str, known: Sequence[str]) -> tuple[str, ...]:
    capital = [match.group() for match in _CAPITAL.finditer(text)]
    found = [name for name in capital if any(map(_is_name, name.split()))]
    within = {part.casefold() for name in found for part in name.split()}
    wanted = set(known) - within
    words = re.findall(r"[^\W\d_]+", text)
    found += [word for word in words if word.casefold() in wanted]
    return tuple(dict.fromkeys(found))


def _is_name(word: str) -> bool:
    """Whether a word with a capital letter may be a name: neither an abbreviation nor "I'm"."""
    return not word.isupper() and word not in _NOT_NAMES and word[:2] not in ("I'", "I’")


def _words(text: str, wanted: Sequence[str]) -> tuple[str, ...]:
    bare = text.lower().replace("-", " ")
    return tuple(
        word for word in wanted if re.search(rf"\b{re.escape(word.replace('-', ' '))}\b", bare)
    )
