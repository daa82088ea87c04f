"""Putting a report where a person wants it, in the format that the file's ending says."""

from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.managing import complete_path, path_of
from readiness.tui.sheet import Sheet

if TYPE_CHECKING:
    from readiness.assessment.handover import Handed
    from readiness.assessment.session import Session
    from readiness.loading import Library
    from readiness.reports.formats import Format
    from readiness.tui.app import ReadinessApp

OTHERS = (".doc", ".odt", ".rtf", ".txt")  # endings that promise something else


def ask_where(app: "ReadinessApp", session: "Session", handed: "Handed") -> None:
    """Ask for a folder or a file, and put the report there."""
    library = app.house.library

    def take(typed: str) -> str:
        if not typed:
            return words.NO_PLACE
        try:
            path = export(session, library, handed, typed)
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


def export(session: "Session", library: "Library", handed: "Handed", typed: str) -> Path:
    """Put a report into a folder or a file that somebody named; never over another one.

    Args:
        session: what it is about.
        library: what it draws on beside the answers.
        handed: the report as it is shown.
        typed: a folder, where the report keeps its name; or a file, whose ending says the format (none: Markdown).

    Raises:
        MissingExtra: the format needs a package that is not installed.
        ReadinessError: there is no such format, or it cannot be written there.
    """
    from readiness.assessment.handover import hand_over
    from readiness.reports.formats import by_ending

    place = path_of(typed)
    if place.is_dir() or typed.rstrip("\"'").endswith(("/", "\\")):
        return hand_over(place, handed.path.name, handed.text)
    form = by_ending(place)
    if form is None and place.suffix.lower() in OTHERS:
        raise ReadinessError(words.NO_FORMAT.format(ending=place.suffix))
    if form is None:
        return hand_over(place.parent, f"{place.name}.md", handed.text)
    data = handed.text if form == "md" else _rendered(session, library, form)
    return hand_over(place.parent, place.name, data)


def _rendered(session: "Session", library: "Library", form: "Format") -> bytes:
    from readiness import reports
    from readiness.reports.formats import render

    content = reports.Content(
        trainings=library.trainings,
        resources=library.resources,
        lived_experience=library.lived_experience,
        sources=library.sources,
    )
    return render(reports.handout(session.evaluation(), content), form)


def documents() -> Path:
    """The person's folder for documents."""
    from platformdirs import user_documents_path

    return user_documents_path()
