"""What is measured, and against what."""

import itertools
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.pairs import Case, Timed, first_paint, process, within
from readiness import resources
from readiness.assessment import start
from readiness.domain.answers import Answer, Respondent
from readiness.loading import Library
from readiness.store import Store

ROOT = Path(__file__).parents[1]
BARE = (sys.executable, "-c", "pass")
READINESS = str(Path(sys.executable).with_name("readiness"))
EXAMPLE = str(ROOT / "examples" / "county-funded-california.answers.yaml")


def every() -> list[Case]:
    """Every case, with its limit from the issue that set it."""
    folder = Path(tempfile.mkdtemp(prefix="readiness-bench-"))
    bare = process(*BARE)
    return [
        Case("version", process(READINESS, "--version"), bare, 5.5),
        Case("score", process(READINESS, "score", EXAMPLE), bare, 16),
        Case("report", process(READINESS, "report", EXAMPLE), bare, 24),
        Case("resume, first paint", _resume(folder), _minimal(), 1.8),
        Case("one stored answer", *_answers(folder), 1.5),
        *_doublings(folder),
    ]


def _clock() -> datetime:
    return datetime.now(UTC)


def _library() -> Library:
    return Library([resources.questionnaires()])


def _resume(folder: Path) -> Timed:
    path = folder / "resume.sqlite3"
    with Store(path, _clock) as store:
        session = start(store, _library(), _clock, agency="Example", respondent=Respondent())
        for item in list(session.asked().values())[:20]:
            if item.kind == "choice" and item.scale is not None:
                session.record(item.id, Answer(item.scale.ids[0]))
        waiting = session.next_item()
    assert waiting is not None
    wanted = waiting.ask.split()[0].encode() + b" " + waiting.ask.split()[1].encode()
    return first_paint(
        (READINESS, "resume", session.id),
        wanted,
        {**_terminal(folder), "READINESS_STORE": str(path)},
    )


def _minimal() -> Timed:
    script = str(ROOT / "benchmarks" / "minimal_app.py")
    return first_paint((sys.executable, script), b"painted", _terminal(Path(tempfile.gettempdir())))


def _terminal(home: Path) -> dict[str, str]:
    return {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)}


def _answers(folder: Path) -> tuple[Timed, Timed]:
    """One answer through the store, and the same row through bare sqlite3 with the same durability."""
    store = Store(folder / "answers.sqlite3", _clock)
    session = start(store, _library(), _clock, agency="Example", respondent=Respondent())
    answer = Answer("partly", note="Only at the downtown site, so far.")
    raw = sqlite3.connect(folder / "raw.sqlite3", isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute(
        "CREATE TABLE log (n INTEGER PRIMARY KEY, item TEXT, value TEXT, note TEXT, at TEXT)"
    )

    def insert() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            "INSERT INTO log (item, value, note, at) VALUES (?, ?, ?, ?)",
            ("roles.written_role", "partly", answer.note, "2026-11-21T00:00:00Z"),
        )
        raw.execute("COMMIT")

    return within(lambda: session.record("roles.written_role", answer), 100), within(insert, 100)


def _doublings(folder: Path) -> list[Case]:
    """Loading twice as many items against loading half of them."""
    sizes = (1250, 2500, 5000, 10_000)
    loads = {
        size: within(_loading(folder / f"items-{size}", size), 1, time.process_time)
        for size in sizes
    }
    return [
        Case(f"load {big} items", loads[big], loads[small], 2.3)
        for small, big in itertools.pairwise(sizes)
    ]


def _loading(folder: Path, items: int) -> Callable[[], object]:
    folder.mkdir()
    for name in ("scales.yaml", "sources.yaml"):
        os.link(resources.questionnaires() / name, folder / name)
    (folder / "many.yaml").write_text(_many(items), encoding="utf-8")
    return lambda: Library([folder]).questionnaire("many")


def _many(items: int) -> str:
    lines = [
        "id: many",
        "title: Many items",
        "version: 1.0.0",
        "scale: implementation",
        "sections:",
    ]
    for number in range(items):
        if number % 100 == 0:
            lines += [f"  - id: s{number}", f"    title: Section {number}", "    items:"]
        lines += [
            f"      - id: i{number}",
            f"        ask: Is thing {number} in place here?",
            "        anchors: {not_yet: Nothing is there., partly: Some is there., fully: All is there.}",
            "        source: wise.c01.q1",
            "        actions:",
            "          - {id: a, do: Put it in place., first_step: Look at it., done_when: It is there.,"
            " owner: director, source: wise.c01.q1}",
        ]
    return "\n".join(lines) + "\n"
