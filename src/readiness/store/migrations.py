"""The shape of the store, as numbered steps.

Only ever add a step at the end: a store in somebody's home was made by these, as they stood on that day.
The steps speak SQLite; the statements in sql.py do not.
"""

import sqlite3
from collections.abc import Sequence

# Marks the file as ours, where SQLite keeps such a mark ("RDNS").
APPLICATION_ID = 0x52444E53

Migration = tuple[str, ...]

_FIRST: Migration = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    "CREATE TABLE wording (hash TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL)",
    """
    CREATE TABLE assessment (
        id TEXT NOT NULL PRIMARY KEY,
        agency TEXT NOT NULL,
        round TEXT NOT NULL,
        date TEXT,
        scope TEXT NOT NULL,
        questionnaires TEXT NOT NULL,
        sections TEXT NOT NULL,
        created TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE assessment_wording (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        file TEXT NOT NULL,
        hash TEXT NOT NULL REFERENCES wording (hash),
        PRIMARY KEY (assessment, file)
    )
    """,
    "CREATE INDEX assessment_wording_hash ON assessment_wording (hash)",
    """
    CREATE TABLE respondent (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT,
        PRIMARY KEY (assessment, id)
    )
    """,
    # Without a row id the log of an assessment lies together, and an answer touches one page.
    """
    CREATE TABLE entry (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        number INTEGER NOT NULL,
        respondent TEXT NOT NULL,
        item TEXT NOT NULL,
        answer TEXT,
        wording TEXT NOT NULL,
        at TEXT NOT NULL,
        undoes INTEGER,
        PRIMARY KEY (assessment, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE plan_mark (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        number INTEGER NOT NULL,
        action TEXT NOT NULL,
        owner TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (assessment, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE talk (
        assessment TEXT NOT NULL PRIMARY KEY REFERENCES assessment (id),
        state TEXT NOT NULL
    )
    """,
    """
    CREATE VIEW current_answer AS
    SELECT entry.assessment, entry.item, entry.respondent, entry.number, entry.answer,
        entry.wording, entry.at
    FROM entry JOIN (
        SELECT assessment, MAX(number) AS number FROM entry GROUP BY assessment, item
    ) AS latest ON latest.assessment = entry.assessment AND latest.number = entry.number
    WHERE entry.answer IS NOT NULL
    """,
)

# What was set aside during a session, to talk about later. Rows can go again, unlike those of the log.
_PARKING: Migration = (
    """
    CREATE TABLE parked (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (assessment, number)
    ) WITHOUT ROWID
    """,
)

# What people decide about an action grows with the product: whatever has no column of its own is one JSON object.
_MORE_MARKS: Migration = ("ALTER TABLE plan_mark ADD COLUMN more TEXT NOT NULL DEFAULT '{}'",)

# A plan is written, edited by hand and written again: who does what is told once, and what was written last is kept, so
# that the edits can be told from what is new.
_LIVING_PLAN: Migration = (
    """
    CREATE TABLE owner (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (assessment, role)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE written (digest TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL)",
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _PARKING, _MORE_MARKS, _LIVING_PLAN)
NEWEST = len(MIGRATIONS)


def version(connection: sqlite3.Connection) -> int:
    """How many migrations a store has had; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a store to the newest shape, each step in a transaction of its own.

    Another process may be doing the same: each step looks again, under the write lock, whether it is still needed.

    Args:
        connection: in autocommit mode, outside any transaction.
        migrations: all that there are, oldest first.

    Raises:
        sqlite3.Error: a step failed; the store is as it was before that step.
    """
    for number, statements in enumerate(migrations, start=1):
        if version(connection) < number:
            _step(connection, number, statements)


def _step(connection: sqlite3.Connection, number: int, statements: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version(connection) < number:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
