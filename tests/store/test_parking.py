"""The parking lot in the store: kept, taken out for good, and brought along."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.conftest import MakeHeader

from readiness.domain.log import Parked
from readiness.errors import NotFound
from readiness.store import Store, Stored


def test_kept(store: Store, path: Path, make_header: MakeHeader) -> None:
    """Notes are there for the next process, oldest first, with the time at which they were written."""
    store.create(make_header(), {})
    notes = [store.park("river", text) for text in ("the van", "pay of peers\nagain", "Zoë 🌱")]
    with Store(path, lambda: datetime.now(UTC)) as other:
        assert list(other.parked("river")) == notes
        assert list(other.load("river").parked) == notes


def test_taken_out_is_gone(store: Store, path: Path, make_header: MakeHeader) -> None:
    """A note that was taken out is in neither the store nor the bytes of its files; the others stay."""
    store.create(make_header(), {})
    gone, kept = store.park("river", "unspeakable thing"), store.park("river", "the van")
    store.unpark("river", gone)
    store.unpark("river", gone)
    assert store.parked("river") == (kept,)
    files = list(path.parent.iterdir())
    assert not any(b"unspeakable" in file.read_bytes() for file in files)


def test_gone_with_its_assessment(store: Store, path: Path, make_header: MakeHeader) -> None:
    """Deleting an assessment deletes its notes."""
    store.create(make_header(), {})
    store.park("river", "unspeakable thing")
    store.delete("river")
    assert not any(b"unspeakable" in file.read_bytes() for file in path.parent.iterdir())


def test_unknown_assessment(store: Store) -> None:
    """Nothing is parked for an assessment that there is not."""
    with pytest.raises(NotFound):
        store.park("rivre", "the van")


def test_brought_along_once(store: Store, make_header: MakeHeader) -> None:
    """A file brings in the notes that are missing here, as often as it is imported."""
    store.create(make_header(), {})
    mine = store.park("river", "mine")
    theirs = Parked(text="theirs", at=datetime(2026, 11, 22, tzinfo=UTC))
    file = Stored(header=make_header(), parked=(mine, theirs))
    assert store.restore(file, {}) == "extended"
    assert store.restore(file, {}) == "same"
    assert store.parked("river") == (mine, theirs)


def test_sections_are_kept(store: Store, make_header: MakeHeader, path: Path) -> None:
    """The choice of sections and their order are there for the next process."""
    store.create(make_header(), {})
    store.choose_sections("river", ["roles", "culture"])
    with Store(path, lambda: datetime.now(UTC)) as other:
        assert other.load("river").header.sections == ("roles", "culture")
    with pytest.raises(NotFound):
        store.choose_sections("rivre", ["roles"])


def test_version_1_takes_notes(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """A store of the first version is brought up to date, and takes notes beside all that it held."""
    import sqlite3
    from contextlib import closing

    old = Path(__file__).parent / "data" / "version-1.sql"
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
        connection.executescript(old.read_text(encoding="utf-8"))
    with Store(tmp_path / "store.sqlite3", clock) as store:
        note = store.park("riverbend-7f3a", "the van")
        assert store.load("riverbend-7f3a").parked == (note,)
        assert store.load("harbor-91c2").parked == ()
