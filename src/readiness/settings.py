"""What a person set once for all assessments, in a small file of their own."""

from pathlib import Path

import msgspec

from readiness.errors import ReadinessError

FILE = "settings.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings.

    Attributes:
        facilitator: whether somebody leads the conversation for a room: one key answers, and there is an agenda.
        closings: whether a line is said at the end of each section.
        minutes: the time that was set for a sitting last; 0 when none was.
    """

    facilitator: bool = False
    closings: bool = True
    minutes: int = 0


class SettingsFile:
    """The file that they are kept in.

    Args:
        path: the file; None keeps nothing.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def read(self) -> Settings:
        """The settings; the usual ones where there is no file yet.

        Raises:
            ReadinessError: the file cannot be read, or is no settings file; the usual ones hold then.
        """
        if self.path is None:
            return Settings()
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=Settings)
        except FileNotFoundError:
            return Settings()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ReadinessError(
                f"The settings in {self.path} could not be read ({_reason(error)}), so the usual ones hold. "
                "Change a setting to write the file anew."
            ) from error

    def write(self, settings: Settings) -> None:
        """Keep the settings.

        Raises:
            ReadinessError: the file cannot be written; says why.
        """
        if self.path is None:
            return
        data = msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"
        draft = self.path.with_name(f"{self.path.name}.new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            draft.replace(self.path)
        except OSError as error:
            raise ReadinessError(
                f"The settings could not be kept in {self.path} ({_reason(error)}). They hold until you leave."
            ) from error


def default_path() -> Path:
    """Where they lie: in the user's folder for settings."""
    from platformdirs import user_config_path

    return user_config_path("readiness", appauthor=False) / FILE


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
