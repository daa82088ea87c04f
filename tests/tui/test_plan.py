"""The plan and the checklist: what is decided there is stored, and the report says it."""

from datetime import date

import pytest
from tests.tui.conftest import LARGE, SMALL, Place, Run, Ui

from readiness.assessment import Session
from readiness.domain.answers import Answer, Missing
from readiness.domain.log import PlanMark
from readiness.errors import StoreUnwritable
from readiness.store import Store
from readiness.tui.checklist import Checklist
from readiness.tui.plan import Plan

BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


@pytest.fixture
def session(place: Place) -> Session:
    """A quick check with everything answered Partly."""
    made = place.start()
    place.answer_all(made)
    return made


def marks(place: Place, session: Session) -> dict[str, PlanMark]:
    """What is stored, read anew from the file."""
    return dict(place.again(session).marks)


def soon(place: Place, session: Session) -> list[str]:
    """The actions for the next 30 days, read anew from the file."""
    return [p.action.id for p in place.again(session).evaluation().plan.next_30]


def here(ui: Ui) -> str:
    """The action, or the entry, that the list stands on."""
    screen = ui.app.screen
    if isinstance(screen, Plan):
        assert screen.chosen is not None
        return screen.chosen.action.id
    assert isinstance(screen, Checklist)
    assert screen.chosen is not None
    return screen.chosen.id


@BOTH
async def test_plan_shows_its_times(
    place: Place, run: Run, session: Session, size: tuple[int, int]
) -> None:
    """The plan stands under this week, next 30 days and later, and says all of the action one stands on."""
    async with run(size=size) as ui:
        await ui.press("p")
        assert ui.page == "Plan"
        for words in ("This week", "Next 30 days", "Later", "0 of 5 done", "First step:"):
            assert words in ui.text
        assert here(ui) == soon(place, session)[0]


async def test_owner_and_date(place: Place, run: Run, session: Session) -> None:
    """o and d ask for owner and date, and keep both; a date that is none is asked again."""
    name = soon(place, session)[0]
    async with run() as ui:
        await ui.press("p", "o")
        await ui.say("Luis")
        await ui.press("d")
        await ui.say("soonish")
        assert "did not find a date" in ui.text
        assert ui.typed == "soonish"
        await ui.press("ctrl+u")
        await ui.say("2027-01-15")
        assert "Luis" in ui.text
        assert "15 Jan 2027" in ui.text
    mark = marks(place, session)[name]
    assert (mark.owner, str(mark.due)) == ("Luis", "2027-01-15")


async def test_as_suggested_takes_them_away(place: Place, run: Run, session: Session) -> None:
    """The one choice beside the line goes back to what the plan suggests."""
    name = soon(place, session)[0]
    session.mark({name: PlanMark(owner="Luis")})
    async with run() as ui:
        await ui.press("p", "o", "right", "enter")
    assert marks(place, session)[name].owner == ""


async def test_later_can_be_put_in_order(place: Place, run: Run, session: Session) -> None:
    """Shift with an arrow moves an action of the list for later too; the report has it in that order."""
    first, second, third, *_ = [p.action.id for p in session.evaluation().plan.later]
    async with run() as ui:
        await ui.press("p")
        screen = ui.app.screen
        assert isinstance(screen, Plan)
        screen.stand_on(third)
        await ui.press("shift+up", "shift+up")
        assert here(ui) == third
        await ui.press("r")
        assert ui.page == "Report"
    later = place.again(session).evaluation().plan.later
    assert [planned.action.id for planned in later[:3]] == [third, first, second]
    report = place.reports[-1].read_text(encoding="utf-8").partition("## The list for later")[2]
    assert report.index("### In the order that you chose") < report.index(later[0].action.do)
    assert report.index(later[0].action.do) < report.index(later[1].action.do)


@pytest.fixture
def unknown(place: Place) -> Session:
    """A quick check in which nobody knew whether the role is written down."""
    made = place.start()
    made.record("roles.written_role", Answer(Missing.DONT_KNOW))
    place.answer_all(made)
    return made


