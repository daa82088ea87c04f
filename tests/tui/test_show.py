"""The window for a projector: it follows the store, and never shows what anybody said."""

import pytest
from tests.tui.conftest import LARGE, SMALL, Place
from textual.pilot import Pilot

from readiness.assessment.following import Follower
from readiness.conversation.talk import Talk
from readiness.domain.answers import Answer
from readiness.store import Store
from readiness.tui import words
from readiness.tui.show import ShowApp

ZOOMED = (44, 14)  # a window whose letters were made large
ANY = pytest.mark.parametrize("size", [ZOOMED, SMALL, LARGE], ids=["44x14", "80x24", "120x40"])


def _follower(place: Place, assessment_id: str) -> Follower:
    """As another process sees the store."""
    return Follower(Store(place.path, place.clock), place.library, assessment_id)


async def _text(pilot: Pilot[None]) -> str:
    await pilot.pause()
    lines = [strip.text for strip in pilot.app.screen._compositor.render_strips()]
    return " ".join(" ".join(lines).replace("▌", " ").split())


@ANY
async def test_follows(place: Place, size: tuple[int, int]) -> None:
    """What is asked in one window is shown in the other, with its steps and without the answers and notes."""
    session = place.start()
    talk = Talk(session)
    talk.begin()
    app = ShowApp(_follower(place, session.id))
    async with app.run_test(size=size) as pilot:
        while talk.state.item != "roles.written_role":
            first = session.flow.items[str(talk.state.item)]
            app.look()
            assert first.ask.split()[-1] in await _text(pilot)
            talk.hear("don't know")
        app.look()
        asked = await _text(pilot)
        talk.hear("partly, because Luis never wrote it down")
        app.look()
        after = await _text(pilot)
    item = session.flow.items["roles.written_role"]
    assert item.ask in asked
    assert "Not yet" in asked
    assert item.ask not in after
    assert "Luis" not in after
    assert "Recorded" not in after


async def test_writes_nothing(place: Place) -> None:
    """Looking on leaves the file as it was, however often it looks."""
    session = place.start()
    session.record("profile.peers_now", Answer("yes", note="private"))
    before = place.again(session).entries
    app = ShowApp(_follower(place, session.id))
    async with app.run_test(size=SMALL) as pilot:
        for _ in range(3):
            app.look()
        text = await _text(pilot)
        await pilot.press("1", "enter", "a")
    assert "private" not in text
    assert session.flow.items["profile.workers"].ask in text
    assert place.again(session).entries == before
    assert place.store.talk(session.id) is None


async def test_steps_back_too(place: Place) -> None:
    """Going back to a question shows it again, although nothing was recorded."""
    session = place.start()
    talk = Talk(session)
    talk.begin()
    first = talk.state.item
    talk.hear("yes")
    talk.hear("back")
    assert _follower(place, session.id).look().item == session.flow.items[str(first)]


async def test_last_question(place: Place) -> None:
    """When all is answered it says so."""
    session = place.start()
    place.answer_all(session)
    app = ShowApp(_follower(place, session.id))
    async with app.run_test(size=SMALL) as pilot:
        assert "That was the last question." in await _text(pilot)


async def test_deleted_meanwhile(place: Place) -> None:
    """An assessment that is deleted meanwhile is told in a word, and the window stays."""
    session = place.start()
    app = ShowApp(_follower(place, session.id))
    async with app.run_test(size=SMALL) as pilot:
        place.store.delete(session.id)
        app.look()
        assert words.SHOW_GONE in await _text(pilot)
        await pilot.press("q")
    assert app.return_code == 0


async def test_colours(place: Place) -> None:
    """One key goes through light, dark and high contrast."""
    app = ShowApp(_follower(place, place.start().id))
    async with app.run_test(size=SMALL) as pilot:
        seen = set()
        for _ in range(3):
            await pilot.press("c")
            seen.add(app.theme)
    assert len(seen) == 3
