"""Running commands in this process, and as processes of their own."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from readiness.cli import run as run_command

ROOT = Path(__file__).parents[2]


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process; gives its exit code and what it wrote."""

    def call(*arguments: str | Path) -> Done:
        capsys.readouterr()
        code = run_command([str(each) for each in arguments])
        written = capsys.readouterr()
        return Done(code, written.out, written.err)

    return call


@pytest.fixture
def process() -> Iterator[Start]:
    """Start a command as a process of its own, with pipes."""
    started: list[subprocess.Popen[bytes]] = []

    def kill_all() -> None:
        for child in started:
            child.kill()

    watch = threading.Timer(60, kill_all)  # rather fail than hang
    watch.start()

    def start(*arguments: str | Path, **environ: str) -> "subprocess.Popen[bytes]":
        child = subprocess.Popen(
            [sys.executable, "-m", "readiness", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **environ},
        )
        started.append(child)
        return child

    yield start
    watch.cancel()
    for child in started:
        child.kill()
        child.communicate()


@pytest.fixture
def answers_file() -> Path:
    """An answers file of a made-up agency."""
    return ROOT / "examples" / "county-funded-california.answers.yaml"
