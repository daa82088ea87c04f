"""Scores: verdicts, gates, bars, the workplace survey and what a step would change, as they are at that moment."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.conftest import LARGE, SMALL, Place, Run

from readiness.assessment import Session, start
from readiness.domain.answers import Answer, Missing, Respondent, Role
from readiness.domain.scoring import Score, band_of
from readiness.reports.scorecards import bar
from readiness.tui import scorecard
from readiness.tui.scores import Scores

BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


def _full(place: Place, role: Role, value: str = "partly") -> Session:
    session = start(
        place.store, place.library, place.clock, agency="Riverbend", respondent=Respondent("", role)
    )
    place.answer_all(session, value)
    for item in list(session.asked().values()):
        if item.section == "workplace" and item.kind == "choice":
            session.record(item.id, Answer("agree"))
    return session


def _shown(session: Session, width: int = 76, *, text: bool = False) -> str:
    shown = scorecard.as_text if text else scorecard.drawn
    return shown(session.evaluation(), width).plain


def _words(session: Session, **given: bool) -> str:
    return " ".join(_shown(session, **given).split())


@BOTH
async def test_verdicts_come_first(place: Place, run: Run, size: tuple[int, int]) -> None:
    """The first thing to read is whether to post, with the gates and their answers, by sign and by word."""
    session = place.start()
    place.answer_all(session)
    async with run(session, size) as ui:
        await ui.press("f3")
        assert ui.page == "Scores"
        assert "Before you post the job" in ui.lines[3]
        assert "Hold the posting" in ui.text
        row = next(line for line in ui.lines if "the written role" in line)
        assert "✗" in row
        assert "Partly" in row
        await ui.press("end")
        assert "what to do is in the plan" in ui.text
        await ui.press("escape")
        assert ui.page == "Conversation"


async def test_newest_answers(place: Place, run: Run) -> None:
    """Opened from the conversation it shows the answer given a moment ago; and one given elsewhere shows by itself."""
    session = place.start()
    place.answer_all(session)
    async with run(session, LARGE) as ui:
        await ui.say("change roles.written_role to fully")
        await ui.press("f3")
        row = next(line for line in ui.lines if "the written role" in line)
        assert "✓" in row
        assert "Fully" in row
        place.again(session).record("roles.no_clinical_duties", Answer("mostly"))
        await ui.until(lambda: "✓ no clinical duties" in ui.text)
    assert place.answers(session)["roles.written_role"].value == "fully"


async def test_from_home(place: Place, run: Run) -> None:
    """From the list of assessments, s shows the scores, v goes on to the answers, and Esc leads back."""
    place.answer_all(place.start())
    async with run() as ui:
        await ui.press("s")
        assert ui.page == "Scores"
        await ui.press("v")
        assert ui.page == "Review"
        await ui.press("s")
        assert ui.page == "Scores"
        await ui.press("escape")
        assert ui.page == "Home"


async def test_store_gone(place: Place, run: Run) -> None:
    """A store that cannot be read any more is told once, and what was read stays on the screen."""
    place.answer_all(place.start())
    async with run(size=LARGE) as ui:
        await ui.press("s")
        screen = ui.app.screen
        assert isinstance(screen, Scores)
        place.store.close()
        place.path.write_bytes(b"something else entirely" * 400)
        for _ in range(3):
            screen.look_again()
        await ui.settle()
        assert len(ui.app._notifications) == 1
        assert "✗ the written role" in ui.text


async def test_mentioned(place: Place, run: Run) -> None:
    """“How are we doing?” is answered in the conversation, which says where all of it is."""
    session = place.start()
    place.answer_all(session, leave=3)
    async with run(session, LARGE) as ui:
        await ui.say("how are we doing?")
        assert ui.page == "Conversation"
        assert "F3 shows all of it" in ui.text


@BOTH
async def test_sentences(place: Place, run: Run, size: tuple[int, int]) -> None:
    """t says the same without any drawing, and draws it again."""
    place.answer_all(place.start())
    async with run(size=size) as ui:
        await ui.press("s", "t")
        assert "Not in place: the written role, partly." in ui.text
        assert not set("".join(ui.lines)) & set("█▒✗✓→")
        await ui.press("t")
        assert "✗ the written role" in ui.text


async def test_no_colour(place: Place, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without colours, every gate and every bar still says all it has to say."""
    monkeypatch.setenv("NO_COLOR", "1")
    place.answer_all(place.start())
    async with run(size=LARGE) as ui:
        await ui.press("s")
        assert "✗ the written role" in ui.text
        assert "Under way" in ui.text


@pytest.mark.parametrize("text", [False, True])
def test_leadership_alone(place: Place, text: bool) -> None:
    """Where only leadership answered the workplace survey, there is nothing but that staff have to be asked."""
    said = _words(_full(place, "leadership"), text=text)
    assert "Only leadership has answered these statements (11 of 11)" in said
    assert "Strongly" not in said
    assert "Taken together" not in said
    assert "Workplace survey to" not in said


@pytest.mark.parametrize("text", [False, True])
def test_staff_answer(place: Place, text: bool) -> None:
    """Answers from another seat show statement by statement."""
    said = _words(_full(place, "peer_staff"), text=text)
    assert "Taken together: 75 of 100" in said
    assert "Agree" in said


@pytest.mark.parametrize("text", [False, True])
def test_too_little_known(place: Place, text: bool) -> None:
    """A section with too little known carries no stage, and no step is promised to lift it."""
    session = place.start()
    session.record("roles.written_role", Answer("not_yet"))
    said = _words(session, text=text)
    assert "too little known yet" in said
    assert "Exploring" not in said
    assert "Roles to" not in said
    assert "Before you post the job: the written role" in said


def test_what_if_is_true(place: Place) -> None:
    """What is said to turn the verdict, recorded, turns it."""
    session = place.start()
    place.answer_all(session)
    assert "Before the first day: a prepared team (Partly → Mostly)" in _words(session)
    for gate in session.evaluation().hires["day_one"].gates:
        session.record(gate.item.id, Answer("mostly"))
    said = _words(session)
    assert "Before the first day: " not in said
    assert "nothing required is missing" in said


def test_set_aside(place: Place) -> None:
    """A gate that was set aside says why, and where nobody said why, that."""
    session = place.start()
    wrote = Answer(Missing.NOT_APPLICABLE, note="The county wrote it.")
    session.record("roles.written_role", wrote)
    session.record("roles.no_clinical_duties", Answer(Missing.NOT_APPLICABLE))
    said = _words(session)
    assert "Because: “The county wrote it.”" in said
    assert "No reason is given yet." in said


@pytest.mark.parametrize("width", [56, 76, 97, 98, 116, 196])
@pytest.mark.parametrize("text", [False, True])
def test_lines_fit(place: Place, width: int, text: bool) -> None:
    """No line is wider than there is room for."""
    session = _full(place, "peer_staff")
    lines = _shown(session, width, text=text).splitlines()
    assert max(len(line) for line in lines) <= max(width, 72)


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([12, 16, 20, 48]))
def test_bars(one: int, other: int, cells: int) -> None:
    """A bar has its length, and its solid part reaches the edge of a stage only where the low bound does."""
    low, high = sorted((Fraction(one, 4), Fraction(other, 4)))
    score = Score(score=low, low=low, high=high, band=band_of(low), answered=1, applicable=2)
    line = bar(score, cells)
    assert len(line) == cells
    for edge in (25, 50, 75, 100):
        assert (line.count("█") >= edge * cells // 100) <= (low >= edge)
        assert (cells - line.count("·") >= edge * cells // 100) <= (high >= edge)
