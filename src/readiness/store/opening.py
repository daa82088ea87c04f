"""Opening a store file: look before touching, then create, connect and migrate."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from readiness.errors import StoreUnwritable
from readiness.store.faults import not_a_store, primary_code, too_new
from readiness.store.migrations import APPLICATION_ID, NEWEST, migrate, version

# In bytes; https://www.sqlite.org/fileformat.html#page_size
_SMALLEST_DATABASE = 512

_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # on macOS an ordinary fsync does not reach the disk
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # a note that was deleted is not to be found in the file any more
)


def opened(path: Path, patience: float) -> sqlite3.Connection:
    """A connection in autocommit mode to a store of the newest shape.

    A store on a read-only disk opens too; writing to it then fails.

    Args:
        path: the file.
        patience: how long to wait for another process that is writing, in seconds.

    Raises:
        StoreTooNew: written by a newer version; neither the file nor its folder is touched.
        StoreDamaged: not a store; not touched either.
        StoreUnwritable: it does not exist and cannot be made.
        sqlite3.Error: anything else that SQLite complains about.
    """
    if not os.path.exists(path):  # unlike Path.exists, no error where the folder is closed to us
        _create(path)
    found = _look(path)
    connection = _connect(path, "mode=rw", patience)
    try:
        _prepare(connection, path, patience)
    except sqlite3.Error as error:
        connection.close()
        if found == NEWEST and _is_read_only(error) and not _has_unmerged_writes(path):
            return _connect(path, "mode=ro&immutable=1")
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, mode: str, patience: float = 0) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        timeout=patience,
        check_same_thread=False,
    )


def _create(path: Path) -> None:
    """Make an empty file that only its owner can read, and the folders on the way to it."""
    try:
        for folder in reversed([path.parent, *path.parent.parents]):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
        # SQLite gives the files that it puts beside this one the same mode.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if not path.is_file():
            raise _no_place(path, "something else is in the way") from None
    except OSError as error:
        raise _no_place(path, (error.strerror or str(error)).lower()) from error


def _no_place(path: Path, reason: str) -> StoreUnwritable:
    return StoreUnwritable(
        f"{path} cannot be made to keep your answers in: {reason}. "
        "Name another file with --store FILE."
    )


def _look(path: Path) -> int:
    """The version of a store, found out without touching anything.

    An immutable connection takes no lock and makes no file. It does not see what waits in the write-ahead log, so where
    there is one that is read too; a read-only connection leaves it as it is. A disk that filled up, or a power cut,
    while the log was being merged leaves a file that makes sense only together with its log.
    """
    if not path.is_file() or 0 < path.stat().st_size < _SMALLEST_DATABASE:
        raise not_a_store(path)  # SQLite would take a file of one byte for an empty one
    if not _has_unmerged_writes(path):
        return _version(path, "mode=ro&immutable=1")
    try:
        return _version(path, "mode=ro")
    except sqlite3.OperationalError:  # on a read-only disk; connecting tells it better
        return _version(path, "mode=ro&immutable=1")


def _version(path: Path, mode: str) -> int:
    with closing(_connect(path, mode)) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        if mark != APPLICATION_ID:
            if mark or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise not_a_store(path)
            return 0
        found = version(connection)
    if found > NEWEST:
        raise too_new(path)
    return found


def _has_unmerged_writes(path: Path) -> bool:
    with suppress(OSError):
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    return False


def _is_read_only(error: sqlite3.Error) -> bool:
    return primary_code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def _prepare(connection: sqlite3.Connection, path: Path, patience: float) -> None:
    _write_ahead(connection, patience)
    for setting in _SETTINGS:
        connection.execute(setting)
    migrate(connection)
    if version(connection) > NEWEST:  # since we looked
        raise too_new(path)
    if path.stat().st_mode & 0o077:  # a copy that was brought back may be open to all
        with suppress(OSError):  # somebody else's file, or a read-only disk: not ours to close
            path.chmod(0o600)


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Switch to a write-ahead log, once in the life of a store.

    SQLite does not wait for its turn here as it does elsewhere, so we do.
    """
    give_up = time.monotonic() + patience
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
        else:
            return  # where the disk cannot do it (some network drives), the old journal is durable too
