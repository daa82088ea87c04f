"""Several stores, threads and processes on one file."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readiness.domain.answers import Answer
from readiness.domain.log import Entry
from readiness.errors import Conflict, StoreUnwritable
from readiness.store import Draft, Header, Store

MakeHeader = Callable[..., Header]
Child = Callable[[str], subprocess.Popen[str]]


def _answer(store: Store, item: str, value: str, seen: int) -> Entry:
    return store.append(
        "river", item=item, answer=Answer(value), wording="w", respondent="r1", seen=seen
    )


def test_conflict_shows_both(
    store: Store, make_header: MakeHeader, clock: Callable[[], datetime]
) -> None:
    """An answer to an item that was answered meanwhile is refused with both answers, and not recorded."""
    store.create(make_header(), {})
    with Store(store.path, clock) as other:
        _answer(other, "a.a", "fully", 0)
        theirs = _answer(other, "a.b", "partly", 1)
        with pytest.raises(Conflict, match=r"answered a\.b in the meantime") as got:
            _answer(store, "a.b", "mostly", 0)
    assert got.value.theirs == (theirs,)
    assert isinstance(got.value.mine, Entry)
    assert (got.value.mine.item, got.value.mine.answer) == ("a.b", Answer("mostly"))
    assert len(store.load("river").entries) == 2


def test_conflict_settled(store: Store, make_header: MakeHeader) -> None:
    """Who has seen the other answer can record the own one after all."""
    store.create(make_header(), {})
    _answer(store, "a.b", "partly", 0)
    with pytest.raises(Conflict) as got:
        _answer(store, "a.b", "mostly", 0)
    seen = max(entry.number for entry in store.since("river", 0))
    assert _answer(store, "a.b", "mostly", seen).number == 2
    assert got.value.theirs == store.since("river", 0)[:1]


def test_other_items_do_not_conflict(store: Store, make_header: MakeHeader) -> None:
    """Newer answers to other items do no harm."""
    store.create(make_header(), {})
    _answer(store, "a.a", "fully", 0)
    assert _answer(store, "a.b", "fully", 0).number == 2


def test_one_conflict_refuses_all(store: Store, make_header: MakeHeader) -> None:
    """Of several answers given together none is recorded when one conflicts, nor is the conversation."""
    store.create(make_header(), {})
    _answer(store, "a.b", "partly", 0)
    drafts = [
        Draft(item=item, answer=Answer("fully"), wording="", respondent="r1")
        for item in ("a.a", "a.b")
    ]
    with pytest.raises(Conflict):
        store.append_all("river", drafts, seen=0, talk="later")
    assert len(store.load("river").entries) == 1
    assert store.talk("river") is None


def test_conflict_between_processes(store: Store, make_header: MakeHeader, child: Child) -> None:
    """What another process recorded is seen, and conflicts as it does within one process."""
    store.create(make_header(), {})
    process = child("print(answer('a.b', 0, 'partly').number)")
    assert process.communicate()[0] == "1\n"
    with pytest.raises(Conflict) as got:
        _answer(store, "a.b", "mostly", 0)
    assert got.value.theirs == store.load("river").entries
    _answer(store, "a.c", "mostly", 0)


def test_two_processes_write_at_once(store: Store, make_header: MakeHeader, child: Child) -> None:
    """Two processes that answer different items at the same time lose nothing and number without a gap."""
    store.create(make_header(), {})
    children = [child(f"for n in range(40): answer(f'{name}.{{n}}', 0)") for name in "xy"]
    for process in children:
        process.communicate()
        assert process.returncode == 0
    entries = store.load("river").entries
    assert [entry.number for entry in entries] == list(range(1, 81))
    assert {entry.item for entry in entries} == {f"{n}.{i}" for n in "xy" for i in range(40)}


def test_many_processes_make_one_store(path: Path, child: Child) -> None:
    """A store that several processes open for the first time at once is made once and whole."""
    script = "sys.stdin.readline(); print(len(store.list()))"
    children = [child(script) for _ in range(6)]
    for process in children:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.communicate()[0] for process in children] == ["0\n"] * 6
    assert path.exists()


def test_threads_take_turns(store: Store, make_header: MakeHeader) -> None:
    """Threads may share a store: what they record is all there."""
    store.create(make_header(), {})
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: _answer(store, f"a.{number}", "fully", 0), range(40)))
    assert [entry.number for entry in store.load("river").entries] == list(range(1, 41))


def test_writer_in_the_way(store: Store, make_header: MakeHeader) -> None:
    """A store that somebody else keeps writing to is told as in use; reading goes on."""
    store.create(make_header(), {})
    hurried = Store(store.path, lambda: datetime.now(UTC), patience=0)
    blocker = sqlite3.connect(store.path, isolation_level=None)
    with hurried:
        hurried.list()
        blocker.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnwritable, match="is in use: another program"):
            _answer(hurried, "a.b", "fully", 0)
        assert hurried.load("river").entries == ()
        blocker.close()
        assert _answer(hurried, "a.b", "fully", 0).number == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_no_lock_outlives_its_process(store: Store, make_header: MakeHeader, child: Child) -> None:
    """A process that is killed in the middle of writing blocks nobody and leaves nothing half-written."""
    store.create(make_header(), {})
    process = child("""
import sqlite3
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("BEGIN IMMEDIATE")
raw.execute("DELETE FROM assessment_wording")
raw.execute("DELETE FROM respondent")
print("writing", flush=True)
sys.stdin.read()
""")
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    process.kill()
    process.wait()
    with Store(store.path, lambda: datetime.now(UTC), patience=0) as after:
        assert _answer(after, "a.b", "fully", 0).number == 1
        assert after.load("river").header == make_header()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("answers", [1, 7, 60])
def test_recorded_answers_survive_a_kill(
    store: Store, make_header: MakeHeader, child: Child, answers: int
) -> None:
    """Every answer that was returned before a SIGKILL is there afterwards."""
    store.create(make_header(), {})
    store.close()
    process = child("for n in range(10**6): print(answer(f'a.{n}', 0).number, flush=True)")
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(answers)]
    process.kill()
    said += process.stdout.readlines()
    recorded = [int(line) for line in said if line.endswith("\n")]
    entries = store.load("river").entries
    assert len(entries) >= len(recorded)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