TASK = "roles.written_role.find_out"


async def test_what_to_find_out_is_given_dated_and_ticked(
    place: Place, run: Run, unknown: Session
) -> None:
    """A task to find something out takes owner, date and state like an action, and the report has them and the tick."""
    async with run(size=LARGE) as ui:
        await ui.press("p")
        screen = ui.app.screen
        assert isinstance(screen, Plan)
        assert "To find out" in ui.text
        screen.stand_on(TASK)
        await ui.press("o")
        await ui.say("Luis")
        await ui.press("d")
        await ui.say("2027-01-15")
        assert "by 15 January 2027" in ui.text
        assert "How: Ask HR" in ui.text
        await ui.press("space", "w", "shift+up", "s")
        assert marks(place, unknown) == {
            TASK: PlanMark(owner="Luis", due=date(2027, 1, 15), state="doing")
        }
        await ui.press("s", "r")
        assert ui.page == "Report"
    assert marks(place, unknown)[TASK].state == "done"
    report = place.reports[-1].read_text(encoding="utf-8")
    assert "- [x] **The written role.**" in report
    assert "  - Who: Luis\n  - By: 15 January 2027\n" in report


async def test_what_to_find_out_can_be_dropped(place: Place, run: Run, unknown: Session) -> None:
    """Dropped with a reason, it stands under what was dropped, on the screen and in the report, and can come back."""
    async with run() as ui:
        await ui.press("p")
        screen = ui.app.screen
        assert isinstance(screen, Plan)
        screen.stand_on(TASK)
        await ui.press("x")
        await ui.say("we asked in spring")
        assert "To find out" not in ui.text
        await ui.press("r")
        report = place.reports[-1].read_text(encoding="utf-8")
        dropped = report.partition("## Dropped, and why")[2]
        assert "- **To find out: " in dropped
        assert "  - Dropped: we asked in spring" in dropped
        assert 'What you did not know stands under "Dropped, and why".' in report
        await ui.press("p")
        screen = ui.app.screen
        assert isinstance(screen, Plan)
        screen.stand_on(TASK)
        await ui.press("x")
    assert marks(place, unknown)[TASK] == PlanMark()


async def test_what_is_overdue_says_so(place: Place, run: Run, session: Session) -> None:
    """A date that has passed is marked in words, in the list and below it; once it is done, it is not."""
    name = soon(place, session)[0]
    session.mark({name: PlanMark(due=date(2026, 11, 20))})
    async with run() as ui:
        await ui.press("p")
        assert "overdue 20 Nov" in ui.text
        assert "by 20 November 2026, overdue" in ui.text
        await ui.press("s", "s")
        assert "overdue" not in ui.text
    assert marks(place, session)[name].state == "done"


async def test_what_is_due_today_is_not_overdue(run: Run, session: Session) -> None:
    """Today is early enough."""
    name = session.evaluation().plan.next_30[0].action.id
    session.mark({name: PlanMark(due=date(2026, 11, 21))})
    async with run() as ui:
        await ui.press("p")
        assert "21 Nov 2026" in ui.text
        assert "overdue" not in ui.text


@BOTH
async def test_who_is_who(place: Place, run: Run, session: Session, size: tuple[int, int]) -> None:
    """n shows the roles; a name given there is stored, shown on the plan and in the report, and can be taken away."""
    async with run(size=size) as ui:
        await ui.press("p", "n")
        assert ui.page == "Who"
        assert "program director" in ui.text
        await ui.press("enter")
        assert "Who is that: program director?" in ui.text
        await ui.say("Ana Diaz")
        assert place.again(session).owners == {"program director": "Ana Diaz"}
        assert "Ana Diaz" in ui.text
        await ui.press("escape")
        assert ui.page == "Plan"
        assert "Ana Diaz" in ui.text
        await ui.press("r")
        report = place.reports[-1].read_text(encoding="utf-8")
        assert "Who: Ana Diaz (program director)\n  - By: " in report
        await ui.press("p", "n", "x", "escape", "escape")
        assert "Something has changed since" in ui.text
    assert place.again(session).owners == {}


