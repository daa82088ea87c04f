"""The conversation screen: what is answered, by words or by keys, and what is stored of it."""

import pytest
from tests.tui.conftest import LARGE, SMALL, Place, Run

from readiness.conversation.talk import Talk
from readiness.domain.answers import Missing

BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


@BOTH
async def test_whole_session(place: Place, run: Run, size: tuple[int, int]) -> None:
    """A whole quick check by keys and words ends in the store and in a report that is shown and said where."""
    session = place.start()
    async with run(session, size) as ui:
        await ui.press("1", "enter")
        await ui.press("right", "space", "right", "space", "enter")
        await ui.say("don't know", "don't know", "no", "Oregon")
        while ui.page == "Conversation":
            item = ui.item
            if item is None:
                await ui.say("finish")
            elif item.startswith("profile."):
                await ui.say("don't know")
            else:
                await ui.press("2", "enter")
        assert ui.page == "Report"
        assert str(place.documents)[:20] in ui.text
    answers = place.answers(session)
    assert answers["profile.workers"].value == ("employee", "volunteer")
    assert answers["profile.state"].value == "oregon"
    assert all(item in answers for item in place.again(session).asked())
    assert answers["roles.written_role"].value == "planned"
    report = place.reports[0].read_text(encoding="utf-8")
    assert "Riverbend" in report
    assert "you said Planned" in report


async def test_words_and_talk_agree(place: Place, run: Run) -> None:
    """The same sentences leave the same answers here as in the conversation without a screen."""
    sentences = [
        "yes, two of them",
        "employees and volunteers",
        "march 2027",
        "yes",
        "no idea",
        "nope",
        "oregon",
        "don't know",
        "why?",
        "skip",
    ]
    heard, typed = place.start("Heard"), place.start("Typed")
    talk = Talk(heard)
    talk.begin()
    for sentence in sentences:
        talk.hear(sentence)
    async with run(typed) as ui:
        await ui.say(*sentences)
    assert len(place.answers(heard)) >= 5
    assert place.answers(typed) == place.answers(heard)


async def test_digit_only_looks(place: Place, run: Run) -> None:
    """A digit highlights its option and records nothing until Enter."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("2")
        assert "›2 No" in ui.text
        assert place.answers(session) == {}
        await ui.press("enter")
        assert "Recorded: No." in ui.text
    assert place.answers(session)["profile.peers_now"].value == "no"


async def test_typing_on_is_text(place: Place, run: Run) -> None:
    """A digit that goes on is text: nothing typed is eaten, and no option stays highlighted."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("2", " ", "o", "f", " ", "t", "h", "e", "m")
        assert ui.typed == "2 of them"
        assert "›2 No" not in ui.text
    assert place.answers(session) == {}


async def test_letters_are_text(place: Place, run: Run) -> None:
    """Letters that are keys on other screens are text here."""
    async with run(place.start()) as ui:
        await ui.press("q", "n", "r", "g", "?")
        assert ui.typed == "qnrg?"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("right",), "yes"),
        (("left", "left"), Missing.DONT_KNOW),
        (("left",), Missing.NOT_APPLICABLE),
    ],
)
async def test_arrows_reach_everything(
    place: Place, run: Run, steps: tuple[str, ...], expected: object
) -> None:
    """The arrow keys reach every option, don't know and not applicable; Enter records what is highlighted."""
    session = place.start()
    async with run(session) as ui:
        await ui.press(*steps, "enter")
    assert place.answers(session)["profile.peers_now"].value == expected


async def test_second_enter_answers_nothing(place: Place, run: Run) -> None:
    """A key pressed twice does not answer the next question unseen."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("right", "enter", "enter", "enter")
    assert list(place.answers(session)) == ["profile.peers_now"]


async def test_undo_is_an_entry(place: Place, run: Run) -> None:
    """Ctrl+Z takes the last answer back by another entry, and Ctrl+Y brings it back."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("1", "enter", "ctrl+z")
        assert place.answers(session) == {}
        assert len(place.again(session).entries) == 2
        await ui.press("ctrl+y")
    assert place.answers(session)["profile.peers_now"].value == "yes"


async def test_why_changes_nothing(place: Place, run: Run) -> None:
    """F2 shows why and what each step looks like, and hides it again, without an entry or a word typed away."""
    session = place.start()
    place.answer_all(session, leave=2)
    async with run(session) as ui:
        await ui.paste("half a thought")
        await ui.press("f2")
        assert "What it can look like here" in ui.text
        assert ui.typed == "half a thought"
        await ui.press("f2")
        assert "What it can look like here" not in ui.text
    assert len(place.again(session).entries) == len(session.entries)


async def test_why_finds_room(place: Place, run: Run) -> None:
    """In a wide window the panel stands beside what was said, else in its place, and there is only ever one."""
    session = place.start()
    place.answer_all(session, leave=2)
    async with run(session) as ui:
        await ui.press("f2")
        assert "Welcome back" not in ui.text
        for width, beside in ((170, True), (100, False), (160, True), (80, False)):
            await ui.resize(width, 40)
            assert ("Welcome back" in ui.text) is beside
            assert ui.text.count("What it can look like here") == 1


async def test_history_and_completion(place: Place, run: Run) -> None:
    """Up brings back what was sent, down goes forward, Tab completes a command."""
    async with run(place.start()) as ui:
        await ui.say("why?", "for example?")
        await ui.press("up", "up")
        assert ui.typed == "why?"
        await ui.press("down", "down")
        assert ui.typed == ""
        await ui.press("/", "r", "e", "v", "tab")
        assert ui.typed == "/review"


async def test_up_keeps_what_is_typed(place: Place, run: Run) -> None:
    """The history never replaces words that were not sent."""
    async with run(place.start()) as ui:
        await ui.say("why?")
        await ui.paste("not sent yet")
        await ui.press("up")
        assert ui.typed == "not sent yet"


async def test_pause_goes_home(place: Place, run: Run) -> None:
    """Stopping for today goes back to the list and keeps everything."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("1", "enter")
        await ui.say("stop for today")
        assert ui.page == "Home"
        assert "Riverbend" in ui.text
    assert len(place.answers(session)) == 1


async def test_draft_waits(place: Place, run: Run) -> None:
    """What was typed and not sent is there again after a look at the list."""
    async with run(place.start()) as ui:
        await ui.paste("probably Luis")
        await ui.press("escape")
        assert ui.page == "Home"
        await ui.press("enter")
        assert ui.page == "Conversation"
        assert ui.typed == "probably Luis"


async def test_question_back(place: Place, run: Run) -> None:
    """Where the words could mean two steps, the question back is asked, and its answer recorded."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("1", "enter", "1", "enter")
        await ui.say("march 2027")
        assert "Do you mean 1 March 2027?" in ui.text
        assert "profile.posting_date" not in place.answers(session)
        await ui.press("right", "enter")
    dates = [a.value for i, a in place.answers(session).items() if i not in _FIRST]
    assert [str(value) for value in dates] == ["2027-03-01"]


_FIRST = ("profile.peers_now", "profile.workers")


async def test_transcript_is_one_widget(place: Place, run: Run) -> None:
    """However long the talk, the number of widgets stays the same, and no line is longer than 80 cells."""
    async with run(place.start(), LARGE) as ui:
        before = len(ui.app.screen.query("*"))
        await ui.say(*["a long answer that says nothing on the question " * 5] * 6)
        assert len(ui.app.screen.query("*")) == before
        transcript = ui.app.screen.query("Transcript").first()
        assert max(len(line.text) for line in transcript._lines) <= 80  # type: ignore[attr-defined]
