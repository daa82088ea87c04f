"""Writing to a file that a person named with `-o`."""

from collections.abc import Iterable
from pathlib import Path

from readiness.errors import ReadinessError


def write_out(output: Path, content: str | bytes, keep: Iterable[Path]) -> None:
    """Write a text, or a file of any other kind, whole or not at all.

    Args:
        output: as the person named it.
        content: what to write; text becomes UTF-8.
        keep: files that it must not be, because the content came from them.

    Raises:
        ReadinessError: it is one of those, or cannot be written.
    """
    if any(_same(output, each) for each in keep):
        raise ReadinessError(
            f"{output} is what this is made from, and would be lost. Name another file with -o."
        )
    from readiness.assessment.handover import write_whole

    write_whole(output, content)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them does not exist
        return False
