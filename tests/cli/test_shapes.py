"""The public shapes of the data: `score --format json` and `questionnaires show --format json`, key by key."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

DEFAULT = ["agency-profile", "employer-competencies", "recovery-workplace"]
OVERALL = ["score", "low", "high", "band", "coverage"]
BANDS = {"exploration": (0, 25), "installation": (25, 50), "initial": (50, 75), "full": (75, 100.1)}
VERDICTS = {"not_yet", "find_out", "ready", None}


def _score(run: Run, file: Path) -> Any:
    done = run("score", file, "--format", "json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def _written(tmp_path: Path, answers: str) -> Path:
    path = tmp_path / "x.yaml"
    path.write_text(f"readiness: 1\nagency: Riverbend\nanswers:{answers}\n", encoding="utf-8")
    return path


def _check_score(score: dict[str, Any]) -> None:
    if score["score"] is not None:
        assert score["low"] <= score["score"] <= score["high"]
    if score["band"] is not None:
        low, high = BANDS[score["band"]]
        assert low <= score["score"] < high
    for key in ("score", "low", "high"):
        assert score[key] is None or 0 <= score[key] <= 100
    assert score["coverage"] is None or 0 <= score["coverage"] <= 1


def test_shape_of_a_score(run: Run, answers_file: Path) -> None:
    """A score has exactly the keys of the design, in its order."""
    data = _score(run, answers_file)
    assert list(data) == ["agency", "scope", "overall", "hire", "questionnaires"]
    assert list(data["overall"]) == OVERALL
    assert list(data["hire"]) == ["posting", "day_one"]
    for hire in data["hire"].values():
        assert list(hire) == ["verdict", "gates"]
        for gate in hire["gates"]:
            assert list(gate) == ["id", "ask", "answer", "state"]
    for questionnaire in data["questionnaires"]:
        assert list(questionnaire) == ["id", *OVERALL, "sections"]
        for section in questionnaire["sections"]:
            assert list(section) == [
                "id", "title", "score", "low", "high", "band",
                "answered", "applicable", "unknown", "coverage",
            ]  # fmt: skip


def test_values_of_a_score(run: Run, answers_file: Path) -> None:
    """The numbers of a score agree with each other, and its words are those of the design."""
    data = _score(run, answers_file)
    assert data["scope"] in ("full", "quick")
    assert [each["id"] for each in data["questionnaires"]] == DEFAULT
    main = data["questionnaires"][1]
    assert data["overall"] == {key: main[key] for key in OVERALL}
    assert len(main["sections"]) == 11
    for hire in data["hire"].values():
        assert hire["verdict"] in VERDICTS
        assert {gate["state"] for gate in hire["gates"]} <= {"met", "short", "unknown", "set_aside"}
    for questionnaire in data["questionnaires"]:
        _check_score(questionnaire)
        for section in questionnaire["sections"]:
            _check_score(section)
            assert section["answered"] + section["unknown"] == section["applicable"]
            if section["coverage"] is not None and section["coverage"] < 0.5:
                assert section["band"] is None


def test_score_of_nothing(run: Run, tmp_path: Path) -> None:
    """With nothing answered the bounds are 0 and 100, the rest is null, and every gate is unknown."""
    data = _score(run, _written(tmp_path, " {}"))
    assert data["overall"] == {
        "score": None, "low": 0.0, "high": 100.0, "band": None, "coverage": 0.0,
    }  # fmt: skip
    for hire in data["hire"].values():
        assert hire["verdict"] == "find_out"
        assert {gate["state"] for gate in hire["gates"]} == {"unknown"}
        assert {gate["answer"] for gate in hire["gates"]} == {None}
    profile = data["questionnaires"][0]
    assert {profile[key] for key in OVERALL} == {None}


def test_score_is_not_rounded(run: Run, tmp_path: Path) -> None:
    """JSON carries the unrounded value."""
    data = _score(
        run,
        _written(
            tmp_path,
            " {culture.basics: fully, culture.dignity: planned, culture.choices: not_yet}",
        ),
    )
    sections = {each["id"]: each for each in data["questionnaires"][1]["sections"]}
    assert math.isclose(sections["culture"]["score"], 125 / 3)
    assert sections["culture"]["answered"] == 3


def test_answers_of_gates(run: Run, tmp_path: Path) -> None:
    """A gate carries its answer as an option id or as the reason why there is none."""
    answers = """
  roles.written_role: mostly
  roles.peer_consulted: partly
  coaching.supervisor_named: dont_know
  infrastructure.funding_12_months: {value: not_applicable, note: No money changes hands.}"""
    hire = _score(run, _written(tmp_path, answers))["hire"]["posting"]
    found = {gate["id"]: (gate["answer"], gate["state"]) for gate in hire["gates"]}
    assert found["roles.written_role"] == ("mostly", "met")
    assert found["roles.peer_consulted"] == ("partly", "short")
    assert found["coaching.supervisor_named"] == ("dont_know", "unknown")
    assert found["infrastructure.funding_12_months"] == ("not_applicable", "set_aside")
    assert hire["verdict"] == "not_yet"


def test_other_questionnaires_only(run: Run, tmp_path: Path) -> None:
    """Without the eleven competencies there is no overall score, and no gate."""
    path = tmp_path / "x.yaml"
    path.write_text("readiness: 1\nquestionnaires: [agency-profile]\nanswers: {}\n")
    data = _score(run, path)
    assert set(data["overall"].values()) == {None}
    assert data["hire"] == {
        "posting": {"verdict": None, "gates": []},
        "day_one": {"verdict": None, "gates": []},
    }


def test_table_to_read(run: Run, answers_file: Path) -> None:
    """The table names the agency and every section, with lines that fit a terminal."""
    done = run("score", answers_file)
    assert done.code == 0
    data = _score(run, answers_file)
    assert done.out.startswith(data["agency"])
    for section in data["questionnaires"][1]["sections"]:
        assert section["title"] in done.out
    assert "not validated" in done.out.splitlines()[-1]
    assert max(map(len, done.out.splitlines())) <= 120


def test_table_of_a_survey_by_leadership(run: Run, tmp_path: Path) -> None:
    """The workplace survey has no label when only leadership has answered it; the data stays as it is."""
    answers = "".join(f"\n  workplace.s{n:02}: agree" for n in range(1, 12))
    path = _written(tmp_path, answers)
    staff = run("score", path)
    assert "ask staff" not in staff.out
    with path.open("a", encoding="utf-8") as file:
        file.write("respondent: {role: leadership}\n")
    rows = [line for line in run("score", path).out.splitlines() if "11/11" in line]
    assert len(rows) == 2
    assert all("ask staff" in row and "Well established" not in row for row in rows)
    assert _score(run, path)["questionnaires"][2]["band"] == "full"


@pytest.mark.parametrize("name", [*DEFAULT, "onboarding"])
def test_shape_of_a_questionnaire(run: Run, name: str) -> None:
    """A questionnaire as data has exactly the keys of the design, with defaults filled in."""
    done = run("questionnaires", "show", name, "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert list(data) == ["id", "title", "version", "scales", "sections"]
    assert data["id"] == name
    for scale in data["scales"].values():
        assert list(scale) == ["options"]
        for option in scale["options"]:
            assert list(option) == ["id", "label", "points"]
    for section in data["sections"]:
        assert list(section) == ["id", "number", "title", "weight", "items"]
        assert isinstance(section["weight"], int | float)
        for item in section["items"]:
            _check_item(item, section["id"], data["scales"])


def _check_item(item: dict[str, Any], section: str, scales: dict[str, Any]) -> None:
    assert list(item) == [
        "id", "kind", "ask", "scale", "weight", "gate", "quick", "derived",
        "when", "anchors", "source", "actions",
    ]  # fmt: skip
    assert item["id"].startswith(f"{section}.")
    assert item["kind"] in ("choice", "choices", "text", "number", "date", "task", "prompt")
    assert item["gate"] in (None, "posting", "day_one")
    assert item["scale"] is None or item["scale"] in scales
    assert isinstance(item["quick"], bool)
    assert isinstance(item["derived"], bool)
    assert isinstance(item["source"], list)
    assert isinstance(item["anchors"], dict)
    assert isinstance(item["actions"], list)


def test_text_of_a_questionnaire(run: Run) -> None:
    """A questionnaire can be read: every question, with its gate and its anchors."""
    done = run("questionnaires", "show", "employer-competencies")
    data = json.loads(
        run("questionnaires", "show", "employer-competencies", "--format", "json").out
    )
    assert (done.code, done.err) == (0, "")
    for section in data["sections"]:
        for item in section["items"]:
            assert item["ask"] in done.out
            assert all(anchor in done.out for anchor in item["anchors"].values())
    assert "gate before posting" in done.out


def test_unknown_questionnaire(run: Run) -> None:
    """A questionnaire that there is not is told with the nearest."""
    done = run("questionnaires", "show", "employer-competences")
    assert (done.code, done.out) == (1, "")
    assert "Did you mean employer-competencies?" in done.err


def test_list_of_questionnaires(run: Run) -> None:
    """The list has one line for each: id, version, items, whose it is, title."""
    lines = [line.split("\t") for line in run("questionnaires", "list").out.splitlines()]
    assert [line[0] for line in lines] == [*DEFAULT, "follow-up", "onboarding"]
    assert {len(line) for line in lines} == {5}
    assert {line[3] for line in lines} == {"shipped"}


OWN = """
id: my-own
title: My own
version: 1.0.0
scale: implementation
sections:
  - id: mine
    title: Mine
    items:
      - {id: one, ask: Is one in place?, source: wise.c01}
