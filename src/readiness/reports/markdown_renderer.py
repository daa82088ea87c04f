"""The Markdown renderer: Jinja2 templates, in a sandbox, with every value escaped unless a filter says otherwise."""

import re
from collections.abc import Sequence
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from readiness import resources
from readiness.domain.problem import Problem
from readiness.errors import InvalidInput
from readiness.reports import escape
from readiness.reports.view import Report
from readiness.reports.words import opened

TEMPLATE = "full.md.j2"


def render(report: Report, *, folders: Sequence[Path] = ()) -> str:
    """A report as Markdown; see `readiness.reports.markdown`."""
    places = [*folders, resources.templates()]
    environment = _environment(places)
    try:
        text = environment.get_template(TEMPLATE).render(report=report)
    except Exception as fault:
        raise InvalidInput([_problem(fault, places)]) from fault
    return _tidy(text)


def _environment(places: Sequence[Path]) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(place) for place in places]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        extensions=(),
    )
    environment.filters.update(
        address=_address, code=_code, column=_column, nested=_nested, opened=opened, quoted=_quoted
    )
    return environment


def _shown(value: object) -> object:
    """Every value is text to be shown as typed; only macros and the filters below bring Markdown of their own."""
    if isinstance(value, Undefined | Markup):
        return value
    return Markup(escape.line(str(value)))


def _code(value: object) -> Markup:
    """A value in a code span."""
    text = escape.clean(str(value)).replace("`", "'").strip()
    return Markup(f"`{text or ' '}`")


def _quoted(value: object, indent: int = 0) -> Markup:
    """A text as a quote, each of its lines as a line."""
    margin = " " * indent
    return Markup(f"\\\n{margin}> ".join(escape.lines(str(value))).join((f"{margin}> ", "")))


def _address(value: object) -> Markup:
    """A web address as a link; one that cannot be a link is shown as typed."""
    text = escape.clean(str(value)).strip()
    if re.fullmatch(r"https?://[^\s<>\\]+", text):
        return Markup(f"<{text}>")
    return Markup(escape.line(text))


def _column(value: object, width: int) -> Markup:
    """A value in a column of a table, so that columns line up in a plain editor; a negative width sets it right."""
    text = escape.line(str(value))
    return Markup(text.rjust(-width) if width < 0 else text.ljust(width))


def _nested(depth: int) -> Markup:
    """The margin of a list entry that is part of another."""
    return Markup("  " * depth)


def _tidy(text: str) -> str:
    """No trailing spaces, no more than one empty line at a time, one newline at the end."""
    tidy = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", tidy).strip("\n") + "\n"


def _problem(fault: Exception, places: Sequence[Path]) -> Problem:
    if isinstance(fault, TemplateNotFound):
        return Problem(file=str(fault.name), message="there is no template of this name")
    if isinstance(fault, TemplateSyntaxError):
        file = fault.filename or fault.name or TEMPLATE
        return Problem(file=file, line=fault.lineno, column=1, message=_sentence(fault.message or ""))
    place = _place(fault, places)
    if place is None:
        return Problem(file=TEMPLATE, message=f"the template cannot be used: {_sentence(str(fault))}")
    return Problem(file=place[0], line=place[1], column=1, message=_sentence(str(fault)))


def _place(fault: Exception, places: Sequence[Path]) -> tuple[str, int] | None:
    """The innermost line of a template that a fault went through."""
    roots = tuple(str(place) for place in places)
    found = None
    for frame, line in walk_tb(fault.__traceback__):
        if frame.f_code.co_filename.startswith(roots):
            found = (frame.f_code.co_filename, line)
    return found


def _sentence(message: str) -> str:
    return message.strip().rstrip(".") or "the template cannot be used"
