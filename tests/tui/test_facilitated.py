"""Facilitator mode: one key answers, notes, marks, the parking lot, the clock and the choice of sections."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from tests.tui.conftest import LARGE, SMALL, Place, Run, Ui

from readiness.assessment import Session
from readiness.assessment.agenda import Pace
from readiness.assessment.sections import choosable, left_out
from readiness.domain.answers import Missing
from readiness.errors import StoreUnwritable
from readiness.loading import dump_answers
from readiness.reports import Content, markdown
from readiness.settings import Settings
from readiness.store import Store
from readiness.tui.facilitated import paced

BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


def _led(
    place: Place, run: Run, session: Session, size: tuple[int, int] = SMALL, **chosen: bool
) -> AbstractAsyncContextManager[Ui]:
    """The terminal UI with facilitator mode on."""
    place.settings_file.write(Settings(facilitator=True, **chosen))
    return run(session, size)


async def test_off_by_default(place: Place, run: Run) -> None:
    """Without the setting a digit only looks, and nothing of facilitator mode is offered."""
    session = place.start()
    async with run(session) as ui:
        assert ui.page == "Conversation"
        await ui.press("1")
        assert "park" not in ui.lines[-1]
    assert place.answers(session) == {}


@BOTH
async def test_one_key_answers(place: Place, run: Run, size: tuple[int, int]) -> None:
    """A digit records at once, 0 is don't know, digits tick where several may be taken, and ^Z takes back."""
    session = place.start()
    async with _led(place, run, session, size) as ui:
        assert ui.page == "Facilitated"
        await ui.press("1")
        await ui.press("1")
        assert "profile.workers" not in place.answers(session)
        await ui.press("2", "enter")
        await ui.press("ctrl+z", "ctrl+z")
        assert place.answers(session) == {}
        await ui.press("0")
    assert place.answers(session)["profile.peers_now"].value is Missing.DONT_KNOW
    workers = [e.answer for e in place.again(session).entries if e.item == "profile.workers"]
    assert [a.value if a else None for a in workers] == [("employee", "volunteer"), None]


async def test_whole_session(place: Place, run: Run) -> None:
    """A whole quick check is answered with one key for each scored question, and ends in a report."""
    session = place.start()
    async with _led(place, run, session) as ui:
        while ui.page == "Facilitated":
            item = ui.item
            if item is None:
                await ui.say("finish")
            elif item.startswith("profile."):
                await ui.say("don't know")
            else:
                await ui.press("3")
        assert ui.page == "Report"
    again = place.again(session)
    scored = [i for i, item in again.asked().items() if item.scored]
    assert len(scored) > 20
    assert {again.answers[i].value for i in scored} == {"partly"}
    assert "you said Partly" in place.reports[0].read_text(encoding="utf-8")


async def test_digits_in_text_and_paste(place: Place, run: Run) -> None:
    """A digit inside what is typed, or pasted, is text; a number that is asked for is typed."""
    session = place.start()
    async with _led(place, run, session) as ui:
        await ui.press("y", "1")
        assert ui.typed == "y1"
        await ui.press("ctrl+u")
        await ui.paste("2")
        assert ui.typed == "2"
    assert place.answers(session) == {}


async def test_unseen_question_is_not_answered(place: Place, run: Run) -> None:
    """A second digit that comes before the next question is on the screen becomes text, and is not lost."""
    session = place.start()
    async with _led(place, run, session) as ui:
        place.answer_all(session, leave=5)
        await ui.press("escape")
        await ui.press("enter")
        entry = ui.app.screen.query_one("Entry")
        from textual import events

        for _ in range(2):
            entry.post_message(events.Key("3", "3"))
        await ui.settle()
        assert ui.typed == "3"
    again = place.again(session)
    assert again.progress().total - again.progress().done == 4


async def test_note_to_last_and_to_open(place: Place, run: Run) -> None:
    """Tab takes a note to what was just answered, Tab again one to the open question, which stays open."""
    session = place.start()
    place.answer_all(session, leave=4)
    first, second = [i for i in session.asked() if i not in session.answers][:2]
    async with _led(place, run, session) as ui:
        await ui.press("3")
        await ui.press("tab")
        assert "note to" in ui.text
        await ui.press("5")
        await ui.say(" people, nights are thin")
        assert ui.item == second
        await ui.press("tab", "tab")
        await ui.say("ask Luis")
        assert ui.item == second
        assert "Noted" in ui.text
        await ui.press("4")
    answers = place.answers(session)
    assert (answers[first].value, answers[first].note) == ("partly", "5 people, nights are thin")
    assert (answers[second].value, answers[second].note) == ("mostly", "ask Luis")
    assert not answers[first].share


