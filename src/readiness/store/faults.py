"""What SQLite and the disk complain about, told in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readiness.errors import StoreDamaged, StoreError, StoreTooNew, StoreUnwritable

_KEPT = "Nothing that was stored before is lost."
_ELSEWHERE = "or name another file with --store FILE"


def too_new(path: Path) -> StoreTooNew:
    """The refusal of a store that a newer version has written."""
    return StoreTooNew(
        f"{path} was written by a newer version of Readiness. To open it, update Readiness the way "
        "you installed it (for example: pipx upgrade readiness). Nothing was changed."
    )


def not_a_store(path: Path) -> StoreDamaged:
    """The refusal of a file that something else has written."""
    return StoreDamaged(
        f"{path} is not a store of Readiness. Name another file with --store FILE. "
        "Nothing was changed."
    )


def damaged(path: Path) -> StoreDamaged:
    """A store that cannot be read."""
    return StoreDamaged(
        f"{path} is damaged and cannot be read. Put it aside, together with the files beside it that "
        "begin with the same name, and bring back a copy of it or import what you exported."
    )


def _full(path: Path) -> StoreUnwritable:
    return StoreUnwritable(
        f"The disk is full: nothing more can be written to {path}. Make some room and try again. "
        f"{_KEPT}"
    )


def _forbidden(path: Path) -> StoreUnwritable:
    return StoreUnwritable(
        f"{path} cannot be opened for writing: the file, its folder or the disk is read-only, or you have no "
        f"permission to write there. Change that, {_ELSEWHERE}. {_KEPT}"
    )


def _in_use(path: Path) -> StoreUnwritable:
    return StoreUnwritable(
        f"{path} is in use: another program has been writing to it for several seconds. "
        f"Try again in a moment, or close the other program. {_KEPT}"
    )


def _failing_disk(path: Path) -> StoreUnwritable:
    return StoreUnwritable(
        f"The disk did not take or give what was asked of it for {path}. It may be full, unplugged "
        f"or failing. See to it and try again, {_ELSEWHERE}. {_KEPT}"
    )


def _too_large(path: Path) -> StoreUnwritable:
    return StoreUnwritable(
        f"This is too large to be kept in {path}. Make it shorter and try again. {_KEPT}"
    )


# By primary result code; https://www.sqlite.org/rescode.html says what each stands for.
_TELL = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: _forbidden,
    sqlite3.SQLITE_CANTOPEN: _forbidden,
    sqlite3.SQLITE_PERM: _forbidden,
    sqlite3.SQLITE_AUTH: _forbidden,
    sqlite3.SQLITE_BUSY: _in_use,
    sqlite3.SQLITE_LOCKED: _in_use,
    sqlite3.SQLITE_PROTOCOL: _in_use,
    sqlite3.SQLITE_IOERR: _failing_disk,
    sqlite3.SQLITE_TOOBIG: _too_large,
    sqlite3.SQLITE_NOTADB: not_a_store,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_ERROR: damaged,  # a table or a column is not there
}


def primary_code(error: sqlite3.Error) -> int | None:
    """The primary result code; None for what Python's module raises by itself."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def store_error(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The error as a person is told it; None for a mistake in our own code."""
    code = primary_code(error)
    if code is None:  # text that is not UTF-8 is the one fault of a file that comes without a code
        return damaged(path) if isinstance(error, sqlite3.OperationalError) else None
    tell = _TELL.get(code)
    return tell(path) if tell else None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        known = store_error(error, path)
        if known is None:
            raise
        raise known from error
