"""Whatever is in a file, loading ends with a value or with problems, and in time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.errors import InvalidInput
from readiness.loading import Library, check_files, json_schema, parse_answers
from readiness.resources import questionnaires

TEXTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in questionnaires().glob("*.yaml")
    if path.name in ("agency-profile.yaml", "onboarding.yaml", "scales.yaml", "sources.yaml")
}
LIBRARY = Library.from_texts(TEXTS)
ANSWERS = """\
readiness: 1
agency: A
questionnaires: [agency-profile]
answers:
  profile.drives: yes
  profile.workers: [employee]
  profile.state: {value: other, note: n}
log:
- {number: 1, item: a.b, at: 2026-11-21T00:00:00Z, answer: {number: 1}}
plan: {a.b.c: {due: 2026-01-01}}
"""
junk = st.sampled_from(
    [
        "",
        "x",
        "[]",
        "{}",
        "[a, [b]]",
        "{a: {b: c}}",
        "- a",
        "yes",
        "-1",
        "1/0",
        "9" * 400,
        "\n",
        ":",
        "&a b",
        "''",
    ]
)


@contextmanager
def only_problems() -> Iterator[None]:
    """InvalidInput is fine when it says something; nothing else is."""
    try:
        yield
    except InvalidInput as error:
        if not str(error).strip():
            raise


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(["agency-profile.yaml", "onboarding.yaml", "scales.yaml"]), st.data())
def test_a_damaged_questionnaire_loads_or_has_problems(name: str, data: st.DataObject) -> None:
    """One value replaced by junk, anywhere, never ends in a crash."""
    lines = TEXTS[name].split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    key, colon, _ = lines[at].partition(": ")
    lines[at] = key + colon + data.draw(junk) if colon else data.draw(junk)
    with only_problems():
        Library.from_texts({**TEXTS, name: "\n".join(lines)}).all()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_answers_file_loads_or_has_problems(data: st.DataObject) -> None:
    """A piece cut out of an answers file and replaced by junk never ends in a crash."""
    start = data.draw(st.integers(0, len(ANSWERS)))
    end = data.draw(st.integers(start, min(len(ANSWERS), start + 30)))
    text = ANSWERS[:start] + data.draw(junk | st.text(max_size=5)) + ANSWERS[end:]
    with only_problems():
        parse_answers(text, "a.yaml", LIBRARY)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_as_a_questionnaire(text: str) -> None:
    """Arbitrary text is refused with problems, whatever it is called."""
    for name in ("x.yaml", "scales.yaml", "sources.yaml"):
        with only_problems():
            Library.from_texts({**TEXTS, name: text}).all()


def generated(items: int, *, chained: bool) -> str:
    """A questionnaire of many items, each of which may hang on the one before."""
    head = "id: big\ntitle: Big\nversion: 1\nsections:\n  - id: s\n    title: S\n    items:\n"
    when = (f", when: {{s.i{n - 1}: [yes]}}" if chained and n else "" for n in range(items))
    rows = (
        f"      - {{id: i{n}, ask: It?, source: wise, scale: yes_no{w}}}\n"
        for n, w in enumerate(when)
    )
    return head + "".join(rows)


def steps(text: str) -> int:
    """How many function calls it takes to load a text: a measure that no other process disturbs."""
    calls = 0

    def count(_frame: object, _event: str, _argument: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        Library.from_texts({**TEXTS, "big.yaml": text}).questionnaire("big")
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("chained", [False, True])
def test_loading_is_linear(chained: bool) -> None:
    """Twice the items take about twice the steps, also when each hangs on the one before."""
    small, large = (steps(generated(n, chained=chained)) for n in (400, 800))
    assert large < 2.2 * small


def test_many_problems_are_linear_too() -> None:
    """Thousands of mistakes in one file are all told."""
    text = generated(2000, chained=False).replace("scale: yes_no", "scale: yesno, when: {s.x: y}")
    with pytest.raises(InvalidInput) as caught:
        Library.from_texts({**TEXTS, "big.yaml": text}).questionnaire("big")
    assert len(caught.value.problems) == 4000


def test_hard_puzzles_in_conditions_end() -> None:
    """Conditions may be as tangled as they like: looking for answers gives up in time, and says nothing wrong."""
    clauses = ", ".join(
        f"{{any: [{{s.i{n}: yes}}, {{s.i{n + 1}: no}}, {{not: {{s.i{n * 7 % 30}: yes}}}}]}}"
        for n in range(29)
    )
    text = (
        generated(30, chained=False)
        + f"      - {{id: last, ask: It?, source: wise, kind: text, when: {{all: [{clauses}]}}}}\n"
    )
    assert (
        Library.from_texts({**TEXTS, "big.yaml": text}).questionnaire("big").item("s.last").when
        is not None
    )


def test_the_shipped_content_has_no_problem() -> None:
    """Every file that ships loads, and nothing in it is an error."""
    library = Library([questionnaires()])
    assert len(library.all()) >= 4
    found = check_files([questionnaires()], library)
    assert [str(problem) for problem in found if problem.level == "error"] == []
    assert json_schema()["title"]
