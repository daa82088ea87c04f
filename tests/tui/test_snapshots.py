"""What each screen looks like, in both themes and at two sizes; `make snapshots` draws all of them anew."""

import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from difflib import unified_diff
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tests.tui.conftest import LARGE, SMALL, Place, Ui
from tests.tui.golden import painted
from tests.tui.scenes import SCENES, Scene, Still, led, shown_report
from textual.app import App
from textual.widgets import Input

from readiness.assessment.following import Follower
from readiness.conversation.talk import Talk
from readiness.loading import Library
from readiness.tui.app import House, ReadinessApp
from readiness.tui.show import ShowApp
from readiness.tui.themes import CONTRAST

FOLDER = Path(__file__).parent / "snapshots"
THEMES = {"dark": "15;0", "light": "0;15"}  # as a terminal says what it is (COLORFGBG)
SIZES = {"80x24": SMALL, "120x40": LARGE}
SHOW = "show"
PLAIN = ("conversation-contrast-80x24", "conversation-no-color-80x24")

Golden = Callable[[str, App[Any]], None]
EACH = pytest.mark.parametrize("size", SIZES)
BOTH = pytest.mark.parametrize("theme", THEMES)


@pytest.fixture(autouse=True)
def nothing_moves(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One zone, one order of random letters, and colors that no variable of the machine changes."""
    for name in ("NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    number = count()
    monkeypatch.setattr(
        "readiness.assessment.naming.secrets.choice", lambda signs: signs[next(number) % len(signs)]
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        _set_zone()
        yield
    _set_zone()


@pytest.fixture
def clock() -> Still:
    return Still()


@pytest.fixture
def place(tmp_path: Path, library: Library, clock: Still) -> Iterator[Place]:
    made = Place(tmp_path, library, clock)
    yield made
    made.store.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares what an app shows with the file of that name, or writes the file."""

    def compare(name: str, app: App[Any]) -> None:
        for entry in app.screen.query(Input):
            entry.cursor_blink = False
        path, drawn = FOLDER / f"{name}.txt", painted(app)
        if request.config.getoption("--write-snapshots"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(drawn.encode())
        known = path.read_text("utf-8").splitlines() if path.exists() else []
        changed = unified_diff(known, drawn.splitlines(), "as it was", "as it is", "", "", 0, "")
        told = "\n".join(changed)
        assert not told, (
            f"{path.name} is different; “Snapshots” in CONTRIBUTING.md says what to do\n{told}"
        )

    return compare


@asynccontextmanager
async def drawn(
    scene: Scene, place: Place, clock: Still, size: tuple[int, int], theme: str = ""
) -> AsyncIterator[ReadinessApp]:
    """The app, once somebody has done what the scene says."""
    session = scene.begin(place, clock)
    house = House(place.store, place.library, place.clock, shown_report(place), place.settings_file)
    app = ReadinessApp(house, session)
    app.animation_level = "none"
    if theme:
        app.theme = theme
    async with app.run_test(size=size) as pilot:
        ui = Ui(app, pilot)
        await ui.settle()
        await scene.act(ui)
        await ui.settle()
        yield app


@EACH
@BOTH
@pytest.mark.parametrize("name", SCENES)
async def test_screen(
    name: str,
    theme: str,
    size: str,
    golden: Golden,
    place: Place,
    clock: Still,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A screen looks as it did when somebody last looked at it."""
    monkeypatch.setenv("COLORFGBG", THEMES[theme])
    async with drawn(SCENES[name], place, clock, SIZES[size]) as app:
        golden(f"{name}-{theme}-{size}", app)


@EACH
@BOTH
async def test_projector(
    theme: str,
    size: str,
    golden: Golden,
    place: Place,
    clock: Still,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The window for a projector looks as it did when somebody last looked at it."""
    monkeypatch.setenv("COLORFGBG", THEMES[theme])
    session = led(place, clock)
    Talk(session).begin()
    app = ShowApp(Follower(place.store, place.library, session.id))
    app.animation_level = "none"
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.pause()
        golden(f"{SHOW}-{theme}-{size}", app)


async def test_high_contrast(golden: Golden, place: Place, clock: Still) -> None:
    """The conversation in high contrast looks as it did when somebody last looked at it."""
    async with drawn(SCENES["conversation-preview"], place, clock, SMALL, CONTRAST) as app:
        golden(PLAIN[0], app)


async def test_no_color(
    golden: Golden, place: Place, clock: Still, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The conversation where no colors are wanted looks as it did when somebody last looked at it."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with drawn(SCENES["conversation-preview"], place, clock, SMALL) as app:
        golden(PLAIN[1], app)


def test_no_other_snapshots(request: pytest.FixtureRequest) -> None:
    """The folder holds the snapshots of these tests and nothing else."""
    names = {f"{n}-{t}-{s}" for n in (*SCENES, SHOW) for t in THEMES for s in SIZES}
    others = [path for path in FOLDER.iterdir() if path.stem not in names | set(PLAIN)]
    if request.config.getoption("--write-snapshots"):
        for path in others:
            path.unlink()
        others = []
    assert others == []


def _set_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()
