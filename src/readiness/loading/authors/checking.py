"""`readiness questionnaires check`: everything about some files, beside what is installed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from readiness.domain.problem import Problem
from readiness.errors import InvalidInput
from readiness.loading import shelf
from readiness.loading.authors.lint import lint
from readiness.loading.content.readers import read_other
from readiness.loading.library import Library
from readiness.loading.own import NO_ID, NO_ID_HINT, clash
from readiness.loading.shelf import Book
from readiness.loading.tree.place import Report, problems_of, sorted_problems
from readiness.loading.tree.text import read_text


def check_files(paths: Iterable[Path], library: Library) -> list[Problem]:
    """All problems of some files or folders, and warnings of what could read better.

    Args:
        paths: questionnaires, files that stand beside them (by their names), or folders of both.
        library: what is installed; a checked file takes the place of an installed one with the same id, but that their
            ids clash is a problem too.
    """
    books, problems = _books(paths)
    if problems or not books:
        return problems
    together = library.beside(books)
    return sorted_problems(
        [
            *_of_others(books, together),
            *_of_ids(books, library),
            *_of_questionnaires(books, together),
        ]
    )


def _books(paths: Iterable[Path]) -> tuple[list[Book], list[Problem]]:
    books: list[Book] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            found = shelf.of_folder(path)
            books += found.books
            problems += found.unread
            if not found.books and not found.unread:
                message = "there is no questionnaire in this folder"
                problems.append(Problem(file=str(path), message=message))
            continue
        try:
            books.append(Book(str(path), read_text(path)))
        except InvalidInput as error:
            problems += problems_of(error)
    return books, problems


def _of_others(books: Sequence[Book], together: Library) -> list[Problem]:
    problems: list[Problem] = []
    for book in books:
        try:
            read_other(book.name, book.tree(), book.file, together.known_sources)
        except InvalidInput as error:
            problems += problems_of(error)
    return problems


def _of_ids(books: Sequence[Book], library: Library) -> list[Problem]:
    """Questionnaires whose id cannot be read, or belongs to another file that is installed."""
    problems: list[Problem] = []
    for book in (book for book in books if not book.fixed):
        try:
            report = Report(book.file, book.tree())
        except InvalidInput:
            continue  # told where it is loaded
        other = library.other(book) if book.id else None
        if not book.id:
            report.add((), NO_ID, NO_ID_HINT)
        elif other is not None and not (other.own and not _lies_beside(book, other)):
            report.add(("id",), *clash(book.id, other))
        elif other is not None and other.text != book.text:
            message = f"`{book.id}` is the id of an installed questionnaire"
            hint = "Give yours another id before you put it into your own folder."
            report.problems.append(report.warning(("id",), message, hint))
        problems += report.problems
    return problems


def _lies_beside(book: Book, other: Book) -> bool:
    return Path(book.file).resolve().parent == Path(other.file).resolve().parent


def _of_questionnaires(books: Sequence[Book], together: Library) -> list[Problem]:
    try:
        questionnaires = {together.file(q.id): q for q in together.all()}
    except InvalidInput as error:
        return problems_of(error)
    return [
        problem
        for book in books
        if book.file in questionnaires
        for problem in lint(questionnaires[book.file], Report(book.file, book.tree()))
    ]
