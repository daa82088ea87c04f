"""Everything that can go wrong on purpose, as one tree.

::

    ReadinessError            says what is wrong, where, and what to do; safe to show to a person
    ├── InvalidInput          a file that a person wrote has problems; carries all of them
    ├── NotFound              no such questionnaire, item, assessment or file
    └── StoreError            the store could not keep or give back an answer
        ├── StoreUnwritable   read-only, full, or not allowed: nothing already stored is lost
        ├── StoreTooNew       written by a newer version: not touched
        ├── StoreDamaged      the file is not a store, or is damaged
        └── Conflict          somebody else answered the same item meanwhile; carries both answers
"""

import sys
from collections.abc import Iterable
from typing import Any, Protocol


class Recorded(Protocol):
    """What a conflict is about, as far as this floor knows: an item and what was said to it."""

    @property
    def item(self) -> str:
        """The full id of the item."""

    @property
    def answer(self) -> Any:
        """The answer; None where it was taken away."""


class ReadinessError(Exception):
    """The base of all errors that are told to a person in plain words."""


class InvalidInput(ReadinessError):
    """A file that a person wrote has problems.

    Args:
        problems: every problem found, in the order of the file; each prints as one line.
    """

    def __init__(self, problems: Iterable[object]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class NotFound(ReadinessError):
    """There is no such questionnaire, item, assessment or file."""


class MissingExtra(ReadinessError):
    """A package that is installed only on request is missing.

    Args:
        what: what needs it, at the start of a sentence: "A PDF".
        extra: the name that brings it: `readiness[extra]`.
    """

    def __init__(self, what: str, extra: str) -> None:
        program = f'"{sys.executable}"' if " " in sys.executable else sys.executable
        super().__init__(
            f"{what} needs a part that is not installed. To install it: "
            f'{program} -m pip install "readiness[{extra}]"'
        )


class StoreError(ReadinessError):
    """The store could not keep or give back an answer."""


class StoreUnwritable(StoreError):
    """The store cannot be written: read-only, disk full, or no permission."""


class StoreTooNew(StoreError):
    """The store was written by a newer version of the product."""


class StoreDamaged(StoreError):
    """The file is not a store, or it is damaged."""


class Conflict(StoreError):
    """Another process answered the same item after this one last looked.

    Args:
        message: the conflict in a sentence.
        theirs: the entries that were stored meanwhile, oldest first.
        mine: the entry that was refused.
    """

    def __init__(self, message: str, *, theirs: tuple[Recorded, ...], mine: Recorded) -> None:
        super().__init__(message)
        self.theirs = theirs
        self.mine = mine
