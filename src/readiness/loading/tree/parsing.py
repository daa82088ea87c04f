"""Text to plain data that remembers where everything stood, straight from the events of libyaml.

The YAML that people write here is a small, safe part of the language: mappings, lists and text. Every scalar stays the
text that the author wrote (`yes`, `010` and `1.10` are typed later, by the schema). Anchors, aliases, tags and
duplicate keys are problems, kept with the tree, so that what else is wrong with a file can be said in the same breath;
nothing is ever expanded. Deep nesting ends the reading, as broken YAML does.
"""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from readiness.domain.problem import Problem
from readiness.errors import InvalidInput

MAX_DEPTH = 50
# A file with more faults of this kind was not written by a person.
_MAX_PROBLEMS = 1000

# Control characters of ASCII, but for tab, LF and CR; libyaml refuses the rarer ones itself.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


# Where something stands: line and column, counted from 1.
Spot = tuple[int, int]


class Mark:
    """Where something stands, as libyaml says it: from 0. It makes these itself; here they only have a name."""

    line: int
    column: int


class Mapping(dict[str, Any]):
    """A mapping of keys to text, lists and mappings; knows where it, its keys and its values stand.

    Attributes:
        problems: of a whole file, at its top; not to be used while there are any.
    """

    __slots__ = ("key_marks", "mark", "problems", "value_marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.problems: tuple[Problem, ...] = ()
        self.key_marks: dict[str, Mark] = {}
        self.value_marks: dict[str, Mark] = {}


class Sequence(list[Any]):
    """A list of text, lists and mappings; knows where it and its members stand."""

    __slots__ = ("mark", "value_marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.value_marks: list[Mark] = []


Node = Mapping | Sequence | str


class _Refused(Exception):
    """One problem at one place; raised, it ends the reading of a file."""

    def __init__(self, mark: Mark | None, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.mark = mark
        self.message = message
        self.hint = hint


def parse(text: str, file: str) -> Mapping:
    """The mapping that a YAML text holds, with the problems that did not stop its reading.

    Of a key that stands twice the first counts; an alias counts as empty text.

    Args:
        text: at most a few megabytes; CRLF and a leading byte order mark are fine.
        file: the name to use in problems.

    Raises:
        InvalidInput: the text is not YAML of the kind described above, or holds no mapping.
    """
    text = text.removeprefix("\ufeff")
    noted: list[_Refused] = []
    try:
        _check_characters(text)
        with _no_garbage_collection():
            top = _document(text, noted)
    except _Refused as refused:
        raise InvalidInput([_problem(file, each) for each in (*noted, refused)]) from None
    top.problems = tuple(_problem(file, each) for each in noted)
    return top


def spot(mark: Mark) -> Spot:
    """A mark as people count."""
    return mark.line + 1, mark.column + 1


def described(node: object) -> str:
    """What a person would call it."""
    if isinstance(node, Mapping):
        return "`key: value` lines"
    if isinstance(node, Sequence):
        return "a list"
    return "plain text" if node else "nothing"


def _problem(file: str, refused: _Refused) -> Problem:
    if refused.mark is None:
        return Problem(file=file, message=refused.message, hint=refused.hint)
    line, column = spot(refused.mark)
    return Problem(file=file, line=line, column=column, message=refused.message, hint=refused.hint)


def _check_characters(text: str) -> None:
    if not text.strip():
        raise _Refused(None, "the file is empty")
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        message = f"holds a control character (U+{ord(bad[0]):04X}) in line {line}"
        raise _Refused(None, message, "Delete it, or type the line anew.")


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Nothing made here is garbage; looking for it while thousands of nodes appear costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _document(text: str, noted: list[_Refused]) -> Mapping:
    from yaml import YAMLError

    try:
        return _Reader(_events(text), noted).read()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise _Refused(
            None, f"holds half a character in line {line}", "Type the line anew."
        ) from None
    except YAMLError as error:
        # Imported late: only broken files need it.
        from readiness.loading.tree.plain_words import plain_words

        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        message, hint = plain_words(error)
        raise _Refused(mark, message, hint) from None


def _events(text: str) -> Callable[[], Any]:
    """A function that gives the next event; from libyaml, or from PyYAML's own parser where libyaml is missing."""
    try:
        from yaml import _yaml
    except ImportError:
        return cast(Callable[[], Any], _PythonParser(text).get_event)
    return cast(Callable[[], Any], _yaml.CParser(text).get_event)


def _PythonParser(text: str) -> Any:  # noqa: N802 - it stands in for a class that is made only where needed
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PythonParser(Reader, Scanner, Parser):
        def __init__(self) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PythonParser()


class _Reader:
    """Builds one document out of events, innermost first, in a single pass.

    Args:
        get_event: gives the next event.
        noted: takes the problems that do not end the reading.
    """

    def __init__(self, get_event: Callable[[], Any], noted: list[_Refused]) -> None:
        from yaml import events

        self._next = get_event
        self._noted = noted
        self._scalar = events.ScalarEvent
        self._mapping = events.MappingStartEvent
        self._mapping_end = events.MappingEndEvent
        self._sequence = events.SequenceStartEvent
        self._sequence_end = events.SequenceEndEvent
        self._stream_end = events.StreamEndEvent
        self._alias = events.AliasEvent

    def read(self) -> Mapping:
        """The only document of the stream, which has to be a mapping."""
        self._next()  # start of the stream
        if isinstance(self._next(), self._stream_end):
            raise _Refused(None, "the file is empty: it holds only comments")
        event = self._next()
        top = self._node(event, 0)
        self._next()  # end of the document
        after = self._next()
        only = isinstance(after, self._stream_end)
        if top == "" and only and type(event) is self._scalar and not event.style:
            raise _Refused(None, "the file is empty: nothing follows `---`")
        if not isinstance(top, Mapping):
            message = f"`key: value` lines are needed here, not {described(top)}"
            raise _Refused(event.start_mark, message)
        if not only:
            hint = "Keep one document in one file."
            self._note(after.start_mark, "a second document starts here (`---`)", hint)
        return top

    def _note(self, mark: Mark, message: str, hint: str) -> None:
        problem = _Refused(mark, message, hint)
        if len(self._noted) >= _MAX_PROBLEMS:
            raise problem
        self._noted.append(problem)

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        mark = event.start_mark
        if kind is self._alias:
            self._note(mark, f"`*{event.anchor}` is an alias", _WRITE_OUT)
            return ""
        if event.anchor is not None:
            self._note(mark, f"`&{event.anchor}` is an anchor", _WRITE_OUT)
        if event.tag is not None:
            self._note(mark, f"`{event.tag}` is a tag", "Leave it out.")
        if kind is self._scalar:
            value: str = event.value
            return value
        if depth >= MAX_DEPTH:
            raise _Refused(mark, f"more than {MAX_DEPTH} levels inside each other")
        if kind is self._mapping:
            return self._read_mapping(mark, depth + 1)
        return self._read_sequence(mark, depth + 1)

    def _read_mapping(self, mark: Mark, depth: int) -> Mapping:
        mapping = Mapping(mark)
        key_marks, value_marks = mapping.key_marks, mapping.value_marks
        get, end, scalar = self._next, self._mapping_end, self._scalar
        while type(event := get()) is not end:
            key = self._key(event, key_marks, depth)
            if key is None:
                self._node(get(), depth)  # for what is wrong inside
                continue
            key_marks[key] = event.start_mark
            event = get()
            value_marks[key] = event.start_mark
            if type(event) is scalar and event.anchor is None and event.tag is None:
                mapping[key] = event.value
            else:
                mapping[key] = self._node(event, depth)
        return mapping

    def _key(self, event: Any, seen: dict[str, Mark], depth: int) -> str | None:
        """A key; None and a problem where it cannot be one, and its value is to be passed over."""
        key = self._node(event, depth)
        if not isinstance(key, str):
            hint = "A key is plain text; put the text in quotes if it starts with [ or {."
            self._note(event.start_mark, "a list or a mapping cannot be a key", hint)
            return None
        if type(event) is self._alias:
            return None
        if key in seen:
            message = f"the key `{key}` is here twice; first in line {seen[key].line + 1}"
            self._note(event.start_mark, message, "Keep one of them.")
            return None
        return key

    def _read_sequence(self, mark: Mark, depth: int) -> Sequence:
        sequence = Sequence(mark)
        while type(event := self._next()) is not self._sequence_end:
            sequence.value_marks.append(event.start_mark)
            sequence.append(self._node(event, depth))
        return sequence


_WRITE_OUT = "Anchors and aliases are not used here: write the text out."
