"""Home with whole assessments: another round, importing a file, deleting for good."""

from pathlib import Path

import pytest
from tests.tui.conftest import LARGE, Place, Run

from readiness.assessment.moving import export
from readiness.domain.answers import Answer
from readiness.loading import dump_answers
from readiness.tui.managing import complete_path, path_of

KEYS = ("go on", "new", "report", "next round", "import", "delete")


def _file(place: Place, folder: Path) -> Path:
    """An export of an assessment that is not in the store any more."""
    session = place.start("Harbor [b]County")
    session.record("profile.peers_now", Answer("yes", note="private"))
    session.park("the van")
    path = folder / "har bor.yaml"
    path.write_text(dump_answers(export(place.store, session.id)), encoding="utf-8")
    place.store.delete(session.id)
    return path


async def test_footer(place: Place, run: Run) -> None:
    """In a large window the footer has all that can be done with an assessment, and the palette has it in any."""
    place.start()
    async with run(size=LARGE) as ui:
        assert all(word in ui.lines[-1] for word in KEYS)
        titles = {command.title for command in ui.app.get_system_commands(ui.app.screen)}
    assert {"Another round", "Import …", "Delete …", "Settings"} <= titles


async def test_another_round(place: Place, run: Run) -> None:
    """a proposes the next name, and begins a follow-up that says what is carried over and what is asked again."""
    first = place.start()
    place.answer_all(first, "mostly")
    async with run() as ui:
        await ui.press("a")
        assert ui.typed == "follow-up"
        assert "asks again" in ui.text
        await ui.press("enter")
        assert ui.page == "Conversation"
        assert ui.item == "since.started"
        assert "carried over from “baseline” of 21 November 2026" in ui.text
        await ui.press("ctrl+r", "end")
        assert "Mostly · carried over from “baseline” of 21 November 2026" in ui.text
    newest, earlier = place.store.list()[0], place.store.load(first.id)
    second = place.store.load(newest.header.id)
    assert newest.header.round == "follow-up"
    assert newest.header.questionnaires[0].startswith("follow-up@")
    assert newest.answered == len(second.entries) > 0
    assert all("carried" in entry.respondent for entry in second.entries)
    assert len(earlier.entries) == len(first.answers)


async def test_another_round_from_the_beginning(place: Place, run: Run) -> None:
    """^N begins an empty round instead, and a name that is taken stays in the line."""
    first = place.start()
    first.record("profile.peers_now", Answer("yes"))
    async with run() as ui:
        await ui.press("a")
        assert "^N begin empty" in ui.text
        await ui.press("ctrl+u")
        await ui.paste("baseline")
        await ui.press("ctrl+n")
        assert "has a round called" in ui.text
        assert ui.typed == "baseline"
        await ui.press("ctrl+u")
        await ui.paste("follow-up")
        await ui.press("ctrl+n")
        assert ui.page == "Conversation"
    newest, earlier = place.store.list()[0], place.store.load(first.id)
    assert newest.header.round == "follow-up"
    assert newest.header.agency == "Riverbend"
    assert newest.header.scope == "quick"
    assert [p.role for p in newest.header.respondents.values()] == ["leadership"]
    assert newest.answered == 0
    assert len(earlier.entries) == 1


async def test_another_round_needs_a_name(place: Place, run: Run) -> None:
    """A name that the agency has used, or none, is not taken, and Esc begins nothing."""
    place.start()
    async with run() as ui:
        await ui.press("a", "ctrl+u")
        await ui.press("enter")
        assert "A name is needed" in ui.text
        await ui.say("Baseline")
        assert "has a round called" in ui.text
        await ui.press("escape")
        assert ui.page == "Home"
    assert len(place.store.list()) == 1


async def test_import(place: Place, run: Run, tmp_path: Path) -> None:
    """i takes in a file by its path, with everything that is in it, and says so; once more changes nothing."""
    path = _file(place, tmp_path)
    async with run() as ui:
        await ui.press("i")
        await ui.say(f"'{path}'")
        assert ui.page == "Home"
        assert "Imported: Harbor [b]County." in ui.text
        await ui.press("i")
        await ui.say(str(path))
        assert "Nothing new in that file" in ui.text
    header = place.store.list()[0].header
    stored = place.store.load(header.id)
    assert len(place.store.list()) == 1
    assert [entry.item for entry in stored.entries] == ["profile.peers_now"]
    assert [note.text for note in stored.parked] == ["the van"]


