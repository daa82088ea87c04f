"""Handing something over as a file: whole or not at all, and never over what a person may have edited."""

import os
import re
import secrets
import unicodedata
from datetime import date
from pathlib import Path

from readiness.errors import ReadinessError


def write_whole(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with LF; a fault leaves an older file as it was.

    Raises:
        ReadinessError: the file cannot be written; says why and where.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        os.replace(draft, path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise ReadinessError(
            f"{path} could not be written: {reason}. Choose another place, for instance your own folder."
        ) from error


def report_name(agency: str, when: date | None) -> str:
    """A file name that people recognize: the agency, what it is, and the day."""
    plain = unicodedata.normalize("NFC", agency)
    plain = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]+', " ", plain).strip(" .")
    plain = re.sub(r"\s+", " ", plain)[:60].strip() or "Agency"
    return f"{plain} - readiness report{f' {when.isoformat()}' if when else ''}.md"


def hand_over(folder: Path, name: str, text: str) -> Path:
    """Put a report into a folder, under that name or, where another text has it, the next free one.

    Raises:
        ReadinessError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadinessError(
            f"{folder} could not be made: {error.strerror or error}. The answers are kept; write the report with:"
            " readiness report ID -o FILE"
        ) from error
    stem, ending = name.rsplit(".", 1)
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem} ({number}).{ending}")
        if not path.exists():
            write_whole(path, text)
            return path
        if _holds(path, text):
            return path
    raise ReadinessError(f"{folder} holds too many reports of that name; move some away first.")


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False
