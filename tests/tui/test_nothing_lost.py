"""Whatever goes wrong, nothing that was answered or typed is lost, and the screen says so."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from tests.tui.conftest import Place, Run

from readiness.domain.answers import Answer
from readiness.errors import StoreUnwritable
from readiness.store import Store
from readiness.tui.app import ReadinessApp


class Refusing(Store):
    """A store whose disk is full, as long as `full` is set."""

    full = False

    def append_all(self, *given: object, **named: object) -> object:  # type: ignore[override]
        if self.full:
            raise StoreUnwritable("The disk is full. Make some room and try again.")
        return super().append_all(*given, **named)  # type: ignore[arg-type]


async def test_store_refuses(place: Place, run: Run) -> None:
    """A full disk is told in words, the answer stays in the line, and sending it again stores it."""
    store = place.store = Refusing(place.path, place.clock)
    session = place.start()
    async with run(session) as ui:
        store.full = True
        await ui.say("yes, two of them")
        assert "disk is full" in ui.text
        assert "not saved" in ui.text
        assert ui.typed == "yes, two of them"
        assert place.answers(session) == {}
        store.full = False
        await ui.press("enter")
        assert "not saved" not in ui.text
    assert place.answers(session)["profile.peers_now"].value == "yes"


async def test_two_answer_at_once(place: Place, run: Run) -> None:
    """When somebody else answered the same question, both answers are shown and the person chooses."""
    session = place.start()
    async with run(session) as ui:
        place.again(session).record("profile.peers_now", Answer("no"))
        await ui.press("1", "enter")
        assert "Somebody else answered this meanwhile: No. You said: Yes." in ui.text
        await ui.press("2", "enter")
    assert place.answers(session)["profile.peers_now"].value == "yes"


async def test_long_paste(place: Place, run: Run) -> None:
    """Ten thousand pasted characters with line breaks and control characters arrive whole, on one line."""
    pasted = "yes, because " + "of this\nand \x1b[31mthat\x07 too\t" * 400
    async with run(place.start()) as ui:
        await ui.paste(pasted)
        assert len(ui.typed) == len(pasted)
        assert ui.typed.isprintable()
        assert ui.typed.startswith("yes, because of this and ")
        await ui.press("enter")
        assert "\x1b" not in "".join(ui.lines)


async def test_wide_and_turned_text(place: Place, run: Run) -> None:
    """Wide and right-to-left characters are kept and break no line of the screen."""
    async with run(place.start("מרכז 漢字 \u202eabc")) as ui:
        await ui.say("漢字" * 60, "שלום " * 30)
        assert ui.page == "Conversation"
        assert all("\u202e" not in line for line in ui.lines)


async def test_resize_in_mid_answer(place: Place, run: Run) -> None:
    """A change of size keeps what is typed; the sections show from 100 columns, and else the heading names one."""
    async with run(place.start()) as ui:
        await ui.paste("half an answer")
        assert "Your agency" in ui.lines[0]
        assert "Before posting" not in ui.text
        await ui.resize(120, 40)
        assert ui.typed == "half an answer"
        assert "Before posting" in ui.text
        await ui.resize(80, 24)
        assert ui.typed == "half an answer"


async def test_too_small(place: Place, run: Run) -> None:
    """A window too small says so, takes no answer unseen, and everything is there when it is large again."""
    session = place.start()
    async with run(session) as ui:
        await ui.paste("yes")
        await ui.resize(50, 12)
        assert "too small" in ui.text
        await ui.press("enter")
        assert place.answers(session) == {}
        await ui.resize(80, 24)
        assert "too small" not in ui.text
        assert ui.typed == "yes"
        await ui.press("enter")
    assert len(place.answers(session)) == 1


async def test_typing_without_focus(place: Place, run: Run) -> None:
    """Typing is heard wherever the focus is."""
    async with run(place.start()) as ui:
        ui.app.screen.set_focus(None)
        await ui.press("y", "e", "s")
        assert ui.typed == "yes"


async def test_keys_faster_than_the_screen(place: Place, run: Run) -> None:
    """Answers typed ahead of the screen are all heard, in order."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("1", "enter", "2", "enter")
    answers = place.answers(session)
    assert answers["profile.peers_now"].value == "yes"
    assert answers["profile.workers"].value == ("volunteer",)


async def test_ctrl_c(place: Place, run: Run) -> None:
    """Ctrl+C leaves at once, in the middle of typing, and what was answered is stored."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("1", "enter")
        await ui.paste("half")
        await ui.press("ctrl+c")
        assert ui.app.interrupted
    assert len(place.answers(session)) == 1


@contextmanager
def _terminal(place: Place, session_id: str) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """The real thing on a terminal of its own."""
    import pty

    ours, theirs = pty.openpty()
    code = "import sys; from readiness.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, "resume", session_id, "--store", str(place.path)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    try:
        yield process, ours
    finally:
        process.kill()
        process.wait()
        with suppress(OSError):
            os.close(ours)


def _read_until(terminal: int, words: bytes) -> bytes:
    seen = b""
    while words not in seen:
        seen += os.read(terminal, 65536)
    return seen


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_ctrl_c_on_a_terminal(place: Place) -> None:
    """On a real terminal Ctrl+C leaves with 130 and says that everything is kept."""
    session = place.start()
    with _terminal(place, session.id) as (process, terminal):
        _read_until(terminal, b"Do peer support")
        os.write(terminal, b"1\r")
        _read_until(terminal, b"Recorded")
        os.write(terminal, b"\x03")
        _read_until(terminal, b"is kept")
        assert process.wait(30) == 130
    assert len(place.answers(session)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("how", ["hangup", "closed"])
def test_lost_terminal(place: Place, how: str) -> None:
    """When the terminal goes away the process ends, and every answer that was shown as recorded is stored."""
    session = place.start()
    with _terminal(place, session.id) as (process, terminal):
        _read_until(terminal, b"Do peer support")
        os.write(terminal, b"1\r")
        _read_until(terminal, b"Recorded")
        if how == "hangup":
            process.send_signal(signal.SIGHUP)
        else:
            os.close(terminal)
        process.wait(30)
    assert len(place.answers(session)) == 1


async def test_fault_is_no_traceback(place: Place, capfd: pytest.CaptureFixture[str]) -> None:
    """A fault of the program ends it quietly: whoever started it gets the fault, and nothing is printed."""
    app = ReadinessApp(place.house(), place.start())
    with suppress(ZeroDivisionError):  # the test's own driver raises it once more
        async with app.run_test() as pilot:
            app.call_later(lambda: 1 / 0)
            await pilot.pause()
    assert isinstance(app.failure, ZeroDivisionError)
    captured = capfd.readouterr()
    assert "Traceback" not in captured.out + captured.err
