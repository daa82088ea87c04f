"""The Markdown renderer: Jinja2 templates, in a sandbox, with every value escaped unless a filter says otherwise."""

import os
import re
from collections.abc import Sequence
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
    Undefined,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from readiness import resources
from readiness.errors import InvalidInput
from readiness.reports import escape
from readiness.reports.words import clean, opened

if TYPE_CHECKING:
    from readiness.domain.problem import Problem
    from readiness.reports.view import Report

TEMPLATE = "full.md.j2"


def render(report: "Report", *, folders: Sequence[Path] = (), cache: Path | None = None) -> str:
    """A report as Markdown; see `readiness.reports.markdown`."""
    places = [*folders, resources.templates()]
    environment = _environment(places, cache)
    try:
        text = environment.get_template(TEMPLATE).render(report=report)
    except Exception as fault:
        raise InvalidInput([_problem(fault, places)]) from fault
    return _tidy(text)


def _environment(places: Sequence[Path], cache: Path | None = None) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(place) for place in places]),
        bytecode_cache=_compiled(cache),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        optimized=False,  # compiling takes longer than what it saves in one rendering
        extensions=(),
    )
    environment.filters.update(
        address=_address, code=_code, column=_column, nested=_nested, opened=opened, quoted=_quoted
    )
    return environment


def _compiled(cache: Path | None) -> BytecodeCache | None:
    """Where compiled templates are kept; None where nobody wants that, or the folder cannot be written."""
    if cache is None:
        return None
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(cache)) if os.access(cache, os.W_OK) else None


def _ready(text: str) -> Markup:
    """Text that is Markdown already."""
    return Markup(text)  # noqa: S704  what reaches this is escaped for Markdown, or made here


def _shown(value: object) -> object:
    """Every value is text to be shown as typed; only macros and the filters below bring Markdown of their own."""
    if isinstance(value, Undefined | Markup):
        return value
    return _ready(escape.line(str(value)))


def _code(value: object) -> Markup:
    """A value in a code span."""
    text = clean(str(value)).replace("`", "'").strip()
    return _ready(f"`{text or ' '}`")


def _quoted(value: object, indent: int = 0) -> Markup:
    """A text as a quote, each of its lines as a line."""
    margin = " " * indent
    return _ready(f"\\\n{margin}> ".join(escape.lines(str(value))).join((f"{margin}> ", "")))


def _address(value: object) -> Markup:
    """A web address as a link; one that cannot be a link is shown as typed."""
    text = clean(str(value)).strip()
    if re.fullmatch(r"https?://[^\s<>\\]+", text):
        return _ready(f"<{text}>")
    return _ready(escape.line(text))


def _column(value: object, width: int) -> Markup:
    """A value in a column of a table, so that columns line up in a plain editor; a negative width sets it right."""
    text = escape.line(str(value))
    return _ready(text.rjust(-width) if width < 0 else text.ljust(width))


def _nested(depth: int) -> Markup:
    """The margin of a list entry that is part of another."""
    return _ready("  " * depth)


def _tidy(text: str) -> str:
    """No trailing spaces, no more than one empty line at a time, one newline at the end."""
    tidy = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", tidy).strip("\n") + "\n"


def _problem(fault: Exception, places: Sequence[Path]) -> "Problem":
    from readiness.domain.problem import Problem

    if isinstance(fault, TemplateNotFound):
        return Problem(file=str(fault.name), message="there is no template of this name")
    if isinstance(fault, TemplateSyntaxError):
        file = fault.filename or fault.name or TEMPLATE
        return Problem(
            file=file, line=fault.lineno, column=1, message=_sentence(fault.message or "")
        )
    if isinstance(fault, UnicodeDecodeError):
        return Problem(file=_not_utf_8(places), message="the template is not in UTF-8")
    place = _place(fault, places)
    if place is None:
        return Problem(
            file=TEMPLATE, message=f"the template cannot be used: {_sentence(str(fault))}"
        )
    return Problem(file=place[0], line=place[1], column=1, message=_sentence(str(fault)))


def _not_utf_8(places: Sequence[Path]) -> str:
    """The first template that cannot be read as UTF-8."""
    for path in (path for place in places for path in sorted(place.glob("*.j2"))):
        try:
            path.read_text("utf-8")
        except UnicodeDecodeError:
            return str(path)
    return TEMPLATE


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
