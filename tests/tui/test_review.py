"""Review: what it shows, and what is stored when one goes from it to a question and comes back."""

import pytest
from tests.tui.conftest import LARGE, SMALL, Place, Run

from readiness.assessment import Session
from readiness.domain.answers import Answer, Missing

BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
ROLE, CLINICAL = "roles.written_role", "roles.no_clinical_duties"


def _some(place: Place) -> Session:
    """An assessment with every kind of answer in its first gates."""
    session = place.start()
    while (item := session.next_item()) is not None and item.id.startswith("profile."):
        session.record(item.id, Answer(Missing.DONT_KNOW))
    session.record(ROLE, Answer("planned", note="Ana has begun a page."))
    session.record(CLINICAL, Answer("mostly", flag=True))
    session.record("roles.peer_consulted", Answer(Missing.DONT_KNOW))
    return session


@BOTH
async def test_shows_answers(place: Place, run: Run, size: tuple[int, int]) -> None:
    """Every question shows with its answer, and the one stood on with its note in full."""
    async with run(_some(place), size) as ui:
        await ui.press("ctrl+r", "g", "home")
        assert ui.page == "Review"
        row = next(line for line in ui.lines if "the written role" in line)
        assert "Planned" in row
        assert "note" in row
        assert "✗" in row
        marked = next(line for line in ui.lines if "no clinical duties" in line)
        assert "marked" in marked
        assert "Note: “Ana has begun a page.”" in ui.text


@pytest.mark.parametrize(
    ("key", "shown", "hidden"),
    [
        ("u", "a named supervisor", "the written role"),
        ("d", "a peer's hand in the role", "no clinical duties"),
        ("m", "no clinical duties", "the written role"),
        ("l", "the written role", "no clinical duties"),
        ("g", "the written role", "peers already here"),
    ],
)
async def test_sifts(place: Place, run: Run, key: str, shown: str, hidden: str) -> None:
    """Each sift shows what it is named after, and nothing else."""
    async with run(_some(place), LARGE) as ui:
        await ui.press("ctrl+r", key)
        assert shown in ui.text
        assert hidden not in ui.text


async def test_arrows_sift(place: Place, run: Run) -> None:
    """The arrow keys go round all sifts, and a sift that lets nothing through says so."""
    async with run(place.start(), LARGE) as ui:
        await ui.press("ctrl+r", "left", "left")
        assert "Nothing you answered is low" in ui.text
        await ui.press("right", "right")
        assert "›a all" in ui.text
        await ui.press("enter")
        assert ui.page == "Conversation"


@BOTH
async def test_change_and_come_back(place: Place, run: Run, size: tuple[int, int]) -> None:
    """Enter goes to the question; the new answer is stored, and Review is back as it was left."""
    session = _some(place)
    async with run(session, size) as ui:
        await ui.press("ctrl+r", "l", "enter")
        assert ui.page == "Conversation"
        assert ui.item == ROLE
        await ui.press("5", "enter")
        assert ui.page == "Review"
        assert "›l low 0" in ui.text
        assert "Recorded: Fully" in ui.text
        await ui.press("escape")
        assert ui.item == "coaching.supervisor_named"
    answer = place.answers(session)[ROLE]
    assert answer.value == "fully"
    assert answer.note == "Ana has begun a page."
    assert len(place.again(session).entries) == len(session.entries)


async def test_come_back_without_change(place: Place, run: Run) -> None:
    """Esc on a question that one went to leads back to Review, and stores nothing."""
    session = _some(place)
    entries = len(session.entries)
    async with run(session) as ui:
        await ui.press("ctrl+r", "g", "home", "enter", "escape")
        assert ui.page == "Review"
        await ui.press("escape")
        assert ui.item == "coaching.supervisor_named"
    assert len(place.again(session).entries) == entries


async def test_asked_back_on_the_way(place: Place, run: Run) -> None:
    """A question back is answered before Review is shown again, and a reason for setting a gate aside is asked for."""
    session = _some(place)
    async with run(session) as ui:
        await ui.press("ctrl+r", "d", "end", "enter")
        await ui.say("not applicable")
        assert ui.page == "Conversation"
        await ui.say("The county wrote it")
        assert ui.page == "Review"
    answer = place.answers(session)["roles.peer_consulted"]
    assert answer.value is Missing.NOT_APPLICABLE
    assert answer.note == "The county wrote it"


