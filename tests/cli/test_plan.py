"""`readiness plan`: how a plan stands, its calendar and table, and who is who in it."""

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.cli.conftest import Run

from readiness.cli.plan import COMMANDS
from readiness.domain.log import PlanMark
from readiness.store import Store, default_path

LONG_AGO, FAR_OFF = date(2020, 1, 2), date(2999, 1, 2)


@pytest.fixture
def name(run: Run, answers_file: Path) -> str:
    """The id of a stored assessment."""
    return run("import", answers_file).out.strip()


@pytest.fixture
def store() -> Iterator[Store]:
    """The store that the commands use."""
    with Store(default_path(), lambda: datetime.now(UTC)) as opened:
        yield opened


def _action(run: Run, name: str, row: int) -> str:
    """The id of an action, by its row in the table."""
    rows = list(csv.DictReader(io.StringIO(run("plan", "status", name, "--csv", "-").out)))
    return rows[row]["Id"]


@pytest.mark.parametrize("command", [(), *((each,) for each in COMMANDS)], ids=" ".join)
def test_help(run: Run, command: tuple[str, ...]) -> None:
    """The group and each command of it say what they do, and that they take `--store`."""
    done = run("plan", *command, "--help")
    assert (done.code, done.err) == (0, "")
    assert "--store FILE" in done.out


def test_readme_shows_every_command() -> None:
    """README shows each command of the group, as it is typed."""
    text = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert [each for each in COMMANDS if f"readiness plan {each}" not in text] == []


def test_status(run: Run, name: str, store: Store) -> None:
    """What is overdue by the clock of the machine is told so; the exit code is 0 all the same."""
    first, second = _action(run, name, 0), _action(run, name, 1)
    store.mark(name, first, PlanMark(owner="Luis", due=LONG_AGO))
    store.mark(name, second, PlanMark(due=FAR_OFF, state="doing"))
    done = run("plan", "status", name)
    assert (done.code, done.err) == (0, "")
    overdue = done.out.partition("Overdue: ")[2]
    assert "  2 January 2020: " in overdue
    assert "Luis." in overdue
    under_way = done.out.partition("Under way: 1\n")[2]
    assert under_way.startswith("  2 January 2999: ")


def test_status_of_a_file(run: Run, answers_file: Path) -> None:
    """An answers file has a status too, and nothing is stored for it."""
    done = run("plan", "status", answers_file)
    assert (done.code, done.err) == (0, "")
    assert "the plan on" in done.out
    assert not default_path().exists()


def test_calendar(run: Run, name: str, tmp_path: Path) -> None:
    """The calendar reads back, has check-ins from the day that is given, and says what to do with it."""
    path = tmp_path / "plan.ics"
    done = run("plan", "status", name, "--ics", path, "--start", "2027-03-01")
    assert done.code == 0
    assert f"Wrote {path}" in done.err
    assert "the plan on" in done.out
    written = path.read_bytes()
    assert b"\r\n" in written
    assert b"\n" not in written.replace(b"\r\n", b"")
    titles = [str(e["SUMMARY"]) for e in Calendar.from_ical(written).walk("VEVENT")]
    assert titles.count("First day of the new person") == 1
    assert sum("check in with the new person" in title for title in titles) == 8


def test_calendar_without_a_first_day(run: Run, tmp_path: Path, answers_file: Path) -> None:
    """Where nobody knows the first day, the calendar has no check-ins, and how to get them is told."""
    text = answers_file.read_text("utf-8")
    lines = [line for line in text.splitlines() if "profile.start_date" not in line]
    path = tmp_path / "answers.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = run("plan", "status", path, "--ics", tmp_path / "plan.ics")
    assert done.code == 0
    assert "--start YYYY-MM-DD" in done.err
    assert "First day" not in (tmp_path / "plan.ics").read_text("utf-8")


def test_the_same_events_the_next_time(run: Run, name: str, tmp_path: Path) -> None:
    """Written twice, the calendar has the same ids, so that a calendar program updates its events."""

    def ids(path: Path) -> list[str]:
        run("plan", "status", name, "--ics", path)
        return [str(e["UID"]) for e in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]

    assert ids(tmp_path / "one.ics") == ids(tmp_path / "two.ics")


def test_table(run: Run, name: str, tmp_path: Path) -> None:
    """A file for Excel begins with the mark of UTF-8; on the screen the table stands alone, without it."""
    path = tmp_path / "plan.csv"
    assert "the plan on" in run("plan", "status", name, "--csv", path).out
    done = run("plan", "status", name, "--csv", "-")
    assert done.out.startswith('"Id","Kind"')
    assert path.read_bytes() == b"\xef\xbb\xbf" + done.out.encode()


def test_nothing_of_ones_own_is_written_over(run: Run, answers_file: Path) -> None:
    """Neither the answers file nor the store becomes a calendar or a table."""
    before = answers_file.read_bytes()
    for option in ("--ics", "--csv"):
        done = run("plan", "status", answers_file, option, answers_file)
        assert (done.code, "would be lost" in done.err) == (1, True)
    assert answers_file.read_bytes() == before


def test_who_is_who(run: Run, name: str, store: Store) -> None:
    """Roles are listed with who holds them; a name is stored, shown in report and status, and can be taken away."""
    assert "program director\t-\t" in run("plan", "who", name).out
    done = run("plan", "who", name, "Program  Director", "Ana Diaz")
    assert (done.code, done.out) == (0, "")
    assert "Ana Diaz is now named as program director" in done.err
    assert store.owners(name) == {"program director": "Ana Diaz"}
    assert "program director\tAna Diaz\t" in run("plan", "who", name).out
    assert "Ana Diaz (program director)" in run("report", name).out
    assert "Ana Diaz (program director)" in run("plan", "status", name).out
    assert "Nobody is named" in run("plan", "who", name, "program director", "").err
    assert store.owners(name) == {}


def test_an_unknown_role(run: Run, name: str, store: Store) -> None:
    """A role that there is not is told with the nearest, or with all; nothing is stored."""
    done = run("plan", "who", name, "programme director", "Ana")
    assert (done.code, done.out) == (1, "")
    assert "Did you mean program director?" in done.err
    assert "HR lead" in run("plan", "who", name, "xyzzy", "Ana").err
    assert store.owners(name) == {}


def test_a_role_without_a_name(run: Run, name: str) -> None:
    """A role alone is wrong usage, and an example says what is missing."""
    done = run("plan", "who", name, "HR lead")
    assert (done.code, done.out) == (2, "")
    assert 'readiness plan who ID "HR lead"' in done.err


def test_names_travel(run: Run, name: str, store: Store, tmp_path: Path) -> None:
    """Export and import carry who is who, and a report on the exported file shows it."""
    run("plan", "who", name, "HR lead", "=Ana")
    path = tmp_path / "moved.yaml"
    run("export", name, "-o", path)
    assert 'HR lead: "=Ana"' in path.read_text("utf-8")
    assert "=Ana (HR lead)" in run("report", path).out
    store.delete(name)
    assert run("import", path).out.strip() == name
    assert store.owners(name) == {"HR lead": "=Ana"}


def test_the_calendar_costs_nothing_until_it_is_wanted(name: str) -> None:
    """Without `--ics` the library that writes calendars is not even imported."""
    script = (
        "import sys; from readiness.cli import run; "
        f"code = run(['plan', 'status', {name!r}]); sys.exit(code or 'icalendar' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_unknown_command(run: Run) -> None:
    """A mistyped command of the group is told with the nearest."""
    done = run("plan", "sttus")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean status?" in done.err
    assert "See: readiness plan --help" in run("plan", "xyzzy").err
