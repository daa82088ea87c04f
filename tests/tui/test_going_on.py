"""The terminal UI after it was left in the middle of something: all is as it was."""

import pytest
from tests.tui.conftest import Place, Run

from readiness.domain.answers import Answer

WAYS = pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q", None], ids=["^C", "^Q", "killed"])


@WAYS
async def test_in_the_middle_of_a_confirmation(place: Place, run: Run, key: str | None) -> None:
    """What was asked back is asked again under its question, and a yes records it."""
    session = place.start()
    session.record("profile.peers_now", Answer("no"))
    session.record("profile.workers", Answer(("employee",)))
    async with run(session) as ui:
        await ui.say("march 2027")
        asked = ui.item
        if key:
            await ui.press(key)
    async with run(place.again(session), (120, 40)) as ui:
        assert ui.item == asked == "profile.posting_date"
        assert ui.text.count("Do you mean 1 March 2027?") == 1
        question = ui.app.screen.query_one("Transcript").turns[-1].text  # type: ignore[attr-defined]
        assert question == session.flow.items[asked].ask
        await ui.press("right", "enter")
    assert str(place.answers(session)["profile.posting_date"].value) == "2027-03-01"


@WAYS
async def test_in_the_middle_of_the_close(place: Place, run: Run, key: str | None) -> None:
    """The close goes on at the action and the step that it was at, and ends in a report as ever."""
    session = place.start()
    place.answer_all(session)
    async with run(session) as ui:
        await ui.say("finish", "no", "yes", "1 and 2", "Luis", "1 may 2027", "Ana")
        if key:
            await ui.press(key)
    async with run(place.again(session), (120, 40)) as ui:
        assert "2 of 2:" in ui.text
        assert "By when" in ui.text
        await ui.say("2 may 2027", "no")
        assert ui.page == "Report"
    marks = [mark for mark in place.again(session).marks.values() if mark.chosen]
    assert [(mark.owner, str(mark.due)) for mark in marks] == [
        ("Luis", "2027-05-01"),
        ("Ana", "2027-05-02"),
    ]


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
@pytest.mark.parametrize("over", [(), ("ctrl+r",), ("escape",)], ids=["there", "review", "home"])
async def test_a_draft_is_there_again(
    place: Place, run: Run, key: str, over: tuple[str, ...]
) -> None:
    """What was typed and not sent is in the line again, whatever was shown when one left; sent, it is gone."""
    session = place.start()
    async with run(session) as ui:
        await ui.paste("probably Luis")
        await ui.press(*over, key)
    async with run(place.again(session)) as ui:
        assert ui.typed == "probably Luis"
        ui.app.screen.query_one("Entry").value = ""  # type: ignore[attr-defined]
        await ui.press("1", "enter", "ctrl+c")
    async with run(place.again(session)) as ui:
        assert ui.typed == ""
    assert len(place.answers(session)) == 1


async def test_the_projector_follows_a_conversation_that_is_kept(place: Place, run: Run) -> None:
    """Whoever looks on sees the question that something was asked back about."""
    from readiness.assessment.following import Follower

    session = place.start()
    session.record("profile.peers_now", Answer("no"))
    session.record("profile.workers", Answer(("employee",)))
    async with run(session) as ui:
        await ui.say("march 2027")
        shown = Follower(place.store, place.library, session.id).look()
    assert shown.item is not None
    assert shown.item.id == "profile.posting_date"
