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


def test_an_id_of_an_installed_one_is_a_problem(tmp_path: Path, texts: dict[str, str]) -> None:
    """A copy clashes with what is installed, and is looked over in its place; the installed file itself is fine."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    for name, text in texts.items():
        (shipped / name).write_text(text, encoding="utf-8")
    library = Library([shipped])
    clash = (
        "ours.yaml:1:5: id: the id `employer-competencies` is taken by a shipped questionnaire."
        " Give yours another id."
    )
    copy = texts["employer-competencies.yaml"]
    for text in (copy, copy.replace("Is pay fair?", "Is the pay fair?")):
        first, *others = checked(tmp_path, library, text)
        assert first == clash
        assert all("warning" in line for line in others)
    for path in (shipped, shipped / "employer-competencies.yaml"):
        assert not [each for each in check_files([path], library) if each.level == "error"]


def test_one_of_ones_own_is_checked_beside_the_sound_ones(
    tmp_path: Path, texts: dict[str, str]
) -> None:
    """Another faulty file of the folder is no problem of this one; the same id in the folder is."""
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder in (shipped, own):
        folder.mkdir()
    for name, text in texts.items():
        (shipped / name).write_text(text, encoding="utf-8")
    for name, text in (("a", OWN), ("b", OWN), ("c", "id: broken\nsections: [")):
        (own / f"{name}.yaml").write_text(text, encoding="utf-8")
    library = Library([shipped, own])

    def said(path: Path) -> list[str]:
        return [str(each) for each in check_files([path], library) if each.level == "error"]

    assert said(own / "a.yaml") == []
    assert "is taken by another of your own" in said(own / "b.yaml")[0]
    draft = tmp_path / "draft.yaml"
    draft.write_text(OWN.replace("What is it?", "What?"), encoding="utf-8")
    assert said(draft) == []
    draft.write_text(OWN.replace("id: our-own\n", ""), encoding="utf-8")
    assert "there is no `id:` line" in "\n".join(said(draft))


def test_folders_and_other_files_are_checked_too(tmp_path: Path, texts: dict[str, str]) -> None:
    """A folder stands for its files; files beside questionnaires go by their names."""
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("terms: [{id: t, term: T}]\n", encoding="utf-8")
    (tmp_path / "phrases.yaml").write_text("phrases: {a: []}\nphrase: b\n", encoding="utf-8")
    said = [
        str(problem) for problem in check_files([tmp_path], Library(())) if problem.level == "error"
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
