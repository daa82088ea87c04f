"""`resume --plain` after the process was ended, in whatever way, in the middle of something."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import Start
from tests.cli.talking import BEGIN, Chat, answer_to

from readiness import resources
from readiness.assessment import Session, open_session
from readiness.domain.answers import Answer, Missing
from readiness.loading import Library
from readiness.store import Store

ENDS = pytest.mark.parametrize("killed", [False, True], ids=["end of input", "killed"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


def _session(path: Path) -> Session:
    """The only assessment of a store, opened in this process."""
    store = Store(path, lambda: datetime.now(UTC))
    (summary,) = store.list()
    return open_session(store, Library([resources.questionnaires()]), summary.header.id)


def _end(chat: Chat, *, killed: bool) -> None:
    if killed:
        chat.process.kill()
        chat.process.communicate()
    else:
        assert chat.end() == (0, "")


@ENDS
def test_in_the_middle_of_a_confirmation(process: Start, path: Path, killed: bool) -> None:
    """Ended while something was asked back, the conversation asks it again, and a yes records it."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    answer = chat.hear()
    while not chat.lines[-1].startswith("A date such as"):
        assert answer is not None
        chat.say(answer)
        answer = chat.hear()
    chat.say("march 2027")
    asked = chat.until("Do you mean 1 March 2027?")
    _end(chat, killed=killed)
    before = _session(path).answers
    again = Chat(process("resume", "--plain", "--store", path))
    assert again.until("Welcome back.")
    assert answer_to(again.until("A date such as"))
    assert again.until("Do you mean") == asked
    again.say("yes")
    again.until("Recorded: 1 March 2027")
    again.end()
    (new,) = _session(path).answers.keys() - before.keys()
    assert str(_session(path).answers[new].value) == "2027-03-01"


@ENDS
def test_in_the_middle_of_the_close(process: Start, home: Path, path: Path, killed: bool) -> None:
    """Ended in the middle of names and dates, the close goes on at the same step; what was settled stays."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    chat.hear()
    session = _session(path)
    while (item := session.next_item()) is not None:
        known = item.scale is not None and "partly" in item.scale.ids
        session.record(item.id, Answer("partly" if known else Missing.NOT_APPLICABLE, note="So."))
    _end(chat, killed=killed)
    chat = Chat(process("resume", "--plain", "--store", path))
    chat.until("All ")
    chat.say("finish")
    chat.until("real names and dates")
    for text, said in (("yes", "Which"), ("1 and 2", "1 of 2: "), ("Luis", "By when")):
        chat.say(text)
        chat.until(said)
    _end(chat, killed=killed)
    assert len(list(home.rglob("*.md"))) == (0 if killed else 1)
    again = Chat(process("resume", "--plain", "--store", path))
    again.until("Welcome back.")
    again.until("1 of 2: ")
    again.until("By when")
    again.say("2027-01-15")
    again.until("2 of 2: ")
    again.say("Ana")
    again.until("By when")
    assert again.end() == (0, "")
    assert any(line.startswith("The report is in ") for line in again.lines)
    marks = [mark for mark in _session(path).marks.values() if mark.chosen]
    assert [(mark.owner, str(mark.due)) for mark in marks] == [
        ("Luis", "2027-01-15"),
        ("Ana", "None"),
    ]
