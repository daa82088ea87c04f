"""phrases.yaml: what the chatbot says, by key; several wordings of one thing take turns."""

from functools import cache

from readiness import resources
from readiness.loading.content import PHRASES
from readiness.loading.tree.models import Model, Text
from readiness.loading.tree.parsing import Mapping, parse
from readiness.loading.tree.shape import shape
from readiness.loading.tree.text import read_text


class PhrasesFile(Model, frozen=True):
    """The whole file."""

    phrases: dict[str, Text | list[Text]]


def read_phrases(tree: Mapping, file: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a file, each with one or more wordings.

    Raises:
        InvalidInput: with all problems of the file.
    """
    found = shape(tree, PhrasesFile, file).phrases
    return {key: (said,) if isinstance(said, str) else tuple(said) for key, said in found.items()}


@cache
def shipped_phrases() -> dict[str, tuple[str, ...]]:
    """The phrases that the product ships with, read once."""
    path = resources.questionnaires() / PHRASES
    return read_phrases(parse(read_text(path), str(path)), str(path))
