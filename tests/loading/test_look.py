"""A consultant's look: a folder with a logo, two colours and templates."""

import struct
import zlib
from pathlib import Path

import pytest

from readiness.domain.look import Look
from readiness.errors import InvalidInput
from readiness.loading import load_look
from readiness.loading.look import contrast_on_white

SVG = b'<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'


def png() -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\x00\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )


def problems(folder: Path) -> list[str]:
    """What is said against a folder."""
    with pytest.raises(InvalidInput) as caught:
        load_look(folder)
    return [str(problem).replace(str(folder), "F") for problem in caught.value.problems]


def write(folder: Path, text: str) -> Path:
    """A folder with a look.yaml."""
    (folder / "look.yaml").write_text(text, "utf-8")
    return folder


def test_a_look_has_a_logo_and_two_colours(tmp_path: Path) -> None:
    """What the file says is what a report gets; what it leaves out is as usual."""
    (tmp_path / "logo.png").write_bytes(png())
    look = load_look(write(tmp_path, 'logo: logo.png\nlogo_alt: Example\naccent: "#5B2A86"\n'))
    assert look.logo is not None
    assert (look.logo.type, look.logo.alt, look.logo.data) == ("png", "Example", png())
    assert (look.accent, look.second) == ("#5b2a86", Look().second)
    assert look.templates is None


def test_an_svg_is_a_logo_too(tmp_path: Path) -> None:
    """A drawing is known by what it is, not by its name."""
    (tmp_path / "logo.bin").write_bytes(SVG)
    look = load_look(write(tmp_path, "logo: logo.bin\nlogo_alt: Example\n"))
    assert look.logo is not None
    assert look.logo.type == "svg"


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    """A colour that YAML takes for a comment, a pale one, a missing file, missing words and an unknown key."""
    assert problems(
        write(tmp_path, 'logo: none.png\naccent: #1f4e79\nsecond: "#ffcc00"\nfont: Arial\n')
    ) == [
        "F/look.yaml:1:7: logo: logo_alt is missing: it says what the logo shows, in a few words",
        "F/look.yaml:1:7: logo: none.png cannot be read: No such file or directory",
        "F/look.yaml:2:8: accent: the colour is missing. Write six digits after a #, in quotes because # begins a "
        'comment: "#1f4e79".',
        "F/look.yaml:3:9: second: #ffcc00 is too pale to be read on white: its contrast is 1.5 to 1. Take a darker "
        "one; reading takes 4.5 to 1.",
        "F/look.yaml:4:1: font: unknown key `font`",
    ]


def test_a_logo_is_a_picture(tmp_path: Path) -> None:
    """A file that is no picture, and one that is too large, are said so."""
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert "no PNG, JPEG or SVG" in problems(write(tmp_path, "logo: a.png\nlogo_alt: A\n"))[0]
    (tmp_path / "a.png").write_bytes(b"\0" * (2 * 1024 * 1024 + 1))
    assert "larger than 2 MB" in problems(write(tmp_path, "logo: a.png\nlogo_alt: A\n"))[0]


def test_a_folder_of_templates_is_a_look(tmp_path: Path) -> None:
    """Templates alone will do; a folder with nothing to go by is a problem, and so is none."""
    assert problems(tmp_path / "none") == ["F: there is no such folder"]
    assert "neither a look.yaml nor a template" in problems(tmp_path)[0]
    (tmp_path / "full.md.j2").write_text("# x\n")
    assert load_look(tmp_path).templates == str(tmp_path)


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21 to 1, white on white 1 to 1, and #767676 the palest grey that passes."""
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#767676") >= 4.5 > contrast_on_white("#777777")
