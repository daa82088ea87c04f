"""Which formats of a report go where, and writing them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.cli.app import App
from readiness.cli.output import write_out
from readiness.reports.formats import FORMATS, by_ending, render

if TYPE_CHECKING:
    from readiness.reports.formats import Format
    from readiness.reports.kinds import Handout
    from readiness.reports.rendering import Rendering

# What no terminal can show.
BINARY = frozenset(("pdf", "docx"))


def planned(
    forms: Sequence["Format"], outputs: Sequence[Path]
) -> tuple[tuple["Format", Path | None], ...]:
    """What to write where: a format, and a file or None for the screen.

    One format and one file belong together, whatever the file's ending. Else a file gets the format that its ending
    says, and a format without a file goes beside the first one, under its name.

    Raises:
        click.UsageError: several formats and no file, a format that no screen can show, or a file whose ending says no
            format.
    """
    wanted = tuple(dict.fromkeys(forms))
    if not outputs:
        return ((_on_screen(wanted), None),)
    first = outputs[0]
    if len(outputs) == 1 and len(wanted) <= 1:
        return ((wanted[0] if wanted else by_ending(first) or "md", first),)
    if len(outputs) == 1 and by_ending(first) is None:
        return tuple((form, first.with_name(f"{first.name}.{form}")) for form in wanted)
    named = tuple((_format_of(path), path) for path in outputs)
    missing = [form for form in wanted if form not in dict(named)]
    return (*named, *((form, first.with_suffix(f".{form}")) for form in missing))


def write(
    app: App,
    handout: "Handout",
    wanted: Sequence[tuple["Format", Path | None]],
    how: "Rendering",
    keep: Sequence[Path],
) -> None:
    """Write a report in each format that is wanted.

    Args:
        app: says to the person what was written.
        handout: the report.
        wanted: see `planned`.
        how: look and size of the page.
        keep: files that none of them may be, because the report was made from them.

    Raises:
        ReadinessError: a file cannot be written, or a format cannot be made. Files before it are written.
    """
    for form, path in wanted:
        data = render(handout, form, how)
        if path is None:
            click.echo(data, nl=False)
        else:
            write_out(path, data, keep)
            app.tell(f"Wrote {path}")
            if form == "md":
                app.remember(data.decode())


def _on_screen(wanted: Sequence["Format"]) -> "Format":
    if len(wanted) > 1:
        raise click.UsageError(
            "Several formats need a file: name one with -o, such as -o report.md"
        )
    form = wanted[0] if wanted else "md"
    if form in BINARY:
        raise click.UsageError(f"This needs a file: name one with -o, such as -o report.{form}")
    return form


def _format_of(path: Path) -> "Format":
    form = by_ending(path)
    if form is None:
        endings = ", ".join(f".{each}" for each in FORMATS)
        raise click.UsageError(f"{path}: its ending says no format. These do: {endings}")
    return form
