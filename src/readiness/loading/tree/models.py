"""What the models of all files share: their base, and the types of texts that more is asked of than being text.

A model types a file and gives its JSON Schema. Texts that may be left out default to nothing rather than null: YAML's
null has no meaning here. What msgspec does not check of a text (that it is there, that it is an id) hangs on three
marked types, see `texts.py`. msgspec's own way of saying it, Meta, makes processes crash as they end (msgspec issue
717), so it is not used.
"""

from typing import Annotated, TypeVar

import msgspec
from msgspec import UnsetType

# Lower-case letters, digits, _ and -; the second kind has dots as well.
Id = Annotated[str, "id"]
FullId = Annotated[str, "full id"]
# A text that is not empty.
Text = Annotated[str, "text"]
# Typed from text later, exactly: 1/4 and 0.25 are the same.
Number = str | int | float
SourceIds = FullId | list[FullId]

Given = TypeVar("Given")
Otherwise = TypeVar("Otherwise")


class Model(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """The base of all: a key that is not named here is a problem."""


def given(value: Given | UnsetType, otherwise: Otherwise) -> Given | Otherwise:
    """What the author wrote, or something else where the key was left out."""
    return otherwise if isinstance(value, UnsetType) else value


def stripped(texts: dict[str, str]) -> dict[str, str]:
    """The same texts without the empty lines that YAML leaves at their ends."""
    return {key: text.strip() for key, text in texts.items()}
