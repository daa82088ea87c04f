"""What every command needs: the store, the content and the clock, built once and passed down."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from readiness.errors import ReadinessError

if TYPE_CHECKING:
    from readiness.assessment import Session
    from readiness.assessment.handover import Handed
    from readiness.loading import Library
    from readiness.reports import Content
    from readiness.settings import Settings, SettingsFile
    from readiness.store import Store


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class App:
    """The parts of the product that commands share, each made when it is first asked for."""

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        self.clock = clock
        self.store_path: Path | None = None
        self.tells_faults = True
        self._library: Library | None = None
        self._store: Store | None = None

    @property
    def library(self) -> "Library":
        """The shipped content, and the questionnaires in the user's own folder.

        Files there that are left out are told, once, unless `tells_faults` is off because the command does so itself.
        """
        if self._library is None:
            from readiness import resources
            from readiness.loading import Library

            self._library = Library([resources.questionnaires(), *user_folders()])
            if self.tells_faults:
                for fault in self._library.faults:
                    self.tell(
                        f"{fault.file} has problems and is left out. To see them:"
                        f" readiness questionnaires check {quoted(fault.file)}"
                    )
        return self._library

    @property
    def chosen_store(self) -> Path:
        """Where the store is, or would be."""
        from readiness.store import default_path

        return self.store_path or default_path()

    @property
    def nothing_stored(self) -> bool:
        """Whether there is no store yet, or an empty file in its place; looking makes none."""
        path = self.chosen_store
        try:
            if path.with_name(f"{path.name}-wal").exists():
                return False
            return not path.exists() or (path.is_file() and path.stat().st_size == 0)
        except OSError:
            return False  # opening it says what is wrong

    @property
    def store(self) -> "Store":
        """The store, at `--store`, READINESS_STORE or in the user's data folder."""
        if self._store is None:
            from readiness.store import Store

            self._store = Store(self.chosen_store, self.clock)
        return self._store

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()

    @property
    def content(self) -> "Content":
        """What a report draws on beside the answers."""
        from readiness.reports import Content

        library = self.library
        return Content(
            trainings=library.trainings,
            resources=library.resources,
            lived_experience=library.lived_experience,
            sources=library.sources,
        )

    def hand_over(self, session: "Session") -> "Handed":
        """Write an assessment's report into the Documents folder; says where it is, and what is in it."""
        from readiness.cli.handing import hand_over_into_documents

        return hand_over_into_documents(self, session)

    def remember(self, text: str) -> None:
        """Keep a report as it was generated, so that a person's edits can be told from it later."""
        from readiness.assessment.written import remember_written

        remember_written(self.store, text)

    @property
    def settings_file(self) -> "SettingsFile":
        """Where the settings are kept, in the user's folder for settings."""
        from readiness.settings import SettingsFile, default_path

        return SettingsFile(default_path())

    def settings(self) -> "Settings":
        """The settings; the usual ones, and a word about it, where the file cannot be read."""
        from readiness.settings import Settings

        try:
            return self.settings_file.read()
        except ReadinessError as error:
            self.tell(str(error))
            return Settings()

    @property
    def cache(self) -> Path:
        """A folder for what can be made anew at any time."""
        from platformdirs import user_cache_path

        return user_cache_path("readiness", appauthor=False)

    def tell(self, text: str) -> None:
        """Say something to the person, beside the data."""
        click.echo(text, err=True)


def quoted(file: str) -> str:
    """A file name as it can be typed after a command."""
    return f'"{file}"' if any(sign.isspace() for sign in file) else file


def user_folder() -> Path:
    """Where a person's own questionnaires lie: READINESS_QUESTIONNAIRES, or a folder beside the store."""
    named = os.environ.get("READINESS_QUESTIONNAIRES")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("readiness", appauthor=False) / "questionnaires"


def user_folders() -> list[Path]:
    """The user's own folder, if there is one."""
    folder = user_folder()
    return [folder] if folder.is_dir() else []


def _take_store(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        app = ctx.ensure_object(App)
        app.store_path = value


Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def store_option(function: Decorated) -> Decorated:
    """`--store FILE`, which every command takes, before or after its name."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_take_store,
        expose_value=False,
        help="Keep assessments in this file instead of the usual place.",
    )(function)


pass_app = click.make_pass_decorator(App)
