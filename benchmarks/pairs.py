"""Measuring two things in turn: A B A B, so that a machine that slows down slows both."""

import gc
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Timed = Callable[[], float]


class Case(NamedTuple):
    """Something to measure against its baseline; both return seconds."""

    name: str
    ours: Timed
    baseline: Timed
    limit: float


def measure(case: Case, runs: int) -> tuple[list[float], list[float]]:
    """Seconds of each counted run, after one of each that warms up."""
    case.ours()
    case.baseline()
    ours, baseline = [], []
    for _ in range(runs):
        ours.append(case.ours())
        baseline.append(case.baseline())
    return ours, baseline


def process(*arguments: str, environment: Mapping[str, str] | None = None) -> Timed:
    """A whole process, from start to end, with its output thrown away."""

    def timed() -> float:
        begun = time.perf_counter()
        subprocess.run(
            arguments,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**usual(), **(environment or {})},
        )
        return time.perf_counter() - begun

    return timed


def first_paint(arguments: Sequence[str], wanted: bytes, environment: Mapping[str, str]) -> Timed:
    """A process on a pseudo-terminal of 100 × 30, from its start until a text is painted; then it is ended."""

    def timed() -> float:
        import fcntl
        import pty
        import signal
        import struct
        import termios

        begun = time.perf_counter()
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvpe(arguments[0], list(arguments), {**usual(), **environment})
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        seen = b""
        while wanted not in seen:
            chunk = os.read(terminal, 65536)
            seen += chunk
            if not chunk or time.perf_counter() - begun > 30:
                raise RuntimeError(f"never painted {wanted!r}: {seen[-400:]!r}")
        took = time.perf_counter() - begun
        os.kill(pid, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(pid, 0)
        return took

    return timed


def usual() -> dict[str, str]:
    """The environment as people have it: Python may keep what it compiled."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def within(function: Callable[[], object], times: int, clock: Timed = time.perf_counter) -> Timed:
    """A function in this process, called several times with garbage collection off; seconds for one call.

    Args:
        function: what to call.
        times: how often.
        clock: the time that passes, or `time.process_time` for work that waits for nothing.
    """

    def timed() -> float:
        gc.collect()
        gc.disable()
        try:
            begun = clock()
            for _ in range(times):
                function()
            return (clock() - begun) / times
        finally:
            gc.enable()

    return timed
