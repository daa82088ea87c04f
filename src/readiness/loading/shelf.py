"""Which files there are, and which questionnaire is in which, without parsing them all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath

import msgspec

from readiness.domain.problem import Problem
from readiness.errors import InvalidInput
from readiness.loading import tree
from readiness.loading.index import rank
from readiness.loading.text import read_text

SCALES = "scales.yaml"
SOURCES = "sources.yaml"
TRAININGS = "trainings.yaml"
RESOURCES = "resources.yaml"
GLOSSARY = "glossary.yaml"
LIVED_EXPERIENCE = "lived-experience.yaml"
PHRASES = "phrases.yaml"
LEXICON = "lexicon.yaml"
_FIXED = (SCALES, SOURCES, TRAININGS, RESOURCES, GLOSSARY, LIVED_EXPERIENCE, PHRASES, LEXICON)

_ENDINGS = (".yaml", ".yml")
_ID = re.compile(r"""^["']?id["']?[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)
_SECTIONS = re.compile(r"""^["']?sections["']?[ \t]*:""", re.MULTILINE)
_CHECKLIST = re.compile(r"""^["']?kind["']?[ \t]*:[ \t]*["']?checklist\b""", re.MULTILINE)
_ANSWERS = re.compile(r"""^["']?readiness["']?[ \t]*:""", re.MULTILINE)


class Book(msgspec.Struct):
    """One file on the shelf, parsed at most once.

    Attributes:
        file: as the person named it.
        own: it comes from a user's own folder.
        id: the id of the questionnaire in it; empty for other files, and where the author forgot it.
    """

    file: str
    text: str
    own: bool = False
    id: str = ""
    parsed: tree.Mapping | None = None

    @property
    def name(self) -> str:
        """The file name without folders."""
        return PurePath(self.file).name

    @property
    def fixed(self) -> bool:
        """Whether it is one of the files that stand beside the questionnaires."""
        return self.name in _FIXED

    def tree(self) -> tree.Mapping:
        """What it holds; InvalidInput when it is not YAML."""
        if self.parsed is None:
            self.parsed = tree.parse(self.text, self.file)
        return self.parsed


def book(file: str, text: str, *, own: bool = False) -> Book:
    """A file for the shelf."""
    made = Book(file, text, own)
    if not made.fixed:
        found = _ID.search(text)
        made.id = found[1] if found else ""
    return made


def is_questionnaire(book: Book) -> bool:
    """Whether a file found in a folder is meant as a questionnaire: answers files and others may lie beside them."""
    if book.fixed or _ANSWERS.search(book.text):
        return False
    return bool(_SECTIONS.search(book.text)) or bool(book.id)


class Shelf(msgspec.Struct):
    """All content files of a library.

    Attributes:
        unread: problems of files that could not even be read.
    """

    books: list[Book]
    unread: list[Problem] = []

    @property
    def questionnaires(self) -> list[Book]:
        """The questionnaires, in the order of asking."""
        return [book for book in self.books if not book.fixed]

    def named(self, name: str) -> list[Book]:
        """The files of one of the fixed names, the shipped one first."""
        return [book for book in self.books if book.name == name]


def of_folders(folders: Sequence[Path]) -> Shelf:
    """Every content file of some folders; all but the first are a user's own, and may be missing."""
    found = [of_folder(folder, own=n > 0) for n, folder in enumerate(folders)]
    books = [book for each in found for book in each.books]
    return Shelf(sorted(books, key=_rank), [problem for each in found for problem in each.unread])


def of_folder(folder: Path, *, own: bool = False) -> Shelf:
    """Every content file of a folder; files that cannot be read come as problems."""
    shelf = Shelf([])
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.suffix.lower() not in _ENDINGS or path.name.startswith(".") or path.is_dir():
            continue
        try:
            found = book(str(path), read_text(path), own=own)
        except InvalidInput as error:
            shelf.unread.extend(p for p in error.problems if isinstance(p, Problem))
            continue
        if found.fixed or is_questionnaire(found):
            shelf.books.append(found)
    return shelf


def of_texts(texts: Mapping[str, str]) -> Shelf:
    """Texts by file name, as an assessment keeps them."""
    return of_books(book(file, text) for file, text in texts.items())


def of_books(books: Iterable[Book]) -> Shelf:
    """Some files, in the order of asking."""
    return Shelf(sorted(books, key=_rank))


def _rank(book: Book) -> tuple[int, str]:
    return rank(book.id, "checklist" if _CHECKLIST.search(book.text) else "questionnaire")
