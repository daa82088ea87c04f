"""The Markdown renderer: every value escaped unless a filter says otherwise."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from readiness.reports import escape
from readiness.reports.living.stamp import stamped
from readiness.reports.rendering import Rendering
from readiness.reports.templating import Templates, ready
from readiness.reports.words import clean, opened

if TYPE_CHECKING:
    from readiness.reports.kinds import Handout


_USUAL = Rendering()


def render(handout: "Handout", how: Rendering = _USUAL, *, drawn: bool = False) -> str:
    """A report as GitHub-flavoured Markdown, with LF and one newline at its end.

    Args:
        handout: what it says.
        how: templates and where they are kept.
        drawn: for a format that has pictures, a table of contents and a first page of its own: comments say where the
            pictures stand, and what would double them is left out.

    Raises:
        InvalidInput: a template is broken; the problem names file and line.
    """
    templates = Templates(escape.line, FILTERS, folders=how.folders, cache=how.cache)
    values = {
        **handout.values,
        "drawn": drawn,
        "pictures": handout.pictures,
        "draft": handout.draft,
    }
    text = _tidy(templates.render(handout.template, values))
    return stamped(text, handout.id, handout.kind) if _is_edited(handout, drawn) else text


def _is_edited(handout: "Handout", drawn: bool) -> bool:
    """Whether people tick and edit this text, so that it says at its end what was generated."""
    return handout.kind in ("full", "checklist") and not drawn


def _code(value: object) -> Markup:
    """A value in a code span."""
    return _in_code(str(value))


@lru_cache(maxsize=1024)
def _in_code(text: str) -> Markup:
    text = clean(text).replace("`", "'").strip()
    return ready(f"`{text or ' '}`")


def _quoted(value: object, indent: int = 0) -> Markup:
    """A text as a quote, each of its lines as a line."""
    margin = " " * indent
    return ready(f"\\\n{margin}> ".join(escape.lines(str(value))).join((f"{margin}> ", "")))


def _known_as(value: object) -> Markup:
    """A comment that nobody sees, by which an entry is known when an edited plan is read; see living/."""
    name = str(value)
    return ready(f"<!-- {name} -->" if re.fullmatch(r"[\w.-]+", name) else "")


def _address(value: object) -> Markup:
    """A web address as a link; one that cannot be a link is shown as typed."""
    return _linked(str(value))


@lru_cache(maxsize=1024)
def _linked(text: str) -> Markup:
    text = clean(text).strip()
    if re.fullmatch(r"https?://[^\s<>\\]+", text):
        return ready(f"<{text}>")
    return ready(escape.line(text))


def _column(value: object, width: int) -> Markup:
    """A value in a column of a table, so that columns line up in a plain editor; a negative width sets it right."""
    text = escape.line(str(value))
    return ready(text.rjust(-width) if width < 0 else text.ljust(width))


def _nested(depth: int) -> Markup:
    """The margin of a list entry that is part of another."""
    return ready("  " * depth)


def _tidy(text: str) -> str:
    """No trailing spaces, no more than one empty line at a time, one newline at the end."""
    if " \n" in text or "\t\n" in text:
        text = "\n".join(map(str.rstrip, text.split("\n")))
    parts = (part.strip("\n") for part in text.split("\n\n\n"))
    return "\n\n".join(filter(None, parts)) + "\n"


FILTERS: Mapping[str, Callable[..., object]] = {
    "address": _address,
    "code": _code,
    "column": _column,
    "known_as": _known_as,
    "nested": _nested,
    "opened": opened,
    "quoted": _quoted,
}
