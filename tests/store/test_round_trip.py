"""Whatever was answered comes back exactly; export's half of the identity."""

import math
import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.answers import ROLES, Answer, Missing, Respondent
from readiness.domain.log import CAUSES, Entry, Parked, PlanMark, current
from readiness.store import Draft, Header, Store, Stored

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

# Words that a careless coding would take for something else, and characters that are easily lost.
TRICKY = ["dont_know", "skipped", "not_applicable", "null", "true", "1", "1.0", "2026-11-21", "",
          "{}", '{"text":"x"}', "\x00", "a\r\nb", "\u2028", "🌱", "\ud800"]  # fmt: skip
words = st.sampled_from(TRICKY) | st.text(max_size=20)
texts = st.text(max_size=20)  # without halves of surrogate pairs
values = (
    words
    | st.lists(words, max_size=4).map(tuple)
    | st.integers()
    | st.floats(allow_nan=False)
    | st.dates()
    | st.sampled_from(Missing)
)
answers = st.builds(Answer, values, note=words, flag=st.booleans(), share=st.booleans())
items = st.sampled_from(["culture.basics", "culture.dignity", "roles.pay", "profile.drives"])
zones = st.sampled_from([UTC, timezone(timedelta(hours=-8)), timezone(timedelta(hours=5.5))])
times = st.datetimes(
    min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=zones
)
marks = st.builds(
    PlanMark,
    owner=texts,
    due=st.none() | st.dates(),
    state=st.sampled_from(["open", "doing", "done", "dropped"]),
    reason=texts,
    chosen=st.none() | st.booleans(),
    place=st.none() | st.integers(1, 999),
    text=texts,
    causes=st.lists(st.sampled_from(CAUSES), unique=True).map(tuple),
    why=texts,
)
respondents = st.builds(Respondent, texts, st.none() | st.sampled_from(ROLES))
headers = st.builds(
    Header,
    id=st.text(min_size=1, max_size=12),
    agency=texts,
    round=texts,
    date=st.none() | st.dates(),
    scope=st.sampled_from(["full", "quick"]),
    respondents=st.dictionaries(texts, respondents, min_size=1, max_size=3),
    questionnaires=st.lists(texts, max_size=3).map(tuple),
    sections=st.lists(texts, max_size=3).map(tuple),
    created=times,
)


@st.composite
def logs(draw: st.DrawFn) -> tuple[Entry, ...]:
    """A log as a store writes it: numbered from 1, undoing only what came before."""
    entries = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        earlier = st.none() | st.integers(1, number - 1) if number > 1 else st.none()
        entry = Entry(
            number=number,
            respondent=draw(texts),
            item=draw(items),
            answer=draw(st.none() | answers),
            wording=draw(texts),
            at=draw(times),
            undoes=draw(earlier),
        )
        entries.append(entry)
    return tuple(entries)


stored_assessments = st.builds(
    Stored,
    header=headers,
    entries=logs(),
    plan=st.dictionaries(st.text(min_size=1, max_size=12), marks, max_size=3),
    parked=st.lists(st.builds(Parked, text=texts, at=times), max_size=3).map(tuple),
)
wordings = st.dictionaries(texts, texts, max_size=3)


def _in_a_new_folder(folder: str) -> Store:
    return Store(Path(folder) / "store.sqlite3", lambda: NOW)


@settings(deadline=None)
@given(st.lists(answers, min_size=1, max_size=5))
def test_any_answer_comes_back(given_answers: list[Answer]) -> None:
    """Every answer is read back equal and of the same type, whatever its value looks like."""
    with tempfile.TemporaryDirectory() as folder, _in_a_new_folder(folder) as store:
        header = Header(
            id="x", agency="", respondents={"r": Respondent()}, questionnaires=(), created=NOW
        )
        store.create(header, {})
        drafts = [
            Draft(item=f"a.{place}", answer=answer, wording="", respondent="r")
            for place, answer in enumerate(given_answers)
        ]
        recorded = store.append_all("x", drafts, seen=0)
        read = store.load("x").entries
        assert read == recorded
        back = list(current(read).values())
        assert [repr(answer) for answer in back] == [repr(answer) for answer in given_answers]


@settings(deadline=None)
@given(stored_assessments, wordings)
def test_restored_is_identical(stored: Stored, wording: dict[str, str]) -> None:
    """What was restored into an empty store is loaded equal, and restoring it again changes nothing."""
    with tempfile.TemporaryDirectory() as folder, _in_a_new_folder(folder) as store:
        assert store.restore(stored, wording) == "new"
        for _ in range(2):
            assert store.load(stored.header.id) == stored
            assert store.wording(stored.header.id) == wording
            assert store.restore(store.load(stored.header.id), wording) == "same"


@settings(deadline=None)
@given(stored_assessments, st.data())
def test_restored_in_parts(stored: Stored, data: st.DataObject) -> None:
    """A log that arrives in two parts ends up as the log that arrives at once."""
    cut = data.draw(st.integers(0, len(stored.entries)))
    early = Stored(header=stored.header, entries=stored.entries[:cut])
    with tempfile.TemporaryDirectory() as folder, _in_a_new_folder(folder) as store:
        store.restore(early, {})
        grows = cut < len(stored.entries) or bool(stored.plan or stored.parked)
        assert store.restore(stored, {}) == ("extended" if grows else "same")
        assert store.load(stored.header.id) == stored


def test_numbers_keep_their_kind() -> None:
    """1, 1.0 and very large or special numbers are not taken for each other."""
    numbers = (1, 1.0, 10**30, 1e300, -0.0, math.inf, math.nan)
    with tempfile.TemporaryDirectory() as folder, _in_a_new_folder(folder) as store:
        header = Header(id="x", agency="", respondents={}, questionnaires=(), created=NOW)
        store.create(header, {})
        for seen, number in enumerate(numbers):
            store.append(
                "x", item="a.b", answer=Answer(number), wording="", respondent="", seen=seen
            )
        values = [entry.answer.value for entry in store.load("x").entries if entry.answer]
        assert [repr(value) for value in values] == [repr(number) for number in numbers]


def test_a_date_is_not_its_text() -> None:
    """The date 2026-11-21 and the text "2026-11-21" are two different answers."""
    day = date(2026, 11, 21)
    with tempfile.TemporaryDirectory() as folder, _in_a_new_folder(folder) as store:
        header = Header(id="x", agency="", respondents={}, questionnaires=(), created=NOW)
        store.create(header, {})
        drafts = [
            Draft(item="a.b", answer=Answer(value), wording="", respondent="")
            for value in (day, day.isoformat())
        ]
        assert store.append_all("x", drafts, seen=0) == store.load("x").entries


def test_unwritable_characters_are_replaced() -> None:
    """Half of a surrogate pair in a name becomes U+FFFD instead of stopping the work."""
    with tempfile.TemporaryDirectory() as folder, _in_a_new_folder(folder) as store:
        header = Header(
            id="x", agency="Zo\udceb é 🌱", respondents={}, questionnaires=(), created=NOW
        )
        store.create(header, {})
        assert store.load("x").header.agency == "Zo\ufffd é 🌱"
