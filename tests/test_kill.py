"""A process that is killed while answers go in has kept every answer that it said to have recorded.

Several workers kill processes with SIGKILL at random moments, all on one store: while it starts, while it waits, while
it writes. What matters is not when exactly (that differs with each run and each machine) but that no moment loses an
answer; the choices that a seed can settle are seeded.
"""

import random
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.cli.talking import BEGIN, answer_to

from readiness import resources
from readiness.assessment import Session, open_session
from readiness.domain.log import Entry
from readiness.loading import Library
from readiness.store import Store

WORKERS = 4
KILLS = 52  # by each worker
ENOUGH = 200

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")


class Killed(NamedTuple):
    """What one worker saw.

    Attributes:
        kills: how many processes it has killed.
        recorded: the labels that were said to be recorded, in their order, by the id of the assessment.
    """

    kills: int
    recorded: dict[str, list[str]]


def _choose(chance: random.Random, said: str) -> str | None:
    """An answer to a line that says how to answer; now and then another option than the usual one."""
    usual = answer_to(said)
    if usual is not None and "1 Not yet" in said:
        return str(chance.randint(1, 5))
    return usual


def _talk(chance: random.Random, *arguments: str) -> list[str]:
    """Answer questions in a process until it is killed; gives what it had said by then."""
    process = subprocess.Popen(
        [sys.executable, "-m", "readiness", *arguments, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None
    assert stdout is not None
    # Starting takes some hundred milliseconds, an answer a few. Half of the kills come by the clock, at any moment;
    # half a hair's breadth after an answer was sent, while it is being written.
    by_clock = chance.random() < 0.5
    answers = 10_000 if by_clock else chance.randint(1, 8)
    moment = chance.uniform(0.1, 0.7) if by_clock else 20
    timer = threading.Timer(moment, process.kill)
    timer.start()
    lines = []
    with suppress(BrokenPipeError):  # killed between the question and our answer
        for raw in stdout:
            lines.append(raw.decode("utf-8"))
            answer = _choose(chance, lines[-1])
            if answer is None:
                continue
            stdin.write(f"{answer}\n".encode())
            stdin.flush()
            answers -= 1
            if answers == 0:
                timer.cancel()
                timer = threading.Timer(chance.uniform(0, 0.01), process.kill)
                timer.start()
    rest = stdout.read()
    process.wait()
    timer.cancel()
    with suppress(BrokenPipeError):  # what was not read any more
        stdin.close()
    stdout.close()
    # A line that was cut off was not said.
    whole = "".join(lines) + rest.decode("utf-8", "ignore")
    return [line[:-1] for line in whole.splitlines(keepends=True) if line.endswith("\n")]


def _work(seed: int, store: Path) -> Killed:
    """Begin an assessment, then go on with it and be killed, again and again; then begin the next one."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    seen: dict[str, list[str]] = {}
    name, kills = "", 0
    while kills < KILLS:
        if name:
            lines = _talk(chance, "resume", name, "--store", str(store))
        else:
            lines = _talk(chance, "start", *BEGIN, "--store", str(store))
        kills += 1
        for line in lines:
            if line.startswith("Started. "):
                name = line.removesuffix(".").rpartition(" ")[2]
            if line.startswith("Recorded: "):
                seen.setdefault(name, []).append(line[len("Recorded: ") : -1])
        if any(line.startswith("That was the last question") for line in lines):
            name = ""
    return Killed(kills, seen)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Every answer for which `Recorded:` was said is there after 200 kills, with its item and value."""
    path = tmp_path / "store.sqlite3"
    with ThreadPoolExecutor(WORKERS) as pool:
        workers = list(pool.map(lambda seed: _work(seed, path), range(WORKERS)))
    assert sum(worker.kills for worker in workers) >= ENOUGH
    said = {name: labels for worker in workers for name, labels in worker.recorded.items()}
    assert sum(map(len, said.values())) > ENOUGH
    with Store(path, lambda: datetime.now(UTC)) as store:
        library = Library([resources.questionnaires()])
        for name, labels in said.items():
            _check(open_session(store, library, name), labels)
        assert integrity(path) == "ok"


def _check(session: Session, labels: list[str]) -> None:
    """The log holds what was said, item by item in the order of asking, and nothing was asked twice.

    An answer may be stored without having been said any more: the process was killed between the two.
    """
    items = [entry.item for entry in session.entries]
    asked = list(session.asked())
    assert items == asked[: len(items)]
    unsaid = iter(session.entries)
    for label in labels:
        assert any(_label(session, entry) == label for entry in unsaid), (label, items, labels)


def _label(session: Session, entry: Entry) -> str:
    """An answer as the conversation calls it, worked out without the conversation."""
    assert entry.answer is not None
    value, scale = entry.answer.value, session.flow.items[entry.item].scale
    if isinstance(value, date):
        return f"{value.day} {value:%B} {value.year}"
    if scale is None:
        return str(value)
    options = value if isinstance(value, tuple) else (value,)
    return " and ".join(scale.option(str(option)).label for option in options)


def integrity(path: Path) -> str:
    """What SQLite says to the file itself."""
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
