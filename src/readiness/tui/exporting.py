"""Putting a report where a person wants it. A further format is one more ending here."""

from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.managing import complete_path, path_of
from readiness.tui.sheet import Sheet

if TYPE_CHECKING:
    from readiness.assessment.handover import Handed
    from readiness.tui.app import ReadinessApp


def ask_where(app: "ReadinessApp", handed: "Handed") -> None:
    """Ask for a folder or a file, and put the report there."""

    def take(typed: str) -> str:
        if not typed:
            return words.NO_PLACE
        try:
            path = export(handed, typed)
        except (ReadinessError, OSError, ValueError) as error:
            return str(error)
        app.notify(words.EXPORTED.format(path=path), timeout=20, markup=False)
        return ""

    app.push_screen(
        Sheet(
            words.EXPORT,
            words.EXPORT_TEXT,
            take,
            value=str(documents()),
            complete=complete_path,
            does="write it",
        )
    )


def export(handed: "Handed", typed: str) -> Path:
    """Put a report into a folder or a file that somebody named; never over another text.

    Args:
        handed: the report.
        typed: a folder, where the report keeps its name; or a file, whose ending says the format.

    Raises:
        ReadinessError: there is no such format, or it cannot be written there.
    """
    from readiness.assessment.handover import hand_over

    place = path_of(typed)
    if place.is_dir() or typed.rstrip("\"'").endswith(("/", "\\")):
        return hand_over(place, handed.path.name, handed.text)
    ending = place.suffix.lower()
    if ending in (".html", ".htm", ".pdf", ".docx", ".doc", ".txt", ".json"):
        raise ReadinessError(words.NO_FORMAT.format(ending=ending))
    name = place.name if ending == ".md" else f"{place.name}.md"
    return hand_over(place.parent, name, handed.text)


def documents() -> Path:
    """The person's folder for documents."""
    from platformdirs import user_documents_path

    return user_documents_path()
