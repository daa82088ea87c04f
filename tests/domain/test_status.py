"""How a plan stands on a day, and who holds which role in it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.test_marks import NAMES, marks, proposal

from readiness.domain.log import PlanMark
from readiness.domain.marks import marked
from readiness.domain.owners import named
from readiness.domain.plan import Plan
from readiness.domain.status import SOON_DUE, Status, status, tasks

days = st.dates(date(2026, 11, 1), date(2027, 2, 1))


def _where(plan: Plan, today: date) -> dict[str, str]:
    stands = status(plan, today)
    return {
        task.planned.action.id: name
        for name in Status.__struct_fields__
        for task in getattr(stands, name)
    }


@given(marks, days)
def test_every_task_is_in_one_place(given_marks: dict[str, PlanMark], today: date) -> None:
    """Each action of the plan, dropped ones too, stands in exactly one group."""
    plan = marked(proposal(), given_marks)
    stands = status(plan, today)
    found = [
        t.planned.action.id for name in Status.__struct_fields__ for t in getattr(stands, name)
    ]
    assert sorted(found) == sorted(task.planned.action.id for task in tasks(plan))
    assert len(set(found)) == len(found)


@given(marks, days)
def test_overdue_and_due_go_by_the_day(given_marks: dict[str, PlanMark], today: date) -> None:
    """Overdue is what was to be done before today, due what is to be done within 14 days, both by day."""
    stands = status(marked(proposal(), given_marks), today)
    late = [task.due for task in stands.overdue if task.due]
    soon = [task.due for task in stands.due if task.due]
    assert late == sorted(late)
    assert soon == sorted(soon)
    assert all(day < today for day in late)
    assert all(today <= day <= today + timedelta(SOON_DUE) for day in soon)
    assert not any(task.due and task.due < today for task in (*stands.undated, *stands.coming))


def test_a_day_decides() -> None:
    """The same action is due on its day and overdue the day after; done, it is neither."""
    due = {NAMES[0]: PlanMark(due=date(2026, 12, 1))}
    plan = marked(proposal(), due)
    assert _where(plan, date(2026, 11, 16))[NAMES[0]] == "coming"
    assert _where(plan, date(2026, 11, 17))[NAMES[0]] == "due"
    assert _where(plan, date(2026, 12, 1))[NAMES[0]] == "due"
    assert _where(plan, date(2026, 12, 2))[NAMES[0]] == "overdue"
    done = marked(proposal(), {NAMES[0]: PlanMark(due=date(2026, 12, 1), state="done")})
    assert _where(done, date(2026, 12, 2))[NAMES[0]] == "done"


def test_what_waits_for_room_has_no_date() -> None:
    """On the list for later an action of at most 30 days waits without a date, unless people gave it one."""
    plan = marked(
        proposal(), {NAMES[6]: PlanMark(due=date(2026, 12, 1)), "own.1": PlanMark(text="x")}
    )
    where = _where(plan, date(2027, 1, 1))
    assert (where[NAMES[5]], where[NAMES[6]], where["own.1"]) == ("waiting", "overdue", "waiting")


def test_names_stand_before_their_roles() -> None:
    """A role with a name is named, whatever its case and spaces; a name typed for one action stands."""
    owners = {"Program  director": "Ana Diaz", "HR lead": " "}
    assert named("", "program director", owners) == ("Ana Diaz", "program director")
    assert named("PROGRAM director", "HR lead", owners) == ("Ana Diaz", "PROGRAM director")
    assert named("Luis", "program director", owners) == ("Luis", "")
    assert named("Ana Diaz", "program director", owners) == ("Ana Diaz", "program director")
    assert named("", "HR lead", owners) == ("HR lead", "")
    assert named("", "", {"": "Ana"}) == ("", "")
