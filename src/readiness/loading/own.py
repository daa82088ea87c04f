"""The user's own folder: what in it can be used beside what is shipped, and what is wrong with the rest.

A faulty file is left out whole, and stops nothing that does not need it.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from readiness.domain.content import Source, Sources
from readiness.domain.problem import Problem
from readiness.domain.questionnaire import Questionnaire, Scale
from readiness.errors import InvalidInput
from readiness.loading.content import SCALES, SOURCES
from readiness.loading.content.sources import read_sources
from readiness.loading.questionnaires.building import Around, check, draft
from readiness.loading.questionnaires.scales import shared_scales
from readiness.loading.shelf import Book, Shelf
from readiness.loading.tree.place import Report, problems_of, sorted_problems

NO_ID = "there is no `id:` line at the left edge that can be read"
NO_ID_HINT = "Begin a questionnaire with a line such as `id: my-questions`."


class Fault(msgspec.Struct, frozen=True):
    """A file of the user's own that is left out.

    Attributes:
        id: that of the questionnaire in it, where it can be read.
        problems: why; at least one.
    """

    file: str
    id: str
    problems: tuple[Problem, ...]


class SortedOut(msgspec.Struct):
    """What can be used, and what cannot.

    Attributes:
        built: the questionnaires by id, where all had to be loaded to know; else empty.
    """

    books: list[Book]
    faults: tuple[Fault, ...] = ()
    built: dict[str, Questionnaire] = {}


def sort_out(shelf: Shelf) -> SortedOut:
    """Tries every file of the user's own beside the shipped ones; what is wrong with those is told elsewhere."""
    return _Sorting(shelf).result()


class _Sorting:
    def __init__(self, shelf: Shelf) -> None:
        self._kept = list(shelf.books)
        self._problems: dict[str, list[Problem]] = {}
        self._ids: dict[str, str] = {}
        for problem in shelf.unread:
            self._problems.setdefault(problem.file, []).append(problem)

    def result(self) -> SortedOut:
        self._each(self._stray, lambda book: not book.fixed)
        self._each(self._add_scales, lambda book: book.name == SCALES)
        self._each(self._add_sources, lambda book: book.name == SOURCES)
        self._each(self._read_other, lambda book: book.fixed and book.name not in (SCALES, SOURCES))
        built: dict[str, Questionnaire] = {}
        while any(book.own and not book.fixed for book in self._kept):
            built, problems = self._together(self._questionnaires())
            if not problems:
                break
            built = {}
            self._drop(self._blamed(problems))
        faults = tuple(
            Fault(file, self._ids.get(file, ""), tuple(sorted_problems(found)))
            for file, found in self._problems.items()
        )
        return SortedOut(self._kept, faults, built)

    def _each(self, look: Callable[[Book], None], wanted: Callable[[Book], bool]) -> None:
        """Looks at each file of the user's own; one with a problem is left out."""
        for book in [book for book in self._kept if book.own and wanted(book)]:
            try:
                look(book)
            except InvalidInput as error:
                self._drop({book.file: problems_of(error)})

    def _drop(self, faulty: dict[str, list[Problem]]) -> None:
        for book in [book for book in self._kept if book.file in faulty]:
            self._ids[book.file] = book.id
            self._problems.setdefault(book.file, []).extend(faulty[book.file])
        self._kept = [book for book in self._kept if book.file not in faulty]

    def _stray(self, book: Book) -> None:
        report = Report(book.file, book.tree())
        if not book.id or draft(book.tree(), book.file).model.id != book.id:
            report.add((), NO_ID, NO_ID_HINT)
            raise InvalidInput(sorted_problems([*report.problems, *_shape_problems(book)]))
        other = next(each for each in self._ranked() if each.id == book.id)
        if other is not book:
            report.add(("id",), *clash(book.id, other))
            raise InvalidInput(sorted_problems([*report.problems, *_shape_problems(book)]))

    def _ranked(self) -> Sequence[Book]:
        """The questionnaires, shipped ones first."""
        return sorted((b for b in self._kept if not b.fixed), key=lambda book: book.own)

    def _add_scales(self, book: Book) -> None:
        before = [each for each in self._kept if each.name == SCALES and not each.own]
        _ = shared_scales((each.file, each.tree()) for each in (*before, book))

    def _add_sources(self, book: Book) -> None:
        read_sources(book.tree(), book.file)

    def _read_other(self, book: Book) -> None:
        from readiness.loading.content.readers import read_other

        read_other(book.name, book.tree(), book.file, self._sources())

    def _questionnaires(self) -> list[Book]:
        return [book for book in self._kept if not book.fixed]

    def _sources(self) -> Sources | None:
        books = [book for book in self._kept if book.name == SOURCES]
        found: dict[str, Source] = {}
        for book in books:
            found |= read_sources(book.tree(), book.file).by_prefix
        return Sources(found) if books else None

    def _together(self, books: Iterable[Book]) -> tuple[dict[str, Questionnaire], list[Problem]]:
        """What some questionnaires come to beside each other."""
        problems: list[Problem] = []
        scales: dict[str, Scale] = {}
        drafts = []
        try:
            scales = shared_scales((b.file, b.tree()) for b in self._kept if b.name == SCALES)
            sources = self._sources()
        except InvalidInput as error:
            return {}, problems_of(error)
        for book in books:
            try:
                drafts.append(draft(book.tree(), book.file))
            except InvalidInput as error:
                problems += problems_of(error)
        built, found = check(drafts, Around(scales, sources, not problems))
        return built, [*problems, *found]

    def _blamed(self, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
        """The user's own files that have problems; where only shipped ones have, those that cause them; else all."""
        own = {book.file: book for book in self._questionnaires() if book.own}
        blamed: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.file in own:
                blamed.setdefault(problem.file, []).append(problem)
        if blamed:
            return blamed
        shipped = [book for book in self._questionnaires() if not book.own]
        _, theirs = self._together(shipped)
        for file, book in own.items():
            _, found = self._together([*shipped, book])
            if caused := [problem for problem in found if problem not in theirs]:
                blamed[file] = caused
        return blamed or {file: list(problems) for file in own}


def clash(name: str, other: Book) -> tuple[str, str]:
    """What is wrong with a questionnaire whose id another one has, and what to do."""
    whose = f"another of your own ({other.file})" if other.own else "a shipped questionnaire"
    return f"the id `{name}` is taken by {whose}", "Give yours another id."


def _shape_problems(book: Book) -> list[Problem]:
    """What else is wrong with a file that is left out already."""
    return draft(book.tree(), book.file).report.problems
