"""The two promises of understanding, held on all sets of labelled utterances together and on each alone."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.conversation.understanding import (
    FOURTH,
    FRESH,
    LABELLED,
    THIRD,
    Judged,
    judged,
    labelled,
    table,
)

MOST_WRONG = 1 / 200
LEAST_ACCEPTED = 85 / 100
FEWEST_PER_KIND = 60
SETS = (LABELLED, FRESH, THIRD, FOURTH)


@cache
def results() -> tuple[Judged, ...]:
    return tuple(result for path in SETS for result in of_set(path))


@cache
def of_set(path: Path) -> tuple[Judged, ...]:
    return tuple(judged(labelled(path)))


def test_the_set_is_large_enough() -> None:
    """There are at least 600 labelled utterances, and at least 60 of each kind."""
    kinds = Counter(result.utterance.kind for result in results())
    assert kinds.total() >= 600
    assert min(kinds.values()) >= FEWEST_PER_KIND


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_wrong_readings_are_hardly_ever_recorded(path: Path) -> None:
    """A wrong reading recorded without a question happens in at most 1 of 200, in each set."""
    wrong = [r.utterance.text for r in of_set(path) if r.wrong_and_recorded]
    assert len(wrong) <= MOST_WRONG * len(of_set(path)), wrong


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_plain_answers_are_accepted(path: Path) -> None:
    """At least 85 of 100 plain answers are accepted without a second question, in each set."""
    plain = [result for result in of_set(path) if result.utterance.plain]
    again = [result.utterance.text for result in plain if result.asked_again]
    assert len(plain) - len(again) >= LEAST_ACCEPTED * len(plain), again


def test_the_table_names_every_kind() -> None:
    """`make understanding` prints accuracy, wrong-and-recorded and asked-again for each kind."""
    printed = table(results())
    for kind in {result.utterance.kind for result in results()}:
        assert f"| {kind} |" in printed