async def test_a_name_that_cannot_be_kept(
    place: Place, run: Run, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be stored, the name stays in the line, a sentence says why, and Esc leaves all as it was."""

    def refuse(*_: object) -> None:
        raise StoreUnwritable("The disk is full.")

    async with run() as ui:
        await ui.press("p", "n", "enter")
        monkeypatch.setattr(Store, "name_owners", refuse)
        await ui.say("Ana")
        assert "The disk is full." in ui.text
        assert ui.typed == "Ana"
        await ui.press("escape", "escape")
        assert ui.page == "Plan"
    assert place.again(session).owners == {}


async def test_state(place: Place, run: Run, session: Session) -> None:
    """s goes from open to under way to done; what is done is none of this week's any more."""
    name = soon(place, session)[0]
    async with run() as ui:
        await ui.press("p", "s")
        assert marks(place, session)[name].state == "doing"
        await ui.press("s")
        assert "1 of 5 done" in ui.text
        assert here(ui) == name
    assert marks(place, session)[name].state == "done"


async def test_drop_with_a_reason_and_bring_back(place: Place, run: Run, session: Session) -> None:
    """x asks why, and keeps the reason; Esc drops nothing; x on a dropped one brings it back."""
    name = soon(place, session)[0]
    async with run() as ui:
        await ui.press("p", "x", "escape")
        assert name not in marks(place, session)
        await ui.press("x")
        await ui.say("We did that in spring")
        assert marks(place, session)[name].reason == "We did that in spring"
        assert marks(place, session)[name].state == "dropped"
        screen = ui.app.screen
        assert isinstance(screen, Plan)
        screen.stand_on(name)
        await ui.press("x")
    assert marks(place, session)[name].state == "open"


async def test_order(place: Place, run: Run, session: Session) -> None:
    """Shift with an arrow moves an action, and one stays on it."""
    first, second, *_ = soon(place, session)
    async with run() as ui:
        await ui.press("p", "shift+down")
        assert here(ui) == first
        assert soon(place, session)[:2] == [second, first]
        await ui.press("shift+up")
    assert soon(place, session)[:2] == [first, second]


async def test_choose_and_put_off(place: Place, run: Run, session: Session) -> None:
    """Space puts off and chooses; with five chosen, a sixth is not taken, and a sentence says why."""
    first, *others = soon(place, session)
    later = session.evaluation().plan.later[0].action.id
    async with run() as ui:
        await ui.press("p")
        screen = ui.app.screen
        assert isinstance(screen, Plan)
        screen.stand_on(later)
        await ui.press("space")
        assert later not in soon(place, session)
        screen.stand_on(first)
        await ui.press("space")
        screen.stand_on(later)
        await ui.press("space")
    assert soon(place, session) == [*others, later]


async def test_own_action(place: Place, run: Run, session: Session) -> None:
    """a adds an action, e puts it in other words, and the report has it."""
    async with run() as ui:
        await ui.press("p", "a")
        await ui.say("Ask the county [b]about[/b] parking")
        screen = ui.app.screen
        assert isinstance(screen, Plan)
        screen.stand_on("own.1")
        await ui.press("e")
        await ui.say("Ask the county about parking")
        await ui.press("r")
        assert ui.page == "Report"
    assert marks(place, session)["own.1"].text == "Ask the county about parking"
    assert "**Ask the county about parking**" in place.reports[-1].read_text(encoding="utf-8")


async def test_what_gets_in_the_way(place: Place, run: Run, session: Session) -> None:
    """w asks what gets in the way and then why, by role where it is people."""
    name = soon(place, session)[0]
    async with run() as ui:
        await ui.press("p", "w")
        await ui.say("1 and 3")
        assert "roles rather than names" in ui.text
        await ui.say("The clinical lead has no hours")
        assert "policies, people" in ui.text
    mark = marks(place, session)[name]
    assert (mark.causes, mark.why) == (("policies", "people"), "The clinical lead has no hours")


async def test_a_store_that_refuses(
    place: Place, run: Run, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be stored, what was typed stays in the line, and a sentence says why."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreUnwritable("The disk is full.")

    async with run() as ui:
        await ui.press("p", "o")
        monkeypatch.setattr(Store, "mark_all", refuse)
        await ui.say("Luis")
        assert "The disk is full." in ui.text
        assert ui.typed == "Luis"
    assert marks(place, session) == {}


@BOTH
async def test_checklist(place: Place, run: Run, session: Session, size: tuple[int, int]) -> None:
    """Space ticks an entry and takes the tick away; the arrows go from phase to phase; the report has the ticks."""
    async with run(size=size) as ui:
        await ui.press("c")
        assert ui.page == "Checklist"
        first = here(ui)
        await ui.press("space", "right")
        second = here(ui)
        assert "1 of" in ui.text
        await ui.press("space", "space", "r")
        assert ui.page == "Report"
    stored = marks(place, session)
    assert (stored[first].state, stored[second].state) == ("done", "open")
    assert first.partition(".")[0] != second.partition(".")[0]
    assert "- [x] " in place.reports[-1].read_text(encoding="utf-8")


async def test_ways(run: Run, session: Session) -> None:
    """Plan and checklist open from the conversation and the report by key and palette, and Esc goes back there."""
    async with run(session) as ui:
        await ui.press("f4")
        assert ui.page == "Plan"
        await ui.press("c")
        assert ui.page == "Checklist"
        await ui.press("p", "escape")
        assert ui.page == "Conversation"
        await ui.press("f5", "escape")
        assert ui.page == "Conversation"
        titles = {command.title for command in ui.app.get_system_commands(ui.app.screen)}
        assert {"Plan", "Checklist"} <= titles
        await ui.say("finish", "no", "no")
        assert ui.page == "Report"
        await ui.press("p")
        assert ui.page == "Plan"
        await ui.press("escape")
        assert ui.page == "Report"


@pytest.mark.usefixtures("session")
async def test_the_report_can_be_written_anew(place: Place, run: Run) -> None:
    """Coming back to a report from a plan that was changed, it says so, and r writes one with what was decided."""
    async with run() as ui:
        await ui.press("r", "p", "o")
        await ui.say("Zebulon")
        await ui.press("escape")
        assert "Something has changed since" in ui.text
        assert len(place.reports) == 1
        await ui.press("r")
        assert ui.page == "Report"
        assert "Something has changed since" not in ui.text
    assert any("Zebulon" in each.read_text(encoding="utf-8") for each in place.reports)


async def test_names_and_dates_in_the_conversation(
    place: Place, run: Run, session: Session
) -> None:
    """The close settles owners, dates and what gets in the way; all is stored, and the report has the table."""
    name = soon(place, session)[0]
    async with run(session) as ui:
        await ui.say("finish", "no")
        assert "real names and dates" in ui.text
        await ui.press("right", "enter")
        await ui.say("1", "Luis", "2027-01-15")
        await ui.press("right", "enter")
        assert "What gets in the way" in ui.text
        await ui.press("3", "enter")
        await ui.say("The clinical lead has no hours")
        assert ui.page == "Report"
    assert marks(place, session)[name] == PlanMark(
        owner="Luis",
        due=marks(place, session)[name].due,
        chosen=True,
        causes=("people",),
        why="The clinical lead has no hours",
    )
    report = place.reports[-1].read_text(encoding="utf-8")
    assert place.again(session).owners == {"program director": "Luis"}
    assert "Luis (program director), by 15 January 2027" in report
    assert "| People, by role | The clinical lead has no hours |" in report


async def test_nothing_answered(place: Place, run: Run) -> None:
    """With no action called for, the plan says how one comes in, and takes one's own."""
    session = place.start()
    async with run(session) as ui:
        await ui.press("f4")
        assert "Nothing is in the plan yet" in ui.text
        await ui.press("x", "o", "space", "s", "a")
        await ui.say("Ask around")
    assert marks(place, session) == {"own.1": PlanMark(text="Ask around", chosen=True)}
