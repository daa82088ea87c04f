"""`start --from` and `compare`, as a person or a program calls them."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import ROOT, Run, Start
from tests.cli.talking import Chat

FIRST = """
readiness: 1
agency: Riverbend
round: baseline
date: 2026-05-03
respondent: {name: A. Rivera, role: supervisor}
questionnaires: [agency-profile, employer-competencies]
answers:
  profile.drives: "yes"
  culture.basics: {value: partly, note: The night shift is thin., share: true}
  culture.dignity: not_yet
  roles.written_role: partly
"""


@pytest.fixture
def first(run: Run, tmp_path: Path) -> str:
    """The id of a stored first round."""
    return _imported(run, tmp_path / "first.yaml", FIRST)


def _imported(run: Run, path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    done = run("import", path)
    assert done.code == 0, done.err
    return done.out.strip()


def _second(text: str = FIRST, **answers: str) -> str:
    """A second round of the same agency, with some answers changed."""
    text = text.replace("baseline", "follow-up").replace("2026-05-03", "2026-11-03")
    text = text.replace("A. Rivera, role: supervisor", "B. Okafor, role: peer_staff")
    for item, value in answers.items():
        name = item.replace("_", ".", 1)
        lines = [
            f"  {name}: {value}" if f"  {name}:" in line else line for line in text.splitlines()
        ]
        text = "\n".join(lines)
    return text


def test_start_from_asks_again_and_carries_over(process: Start, first: str, run: Run) -> None:
    """`--from` with the beginning of an id begins the next round, says what is carried over, and asks the rest."""
    chat = Chat(process("start", "--plain", "--from", first[:6], "--round", "follow-up"))
    hello = chat.until("This is the next round for Riverbend")
    assert "carried over from “baseline” of 3 May 2026" in hello
    chat.until("How many peer support workers have started here")
    code, err = chat.end("2", "stop for today")
    assert (code, err) == (0, "")
    (line,) = [each for each in run("list").out.splitlines() if "\tfollow-up\t" in each]
    exported = run("export", line.split("\t")[0]).out
    assert f"carried {first} 2026-05-03 supervisor baseline" in exported
    assert "since.started: 2" in exported
    answers = exported.partition("\nlog:")[0]
    assert "profile.drives" in answers
    assert "roles.written_role" not in answers
    assert "culture.dignity" not in answers
    assert "share: true" not in answers


def test_the_round_gets_a_name_of_its_own(process: Start, first: str, run: Run) -> None:
    """Without `--round` the next round has the next free name, and another person may answer it."""
    chat = Chat(
        process("start", "--plain", "--from", first, "--role", "peer_staff", "--name", "B.")
    )
    assert chat.end()[0] == 0
    (line,) = [each for each in run("list").out.splitlines() if "\tfollow-up\t" in each]
    exported = run("export", line.split("\t")[0]).out
    assert "respondent:\n  name: B.\n  role: peer_staff" in exported


def test_a_file_to_start_from(process: Start, run: Run) -> None:
    """An answers file will do in the place of an id."""
    example = ROOT / "examples" / "mature-agency.answers.yaml"
    chat = Chat(process("start", "--plain", "--from", example))
    assert chat.end()[0] == 0
    assert any("carried over from “follow-up” of 3 November 2026" in line for line in chat.lines)
    assert len(run("list").out.splitlines()) == 1


def test_what_start_from_does_not_take(run: Run, first: str) -> None:
    """An agency or a questionnaire beside `--from`, an unknown id, and no terminal are told, and begin nothing."""
    assert run("start", "--plain", "--from", first, "--agency", "Harbor").code == 2
    assert run("start", "--plain", "--from", first, "--questionnaire", "agency-profile").code == 2
    assert run("start", "--plain", "--from", "nowhere").code == 1
    assert run("start", "--from", first).code == 2
    assert len(run("list").out.splitlines()) == 1


def test_the_report_says_what_was_carried_over(run: Run, process: Start, first: str) -> None:
    """A report of a follow-up says in a sentence what was carried over, names it, and keeps its notes private."""
    chat = Chat(process("start", "--plain", "--from", first))
    assert chat.end("2", "A peer on the night shift", "stop for today")[0] == 0
    (line,) = [each for each in run("list").out.splitlines() if "\tfollow-up\t" in each]
    report = run("report", line.split("\t")[0]).out
    assert "carried over from “baseline” of 3 May 2026 and not asked again" in report
    assert "## Carried over, not asked again" in report
    assert "- **Peers who started:** 2" in report
    assert "night shift" not in report


def test_compare_says_who_changed_what(run: Run, first: str, tmp_path: Path) -> None:
    """The table has verdicts first, then scores, then each answer with its steps and both respondents."""
    path = tmp_path / "second.yaml"
    second = _imported(run, path, _second(culture_basics="fully", roles_written_role="mostly"))
    done = run("compare", first, second)
    assert (done.code, done.err) == (0, "")
    assert "What recovery means: Partly → Fully, two steps up" in done.out
    assert "(first by A. Rivera, a supervisor, now by B. Okafor, peer staff)" in done.out
    assert (
        done.out.index("Before posting.") < done.out.index("Culture") < done.out.index("Partly →")
    )
    assert "night shift" not in done.out


def test_compare_as_data(run: Run, first: str, tmp_path: Path) -> None:
    """The data has the shape that docs/comparing.md gives, and no note."""
    path = tmp_path / "second.yaml"
    second = _imported(run, path, _second(culture_basics="mostly"))
    text = run("compare", first, second, "--format", "json").out
    data = json.loads(text)
    assert list(data) == [
        "first", "second", "hire", "questionnaires", "answers", "actions", "carried",
    ]  # fmt: skip
    assert data["second"]["round"] == "follow-up"
    (changed,) = data["answers"]
    assert (changed["id"], changed["before"], changed["after"]) == (
        "culture.basics",
        "partly",
        "mostly",
    )
    assert (changed["how"], changed["steps"]) == ("up", 1)
    assert changed["after_by"] == {"name": "B. Okafor", "role": "peer_staff", "carried_from": None}
    (main,) = [q for q in data["questionnaires"] if q["id"] == "employer-competencies"]
    (culture,) = [s for s in main["sections"] if s["id"] == "culture"]
    assert culture["change"] == "one_step"
    assert culture["before"]["score"] < culture["after"]["score"]
    assert "night shift" not in text
    documented = (ROOT / "docs" / "comparing.md").read_text("utf-8")
    assert all(f'"{key}"' in documented for key in (*data, *changed, *culture, *culture["after"]))


def test_compare_on_a_page(run: Run, first: str, tmp_path: Path) -> None:
    """`-o` writes Markdown or HTML by the ending, over neither of the two files."""
    path = tmp_path / "second.yaml"
    path.write_text(_second(culture_basics="fully"), "utf-8")
    page = run("compare", first, path, "--format", "md")
    assert page.out.startswith("# Riverbend: what changed between two rounds\n")
    assert run("compare", first, path, "-o", tmp_path / "c.md").code == 0
    assert (tmp_path / "c.md").read_text("utf-8") == page.out
    assert run("compare", first, path, "-o", tmp_path / "c.html").code == 0
    assert "<!doctype html>" in (tmp_path / "c.html").read_text("utf-8").lower()
    assert run("compare", first, path, "--format", "md", "-o", path).code == 1


def test_compare_with_itself(run: Run, first: str) -> None:
    """A round beside itself has nothing to tell, and one that is not there is told."""
    assert "Nothing changed" in run("compare", first, first).out
    assert run("compare", first, "nowhere").code == 1
