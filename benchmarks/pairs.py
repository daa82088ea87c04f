"""Measuring two things in turn: A B A B, so that a machine that slows down slows both."""

import gc
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.terminal import Terminal

Timed = Callable[[], float]


class Case(NamedTuple):
    """Something to measure against its baseline.

    Attributes:
        ours: seconds; or bytes.
        baseline: the same, of what it is measured against.
        limit: the ratio that it must not pass.
        of: what of all runs is compared.
        runs: how many it takes, where that is not for whoever measures to say.
        unit: what is printed: `ms` for seconds, `MB` for bytes.
    """

    name: str
    ours: Timed
    baseline: Timed
    limit: float
    of: Callable[[Sequence[float]], float] = median
    runs: int = 0
    unit: str = "ms"


def p95(runs: Sequence[float]) -> float:
    """What 95 of 100 runs do not pass."""
    return quantiles(runs, n=20, method="inclusive")[-1]


def fixed(value: float) -> Timed:
    """A figure to compare with where a limit is not a ratio."""
    return lambda: value


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
        begun = time.perf_counter()
        terminal = Terminal(arguments, {**usual(), **environment})
        try:
            terminal.until(wanted)
            return time.perf_counter() - begun
        finally:
            terminal.end()

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
