"""Moving an assessment between machines: out to a file and in again, whole or not at all."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment import small

from readiness.assessment import Session, open_session
from readiness.assessment.moving import export, take_in
from readiness.domain.answers import Answer, Missing
from readiness.domain.log import CAUSES, PlanMark
from readiness.errors import Conflict, InvalidInput, NotFound, StoreUnwritable
from readiness.loading import LoadedAnswers, dump_answers, parse_answers
from readiness.store import Outcome, Store

BY_HAND = """
readiness: 1
agency: Riverbend
date: 2026-11-21
questionnaires: [agency-profile, culture-check]
answers:
  profile.drives: yes
  profile.workers: [employee, volunteer]
  profile.staff: 12
  culture.basics: {value: partly, note: Only nights., flag: true}
  culture.dignity: dont_know
"""


def _parse(text: str) -> LoadedAnswers:
    return parse_answers(text, "moved.yaml", small.library())


def _take(store: Store, text: str) -> tuple[str, Outcome]:
    return take_in(store, small.library(), small.ticking(), _parse(text))


def _exported(store: Store, session: Session) -> str:
    return dump_answers(export(store, session.id))


def _answered(store: Store) -> Session:
    session = small.begin(store)
    session.record("profile.drives", Answer("yes"))
    session.record("culture.basics", Answer("partly", note="Only nights."))
    session.record("culture.basics", Answer("fully"))
    session.undo()
    return session


marks = st.builds(
    PlanMark,
    owner=st.text(max_size=10),
    due=st.none() | st.dates(),
    state=st.sampled_from(["open", "doing", "done", "dropped"]),
    reason=st.text(max_size=10),
    chosen=st.none() | st.booleans(),
    place=st.none() | st.integers(1, 999),
    text=st.text(max_size=10),
    causes=st.lists(st.sampled_from(CAUSES), unique=True).map(tuple),
    why=st.text(max_size=10),
)


@settings(max_examples=60)
@given(
    st.lists(small.answers() | st.sampled_from(["undo", "redo"]), max_size=8),
    st.dictionaries(
        st.sampled_from(["culture.basics.teach", "culture.dignity.ask", "own.1", "before.key"]),
        marks,
    ),
    st.text(min_size=1, max_size=20),
    st.text(max_size=20),
    st.sampled_from(["full", "quick"]),
    st.lists(st.text(max_size=20), max_size=3),
    st.dictionaries(st.text(max_size=20), st.text(max_size=20), max_size=3),
)
def test_export_then_import_is_the_identity(
    steps: list[small.Step],
    plan: dict[str, PlanMark],
    agency: str,
    round_name: str,
    scope: str,
    parked: list[str],
    owners: dict[str, str],
) -> None:
    """Answers, id, wording, log, plan, parking lot, names of roles and all else come out elsewhere as they went in."""
    with small.new_store() as here, small.new_store() as there:
        session = small.begin(here, agency=agency, round_name=round_name, scope=scope)
        for step in steps:
            small.take(session, step)
        for action, mark in plan.items():
            here.mark(session.id, action, mark)
        for note in parked:
            session.park(note)
        session.name_owners(owners)
        text = _exported(here, session)
        assert _take(there, text) == (session.id, "new")
        assert export(there, session.id) == export(here, session.id)
        assert _exported(there, session) == text
        moved = open_session(there, small.library(), session.id)
        assert moved.entries == session.entries
        assert moved.answers == session.answers
        assert there.wording(session.id) == here.wording(session.id)
        assert there.load(session.id).plan == here.load(session.id).plan
        assert moved.parked == session.parked
        assert moved.owners == session.owners
        assert there.load(session.id).header.respondents == session.header.respondents


def test_known_id_is_not_doubled() -> None:
    """Importing what is there already changes nothing, as often as it is done."""
    with small.new_store() as store:
        session = _answered(store)
        before, text = store.load(session.id), _exported(store, session)
        for _ in range(2):
            assert _take(store, text) == (session.id, "same")
        assert store.load(session.id) == before
        assert len(store.list()) == 1


def test_there_and_back() -> None:
    """What was answered on another machine comes back as an extension of the same assessment."""
    with small.new_store() as here, small.new_store() as there:
        session = _answered(here)
        _take(there, _exported(here, session))
        away = open_session(there, small.library(), session.id)
        away.record("culture.dignity", Answer("fully"))
        away.undo()
        assert _take(here, _exported(there, away)) == (session.id, "extended")
        assert here.load(session.id).entries == there.load(session.id).entries


def test_an_older_file_changes_nothing() -> None:
    """A file that is behind the store takes nothing back."""
    with small.new_store() as store:
        session = _answered(store)
        text = _exported(store, session)
        session.record("culture.dignity", Answer("fully"))
        before = store.load(session.id)
        assert _take(store, text) == (session.id, "same")
        assert store.load(session.id) == before


def test_logs_that_went_different_ways() -> None:
    """Two machines that answered separately are not mixed, and the way to keep both works."""
    with small.new_store() as here, small.new_store() as there:
        session = _answered(here)
        _take(there, _exported(here, session))
        away = open_session(there, small.library(), session.id)
        away.record("culture.dignity", Answer("fully"))
        session.record("culture.dignity", Answer("not_yet"))
        before, text = here.load(session.id), _exported(there, away)
        with pytest.raises(Conflict, match="take the line “id:” out of the file"):
            _take(here, text)
        assert here.load(session.id) == before
        name, outcome = _take(here, text.replace(f"id: {session.id}\n", "", 1))
        assert outcome == "new"
        assert here.load(name).entries == away.entries
        assert len(here.list()) == 2


def test_a_file_by_hand() -> None:
    """A file without an id becomes an assessment of its own, with its answers in the log."""
    with small.new_store() as store:
        name, outcome = _take(store, BY_HAND)
        assert (outcome, name.rpartition("-")[0]) == ("new", "riverbend")
        session = open_session(store, small.library(), name)
        assert session.header.date == date(2026, 11, 21)
        assert session.answers == {
            "profile.drives": Answer("yes"),
            "profile.workers": Answer(("employee", "volunteer")),
            "profile.staff": Answer(12),
            "culture.basics": Answer("partly", note="Only nights.", flag=True),
            "culture.dignity": Answer(Missing.DONT_KNOW),
        }
        wordings = {entry.wording for entry in session.entries}
        assert wordings == {session.flow.items[entry.item].wording for entry in session.entries}


def test_a_file_by_hand_goes_on_like_any_other() -> None:
    """An assessment that came from a file can be answered, undone, exported and brought back."""
    with small.new_store() as store:
        name, _ = _take(store, BY_HAND)
        session = open_session(store, small.library(), name)
        session.record("culture.dignity", Answer("fully"))
        session.undo()
        session.undo()
        assert "culture.dignity" not in session.answers
        assert _take(store, _exported(store, session)) == (name, "same")


def test_two_files_by_hand() -> None:
    """Two imports of a file without an id are two assessments."""
    with small.new_store() as store:
        assert _take(store, BY_HAND)[0] != _take(store, BY_HAND)[0]
        assert len(store.list()) == 2


def test_nothing_answered_yet() -> None:
    """An assessment with nothing answered moves too."""
    with small.new_store() as here, small.new_store() as there:
        session = small.begin(here)
        assert _take(there, _exported(here, session)) == (session.id, "new")
        assert open_session(there, small.library(), session.id).entries == ()
        assert _take(there, _exported(here, session)) == (session.id, "same")


def test_wording_travels() -> None:
    """On a machine with other questionnaires the assessment keeps the wording that it began with."""
    newer = small.library().from_texts(
        {name: text.replace("the basics", "anything") for name, text in small.TEXTS.items()}
    )
    with small.new_store() as here, small.new_store() as there:
        session = _answered(here)
        loaded = parse_answers(_exported(here, session), "moved.yaml", newer)
        take_in(there, newer, small.ticking(), loaded)
        moved = open_session(there, newer, session.id)
        assert moved.flow.items["culture.basics"].ask == "Do people know the basics?"
        assert there.wording(session.id) == here.wording(session.id)


def _replaced(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_replaced("\n  profile.drives: ", '\n  profile.drives: "no" #'), "answers.profile.drives"),
        (_replaced("note: Only nights.", "note: Only days."), "answers.culture.basics"),
        (_replaced("\nlog:", "\n  culture.dignity: fully\nlog:"), "answers.culture.dignity"),
        (_replaced("number: 2", "number: 7"), "log"),
        (_replaced("undoes: 3", "undoes: 9"), "log"),
        (_replaced("agency: Riverbend", "agenzy: Riverbend"), "agenzy"),
        (_replaced("readiness: 1", "readiness: 2"), "newer version"),
        (_replaced("    title: Culture", "    titel: Culture"), "titel"),
    ],
)
def test_nothing_half_imported(edit: Callable[[str], str], told: str) -> None:
    """A file with a fault anywhere, such as answers that are not those of its log, leaves no trace."""
    with small.new_store() as here, small.new_store() as there:
        text = edit(_exported(here, _answered(here)))
        with pytest.raises(InvalidInput) as caught:
            _take(there, text)
        assert told in str(caught.value)
        assert there.list() == ()


def test_contradiction_names_the_way_out() -> None:
    """Answers edited by hand against the log are refused, and the way out that is named works."""
    with small.new_store() as here, small.new_store() as there:
        session = _answered(here)
        edited = _exported(here, session).replace("note: Only nights.", "note: Only days.", 1)
        with pytest.raises(InvalidInput, match="`id` and `log`"):
            _take(there, edited)
        head, _, log = edited.partition("\nlog:")
        wording = log[log.index("\nwording:") :]
        without = f"{head}{wording}".replace(f"id: {session.id}\n", "", 1)
        name, _ = _take(there, without)
        moved = open_session(there, small.library(), name)
        assert moved.answers["culture.basics"].note == "Only days."


def test_full_disk_leaves_no_half() -> None:
    """A store that cannot be written takes nothing in."""
    with small.new_store() as here:
        text = _exported(here, _answered(here))
        blocked = here.path.parent / "file"
        blocked.write_text("in the way")
        store = Store(blocked / "store.sqlite3", small.ticking())
        with pytest.raises(StoreUnwritable):
            _take(store, text)


def test_export_of_an_unknown_id() -> None:
    """There is no export of an assessment that there is not."""
    with small.new_store() as store, pytest.raises(NotFound):
        export(store, "elsewhere")


def test_export_by_the_beginning_of_an_id() -> None:
    """The beginning of an id is enough, and the export carries the whole one."""
    with small.new_store() as store:
        session = small.begin(store)
        assert export(store, session.id[:5]).id == session.id


def test_times_are_utc() -> None:
    """The log of a file by hand is dated by the clock that was passed in."""
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    with small.new_store() as store:
        name, _ = take_in(store, small.library(), lambda: moment, _parse(BY_HAND))
        assert {entry.at for entry in store.load(name).entries} == {moment}


def test_files_are_text_with_lf(tmp_path: Path) -> None:
    """An export is UTF-8 with LF, whatever was typed."""
    with small.new_store() as store:
        session = small.begin(store, agency="Ñandú\r\n— “House”\x1b[31m\x00")
        session.record("profile.hope", Answer("a\r\nb\tc\x0b\u2028d", note="\ufeff👩‍🔬"))
        text = _exported(store, session)
        assert "\r" not in text
        assert "\x1b" not in text
        (tmp_path / "x.yaml").write_bytes(text.encode())
        assert _take(store, text) == (session.id, "same")
