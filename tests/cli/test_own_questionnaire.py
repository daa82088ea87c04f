"""An author's own questionnaire, from its first check to a report."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run, Start
from tests.cli.talking import Chat, recorded

from readiness.loading import Library

OWN = """
id: keys
title: Doors and keys
version: 1.0.0
scale: implementation
sections:
  - id: doors
    title: Doors
    items:
      - id: key
        topic: a key to the building
        ask: Does every peer have a key to the building?
        source: wise.c01
        anchors: {not_yet: No peer has one., partly: Some have one., fully: All have one.}
        actions:
          - id: give
            do: Give every peer a key.
            first_step: Count the keys.
            done_when: Every peer has one.
            owner: director
            source: wise.c01
      - id: closed
        kind: text
        ask: Which doors stay closed?
        source: wise.c01
        when: {doors.key: {at_most: partly}}
"""
ANSWERS = """
readiness: 1
agency: Riverbend
date: 2026-11-21
questionnaires: [keys]
answers:
  doors.key: partly
  doors.closed: {value: The back door, share: yes}
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, where the product looks for questionnaires."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("READINESS_QUESTIONNAIRES", str(folder))
    return folder


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "riverbend.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def test_from_check_to_report(run: Run, own: Path, answers: Path, tmp_path: Path) -> None:
    """A draft is checked where it lies, put into the folder, listed, scored and reported."""
    draft = tmp_path / "draft.yaml"
    draft.write_text(OWN, encoding="utf-8")
    assert run("questionnaires", "check", draft) == (0, "", "0 problems, 0 warnings\n")
    draft.rename(own / "keys.yaml")
    assert run("questionnaires", "check", own / "keys.yaml").code == 0
    listed = run("questionnaires", "list").out.splitlines()
    assert "keys\t1.0.0\t2 items\tyour own\tDoors and keys" in listed
    scored = run("score", answers)
    assert (scored.code, scored.err) == (0, "")
    assert "Doors and keys" in scored.out
    report = run("report", answers)
    assert report.code == 0
    for text in ("Count the keys.", "Give every peer a key.", "Doors and keys", "The back door"):
        assert text in report.out


