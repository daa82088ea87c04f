"""Templates, in Jinja2's sandbox: where they are found, how a value is shown, and what is said when one is broken."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from readiness import resources
from readiness.errors import InvalidInput
from readiness.reports.sandbox import Sandbox

if TYPE_CHECKING:
    from readiness.domain.problem import Problem

# Where a compiled template is kept; another number for another way of compiling, so that no older one is read.
_KEPT = "readiness_2_%s.cache"
Filters = Mapping[str, Callable[..., object]]


class Templates:
    """The templates of one format.

    Args:
        escape: makes any value safe to stand in the format; templates and filters bring marks of their own as `Markup`.
        filters: by the names that templates use.
        folders: a user's own templates, asked before the shipped ones; each may override any template by its name.
        cache: a folder to keep compiled templates in; it is made where it is missing, and done without where it cannot
            be written.
    """

    def __init__(
        self,
        escape: Callable[[str], str],
        filters: Filters,
        *,
        folders: Sequence[Path] = (),
        cache: Path | None = None,
    ) -> None:
        self._places = [*folders, resources.templates()]
        # What is compiled is kept for the next rendering, but a person's own templates may change while we run.
        made = _environment if folders else _kept_environment
        self._environment = made(escape, tuple(filters.items()), tuple(self._places), cache)

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """What a template makes of some values.

        Raises:
            InvalidInput: it, or one that it includes, is broken; the problem names file and line.
        """
        try:
            return self._environment.get_template(name).render(values)
        except Exception as fault:
            raise InvalidInput([_problem(fault, self._places, name)]) from fault

    def check(self, name: str) -> None:
        """Reads a template without using it.

        Raises:
            InvalidInput: it breaks a rule of the language of templates; the problem names file and line.
        """
        loader = self._environment.loader
        assert loader is not None  # noqa: S101  given above
        try:
            source, file, _ = loader.get_source(self._environment, name)
            self._environment.parse(source, name, file)
        except Exception as fault:
            raise InvalidInput([_problem(fault, self._places, name)]) from fault


def _environment(
    escape: Callable[[str], str],
    filters: tuple[tuple[str, Callable[..., object]], ...],
    places: tuple[Path, ...],
    cache: Path | None,
) -> Sandbox:
    made = Sandbox(
        escape,
        loader=ChoiceLoader([FileSystemLoader(place) for place in places]),
        bytecode_cache=_compiled(cache),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        optimized=False,  # compiling takes longer than what it saves in one rendering
        extensions=(),
    )
    made.filters.update(filters)
    return made


_kept_environment = lru_cache(maxsize=16)(_environment)


def ready(text: str) -> Markup:
    """Text that is in the format already."""
    return Markup(text)  # noqa: S704  what reaches this is escaped, or made here


def _compiled(cache: Path | None) -> BytecodeCache | None:
    if cache is None:
        return None
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(cache), _KEPT) if os.access(cache, os.W_OK) else None


def _problem(fault: Exception, places: Sequence[Path], name: str) -> "Problem":
    from readiness.domain.problem import Problem

    if isinstance(fault, TemplateNotFound):
        return Problem(file=str(fault.name), message="there is no template of this name")
    if isinstance(fault, TemplateSyntaxError):
        file = fault.filename or fault.name or name
        return Problem(
            file=file, line=fault.lineno, column=1, message=_sentence(fault.message or "")
        )
    if isinstance(fault, UnicodeDecodeError):
        return Problem(file=_not_utf_8(places, name), message="the template is not in UTF-8")
    place = _place(fault, places)
    if place is None:
        return Problem(file=name, message=f"the template cannot be used: {_sentence(str(fault))}")
    return Problem(file=place[0], line=place[1], column=1, message=_sentence(str(fault)))


def _not_utf_8(places: Sequence[Path], name: str) -> str:
    """The first template that cannot be read as UTF-8."""
    for path in (path for place in places for path in sorted(place.glob("*.j2"))):
        try:
            path.read_text("utf-8")
        except UnicodeDecodeError:
            return str(path)
    return name


def _place(fault: Exception, places: Sequence[Path]) -> tuple[str, int] | None:
    """The innermost line of a template that a fault went through."""
    roots = tuple(str(place) for place in places)
    found = None
    trace = fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(roots):
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _sentence(message: str) -> str:
    unknown = re.search(r"has no attribute '(\w+)'", message)
    if unknown is not None:
        return f"there is no `{unknown[1]}` here"
    return message.strip().rstrip(".") or "the template cannot be used"
