"""phrases.yaml: what the chatbot says, by key; several wordings of one thing take turns."""

from functools import cache
from pathlib import Path

from readiness import resources
from readiness.loading.files import Model, Text
from readiness.loading.shape import shape
from readiness.loading.text import read_text
from readiness.loading.tree import parse

NAME = "phrases.yaml"


class PhrasesFile(Model, frozen=True):
    """The whole file."""

    phrases: dict[str, Text | list[Text]]


def read_phrases(path: Path) -> dict[str, tuple[str, ...]]:
    """The phrases of a file, each with one or more wordings.

    Raises:
        InvalidInput: the file has problems.
    """
    return phrases_in(read_text(path), str(path))


def phrases_in(text: str, file: str) -> dict[str, tuple[str, ...]]:
    """The same for a text."""
    found = shape(parse(text, file), PhrasesFile, file).phrases
    return {key: (said,) if isinstance(said, str) else tuple(said) for key, said in found.items()}


@cache
def shipped_phrases() -> dict[str, tuple[str, ...]]:
    """The phrases that the product ships with, read once."""
    return read_phrases(resources.questionnaires() / NAME)
