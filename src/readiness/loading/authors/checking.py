"""`readiness questionnaires check`: everything about some files, beside what is installed."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from readiness.domain.content import Sources
from readiness.domain.problem import Problem
from readiness.domain.questionnaire import Questionnaire
from readiness.errors import InvalidInput
from readiness.loading import content, shelf
from readiness.loading.authors.lint import lint
from readiness.loading.content.glossary import read_glossary
from readiness.loading.content.lexicon import read_lexicon
from readiness.loading.content.lived_experience import read_lived_experience
from readiness.loading.content.phrases import read_phrases
from readiness.loading.content.resources import read_resources
from readiness.loading.content.trainings import read_trainings
from readiness.loading.library import Library
from readiness.loading.shelf import Book
from readiness.loading.tree.parsing import Mapping
from readiness.loading.tree.place import Report, problems_of, sorted_problems
from readiness.loading.tree.text import read_text

# Questionnaires, scales and sources are checked together, by loading them.
_PLAIN: dict[str, Callable[[Mapping, str], object]] = {
    content.LEXICON: read_lexicon,
    content.PHRASES: read_phrases,
}
_CITING: dict[str, Callable[[Mapping, str, Sources | None], object]] = {
    content.TRAININGS: read_trainings,
    content.RESOURCES: read_resources,
    content.GLOSSARY: read_glossary,
    content.LIVED_EXPERIENCE: read_lived_experience,
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
    together = library.beside(books)
    return sorted_problems(
        [*_of_others(books, together), *_of_questionnaires(books, library, together)]
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
            if book.name in _PLAIN:
                _PLAIN[book.name](book.tree(), book.file)
            elif book.name in _CITING:
                _CITING[book.name](book.tree(), book.file, together.known_sources)
        except InvalidInput as error:
            problems += problems_of(error)
    return problems


def _of_questionnaires(books: Sequence[Book], library: Library, together: Library) -> list[Problem]:
    try:
        questionnaires = {together.file(q.id): q for q in together.all()}
    except InvalidInput as error:
        return problems_of(error)
    return [
        problem
        for book in books
        if book.id and not book.fixed
        for problem in _advice(book, questionnaires[book.file], library)
    ]


def _advice(book: Book, questionnaire: Questionnaire, library: Library) -> list[Problem]:
    report = Report(book.file, book.tree())
    found = lint(questionnaire, report)
    if library.holds_another(book):
        message = f"`{book.id}` is the id of an installed questionnaire"
        hint = "Give yours another id before you put it into your own folder."
        found.insert(0, report.warning(("id",), message, hint))
    return found
