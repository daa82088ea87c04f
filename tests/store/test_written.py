"""What was written last is kept by its digest, and goes with its assessment."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.store.conftest import MakeHeader

from readiness.assessment.written import remember_written, written_before
from readiness.reports.living.stamp import stamp_of, stamped
from readiness.store import Store


def _kept(store: Store, text: str) -> str | None:
    stamp = stamp_of(text)
    assert stamp is not None
    return written_before(store, stamp.digest)


def test_what_was_written_is_there_for_the_next_process(store: Store, path: Path) -> None:
    """A generated report is found by the digest that stands in it, also from another process."""
    text = stamped("# Riverbend 🌱\n\n- [ ] One\n", "river")
    assert remember_written(store, text)
    assert remember_written(store, text)
    with Store(path, lambda: datetime.now(UTC)) as other:
        assert _kept(other, text) == text


def test_only_what_was_generated_is_kept(store: Store) -> None:
    """An edited report, or anything else, is not taken for what was generated."""
    text = stamped("# Riverbend\n", "river")
    assert not remember_written(store, text.replace("Riverbend", "Riverside"))
    assert not remember_written(store, "# Riverbend\n")
    assert _kept(store, text) is None


def test_a_store_that_cannot_be_written_stops_nothing(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    """Where nothing can be kept, it is not, and nobody hears of it."""
    (tmp_path / "folder").write_text("no folder", "utf-8")
    with Store(tmp_path / "folder" / "store.sqlite3", clock) as store:
        assert not remember_written(store, stamped("# Riverbend\n"))
        assert written_before(store, "0123456789abcdef") is None


def test_gone_with_its_assessment(store: Store, path: Path, make_header: MakeHeader) -> None:
    """Deleting an assessment deletes what was written of it, to the bytes, and nothing of another."""
    name, other = "river_100%!-->", "riverx100%!-->"
    store.create(make_header(name), {})
    gone, kept = stamped("unspeakable thing\n", name), stamped("the van\n", other)
    assert remember_written(store, gone)
    assert remember_written(store, kept)
    store.delete(name)
    assert _kept(store, gone) is None
    assert _kept(store, kept) == kept
    assert not any(b"unspeakable" in file.read_bytes() for file in path.parent.iterdir())
