"""`readiness questionnaires check`: everything about some files, beside what is installed."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from readiness.domain.problem import Problem
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import InvalidInput
from readiness.loading import shelf
from readiness.loading.content import ContentReader
from readiness.loading.library import Library
from readiness.loading.lint import lint
from readiness.loading.place import Report, sorted_problems
from readiness.loading.shelf import Book
from readiness.loading.text import read_text

_READERS: dict[str, Callable[[ContentReader], object]] = {
    shelf.TRAININGS: ContentReader.trainings,
    shelf.RESOURCES: ContentReader.resources,
    shelf.GLOSSARY: ContentReader.glossary,
    shelf.LIVED_EXPERIENCE: ContentReader.lived_experience,
}


def check_files(paths: Iterable[Path], library: Library) -> list[Problem]:
    """All problems of some files or folders, and warnings of what could read better.

    Args:
        paths: questionnaires, files that stand beside them (by their names), or folders of both.
        library: what is installed; a checked file takes the place of an installed one with the same id.
    """
    books, problems = _books(paths)
    if problems or not books:
        return problems
    return sorted_problems([*_of_others(books, library), *_of_questionnaires(books, library)])


def _books(paths: Iterable[Path]) -> tuple[list[Book], list[Problem]]:
    books: list[Book] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            found = shelf.of_folder(path)
            books += found.books
            problems += found.unread
            if not found.books and not found.unread:
                problems.append(
                    Problem(file=str(path), message="there is no questionnaire in this folder")
                )
            continue
        try:
            books.append(Book(str(path), read_text(path)))
        except InvalidInput as error:
            problems += [problem for problem in error.problems if isinstance(problem, Problem)]
    return books, problems


def _of_others(books: Sequence[Book], library: Library) -> list[Problem]:
    problems: list[Problem] = []
    for book in books:
        try:
            if book.name == shelf.LEXICON:
                from readiness.loading.lexicon import read_lexicon

                read_lexicon(book.text, book.file)
            elif book.name == shelf.PHRASES:
                from readiness.loading.phrases import phrases_in

                phrases_in(book.text, book.file)
            elif book.name in _READERS:
                _READERS[book.name](ContentReader(book.tree(), book.file, library.unknown_source))
        except InvalidInput as error:
            problems += [problem for problem in error.problems if isinstance(problem, Problem)]
    return problems


def _of_questionnaires(books: Sequence[Book], library: Library) -> list[Problem]:
    together = library.beside(books)
    try:
        questionnaires = {together.file(q.id): q for q in together.all()}
    except InvalidInput as error:
        return [problem for problem in error.problems if isinstance(problem, Problem)]
    problems: list[Problem] = []
    for book in books:
        if book.id and not book.fixed:
            problems += _advice(book, questionnaires[book.file], library)
    return problems


def _advice(book: Book, questionnaire: Questionnaire, library: Library) -> list[Problem]:
    report = Report(book.file, book.tree())
    found = lint(questionnaire, report)
    if library.holds_another(book):
        line, column = report.spot(("id",))
        message = f"`{book.id}` is the id of an installed questionnaire"
        hint = "Give yours another id before you put it into your own folder."
        found.insert(
            0,
            Problem(
                file=book.file,
                line=line,
                column=column,
                path="id",
                message=message,
                hint=hint,
                level="warning",
            ),
        )
    return found
