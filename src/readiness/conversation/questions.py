"""How a question is put, and how an answer is called, in the words that people read."""

from collections.abc import Sequence

from readiness.conversation.phrases import Phrases
from readiness.domain.answers import MISSING, Answer, Missing, Value
from readiness.domain.questionnaire import Item
from readiness.reports.words import day, listed

MANY = 9  # more options than this are not read out: a name is quicker than a long list


def label_of(item: Item, value: Value | None, say: Phrases) -> str:
    """A value in words: the option's label, several labels, a number, a date in words, or why there is none."""
    if value is None:
        return say("not_answered")
    if isinstance(value, Missing):
        return say("skipped_label" if value is Missing.SKIPPED else value.value)
    if isinstance(value, tuple):
        return listed([_option_label(item, option) for option in value])
    if isinstance(value, str):
        return _option_label(item, value)
    if isinstance(value, int | float):
        return str(value)
    return day(value)


def answer_label(item: Item, answer: Answer | None, say: Phrases) -> str:
    """An answer in words, without its note; without its full stop too, since what says it brings its own."""
    label = label_of(item, answer.value if answer else None, say)
    return label[:-1] if label.endswith(".") and not label.endswith("..") else label


def labels(item: Item, options: Sequence[str], say: Phrases) -> list[str]:
    """The labels of some of an item's options, or of why there is no value."""
    return [label_of(item, to_value(option), say) for option in options]


def numbered(item: Item, options: Sequence[str] = ()) -> str:
    """Options with their numbers: "1 Not yet, 2 Planned"; all of the item's, or some."""
    if item.scale is None:
        return ""
    wanted = options or item.scale.ids
    return ", ".join(
        f"{number} {option.label}"
        for number, option in enumerate(item.scale.options, 1)
        if option.id in wanted
    )


def either(item: Item, options: Sequence[str], say: Phrases) -> str:
    """Some options to choose from, with their numbers where these are printed: "3 Partly or 4 Mostly"."""
    ids = item.scale.ids if item.scale and len(item.scale.ids) <= MANY else ()
    numbers = [f"{ids.index(option) + 1} " if option in ids else "" for option in options]
    named = labels(item, options, say)
    return listed([f"{n}{label}" for n, label in zip(numbers, named, strict=True)], "or")


def how_to_answer(item: Item, say: Phrases) -> str:
    """One line that says what an answer may look like."""
    if item.scale is not None and len(item.scale.options) > MANY:
        return say("answer_with_states")
    if item.kind == "choices":
        return say("answer_with_several", options=numbered(item))
    if item.kind == "choice":
        return say("answer_with", options=numbered(item))
    return say(f"answer_with_{item.kind}")


def unclear(item: Item, say: Phrases, turn: int) -> str:
    """What would help, after a text that was not understood."""
    if item.kind in ("number", "date"):
        return say(f"unclear_{item.kind}", turn)
    if item.scale is not None and len(item.scale.options) > MANY:
        return say("unclear_states", turn)
    return say("unclear", turn, options=numbered(item))


def to_value(read: object) -> Value:
    """What was understood, as an answer's value."""
    if isinstance(read, str) and read in MISSING:
        return MISSING[read]
    if isinstance(read, list):
        return tuple(read)
    return read  # type: ignore[return-value]  # an Interpretation holds nothing else


def _option_label(item: Item, option_id: str) -> str:
    if item.scale is None or option_id not in item.scale.ids:
        return option_id
    return item.scale.option(option_id).label
