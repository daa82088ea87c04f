"""An edited plan on the command line: read into the store, and brought up to date."""

from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from readiness.assessment import open_session
from readiness.cli.app import App
from readiness.cli.plan_days import reader
from readiness.domain.answers import Answer
from readiness.reports.living.stamp import unstamped


@pytest.fixture
def stored(run: Run, answers_file: Path) -> str:
    """A stored assessment."""
    done = run("import", answers_file)
    assert done.code == 0, done.err
    return done.out.strip()


@pytest.fixture
def plan(run: Run, stored: str, tmp_path: Path) -> Path:
    """Its report in a file."""
    path = tmp_path / "our plan.md"
    assert run("report", stored, "-o", path).code == 0
    return path


def _edit(path: Path, *changes: tuple[str, str]) -> str:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return text


def _answer(stored: str, item: str, option: str) -> None:
    app = App()
    open_session(app.store, app.library, stored).record(item, Answer(option))
    app.close()


def test_a_plan_goes_round(run: Run, stored: str, plan: Path) -> None:
    """What was edited is read into the store; after new answers the file is brought up to date and keeps every edit."""
    edited = _edit(
        plan,
        ("- [ ] **", "- [x] **"),
        ("  - Who: program director", "  - Who: Ana Diaz"),
        ("## The list for later", "A line of our own.\n\n## The list for later"),
    )
    done = run("plan", "read", plan)
    assert (done.code, done.out) == (0, "")
    assert ": done" in done.err
    assert "Ana Diaz does it" in done.err
    assert plan.read_text("utf-8") == edited
    app = App()
    marks = open_session(app.store, app.library, stored).marks
    app.close()
    assert sorted((mark.owner, mark.state) for mark in marks.values()) == [
        ("", "done"),
        ("Ana Diaz", "open"),
    ]
    assert run("plan", "read", plan).err.startswith("Nothing in")
    _answer(stored, "roles.no_clinical_duties", "fully")
    done = run("report", stored, "--update", plan)
    assert done.code == 0, done.err
    assert "Moved to “Done or no longer needed”" in done.err
    text = plan.read_text("utf-8")
    assert "\nA line of our own.\n" in text
    assert "Who: Ana Diaz" in text
    assert 'No longer in the plan: you now say "Fully"' in text
    assert "<<<" not in text
    assert plan.with_name("our plan.md.bak").read_text("utf-8") == edited
    assert "nothing was changed" in run("report", stored, "--update", plan).err
    assert plan.read_text("utf-8") == text


def test_to_another_file(run: Run, stored: str, plan: Path, tmp_path: Path) -> None:
    """With -o the result goes to another file, and the plan stays as it is."""
    edited = _edit(plan, ("  - Who: program director", "  - Who: Ana Diaz"))
    other = tmp_path / "other.md"
    assert run("report", stored, "--update", plan, "-o", other).code == 0
    assert plan.read_text("utf-8") == edited
    assert unstamped(other.read_text("utf-8")) == unstamped(edited)
    assert not plan.with_name("our plan.md.bak").exists()


@pytest.mark.parametrize(
    "more", [("--format", "html"), ("-o", "a.md", "-o", "b.md"), ("-o", "a.html")]
)
def test_only_markdown_is_updated(run: Run, stored: str, plan: Path, more: tuple[str, ...]) -> None:
    """An update in another format, or into several files, is wrong usage, and changes nothing."""
    before = plan.read_bytes()
    done = run("report", stored, "--update", plan, *more)
    assert done.code == 2
    assert "--update writes one file" in done.err
    assert plan.read_bytes() == before


def test_of_another_kind(run: Run, stored: str, plan: Path, tmp_path: Path) -> None:
    """A checklist by itself is ticked, read and updated as what it is, and not as another kind of report."""
    checklist = tmp_path / "checklist.md"
    assert run("report", stored, "--kind", "checklist", "-o", checklist).code == 0
    _edit(checklist, ("- [ ] ", "- [x] "))
    assert ": done" in run("plan", "read", checklist).err
    assert "of the kind checklist" in run("report", stored, "--update", checklist).err
    assert run("report", stored, "--kind", "checklist", "--update", checklist).code == 0
    assert "of the kind full" in run("report", stored, "--kind", "board", "--update", plan).err