async def test_import_says_what_is_wrong(place: Place, run: Run, tmp_path: Path) -> None:
    """A missing file, a folder and a file with problems are told in words, and the path stays in the line."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("readiness: 1\nanswers:\n" + "".join(f"  a.b{n}: yes\n" for n in range(9)))
    async with run() as ui:
        await ui.press("i", "enter")
        assert "path of a file is needed" in ui.text
        await ui.say(str(tmp_path / "nowhere.yaml"))
        assert "There is no file" in ui.text
        assert ui.typed.endswith("nowhere.yaml")
        await ui.press("ctrl+u")
        await ui.say(str(tmp_path))
        assert "is a folder" in ui.text
        await ui.press("ctrl+u")
        await ui.say(str(bad))
        assert "there is no item `a.b0`" in ui.text
        assert "and 5 more" in ui.text
        await ui.press("escape")
    assert place.store.list() == ()


async def test_import_completes(place: Place, run: Run, tmp_path: Path) -> None:
    """Tab completes folders and names, as far as there is only one way to go on."""
    (tmp_path / "exports").mkdir()
    path = _file(place, tmp_path / "exports")
    async with run() as ui:
        await ui.press("i")
        await ui.paste(f"{tmp_path}/exp")
        await ui.press("tab")
        assert ui.typed == f"{tmp_path}/exports/"
        await ui.press("tab")
        assert ui.typed == str(path)
        await ui.press("enter")
    assert place.store.list()[0].answered == 1


async def test_delete(place: Place, run: Run) -> None:
    """x deletes for good, once the agency's name was typed; the other assessments stay."""
    kept, gone = place.start("Harbor County"), place.start("Riverbend Wellness")
    async with run() as ui:
        await ui.press("x")
        assert "cannot be taken back" in ui.text
        await ui.press("enter")
        await ui.say("Harbor County")
        assert "Nothing was deleted" in ui.text
        assert len(place.store.list()) == 2
        await ui.press("ctrl+u")
        await ui.say(" riverbend  wellness")
        assert ui.page == "Home"
        assert "Deleted: Riverbend Wellness (baseline)." in ui.text
    assert [each.header.id for each in place.store.list()] == [kept.id]
    assert gone.id.encode() not in place.path.read_bytes()


async def test_delete_by_id(place: Place, run: Run) -> None:
    """The id will do too, and Esc deletes nothing."""
    session = place.start()
    async with run() as ui:
        await ui.press("delete", "escape")
        assert len(place.store.list()) == 1
        await ui.press("delete")
        await ui.say(session.id)
        assert "Press n to begin" in ui.text
    assert place.store.list() == ()


async def test_deleted_meanwhile(place: Place, run: Run) -> None:
    """What another window has deleted already is told in words."""
    session = place.start()
    async with run() as ui:
        await ui.press("x")
        place.store.delete(session.id)
        await ui.say("Riverbend")
        assert "There is no assessment" in ui.text


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/a/b.yaml", "/a/b.yaml"),
        ("  '/a/b c.yaml' ", "/a/b c.yaml"),
        ('"/a/b.yaml"', "/a/b.yaml"),
        (r"/a/b\ c.yaml", "/a/b c.yaml"),
        ("file:///a/b.yaml", "/a/b.yaml"),
    ],
)
def test_paths_as_terminals_type_them(typed: str, path: str) -> None:
    """Quotes, escapes and addresses that terminals put round a dragged file are understood."""
    assert path_of(typed) == Path(path)


def test_completion_never_fails(tmp_path: Path) -> None:
    """Whatever is typed, completing it finds a path or nothing."""
    for typed in ("", "x", "''", "/nowhere/at/all", "~nobody/x", "\x00\x00", str(tmp_path)):
        assert complete_path(typed) == "" or complete_path(typed).startswith(typed)