async def test_note_thought_better(place: Place, run: Run) -> None:
    """Esc, Tab to the end or an empty line keep no note, and what was typed stays in the line."""
    session = place.start()
    async with _led(place, run, session) as ui:
        await ui.press("tab", "enter")
        await ui.press("tab", "tab")
        assert "note to" not in ui.text
        await ui.press("tab")
        await ui.paste("ask Luis")
        await ui.press("escape")
        assert "note to" not in ui.text
        assert ui.typed == "ask Luis"
        assert ui.page == "Facilitated"
    assert place.answers(session) == {}


async def test_mark(place: Place, run: Run) -> None:
    """One key marks the open question to come back to."""
    session = place.start()
    async with _led(place, run, session) as ui:
        await ui.press("ctrl+g")
    answer = place.answers(session)["profile.peers_now"]
    assert (answer.value, answer.flag) == (Missing.SKIPPED, True)


@BOTH
async def test_parking_lot(place: Place, run: Run, size: tuple[int, int]) -> None:
    """What is parked is stored at once, is there for the next process, and stands in no report."""
    session = place.start()
    place.answer_all(session)
    async with _led(place, run, session, size) as ui:
        await ui.press("ctrl+l")
        assert "Nothing is parked" in ui.text
        await ui.say("pay of peers [b]& vans")
        assert "pay of peers [b]& vans" in ui.text
        assert [note.text for note in place.again(session).parked] == ["pay of peers [b]& vans"]
        await ui.paste("half a thought")
        await ui.press("escape")
        assert ui.page == "Facilitated"
    again = place.again(session)
    assert [note.text for note in again.parked] == ["pay of peers [b]& vans", "half a thought"]
    library = place.library
    content = Content(
        trainings=library.trainings,
        resources=library.resources,
        lived_experience=library.lived_experience,
        sources=library.sources,
    )
    assert "half a thought" not in markdown(again.evaluation(), content)


async def test_taken_out_and_put_back(place: Place, run: Run) -> None:
    """A note can be taken out and put back again; taken out, it is in no export."""
    from readiness.assessment.moving import export

    session = place.start()
    for text in ("one", "two"):
        session.park(text)
    async with _led(place, run, session) as ui:
        await ui.press("ctrl+l", "tab", "x")
        assert "Taken out" in ui.text
        assert [note.text for note in place.again(session).parked] == ["two"]
        assert "text: one" not in dump_answers(export(place.store, session.id))
        await ui.press("ctrl+z")
    assert [note.text for note in place.again(session).parked] == ["two", "one"]


