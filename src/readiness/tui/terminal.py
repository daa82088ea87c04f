"""A terminal that goes away takes its process with it, as it does for every other program."""

import os
import select
import signal
import threading
from typing import Any


def watched(driver: type[Any]) -> type[Any]:
    """A driver that ends the process when its terminal is gone.

    Usually the system does that itself, by SIGHUP; but not for a terminal that is not the controlling one, nor where
    SIGHUP is ignored: there Textual would read the end of its input for ever. What was answered is stored already.

    Args:
        driver: a driver class of Textual; one that reads no terminal of this kind is returned as it is.
    """
    if not hasattr(driver, "run_input_thread") or not hasattr(select, "poll"):
        return driver

    class Watched(driver):  # type: ignore[misc]
        def run_input_thread(self) -> None:
            threading.Thread(target=_watch, args=(self.fileno,), daemon=True).start()
            super().run_input_thread()

    return Watched


def _watch(terminal: int) -> None:
    """Wait, without any work, until nobody is at the other end any more."""
    waiting = select.poll()
    waiting.register(terminal, select.POLLHUP)
    if any(event & select.POLLHUP for _, event in waiting.poll()):
        os.kill(os.getpid(), signal.SIGHUP)
        os._exit(128 + signal.SIGHUP)  # where SIGHUP is ignored
