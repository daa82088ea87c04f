"""What is being asked right now, ready to be drawn: a text, the choices under it, and what to send for each.

No rule lives here: a choice only says what a person could have typed instead.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from readiness.conversation.questions import MANY, answer_label, how_to_answer
from readiness.conversation.state import NOTING
from readiness.domain.answers import Missing
from readiness.domain.log import CAUSES
from readiness.tui import words

if TYPE_CHECKING:
    from readiness.conversation.phrases import Phrases
    from readiness.conversation.state import Pending, Said
    from readiness.conversation.talk import Talk
    from readiness.domain.questionnaire import Item


class Choice(msgspec.Struct, frozen=True):
    """One thing that can be answered with one key.

    Attributes:
        send: what the conversation hears.
        number: the digit that stands before it; None for words that are reached by the arrow keys.
        hint: what it looks like in practice.
        likely: the conversation has just offered it.
        key: what stands for it where one key answers, and it has no digit of its own.
    """

    label: str
    send: str
    number: int | None = None
    hint: str = ""
    likely: bool = False
    key: str = ""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is being asked.

    Attributes:
        before: what it is about, said before it and less important; may be empty.
        hint: how to answer.
        many: several choices may be taken together.
    """

    text: str = ""
    choices: tuple[Choice, ...] = ()
    before: str = ""
    hint: str = ""
    many: bool = False

    @property
    def long(self) -> bool:
        """Whether there are too many choices to show at once."""
        return len(self.choices) > MANY + 3

    def numbered(self, text: str) -> tuple[int, ...]:
        """The places of the choices that a text names by their digits alone; empty when it says anything else."""
        pattern = r"\s*\d(?:[\s,]+\d)*[\s,]*" if self.many else r"\s*\d\s*"
        if not re.fullmatch(pattern, text):
            return ()
        digits = {int(digit) for digit in re.findall(r"\d", text)}
        places = tuple(n for n, choice in enumerate(self.choices) if choice.number in digits)
        return places if len(places) == len(digits) else ()

    def struck(self, key: str) -> int | None:
        """The place of the choice that one key stands for, where one key answers."""
        places = self.numbered(key)
        if places:
            return places[0]
        return next((n for n, choice in enumerate(self.choices) if choice.key == key), None)

    def send(self, places: Sequence[int]) -> str:
        """What the conversation hears for some of the choices."""
        return ", ".join(self.choices[place].send for place in places)


NOTHING = Asked()


def asked_of(talk: "Talk", said: Sequence["Said"] = ()) -> Asked:
    """What a conversation asks now.

    Args:
        talk: the conversation.
        said: what it said last, of which a question back is shown with the item that it is about.
    """
    reply = next((each.text for each in reversed(said) if each.kind in ("reply", "problem")), "")
    if talk.in_conflict:
        theirs, mine = Choice(words.THEIRS, "1", 1), Choice(words.MINE, "2", 2)
        return Asked(text=reply, choices=(theirs, mine))
    pending = talk.state.pending
    if pending is not None:
        return _asked_back(talk, pending, reply)
    if talk.state.item is None:
        done = (Choice(words.FINISH, "/finish"), Choice(words.REVIEW, "/review"))
        return Asked(text=words.ALL_DONE, choices=done)
    item = talk.dialogue.flow.items[talk.state.item]
    return Asked(
        text=item.ask,
        before=_so_far(talk, item),
        choices=choices_of(item, talk.say),
        hint=_hint(item, talk.say),
        many=item.kind == "choices",
    )


def choices_of(item: "Item", say: "Phrases", likely: Sequence[str] = ()) -> tuple[Choice, ...]:
    """Every way to answer an item with one key: its options, then not knowing and not applying."""
    options = item.scale.options if item.scale else ()
    few = len(options) <= MANY
    # "2" may mean two of something where the options themselves speak of numbers.
    by_number = few and not any(c.isdigit() for option in options for c in option.label)
    found = [
        Choice(
            option.label,
            str(number) if by_number else option.label,
            number if few else None,
            item.anchors.get(option.id, ""),
            option.id in likely,
        )
        for number, option in enumerate(options, 1)
    ]
    keys = (("dont_know", "0" if found and few else ""), ("not_applicable", ""))
    found += [Choice(say(name).lower(), say(name), key=key) for name, key in keys]
    if item.kind == "text":
        found.append(Choice(words.SKIP, "/skip"))
    return tuple(found)


