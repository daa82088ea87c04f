"""A full disk, a read-only one, no permission: a clear sentence, and nothing lost."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readiness.domain.answers import Answer
from readiness.errors import StoreUnwritable
from readiness.store import Header, Store
from readiness.store.faults import told

MakeHeader = Callable[..., Header]
Child = Callable[[str], subprocess.Popen[str]]

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits and rights of Linux")

# Root may write everywhere; without its capabilities the permission bits bind it as they bind others.
_AS_ANYBODY = """
import ctypes
header = (ctypes.c_uint32 * 2)(0x20080522, 0)
if ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()):
    raise SystemExit("capset failed")
"""
_TELL = """
def tell(work):
    try:
        print("did", work())
    except ReadinessError as error:
        print(type(error).__name__, error)
"""


def _lines(process: "subprocess.Popen[str]") -> list[str]:
    return process.communicate()[0].splitlines()


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def _clock() -> datetime:
    return datetime(2026, 11, 21, 12, tzinfo=UTC)


@linux_only
def test_disk_full(store: Store, make_header: MakeHeader, child: Child) -> None:
    """When the disk takes no more, the answer is refused in plain words, and goes in once there is room."""
    store.create(make_header(), {})
    first = store.append(
        "river", item="a.a", answer=Answer("fully"), wording="", respondent="r1", seen=0
    )
    limit = """
import resource
size = Path(sys.argv[1] + "-wal").stat().st_size
answer("a.x", 1)
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
tell(lambda: answer("a.b", 2).number)
tell(lambda: len(store.load("river").entries))
tell(lambda: store.save_talk("river", "x" * 10000))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
tell(lambda: answer("a.b", 2).number)
"""
    refused, read, talk, repeated = _lines(child(_TELL + limit))
    for line in (refused, talk):
        assert line.startswith("StoreUnwritable The disk did not take")
        assert "It may be full" in line
        assert line.endswith("Nothing that was stored before is lost.")
    assert (read, repeated) == ("did 2", "did 3")
    assert [entry.item for entry in store.load("river").entries] == ["a.a", "a.x", "a.b"]
    assert store.load("river").entries[0] == first
    assert store.talk("river") is None


@linux_only
def test_disk_full_in_an_import(store: Store, make_header: MakeHeader, child: Child) -> None:
    """An import that the disk cannot hold leaves nothing of itself behind."""
    store.create(make_header(), {})
    script = """
import resource
from msgspec.structs import replace
stored = store.load("river")
other = replace(stored, header=replace(stored.header, id="other"))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
tell(lambda: store.restore(other, {"big.yaml": "x" * 3_000_000}))
"""
    (refused,) = _lines(child(_TELL + script))
    assert refused.startswith("StoreUnwritable ")
    assert [one.header.id for one in store.list()] == ["river"]


@linux_only
def test_disk_full_at_the_start(child: Child) -> None:
    """A store that cannot be begun for want of room is begun later as if nothing had happened."""
    script = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, resource.RLIM_INFINITY))
tell(store.list)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
tell(store.list)
"""
    refused, begun = _lines(child(_TELL + script))
    assert refused.startswith("StoreUnwritable ")
    assert begun == "did ()"


@linux_only
def test_read_only_disk(store: Store, make_header: MakeHeader, child: Child) -> None:
    """On a read-only disk everything can be read, writing is refused in plain words, and no file changes."""
    store.create(make_header(), {"a": "text"})
    store.append("river", item="a.a", answer=None, wording="", respondent="r1", seen=0)
    store.close()
    store.path.chmod(0o400)
    store.path.parent.chmod(0o500)
    before = _bytes(store.path.parent)
    script = """
tell(lambda: len(store.list()))
tell(lambda: len(store.load("river").entries))
tell(lambda: store.wording("river"))
tell(lambda: answer("a.b", 1))
"""
    *read, refused = _lines(child(_AS_ANYBODY + _TELL + script))
    store.path.parent.chmod(0o700)
    assert read == ["did 1", "did 1", "did {'a': 'text'}"]
    assert refused.startswith(f"StoreUnwritable {store.path} cannot be opened for writing: ")
    assert "read-only" in refused
    assert _bytes(store.path.parent) == before


@linux_only
def test_read_only_file(store: Store, make_header: MakeHeader, child: Child) -> None:
    """A read-only file in a folder that can be written to is read, and not written."""
    store.create(make_header(), {})
    store.close()
    store.path.chmod(0o400)
    before = store.path.read_bytes()
    script = """
tell(lambda: len(store.list()))
tell(lambda: answer("a.b", 0))
"""
    read, refused = _lines(child(_AS_ANYBODY + _TELL + script))
    assert read == "did 1"
    assert refused.startswith("StoreUnwritable ")
    assert store.path.read_bytes() == before


@linux_only
@pytest.mark.parametrize("mode", [0o000, 0o500])
def test_folder_without_permission(path: Path, child: Child, mode: int) -> None:
    """A store that may not be made is told, with the way to name another file."""
    path.parent.mkdir()
    path.parent.chmod(mode)
    (told_line,) = _lines(child(_AS_ANYBODY + _TELL + "tell(store.list)"))
    path.parent.chmod(0o700)
    assert told_line == (
        f"StoreUnwritable {path} cannot be made to keep your answers in: permission denied. "
        "Name another file with --store FILE."
    )


@linux_only
def test_file_without_permission(store: Store, child: Child) -> None:
    """A store that may not be read is told as such, and not as damaged."""
    store.list()
    store.close()
    store.path.chmod(0o000)
    (line,) = _lines(child(_AS_ANYBODY + _TELL + "tell(store.list)"))
    assert line.startswith("StoreUnwritable ")
    assert "no permission" in line


def test_full_as_sqlite_says_it(tmp_path: Path) -> None:
    """What SQLite calls full is told as a full disk."""
    connection = sqlite3.connect(tmp_path / "x")
    connection.execute("PRAGMA max_page_count = 2")
    with pytest.raises(StoreUnwritable, match="The disk is full"), told(tmp_path / "x"):
        connection.executescript("CREATE TABLE a (b); CREATE TABLE c (d); CREATE TABLE e (f);")
    connection.close()


def test_own_mistakes_are_not_dressed_up(tmp_path: Path) -> None:
    """A mistake in our own code is not told as a fault of the disk."""
    with pytest.raises(sqlite3.ProgrammingError), told(tmp_path):
        raise sqlite3.ProgrammingError("closed")


def test_folder_cannot_be_made(tmp_path: Path) -> None:
    """A file where a folder is needed is told, and stays."""
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file" / "store.sqlite3", tmp_path / "file" / "a" / "b"):
        with pytest.raises(StoreUnwritable, match="cannot be made to keep your answers in"):
            Store(path, _clock).list()
    assert (tmp_path / "file").read_text() == "mine"
