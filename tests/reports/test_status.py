"""How a plan stands, as text, as a table for a spreadsheet and as a calendar."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.reports.shipped import competencies, content, evaluation

from readiness import reports
from readiness.domain.answers import Answer, Missing
from readiness.domain.evaluation import Evaluation, evaluate
from readiness.domain.log import PlanMark
from readiness.reports.calendar import as_calendar, planned_start
from readiness.reports.spreadsheet import as_csv, cell
from readiness.reports.status import as_text

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2026, 11, 22)
START = date(2027, 3, 1)
UNKNOWN = "roles.written_role"
LOW = evaluation(competencies("partly") | {UNKNOWN: Answer(Missing.DONT_KNOW)})
FIRST, SECOND, THIRD, FOURTH, FIFTH = (p.action.id for p in LOW.plan.next_30)
TASK = f"{UNKNOWN}.find_out"
HOSTILE = [
    *("=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1", '"=1"', "＝1+1"),
    *("a,b;c\\n", "BEGIN:VEVENT\r\nEND:VCALENDAR", "مرحبا \u202e txt", "经理 👩‍🔬", "x" * 10_000),
    *("\x00\x1b[31m", "a\ud800b", "{{ 7*7 }}", "|=1", "'", "-"),
]


def _decided(owners: dict[str, str] | None = None, **marks: PlanMark) -> Evaluation:
    names = {"first": FIRST, "second": SECOND, "third": THIRD, "task": TASK, "own": "own.1"}
    given_marks = {names[name]: mark for name, mark in marks.items()}
    return evaluate(LOW.assessment, LOW.questionnaires, given_marks, owners)


def _calendar(decided: Evaluation, start: date | None = None, key: str = "river") -> str:
    return as_calendar(decided, content().sources, key=key, now=NOW, start=start)


def _events(text: str) -> dict[str, Any]:
    """The events of a calendar, by the id that each of them has alone."""
    found = Calendar.from_ical(text).walk("VEVENT")
    by_id = {str(event["uid"]): event for event in found}
    assert len(by_id) == len(found)
    return by_id


def _event(text: str, summary: str) -> Any:
    return next(e for e in _events(text).values() if summary in str(e["summary"]))


def _rows(decided: Evaluation) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(decided, content().sources), newline="")))


# ---- text ----


def test_overdue_due_under_way_done_and_dropped() -> None:
    """Each task stands under its group, with its day, who takes it on and whether it is begun."""
    decided = _decided(
        {"program director": "Ana Diaz"},
        first=PlanMark(owner="Luis", due=date(2026, 11, 20), state="doing"),
        second=PlanMark(state="done"),
        third=PlanMark(state="dropped", reason="we did that in spring"),
        own=PlanMark(text="Ask the county", due=date(2026, 12, 1), owner="Zoë"),
    )
    text = as_text(decided, TODAY)
    assert text.startswith("Riverbend: the plan on 22 November 2026\n\nOverdue: 1\n")
    assert "  20 November 2026: " in text
    assert " Luis. Under way.\n" in text
    assert "  1 December 2026: Ask the county. Zoë.\n" in text
    assert "Done: 1\n" in text
    assert "Dropped: 1\n" in text
    assert "We did that in spring.\n" in text
    assert "Ana Diaz (program director)." in text


def test_what_to_find_out_is_without_a_date_until_it_has_one() -> None:
    """A task to find something out says whom to ask, or who asks and by when."""
    assert "Without a date: 1\n  To find out: " in as_text(LOW, TODAY)
    text = as_text(_decided(task=PlanMark(owner="Luis", due=TODAY)), TODAY)
    assert "Without a date" not in text
    assert "22 November 2026: To find out: " in text
    assert text.count("Luis.") == 1


def test_nothing_to_tell() -> None:
    """Groups that people ask for are named where they are empty; an empty plan is told in a sentence."""
    assert "Overdue: none\n" in as_text(LOW, TODAY)
    assert "Done: none\n" in as_text(LOW, TODAY)
    assert "Nothing is in the plan" in as_text(evaluation({}, agency="", when=None), TODAY)


def test_the_end_of_the_calendar() -> None:
    """The last days that there are stop nothing."""
    text = as_text(_decided(first=PlanMark(due=date.max)), date.max - timedelta(3))
    assert "31 December 9999" in text
    assert _calendar(_decided(first=PlanMark(due=date.max)), date.max)


# ---- spreadsheet ----


def test_one_row_for_each_task() -> None:
    """Every action of the plan, every task to find out and every dropped one has a row, with what was decided."""
    decided = _decided(
        first=PlanMark(owner="Luis", due=date(2026, 12, 1), state="doing"),
        second=PlanMark(state="dropped", reason="No"),
        task=PlanMark(state="done"),
    )
    rows = {row["Id"]: row for row in _rows(decided)}
    plan = decided.plan
    wanted = [*plan.actions, *plan.dropped, *(task.planned for task in plan.find_out)]
    assert sorted(rows) == sorted(planned.action.id for planned in wanted)
    assert (rows[FIRST]["Owner"], rows[FIRST]["Due"], rows[FIRST]["State"]) == (
        *("Luis", "2026-12-01", "under way"),
    )
    assert (rows[SECOND]["List"], rows[SECOND]["Reason"]) == ("dropped", "No")
    assert (rows[TASK]["Kind"], rows[TASK]["State"]) == ("to find out", "done")
    assert all(row["What"] for row in rows.values())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever somebody typed, a row stays a row, and no cell begins as a formula does."""
    decided = _decided(
        {"program director": text},
        first=PlanMark(owner=text),
        second=PlanMark(state="dropped", reason=text),
        own=PlanMark(text=text),
    )
    written = as_csv(decided, content().sources)
    rows = list(csv.reader(io.StringIO(written.encode("utf-8").decode("utf-8"), newline="")))
    assert {len(row) for row in rows} == {12}
    assert written.count("\r\n") == len(rows)
    assert not [each for row in rows for each in row if each.startswith(("=", "+", "-", "@", "＝"))]


