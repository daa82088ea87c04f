"""What the app remembers beside its screens: the settings, what was typed and not sent, how far each assessment is."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from textual.app import App

from readiness.errors import ReadinessError
from readiness.settings import Settings, SettingsFile
from readiness.tui import words

if TYPE_CHECKING:
    from pathlib import PurePath

    from readiness.assessment.agenda import Agenda
    from readiness.assessment.handover import Handed
    from readiness.assessment.session import Session
    from readiness.loading import Library
    from readiness.store import Store, Summary


class House(msgspec.Struct, frozen=True):
    """What the screens need: the store, the content, the time, and a hand that writes reports."""

    store: "Store"
    library: "Library"
    clock: Callable[[], datetime]
    hand_over: "Callable[[Session], Handed]"
    settings_file: SettingsFile = SettingsFile(None)


class Remembering(App[None]):
    """An app with a memory.

    Attributes:
        settings: as they hold now.
        settings_fault: what is wrong with the file that they are kept in; empty where nothing is.
        agendas: the time set for a sitting, by the id of the assessment, until one leaves.
    """

    def __init__(self, house: House, *, css_path: "list[str | PurePath]") -> None:
        super().__init__(css_path=css_path)
        self.house = house
        self.settings, self.settings_fault = _read(house.settings_file)
        self._drafts: dict[str, str] = {}
        self.agendas: dict[str, Agenda] = {}
        self._last_id = ""
        self._progress: dict[tuple[str, datetime], str] = {}

    def change_settings(self, **changes: bool | int) -> None:
        """Change settings, and keep them."""
        self.settings = msgspec.structs.replace(self.settings, **changes)
        try:
            self.house.settings_file.write(self.settings)
        except ReadinessError as error:
            self.tell(words.SETTINGS_FAULT, str(error))

    def touch(self, assessment_id: str) -> None:
        """An assessment is the one that was touched last."""
        self._last_id = assessment_id

    def forget(self, assessment_id: str) -> None:
        """An assessment is gone."""
        self._drafts.pop(assessment_id, None)
        self.agendas.pop(assessment_id, None)
        if self._last_id == assessment_id:
            self._last_id = ""

    def _keep_draft(self) -> None:
        """What was typed and not sent is there again when its conversation is, in this sitting or a later one."""
        for screen in self.screen_stack:
            draft, talk = getattr(screen, "draft", ""), getattr(screen, "talk", None)
            if talk is not None:
                self._drafts[talk.session.id] = draft
                talk.keep_draft(draft)

    def known_progress(self, summaries: "Sequence[Summary]") -> dict[str, str]:
        """How far those are that were counted before and are still the same."""
        keys = {summary.header.id: (summary.header.id, summary.touched) for summary in summaries}
        return {name: self._progress[key] for name, key in keys.items() if key in self._progress}

    def remember_progress(self, summary: "Summary", far: str) -> None:
        """Keep how far one is."""
        self._progress[summary.header.id, summary.touched] = far

    def tell(self, title: str, text: str) -> None:
        """Say something that is not about the conversation."""
        self.notify(text, title=title, timeout=20, markup=False)


def _read(file: SettingsFile) -> tuple[Settings, str]:
    """The settings, and what is wrong with their file."""
    try:
        return file.read(), ""
    except ReadinessError as error:
        return Settings(), str(error)