async def test_draft_survives(place: Place, run: Run) -> None:
    """What was typed for one question waits for it while another one is answered."""
    session = _some(place)
    async with run(session) as ui:
        await ui.paste("half a thought")
        await ui.press("ctrl+r", "l", "enter")
        assert ui.typed == ""
        await ui.say("fully")
        await ui.press("escape")
        assert ui.typed == "half a thought"
    assert place.answers(session)[ROLE].value == "fully"


async def test_question_back_waits(place: Place, run: Run) -> None:
    """A question back that is open when one goes to Review is there again afterwards, with its choices."""
    session = place.start()
    session.record("profile.peers_now", Answer("no"))
    session.record("profile.workers", Answer(("employee",)))
    async with run(session) as ui:
        await ui.say("march 2027")
        assert "Do you mean 1 March 2027?" in ui.text
        await ui.press("ctrl+r", "home", "enter", "1", "enter", "escape")
        assert "Do you mean 1 March 2027?" in ui.text
        await ui.press("right", "enter")
    answers = place.answers(session)
    assert answers["profile.peers_now"].value == "yes"
    assert str(answers["profile.posting_date"].value) == "2027-03-01"


async def test_complete_stays_open(place: Place, run: Run) -> None:
    """Changing an answer after everything is answered leads back to Review and writes no report by itself."""
    session = place.start()
    place.answer_all(session)
    async with run(session) as ui:
        await ui.press("ctrl+r", "g", "home", "enter", "5", "enter")
        assert ui.page == "Review"
        await ui.press("escape")
        assert ui.page == "Conversation"
        assert ui.item is None
    assert place.answers(session)[ROLE].value == "fully"
    assert place.reports == []


async def test_from_home(place: Place, run: Run) -> None:
    """From the list of assessments, v shows Review, and a question in it can be changed."""
    session = _some(place)
    async with run() as ui:
        await ui.press("v", "l")
        assert ui.page == "Review"
        await ui.press("enter", "4", "enter")
        assert ui.page == "Review"
        await ui.press("escape", "escape")
        assert ui.page == "Home"
    assert place.answers(session)[ROLE].value == "mostly"


@pytest.mark.parametrize("typed", ["review", "/review", "show me my answers"])
async def test_typed(place: Place, run: Run, typed: str) -> None:
    """Review can be asked for in words, and nothing is stored by that."""
    session = _some(place)
    entries = len(session.entries)
    async with run(session) as ui:
        await ui.say(typed)
        assert ui.page == "Review"
        await ui.press("escape")
        assert ui.page == "Conversation"
    assert len(place.again(session).entries) == entries


async def test_palette(place: Place, run: Run) -> None:
    """The palette of the conversation and of Review itself knows the ways there and back."""
    async with run(_some(place)) as ui:
        titles = {c.title for c in ui.app.get_system_commands(ui.app.screen)}
        assert {"Review all answers", "Scores"} <= titles
        await ui.press("ctrl+r")
        titles = {c.title for c in ui.app.get_system_commands(ui.app.screen)}
        assert {"Change this answer", "Show: low", "Scores", "Back"} <= titles


async def test_strange_answers(place: Place, run: Run) -> None:
    """Notes of any length and with any signs leave the list in its columns."""
    session = _some(place)
    session.record(CLINICAL, Answer("partly", note="[b]漢字\u202e\x1b[31m " * 800, flag=True))
    async with run(session, SMALL) as ui:
        await ui.press("ctrl+r", "m", "home")
        row = next(line for line in ui.lines if "no clinical duties" in line)
        assert "Partly" in row
        assert "[b]漢字" in "".join(ui.lines)
        assert "\x1b" not in "".join(ui.lines)


async def test_resized(place: Place, run: Run) -> None:
    """Another size of the window keeps the question that one stood on."""
    async with run(_some(place), LARGE) as ui:
        await ui.press("ctrl+r", "g", "home", "down")
        await ui.resize(80, 24)
        await ui.resize(60, 15)
        await ui.press("enter")
        assert ui.item == CLINICAL
