"""Draws the pictures of README from the running app, with an example agency in a store of its own: `make pictures`."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from readiness import resources
from readiness.assessment import open_session
from readiness.assessment.handover import Handed
from readiness.assessment.moving import take_in
from readiness.assessment.session import Session
from readiness.loading import Library, load_answers
from readiness.reports import Content, markdown
from readiness.store import Store
from readiness.tui.app import House, ReadinessApp

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "county-funded-california.answers.yaml"
STOPPED_AT = "coaching.supervisor_hours"
SAID = ("fully, it is our clinical lead and she has said yes", "why?")


def clock() -> datetime:
    """A fixed time, so that the pictures change only when the product does."""
    return datetime(2026, 11, 3, 15, 0, tzinfo=UTC)


def example(store: Store, library: Library) -> Session:
    """The example agency, with everything from one gate on still open."""
    assessment_id, _ = take_in(store, library, clock, load_answers(EXAMPLE, library))
    session = open_session(store, library, assessment_id)
    asked = list(session.asked())
    for item_id in asked[asked.index(STOPPED_AT) - 1 :]:
        if item_id in session.answers:
            session.record(item_id, None)
    return session


def hand_over(session: Session) -> Handed:
    """The whole example's report, without writing it anywhere."""
    library = session.library
    content = Content(
        trainings=library.trainings,
        resources=library.resources,
        lived_experience=library.lived_experience,
        sources=library.sources,
    )
    path = Path("Documents") / "Readiness" / "report.md"
    return Handed(path, f"The report is in {path}", markdown(session.evaluation(), content))


async def draw(folder: Path) -> None:
    """Draw both pictures."""
    library = Library([resources.questionnaires()])
    with Store(folder / "store.sqlite3", clock) as store:
        session = example(store, library)
        app = ReadinessApp(House(store, library, clock, hand_over), session=session)
        async with app.run_test(size=(100, 28)) as pilot:
            for text in SAID:
                await pilot.pause()
                for letter in text:
                    await pilot.press(letter if letter.isalnum() else _key(letter))
                await pilot.press("enter")
            await pilot.pause()
            save(app, "conversation.svg")
    with Store(folder / "whole.sqlite3", clock) as store:
        assessment_id, _ = take_in(store, library, clock, load_answers(EXAMPLE, library))
        session = open_session(store, library, assessment_id)
        app = ReadinessApp(House(store, library, clock, hand_over), session=session)
        async with app.run_test(size=(100, 40)) as pilot:
            app.hand_over(session)
            await app.workers.wait_for_complete()
            for _ in range(10):
                await pilot.pause()
            save(app, "report.svg")


def save(app: ReadinessApp, name: str) -> None:
    """Write one picture."""
    (HERE / name).write_text(app.export_screenshot(title="Readiness"), encoding="utf-8")
    sys.stderr.write(f"drew {HERE / name}\n")


def _key(sign: str) -> str:
    return {" ": "space", ",": "comma", "?": "question_mark"}[sign]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(draw(Path(scratch)))
