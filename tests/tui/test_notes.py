"""Notes: what is shared, reworded or left out is stored, and the report says just that."""

from pathlib import Path

import pytest
from tests.tui.conftest import LARGE, SMALL, Place, Run

from readiness.assessment import Session
from readiness.assessment.notes import Notes
from readiness.domain.answers import Answer, Missing
from readiness.errors import StoreUnwritable
from readiness.store import Store

BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
ROLE, CLINICAL, BASICS = "roles.written_role", "roles.no_clinical_duties", "culture.basics"
BOB = "Our client Bob Smith relapsed."


@pytest.fixture
def session(place: Place) -> Session:
    """A quick check with everything answered, two private notes and a reason."""
    made = place.start()
    place.answer_all(made)
    made.record(ROLE, Answer(Missing.NOT_APPLICABLE, note="The county writes it."))
    made.record(CLINICAL, Answer("mostly", note="The doctor helps."))
    made.record(BASICS, Answer("partly", note=BOB))
    return made


@pytest.fixture
def decided(session: Session) -> Session:
    """The same, with the reason looked at already."""
    notes = Notes(session)
    notes.see(notes.all)
    return session


@BOTH
async def test_all_notes_show(
    place: Place, run: Run, decided: Session, size: tuple[int, int]
) -> None:
    """Every note shows with its question, whether it is shared in words and shape, and what to look at in it."""
    del place, decided
    async with run(size=size) as ui:
        await ui.press("r", "n")
        assert ui.page == "NotesPage"
        rows = [line for line in ui.lines if "[" in line]
        assert any("[=] printed" in row and "written role" in row for row in rows)
        assert any("[ ] private" in row and "The doctor" in row for row in rows)
        assert "1 of 3 in the report" in ui.text
        await ui.press("end")
        assert "Private: not in the report." in ui.text
        for concern in ("a name (Bob Smith)", "a health detail (relapsed)", "drops (client)"):
            assert concern in ui.text
        assert "! look" in next(line for line in ui.lines if "Our client" in line)


@pytest.mark.parametrize("key", ["space", "s"])
async def test_share_and_leave_out(place: Place, run: Run, decided: Session, key: str) -> None:
    """A key shares a note and leaves it out again; each is stored, and the report is written anew with it."""
    async with run() as ui:
        await ui.press("r", "n", "down", key)
        assert place.answers(decided)[CLINICAL].share
        assert "[x] shared" in ui.text
        await ui.press("escape")
        assert ui.page == "Report"
        (report,) = place.reports
        assert "> The doctor helps." in report.read_text("utf-8")
        await ui.press("n", "down", key, "escape")
    assert not place.answers(decided)[CLINICAL].share
    (report,) = place.reports
    assert "The doctor helps." not in report.read_text("utf-8")


async def test_an_edited_report_stays(place: Place, run: Run, decided: Session) -> None:
    """A report that somebody edited meanwhile is not written over."""
    del decided
    async with run() as ui:
        await ui.press("r")
        place.reports[0].write_text("mine", "utf-8")
        await ui.press("n", "down", "space", "escape")
        assert any("it stays as it is" in told.message for told in ui.app._notifications)
    texts = sorted(each.read_text("utf-8")[:4] for each in place.reports)
    assert texts == ["# Ri", "mine"]


async def test_reword(place: Place, run: Run, decided: Session) -> None:
    """e puts a note in other words, which the report then carries; an empty line changes nothing."""
    async with run() as ui:
        await ui.press("r", "n", "end", "e")
        assert ui.typed == BOB
        await ui.press("ctrl+u", "enter")
        assert "Type how it should read" in ui.text
        await ui.say("Somebody had a hard time.")
        assert "Please look at" not in ui.text
        await ui.press("space", "r")
        assert ui.page == "Report"
    assert place.answers(decided)[BASICS] == Answer(
        "partly", note="Somebody had a hard time.", share=True
    )
    text = place.reports[-1].read_text("utf-8")
    assert "> Somebody had a hard time." in text
    assert "Bob" not in text


