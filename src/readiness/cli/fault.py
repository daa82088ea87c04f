"""The last resort: an unexpected fault goes to a log file, and the person gets one line."""

import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from readiness import __version__


def log_fault(error: BaseException, arguments: Sequence[str]) -> str:
    """Write a fault to a log file; returns the line to show, with the file's path."""
    text = "\n".join(
        [
            f"readiness {__version__}, Python {sys.version.split()[0]}, {platform.platform()}",
            f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC: readiness {' '.join(arguments)}",
            "".join(traceback.format_exception(error)),
        ]
    )
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"fault-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.log"
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return f"Something went wrong that should not have. What you answered is kept; details are in {path}"
    return "Something went wrong that should not have, and no log file could be written. What you answered is kept."


def _folders() -> list[Path]:
    from platformdirs import user_log_path

    return [user_log_path("readiness", appauthor=False), Path(tempfile.gettempdir())]
