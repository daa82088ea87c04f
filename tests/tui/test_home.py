"""Home, the beginning, the report and the help: the ways between the screens."""

import pytest
from tests.tui.conftest import LARGE, SMALL, Place, Run
from textual.color import Color

from readiness.conversation.opening import Opening
from readiness.tui.app import ReadinessApp
from readiness.tui.commands import COMMANDS
from readiness.tui.themes import DARK, LIGHT, themes

BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


@BOTH
async def test_empty(run: Run, size: tuple[int, int]) -> None:
    """With nothing there yet, home says what this is and which key begins."""
    async with run(size=size) as ui:
        assert "guided self-check" in ui.text
        assert "Press n to begin" in ui.text
        assert "stays on this computer" in ui.text


@BOTH
async def test_list(place: Place, run: Run, size: tuple[int, int]) -> None:
    """Each assessment shows its agency, round and how far it is, the one last touched first."""
    whole, begun = place.start("Harbor County"), place.start("Riverbend")
    place.answer_all(whole)
    async with run(size=size) as ui:
        rows = [line for line in ui.lines if "baseline" in line]
        assert "Harbor County" in rows[0]
        assert "complete" in rows[0]
        assert f"0 of {begun.progress().total}" in rows[1]


async def test_begin(place: Place, run: Run) -> None:
    """n asks for agency, seat and time, one at a time, and begins."""
    async with run() as ui:
        await ui.press("n")
        await ui.say("Riverbend [b]& Co")
        assert "Which seat" in ui.text
        await ui.press("right", "right", "enter")
        assert "How much time" in ui.text
        await ui.press("1", "enter")
        assert ui.page == "Conversation"
        assert "Riverbend [b]& Co" in ui.text
    header = place.store.list()[0].header
    assert header.agency == "Riverbend [b]& Co"
    assert header.scope == "quick"
    assert [person.role for person in header.respondents.values()] == ["supervisor"]


async def test_begin_thought_better(place: Place, run: Run) -> None:
    """Ctrl+Z goes back a question, Esc begins nothing."""
    async with run() as ui:
        await ui.press("n")
        await ui.say("Riverbend")
        await ui.press("ctrl+z")
        assert "name of your agency" in ui.text
        await ui.press("escape")
        assert ui.page == "Home"
    assert place.store.list() == ()


async def test_begin_unclear(run: Run) -> None:
    """An answer that does not help says what would, and stays in the line."""
    async with run() as ui:
        await ui.press("n")
        await ui.say("Riverbend", "the big chair")
        assert "One of these, please" in ui.text
        assert ui.typed == "the big chair"


async def test_opening_known(place: Place, run: Run) -> None:
    """With everything named on the command line, the first question is asked at once."""
    opening = Opening(agency="Riverbend", role="leadership", scope="quick")
    async with run(opening=opening) as ui:
        assert ui.page == "Conversation"
    assert place.store.list()[0].header.agency == "Riverbend"


async def test_go_on(place: Place, run: Run) -> None:
    """Enter goes on where somebody stopped."""
    session = place.start()
    place.answer_all(session, leave=3)
    async with run() as ui:
        await ui.press("enter")
        assert ui.page == "Conversation"
        assert "Welcome back" in ui.text


@BOTH
async def test_report(place: Place, run: Run, size: tuple[int, int]) -> None:
    """r writes the report, says where it is and shows it; g goes on with the questions, Esc back to the list."""
    session = place.start()
    place.answer_all(session, leave=3)
    async with run(size=size) as ui:
        await ui.press("r")
        assert ui.page == "Report"
        assert "The report is in" in ui.text
        assert "ready to employ peer support workers" in ui.text
        assert len(place.reports) == 1
        await ui.press("pagedown", "pagedown", "end")
        await ui.press("g")
        assert ui.page == "Conversation"
        await ui.press("escape")
        assert ui.page == "Home"


async def test_report_refused(place: Place, run: Run) -> None:
    """A report that cannot be written is told in words, and everything is still there."""
    place.start()
    place.documents.write_text("a file where the folder should be", encoding="utf-8")
    async with run() as ui:
        await ui.press("r")
        assert ui.page == "Home"
        assert "could not be" in ui.text
        assert "Riverbend" in ui.text


async def test_help(place: Place, run: Run) -> None:
    """F1 shows the help over whatever is there, and Esc goes back to it with every word in place."""
    async with run(place.start()) as ui:
        await ui.paste("half")
        await ui.press("f1")
        assert ui.page == "Help"
        assert "in your own words" in ui.text
        await ui.press("escape")
        assert ui.page == "Conversation"
        assert ui.typed == "half"


async def test_palette_has_everything(place: Place, run: Run) -> None:
    """The command palette lists every action of the screen, leaving, help and the colours."""
    async with run(place.start()) as ui:
        titles = {command.title for command in ui.app.get_system_commands(ui.app.screen)}
    assert {command.title for command in COMMANDS} <= titles
    assert {"Home", "Why and examples", "Help", "Leave", "Dark", "Light", "High contrast"} <= titles


async def test_palette_works(place: Place, run: Run) -> None:
    """Ctrl+P, some letters and Enter do what the palette says."""
    async with run(place.start()) as ui:
        await ui.press("ctrl+p")
        await ui.press(*"skip")
        await ui.press("enter")
        assert "Skipped for now" in ui.text


async def test_no_colour(place: Place, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR nothing is coloured, and what is highlighted still shows by a sign."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with run(place.start()) as ui:
        await ui.press("right")
        assert ui.app.no_color
        assert "›1 Yes" in ui.text


@pytest.mark.parametrize(("terminal", "theme"), [("15;0", DARK), ("0;15", LIGHT), ("", DARK)])
async def test_first_colours(
    run: Run, monkeypatch: pytest.MonkeyPatch, terminal: str, theme: str
) -> None:
    """The first screen is drawn in our colours, light where the terminal says that it is light."""
    monkeypatch.setenv("COLORFGBG", terminal)
    async with run() as ui:
        grounds = {each.name: each.background for each in themes()}
        assert ui.app.theme == theme
        assert ui.app.screen.styles.background == Color.parse(str(grounds[theme]))


@pytest.mark.parametrize("title", ["Dark", "Light", "High contrast"])
async def test_themes(place: Place, run: Run, title: str) -> None:
    """Each choice of colours can be made from the palette and draws everything."""
    async with run(place.start()) as ui:
        commands = {c.title: c.callback for c in ui.app.get_system_commands(ui.app.screen)}
        commands[title]()
        await ui.settle()
        assert title.split()[0].lower()[:4] in ui.app.theme or "contrast" in ui.app.theme
        assert "Do peer support workers" in ui.text


def test_door_raises_what_cannot_be_opened(place: Place) -> None:
    """An id that does not exist is told before any screen opens."""
    from readiness.errors import NotFound
    from readiness.tui import run

    place.start()
    with pytest.raises(NotFound):
        run(place.store, place.library, place.clock, place.hand_over, assessment_id="nowhere")


async def test_damaged_store(place: Place) -> None:
    """A store that cannot be read is told on the home screen, in words."""
    place.path.write_bytes(b"no store at all, but something else entirely" * 40)
    app = ReadinessApp(place.house())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        text = " ".join(strip.text for strip in app.screen._compositor.render_strips())
    assert "is not a store of Readiness" in " ".join(text.split())