def test_without_what_was_written_last(run: Run, answers_file: Path, tmp_path: Path) -> None:
    """A plan from a screen, which nobody kept, is updated too; it is said that what was written last is not known."""
    plan = tmp_path / "plan.md"
    plan.write_text(run("report", answers_file).out, "utf-8")
    _edit(plan, ("  - Who: program director", "  - Who: Ana Diaz"))
    answers = tmp_path / "new.answers.yaml"
    before = answers_file.read_text("utf-8")
    answers.write_text(before.replace("date: 2026", "date: 2027", 1), "utf-8")
    done = run("report", answers, "--update", plan)
    assert done.code == 0, done.err
    assert "is not known on this computer" in done.err
    assert "Who: Ana Diaz" in plan.read_text("utf-8")


@pytest.mark.parametrize("content", [b"hello\n", b"\xff\xfe\x00", b""])
def test_what_is_no_plan(run: Run, stored: str, tmp_path: Path, content: bytes) -> None:
    """A file that is no plan of ours is left alone, and one sentence says so."""
    path = tmp_path / "some.md"
    path.write_bytes(content)
    for arguments in (("report", stored, "--update", path), ("plan", "read", path)):
        done = run(*arguments)
        assert done.code == 1
        assert str(path) in done.err.splitlines()[-1]
        assert path.read_bytes() == content


def test_what_is_not_there(run: Run, stored: str, tmp_path: Path) -> None:
    """A plan that is not there is told, and none is made."""
    for arguments in (("report", stored, "--update"), ("plan", "read")):
        done = run(*arguments, tmp_path / "gone.md")
        assert done.code == 1
        assert "There is no file" in done.err
    assert list(tmp_path.glob("*.md")) == []


def test_of_another_assessment(run: Run, answers_file: Path, plan: Path) -> None:
    """A plan of another assessment, or of another agency's answers, is left alone."""
    before = plan.read_bytes()
    other = run("import", answers_file).out.strip()
    for arguments in (("report", other, "--update", plan), ("plan", "read", plan, other)):
        done = run(*arguments)
        assert done.code == 1
        assert "Nothing was changed" in done.err
    mature = answers_file.with_name("mature-agency.answers.yaml")
    done = run("report", mature, "--update", plan)
    assert done.code == 1
    assert "is headed" in done.err
    assert plan.read_bytes() == before


def test_a_plan_that_names_no_assessment(run: Run, answers_file: Path, tmp_path: Path) -> None:
    """A plan made from a file is read into the assessment that is named with it."""
    plan = tmp_path / "plan.md"
    assert run("report", answers_file, "-o", plan).code == 0
    _edit(plan, ("  - Who: program director", "  - Who: Ana Diaz"))
    done = run("plan", "read", plan)
    assert done.code == 1
    assert "Name it" in done.err
    stored = run("import", answers_file).out.strip()
    done = run("plan", "read", plan, stored)
    assert (done.code, "Ana Diaz does it" in done.err) == (0, True)


def test_a_day_that_cannot_be_read(run: Run, plan: Path) -> None:
    """A day that cannot be read is told with its line; the rest is kept, and the exit code says so."""
    text = _edit(
        plan, ("- [ ] **", "- [x] **"), ("  - By: ", "  - By: after the retreat\n  - Was: ")
    )
    row = text.split("\n").index(next(r for r in text.split("\n") if "retreat" in r)) + 1
    done = run("plan", "read", plan)
    assert done.code == 1
    assert f"our plan.md:{row}:1:" in done.err
    assert ": done" in done.err


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Friday", date(2026, 11, 27)),
        ("tomorrow", date(2026, 11, 23)),
        ("in two weeks", date(2026, 12, 6)),
        ("12/3/2026", date(2026, 12, 3)),
        ("January 15", date(2027, 1, 15)),
        ("end of the month", date(2026, 11, 30)),
        ("end of January", None),
        ("end of January 2027", None),
        ("in January", None),
        ("spring", None),
        ("Q1", None),
        ("after the retreat", None),
    ],
)
def test_words_for_days(text: str, day: date | None) -> None:
    """Words that name a day are read on the day they are read; a month or a season by itself is no day."""
    assert reader(date(2026, 11, 22))(text) == day


def test_windows_newlines(run: Run, stored: str, plan: Path) -> None:
    """A plan that an editor saved with its own newlines and mark is read and updated like any other."""
    text = _edit(plan, ("- [ ] **", "- [x] **"))
    plan.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert ": done" in run("plan", "read", plan).err
    assert run("report", stored, "--update", plan).code == 0
    assert b"\r" not in plan.read_bytes()
    assert "is not known" not in run("report", stored, "--update", plan).err