async def test_a_reason_is_printed(place: Place, run: Run, decided: Session) -> None:
    """Why something was set aside cannot be left out, and can be reworded."""
    async with run() as ui:
        await ui.press("r", "n", "space")
        assert "Printed in any case" in ui.text
        assert not place.answers(decided)[ROLE].share
        await ui.press("e", "ctrl+u")
        await ui.say("It is the county's.")
        await ui.press("escape")
    assert place.answers(decided)[ROLE].note == "It is the county's."
    assert "It is the county's." in place.reports[-1].read_text("utf-8")


async def test_nothing_is_written_unseen(place: Place, run: Run, session: Session) -> None:
    """Before a report is written, what it would carry that nobody decided on is shown; leaving writes none."""
    del session
    async with run() as ui:
        await ui.press("r")
        assert ui.page == "NotesPage"
        assert "The county writes it." in ui.text
        assert "The doctor" not in ui.text
        await ui.press("escape")
        assert ui.page == "Home"
        assert place.reports == []
        await ui.press("r", "g")
        assert ui.page == "Report"
        assert len(place.reports) == 1
        await ui.press("escape", "r")
        assert ui.page == "Report"


async def test_to_the_question_and_back(place: Place, run: Run, decided: Session) -> None:
    """Enter goes to the question of a note, and once that is answered the notes are there again."""
    async with run() as ui:
        await ui.press("r", "n", "end", "enter")
        assert ui.page == "Conversation"
        assert ui.item == BASICS
        await ui.say("fully")
        assert ui.page == "NotesPage"
        assert "You answered: Fully" in ui.text
    assert place.answers(decided)[BASICS].value == "fully"


async def test_export(place: Place, run: Run, decided: Session, tmp_path: Path) -> None:
    """e puts the report into a folder or a file that somebody names, says where, and writes over nothing."""
    del decided
    folder = tmp_path / "board"
    folder.mkdir()
    file = folder / "ours.md"
    file.write_text("mine", "utf-8")
    async with run() as ui:
        await ui.press("r", "e")
        assert "Documents" in ui.typed
        for typed in (str(folder), str(file)):
            await ui.press("ctrl+u")
            await ui.say(typed)
            assert "The report is in" in ui.text
            await ui.press("e")
        await ui.press("ctrl+u")
        await ui.say(str(folder / "ours.odt"))
        assert "does not come as .odt" in ui.text
        await ui.press("ctrl+u")
        await ui.say(str(folder / "ours.html"))
        assert ui.page == "Report"
    text = place.reports[0].read_text("utf-8")
    assert file.read_text("utf-8") == "mine"
    assert (folder / "ours (2).md").read_text("utf-8") == text
    assert (folder / place.reports[0].name).read_text("utf-8") == text
    assert "<html" in (folder / "ours.html").read_text("utf-8")
    assert len(list(folder.iterdir())) == 4


async def test_export_shows_first_what_to_look_at(
    place: Place, run: Run, decided: Session, tmp_path: Path
) -> None:
    """A shared note with something to look at is shown before an export, which then has what was decided."""
    Notes(decided).share(BASICS, True)
    file = tmp_path / "board.md"
    async with run() as ui:
        await ui.press("r", "e")
        assert ui.page == "NotesPage"
        assert "Bob Smith" in ui.text
        await ui.press("space", "g")
        assert ui.page == "Sheet"
        await ui.press("ctrl+u")
        await ui.say(str(file))
        assert ui.page == "Report"
    assert not place.answers(decided)[BASICS].share
    assert "Bob" not in file.read_text("utf-8")
    assert "Bob" not in place.reports[-1].read_text("utf-8")


