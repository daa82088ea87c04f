"""Before a report carries a note, the person who writes it sees the note and what to look at."""

from pathlib import Path

from tests.cli.conftest import Run

ANSWERS = """
readiness: 1
agency: Riverbend
date: 2026-11-21
answers:
  culture.basics: {value: partly, note: Our client Bob Smith relapsed in May., share: true}
  culture.dignity: {value: partly, note: Ask Maria about her diagnosis., share: false}
  roles.written_role: {value: not_applicable, note: the county writes it}
"""


def test_notes_are_shown_before_they_are_shared(tmp_path: Path, run: Run) -> None:
    """Shared notes and reasons stand on stderr with names, health details and words to avoid; private ones do not."""
    path = tmp_path / "a.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    done = run("report", path)
    assert done.code == 0
    assert "The report carries 2 notes." in done.err
    assert "a name (Bob Smith)" in done.err
    assert "a health detail (relapsed)" in done.err
    assert "a word that the language guide drops (client)" in done.err
    assert "the written role: “the county writes it”" in done.err
    assert "Maria" not in done.err + done.out


def test_a_report_without_notes_says_nothing_of_them(tmp_path: Path, run: Run) -> None:
    """Where no note is shared, nothing is said."""
    path = tmp_path / "a.yaml"
    path.write_text("readiness: 1\nanswers: {culture.basics: partly}\n", encoding="utf-8")
    assert "carries" not in run("report", path).err


def test_open_answers_are_shown_too(tmp_path: Path, run: Run) -> None:
    """A shared answer to an open question stands on stderr as notes do."""
    path = tmp_path / "a.yaml"
    item = "leadership.styles"
    path.write_text(
        f"readiness: 1\nanswers:\n  {item}: {{value: Ask Bob., share: true}}\n", "utf-8"
    )
    assert "a name (Bob)" in run("report", path).err


def test_a_stored_assessment_says_how_to_review(tmp_path: Path, run: Run) -> None:
    """For a stored assessment the words that review its notes are told, and for a file what to change in it."""
    path, store = tmp_path / "a.yaml", tmp_path / "s.sqlite3"
    path.write_text(ANSWERS, encoding="utf-8")
    assert "`share: false`" in run("report", path).err
    said = run("import", path, "--store", store)
    assert said.code == 0
    name = run("list", "--store", store).out.split()[0]
    err = run("report", name, "--store", store).err
    assert f"readiness resume {name}, say “review my notes”" in err
