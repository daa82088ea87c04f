"""`questionnaires check`: everything about an author's file, and what could read better."""

from pathlib import Path

from readiness.loading import Library, check_files

OWN = """\
id: our-own
title: Ours
version: 1
scale: implementation
sections:
  - id: ours
    title: Ours
    items:
      - {id: first, ask: Do you plan and do you act?, source: wise}
      - {id: open, ask: What is it?, kind: text, source: wise, why: WHY}
"""


def checked(tmp_path: Path, library: Library, text: str) -> list[str]:
    """What is said about a text in a file."""
    path = tmp_path / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in check_files([path], library)]


def test_warnings_say_what_could_read_better(tmp_path: Path, library: Library) -> None:
    """Two questions in one, long sentences, and scored items without actions or anchors."""
    assert checked(tmp_path, library, OWN.replace("WHY", "word " * 26)) == [
        "ours.yaml:9:9: warning: sections[0].items[0]: `ours.first` is scored and has no action",
        "ours.yaml:9:9: warning: sections[0].items[0]: `ours.first` has 0 anchors;"
        " 3 tell people what options look like",
        "ours.yaml:9:26: warning: sections[0].items[0].ask: this may ask two things (“and do”); ask one at a time",
        "ours.yaml:10:69: warning: sections[0].items[1].why: a sentence of 26 words; 25 are enough",
    ]


def test_problems_come_as_when_loading(tmp_path: Path, library: Library) -> None:
    """The same words, the same places; what is installed counts."""
    said = checked(
        tmp_path,
        library,
        OWN.replace("id: ours", "id: culture").replace(
            "title: Ours\n    items", "titlee: Ours\n    items"
        ),
    )
    assert "ours.yaml:7:5: sections[0].titlee: unknown key `titlee`. Did you mean title?" in said
    assert any("the id `culture` is taken by another section" in line for line in said)


def test_a_new_version_of_an_installed_one_takes_its_place(
    tmp_path: Path, library: Library, texts: dict[str, str]
) -> None:
    """Checking a changed copy shows no clash of ids, only a word of warning; an equal copy not even that."""
    copy = texts["employer-competencies.yaml"]
    changed = checked(tmp_path, library, copy.replace("Is pay fair?", "Is the pay fair?"))
    assert changed[0] == (
        "ours.yaml:1:5: warning: id: `employer-competencies` is the id of an installed questionnaire."
        " Give yours another id before you put it into your own folder."
    )
    assert all("warning" in line for line in changed)
    assert not any("installed" in line for line in checked(tmp_path, library, copy))


def test_folders_and_other_files_are_checked_too(
    tmp_path: Path, library: Library, texts: dict[str, str]
) -> None:
    """A folder stands for its files; files beside questionnaires go by their names."""
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("terms: [{id: t, term: T}]\n", encoding="utf-8")
    (tmp_path / "phrases.yaml").write_text("phrases: {a: []}\nphrase: b\n", encoding="utf-8")
    said = [
        str(problem) for problem in check_files([tmp_path], library) if problem.level == "error"
    ]
    assert said == [
        f"{tmp_path}/glossary.yaml:1:9: terms[0]: the key `means` is missing",
        f"{tmp_path}/phrases.yaml:2:1: phrase: unknown key `phrase`. Did you mean phrases?",
    ]


def test_what_cannot_be_read_is_told(tmp_path: Path, library: Library) -> None:
    """Missing files and folders without questionnaires."""
    (tmp_path / "empty").mkdir()
    said = [
        str(problem)
        for problem in check_files([tmp_path / "none.yaml", tmp_path / "empty"], library)
    ]
    assert "there is no such file" in said[0]
    assert said[1] == f"{tmp_path}/empty: there is no questionnaire in this folder"
