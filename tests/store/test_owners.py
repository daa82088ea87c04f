"""Who holds which role: kept, changed, taken away, brought along, and gone with the assessment."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.conftest import MakeHeader

from readiness.errors import NotFound
from readiness.store import Store, Stored


def test_kept(store: Store, path: Path, make_header: MakeHeader) -> None:
    """Names are there for the next process; a role told again has the newer name."""
    store.create(make_header(), {})
    store.name_owners("river", {"HR lead": "Ana", "program director": "Zoë 🌱"})
    store.name_owners("river", {"HR lead": "Ana Diaz"})
    with Store(path, lambda: datetime.now(UTC)) as other:
        assert other.owners("river") == {"HR lead": "Ana Diaz", "program director": "Zoë 🌱"}
        assert other.load("river").owners == other.owners("river")


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_takes_it_away(store: Store, make_header: MakeHeader, name: str) -> None:
    """Whoever held a role holds it no more; taking away what is not there does nothing."""
    store.create(make_header(), {})
    store.name_owners("river", {"HR lead": "Ana"})
    store.name_owners("river", {"HR lead": name, "janitor": name})
    assert store.owners("river") == {}


def test_each_assessment_has_its_own(store: Store, make_header: MakeHeader) -> None:
    """A name given in one assessment is in no other, and goes with it."""
    store.create(make_header(), {})
    store.create(make_header("harbor"), {})
    store.name_owners("river", {"HR lead": "Ana"})
    assert store.owners("harbor") == {}
    store.delete("river")
    assert not any(b"Ana" in file.read_bytes() for file in store.path.parent.iterdir())


def test_unknown_assessment(store: Store) -> None:
    """Nobody is named in an assessment that there is not."""
    with pytest.raises(NotFound):
        store.name_owners("rivre", {"HR lead": "Ana"})
    with pytest.raises(NotFound):
        store.owners("rivre")


def test_brought_along_once(store: Store, make_header: MakeHeader) -> None:
    """A file brings in the names that are missing here; a name that stands here stays."""
    store.create(make_header(), {})
    store.name_owners("river", {"HR lead": "Ana"})
    file = Stored(header=make_header(), owners={"HR lead": "Somebody", "team lead": "Luis"})
    assert store.restore(file, {}) == "extended"
    assert store.restore(file, {}) == "same"
    assert store.owners("river") == {"HR lead": "Ana", "team lead": "Luis"}


def test_version_1_takes_names(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """A store of the first version is brought up to date, and takes names beside all that it held."""
    import sqlite3
    from contextlib import closing

    old = Path(__file__).parent / "data" / "version-1.sql"
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
        connection.executescript(old.read_text(encoding="utf-8"))
    with Store(tmp_path / "store.sqlite3", clock) as store:
        store.name_owners("riverbend-7f3a", {"HR lead": "Ana"})
        assert store.load("riverbend-7f3a").owners == {"HR lead": "Ana"}
