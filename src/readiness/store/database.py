"""The open store file: a connection, and the two ways of working with it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from readiness.store import opening
from readiness.store.faults import damaged, told
from readiness.store.records import Undecodable


class Database:
    """One connection to one store file; threads take turns."""

    def __init__(self, path: Path, patience: float) -> None:
        """Open the file; create and migrate it where needed.

        Args:
            path: the file.
            patience: how long to wait for another process that is writing, in seconds.

        Raises:
            StoreError: as `opening.opened` says.
        """
        self._path = path
        self._turn = threading.RLock()
        with told(path):
            self._connection = opening.opened(path, patience)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction in which everything is seen as of one moment."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is durable when it ends well, and leaves no trace when it does not."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        with self._turn, told(self._path):
            try:
                connection.execute(begin)
                yield connection
                connection.execute("COMMIT")
            except Undecodable as error:
                raise damaged(self._path) from error
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def forget_deleted(self) -> None:
        """Empty the write-ahead log, which may still hold what was deleted.

        Where another process is reading, or the disk is full, that happens when the log is merged next.
        """
        with self._turn, suppress(sqlite3.OperationalError):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection; nothing that was said to be durable waits for this."""
        with self._turn, told(self._path):
            self._connection.close()
