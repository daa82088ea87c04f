"""What goes into a store comes out of it."""

import sqlite3
import stat
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from readiness.domain.answers import Answer, Missing, Respondent
from readiness.domain.log import Entry, PlanMark, current
from readiness.errors import NotFound, StoreError
from readiness.store import Draft, Header, Store, Stored, default_path

MakeHeader = Callable[..., Header]
WORDING = {"scales.yaml": "scales: …\n", "employer-competencies.yaml": "id: x\n"}


def _answer(store: Store, item: str, value: str, seen: int, assessment: str = "river") -> Entry:
    return store.append(
        assessment, item=item, answer=Answer(value), wording="w", respondent="r1", seen=seen
    )


def _hashes(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        found: int = connection.execute("SELECT COUNT(*) FROM wording").fetchone()[0]
    connection.close()
    return found


def test_created_and_loaded(store: Store, make_header: MakeHeader) -> None:
    """A header comes back as it was given, and an assessment begins with an empty log and plan."""
    header = make_header(
        respondents={"b": Respondent("Zoë", "supervisor"), "a": Respondent()},
        date=date(2026, 11, 21),
        scope="quick",
        round="six months",
        sections=("culture", "roles"),
    )
    store.create(header, WORDING)
    assert store.load("river") == Stored(header=header)
    assert list(store.load("river").header.respondents) == ["b", "a"]
    assert store.wording("river") == WORDING


def test_answers_are_numbered_and_timed(store: Store, make_header: MakeHeader) -> None:
    """Entries count from 1 without a gap, carry the clock's time, and are read back equal."""
    store.create(make_header(), WORDING)
    first = _answer(store, "culture.basics", "mostly", 0)
    second = store.append(
        "river",
        item="profile.start",
        answer=Answer(date(2027, 1, 4), note="or so", flag=True, share=True),
        wording="w2",
        respondent="r1",
        seen=1,
    )
    assert (first.number, second.number) == (1, 2)
    assert second.at - first.at == timedelta(seconds=1)
    assert store.load("river").entries == (first, second)
    assert store.since("river", 1) == (second,)


def test_undo_is_another_entry(store: Store, make_header: MakeHeader) -> None:
    """Taking an answer back leaves both entries in the log and no current answer."""
    store.create(make_header(), WORDING)
    _answer(store, "culture.basics", "mostly", 0)
    store.append(
        "river",
        item="culture.basics",
        answer=None,
        wording="w",
        respondent="r1",
        seen=1,
        undoes=1,
    )
    entries = store.load("river").entries
    assert [entry.undoes for entry in entries] == [None, 1]
    assert current(entries) == {}
    assert store.list()[0].answered == 0


def test_nothing_to_undo(store: Store, make_header: MakeHeader) -> None:
    """An entry cannot undo itself or a later one, and trying records nothing."""
    store.create(make_header(), WORDING)
    draft = Draft(item="a.b", answer=None, wording="", respondent="r1", undoes=1)
    with pytest.raises(ValueError, match="cannot undo"):
        store.append_all("river", [draft], seen=0)
    assert store.load("river").entries == ()


def test_several_at_once(store: Store, make_header: MakeHeader) -> None:
    """Several answers given together are recorded in their order, with the state of the conversation."""
    store.create(make_header(), WORDING)
    drafts = [
        Draft(item=f"a.{number}", answer=Answer(number), wording="", respondent="r1")
        for number in range(5)
    ]
    entries = store.append_all("river", drafts, seen=0, talk="after five")
    assert [entry.item for entry in entries] == ["a.0", "a.1", "a.2", "a.3", "a.4"]
    assert store.load("river").entries == entries
    assert store.talk("river") == "after five"


def test_talk_is_kept(store: Store, make_header: MakeHeader) -> None:
    """The state of the conversation that was saved last comes back, and there is none before that."""
    store.create(make_header(), WORDING)
    assert store.talk("river") is None
    store.save_talk("river", '{"step": 1}')
    store.save_talk("river", '{"step": 2, "said": "Zoë 🌱"}')
    assert store.talk("river") == '{"step": 2, "said": "Zoë 🌱"}'


def test_last_mark_stands(store: Store, make_header: MakeHeader) -> None:
    """The plan shows the last mark of each action, exactly as it was given."""
    store.create(make_header(), WORDING)
    dropped = PlanMark(state="dropped", reason="Not ours to do")
    dated = PlanMark(owner="Luis", due=date(2027, 1, 4), state="done")
    store.mark("river", "culture.basics.teach", PlanMark(owner="Ana"))
    store.mark("river", "culture.basics.teach", dated)
    store.mark("river", "roles.pay.raise", dropped)
    plan = {"culture.basics.teach": dated, "roles.pay.raise": dropped}
    assert store.load("river").plan == plan


def test_list_newest_touched_first(store: Store, make_header: MakeHeader) -> None:
    """The list counts current answers and begins with what was answered, marked or created last."""
    for name, hour in (("old", 8), ("mid", 9), ("new", 10)):
        created = datetime(2026, 11, 21, hour, tzinfo=UTC)
        store.create(make_header(name, created=created), WORDING)
    assert [one.header.id for one in store.list()] == ["new", "mid", "old"]
    _answer(store, "a.a", "fully", 0, "old")
    _answer(store, "a.a", "partly", 1, "old")
    last = store.append(
        "old",
        item="a.b",
        answer=Answer(Missing.DONT_KNOW),
        wording="",
        respondent="r1",
        seen=2,
    )
    store.mark("mid", "a.a.x", PlanMark())
    mid, old, new = store.list()
    assert [one.header.id for one in (mid, old, new)] == ["mid", "old", "new"]
    assert (old.answered, old.last_entry, old.touched) == (2, last.at, last.at)
    assert (new.answered, new.last_entry, new.touched) == (0, None, new.header.created)
    assert old.header == store.load("old").header


def test_empty_store_lists_nothing(store: Store) -> None:
    """A store that was just made holds no assessment."""
    assert store.list() == ()


def test_beginning_of_an_id(store: Store, make_header: MakeHeader) -> None:
    """The beginning of an id names the only assessment that it fits; an exact id always wins."""
    for name in ("ab", "abcd", "xy"):
        store.create(make_header(name), WORDING)
    assert (store.resolve("x"), store.resolve("ab"), store.resolve("abc")) == ("xy", "ab", "abcd")
    assert store.load("x").header.id == "xy"
    with pytest.raises(NotFound, match=r"2 assessments begin with “a”: ab, abcd\. Type more"):
        store.resolve("a")


@pytest.mark.parametrize("written", ["rivre", "", "%", "\udcff"])
def test_unknown_id(store: Store, make_header: MakeHeader, written: str) -> None:
    """An id that nothing fits is told, whatever was typed."""
    with pytest.raises(NotFound, match="none has been started here yet"):
        store.resolve(written)
    store.create(make_header(), WORDING)
    with pytest.raises(NotFound, match="There is no assessment"):
        store.load(written)


def test_near_id_is_suggested(store: Store, make_header: MakeHeader) -> None:
    """Every door says which id was probably meant."""
    store.create(make_header(), WORDING)
    doors: list[Callable[[], object]] = [
        lambda: store.load("rivre"),
        lambda: store.wording("rivre"),
        lambda: store.since("rivre", 0),
        lambda: store.talk("rivre"),
        lambda: store.save_talk("rivre", ""),
        lambda: store.mark("rivre", "a.b.c", PlanMark()),
        lambda: store.delete("rivre"),
        lambda: _answer(store, "a.b", "fully", 0, "rivre"),
    ]
    for door in doors:
        with pytest.raises(NotFound, match=r"Did you mean river\?"):
            door()


def test_id_is_taken(store: Store, make_header: MakeHeader) -> None:
    """A second assessment of the same id is refused, and the first one stays."""
    store.create(make_header(), WORDING)
    with pytest.raises(StoreError, match="taken"):
        store.create(make_header(agency="Other"), {})
    assert store.load("river").header.agency == "Riverbend"
    assert store.wording("river") == WORDING


def test_wording_is_shared(store: Store, make_header: MakeHeader) -> None:
    """The same text is stored once for all assessments, and goes with the last one that uses it."""
    store.create(make_header("one"), WORDING)
    store.create(make_header("two"), {**WORDING, "scales.yaml": "other\n"})
    assert _hashes(store.path) == 3
    store.delete("one")
    assert _hashes(store.path) == 2
    assert store.wording("two") == {**WORDING, "scales.yaml": "other\n"}
    store.delete("two")
    assert _hashes(store.path) == 0


def test_deleted_is_gone(store: Store, make_header: MakeHeader) -> None:
    """A deleted assessment is not found any more, nor are its notes in any file of the store."""
    store.create(make_header(), WORDING)
    store.create(make_header("other"), WORDING)
    note = "a very private remark"
    store.append(
        "river",
        item="a.b",
        answer=Answer("fully", note=note),
        wording="",
        respondent="r1",
        seen=0,
        talk=note,
    )
    store.mark("river", "a.b.c", PlanMark(reason=note))
    store.delete("river")
    assert [one.header.id for one in store.list()] == ["other"]
    for file in store.path.parent.iterdir():
        assert note.encode() not in file.read_bytes()


def test_survives_reopening(store: Store, make_header: MakeHeader, path: Path) -> None:
    """What was stored is there after closing, for the same object and for another one."""
    store.create(make_header(), WORDING)
    entry = _answer(store, "a.b", "fully", 0)
    store.close()
    store.close()
    assert store.load("river").entries == (entry,)
    with Store(path, lambda: datetime.now(UTC)) as other:
        assert other.load("river").entries == (entry,)


@pytest.mark.parametrize("name", ["a b.sqlite3", "50%.db", "what?mode=memory", "a#b", "Zoë 🌱"])
def test_any_file_name(tmp_path: Path, make_header: MakeHeader, name: str) -> None:
    """The store lies in the file of exactly the name that was given."""
    with Store(tmp_path / name, lambda: datetime.now(UTC)) as store:
        store.create(make_header(), WORDING)
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="no permission bits there")
def test_only_the_owner_reads(store: Store, make_header: MakeHeader) -> None:
    """The folder is made 0700 and every file in it 0600; a file that is open to others is closed."""
    store.create(make_header(), WORDING)
    files = list(store.path.parent.iterdir())
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700
    store.close()
    store.path.chmod(0o644)
    store.list()
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_nothing_happens_before_use(path: Path, clock: Callable[[], datetime]) -> None:
    """Naming a store makes no file."""
    Store(path, clock).close()
    assert not path.parent.exists()


def test_default_path() -> None:
    """READINESS_STORE names the store; without it, it lies in a folder of the user's data."""
    assert default_path({"READINESS_STORE": "/x/y.db"}) == Path("/x/y.db")
    assert default_path({"READINESS_STORE": "~/y.db"}) == Path.home() / "y.db"
    assert default_path({}).parts[-2:] == ("readiness", "store.sqlite3")


def test_time_needs_a_zone(path: Path, make_header: MakeHeader) -> None:
    """A clock that does not say its zone is a mistake that records nothing."""
    with Store(path, lambda: datetime(2026, 11, 21)) as store:
        store.create(make_header(), WORDING)
        with pytest.raises(ValueError, match="zone"):
            _answer(store, "a.b", "fully", 0)
        assert store.load("river").entries == ()
