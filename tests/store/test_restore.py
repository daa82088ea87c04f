"""Importing: all of it or nothing, never twice, and never over what was answered here."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from readiness.domain.answers import Answer, Respondent
from readiness.domain.log import Entry, PlanMark
from readiness.errors import Conflict, InvalidInput
from readiness.store import Header, Store, Stored

MakeHeader = Callable[..., Header]
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def _entry(number: int, value: str = "mostly", **fields: object) -> Entry:
    return Entry(
        **{
            "number": number,
            "respondent": "r1",
            "item": f"a.{number}",
            "answer": Answer(value),
            "wording": "",
            "at": AT,
            **fields,
        }  # type: ignore[arg-type]
    )


def test_longer_log_extends(store: Store, make_header: MakeHeader) -> None:
    """The entries and respondents that the store does not have are added; its header and wording stay."""
    store.restore(Stored(header=make_header(), entries=(_entry(1),)), {"a": "old"})
    people = {"r1": Respondent("renamed"), "r2": Respondent("B", "peer_staff")}
    longer = Stored(
        header=make_header(agency="renamed", respondents=people), entries=(_entry(1), _entry(2))
    )
    assert store.restore(longer, {"a": "new"}) == "extended"
    stored = store.load("river")
    assert stored.entries == longer.entries
    assert stored.header == make_header(
        respondents={**make_header().respondents, "r2": people["r2"]}
    )
    assert store.wording("river") == {"a": "old"}


def test_shorter_log_changes_nothing(store: Store, make_header: MakeHeader) -> None:
    """An older copy of what the store has is recognised and left alone."""
    whole = Stored(header=make_header(), entries=(_entry(1), _entry(2)))
    store.restore(whole, {})
    assert store.restore(Stored(header=make_header(), entries=(_entry(1),)), {}) == "same"
    assert store.load("river") == whole


@pytest.mark.parametrize(
    "other",
    [
        _entry(2, "partly"),
        _entry(2, item="b.b"),
        _entry(2, answer=None),
        _entry(2, undoes=1),
        _entry(2, at=datetime(2026, 11, 21, 12, 0, 0, 1, tzinfo=UTC)),
    ],
)
def test_diverged_log_is_refused(store: Store, make_header: MakeHeader, other: Entry) -> None:
    """Where store and file were both answered, nothing is imported and the way out is named."""
    here = Stored(header=make_header(), entries=(_entry(1), _entry(2), _entry(3)))
    store.restore(here, {})
    people = {"r9": Respondent("new")}
    file = Stored(
        header=make_header(respondents=people),
        entries=(_entry(1), other),
        plan={"a.1.x": PlanMark()},
    )
    with pytest.raises(
        Conflict, match=r"from entry 2 on .* Nothing was imported. To keep both"
    ) as got:
        store.restore(file, {"new": "wording"})
    assert (got.value.theirs, got.value.mine) == (here.entries[1:], other)
    assert store.load("river") == here
    assert store.wording("river") == {}


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ((_entry(2),), "entry 1 has the number 2"),
        ((_entry(1), _entry(1)), "entry 2 has the number 1"),
        ((_entry(1, undoes=1),), "entry 1 undoes 1"),
        ((_entry(1), _entry(2, undoes=10**30)), "which is no earlier entry"),
    ],
)
def test_impossible_log(
    store: Store, make_header: MakeHeader, entries: tuple[Entry, ...], says: str
) -> None:
    """A log that no store can have written is refused whole."""
    with pytest.raises(InvalidInput, match=says):
        store.restore(Stored(header=make_header(), entries=entries), {})
    assert store.list() == ()


@pytest.mark.parametrize("name", ["", "\ud800"])
def test_impossible_id(store: Store, make_header: MakeHeader, name: str) -> None:
    """An assessment without an id that can be kept is refused."""
    with pytest.raises(InvalidInput, match="no id"):
        store.restore(Stored(header=make_header(name)), {})


def test_marks_of_the_file_are_taken(store: Store, make_header: MakeHeader) -> None:
    """A mark that the store never had becomes the one that stands."""
    store.create(make_header(), {})
    store.mark("river", "a.b.c", PlanMark(owner="Ana"))
    file = Stored(header=make_header(), plan={"a.b.c": PlanMark(state="done")})
    assert store.restore(file, {}) == "extended"
    assert store.load("river").plan == file.plan


def test_older_marks_do_not_come_back(store: Store, make_header: MakeHeader) -> None:
    """A mark that was replaced here is not brought back by an older copy."""
    store.create(make_header(), {})
    store.mark("river", "a.b.c", PlanMark(owner="Ana"))
    copy = store.load("river")
    store.mark("river", "a.b.c", PlanMark(owner="Luis"))
    assert store.restore(copy, {}) == "same"
    assert store.load("river").plan == {"a.b.c": PlanMark(owner="Luis")}