async def test_parking_refused(place: Place, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note that could not be stored is back in the line, with what is wrong."""

    def refuse(*_: object) -> None:
        raise StoreUnwritable("The disk is full.")

    session = place.start()
    async with _led(place, run, session) as ui:
        await ui.press("ctrl+l")
        monkeypatch.setattr(Store, "park", refuse)
        await ui.say("the van")
        assert ui.typed == "the van"
        assert "The disk is full." in ui.text
        await ui.press("escape")
        assert ui.page == "Parking"
        assert ui.typed == "the van"


@BOTH
async def test_clock(place: Place, run: Run, size: tuple[int, int]) -> None:
    """A time that is set shows the pace in the heading, and is proposed again in the next sitting."""
    session = place.start()
    total = session.progress().total
    async with _led(place, run, session, size) as ui:
        await ui.press("ctrl+t")
        await ui.say("soon")
        assert "A number of minutes" in ui.text
        await ui.press("ctrl+u")
        await ui.say("60")
        assert f"0 of {total} · 0 of 60 min" in ui.lines[0]
        await ui.press("1")
        assert f"1 of {total + 0}" in ui.lines[0]
        await ui.press("ctrl+t")
        assert ui.typed == "60"
        await ui.press("ctrl+u", "enter")
        assert "of 60 min" not in ui.lines[0]
    assert place.settings_file.read().minutes == 60


def test_pace_in_words() -> None:
    """The pace is said as people say it."""
    assert paced(Pace(12, 41, 18, 60, -3)) == "12 of 41 · 18 of 60 min · 3 behind"
    assert paced(Pace(12, 41, 18, 60, 2)).endswith("2 ahead")
    assert paced(Pace(12, 41, 18, 60, 0)).endswith("on pace")


async def test_sections(place: Place, run: Run) -> None:
    """Sections are taken out and moved, stored on Enter, and the profile and the gates are asked as before."""
    session = place.start()
    before = [stretch.id for stretch in session.flow.stretches]
    async with _led(place, run, session) as ui:
        await ui.press("ctrl+o")
        assert "always asked" in ui.text
        await ui.press("space", "down", "left", "left", "enter")
        assert ui.page == "Facilitated"
    again = place.again(session)
    shipped = before[3:]
    assert [s.id for s in again.flow.stretches] == [*before[:3], *shipped[1:]]
    assert left_out(again) == {shipped[0]}
    async with _led(place, run, again) as ui:
        await ui.press("ctrl+o", "right", "right", "enter")
    moved = [s.id for s in place.again(session).flow.stretches]
    assert moved == [*before[:3], shipped[2], shipped[3], shipped[1], *shipped[4:]]


async def test_sections_all_out(place: Place, run: Run) -> None:
    """At least one section stays, and Esc changes nothing."""
    session = place.start()
    count = len(choosable(session))
    async with _led(place, run, session) as ui:
        await ui.press("ctrl+o")
        for _ in range(count):
            await ui.pilot.press("space", "down")
        await ui.press("enter")
        assert "At least one section" in ui.text
        await ui.press("escape")
        assert ui.page == "Facilitated"
    assert place.again(session).header.sections == ()


async def test_settings_page(place: Place, run: Run) -> None:
    """The settings are turned on and off by a key, are kept in their file, and hold at once."""
    session = place.start()
    async with run(session) as ui:
        await ui.paste("half")
        ui.app.action_settings()
        await ui.settle()
        assert "[ ] Facilitator mode" in ui.text
        await ui.press("space", "down", "enter")
        assert "[x] Facilitator mode" in ui.text
        await ui.press("escape")
        assert ui.page == "Facilitated"
        assert ui.typed == "half"
    assert place.settings_file.read() == Settings(facilitator=True, closings=False)


async def test_settings_from_home(place: Place, run: Run) -> None:
    """A comma opens the settings from the list, and Esc goes back to it."""
    place.start()
    async with run() as ui:
        await ui.press("comma")
        assert ui.page == "Preferences"
        await ui.press("escape")
        assert ui.page == "Home"


async def test_palette_turns_it_on(place: Place, run: Run) -> None:
    """The command palette turns facilitator mode on and off, and lists what belongs to it only while it is on."""
    own = {"Parking lot", "Time …", "Sections …"}
    async with run(place.start()) as ui:
        for on in (True, False):
            commands = {c.title: c.callback for c in ui.app.get_system_commands(ui.app.screen)}
            assert bool(own & set(commands)) is not on
            commands[f"Facilitator mode {'on' if on else 'off'}"]()
            await ui.settle()
            assert ui.page == ("Facilitated" if on else "Conversation")
            assert place.settings_file.read().facilitator is on


async def test_broken_settings(place: Place, run: Run) -> None:
    """A settings file that cannot be read is told, and everything works with the usual ones."""
    path = Path(str(place.settings_file.path))
    path.parent.mkdir()
    path.write_text("{", encoding="utf-8")
    async with run(place.start()) as ui:
        assert any("could not be read" in told.message for told in ui.app._notifications)
        assert ui.page == "Conversation"


@pytest.mark.parametrize("closings", [True, False])
async def test_lines_at_the_end_of_sections(place: Place, run: Run, closings: bool) -> None:
    """A section is closed with a line unless that is turned off; the word on the gates is said in any case."""
    from readiness.tui.conversation import Conversation

    session = place.start()
    async with _led(place, run, session, closings=closings) as ui:
        said: set[str] = set()
        while ui.item is not None:
            keys = ["3"] if not ui.item.startswith("profile.") else [*"skip", "enter"]
            await ui.press(*keys)
            screen = ui.app.screen
            assert isinstance(screen, Conversation)
            said |= {turn.text for turn in screen.transcript.turns if turn.by == "section"}
    gates = {text for text in said if "needed before" in text}
    assert len(gates) == 2
    assert bool(said - gates) is closings
