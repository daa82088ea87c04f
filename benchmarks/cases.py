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
from statistics import median
from typing import Any

from benchmarks import formats, keys
from benchmarks.merging import merge_and_render
from benchmarks.pairs import Case, Timed, first_paint, fixed, p95, process, within
from readiness import resources
from readiness.assessment import start
from readiness.conversation import interpret, keeping
from readiness.conversation.talk import Talk
from readiness.domain.answers import Answer, Respondent
from readiness.loading import Library
from readiness.store import Store

ROOT = Path(__file__).parents[1]
BARE = (sys.executable, "-c", "pass")
READINESS = str(Path(sys.executable).with_name("readiness"))
RUNS_OF_KEYS = 60
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
        Case("one answer and its conversation", *_answers(folder, talk=True), 1.5),
        Case("interpret", _interpreted(), fixed(0.001), 1.0),
        *_keys(folder),
        Case(
            "memory after everything",
            keys.memory(folder / "memory"),
            fixed(90e6),
            1.0,
            runs=1,
            unit="MB",
        ),
        Case("merge of an edited plan", *merge_and_render(), 3),
        *_doublings(folder),
        *formats.cases(Path(EXAMPLE)),
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


def _keys(folder: Path) -> list[Case]:
    """From a key to what it leads to, with few and with many turns in the transcript."""
    few, many = keys.next_question(folder, 10), keys.next_question(folder, 300)
    return [
        Case("key to question, 10 turns", few, keys.echo(), 5, p95, RUNS_OF_KEYS),
        Case("key to question, 300 turns", many, keys.echo(), 5, p95, RUNS_OF_KEYS),
        Case("300 turns against 10", many, few, 1.3, p95, RUNS_OF_KEYS),
    ]


def _interpreted() -> Timed:
    """What understanding one utterance takes, at the median over the labelled set; none has been heard before."""
    from tests.conversation.understanding import items, labelled

    known = items()
    texts = [(each.text, known[each.item]) for each in labelled()]

    def timed() -> float:
        taken = []
        for cache in _caches_of_texts():
            cache.cache_clear()
        for text, item in texts:
            begun = time.perf_counter()
            interpret(text, item)
            taken.append(time.perf_counter() - begun)
        return median(taken)

    return timed


def _caches_of_texts() -> list[Any]:
    """What keeps words that were heard before: the caches of understanding that hold only so much."""
    rooms = [m for name, m in sys.modules.items() if ".conversation.understanding." in name]
    found = [each for room in rooms for each in vars(room).values() if hasattr(each, "cache_info")]
    return [each for each in found if each.cache_info().maxsize is not None]


def _answers(folder: Path, *, talk: bool = False) -> tuple[Timed, Timed]:
    """One answer through the store, and the same row through bare sqlite3 with the same durability.

    Args:
        folder: for both files.
        talk: whether the state of a conversation is kept with each answer, as a conversation does it.
    """
    store = Store(folder / f"answers-{talk}.sqlite3", _clock)
    session = start(store, _library(), _clock, agency="Example", respondent=Respondent())
    answer = Answer("partly", note="Only at the downtown site, so far.")
    raw = sqlite3.connect(folder / f"raw-{talk}.sqlite3", isolation_level=None)
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

    state = Talk(session).state

    def record() -> None:
        place = keeping.place_in(state, len(session.entries) + 1, "") if talk else None
        session.record("roles.written_role", answer, place=place)

    return within(record, 100), within(insert, 100)


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
