"""Files that this version cannot use: newer ones, damaged ones and somebody else's."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readiness.domain.answers import Answer
from readiness.domain.log import PlanMark
from readiness.errors import StoreDamaged, StoreTooNew
from readiness.store import Header, Store

MakeHeader = Callable[..., Header]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def _clock() -> datetime:
    return datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize("content", [b"readiness: 1\n", b"x", b"SQLite format 3", b"\x00" * 9000])
def test_not_a_database(path: Path, content: bytes) -> None:
    """A file of another kind is refused and stays as it is, alone in its folder."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="is not a store of Readiness"):
        Store(path, _clock).list()
    assert _bytes(path.parent) == {path.name: content}


def test_folder_instead_of_a_file(path: Path) -> None:
    """A folder is no store."""
    path.mkdir(parents=True)
    with pytest.raises(StoreDamaged, match="is not a store of Readiness"):
        Store(path, _clock).list()


@pytest.mark.parametrize("mark", ["", "PRAGMA application_id = 7;"])
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_database_of_another_program(path: Path, mark: str, journal: str) -> None:
    """Another program's SQLite file is refused and not touched."""
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA journal_mode = {journal}; {mark} CREATE TABLE a (b);")
    connection.close()
    before = _bytes(path.parent)
    with pytest.raises(StoreDamaged, match="is not a store of Readiness"):
        Store(path, _clock).list()
    assert _bytes(path.parent) == before


def test_empty_file_becomes_a_store(path: Path) -> None:
    """An empty file, such as a killed first start leaves, is as good as none."""
    path.parent.mkdir()
    path.touch()
    with Store(path, _clock) as store:
        assert store.list() == ()


@pytest.mark.parametrize("damage", ["zeros", "cut"])
def test_damaged(store: Store, make_header: MakeHeader, damage: str) -> None:
    """A store whose inside is destroyed is told as damaged, with what to do."""
    store.create(make_header(), {"a": "x" * 50_000})
    store.close()
    content = store.path.read_bytes()
    harmed = content[:4096] + b"\x00" * (len(content) - 4096)
    store.path.write_bytes(harmed if damage == "zeros" else content[:4096])
    with pytest.raises(StoreDamaged, match=r"is damaged and cannot be read\. Put it aside"):
        store.load("river")
    store.close()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE entry SET answer = 'x'",
        "UPDATE entry SET answer = '[]'",
        """UPDATE entry SET answer = '{"missing": "lost"}'""",
        """UPDATE entry SET answer = '{"text": 1}'""",
        """UPDATE entry SET answer = '{"text": "a", "date": "b"}'""",
        "UPDATE entry SET at = 'noon'",
        "UPDATE assessment SET date = 'x'",
        "UPDATE assessment SET scope = 'x'",
        "UPDATE assessment SET sections = 'x'",
        "UPDATE respondent SET role = 'x'",
        "UPDATE plan_mark SET state = 'x'",
        "UPDATE plan_mark SET more = 'x'",
        """UPDATE plan_mark SET more = '{"place": "first"}'""",
        """UPDATE plan_mark SET more = '{"causes": ["weather"]}'""",
        "UPDATE entry SET item = CAST(X'FF' AS TEXT)",
        "DROP TABLE talk; DROP VIEW current_answer; DROP TABLE entry",
    ],
)
def test_impossible_rows(store: Store, make_header: MakeHeader, harm: str) -> None:
    """A row that this product never wrote is told as damage instead of being guessed at."""
    store.create(make_header(), {})
    store.append("river", item="a.a", answer=Answer("x"), wording="", respondent="r1", seen=0)
    store.mark("river", "a.a.x", PlanMark())
    store.close()
    connection = sqlite3.connect(store.path)
    connection.executescript(harm)
    connection.close()
    with pytest.raises(StoreDamaged, match="is damaged"):
        store.load("river")


@pytest.mark.parametrize("merged", [True, False], ids=["closed", "killed"])
def test_newer_store_is_untouched(
    store: Store, make_header: MakeHeader, tmp_path: Path, merged: bool
) -> None:
    """A store of a newer version is refused with what to do, keeps every byte, and gets no file beside it."""
    store.create(make_header(), {})
    newer = sqlite3.connect(store.path)
    newer.execute("PRAGMA user_version = 99")
    copy = tmp_path / "copy"
    if merged:
        newer.close()
        store.close()
        shutil.copytree(store.path.parent, copy)
    else:  # the newer version was stopped before it merged its write-ahead log
        shutil.copytree(store.path.parent, copy, ignore=shutil.ignore_patterns("*-shm"))
        newer.close()
    before = _bytes(copy)
    with pytest.raises(
        StoreTooNew,
        match=r"newer version of Readiness\. .* update Readiness .* Nothing was changed",
    ):
        Store(copy / store.path.name, _clock).list()
    after = _bytes(copy)
    if not merged:  # an index into the log, which every reader makes anew
        after.pop(f"{store.path.name}-shm", None)
    assert after == before


def test_half_merged_log(store: Store, make_header: MakeHeader, tmp_path: Path) -> None:
    """A file whose log was being merged when the disk filled up, or the power went, opens with every answer."""
    store.create(make_header(), {"a.yaml": "a" * 200_000})
    for number in range(20):
        store.append(
            "river",
            item=f"roles.i{number}",
            answer=Answer("partly"),
            wording="",
            respondent="r1",
            seen=number,
        )
    copy = tmp_path / "copy.sqlite3"
    log = store.path.with_name(f"{store.path.name}-wal").read_bytes()
    (tmp_path / "copy.sqlite3-wal").write_bytes(log)
    copy.write_bytes(_newest_first_page(log))
    with Store(copy, lambda: datetime.now(UTC)) as half:
        assert len(half.load("river").entries) == 20


def _newest_first_page(log: bytes) -> bytes:
    """What a merge writes first: the last version of page one in a write-ahead log (sqlite.org/walformat.html)."""
    size = int.from_bytes(log[8:12], "big")
    starts = range(32, len(log) - 24 - size + 1, 24 + size)
    ones = [start for start in starts if int.from_bytes(log[start : start + 4], "big") == 1]
    return log[ones[-1] + 24 : ones[-1] + 24 + size]
