"""The check-ins of a new person's first 90 days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from readiness import resources
from readiness.domain.checklist import Checklist, checklist
from readiness.domain.rhythm import PEER, STAFF, rhythm
from readiness.loading import Library

ONBOARDING = Library([resources.questionnaires()]).questionnaire("onboarding")
SHIPPED = checklist(ONBOARDING, lambda _: None, {})


@given(st.dates())
def test_days_of_the_rhythm(start: date) -> None:
    """Check-ins follow the first day, in order, within 92 days, on weekdays where the first day is one."""
    found = rhythm(SHIPPED, start)
    days = [each.day for each in found]
    assert days == sorted(days)
    assert all(start < day <= start + timedelta(min(92, (date.max - start).days)) for day in days)
    if start.weekday() < 5:
        assert all(day.weekday() < 5 for day in days)


def test_the_shipped_checklist() -> None:
    """The new person is asked weekly, then every other week, the staff on days 30, 60 and 90; each with questions."""
    found = rhythm(SHIPPED, date(2027, 3, 1))
    assert [each.after for each in found if each.entry.item.id == PEER] == [
        *(7, 14, 21, 30, 45, 60, 75, 90)
    ]
    assert [each.after for each in found if each.entry.item.id == STAFF] == [30, 60, 90]
    assert all(each.questions for each in found)
    assert all(each.entry.item.source for each in found)


def test_without_a_checklist_there_is_no_rhythm() -> None:
    """A checklist that asks for no check-ins makes none."""
    assert rhythm(Checklist((), ()), date(2027, 3, 1)) == ()
