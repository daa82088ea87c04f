"""The files beside the questionnaires: what becomes of them, and what is wrong in them."""

import pytest

from readiness.errors import InvalidInput
from readiness.loading import Library, shipped_lexicon, shipped_phrases


def test_sources_go_by_the_longest_prefix(library: Library) -> None:
    """Prefixes count in whole parts between dots."""
    found = library.sources.find("wise.c01.q1")
    assert found is not None
    assert found.title == "The first competency"
    near = library.sources.find("wise.c010")
    assert near is not None
    assert near.title == "The toolkit"
    assert library.sources.find("other") is None


TRAININGS = """\
trainings:
  - {id: a, title: A, about: About, group: G, hours: 6.5, group_min: 8, group_max: 12, audience: [peers], source: wise}
  - {id: b, title: B, about: About, group: G, hours: 2, group_min: 8, group_max: 12, audience: [peers], requires: c,
     source: who}
topics:
  - {id: t, training: d, about: About}
"""


def test_content_beside_questionnaires_is_checked_too(texts: dict[str, str]) -> None:
    """Trainings name known trainings and sources."""
    texts["trainings.yaml"] = TRAININGS
    with pytest.raises(InvalidInput) as caught:
        _ = Library.from_texts(texts).trainings
    assert [str(problem) for problem in caught.value.problems] == [
        "trainings.yaml:3:115: trainings[1].requires: there is no training `c`",
        "trainings.yaml:4:14: trainings[1].source: unknown source `who`",
        "trainings.yaml:6:23: topics[0].training: there is no training `d`",
    ]
    texts["trainings.yaml"] = (
        TRAININGS.replace("requires: c", "requires: a")
        .replace("who", "wise")
        .replace("training: d", "training: a")
    )
    trainings = Library.from_texts(texts).trainings
    assert trainings.trainings[0].hours == 13 / 2
    assert trainings.trainings[1].requires == "a"


GROUPS = """\
confirm: {about: Ask., source: who}
booking: {california: Write., elsewhere: Look., source: wise}
trainings:
  - {id: a, title: A, about: About, group: G, hours: 6, group_min: 8, group_max: 6, audience: [peers], source: wise,
     requires: b}
  - {id: b, title: B, about: About, group: G, hours: 2, group_min: 0, group_max: 12, audience: [peers], source: wise,
     requires: a, includes: c, price_usd: -1}
"""


def test_the_figures_of_trainings_are_checked(texts: dict[str, str]) -> None:
    """Groups that nobody can fill, prices below nothing, and trainings that come before themselves are problems."""
    texts["trainings.yaml"] = GROUPS
    with pytest.raises(InvalidInput) as caught:
        _ = Library.from_texts(texts).trainings
    assert {str(problem).split(": ", 1)[1] for problem in caught.value.problems} == {
        "trainings[0].group_max: the largest group is smaller than the smallest, `8`",
        "trainings[1].includes: there is no training `c`",
        "trainings[1].group_min: a group has at least one person, not `0`",
        "trainings[1].price_usd: a price is 0 or more, not `-1`",
        "trainings[0].requires: `a` would have to come before itself",
        "trainings[1].requires: `b` would have to come before itself",
        "confirm.source: unknown source `who`",
    }


def test_what_is_said_of_all_trainings_keeps_its_source(texts: dict[str, str]) -> None:
    """The warning and how to book come with what they rest on; a menu without them says nothing."""
    lines = "trainings: []\nconfirm: {about: ' Ask. ', source: wise}\n"
    texts["trainings.yaml"] = f"{lines}booking: {{california: W, elsewhere: L, source: wise}}\n"
    menu = Library.from_texts(texts).trainings
    assert (menu.confirm.about, menu.confirm.source) == ("Ask.", ("wise",))
    assert (menu.booking.california, menu.booking.elsewhere) == ("W", "L")
    assert menu.discount.about == ""


def test_glossary_resources_and_lived_experience(texts: dict[str, str]) -> None:
    """The other files become values, texts without stray space."""
    texts["glossary.yaml"] = "terms: [{id: t, term: T, means: ' It. ', also: [u], ours: true}]\n"
    texts["resources.yaml"] = (
        "about: A\nresources: [{id: r, title: R, url: 'http://r', section: culture}]\n"
    )
    texts["lived-experience.yaml"] = "populations: [{id: p, title: P, requires: R, source: wise}]\n"
    library = Library.from_texts(texts)
    assert library.glossary[0].means == "It."
    assert library.resources.resources[0].section == "culture"
    assert library.lived_experience.populations[0].source == ("wise",)
    texts["glossary.yaml"] = "terms: [{id: t, term: T, means: M}, {id: t, term: T, means: M}]\n"
    with pytest.raises(InvalidInput, match="there is already an entry `t`"):
        _ = Library.from_texts(texts).glossary


def test_a_list_of_sources_names_the_one_that_is_unknown(texts: dict[str, str]) -> None:
    """In a list of source ids, the problem stands at the one that nothing explains, with the nearest known one."""
    texts["glossary.yaml"] = "terms: [{id: t, term: T, means: M, source: [wise, wize]}]\n"
    with pytest.raises(InvalidInput) as caught:
        _ = Library.from_texts(texts).glossary
    assert [str(problem) for problem in caught.value.problems] == [
        "glossary.yaml:1:51: terms[0].source[1]: unknown source `wize`. Did you mean wise?"
    ]


def test_what_ships_for_the_chatbot() -> None:
    """Phrases have one or more wordings, and the lexicon knows how people say yes."""
    assert all(shipped_phrases().values())
    assert "yes" in shipped_lexicon().yes
