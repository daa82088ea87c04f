"""How long it takes from a key to what it leads to on the screen, and what the terminal UI holds in memory."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.pairs import Timed, usual
from benchmarks.terminal import Terminal
from readiness import resources
from readiness.assessment import Session, open_session, start
from readiness.domain.answers import Answer, Missing, Respondent
from readiness.domain.questionnaire import Item
from readiness.loading import Library
from readiness.store import Store

ROOT = Path(__file__).parents[1]
READINESS = str(Path(sys.executable).with_name("readiness"))
COMMAND = "/progress"  # adds two turns to the transcript: what was typed, and the reply
AT_A_TIME = 12  # answers until the transcript would have grown too much
TYPED = {"choices": "1", "number": "2", "date": "15 march 2027", "text": "skip"}


def clock() -> datetime:
    """The time now."""
    return datetime.now(UTC)


def library() -> Library:
    """The shipped content."""
    return Library([resources.questionnaires()])


def echo() -> Timed:
    """From a key to its echo, in a minimal Textual app."""

    def one() -> Iterator[float]:
        terminal = Terminal((sys.executable, str(ROOT / "benchmarks" / "echo_app.py")), _at(None))
        terminal.until(b"echo 0")
        terminal.rest()
        try:
            for number in range(1, 100_000):
                begun = time.perf_counter()
                terminal.type("x")
                terminal.until(b"echo %d " % number)
                yield time.perf_counter() - begun
                terminal.rest()
        finally:
            terminal.end()

    return _each(one)


def next_question(folder: Path, turns: int) -> Timed:
    """From the Enter that records a choice to the next question, with so many turns in the transcript at first.

    Each few answers, it begins again with the same questions, so that the transcript does not grow far beyond.
    """
    path = folder / f"keys-{turns}.sqlite3"
    before = folder / f"keys-{turns}-before.sqlite3"
    with Store(before, clock) as store:
        name = _at_the_gates(store).id

    def one() -> Iterator[float]:
        while True:
            for left in folder.glob(f"{path.name}*"):
                left.unlink()
            shutil.copyfile(before, path)
            yield from _answering(path, name, turns)

    return _each(one)


def memory(folder: Path) -> Timed:
    """Bytes that the terminal UI holds when a full assessment was answered in it, to the report on its screen."""

    def measured() -> float:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = folder / "memory.sqlite3"
        with Store(path, clock) as store:
            session = start(store, library(), clock, agency="Example", respondent=Respondent())
            terminal = _resumed(path, session)
            try:
                while (item := session.next_item()) is not None:
                    terminal.type(_answer_to(item) + "\r")
                    _until(session, terminal, item)
                for text in ("/finish", "no", "no"):
                    terminal.type(text + "\r")
                    terminal.watch(1)
                while not list(folder.rglob("*.md")):
                    terminal.watch(1)
                terminal.watch(2)  # until it is on the screen
                return float(terminal.memory())
            finally:
                terminal.end()

    return measured


def _each(samples: Callable[[], Iterator[float]]) -> Timed:
    """The next sample with every call."""
    running: list[Iterator[float]] = []

    def timed() -> float:
        if not running:
            running.append(samples())
        return next(running[0])

    return timed


def _answering(path: Path, name: str, turns: int) -> Iterator[float]:
    with Store(path, clock) as store:
        session = open_session(store, library(), name)
        terminal = _resumed(path, session)
        try:
            for _ in range(turns // 10):
                terminal.type(f"{COMMAND}\r" * 5)
                terminal.rest()
            terminal.watch(0.5)
            for _ in range(AT_A_TIME):
                item = session.next_item()
                assert item is not None
                terminal.type("2")
                terminal.rest()
                following = session.next_item(item.id)
                assert following is not None
                begun = time.perf_counter()
                terminal.type("\r")
                terminal.until(_beginning(following))
                yield time.perf_counter() - begun
                terminal.rest()
                session.refresh()
        finally:
            terminal.end()


def _at_the_gates(store: Store) -> Session:
    """An assessment of which only the profile is answered: the gates come next, one choice each."""
    session = start(store, library(), clock, agency="Example", respondent=Respondent())
    while (item := session.next_item()) is not None and not item.gate:
        session.record(item.id, Answer(Missing.DONT_KNOW))
    return session


def _resumed(path: Path, session: Session) -> Terminal:
    item = session.next_item()
    assert item is not None
    terminal = Terminal((READINESS, "resume", session.id), _at(path))
    terminal.until(_beginning(item))
    terminal.rest()
    return terminal


def _at(store: Path | None) -> dict[str, str]:
    home = str(store.parent) if store else os.environ.get("HOME", "/")
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": home}
    return {**usual(), **terminal, "READINESS_STORE": str(store)}


def _beginning(item: Item) -> bytes:
    """The first words of a question, as many as surely stand on one line."""
    words = item.ask.split()
    kept = words[0]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > 30:
            break
        kept += f" {word}"
    return kept.encode()


def _answer_to(item: Item) -> str:
    if item.kind == "choice":
        return "ohio" if item.scale and len(item.scale.ids) > 9 else "2"
    return TYPED[item.kind]


def _until(session: Session, terminal: Terminal, item: Item) -> None:
    """Wait until an answer is stored, and its next question painted."""
    begun = time.perf_counter()
    while item.id not in session.answers:
        terminal.rest()
        session.refresh()
        if time.perf_counter() - begun > 30:
            raise RuntimeError(f"never stored an answer to {item.id}")
