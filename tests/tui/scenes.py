"""Each screen of the terminal UI in a state worth looking at, with nothing in it that changes from run to run."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from tests.tui.conftest import Place, Ui

from readiness import resources
from readiness.assessment import Session, open_session, start
from readiness.assessment.handover import Handed
from readiness.assessment.moving import take_in
from readiness.domain.answers import Answer, Respondent
from readiness.loading import load_answers
from readiness.settings import Settings

EXAMPLES = resources.questionnaires().parent / "examples"
STOPPED_AT = "coaching.supervisor_hours"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)  # noon: the same day wherever the tests run


class Still:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def days_ago(self, days: int) -> None:
        self.now = NOW - timedelta(days=days)


class Scene(msgspec.Struct, frozen=True):
    """How to get to what is shown.

    Attributes:
        begin: puts into the store what has to be there; gives the assessment that is open, if one is.
        act: what somebody does then.
    """

    begin: Callable[[Place, Still], Session | None]
    act: Callable[[Ui], Awaitable[None]]


def shown_report(place: Place) -> Callable[[Session], Handed]:
    """Writes a report as the product does, and says a path that is the same everywhere."""

    def hand_over(session: Session) -> Handed:
        handed = place.hand_over(session)
        name = "Documents/Readiness/three-rivers.md"
        return Handed(Path(name), f"The report is in {name}", handed.text)

    return hand_over


# What is in the store


def nothing(place: Place, clock: Still) -> None:
    """Nobody has begun anything."""
    del place, clock


def whole(place: Place, clock: Still) -> Session:
    """An assessment with all of its answers."""
    library = place.library
    file = load_answers(EXAMPLES / "county-funded-california.answers.yaml", library)
    assessment_id, _ = take_in(place.store, library, clock, file)
    return open_session(place.store, library, assessment_id)


def listed(place: Place, clock: Still) -> None:
    """The same, with the list of assessments open."""
    whole(place, clock)


def midway(place: Place, clock: Still) -> Session:
    """The same, with everything open from one gate on."""
    session = whole(place, clock)
    asked = list(session.asked())
    for item_id in asked[asked.index(STOPPED_AT) :]:
        if item_id in session.answers:
            session.record(item_id, None)
    return session


def several(place: Place, clock: Still) -> None:
    """Assessments of several agencies, touched at several times; one name is too long for its column."""
    clock.days_ago(400)
    old = place.start("Harbor County Department of Behavioral Health and Recovery Services, East")
    place.answer_all(old)
    clock.days_ago(18)
    whole(place, clock)
    clock.days_ago(1)
    role = Respondent(role="peer_staff")
    new = start(
        place.store,
        place.library,
        clock,
        agency="Riverbend Wellness Center",
        round_name="six months on",
        respondent=role,
    )
    for item_id in list(new.asked())[:3]:
        new.record(item_id, Answer("yes" if item_id == "profile.peers_now" else "employee"))
    clock.days_ago(0)


def led(place: Place, clock: Still) -> Session:
    """Midway, with somebody leading a room."""
    place.settings_file.write(Settings(facilitator=True))
    session = midway(place, clock)
    session.park("Who pays for the van, and may peers drive it?")
    session.park("Ask the county about records of workers who use services here.")
    return session


# What somebody does


def keys(*names: str) -> Callable[[Ui], Awaitable[None]]:
    """Presses keys."""

    async def act(ui: Ui) -> None:
        await ui.press(*names)

    return act


async def _talk(ui: Ui) -> None:
    await ui.say("planned - Luis has a day for it from January", "why?", "hm, somewhere in between")


async def _preview(ui: Ui) -> None:
    await ui.say("partly, when the caseload allows it")
    await ui.press("right", "right", "right")


async def _lead(ui: Ui) -> None:
    await ui.press("ctrl+t")
    await ui.say("90")
    await ui.press("3", "4", "tab")
    await ui.paste("only the day shift")


async def _report(ui: Ui) -> None:
    await ui.press("r")
    if ui.page == "NotesPage":  # what the report carries of the notes is seen first
        await ui.press("g")
    await ui.until(lambda: ui.page == "Report")
    for _ in range(5):  # a part of it is drawn after the other
        await ui.settle()


SCENES: Mapping[str, Scene] = {
    "home-empty": Scene(nothing, keys()),
    "home": Scene(several, keys("down")),
    "new": Scene(nothing, keys("n")),
    "conversation": Scene(midway, _talk),
    "conversation-preview": Scene(midway, _preview),
    "conversation-why": Scene(midway, keys("f2")),
    "review": Scene(midway, keys("ctrl+r", "g")),
    "scores": Scene(whole, keys("f3")),
    "scores-sections": Scene(whole, keys("f3", "pagedown")),
    "scores-end": Scene(whole, keys("f3", "end")),
    "plan": Scene(whole, keys("f4")),
    "checklist": Scene(whole, keys("f5")),
    "notes": Scene(listed, keys("r")),
    "report": Scene(listed, _report),
    "help": Scene(nothing, keys("f1")),
    "settings": Scene(nothing, keys("comma")),
    "facilitator": Scene(led, _lead),
    "facilitator-parking": Scene(led, keys("ctrl+l")),
    "facilitator-sections": Scene(led, keys("ctrl+o")),
}