async def test_a_store_that_refuses(
    place: Place, run: Run, decided: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be stored nothing shows as shared, and what was typed stays in the line."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreUnwritable("The disk is full.")

    async with run() as ui:
        await ui.press("r", "n", "end")
        monkeypatch.setattr(Store, "append", refuse)
        await ui.press("space")
        assert any("The disk is full." in told.message for told in ui.app._notifications)
        assert "[x] shared" not in ui.text
        await ui.press("e", "ctrl+u")
        await ui.say("Other words")
        assert ui.typed == "Other words"
    assert place.answers(decided)[BASICS] == Answer("partly", note=BOB)


async def test_the_close_asks_in_the_conversation(place: Place, run: Run, session: Session) -> None:
    """At the close each note can be kept, shared or reworded by one key, and the report says just that."""
    async with run(session) as ui:
        await ui.say("finish", "no", "no")
        assert "of your 3 notes are private" in ui.text
        await ui.press("right", "enter")
        await ui.press("1", "enter")
        assert "Doctor" in ui.text or "doctor" in ui.text
        await ui.press("2", "enter")
        await ui.press("3", "enter")
        await ui.say("Somebody had a hard time.")
        await ui.press("2", "enter")
        assert ui.page == "Report"
    answers = place.answers(session)
    assert answers[CLINICAL].share
    assert answers[BASICS] == Answer("partly", note="Somebody had a hard time.", share=True)
    text = place.reports[-1].read_text("utf-8")
    assert "> The doctor helps." in text
    assert "> Somebody had a hard time." in text
    assert "Bob" not in text


async def test_ways(run: Run, decided: Session) -> None:
    """Report and notes open from review and scores by key and palette."""
    async with run(decided) as ui:
        titles = {command.title for command in ui.app.get_system_commands(ui.app.screen)}
        assert "Notes" in titles
        await ui.press("ctrl+r", "n")
        assert ui.page == "NotesPage"
        await ui.press("escape", "f3")
        titles = {command.title for command in ui.app.get_system_commands(ui.app.screen)}
        assert {"Notes", "Report"} <= titles
        await ui.press("r")
        assert ui.page == "Report"
        titles = {command.title for command in ui.app.get_system_commands(ui.app.screen)}
        assert {"Notes", "Export …"} <= titles


@BOTH
async def test_report_from_review(
    place: Place, run: Run, decided: Session, size: tuple[int, int]
) -> None:
    """r writes the report from Review."""
    del decided
    async with run(size=size) as ui:
        await ui.press("v", "r")
        assert ui.page == "Report"
    assert len(place.reports) == 1


async def test_mark_in_review(place: Place, run: Run, decided: Session) -> None:
    """Space in Review marks a question and takes the mark away; the conversation below knows it at once."""
    async with run(decided) as ui:
        await ui.press("ctrl+r", "g", "home", "space")
        assert place.answers(decided)[ROLE].flag
        assert "marked" in next(line for line in ui.lines if "the written role" in line)
        await ui.press("escape")
        await ui.say("undo")
        assert not place.answers(decided)[ROLE].flag
        await ui.press("ctrl+r", "g", "home", "space", "space")
    assert place.answers(decided)[ROLE] == Answer(
        Missing.NOT_APPLICABLE, note="The county writes it."
    )


async def test_nothing_noted(place: Place, run: Run) -> None:
    """Where nothing was noted the screen says so, and no key does harm."""
    session = place.start()
    place.answer_all(session)
    async with run() as ui:
        await ui.press("r", "n")
        assert "Nothing is noted yet" in ui.text
        await ui.press("space", "e", "enter", "g")
        assert ui.page == "NotesPage"
        await ui.press("escape")
        assert ui.page == "Report"


async def test_strange_notes(place: Place, run: Run, decided: Session) -> None:
    """Notes of any length and with any signs leave the screen as it is."""
    decided.record(BASICS, Answer("partly", note="[b]漢字\u202e\x1b[31m " * 800))
    async with run(size=(60, 15)) as ui:
        await ui.press("r", "n", "end")
        assert "[b]漢字" in "".join(ui.lines)
        assert "\x1b" not in "".join(ui.lines)
        await ui.press("space")
    assert place.answers(decided)[BASICS].share


async def test_long_notes_can_be_read_to_their_end(run: Run, decided: Session) -> None:
    """The arrow keys go through a note that is longer than its place."""
    decided.record(BASICS, Answer("partly", note="so " * 600 + "and that is the end"))
    async with run() as ui:
        await ui.press("r", "n", "end")
        assert "that is the end" not in ui.text
        await ui.press(*["right"] * 8)
        assert "that is the end" in ui.text
        await ui.press(*["left"] * 8)
        assert "You answered: Partly" in ui.text


async def test_answers_of_others_write_nothing(place: Place, run: Run, decided: Session) -> None:
    """What another window answers meanwhile is told on the report, which is written anew only on request."""
    async with run() as ui:
        await ui.press("r")
        before = place.reports[0].read_text("utf-8")
        place.again(decided).record("roles.peer_consulted", Answer("fully"))
        await ui.press("n", "escape")
        assert "Something has changed since" in ui.text
        assert [each.read_text("utf-8") for each in place.reports] == [before]
