"""The settings: kept in a small file of the user's, and never in the way."""

from pathlib import Path

import pytest

from readiness.errors import ReadinessError
from readiness.settings import Settings, SettingsFile, default_path


def test_usual_ones() -> None:
    """Without a file, facilitator mode is off and sections are closed with a line."""
    assert SettingsFile(default_path()).read() == Settings(
        facilitator=False, closings=True, minutes=0
    )


def test_kept(home: Path) -> None:
    """What was set is there the next time, in the user's folder for settings."""
    chosen = Settings(facilitator=True, closings=False, minutes=60)
    SettingsFile(default_path()).write(chosen)
    assert SettingsFile(default_path()).read() == chosen
    assert default_path().is_relative_to(home)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"facilitator": "yes"}', b"\xff\xfe"])
def test_broken_file(tmp_path: Path, text: bytes) -> None:
    """A file that cannot be understood is named in a sentence, and is not written over until something is set."""
    path = tmp_path / "settings.json"
    path.write_bytes(text)
    with pytest.raises(ReadinessError, match=r"settings\.json"):
        SettingsFile(path).read()
    assert path.read_bytes() == text


def test_newer_file(tmp_path: Path) -> None:
    """A setting of a later version does no harm."""
    path = tmp_path / "settings.json"
    path.write_text('{"facilitator": true, "later": 1}', encoding="utf-8")
    assert SettingsFile(path).read() == Settings(facilitator=True)


def test_unwritable(tmp_path: Path) -> None:
    """A folder that cannot be made is told in a sentence."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ReadinessError, match="could not be kept"):
        SettingsFile(tmp_path / "file" / "settings.json").write(Settings())


def test_nowhere() -> None:
    """Without a place nothing is kept, and nothing fails."""
    SettingsFile(None).write(Settings(facilitator=True))
    assert SettingsFile(None).read() == Settings()
