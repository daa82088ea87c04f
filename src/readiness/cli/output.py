"""Writing to a file that a person named with `-o`."""

from collections.abc import Iterable
from pathlib import Path

from readiness.errors import ReadinessError


def write_out(output: Path, text: str, keep: Iterable[Path]) -> None:
    """Write a text to a file.

    Args:
        output: as the person named it.
        text: what to write.
        keep: files that it must not be, because the text came from them.

    Raises:
        ReadinessError: it is one of those, or cannot be written.
    """
    if any(_same(output, each) for each in keep):
        raise ReadinessError(
            f"{output} is what this is made from, and would be lost. Name another file with -o."
        )
    from readiness.assessment.handover import write_whole

    write_whole(output, text)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them does not exist
        return False