def offered(text: str) -> Asked:
    """A question that names its choices itself: "Which seat? 1 leadership, 2 supervisor; 3 other."."""
    question, mark, rest = text.partition("? ")
    parts = [part.strip(" .") for part in re.split(r"(?:^|[,;]\s)(?=\d )", rest)]
    named = [part.split(" ", 1) for part in parts if re.match(r"\d ", part)]
    if not named:
        return Asked(text=text)
    choices = tuple(Choice(label, digit, int(digit)) for digit, label in named)
    return Asked(text=question + mark.strip(), choices=choices)


def _asked_back(talk: "Talk", pending: "Pending", reply: str) -> Asked:
    if not pending.item:
        return Asked(text=reply, choices=_at_the_close(talk, pending))
    item = talk.dialogue.flow.items[pending.item]
    if pending.kind == "reason":
        text = talk.say("reason_wanted")
        return Asked(text=text, choices=(Choice(words.SKIP, "/skip"),))
    yes, no = Choice(words.YES, words.YES), Choice(words.NO, words.NO)
    if pending.kind == "value":
        return Asked(text=reply, choices=(yes, no))
    choices = choices_of(item, talk.say, pending.candidates)
    agree = (yes, no) if len(pending.candidates) == 1 else ()
    return Asked(text=reply, choices=(*agree, *choices), hint=_hint(item, talk.say))


def _at_the_close(talk: "Talk", pending: "Pending") -> tuple[Choice, ...]:
    yes, no = Choice(words.YES, words.YES), Choice(words.NO, words.NO)
    leave, end = Choice(words.LEAVE_SO, "/skip"), Choice(words.END_THIS, "/finish")
    if pending.kind == "revisit":
        return (yes, no, Choice(words.LIST_OPEN, "/review"))
    if pending.kind in NOTING:
        return _noting(talk, pending)
    if pending.kind in ("settle", "obstacles") or pending.value is not None:
        return (yes, no)
    if pending.kind == "choose":
        return (Choice(words.ALL, words.ALL), Choice(words.NONE, words.NONE), end)
    if pending.kind != "cause":
        return (leave, end)
    causes = [Choice(talk.say(f"cause_{c}"), str(n), n) for n, c in enumerate(CAUSES, 1)]
    return (*causes, Choice(words.NOTHING, words.NOTHING), leave, end)


def _noting(talk: "Talk", pending: "Pending") -> tuple[Choice, ...]:
    if pending.kind == "notes":
        return (Choice(words.YES, words.YES), Choice(words.NO, words.NO))
    if pending.kind == "reword":
        return (Choice(words.LEAVE_SO, "/skip"),)
    answer = talk.state.answers[pending.notes[pending.place]]
    item = talk.dialogue.flow.items[pending.notes[pending.place]]
    keep, reword = Choice(words.KEEP_PRIVATE, "private", 1), Choice(words.REWORD_IT, "reword", 3)
    rest = Choice(words.LEAVE_REST, "none", 4)
    if item.gate and answer.value is Missing.NOT_APPLICABLE:
        return (Choice(words.KEEP_SO, "keep", 1), reword, rest)
    if answer.share:
        return (
            Choice(words.KEEP_IN, "keep", 1),
            Choice(words.LEAVE_OUT, "private", 2),
            reword,
            rest,
        )
    return (keep, Choice(words.SHARE, "share", 2), reword, rest)


def _so_far(talk: "Talk", item: "Item") -> str:
    answer = talk.state.answers.get(item.id)
    if answer is None:
        return ""
    return talk.say("answer_now", label=answer_label(item, answer, talk.say))


def _hint(item: "Item", say: "Phrases") -> str:
    if item.scale is None or len(item.scale.options) > MANY:
        return how_to_answer(item, say)
    if item.kind == "choices":
        return words.LOOK_MANY
    return words.LOOK if item.anchors else words.LOOK_PLAIN
