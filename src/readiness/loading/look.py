"""look.yaml: the folder of a consultant's logo, colours and templates.

```yaml
logo: logo.png                 # PNG, JPEG or SVG, beside this file
logo_alt: Example Consulting   # what it shows, for people who do not see it
accent: "#1f4e79"              # headings and bars; dark enough to be read on white
second: "#9a4a12"
```
"""

import re
from pathlib import Path

from readiness.domain.look import ACCENT, SECOND, Logo, LogoType, Look
from readiness.domain.problem import Problem
from readiness.errors import InvalidInput
from readiness.loading.tree.models import Model
from readiness.loading.tree.parsing import parse
from readiness.loading.tree.place import Report
from readiness.loading.tree.shape import shape_into
from readiness.loading.tree.text import read_text

FILE = "look.yaml"
# A report holds its logo whole, twice in Word; more than this makes it hard to send by mail.
LARGEST = 2 * 1024 * 1024
# What WCAG 2.2 asks of text against its ground (success criterion 1.4.3, level AA).
CONTRAST = 4.5

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
_TYPES: dict[bytes, LogoType] = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b", re.DOTALL)


class LookFile(Model, frozen=True):
    """The whole file."""

    logo: str = ""
    logo_alt: str = ""
    accent: str = ACCENT
    second: str = SECOND


def load_look(folder: Path) -> Look:
    """The look that a folder holds; its templates are not looked at here.

    Args:
        folder: with a file look.yaml, with templates, or with both.

    Raises:
        InvalidInput: with all problems of look.yaml; or there is no such folder, or nothing in it to go by.
    """
    if not folder.is_dir():
        raise InvalidInput([Problem(file=str(folder), message="there is no such folder")])
    path = folder / FILE
    templates = str(folder) if any(folder.glob("*.j2")) else None
    if path.is_file():
        return _read(path, templates)
    if templates is None:
        raise InvalidInput(
            [
                Problem(
                    file=str(folder),
                    message=f"there is neither a {FILE} nor a template in it",
                    hint=f"Make a file {FILE} with a line such as: logo: logo.png",
                )
            ]
        )
    return Look(templates=templates)


def _read(path: Path, templates: str | None) -> Look:
    tree = parse(read_text(path), str(path))
    report = Report(str(path), tree)
    model = shape_into(tree, LookFile, report)
    look = Look(
        accent=_colour(model.accent, "accent", report),
        second=_colour(model.second, "second", report),
        logo=_logo(path.parent, model, report),
        templates=templates,
    )
    report.check()
    return look


def _colour(written: str, key: str, report: Report) -> str:
    found = _COLOUR.fullmatch(written.strip())
    if found is None:
        report.add(
            (key,),
            "this is no colour" if written.strip() else "the colour is missing",
            'Write six digits after a #, in quotes because # begins a comment: "#1f4e79".',
        )
        return ACCENT
    colour = f"#{found[1].lower()}"
    if (contrast := contrast_on_white(colour)) < CONTRAST:
        report.add(
            (key,),
            f"{colour} is too pale to be read on white: its contrast is {contrast:.1f} to 1",
            f"Take a darker one; reading takes {CONTRAST} to 1.",
        )
    return colour


def contrast_on_white(colour: str) -> float:
    """The contrast of a colour `#rrggbb` with white, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _logo(folder: Path, model: LookFile, report: Report) -> Logo | None:
    if not model.logo:
        return None
    if not model.logo_alt.strip():
        report.add(("logo",), "logo_alt is missing: it says what the logo shows, in a few words")
    data = _bytes(folder / model.logo, report)
    if data is None:
        return None
    kind = _type(data)
    if kind is None:
        report.add(("logo",), f"{model.logo} is no PNG, JPEG or SVG picture")
        return None
    return Logo(data=data, type=kind, alt=model.logo_alt.strip())


def _bytes(path: Path, report: Report) -> bytes | None:
    try:
        if path.stat().st_size > LARGEST:
            report.add(("logo",), f"{path.name} is larger than 2 MB", "Make it smaller.")
            return None
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no name of a file"
        report.add(("logo",), f"{path.name} cannot be read: {reason}")
        return None


def _type(data: bytes) -> LogoType | None:
    for head, kind in _TYPES.items():
        if data.startswith(head):
            return kind
    return "svg" if _SVG.match(data) else None
