"""A store in a folder of its own, a clock that only moves when asked, and child processes."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from readiness.domain.answers import Respondent
from readiness.store import Header, Store

MakeHeader = Callable[..., Header]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "store.sqlite3"


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Each look is one second later."""
    seconds = count()
    return lambda: datetime(2026, 11, 21, 12, tzinfo=UTC) + timedelta(seconds=next(seconds))


@pytest.fixture
def store(path: Path, clock: Callable[[], datetime]) -> Iterator[Store]:
    with Store(path, clock) as opened:
        yield opened


@pytest.fixture
def make_header() -> MakeHeader:
    def make(assessment: str = "river", **fields: object) -> Header:
        return Header(
            **{
                "id": assessment,
                "agency": "Riverbend",
                "respondents": {"r1": Respondent("A. Rivera", "leadership")},
                "questionnaires": ("agency-profile@1.0.0", "employer-competencies@1.0.0"),
                "created": datetime(2026, 11, 21, 9, tzinfo=UTC),
                **fields,
            }  # type: ignore[arg-type]
        )

    return make


# What every child starts with: a store at the path it is given, and an answer in one call.
_CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from readiness.domain.answers import Answer
from readiness.errors import ReadinessError
from readiness.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime.now(UTC))
def answer(item, seen, value="mostly"):
    return store.append(
        "river", item=item, answer=Answer(value), wording="w", respondent="r1", seen=seen
    )
"""


@pytest.fixture
def child(path: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Start a process that runs a script on the store; `store` and `answer(item, seen)` are there."""
    started = []

    def start(script: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", _CHILD + script, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
