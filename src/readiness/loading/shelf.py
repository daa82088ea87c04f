"""Which files there are, and which questionnaire is in which, without parsing them all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePath

import msgspec

from readiness.domain.problem import Problem
from readiness.errors import InvalidInput
from readiness.loading.content import NAMES
from readiness.loading.questionnaires.index import rank
from readiness.loading.tree.parsing import Mapping as Tree
from readiness.loading.tree.parsing import parse
from readiness.loading.tree.place import problems_of
from readiness.loading.tree.text import read_text

_ENDINGS = (".yaml", ".yml")
_VALUE = re.compile(r"""[ \t]*["']?([^\s"'#]*)""")


class Book:
    """One file on the shelf, read and parsed at most once, and not before it is asked for.

    Attributes:
        file: as the person named it.
        name: the file name without folders.
        own: it comes from a user's own folder.
    """

    def __init__(self, file: str, text: str | None = None, *, own: bool = False) -> None:
        self.file = file
        self.name = PurePath(file).name
        self.own = own
        self._text = text
        self._tree: Tree | None = None

    @property
    def fixed(self) -> bool:
        """Whether it is one of the files that stand beside the questionnaires."""
        return self.name in NAMES

    @property
    def text(self) -> str:
        """What the file says; InvalidInput when it cannot be read."""
        if self._text is None:
            self._text = read_text(Path(self.file))
        return self._text

    @cached_property
    def id(self) -> str:
        """The id of the questionnaire in it; empty for other files, and where the author forgot it."""
        return "" if self.fixed else _top_value(self.text, "id")

    @cached_property
    def rank(self) -> tuple[int, str]:
        """Its place in the order of asking."""
        return rank(self.id, "" if self.fixed else _top_value(self.text, "kind"))

    @property
    def is_content(self) -> bool:
        """Whether a file found in a folder is meant for us: answers files and others may lie beside it.

        In a user's own folder all but answers files are, so that a questionnaire never goes missing in silence.
        """
        if self.fixed:
            return True
        if _has_key(self.text, "readiness"):
            return False
        return self.own or bool(self.id) or _has_key(self.text, "sections")

    def tree(self) -> Tree:
        """What it holds; InvalidInput when it is not YAML."""
        if self._tree is None:
            self._tree = parse(self.text, self.file)
        return self._tree


def _has_key(text: str, key: str) -> bool:
    """Whether a key stands at the left edge of a text; found without parsing it."""
    return text.startswith(f"{key}:") or f"\n{key}:" in text


def _top_value(text: str, key: str) -> str:
    start = len(key) + 1 if text.startswith(f"{key}:") else text.find(f"\n{key}:") + len(key) + 2
    found = _VALUE.match(text, start) if _has_key(text, key) else None
    return found[1] if found else ""


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
            found = Book(str(path), own=own)
            if found.is_content:
                shelf.books.append(found)
        except InvalidInput as error:
            shelf.unread += problems_of(error)
    return shelf


def of_texts(texts: Mapping[str, str]) -> Shelf:
    """Texts by file name, as an assessment keeps them."""
    return of_books(Book(file, text) for file, text in texts.items())


def of_books(books: Iterable[Book]) -> Shelf:
    """Some files, in the order of asking."""
    return Shelf(sorted(books, key=_rank))


def _rank(book: Book) -> tuple[int, str]:
    return book.rank
