"""A plan that people edited, after new answers: nothing of theirs is lost, whatever they did and whatever changed."""

import re
from collections import Counter

from hypothesis import given, note
from hypothesis import strategies as st
from tests.reports.living.plans import (
    ANSWERS,
    FACTS,
    ITEMS,
    edited,
    known_items,
    made,
    update,
    written,
)

from readiness.domain.answers import Answer
from readiness.reports.living.parsing import parse
from readiness.reports.living.stamp import stamp_of, unstamped

_COMMENT = re.compile(r"\s*<!-- [a-z0-9_.-]+ -->")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unstamped(_COMMENT.sub("", text))))


def test_the_items_of_these_tests_are_there() -> None:
    """Every item that these tests answer is one of the shipped ones."""
    assert {*ITEMS, *FACTS} <= known_items()


@given(ANSWERS, ANSWERS, st.data(), st.booleans())
def test_nothing_that_a_person_wrote_is_lost(
    before: dict[str, Answer], after: dict[str, Answer], data: st.DataObject, knows: bool
) -> None:
    """Whatever is edited and whatever is answered anew, every word of the person is in the result, and every tick."""
    base = written(made(before))
    mine, put_in = data.draw(edited(base))
    now = made(after)
    result = update(mine, now, base if knows else None)
    note(mine)
    note(result.text)
    assert [word for word in put_in if word not in result.text] == []
    assert (_words(mine) - _words(base)) - _words(result.text) == set()
    assert "<<<<" not in result.text
    ids = Counter(re.findall(r"<!-- ([a-z0-9_-]+(?:\.[a-z0-9_-]+)+) -->", result.text))
    assert [name for name, count in ids.items() if count > 1] == []
    stamp = stamp_of(result.text)
    assert stamp == stamp_of(written(now))
    was, theirs, there = (parse(text).entries for text in (base, mine, result.text))
    for name, entry in theirs.items():
        if name in was and entry.box != was[name].box:
            assert there[name].box == entry.box


@given(ANSWERS, ANSWERS, st.data(), st.booleans())
def test_a_second_update_changes_nothing(
    before: dict[str, Answer], after: dict[str, Answer], data: st.DataObject, knows: bool
) -> None:
    """Once brought up to date, a file stays as it is while nothing changes, also where nobody kept what was written."""
    base = written(made(before))
    mine, _ = data.draw(edited(base))
    now = made(after)
    result = update(mine, now, base if knows else None)
    assert update(result.text, now, written(now)).text == result.text
    assert update(result.text, now, None).text == result.text


@given(ANSWERS, st.data())
def test_without_new_answers_a_file_stays_as_it_is(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    """Where nothing is generated anew, an update leaves every line as the person has it."""
    now = made(answers)
    mine, _ = data.draw(edited(written(now)))
    result = update(mine, now, written(now))
    bare = [_COMMENT.sub("", unstamped(text)).split() for text in (mine, result.text)]
    assert bare[0] == bare[1]
    assert (result.new, result.gone, result.conflicts) == ((), (), 0)


@given(ANSWERS, ANSWERS)
def test_without_edits_the_plan_is_the_new_one(
    before: dict[str, Answer], after: dict[str, Answer]
) -> None:
    """In a file that nobody touched, every line of a new report stands, and what is new is said."""
    base, now = written(made(before)), made(after)
    new = written(now)
    result = update(base, now, base)
    assert result.conflicts == 0
    was, there, ours = (parse(text).entries for text in (base, result.text, new))
    assert set(result.new) == set(ours) - set(was)
    assert set(ours) == set(there) - set(result.gone)
    kept = [line for line in new.split("\n") if line.strip()]
    assert Counter(kept) - Counter(result.text.split("\n")) == Counter()
