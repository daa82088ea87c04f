"""A terminal that goes away takes its process with it, as it does for every other program."""

import os
import signal
from typing import Any


def watched(driver: type[Any]) -> type[Any]:
    """A driver that ends the process when its terminal cannot be read any more.

    Usually the system does that itself, by SIGHUP; but not for a terminal that is not the controlling one, nor where
    SIGHUP is ignored, and Textual would wait there for ever. Whatever was answered is in the store already.

    Args:
        driver: a driver class of Textual; one that reads in no thread of its own is returned as it is.
    """
    if not hasattr(driver, "run_input_thread"):
        return driver

    class Watched(driver):  # type: ignore[misc]
        def run_input_thread(self) -> None:
            try:
                super().run_input_thread()
            except OSError:
                hang_up()

    return Watched


def hang_up() -> None:
    """End the process as a lost terminal does."""
    os.kill(os.getpid(), signal.SIGHUP)
    os._exit(128 + signal.SIGHUP)  # where SIGHUP is ignored
