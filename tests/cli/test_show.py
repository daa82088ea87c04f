"""`readiness show`: the open question for a room, and nothing that anybody said."""

import re
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Start

from readiness.assessment import open_session
from readiness.assessment.following import Follower
from readiness.cli.app import App
from readiness.conversation.talk import Talk
from readiness.settings import Settings, SettingsFile, default_path


@pytest.fixture
def begun(run: Run, answers_file: Path) -> str:
    """An assessment of which some questions are open."""
    text = answers_file.read_text(encoding="utf-8")
    kept = re.sub(r"(?m)^  roles\..*\n(?:    .*\n)*", "", text)
    assert kept != text
    file = Path.home() / "some.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kept, encoding="utf-8")
    done = run("import", file)
    assert done.code == 0, done.err
    return done.out.strip()


def test_printed_once(run: Run, begun: str) -> None:
    """Without --follow the open question and its steps are printed on stdout, and nothing else."""
    app = App()
    session = open_session(app.store, app.library, begun)
    item = session.next_item()
    assert item is not None
    done = run("show", begun)
    app.close()
    assert (done.code, done.err) == (0, "")
    assert item.ask in done.out
    assert item.scale is not None
    for option in item.scale.options:
        assert f"{option.label}: {item.anchors[option.id]}" in done.out
    notes = [answer.note for answer in session.answers.values() if answer.note]
    assert notes
    assert not any(note in done.out for note in notes)


def test_where_the_conversation_is(run: Run, begun: str) -> None:
    """It is the question that the conversation is at, also after going back in it."""
    app = App()
    talk = Talk(open_session(app.store, app.library, begun))
    talk.begin()
    talk.hear("back")
    item = talk.session.flow.items[str(talk.state.item)]
    assert item.id in talk.session.answers
    assert item.ask in run("show", begun).out
    app.close()


def test_another_process_writes(process: Start, begun: str) -> None:
    """What another process asks is seen here while it runs, question by question."""
    app = App()
    follower = Follower(app.store, app.library, begun)
    child = process("resume", begun, "--plain")
    assert child.stdin is not None
    assert child.stdout is not None
    shown = []
    for said in (b"", b"skip\n", b"skip\n"):
        child.stdin.write(said)
        child.stdin.flush()
        while not child.stdout.readline().startswith(b"Answer in your own words"):
            pass
        shown.append(follower.look().item)
    app.close()
    asked = [item.ask for item in shown if item]
    assert len(set(asked)) == len(asked) == 3


@pytest.mark.parametrize("closings", [True, False])
def test_plain_chat_heeds_the_settings(
    run: Run, begun: str, monkeypatch: pytest.MonkeyPatch, closings: bool
) -> None:
    """Whether sections are closed with a line is the same setting in plain chat."""
    import io

    SettingsFile(default_path()).write(Settings(closings=closings))
    monkeypatch.setattr(sys, "stdin", io.StringIO("skip\n" * 13))
    done = run("resume", begun, "--plain")
    assert done.code == 0
    assert ("That was “" in done.out) is closings


def test_unknown(run: Run) -> None:
    """An id that is not there is told in words."""
    done = run("show", "nowhere")
    assert (done.code, done.out) == (1, "")
    assert "nowhere" in done.err


def test_follow_needs_a_terminal(run: Run, begun: str) -> None:
    """--follow without a terminal says what to do instead, and is wrong usage."""
    done = run("show", begun, "--follow")
    assert done.code == 2
    assert "Without --follow" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_follow_in_a_terminal(begun: str) -> None:
    """In a terminal it stays open and shows the question until q is pressed."""
    import os
    import pty
    import select

    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-m", "readiness", "show", begun, "--follow"])  # noqa: S606
    seen = b""
    pressed = False
    while select.select([terminal], [], [], 60)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
        if not pressed and b"Larger letters" in seen:
            os.write(terminal, b"q")
            pressed = True
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert pressed
    assert os.waitstatus_to_exitcode(status) == 0
