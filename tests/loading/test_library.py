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
        (
            "id: our-own",
            "id: onboarding",
            "the id `onboarding` is taken by a shipped questionnaire",
        ),
        ("id: our-own\n", "", "the key `id` is missing"),
        ("id: our-own\n", "", "there is no `id:` line at the left edge that can be read"),
        ("id: our-own", "id: [our-own", "is opened and not closed as it should be"),
        ("id: our-own\n", "id: our-own\nretired: {culture.pay: none}\n", "was retired in"),
        ("id: our-own", "id:\n  our-own", "there is no `id:` line at the left edge"),
        ("id: our-own", "id: &me our-own", "`&me` is an anchor"),
        (OWN, "", "the file is empty"),
    ],
)
def test_a_faulty_file_of_ones_own_stops_nothing_else(
    tmp_path: Path, shipped: Path, old: str, new: str, message: str
) -> None:
    """It is left out whole and told; what is shipped, and a sound one beside it, load as if it were not there."""
    other = OWN.replace("our-own", "other").replace("id: ours", "id: others")
    own = write(tmp_path / "own", {"ours.yaml": OWN.replace(old, new, 1), "zother.yaml": other})
    library = Library([shipped, own])
    (fault,) = library.faults
    assert fault.file == str(own / "ours.yaml")
    assert message in "\n".join(map(str, fault.problems))
    assert [each.id for each in library.all()] == [
        "agency-profile", "employer-competencies", "other", "onboarding",
    ]  # fmt: skip
    assert not library.is_own("onboarding")
    plain = Library([shipped])
    assert library.questionnaires(plain.ids()) == plain.all()


def test_a_faulty_one_of_ones_own_is_never_half_loaded(tmp_path: Path, shipped: Path) -> None:
    """Whoever asks for it by its id is told its problems; another that needs its items is left out with it."""
    needs = OWN.replace("our-own", "zneeds").replace("id: ours", "id: needs")
    texts = {
        "ours.yaml": OWN.replace("ask:", "askk:"),
        "needs.yaml": needs.replace("culture.basics: fully", "ours.first: yes"),
    }
    library = Library([shipped, write(tmp_path / "own", texts)])
    assert library.knows("our-own")
    assert not library.knows("nothing")
    assert {fault.id for fault in library.faults} == {"our-own", "zneeds"}
    with pytest.raises(InvalidInput, match="unknown key `askk`"):
        library.questionnaire("our-own")


def test_two_of_ones_own_with_one_id(tmp_path: Path, shipped: Path) -> None:
    """The first file counts, the second is told."""
    own = write(tmp_path / "own", {"a.yaml": OWN, "b.yaml": OWN.replace("Is it so?", "Is it?")})
    library = Library([shipped, own])
    assert library.questionnaire("our-own").item("ours.first").ask == "Is it so?"
    (fault,) = library.faults
    assert f"is taken by another of your own ({own / 'a.yaml'})" in str(fault.problems[0])


def test_faulty_files_beside_ones_own_are_left_out(tmp_path: Path, shipped: Path) -> None:
    """Broken trainings, sources or scales of one's own are told, and the shipped ones count."""
    names = ("trainings.yaml", "sources.yaml", "scales.yaml", "glossary.yaml")
    own = write(tmp_path / "own", dict.fromkeys(names, "broken: [\n") | {"ours.yaml": OWN})
    library = Library([shipped, own])
    assert {Path(fault.file).name for fault in library.faults} == set(names)
    assert library.trainings == Library([shipped]).trainings
    assert library.questionnaire("our-own").item("ours.first").scale is not None


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
    clashing = Library([shipped, own])
    assert "there is already a scale `yes_no`" in str(clashing.faults[0].problems[0])
    with pytest.raises(InvalidInput, match="unknown scale `mine`"):
        clashing.questionnaire("our-own")


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
    (fault,) = Library([shipped, own]).faults
    assert "latin.yaml: this file is not UTF-8" in str(fault.problems[0])
