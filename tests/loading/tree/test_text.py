"""Reading a file that a person named."""

from pathlib import Path

import pytest

from readiness.errors import InvalidInput
from readiness.loading.tree.text import read_text


def refused(path: Path) -> str:
    """What is said about a file that cannot be read."""
    with pytest.raises(InvalidInput) as caught:
        read_text(path)
    return str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    path = tmp_path / "none.yaml"
    assert refused(path) == f"{path}: there is no such file. Check the name and the folder."


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    """A folder is not a file."""
    assert refused(tmp_path) == f"{tmp_path}: this is a folder, not a file. Name a file in it."


def test_not_utf8(tmp_path: Path) -> None:
    """Latin-1 is told apart, with the line."""
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: b\nc: se\xf1or\n".encode("latin-1"))
    assert refused(path) == f"{path}: this file is not UTF-8 text (line 2). Save it as UTF-8."


def test_too_big_is_refused_unread(tmp_path: Path) -> None:
    """Over 20 MB is refused by size alone: a sparse file shows it."""
    path = tmp_path / "big.yaml"
    with path.open("wb") as stream:
        stream.truncate(20_000_001)
    assert refused(path).startswith(f"{path}: this file is over 20 MB")


def test_a_name_that_cannot_be_one(tmp_path: Path) -> None:
    """Even an impossible file name gives a problem."""
    assert "cannot be read" in refused(tmp_path / "a\0b")
