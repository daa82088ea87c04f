"""Handing something over as a file: whole or not at all, and never over what a person may have edited."""

import os
import re
import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from readiness.errors import ReadinessError


class Handed(msgspec.Struct, frozen=True):
    """A report that was handed over.

    Attributes:
        path: where it is.
        sentence: says so to a person.
        text: what is in it.
        beside: the same report in other formats.
        made: fingerprints of those, to know whether somebody edited them.
    """

    path: Path
    sentence: str
    text: str
    beside: tuple[Path, ...] = ()
    made: Mapping[Path, str] = {}


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, text in UTF-8 with LF; a fault leaves an older file as it was.

    A link is followed, and what is no ordinary file (a terminal, a pipe) is written to as it is.

    Raises:
        ReadinessError: the file cannot be written; says why and where.
    """
    try:
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        _write(path.resolve(), data)
    except (OSError, RuntimeError) as error:  # links that lead in a circle
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadinessError(
            f"{path} could not be written: {reason}. Choose another place, for instance your own folder."
        ) from error


def report_name(agency: str, when: date | None) -> str:
    """A file name that people recognize and every system takes: the agency, what it is, and the day."""
    plain = unicodedata.normalize("NFC", agency)
    plain = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in plain)
    plain = re.sub(r'[\s<>:"/\\|?*]+', " ", plain).strip(" .")
    plain = _shortened(plain[:60]).strip(" .") or "Agency"
    return f"{plain} - readiness report{f' {when.isoformat()}' if when else ''}.md"


def hand_over(folder: Path, name: str, text: str | bytes, endings: Sequence[str] = ()) -> Path:
    """Put a report into a folder, under that name or, where another text has it, the next free one.

    Args:
        folder: made where it is missing.
        name: with its ending.
        text: the report.
        endings: of the files that are to stand beside it; a name is free when none of them has it either.

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
        if not any(map(os.path.lexists, (path, *map(path.with_suffix, endings)))):
            write_whole(path, text)
            return path
        if _holds(path, text):
            return path
    raise ReadinessError(f"{folder} holds too many reports of that name; move some away first.")


def put_beside(path: Path, others: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put a report in other formats beside it, unless they lie there already: somebody may have edited them.

    Args:
        path: where `hand_over` put it.
        others: what is in each, by ending.

    Returns:
        Where they are.

    Raises:
        ReadinessError: one cannot be written.
    """
    for ending, data in others.items():
        if not os.path.lexists(path.with_suffix(ending)):
            write_whole(path.with_suffix(ending), data)
    return tuple(path.with_suffix(ending) for ending in others)


def in_place_of(before: Handed, now: Handed) -> Handed:
    """Let a report take the place of an earlier one, in all its formats, where nobody has edited any of them.

    Returns:
        Where it is then; as it was where the earlier one stays.
    """
    moves = {now.path: before.path, **_beside(before, now)}
    if before.path == now.path or not all(_untouched(before, path) for path in moves.values()):
        return now
    try:
        for path, place in moves.items():
            os.replace(path, place)
    except OSError:
        return now  # both are there then
    sentence = now.sentence.replace(str(now.path), str(before.path))
    made = {moves.get(path, path): digest for path, digest in now.made.items()}
    beside = tuple(moves.get(path, path) for path in now.beside)
    return Handed(before.path, sentence, now.text, beside, made)


def digest_of(data: bytes) -> str:
    """A fingerprint of a file, to know later whether it was edited."""
    import hashlib  # imported late: only reports need it

    return hashlib.sha256(data).hexdigest()


def _beside(before: Handed, now: Handed) -> dict[Path, Path]:
    """Where the other formats of a report would go in the place of another one."""
    return {path: before.path.with_suffix(path.suffix) for path in now.beside}


def _untouched(before: Handed, path: Path) -> bool:
    """Whether a file of an earlier report is as it was written, or is not there."""
    if path == before.path:
        return not path.is_symlink() and _holds(path, before.text)
    try:
        return not os.path.lexists(path) or before.made.get(path) == digest_of(path.read_bytes())
    except OSError:
        return False


def _write(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    draft = path.with_name(f".readiness-{secrets.token_hex(8)}")
    try:
        draft.write_bytes(data)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def _shortened(name: str) -> str:
    """As much of a name as leaves room for the rest of a file name (255 bytes on most disks)."""
    return name.encode("utf-8", "replace")[:180].decode("utf-8", "ignore")


def _holds(path: Path, content: str | bytes) -> bool:
    try:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        return path.read_bytes() == data
    except OSError:
        return False
