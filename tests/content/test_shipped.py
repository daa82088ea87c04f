"""The shipped content keeps the promises that its readers rely on."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from readiness import resources
from readiness.domain import conditions
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.loading import Library

COMPETENCIES, PROFILE = "employer-competencies", "agency-profile"
SURVEY, ONBOARDING, FOLLOW_UP = "recovery-workplace", "onboarding", "follow-up"
ORDER = [6, 3, 8, 10, 2, 7, 4, 5, 9, 1, 11]
GATES = {
    "posting": {
        "roles.written_role",
        "roles.no_clinical_duties",
        "roles.peer_consulted",
        "coaching.supervisor_named",
        "coaching.supervisor_hours",
        "coaching.supervisor_prepared",
        "infrastructure.living_wage",
        "infrastructure.funding_12_months",
        "policies.hiring_screens",
        "leadership.direct_route",
    },
    "day_one": {
        "collaboration.team_prepared",
        "oversight.own_records_closed",
        "contact.two_per_program",
    },
}
# Words that the toolkit's own language guide drops (wise.lang.*). They may stand in proper names, in the lexicon and in
# the glossary's lists of words that people type.
DROPPED = re.compile(
    r"\b(clients?|consumers?|patients?|non-?compliant|compliant|low[- ]functioning|decompensat\w+|frequent flyers?"
    r"|unmotivated|symptomatic|grandiose|cutters?|manipulation|manipulative)\b",
    re.IGNORECASE,
)


@cache
def library() -> Library:
    return Library([resources.questionnaires()])


def questionnaire(name: str) -> Questionnaire:
    return library().questionnaire(name)


def scored() -> list[Item]:
    return [item for item in questionnaire(COMPETENCIES).items() if item.scored]


def texts(item: Item) -> Iterator[str]:
    yield from (item.topic, item.ask, item.why, item.find_out, item.note)
    yield from item.anchors.values()
    yield from item.versions.values()
    yield from item.says.values()
    for action in item.actions:
        yield from (action.do, action.first_step, action.done_when, action.owner)


def every_text() -> Iterator[str]:
    for shown in library().all():
        yield shown.about
        for section in shown.sections:
            yield from (section.title, section.short, section.why, section.find_out)
            for item in section.items:
                yield from texts(item)
        for scale in shown.scales.values():
            yield from (option.label for option in scale.options)
    yield from (term.means for term in library().glossary)
    menu = library().trainings
    yield from (menu.about, menu.confirm.about, menu.discount.about)
    yield from (menu.booking.california, menu.booking.elsewhere)
    yield from (training.about for training in menu.trainings)
    yield from (population.requires for population in library().lived_experience.populations)


def test_eleven_competencies_in_the_order_from_concrete_to_flattering() -> None:
    """The eleven sections carry the toolkit's numbers, in the order of asking that the design gives."""
    assert [section.number for section in questionnaire(COMPETENCIES).sections] == ORDER


def test_counts_of_scored_items() -> None:
    """There are 66 to 85 scored items, 5 to 9 in each section, and 25 to 35 of them are quick."""
    assert 66 <= len(scored()) <= 85
    for section in questionnaire(COMPETENCIES).sections:
        assert 5 <= sum(item.scored for item in section.items) <= 9, section.id
        assert sum(item.quick for item in section.items) >= 2, section.id
    assert 25 <= sum(item.quick for item in scored()) <= 35


@pytest.mark.parametrize("moment", GATES)
def test_gates(moment: str) -> None:
    """The gates of each moment are these, all quick, with a why and an action for every answer below the pass."""
    gates = [item for item in scored() if item.gate == moment]
    assert {item.id for item in gates} == GATES[moment]
    for gate in gates:
        assert gate.quick, gate.id
        assert gate.why, gate.id
        assert any(action.at_most in ("partly", "mostly") for action in gate.actions), gate.id


@pytest.mark.parametrize("item", scored(), ids=lambda item: item.id)
def test_every_scored_item_is_whole(item: Item) -> None:
    """Each has a topic, anchors that differ, a source, whom to ask, and an action with first step and done-when."""
    assert item.topic
    assert {"not_yet", "partly", "fully"} <= set(item.anchors)
    assert len(set(item.anchors.values())) == len(item.anchors)
    assert item.source
    sections = {s.id: s for s in questionnaire(COMPETENCIES).sections}
    assert item.find_out or sections[item.section].find_out
    assert item.actions
    for action in item.actions:
        assert action.first_step
        assert action.done_when
        assert action.source


