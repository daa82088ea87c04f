"""A terminal UI on a store of its own, driven by keys, and ways to look at what it shows and what it stored."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from readiness import resources
from readiness.assessment import Session, open_session, start
from readiness.assessment.handover import Handed, hand_over, report_name
from readiness.domain.answers import Answer, Missing, Respondent
from readiness.loading import Library
from readiness.reports import Content, markdown
from readiness.settings import SettingsFile
from readiness.store import Store
from readiness.tui.app import House, ReadinessApp

SMALL, LARGE = (80, 24), (120, 40)


class Ui:
    """An app under test."""

    def __init__(self, app: ReadinessApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until nothing is under way any more."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what comes by itself, not by a key."""
        while not holds():
            await self.pilot.pause(0.05)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what they lead to."""
        await self.pilot.press(*keys)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Put a text into whatever has the focus, as a terminal pastes it."""
        focused = self.app.screen.focused
        assert focused is not None
        focused.post_message(events.Paste(text))
        await self.settle()

    async def say(self, *texts: str) -> None:
        """Send texts, one after the other."""
        for text in texts:
            await self.paste(text)
            await self.press("enter")

    async def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def page(self) -> str:
        """Which screen is shown."""
        return type(self.app.screen).__name__

    @property
    def item(self) -> str | None:
        """The item that the conversation on the screen asks."""
        from readiness.tui.conversation import Conversation

        screen = self.app.screen
        return screen.talk.state.item if isinstance(screen, Conversation) else None

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line, without colours."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """What is on the screen, as words with single spaces between them."""
        return " ".join(" ".join(self.lines).replace("▌", " ").split())

    @property
    def typed(self) -> str:
        """What stands in the line."""
        from readiness.tui.entry import Entry

        return self.app.screen.query_one(Entry).value


class Place:
    """A store, the shipped content, a clock that goes on by itself if none is given, and a folder for reports."""

    def __init__(
        self, folder: Path, library: Library, clock: Callable[[], datetime] | None = None
    ) -> None:
        seconds = count()
        self.library = library
        self.documents = folder / "Documents"
        self.clock: Callable[[], datetime] = clock or (
            lambda: datetime(2026, 11, 21, 12, tzinfo=UTC) + timedelta(seconds=20 * next(seconds))
        )
        self.path = folder / "store.sqlite3"
        self.store = Store(self.path, self.clock)

    def hand_over(self, session: Session) -> Handed:
        """Write a report, as the command does, into a folder of the test's own."""
        library = self.library
        content = Content(
            trainings=library.trainings,
            resources=library.resources,
            lived_experience=library.lived_experience,
            sources=library.sources,
        )
        text = markdown(session.evaluation(), content)
        name = report_name(session.header.agency, session.header.date)
        path = hand_over(self.documents, name, text)
        return Handed(path, f"The report is in {path}", text)

    def start(self, agency: str = "Riverbend") -> Session:
        """A quick check, just begun."""
        role = Respondent(role="leadership")
        return start(
            self.store, self.library, self.clock, agency=agency, scope="quick", respondent=role
        )

    def again(self, session: Session) -> Session:
        """The same assessment, as another process sees it."""
        return open_session(Store(self.path, self.clock), self.library, session.id)

    def answers(self, session: Session) -> dict[str, Answer]:
        """What is stored, read anew from the file."""
        return dict(self.again(session).answers)

    def answer_all(self, session: Session, value: str = "partly", *, leave: int = 0) -> None:
        """Answer everything but the last questions, straight into the store."""
        while (item := session.next_item()) is not None:
            asked = list(session.asked())
            if len(asked) - len(session.answers) <= leave:
                return
            known = item.scale is not None and value in item.scale.ids
            session.record(item.id, Answer(value if known else Missing.DONT_KNOW))

    @property
    def reports(self) -> list[Path]:
        """The reports that were written."""
        return sorted(self.documents.glob("*.md"))

    def house(self) -> House:
        """What the screens need."""
        return House(self.store, self.library, self.clock, self.hand_over, self.settings_file)

    @property
    def settings_file(self) -> SettingsFile:
        """Settings of the test's own."""
        return SettingsFile(self.path.parent / "config" / "settings.json")


Run = Callable[..., AbstractAsyncContextManager[Ui]]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library([resources.questionnaires()])


@pytest.fixture
def place(tmp_path: Path, library: Library) -> Iterable[Place]:
    made = Place(tmp_path, library)
    yield made
    made.store.close()


@pytest.fixture
def run(place: Place) -> Run:
    @asynccontextmanager
    async def running(
        session: Session | None = None, size: tuple[int, int] = SMALL, **given: object
    ) -> AsyncIterator[Ui]:
        app = ReadinessApp(place.house(), session, **given)  # type: ignore[arg-type]
        async with app.run_test(size=size) as pilot:
            ui = Ui(app, pilot)
            await ui.settle()
            yield ui

    return running
