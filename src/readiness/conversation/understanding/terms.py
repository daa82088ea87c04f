"""Commands as they were typed, and the terms that they ask about."""

from typing import NamedTuple

from readiness.conversation.interpretation import Command
from readiness.conversation.understanding.tokens import verbatim
from readiness.conversation.understanding.vocabulary import Vocabulary, Words


class Order(NamedTuple):
    """A command as it was typed.

    Attributes:
        slash: it began with a slash, so it can be nothing else.
        open: it is a wording with something filled in, or a free question, rather than a fixed wording.
    """

    command: Command
    target: str | None = None
    argument: str | None = None
    slash: bool = False
    open: bool = False


_THIS = frozenset(
    {"this", "that", "it", "these", "those", "this question", "that question", "the question"}
)
_LOOSE = frozenset(
    "of for to in about with from than or if we you i they other others happening expected supposed "
    "required needed everyone doing good enough best wrong next left better more your our my".split()
)


def meaning_or_term(
    text: str, command: Command, argument: str, words: Words, vocab: Vocabulary
) -> Order | None:
    """`what does … mean`: a step of the scale is explained as here, any other term from the glossary."""
    bare = tuple(word for word in words if word not in ("a", "an", "the", "exactly", "here"))
    argument = argument.strip("\"'“”‘’ ")
    if not bare or " ".join(bare) in _THIS:
        return Order("meaning")
    if _names_option(bare, vocab):
        return Order("meaning", None, argument, open=True)
    if command == "define" and (len(bare) > 3 or any(word in _LOOSE for word in bare)):
        return Order("ask", None, verbatim(text, 0), open=True)
    if len(bare) > 5:
        return Order("ask", None, verbatim(text, 0), open=True)
    return Order("define", None, argument, open=True)


def _names_option(bare: Words, vocab: Vocabulary) -> bool:
    if vocab.scale is None:
        return False
    meaning = vocab.phrases.get(bare)
    if meaning is not None and meaning.options:
        return True
    if len(bare) == 1 and bare[0].isdigit():
        return 1 <= int(bare[0]) <= len(vocab.scale.ids)
    labels = {vocab.words(option.label) for option in vocab.scale.options}
    parts = set(_split_words(bare))
    return len(parts) > 1 and parts <= labels


def _split_words(bare: Words) -> list[Words]:
    parts: list[Words] = []
    part: list[str] = []
    for word in bare:
        if word in ("and", "or"):
            parts.append(tuple(part))
            part = []
        else:
            part.append(word)
    return [*parts, tuple(part)]
