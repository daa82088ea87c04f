"""A few small questionnaires, so that a property can begin hundreds of assessments."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from hypothesis import strategies as st

from readiness.assessment import Session, open_session, start
from readiness.domain.answers import Answer, Missing, Respondent, Value
from readiness.loading import Library
from readiness.store import Store

ANSWERED = ("agency-profile", "culture-check")
TEXTS = {
    "scales.yaml": """
scales:
  - id: implementation
    options:
      - {id: not_yet, label: Not yet, points: 0}
      - {id: partly, label: Partly, points: 1/2}
      - {id: fully, label: Fully, points: 1}
""",
    "agency-profile.yaml": """
id: agency-profile
title: About you
version: 1.0.0
scales:
  - {id: yes_no, options: [{id: "yes", label: "Yes"}, {id: "no", label: "No"}]}
  - {id: workers, options: [{id: employee, label: Employees}, {id: volunteer, label: Volunteers}]}
sections:
  - id: profile
    title: About you
    items:
      - {id: drives, quick: true, ask: Do peers drive?, scale: yes_no, source: a}
      - {id: workers, kind: choices, ask: Who?, scale: workers, source: a}
      - {id: start, kind: date, ask: When?, source: a}
      - {id: staff, kind: number, ask: How many?, when: {profile.drives: "yes"}, source: a}
      - {id: hope, kind: text, ask: What do you hope for?, source: a}
""",
    "culture-check.yaml": """
id: culture-check
title: Culture
version: 1.0.0
scale: implementation
sections:
  - id: culture
    title: Culture
    items:
      - {id: basics, quick: true, ask: Do people know the basics?, source: a}
      - {id: dignity, ask: Is everyone met with dignity?, source: a}
      - {id: cars, ask: Are the cars insured?, when: {profile.drives: "yes"}, source: a}
""",
    "onboarding.yaml": """
id: onboarding
kind: checklist
title: First days
version: 1.0.0
sections:
  - {id: before, title: Before, items: [{id: key, kind: task, ask: Have a key cut., source: a}]}
""",
}

Clock = Callable[[], datetime]
# An answer to an item (None takes it away), an undo, or a redo.
Step = tuple[str, Answer | None] | str

_texts = st.text(max_size=20)
_options = st.sampled_from(("not_yet", "partly", "fully"))
_yes_no = st.sampled_from(("yes", "no"))
_workers = st.lists(st.sampled_from(("employee", "volunteer")), min_size=1, unique=True).map(tuple)
_numbers = st.integers(0, 10**6) | st.floats(0, 10**6)
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "profile.drives": _yes_no,
    "profile.workers": _workers,
    "profile.start": st.dates(),
    "profile.staff": _numbers,
    "profile.hope": _texts.filter(bool),
    "culture.basics": _options,
    "culture.dignity": _options,
    "culture.cars": _options,
}


@st.composite
def answers(draw: st.DrawFn) -> tuple[str, Answer]:
    """An item and an answer that it can take."""
    item = draw(st.sampled_from(sorted(VALUES)))
    value = draw(VALUES[item] | st.sampled_from(Missing))
    made = Answer(value, draw(_texts), draw(st.booleans()), draw(st.booleans()))
    return item, made


def take(session: Session, step: Step) -> None:
    """Do one step."""
    if isinstance(step, tuple):
        session.record(*step)
    elif step == "undo":
        session.undo()
    else:
        session.redo()


def library() -> Library:
    """The small questionnaires."""
    return Library.from_texts(TEXTS)


def ticking(step: int = 1) -> Clock:
    """A clock of which each look is some seconds later."""
    looks = count()
    return lambda: datetime(2026, 11, 21, 12, tzinfo=UTC) + timedelta(seconds=step * next(looks))


@contextmanager
def new_store(clock: Clock | None = None) -> Iterator[Store]:
    """A store in a folder of its own that goes away afterwards."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "store.sqlite3", clock or ticking()) as store,
    ):
        yield store


def begin(store: Store, **fields: object) -> Session:
    """An assessment of the small questionnaires."""
    made: dict[str, object] = {
        "agency": "Riverbend",
        "respondent": Respondent("A. Rivera", "leadership"),
        "questionnaires": ANSWERED,
        **fields,
    }
    return start(store, library(), ticking(), **made)  # type: ignore[arg-type]


def again(store: Store, session: Session) -> Session:
    """The same assessment, opened once more."""
    return open_session(store, session.library, session.id)
