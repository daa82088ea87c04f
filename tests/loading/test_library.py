"""Finding and loading by name: shipped folders, a user's own, and kept wording."""

from pathlib import Path

import pytest

from readiness.errors import InvalidInput, NotFound
from readiness.loading import Library

OWN = """\
id: our-own
title: Ours
version: 1
sections:
  - id: ours
    title: Ours
    items:
      - {id: first, ask: Is it so?, source: wise, scale: yes_no, when: {culture.basics: fully}}
"""


@pytest.fixture
def shipped(tmp_path: Path, texts: dict[str, str]) -> Path:
    """A folder with the small content."""
    return write(tmp_path / "shipped", texts)


def write(folder: Path, texts: dict[str, str]) -> Path:
    """A folder with some files."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_ids_come_in_the_order_of_asking(shipped: Path) -> None:
    """The profile first, checklists last."""
    assert Library([shipped]).ids() == ("agency-profile", "employer-competencies", "onboarding")


def test_only_what_is_needed_is_read(shipped: Path) -> None:
    """A broken file that nothing names does not stop another from loading."""
    (shipped / "onboarding.yaml").write_text(
        "id: onboarding\nkind: checklist\nsections: [", encoding="utf-8"
    )
    library = Library([shipped])
    assert library.questionnaire("employer-competencies").item("culture.pay").when is not None
    with pytest.raises(InvalidInput):
        library.questionnaire("onboarding")


def test_a_questionnaire_of_ones_own_stands_beside_the_shipped(
    tmp_path: Path, shipped: Path
) -> None:
    """It is found, may name shipped items, scales and sources, and is known as one's own."""
    own = write(
        tmp_path / "own", {"ours.yml": OWN, "answers.yaml": "readiness: 1\nid: x\nanswers: {}\n"}
    )
    library = Library([shipped, own, tmp_path / "missing"])
    assert "our-own" in library.ids()
    assert library.is_own("our-own")
    assert not library.is_own("onboarding")
    assert library.questionnaire("our-own").item("ours.first").scale is not None
    assert len(library.all()) == 4
    assert library.file("our-own") == str(own / "ours.yml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- id: ours", "- id: culture", "the id `culture` is taken by another section"),
        ("id: our-own", "id: onboarding", "the id `onboarding` is taken by another questionnaire"),
        ("id: our-own\n", "", "the key `id` is missing"),
    ],
)
def test_clashes_with_ones_own_show_whatever_is_loaded(
    tmp_path: Path, shipped: Path, old: str, new: str, message: str
) -> None:
    """An id that is taken twice is told, also when a shipped questionnaire is asked for."""
    own = write(tmp_path / "own", {"ours.yaml": OWN.replace(old, new, 1)})
    with pytest.raises(InvalidInput, match=message):
        Library([shipped, own]).questionnaire("agency-profile")


def test_own_scales_and_sources_add_to_the_shipped(tmp_path: Path, shipped: Path) -> None:
    """A folder may bring both; a scale id that is taken is a clash."""
    scales = "scales: [{id: mine, options: [{id: a, label: A}]}]\n"
    texts = {
        "ours.yaml": OWN.replace("scale: yes_no", "scale: mine").replace(
            "source: wise", "source: me"
        ),
        "scales.yaml": scales,
        "sources.yaml": "sources: [{prefix: me, title: Me}]\n",
    }
    own = write(tmp_path / "own", texts)
    library = Library([shipped, own])
    assert library.questionnaire("our-own").item("ours.first").source == ("me",)
    kept = Library.from_texts(library.texts(["our-own"]))
    assert kept.questionnaire("our-own") == library.questionnaire("our-own")
    (own / "scales.yaml").write_text(scales.replace("mine", "yes_no"), encoding="utf-8")
    with pytest.raises(InvalidInput, match="there is already a scale `yes_no`"):
        Library([shipped, own]).questionnaire("our-own")


def test_kept_wording_gives_equal_questionnaires(shipped: Path) -> None:
    """The texts of a questionnaire bring what it needs, and load without the sources."""
    library = Library([shipped])
    texts = library.texts(["employer-competencies"])
    assert set(texts) == {"employer-competencies.yaml", "agency-profile.yaml", "scales.yaml"}
    kept = Library.from_texts(texts)
    assert kept.questionnaire("employer-competencies") == library.questionnaire(
        "employer-competencies"
    )


def test_a_file_is_parsed_once(shipped: Path) -> None:
    """What is loaded stays loaded, whatever happens to the file."""
    library = Library([shipped])
    first = library.questionnaire("agency-profile")
    for path in shipped.iterdir():
        path.unlink()
    assert library.questionnaire("agency-profile") is first


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    """No content is no fault until somebody asks for it."""
    library = Library([tmp_path])
    assert library.all() == ()
    assert library.glossary == ()
    assert library.trainings.trainings == ()
    with pytest.raises(NotFound, match="There are none"):
        library.questionnaire("agency-profile")


def test_unreadable_files_of_ones_own_are_told(tmp_path: Path, shipped: Path) -> None:
    """A file that is not UTF-8 is named, though nobody can know what it holds."""
    own = write(tmp_path / "own", {"ours.yaml": OWN})
    (own / "latin.yaml").write_bytes(b"id: se\xf1or\n")
    with pytest.raises(InvalidInput, match=r"latin\.yaml: this file is not UTF-8"):
        Library([shipped, own]).all()
