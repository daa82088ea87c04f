"""What can be done with whole assessments: another round, taking in a file, deleting for good."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import InvalidInput, ReadinessError
from readiness.tui import words
from readiness.tui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readiness.assessment import Session
    from readiness.store import Summary
    from readiness.tui.app import ReadinessApp

SHOWN_PROBLEMS = 4


def another_round(app: "ReadinessApp", summary: "Summary", stored: "Sequence[Summary]") -> None:
    """Ask for the name of a new round, and begin it: as a follow-up, or empty."""
    from readiness.assessment import open_session, rounds

    earlier, headers = summary.header, [each.header for each in stored]
    taken = {h.round.casefold() for h in headers if h.agency == earlier.agency}

    house = app.house
    parts = house.store, house.library, house.clock

    def follow(name: str) -> "Session":
        before = rounds.earlier_of(open_session(house.store, house.library, earlier.id))
        return rounds.follow_up(*parts, before, round_name=name).session

    def empty(name: str) -> "Session":
        return rounds.start_again(*parts, earlier, name)

    def take(begin: "Callable[[str], Session]", name: str) -> str:
        if not name:
            return words.NO_NAME
        if name.casefold() in taken:
            return words.TAKEN.format(agency=earlier.agency, round=name)
        try:
            begun = begin(name)
        except ReadinessError as error:
            return str(error)
        app.call_later(app.go_on, begun.id)
        return ""

    text = words.NEXT_ROUND_TEXT.format(agency=earlier.agency or words.NO_AGENCY)
    sheet = Sheet(
        words.NEXT_ROUND,
        text,
        partial(take, follow),
        value=rounds.next_round(earlier, headers),
        does="begin",
        other=(words.BEGIN_EMPTY, partial(take, empty)),
    )
    app.push_screen(sheet)


def import_file(app: "ReadinessApp") -> None:
    """Ask for the path of an answers file, and take it in."""

    def take(typed: str) -> str:
        if not typed:
            return words.NO_PATH
        path = path_of(typed)
        try:
            if path.is_dir():
                return words.A_FOLDER.format(path=path)
            if not path.exists():
                return words.NO_FILE.format(path=path)
            _take_in(app, path)
        except InvalidInput as error:
            return problems(error, path)
        except (ReadinessError, OSError, ValueError) as error:
            return str(error)
        return ""

    app.push_screen(
        Sheet(words.IMPORT, words.IMPORT_TEXT, take, complete=complete_path, does="import")
    )


def delete(app: "ReadinessApp", summary: "Summary") -> None:
    """Ask for the agency's name or the id, and delete an assessment for good."""
    header = summary.header
    agency = header.agency or words.NO_AGENCY

    def take(typed: str) -> str:
        if _plain(typed) not in {_plain(header.agency), _plain(header.id)} - {""}:
            return words.NOT_THAT
        try:
            app.house.store.delete(header.id)
        except ReadinessError as error:
            return str(error)
        app.forget(header.id)
        app.call_later(app.go_home, words.DELETED.format(agency=agency, round=header.round))
        return ""

    answers = "1 answer" if summary.answered == 1 else f"{summary.answered} answers"
    how = words.DELETE_BY_NAME.format(id=header.id) if _plain(header.agency) else header.id
    text = words.DELETE_TEXT.format(agency=agency, round=header.round, answers=answers, how=how)
    app.push_screen(Sheet(words.DELETE, text, take, does="delete"))


def path_of(typed: str) -> Path:
    """A path as people type it, or as a terminal types it when a file is dragged into it."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    elif os.sep == "/":
        text = text.replace("\\ ", " ").replace("\\(", "(").replace("\\)", ")")
    return Path(text.removeprefix("file://")).expanduser()


def complete_path(typed: str) -> str:
    """The path that the beginning of one stands for, as far as there is only one; else an empty text."""
    if len(typed) < 2 or typed[0] in "\"'":
        return ""
    folder, _, begun = typed.rpartition("/")
    place = Path(folder or ("/" if typed.startswith("/") else ".")).expanduser()
    try:
        found = [each for each in sorted(os.listdir(place)) if each.startswith(begun)]
        if not begun:
            found = [each for each in found if not each.startswith(".")]
        common = os.path.commonprefix(found)  # noqa: RUF071 - letter by letter is wanted
        ending = "/" if len(found) == 1 and (place / common).is_dir() else ""
    except (OSError, ValueError):
        return ""
    return typed + common[len(begun) :] + ending if len(common) > len(begun) or ending else ""


def problems(error: InvalidInput, path: Path) -> str:
    """The first problems of a file, and where to see the rest."""
    lines = [str(problem) for problem in error.problems[:SHOWN_PROBLEMS]]
    more = len(error.problems) - len(lines)
    if more > 0:
        lines.append(words.MORE_PROBLEMS.format(count=more, path=path))
    return "\n".join(lines)


def _take_in(app: "ReadinessApp", path: Path) -> None:
    from readiness.assessment.moving import take_in
    from readiness.loading import load_answers

    house = app.house
    loaded = load_answers(path, house.library)
    assessment_id, outcome = take_in(house.store, house.library, house.clock, loaded)
    agency = loaded.assessment.agency or words.NO_AGENCY
    said = [words.IMPORTED[outcome].format(agency=agency), *map(str, loaded.warnings)]
    app.touch(assessment_id)
    app.call_later(app.go_home, "\n".join(said))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