@given(st.text())
def test_cells_keep_what_was_typed(text: str) -> None:
    """A cell holds the words that were typed, in one line, with at most an apostrophe before them."""
    made = cell(text)
    assert "\n" not in made
    assert "\r" not in made
    assert cell(made.removeprefix("'")) in (made, made.removeprefix("'"))


# ---- calendar ----


def test_due_dates_are_days_of_the_calendar() -> None:
    """What is to do has an event of a whole day with who, first step and source; what is done or dropped has none."""
    text = _calendar(
        _decided(
            {"program director": "Ana Diaz"},
            first=PlanMark(owner="Luis", due=date(2026, 12, 1)),
            second=PlanMark(state="done"),
            third=PlanMark(state="dropped"),
        )
    )
    plan = LOW.plan
    event = _event(text, plan.next_30[0].action.do.rstrip("."))
    assert event["dtstart"].dt == date(2026, 12, 1)
    assert event["dtend"].dt == date(2026, 12, 2)
    assert "DTSTART;VALUE=DATE:20261201\r\n" in text
    assert "Who: Luis\nFirst step: " in event["description"]
    assert "Source: W.I.S.E. Employer Toolkit" in event["description"]
    assert plan.next_30[1].action.do not in text.replace("\r\n ", "")
    assert plan.next_30[2].action.do not in text.replace("\r\n ", "")


