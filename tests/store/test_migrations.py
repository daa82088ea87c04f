"""Stores from earlier days open for ever, and a step that fails leaves no trace."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from readiness.domain.answers import Answer, Missing, Respondent
from readiness.domain.log import PlanMark, current
from readiness.store import Header, Store
from readiness.store.migrations import MIGRATIONS, NEWEST, migrate, version
from readiness.store.opening import opened

VERSION_1 = Path(__file__).parent / "data" / "version-1.sql"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)
    yield opened
    opened.close()


@pytest.fixture
def old_store(connection: sqlite3.Connection, tmp_path: Path) -> Iterator[Store]:
    """A store as version 1 left it."""
    connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    with Store(tmp_path / "store.sqlite3", lambda: datetime(2027, 5, 1, tzinfo=UTC)) as store:
        yield store


def _shape(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(statement.split()) for name, statement in rows}


def test_version_1_is_listed(old_store: Store) -> None:
    """Assessments of the first version are listed with what was answered."""
    riverbend, harbor = old_store.list()
    assert (riverbend.header.id, riverbend.answered) == ("riverbend-7f3a", 9)
    assert (harbor.header.id, harbor.answered, harbor.last_entry) == ("harbor-91c2", 0, None)
    assert harbor.header == Header(
        id="harbor-91c2",
        agency='Harbor\'s "Light"',
        round="six months",
        scope="quick",
        respondents={"r1": Respondent(), "r2": Respondent("Zoë", "peer_staff")},
        questionnaires=("agency-profile@1.0.0",),
        created=datetime(2026, 11, 20, 8, tzinfo=UTC),
    )


def test_version_1_is_loaded(old_store: Store) -> None:
    """Answers, plan, wording and conversation of the first version come back as they were given."""
    stored = old_store.load("riverbend-7f3a")
    assert current(stored.entries) == {
        "profile.drives": Answer("yes"),
        "profile.workers": Answer(("employee", "volunteer")),
        "profile.start": Answer(date(2027, 1, 4)),
        "profile.managers": Answer(12),
        "profile.hours": Answer(2.5),
        "profile.remark": Answer("dont_know"),
        "culture.dignity": Answer(
            "partly", note="The front desk is the weak spot.\nReally.", flag=True
        ),
        "leadership.budget": Answer(Missing.DONT_KNOW),
        "roles.pay": Answer(Missing.NOT_APPLICABLE, note="Volunteers only", share=True),
    }
    assert stored.entries[-1].undoes == 7
    assert stored.entries[0].at == datetime(2026, 11, 21, 12, 0, 0, 250_000, tzinfo=UTC)
    dropped = PlanMark(state="dropped", reason="Done last year")
    assert stored.plan == {"culture.dignity.visit": dropped}
    assert old_store.wording("riverbend-7f3a") == {
        "agency-profile.yaml": "id: agency-profile\n",
        "scales.yaml": "it's shared\n",
    }
    assert old_store.talk("riverbend-7f3a") == '{"at": "culture.basics"}'


def test_version_1_goes_on(old_store: Store) -> None:
    """A store of the first version takes new answers."""
    entry = old_store.append(
        "riverbend-7f3a",
        item="culture.basics",
        answer=Answer("fully"),
        wording="",
        respondent="r1",
        seen=11,
    )
    assert entry.number == 12
    assert old_store.load("riverbend-7f3a").entries[-1] == entry


def test_version_1_takes_new_marks(old_store: Store) -> None:
    """A store of the first version takes everything that people can decide about an action today."""
    mark = PlanMark(chosen=True, place=2, text="Ask around", causes=("people",), why="No time")
    old_store.mark_all("riverbend-7f3a", {"own.1": mark})
    assert old_store.marks("riverbend-7f3a")["own.1"] == mark


def test_first_step_is_never_changed(connection: sqlite3.Connection, tmp_path: Path) -> None:
    """The first step still makes exactly the tables that it made on its day."""
    migrate(connection, MIGRATIONS[:1])
    other = sqlite3.connect(tmp_path / "other")
    other.executescript(VERSION_1.read_text(encoding="utf-8"))
    assert _shape(connection) == _shape(other)
    other.close()


def test_failed_step_leaves_no_trace(connection: sqlite3.Connection) -> None:
    """Steps before a failing one stay done; the failing one is undone to its last statement."""
    migrate(connection)
    before = _shape(connection)
    steps = (
        *MIGRATIONS,
        ("CREATE TABLE extra (a)",),
        ("CREATE TABLE half (a)", "CREATE TABLE extra (a)"),
    )
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(connection, steps)
    assert version(connection) == NEWEST + 1
    assert _shape(connection) == {**before, "extra": "CREATE TABLE extra (a)"}
    assert not connection.in_transaction


def test_every_commit_is_durable(tmp_path: Path) -> None:
    """A store is written ahead, and every commit waits for the disk."""
    opened_store = opened(tmp_path / "new", patience=0)
    settings = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    found = [opened_store.execute(f"PRAGMA {setting}").fetchone()[0] for setting in settings]
    opened_store.close()
    full = 2
    assert found == ["wal", full, 1, 1]


def test_steps_are_taken_once(connection: sqlite3.Connection) -> None:
    """A store that is up to date is not written to."""
    migrate(connection)
    changes = connection.total_changes
    migrate(connection)
    assert (connection.total_changes, version(connection)) == (changes, NEWEST)
