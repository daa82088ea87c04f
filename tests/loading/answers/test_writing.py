"""Answers files out: what is written reads back as exactly the same."""

from datetime import UTC, date, datetime

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.answers import Answer, Assessment, Missing, Respondent
from readiness.domain.log import CAUSES, Entry, Parked, PlanMark
from readiness.loading import AnswersFile, Library, dump_answers, parse_answers
from readiness.loading.answers.values import MOST

TEXTS = {
    "scales.yaml": "scales: [{id: s, options: [{id: 'yes', label: Y}, {id: 'no', label: N}]}]\n",
    "q.yaml": """\
id: q
title: Q
version: 1.0.0
sections:
  - id: a
    title: A
    items:
      - {id: one, ask: One?, source: x, scale: s}
      - {id: several, ask: Several?, source: x, scale: s, kind: choices}
      - {id: words, ask: Words?, source: x, kind: text}
      - {id: number, ask: Number?, source: x, kind: number}
      - {id: day, ask: Day?, source: x, kind: date}
""",
}
LIBRARY = Library.from_texts(TEXTS)

# Anything a person can type or paste; lone surrogates cannot be written as UTF-8.
anything = st.text(max_size=40) | st.sampled_from(
    ["yes", "no", "null", "~", "010", "1.10", "dont_know", "skipped", "- a", "a: b", "#", " a", "a ", "'", '"', "\\",
     "a\nb\n", "\r\n", "\x00", "\x85", "\u2028", "\ufeff", "\U0001f600", "é", "=", "<<", "2026-11-21", "*a", "&a", "!a",
     "%a", "@a", "`a", "{", "[", "|", ">", "---", "...", "0x1f", "1e5", ".nan", "12:30:00", "y", "N", "On"]
)  # fmt: skip
missing = st.sampled_from(Missing)
numbers = st.integers(0, MOST) | st.floats(0, MOST)
values = {
    "a.one": st.sampled_from(["yes", "no"]) | missing,
    "a.several": st.lists(st.sampled_from(["yes", "no"]), min_size=1, unique=True).map(tuple)
    | missing,
    "a.words": anything | missing,
    "a.number": numbers | missing,
    "a.day": st.dates() | missing,
}


def answered(value: st.SearchStrategy[object]) -> st.SearchStrategy[Answer]:
    """Answers with that value, with and without more to them."""
    return st.builds(
        Answer, value, note=st.just("") | anything, flag=st.booleans(), share=st.booleans()
    )


any_answer = st.one_of(*(answered(value) for value in values.values()))
moments = st.datetimes(timezones=st.just(UTC))
ids = st.from_regex("[a-z0-9_-]{1,9}([.][a-z0-9_-]{1,9}){0,2}", fullmatch=True)
assessments = st.builds(
    Assessment,
    agency=anything,
    answers=st.fixed_dictionaries(
        {}, optional={name: answered(value) for name, value in values.items()}
    ),
    round=anything,
    date=st.none() | st.dates(),
    scope=st.sampled_from(["full", "quick"]),
    respondent=st.builds(Respondent, anything, st.sampled_from([None, "leadership", "peer_staff"])),
    questionnaires=st.just(("q",)),
    sections=st.sampled_from([(), ("a",)]),
)
marks = st.builds(
    PlanMark,
    owner=anything,
    due=st.none() | st.dates(),
    state=st.sampled_from(["open", "doing", "done", "dropped"]),
    reason=anything,
    chosen=st.none() | st.booleans(),
    place=st.none() | st.integers(1, 999),
    text=anything,
    causes=st.lists(st.sampled_from(CAUSES), unique=True).map(tuple),
    why=anything,
)


@st.composite
def logs(draw: st.DrawFn) -> tuple[Entry, ...]:
    """A log without gaps."""
    return tuple(
        Entry(
            number=n,
            respondent=draw(anything),
            item=draw(ids),
            answer=draw(st.none() | any_answer),
            wording=draw(st.sampled_from(["", "0123456789abcdef", "12345678"])),
            at=draw(moments),
            undoes=draw(st.none() | st.integers(1, n - 1)) if n > 1 else None,
        )
        for n in range(1, draw(st.integers(0, 4)) + 1)
    )


files = st.builds(
    AnswersFile,
    assessment=assessments,
    id=st.none() | st.from_regex("[A-Za-z0-9-]{1,12}", fullmatch=True),
    versions=st.sampled_from([{}, {"q": "1.0.0"}]),
    wording=st.none() | st.just(TEXTS),
    log=logs(),
    plan=st.dictionaries(ids, marks, max_size=3),
    parking=st.lists(st.builds(Parked, text=anything, at=moments), max_size=3).map(tuple),
    owners=st.dictionaries(anything, anything, max_size=3),
)


