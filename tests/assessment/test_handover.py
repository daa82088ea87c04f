"""Handing a report over as a file: whole or not at all, and never over what somebody may have edited."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.assessment.handover import (
    Handed,
    digest_of,
    hand_over,
    in_place_of,
    put_beside,
    report_name,
    write_whole,
)
from readiness.errors import ReadinessError

DAY = date(2026, 11, 21)

HOSTILE = [
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "",
    " ",
    "a/b\\c",
    "C:\\Windows\\system32",
    "CON",
    "name\x00with\nbreaks\tand\x1b[31m",
    '<>:"|?*',
    "-rf",
    "~root",
    "Süd 北京 🌱",
    "🌱" * 200,
    "x" * 5000,
    "\u202egnp.exe",
    "end. . .",
    "\ud800",
]


def test_a_name_that_people_recognize() -> None:
    """The file is named after the agency, what it is, and the day."""
    assert report_name("Riverbend Wellness", DAY) == (
        "Riverbend Wellness - readiness report 2026-11-21.md"
    )
    assert report_name("Riverbend", None) == "Riverbend - readiness report.md"


@pytest.mark.parametrize("agency", HOSTILE)
def test_hostile_names_stay_in_the_folder(tmp_path: Path, agency: str) -> None:
    """However an agency is called, its report lands in the folder that was meant, under a name that shows."""
    folder = tmp_path / "Documents"
    path = hand_over(folder, report_name(agency, DAY), "text\n")
    assert path.parent == folder
    assert [each.name for each in folder.iterdir()] == [path.name]
    assert not path.name.startswith((".", " "))
    assert path.name.endswith(" - readiness report 2026-11-21.md")


@given(st.text(max_size=300))
def test_names_that_every_system_takes(agency: str) -> None:
    """A report's name has no sign that some system refuses, and leaves room for a number."""
    name = report_name(agency, DAY)
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable() or all(sign.isprintable() or sign == " " for sign in name)
    assert len(name.encode()) <= 240


def test_an_edited_report_is_never_overwritten(tmp_path: Path) -> None:
    """Where a file of that name has another text, the report takes the next free number."""
    first = hand_over(tmp_path, "A - report.md", "mine\n")
    first.write_text("edited by hand\n")
    second = hand_over(tmp_path, "A - report.md", "mine\n")
    assert (first.name, second.name) == ("A - report.md", "A - report (2).md")
    assert first.read_text() == "edited by hand\n"
    third = hand_over(tmp_path, "A - report.md", "newer\n")
    assert third.name == "A - report (3).md"


def test_the_same_report_is_not_doubled(tmp_path: Path) -> None:
    """Writing the same report again gives the file that is there."""
    first = hand_over(tmp_path, "A - report.md", "same\n")
    hand_over(tmp_path, "A - report.md", "other\n")
    assert hand_over(tmp_path, "A - report.md", "same\n") == first
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    """A folder or a dead link that bears the name is stepped around."""
    (tmp_path / "A.md").mkdir()
    (tmp_path / "A (2).md").symlink_to(tmp_path / "nowhere")
    assert hand_over(tmp_path, "A.md", "text\n").name == "A (3).md"
    assert not (tmp_path / "nowhere").exists()


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """A folder that cannot be made is told, with how to write the report elsewhere."""
    (tmp_path / "Documents").write_text("a file\n")
    with pytest.raises(ReadinessError, match="readiness report ID -o FILE"):
        hand_over(tmp_path / "Documents" / "Readiness", "A.md", "text\n")
    assert (tmp_path / "Documents").read_text() == "a file\n"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    """A folder that may not be written to is told, and nothing is left in it."""
    folder = tmp_path / "Documents"
    folder.mkdir(mode=0o500)
    with pytest.raises(ReadinessError, match="could not be written"):
        hand_over(folder, "A.md", "text\n")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "parts", [("missing", "A.md"), ("file", "A.md"), ("x" * 300,), ("folder",)]
)
def test_unwritable_places(tmp_path: Path, parts: tuple[str, ...]) -> None:
    """A place that takes no file is told in one sentence, and nothing is left behind."""
    (tmp_path / "file").write_text("a file\n")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ReadinessError, match="could not be written") as caught:
        write_whole(tmp_path.joinpath(*parts), "text\n")
    assert str(tmp_path.joinpath(*parts)) in str(caught.value)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


def test_a_fault_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last step fails, the older file is as it was and no draft stays."""
    path = tmp_path / "A.md"
    path.write_text("older\n")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ReadinessError, match="No space left on device"):
        write_whole(path, "newer\n")
    assert path.read_text() == "older\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A report written to a link lands in the file that the link means, and the link stays."""
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_text("older\n")
    link.symlink_to(target)
    write_whole(link, "newer\n")
    assert link.is_symlink()
    assert target.read_text() == "newer\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices there")
def test_a_device_stays_a_device() -> None:
    """Writing to the null device swallows the text, and does not put a file in its place."""
    write_whole(Path(os.devnull), "text\n")
    assert Path(os.devnull).is_char_device()


def test_text_comes_out_as_utf8_with_lf(tmp_path: Path) -> None:
    """A file is UTF-8 with LF on every system, and half of a surrogate pair does not stop it."""
    write_whole(tmp_path / "A.md", "é 🌱\n\ud800\n")
    assert (tmp_path / "A.md").read_bytes() == "é 🌱\n?\n".encode()


def test_other_formats_lie_beside_a_report_and_are_never_written_over(tmp_path: Path) -> None:
    """A second hand-over of the same report leaves what somebody changed in Word as it is."""
    path = hand_over(tmp_path, "A.md", "text\n", [".docx"])
    (word,) = put_beside(path, {".docx": b"first"})
    word.write_bytes(b"edited in Word")
    assert hand_over(tmp_path, "A.md", "text\n", [".docx"]) == path
    put_beside(path, {".docx": b"second"})
    assert word.read_bytes() == b"edited in Word"


def test_a_new_report_never_stands_beside_an_old_file_of_another(tmp_path: Path) -> None:
    """Where the Markdown was moved away but its Word file was not, the next free name is taken."""
    (tmp_path / "A.docx").write_bytes(b"of an older report")
    assert hand_over(tmp_path, "A.md", "text\n", [".docx"]).name == "A (2).md"


def _handed(folder: Path, text: str) -> Handed:
    """A report with the same in another format beside it."""
    path = hand_over(folder, "A.md", text, [".docx"])
    beside = put_beside(path, {".docx": text.encode()})
    made = {path.with_suffix(".docx"): digest_of(text.encode())}
    return Handed(path, f"It is in {path}", text, beside, made)


@pytest.mark.parametrize("edited", ["", "A.md", "A.docx"])
def test_a_report_takes_the_place_of_one_that_nobody_edited(tmp_path: Path, edited: str) -> None:
    """A newer report takes the names of an earlier one; beside one that somebody edited it keeps its own."""
    before = _handed(tmp_path, "older")
    if edited:
        (tmp_path / edited).write_text("mine")
    now = in_place_of(before, _handed(tmp_path, "newer"))
    assert now.path.read_text() == "newer"
    assert now.sentence == f"It is in {now.path}"
    assert [each.read_text() for each in now.beside] == ["newer"]
    texts = {each.name: each.read_text() for each in tmp_path.iterdir()}
    if edited:
        older = {"A.md": "older", "A.docx": "older", edited: "mine"}
        assert texts == {**older, "A (2).md": "newer", "A (2).docx": "newer"}
    else:
        assert texts == {"A.md": "newer", "A.docx": "newer"}
        assert in_place_of(now, _handed(tmp_path, "newest")).path == before.path
