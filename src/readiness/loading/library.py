"""Everything that can be loaded by name: questionnaires, scales, sources, trainings, resources and terms."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from readiness.domain.content import LivedExperience, Resources, Source, Sources, Term, Trainings
from readiness.domain.problem import Problem, did_you_mean
from readiness.domain.questionnaire import Questionnaire, Scale
from readiness.errors import InvalidInput, NotFound
from readiness.loading import shelf
from readiness.loading.content import (
    GLOSSARY,
    LIVED_EXPERIENCE,
    RESOURCES,
    SCALES,
    SOURCES,
    TRAININGS,
)
from readiness.loading.content.sources import read_sources
from readiness.loading.own import Fault, SortedOut, sort_out
from readiness.loading.questionnaires.building import Around, check, draft
from readiness.loading.questionnaires.index import Draft
from readiness.loading.questionnaires.needs import needed
from readiness.loading.questionnaires.scales import shared_scales
from readiness.loading.shelf import Book
from readiness.loading.tree.parsing import Mapping as Tree
from readiness.loading.tree.place import problems_of, sorted_problems

Made = TypeVar("Made")


class Library:
    """Finds and loads content, each file at most once, and only what is asked for.

    Args:
        folders: the shipped folder, then the user's own, which may be missing. Questionnaires, scales and sources of
            all folders stand side by side; of the other files that of the last folder counts. A file of the user's own
            that has a problem is left out, see `faults`.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._drafts: dict[str, Draft] = {}
        self._built: dict[str, Questionnaire] = {}

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> "Library":
        """A library of texts by file name, such as the wording that an assessment keeps (see `texts`)."""
        library = cls(())
        library._found = shelf.of_texts(texts)
        return library

    def beside(self, books: Sequence[Book]) -> "Library":
        """A library with some files added, which take the place of those here with the same id or the same text.

        All are equal in it: whatever they do to each other is told of both.
        """
        ids = {book.id for book in books if book.id}
        texts = {(book.name, book.text) for book in books}
        kept = [
            Book(book.file, book.text)
            for book in self._shelf.books
            if book.id not in ids and (book.name, book.text) not in texts
        ]
        library = Library(())
        library._found = shelf.of_books([*kept, *books])
        return library

    def other(self, book: Book) -> Book | None:
        """The questionnaire found here whose id a file has, unless it is that very file; a shipped one first."""
        found = sorted(self._found.questionnaires, key=lambda each: each.own)
        same = [each for each in found if each.id == book.id]
        return same[0] if same and not _same_file(same[0], book) else None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The files of the user's own that are left out, and why."""
        return self._sorted.faults

    def knows(self, questionnaire_id: str) -> bool:
        """Whether there is a file with that id, be it faulty."""
        return questionnaire_id in self.ids() or self._faulty(questionnaire_id) is not None

    def ids(self) -> tuple[str, ...]:
        """The ids of all questionnaires that can be used, checklists among them, in the order of asking."""
        return tuple(dict.fromkeys(book.id for book in self._shelf.questionnaires if book.id))

    def is_own(self, questionnaire_id: str) -> bool:
        """Whether it comes from one of the user's own folders; NotFound when there is none of that id."""
        return self._book(questionnaire_id).own

    def file(self, questionnaire_id: str) -> str:
        """The file that holds a questionnaire; NotFound when there is none."""
        return self._book(questionnaire_id).file

    def questionnaire(self, questionnaire_id: str) -> Questionnaire:
        """One questionnaire.

        Raises:
            NotFound: there is none of that id.
            InvalidInput: it, or something that it needs, has problems.
        """
        return self.questionnaires([questionnaire_id])[0]

    def questionnaires(self, ids: Iterable[str]) -> tuple[Questionnaire, ...]:
        """Several questionnaires, in the order given; raises as `questionnaire` does."""
        wanted = list(ids)
        books = [self._book(name) for name in wanted]
        self._built = self._sorted.built | self._built
        if any(name not in self._built for name in wanted):
            self._built |= self._load(self._with_needed(books))
        return tuple(self._built[name] for name in wanted)

    def all(self) -> tuple[Questionnaire, ...]:
        """Every questionnaire found, in the order of asking; raises as `questionnaire` does."""
        if any(name not in self._built for name in self.ids()) or not self.ids():
            self._built |= self._load(self._shelf.questionnaires)
        return self.questionnaires(self.ids())

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """The wording to keep with an assessment, by file name: these questionnaires, what they need, and scales.

        A library of these texts gives equal questionnaires.
        """
        names = needed(ids, lambda name: self._draft(self._book(name)).model, self.ids())
        texts = {f"{name}.yaml": self._book(name).text for name in names}
        for n, book in enumerate(self._shelf.named(SCALES)):
            texts[f"{n}/{SCALES}" if n else SCALES] = book.text
        return texts

    @cached_property
    def scales(self) -> dict[str, Scale]:
        """The shared scales, by id; InvalidInput when there is something wrong with them."""
        return shared_scales((book.file, book.tree()) for book in self._shelf.named(SCALES))

    @cached_property
    def sources(self) -> Sources:
        """What source ids stand for; empty where nothing says."""
        found: dict[str, Source] = {}
        for book in self._shelf.named(SOURCES):
            found |= read_sources(book.tree(), book.file).by_prefix
        return Sources(found)

    @property
    def known_sources(self) -> Sources | None:
        """What source ids are checked against; None where no file says what they stand for."""
        return self.sources if self._shelf.named(SOURCES) else None

    # What follows is read late, each by a module of its own: most commands need none of it.

    @cached_property
    def trainings(self) -> Trainings:
        """The training menu; empty where there is none."""
        from readiness.loading.content.trainings import read_trainings

        return self._read(TRAININGS, read_trainings) or Trainings()

    @cached_property
    def resources(self) -> Resources:
        """The links; empty where there are none."""
        from readiness.loading.content.resources import read_resources

        return self._read(RESOURCES, read_resources) or Resources()

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The terms, in the order of the file; empty where there are none."""
        from readiness.loading.content.glossary import read_glossary

        return self._read(GLOSSARY, read_glossary) or ()

    @cached_property
    def lived_experience(self) -> LivedExperience:
        """The lived-experience table; empty where there is none."""
        from readiness.loading.content.lived_experience import read_lived_experience

        return self._read(LIVED_EXPERIENCE, read_lived_experience) or LivedExperience()

    @cached_property
    def _found(self) -> shelf.Shelf:
        return shelf.of_folders(self._folders)

    @cached_property
    def _sorted(self) -> SortedOut:
        if not self._found.unread and not any(book.own for book in self._found.books):
            return SortedOut(self._found.books)
        return sort_out(self._found)

    @cached_property
    def _shelf(self) -> shelf.Shelf:
        """All that can be used."""
        return shelf.Shelf(self._sorted.books)

    def _faulty(self, questionnaire_id: str) -> Fault | None:
        return next((f for f in self.faults if f.id and f.id == questionnaire_id), None)

    def _book(self, questionnaire_id: str) -> Book:
        for book in self._shelf.questionnaires:
            if book.id == questionnaire_id:
                return book
        fault = self._faulty(questionnaire_id)
        if fault is not None:
            raise InvalidInput(fault.problems)
        known = self.ids()
        hint = did_you_mean(questionnaire_id, known) or f"There are {', '.join(known) or 'none'}."
        raise NotFound(f"There is no questionnaire {questionnaire_id}. {hint}")

    def _draft(self, book: Book) -> Draft:
        if book.file not in self._drafts:
            self._drafts[book.file] = draft(book.tree(), book.file)
        return self._drafts[book.file]

    def _read(self, name: str, read: Callable[[Tree, str, Sources | None], Made]) -> Made | None:
        """What the last file of a name holds; None where there is none."""
        books = self._shelf.named(name)
        return read(books[-1].tree(), books[-1].file, self.known_sources) if books else None

    def _with_needed(self, books: Sequence[Book]) -> Sequence[Book]:
        """What has to be loaded together."""
        try:
            names = needed(
                [book.id for book in books],
                lambda name: self._draft(self._book(name)).model,
                self.ids(),
            )
        except InvalidInput:
            return books  # not YAML: loading says so
        return [self._book(name) for name in names]

    def _load(self, books: Sequence[Book]) -> dict[str, Questionnaire]:
        gathered = _Gathered()
        tried = [gathered.get(partial(self._draft, book)) for book in books]
        drafts = [drafted for drafted in tried if drafted is not None]
        scales = gathered.get(lambda: self.scales)
        complete = not gathered.problems
        sources = gathered.get(lambda: self.known_sources)
        built, problems = check(drafts, Around(scales or {}, sources, complete))
        if gathered.problems or problems:
            raise InvalidInput(sorted_problems([*gathered.problems, *problems]))
        return built


class _Gathered:
    """Goes on after a file that cannot be read, and keeps what was wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def get(self, make: Callable[[], Made]) -> Made | None:
        try:
            return make()
        except InvalidInput as error:
            self.problems += problems_of(error)
            return None


def _same_file(one: Book, other: Book) -> bool:
    try:
        return os.path.samefile(one.file, other.file)
    except OSError:  # kept wording lies in no file
        return False