def test_no_item_asks_two_things() -> None:
    """Outside the workplace survey no question joins two by "and", "or" or a slash."""
    joined = [i.ask for i in scored() if re.search(r"\b(and|or)\b|/", i.ask, re.IGNORECASE)]
    assert joined == []


def test_profile_is_short_and_everything_in_it_is_used() -> None:
    """At most 15 facts, each used by a condition or by the report's view of the facts."""
    facts = list(questionnaire(PROFILE).items())
    assert len(facts) <= 15
    used = {
        test.item
        for q in library().all()
        for i in q.items()
        if i.when
        for test in conditions.tests(i.when)
    }
    sources = Path(resources.__file__).parent.rglob("*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    unused = [fact.id for fact in facts if fact.id not in used and f'"{fact.id}"' not in code]
    assert unused == []


def test_the_facts_of_a_follow_up() -> None:
    """Who was hired, who is still here and whether supervision was held are asked, briefly, and never scored."""
    facts = list(questionnaire(FOLLOW_UP).items())
    assert [fact.id for fact in facts] == [
        "since.started", "since.roles", "since.new_here", "since.left", "since.supervision",
        "since.in_the_way",
    ]  # fmt: skip
    for fact in facts:
        assert fact.quick, fact.id
        assert not fact.scored, fact.id
        assert fact.why, fact.id
        assert fact.topic, fact.id
        assert fact.source, fact.id


def test_the_survey_keeps_its_eleven_statements_with_their_parts() -> None:
    """Eleven statements on the agreement scale, each with an action and a follow-up for neutral or lower."""
    items = list(questionnaire(SURVEY).items())
    statements = [item for item in items if item.scored]
    assert [item.source[0] for item in statements] == [f"wise.row.{n:02}" for n in range(1, 12)]
    for statement in statements:
        assert statement.scale is not None
        assert statement.scale.id == "agreement"
        assert statement.actions
        follow_up = items[items.index(statement) + 1]
        assert follow_up.kind == "choices"
        assert follow_up.when is not None
        (test,) = conditions.tests(follow_up.when)
        assert (test.item, test.op, test.written) == (statement.id, "at_most", ("neutral",))
    assert questionnaire(SURVEY).sections[0].ask_staff is not None


def test_the_whole_checklist_is_there() -> None:
    """81 entries in five phases, each from its own entry of the toolkit."""
    phases = questionnaire(ONBOARDING).sections
    assert [len(phase.items) for phase in phases] == [14, 10, 24, 11, 22]
    own = [s for i in questionnaire(ONBOARDING).items() for s in i.source if "wise.onb." in s]
    entries = [s for s in own if re.fullmatch(r"wise\.onb\.(pre|post|30|90)\.\d+[a-z]?", s)]
    assert len(set(entries)) == 81
    assert max(Counter(entries).values()) == 1


def test_menus() -> None:
    """21 trainings with hours, group and price; 70 links over all competencies; at least 30 terms."""
    trainings = library().trainings.trainings
    assert len(trainings) == 21
    assert all(t.hours and t.group_min and t.group_max and t.audience for t in trainings)
    assert all(t.price_usd is not None for t in trainings)
    links = library().resources.resources
    sections = {section.id for section in questionnaire(COMPETENCIES).sections}
    assert len(links) == 70
    assert {link.section for link in links} == sections
    assert len(library().glossary) >= 30


def test_reading_grade() -> None:
    """The median Flesch-Kincaid grade of what is asked is at most 8, and none is above 11."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # textstat 0.7.3 asks for pkg_resources
        import textstat

        asks = [item.ask for q in library().all() for item in q.items()]
        grades = {ask: textstat.flesch_kincaid_grade(ask) for ask in asks}
    assert median(grades.values()) <= 8
    assert {ask: grade for ask, grade in grades.items() if grade > 11} == {}


def test_words_of_the_language_guide() -> None:
    """No text that is shown to people uses a word that the language guide drops, outside proper names."""
    proper = {"Compliance Essentials"}
    found = []
    for text in every_text():
        bare = text
        for name in proper:
            bare = bare.replace(name, "")
        found += [f"{match.group()}: {text}" for match in DROPPED.finditer(bare)]
    assert found == []


def test_templates_and_phrases_keep_to_the_guide_too() -> None:
    """The report's templates and the chatbot's phrases use none of those words either."""
    shown = [*resources.templates().iterdir(), resources.questionnaires() / "phrases.yaml"]
    found = [p.name for p in shown if DROPPED.search(p.read_text(encoding="utf-8"))]
    assert found == []