"""


def test_own_questionnaire(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A questionnaire in one's own folder is listed, shown and scored like a shipped one."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "my-own.yaml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("READINESS_QUESTIONNAIRES", str(folder))
    lines = [line.split("\t") for line in run("questionnaires", "list").out.splitlines()]
    assert ["my-own", "1.0.0", "1 item", "your own", "My own"] in lines
    shown = json.loads(run("questionnaires", "show", "my-own", "--format", "json").out)
    assert shown["sections"][0]["items"][0]["id"] == "mine.one"
    path = tmp_path / "x.yaml"
    path.write_text("readiness: 1\nquestionnaires: [my-own]\nanswers: {mine.one: fully}\n")
    (scored,) = _score(run, path)["questionnaires"]
    assert (scored["id"], scored["score"], scored["band"]) == ("my-own", 100.0, "full")


def test_check_of_a_good_one(run: Run, tmp_path: Path) -> None:
    """A questionnaire without a problem passes, with warnings of what could read better."""
    path = tmp_path / "my-own.yaml"
    path.write_text(OWN, encoding="utf-8")
    done = run("questionnaires", "check", path)
    assert done.code == 0
    assert done.err.startswith("0 problems")


def test_check_of_a_bad_one(run: Run, tmp_path: Path) -> None:
    """Every problem is a line on stdout with file, line and column, and the exit code is 1."""
    path = tmp_path / "my-own.yaml"
    path.write_text(OWN.replace("ask:", "askk:").replace("title: Mine", "titlee: Mine"))
    done = run("questionnaires", "check", path)
    assert done.code == 1
    problems = [line for line in done.out.splitlines() if "Did you mean" in line]
    assert len(problems) == 2
    assert all(line.startswith(f"{path}:") for line in problems)


def test_shipped_questionnaires_pass(run: Run) -> None:
    """What is shipped has no problem."""
    from readiness import resources

    done = run("questionnaires", "check", resources.questionnaires())
    assert done.code == 0, done.out


def test_schema_is_json_schema(run: Run) -> None:
    """The schema is JSON on stdout and describes a questionnaire."""
    done = run("questionnaires", "schema")
    assert (done.code, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema["$schema"].startswith("https://json-schema.org/")
