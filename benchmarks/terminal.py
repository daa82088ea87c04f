"""A process on a pseudo-terminal, driven by keys as a person drives it, with a watch on what it paints."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

WIDTH, HEIGHT = 100, 30
PATIENCE = 30.0  # seconds until something that is never painted is a fault
QUIET = 0.08  # seconds without output after which nothing more is to come


class Terminal:
    """A process with a terminal of its own.

    Args:
        arguments: the command.
        environment: all of it.
    """

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.execvpe(arguments[0], list(arguments), dict(environment))
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())

    def until(self, wanted: bytes) -> None:
        """Wait until a text is painted."""
        begun, seen = time.perf_counter(), b""
        while wanted not in seen:
            if not select.select([self._end], [], [], PATIENCE)[0]:
                raise RuntimeError(f"never painted {wanted!r}: {seen[-400:]!r}")
            seen += os.read(self._end, 65536)
            if time.perf_counter() - begun > PATIENCE:
                raise RuntimeError(f"never painted {wanted!r}: {seen[-400:]!r}")

    def rest(self) -> None:
        """Wait until nothing is painted any more."""
        while select.select([self._end], [], [], QUIET)[0]:
            os.read(self._end, 65536)

    def watch(self, seconds: float) -> None:
        """Wait a while, whatever is painted."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self._end], [], [], left)[0]:
                os.read(self._end, 65536)

    def memory(self) -> int:
        """The resident memory of the process now, in bytes."""
        status = Path(f"/proc/{self.pid}/status")
        if status.exists():
            line = next(line for line in status.read_text().splitlines() if "VmRSS" in line)
            return int(line.split()[1]) * 1024
        listed = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.pid)], check=True, capture_output=True
        )
        return int(listed.stdout) * 1024

    def end(self) -> None:
        """End the process."""
        os.kill(self.pid, signal.SIGKILL)
        os.close(self._end)
        os.waitpid(self.pid, 0)