def test_kept_without_the_folder(
    run: Run, own: Path, answers: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An imported assessment keeps the wording: it is reported and exported when the folder is gone."""
    (own / "keys.yaml").write_text(OWN, encoding="utf-8")
    stored = run("import", answers).out.strip()
    monkeypatch.setenv("READINESS_QUESTIONNAIRES", str(tmp_path / "none"))
    assert "Count the keys." in run("report", stored).out
    exported = run("export", stored)
    assert exported.code == 0
    path = tmp_path / "exported.yaml"
    path.write_text(exported.out, encoding="utf-8")
    assert "Doors and keys" in run("score", path).out


def test_not_there(run: Run, own: Path, answers: Path) -> None:
    """Answers to a questionnaire that is nowhere are refused, with its name and where it stands."""
    assert not list(own.iterdir())
    done = run("score", answers)
    assert done.code == 1
    assert f"{answers}:5:18: questionnaires[0]: there is no questionnaire `keys`" in done.err


def test_broken_in_the_folder(run: Run, own: Path, answers: Path) -> None:
    """A questionnaire with a problem is never half-loaded: whatever needs it names file, line and column."""
    (own / "keys.yaml").write_text(OWN.replace("ask: Does", "askk: Does"), encoding="utf-8")
    for command in (("questionnaires", "list"), ("score", answers)):
        done = run(*command)
        assert done.code == 1
        assert f"{own / 'keys.yaml'}:12:9: " in done.err
        assert "unknown key `askk`" in done.err


def test_own_and_shipped_together(own: Path) -> None:
    """One's own is asked after the shipped questionnaires and before the checklists."""
    from readiness import resources

    (own / "keys.yaml").write_text(OWN, encoding="utf-8")
    ids = Library([resources.questionnaires(), own]).ids()
    assert ids.index("recovery-workplace") < ids.index("keys") < ids.index("onboarding")


def _faulty(own: Path) -> Path:
    path = own / "faulty.yaml"
    path.write_text("id: faulty\ntitle: A\ntitle: B\nsections: x\n", encoding="utf-8")
    return path


def test_a_faulty_one_stops_nothing_else(run: Run, own: Path, answers_file: Path) -> None:
    """Scores, reports and imports of shipped questionnaires work, and say once which file is faulty."""
    before = [run("score", answers_file), run("report", answers_file)]
    faulty = _faulty(own)
    told = f"{faulty} has problems and is left out. To see them: readiness questionnaires check {faulty}\n"
    after = [run("score", answers_file), run("report", answers_file)]
    assert [(done.code, done.out) for done in after] == [(0, done.out) for done in before]
    assert [done.err for done in after] == [told + done.err for done in before]
    imported = run("import", answers_file)
    assert imported.code == 0
    assert imported.err.count(str(faulty)) == 2
    name = imported.out.strip()
    assert run("report", name).out.replace(f"readiness: {name} ·", "readiness: ·") == before[1].out
    checked = run("questionnaires", "check", faulty)
    assert checked.code == 1
    assert "the key `title` is here twice" in checked.out
    assert "sections: a list is needed here" in checked.out
    assert told not in checked.err


def test_list_names_the_faulty_ones(run: Run, own: Path) -> None:
    """The good ones are listed, the faulty ones told with their problems, and where the folder is."""
    (own / "keys.yaml").write_text(OWN, encoding="utf-8")
    (own / "clash.yaml").write_text(OWN.replace("id: keys", "id: onboarding"), encoding="utf-8")
    (own / "nameless.yaml").write_text("title: Nothing\n", encoding="utf-8")
    done = run("questionnaires", "list")
    assert done.code == 1
    assert [line.split("\t")[0] for line in done.out.splitlines()] == [
        "agency-profile", "employer-competencies", "recovery-workplace", "follow-up", "keys",
        "onboarding",
    ]  # fmt: skip
    assert "the id `onboarding` is taken by a shipped questionnaire" in done.err
    assert f"{own / 'nameless.yaml'}:1:1: there is no `id:` line" in done.err
    assert f"Your own questionnaires belong in {own}" in done.err
    check = run("questionnaires", "check", own / "clash.yaml")
    assert check.code == 1
    assert "taken by a shipped questionnaire" in check.out


def test_a_conversation_about_ones_own(run: Run, process: Start, own: Path, tmp_path: Path) -> None:
    """`start --questionnaire` asks the profile and one's own, and its report speaks of it."""
    (own / "keys.yaml").write_text(OWN, encoding="utf-8")
    store = tmp_path / "s.sqlite3"
    begin = ("--agency", "Riverbend", "--role", "leadership", "--scope", "full")
    chat = Chat(process("start", "--plain", *begin, "--questionnaire", "keys", "--store", store))
    while (answer := chat.hear()) is not None:
        if any("Does every peer have a key" in line for line in chat.lines):
            chat.say("partly")
            break
        chat.say(answer)
    chat.until("Which doors stay closed?")
    code, err = chat.end("The back door", "finish", "finish")
    assert (code, err) == (0, "")
    assert "Partly" in recorded(chat.lines)[-2]
    (name,) = [line.split("\t")[0] for line in run("list", "--store", store).out.splitlines()]
    report = run("report", name, "--store", store)
    assert "Give every peer a key." in report.out
    exported = run("export", name, "--store", store)
    assert "keys@1.0.0" in exported.out
    assert "employer-competencies@" not in exported.out


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("kyes-and-doors", "There is no questionnaire kyes-and-doors."),
        ("key", "There is no questionnaire key. Did you mean keys?"),
        ("onboarding", "onboarding is a checklist"),
        ("faulty", "the key `title` is here twice"),
    ],
)
def test_start_with_what_cannot_be_asked(
    run: Run, own: Path, tmp_path: Path, name: str, told: str
) -> None:
    """A questionnaire that cannot be asked is told before anything is stored."""
    (own / "keys.yaml").write_text(OWN, encoding="utf-8")
    _faulty(own)
    store = tmp_path / "s.sqlite3"
    done = run("start", "--plain", "--questionnaire", name, "--store", store)
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert not store.exists()