def test_the_list_for_later_is_one_event_a_day() -> None:
    """What nobody has taken on is one event for each day, with all of it; what is dated has its own."""
    later = [p for p in LOW.plan.later if p.action.within > 30]
    events = _events(_calendar(LOW)).values()
    lists = [event for event in events if "list for later" in event["summary"]]
    assert {event["dtstart"].dt for event in lists} == {planned.due for planned in later}
    told = "\n".join(str(event["description"]) for event in lists)
    assert all(planned.action.do.rstrip(".") in told for planned in later)
    mark = {later[0].action.id: PlanMark(due=date(2026, 12, 24))}
    dated = _calendar(evaluate(LOW.assessment, LOW.questionnaires, mark))
    assert _event(dated, later[0].action.do.rstrip("."))["dtstart"].dt == date(2026, 12, 24)


def test_check_ins_of_the_first_90_days() -> None:
    """From a first day on, the calendar has that day and the check-ins, with their questions and their source."""
    events = _events(_calendar(LOW, START)).values()
    days = sorted(e["dtstart"].dt for e in events if "check in with the new person" in e["summary"])
    assert days[:3] == [date(2027, 3, 8), date(2027, 3, 15), date(2027, 3, 22)]
    staff = [e for e in events if "rest of the staff" in e["summary"]]
    assert len(staff) == 3
    first = next(e for e in events if "First day" in e["summary"])
    assert first["dtstart"].dt == START
    asked = next(e for e in events if e["dtstart"].dt == date(2027, 3, 8))["description"]
    assert "What has been going well for you?" in asked
    assert "The toolkit says each week, every two weeks or each month" in asked
    assert "W.I.S.E. Employer Toolkit" in asked
    assert "check in" not in _calendar(LOW)


def test_the_profile_knows_the_first_day() -> None:
    """The planned first day is that of the profile; without one there is none."""
    assert planned_start(LOW) is None
    known = evaluation({"profile.start_date": Answer(START)})
    assert planned_start(known) == START


def test_a_second_import_finds_its_events_again() -> None:
    """Ids stay, whatever was decided meanwhile, and the number of the writing rises; another agency has others."""
    first = _events(_calendar(LOW, START))
    decided = _decided(first=PlanMark(due=date(2026, 12, 1)), task=PlanMark(due=TODAY))
    later = as_calendar(
        decided, content().sources, key="river", now=NOW + timedelta(minutes=1), start=START
    )
    second = _events(later)
    assert set(first) < set(second)
    assert all(second[uid]["sequence"] > first[uid]["sequence"] for uid in first)
    assert not set(first) & set(_events(_calendar(LOW, START, key="harbor")))


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    """Every line is at most 75 bytes long and ends in CRLF."""
    written = _calendar(_decided(own=PlanMark(text="经理 " * 200, due=TODAY))).encode()
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200) | st.sampled_from(HOSTILE))
def test_hostile_text_stays_text(text: str) -> None:
    """Whatever somebody typed, the calendar reads back with the same events, and no property of theirs."""
    decided = _decided(
        {"program director": text},
        first=PlanMark(owner=text, due=date(2026, 12, 1)),
        own=PlanMark(text=text, due=date(2026, 12, 2)),
    )
    calendar = _calendar(decided, START)
    plain = _calendar(_decided(first=PlanMark(due=date(2026, 12, 1))), START)
    own = {e["dtstart"].dt for e in _events(calendar).values()} - {
        e["dtstart"].dt for e in _events(plain).values()
    }
    assert len(_events(calendar)) - len(_events(plain)) == bool(text.strip())
    assert own <= {date(2026, 12, 2)}
    names = {name for event in _events(calendar).values() for name in event}
    assert names <= {
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"),
    }


def test_names_in_the_report_and_in_the_table_are_the_same() -> None:
    """Report, text, table and calendar show an owner in the same words."""
    decided = _decided({"program director": "Ana Diaz"}, task=PlanMark(owner="program director"))
    shown = "Ana Diaz (program director)"
    assert f"  - Who: {shown}\n" in reports.markdown(decided, content())
    assert next(row for row in _rows(decided) if row["Id"] == TASK)["Owner"] == shown
    assert shown in as_text(decided, TODAY)
