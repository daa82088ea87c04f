"""`readiness answer`: what a filled sheet leaves in the store, and what is said about it."""

import os
import pty
import select
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import ROOT, Done, Run

from readiness.domain.answers import Answer, Missing
from readiness.domain.log import Entry, current
from readiness.store import Store

QUICK = ROOT / "examples" / "small-volunteer-program.answers.yaml"
FRESH = """
readiness: 1
agency: Riverbend
date: 2026-11-21
answers:
  profile.workers: [employee]
  roles.written_role: {value: partly, note: Between us., flag: true}
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def begun(run: Run, store: Path, tmp_path: Path) -> str:
    """A stored assessment with one fact and one answer."""
    path = tmp_path / "fresh.yaml"
    path.write_text(FRESH, encoding="utf-8")
    return run("import", path, "--store", store).out.strip()


def _log(store: Path, assessment_id: str) -> tuple[Entry, ...]:
    opened = Store(store, lambda: datetime.now(UTC))
    try:
        return opened.load(assessment_id).entries
    finally:
        opened.close()


def _answers(store: Path, assessment_id: str) -> dict[str, Answer]:
    return dict(current(_log(store, assessment_id)))


def _nothing_stored(store: Path, assessment_id: str, done: Done) -> None:
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("Nothing was stored.\n")
    assert len(_log(store, assessment_id)) == 2


@pytest.mark.parametrize(
    "marks", [("4", "3", "5", "d", "x", "-", "1", "2"), ("435dx-12",), ("43", "5dx", "s12")]
)
def test_a_line_of_marks_answers_a_sheet(
    run: Run, store: Path, begun: str, marks: tuple[str, ...]
) -> None:
    """Each mark answers one question in printed order; every entry is in the log, in one time of recording."""
    done = run("answer", begun, "--sheet", "culture", *marks, "--store", store)
    assert (done.code, done.out) == (0, "")
    stored = _answers(store, begun)
    values = [answer.value for name, answer in stored.items() if name.startswith("culture.")]
    missing = [Missing.DONT_KNOW, Missing.NOT_APPLICABLE, Missing.SKIPPED]
    assert values == ["mostly", "partly", "fully", *missing, "not_yet", "planned"]
    assert len({entry.at for entry in _log(store, begun)[2:]}) == 1
    lines = done.err.splitlines()
    assert len(lines) == 8
    assert lines[0] == "Recorded: J1 recovery outcomes tracked: Mostly"
    assert lines[3].endswith(": Don't know")


def test_a_sheet_goes_by_its_letter_too(run: Run, store: Path, begun: str) -> None:
    """The letter printed on the sheet names it."""
    done = run("answer", begun, "--sheet", "j", "11111111", "--store", store)
    assert done.code == 0
    assert _answers(store, begun)["culture.basics"].value == "not_yet"


def test_marks_with_codes_answer_only_these(run: Run, store: Path, begun: str) -> None:
    """A mark with a code answers one question, and the others of the sheet stay as they were."""
    done = run("answer", begun, "--sheet", "culture", "J8=4", "j1=d", "--store", store)
    assert done.code == 0
    stored = _answers(store, begun)
    assert stored["culture.dignity"].value == "mostly"
    assert {name for name in stored if name.startswith("culture.")} == {
        "culture.dignity",
        "culture.outcomes",
    }


def test_a_blank_takes_nothing_away(run: Run, store: Path, begun: str) -> None:
    """What is blank on the sheet keeps its earlier answer; a new answer keeps note and flag, and tells the old one."""
    blank = run("answer", begun, "--sheet", "roles", "-" * 8, "--store", store)
    assert "Blank on the sheet, so this stays: A1 the written role: Partly" in blank.err
    assert _answers(store, begun)["roles.written_role"].value == "partly"
    changed = run("answer", begun, "--sheet", "roles", "A1=4", "--store", store)
    assert "Recorded: A1 the written role: Mostly (it was: Partly)" in changed.err
    assert _answers(store, begun)["roles.written_role"] == Answer("mostly", "Between us.", True)


def test_a_sheet_typed_twice_is_recorded_once(run: Run, store: Path, begun: str) -> None:
    """The same line again changes nothing, and says so."""
    line = ("answer", begun, "--sheet", "culture", "43512345", "--store", store)
    run(*line)
    once = _log(store, begun)
    again = run(*line)
    assert _log(store, begun) == once
    assert again.err.count("As before: ") == 8


def test_a_wrong_count_stores_nothing(run: Run, store: Path, begun: str) -> None:
    """Too few or too many marks are told with the codes that want one."""
    for marks in (("4", "3"), ("435123451",), ()):
        done = run("answer", begun, "--sheet", "culture", *marks, "--store", store)
        _nothing_stored(store, begun, done)
        assert "Sheet J (culture) has 8 questions" in done.err
        assert "J1, J2, J3, J4, J5, J6, J7, J8" in done.err


def test_a_wrong_mark_stores_nothing(run: Run, store: Path, begun: str) -> None:
    """Each mark that does not fit is told with its code and with what fits, and no mark of the line is stored."""
    done = run("answer", begun, "--sheet", "culture", "4395q123", "--store", store)
    _nothing_stored(store, begun, done)
    assert "J3: 9 does not fit. It takes 1 (Not yet), 2 (Planned)" in done.err
    assert "J5: q does not fit." in done.err


def test_wrong_codes_store_nothing(run: Run, store: Path, begun: str) -> None:
    """Codes of another sheet, codes that come twice and marks without a code are told, all at once."""
    done = run(
        "answer", begun, "--sheet", "J", "J1=1", "J1=2", "A1=1", "4", "J2=", "--store", store
    )
    _nothing_stored(store, begun, done)
    assert "J1 is here twice." in done.err
    assert "A1 is no question of this sheet." in done.err
    assert "4 has no code" in done.err
    assert "J2: there is no mark after the =." in done.err


def test_what_is_not_asked_is_not_counted(run: Run, store: Path) -> None:
    """In a quick check of volunteers the sheet has fewer questions, each under the code it always has."""
    begun = run("import", QUICK, "--store", store).out.strip()
    done = run("answer", begun, "--sheet", "infrastructure", "4", "4", "4", "--store", store)
    assert "Not asked now: C1," in done.err
    done = run("answer", begun, "--sheet", "infrastructure", "C1=4", "--store", store)
    left_out = "C1 (pay compared with a living wage) is not asked, as far as your answers say."
    assert f"{left_out} Leave it out." in done.err
    done = run("answer", begun, "--sheet", "infrastructure", "C3=2", "--store", store)
    assert done.code == 0
    assert _answers(store, begun)["infrastructure.hr_knows"].value == "planned"


def test_what_may_apply_is_stored_with_a_word(run: Run, store: Path, tmp_path: Path) -> None:
    """Where the fact that decides is not known, the answer is kept and said to wait for it."""
    path = tmp_path / "bare.yaml"
    path.write_text("readiness: 1\nagency: Bare\nanswers: {}\n", encoding="utf-8")
    begun = run("import", path, "--store", store).out.strip()
    done = run("answer", begun, "--sheet", "infrastructure", "C1=4", "--store", store)
    assert done.err.endswith("Mostly. It counts once you say more about your agency\n")
    assert _answers(store, begun)["infrastructure.living_wage"].value == "mostly"


def test_a_gate_set_aside_needs_a_reason(run: Run, store: Path, begun: str) -> None:
    """Without a terminal to ask in, x on a gate stores nothing and tells how to give the reason, which is then kept."""
    line = ("answer", begun, "--sheet", "roles", "x5555555", "--store", store)
    done = run(*line)
    _nothing_stored(store, begun, done)
    assert "A1 (the written role) is set aside with x" in done.err
    assert "--reason A1=" in done.err
    done = run(*line, "--reason", "a1=We only lend  rooms.")
    assert done.code == 0
    kept = _answers(store, begun)["roles.written_role"]
    assert (kept.value, kept.note) == (Missing.NOT_APPLICABLE, "We only lend  rooms.")
    assert "Between us." not in run("report", begun, "--store", store).out
    assert run(*line).code == 0  # its reason is known now
    assert _answers(store, begun)["roles.written_role"].note == "We only lend  rooms."


@pytest.mark.parametrize("reason", ["A1", "A1=", "=why", "A2=why", "Z9=why"])
def test_a_reason_belongs_to_something_set_aside(
    run: Run, store: Path, begun: str, reason: str
) -> None:
    """A reason without code or text, or for a question that is not set aside, stores nothing."""
    line = ("answer", begun, "--sheet", "roles", "x5555555", "--reason", reason, "--store", store)
    _nothing_stored(store, begun, run(*line))


def test_in_a_terminal_the_reason_is_asked_for(store: Path, begun: str) -> None:
    """A person at a terminal is asked, until there is an answer, and then all is stored."""
    command = [sys.executable, "-m", "readiness", "answer", begun, "--sheet", "roles", "x5555555"]
    here, there = pty.openpty()
    child = subprocess.Popen(
        [*command, "--store", str(store)], stdin=there, stdout=there, stderr=there
    )
    os.close(there)
    said = _until(here, b"why does that not apply here?")
    os.write(here, b"\n")
    said += _until(here, b"why does that not apply here?")
    os.write(here, b"We only lend rooms.\n")
    said += _until(here, b"A8 ")
    assert child.wait(30) == 0
    os.close(here)
    assert "A1 (the written role)" in said.decode()
    assert _answers(store, begun)["roles.written_role"].note == "We only lend rooms."


def _until(terminal: int, words: bytes) -> bytes:
    """What a terminal shows, up to some words."""
    seen = b""
    while words not in seen:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, seen
        seen += os.read(terminal, 4096)
    return seen


def test_a_sheet_has_to_be_named(run: Run, store: Path, begun: str) -> None:
    """Without a sheet, or with one that is not there, the sheets are listed and a near one is offered."""
    none = run("answer", begun, "4", "--store", store)
    assert none.code == 2
    assert "J culture" in none.err
    wrong = run("answer", begun, "--sheet", "cultur", "4", "--store", store)
    assert wrong.code == 1
    assert "Did you mean culture?" in wrong.err
    assert "A roles" in wrong.err
    nowhere = run("answer", "nobody", "--sheet", "culture", "4", "--store", store)
    assert nowhere.code == 1


def test_hyphens_are_marks_and_not_options(run: Run, store: Path, begun: str) -> None:
    """A row may begin with hyphens."""
    done = run("answer", begun, "--sheet", "culture", "--5-----", "--store", store)
    assert done.code == 0
    assert _answers(store, begun)["culture.strengths"].value == "fully"
