"""Reading a file that a person named, with plain words for what can go wrong."""

from pathlib import Path

from readiness.domain.problem import Problem
from readiness.errors import InvalidInput

MAX_BYTES = 20 * 1000 * 1000


def read_text(path: Path, file: str = "") -> str:
    """The text of a file.

    Args:
        path: where it lies.
        file: the name to use in problems; the path where empty.

    Raises:
        InvalidInput: it is missing, a folder, too big, unreadable or not UTF-8; one problem, of the whole file.
    """
    name = file or str(path)
    try:
        data = _bytes(path, name)
    except FileNotFoundError:
        raise _fault(name, "there is no such file", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise _fault(name, "this is a folder, not a file", "Name a file in it.") from None
    except PermissionError:
        raise _fault(name, "this file may not be read", "Check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _fault(name, f"this file cannot be read ({reason})") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"this file is not UTF-8 text (line {line})"
        raise _fault(name, message, "Save it as UTF-8.") from None


def _bytes(path: Path, name: str) -> bytes:
    if path.is_dir():
        raise IsADirectoryError(name)
    with path.open("rb") as stream:
        # The size is asked first, so that a huge file is refused unread; pipes have none, hence the second look.
        size = path.stat().st_size
        data = stream.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
    if max(size, len(data)) > MAX_BYTES:
        raise _fault(
            name, "this file is over 20 MB", "A questionnaire or answers file is far smaller."
        )
    return data


def _fault(name: str, message: str, hint: str = "") -> InvalidInput:
    return InvalidInput([Problem(file=name, message=message, hint=hint)])
