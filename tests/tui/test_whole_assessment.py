"""A whole assessment typed in natural sentences, in plain chat and in the terminal UI: both keep what was meant."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.conftest import LARGE, Place, Ui
from tests.tui.scenes import NOW
from tests.whole import Whole, whole
from textual import events

from readiness import plain
from readiness.assessment import Session, open_session
from readiness.assessment.following import Follower
from readiness.conversation.opening import Opening
from readiness.loading import Library
from readiness.store import Store
from readiness.tui.app import ReadinessApp
from readiness.tui.conversation import Conversation

PATIENCE = 20_000  # turns of the loop
SHORT = 5  # letters: a line as short as this is typed key by key


class Desk(Place):
    """A store that somebody answers into, and a look at which question is open."""

    def __init__(self, folder: Path, library: Library) -> None:
        super().__init__(folder, library, lambda: NOW)
        self._follower: Follower | None = None

    @property
    def only(self) -> Session:
        """The one assessment, as another process sees it."""
        store = Store(self.path, self.clock)
        (summary,) = store.list()
        return open_session(store, self.library, summary.header.id)

    @property
    def open(self) -> str | None:
        """The question that is asked now."""
        if self._follower is None:
            self._follower = Follower(self.store, self.library, self.only.id)
        shown = self._follower.look().item
        return shown.id if shown else None

    def typed(self, script: Whole) -> Iterator[str]:
        """What is typed, line after line; each first answer only to the question that it is meant for."""
        yield from script.opening
        before: str | None = None
        for item, text in script.lines():
            assert item in (None, before, self.open), f"“{text}” is not for {self.open}"
            before = item
            yield text


class Lines:
    """Input that is typed as it is read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def readline(self) -> str:
        """The next line; nothing at the end."""
        line = next(self._lines, None)
        return "" if line is None else f"{line}\n"


@pytest.fixture(scope="module")
def script() -> Whole:
    return whole()


def _in_plain_chat(desk: Desk, script: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", Lines(desk.typed(script)))
        plain.begin(desk.store, desk.library, desk.clock, Opening(), desk.hand_over)


async def _in_the_terminal_ui(desk: Desk, script: Whole) -> None:
    app = ReadinessApp(desk.house())
    async with app.run_test(size=LARGE) as pilot:
        ui = Ui(app, pilot)
        await ui.settle()
        await ui.press("n")
        for text in desk.typed(script):
            if ui.page == "New":
                await ui.say(text)
            elif len(text) > SHORT:
                await _put(app, text)
            else:
                await pilot.press(*text)
                await ui.press("enter")
        await ui.settle()
        assert ui.page == "Report"


async def _put(app: ReadinessApp, text: str) -> None:
    """Put a line in as if it had been typed, press Enter, and wait only until it was heard."""
    screen = app.screen
    assert isinstance(screen, Conversation)
    entry, before = screen.answering.entry, screen.talk.state
    entry.value = text
    app.post_message(events.Key("enter", "\r"))
    for _ in range(PATIENCE):
        if screen.talk.state is not before:
            return
        await asyncio.sleep(0)
    raise AssertionError(f"“{text}” was not heard")


def _is_as_meant(desk: Desk, script: Whole) -> None:
    """What is stored, and what the report says, is what a reader of the sentences expects."""
    session = desk.only
    meant = {asked.item: asked.answer(session.flow.items[asked.item]) for asked in script.questions}
    assert dict(session.answers) == meant
    assert dict(session.marks) == {settled.action: settled.mark for settled in script.plan}
    assert list(session.asked()) == list(meant)
    hires = session.evaluation().hires
    assert {moment: hire.verdict for moment, hire in hires.items()} == script.verdicts
    report = _report(desk)
    assert [words for words in script.report if words not in report] == []


def _report(desk: Desk) -> str:
    """The report, without the id of the assessment that it names at its end: that is drawn by lot."""
    (path,) = desk.reports
    return path.read_text("utf-8").replace(desk.only.id, "ID")


def test_in_plain_chat(
    tmp_path: Path, library: Library, script: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every answer, note and mark of a whole assessment typed in plain chat is what was meant."""
    desk = Desk(tmp_path, library)
    _in_plain_chat(desk, script, monkeypatch)
    _is_as_meant(desk, script)


async def test_in_the_terminal_ui(
    tmp_path: Path, library: Library, script: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same lines typed in the terminal UI lead to the same answers, marks and report."""
    chat, screens = Desk(tmp_path / "chat", library), Desk(tmp_path / "screens", library)
    _in_plain_chat(chat, script, monkeypatch)
    await _in_the_terminal_ui(screens, script)
    _is_as_meant(screens, script)
    assert dict(screens.only.answers) == dict(chat.only.answers)
    assert dict(screens.only.marks) == dict(chat.only.marks)
    assert _report(screens) == _report(chat)


def test_says_something_else_each_time(script: Whole) -> None:
    """The lines are those of a person: all kinds of answers, commands in between, and hardly one of them twice."""
    lines = [text for _, text in script.lines()]
    assert len(script.questions) > 110
    assert len(set(lines)) > 0.85 * len(lines)