def reread(file: AnswersFile) -> AnswersFile:
    """The file after a way out and in."""
    loaded = parse_answers(dump_answers(file), "a.yaml", LIBRARY)
    return AnswersFile(**{name: getattr(loaded, name) for name in AnswersFile.__struct_fields__})


@settings(max_examples=150, deadline=None)
@given(files)
def test_out_and_in_is_the_identity(file: AnswersFile) -> None:
    """Whatever was answered, noted, logged, planned, parked and whoever was named comes back unchanged."""
    assert reread(file) == file


@settings(max_examples=50, deadline=None)
@given(files)
def test_other_readers_of_yaml_see_the_same_text(file: AnswersFile) -> None:
    """Quoting leaves nothing to guess: a YAML 1.1 reader finds the same agency, notes and wording."""
    tree = yaml.safe_load(dump_answers(file))
    assert tree["agency"] == file.assessment.agency
    for name, answer in file.assessment.answers.items():
        if answer.note:
            assert tree["answers"][name]["note"] == answer.note
    if file.wording is not None:
        assert tree["wording"] == file.wording


@given(
    st.dictionaries(
        st.from_regex("[a-z]{1,8}.yaml", fullmatch=True),
        anything | st.text("ab \n#:", max_size=60),
        max_size=3,
    )
)
def test_any_wording_is_written_so_that_it_can_be_read(wording: dict[str, str]) -> None:
    """Texts stand line by line where they can, and in quotes where they cannot."""
    file = AnswersFile(assessment=Assessment(agency="A", answers={}), wording=wording)
    assert yaml.safe_load(dump_answers(file))["wording"] == wording


FILE = AnswersFile(
    id="river-1",
    assessment=Assessment(
        agency="Riverbend Wellness Center",
        date=date(2026, 11, 21),
        respondent=Respondent("A. Rivera", "leadership"),
        questionnaires=("q",),
        answers={
            "a.one": Answer("yes", "The front desk: weak.", flag=True),
            "a.several": Answer(("yes", "no")),
            "a.words": Answer("Plain words, as typed."),
            "a.number": Answer(12),
        },
    ),
    plan={"a.one.do": PlanMark(owner="Luis", due=date(2026, 12, 1))},
    owners={"program director": "Ana Diaz", "peers' supervisor": "Luis"},
    log=(
        Entry(
            number=1,
            respondent="r1",
            item="a.number",
            answer=Answer(12),
            wording="ab",
            at=datetime(2026, 11, 21, tzinfo=UTC),
        ),
    ),
    wording={"q.yaml": "id: q\n\n# end\n"},
)


def test_it_reads_well() -> None:
    """People can read and edit what is written; the order of keys is fixed."""
    assert (
        dump_answers(FILE)
        == """\
readiness: 1
id: river-1
agency: Riverbend Wellness Center
round: baseline
date: 2026-11-21
scope: full
respondent:
  name: A. Rivera
  role: leadership
questionnaires: [q]
answers:
  a.one:
    value: "yes"
    note: "The front desk: weak."
    flag: true
  a.several: ["yes", "no"]
  a.words: Plain words, as typed.
  a.number: 12
plan:
  a.one.do:
    state: open
    owner: Luis
    due: 2026-12-01
owners:
  program director: Ana Diaz
  "peers' supervisor": Luis
log:
- number: 1
  respondent: r1
  item: a.number
  answer:
    number: 12
  wording: ab
  at: 2026-11-21T00:00:00Z
wording:
  q.yaml: |2+
    id: q

    # end
"""
    )


def test_lone_surrogates_do_not_stop_an_export() -> None:
    """What no UTF-8 file can hold is replaced, and the rest is written."""
    file = msgspec.structs.replace(FILE, assessment=Assessment(agency="a\ud800b", answers={}))
    assert "a\ufffdb" in dump_answers(file)


@pytest.mark.parametrize("long", ["word " * 2000, "é" * 5000, "\n" * 3000])
def test_long_texts_are_not_wrapped(long: str) -> None:
    """A long note stays one line."""
    file = AnswersFile(
        assessment=Assessment(agency="A", questionnaires=("q",), answers={"a.words": Answer(long)})
    )
    assert len(dump_answers(file).splitlines()) == 7
    assert reread(file) == file
