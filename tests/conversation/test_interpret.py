"""Understanding answers, item kind by item kind, through the public door."""

from datetime import date

import pytest
from tests.conversation.understanding import TODAY, items

from readiness.conversation import Interpretation, interpret
from readiness.domain.questionnaire import Item

ITEMS = items()


def read(text: str, item: str = "culture.basics") -> Interpretation:
    return interpret(text, ITEMS[item], today=TODAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "partly"),
        ("b", "planned"),
        ("b)", "planned"),
        ("option 4", "mostly"),
        ("MOSTLY!", "mostly"),
        ("mosty", "mostly"),  # codespell:ignore mosty
        ("nto yet", "not_yet"),
        ("nope", "not_yet"),
        ("yes across the board", "fully"),
        ("pretty much", "mostly"),
        ("kind of", "partly"),
        ("yes, mostly", "mostly"),
        ("can't say we do", "not_yet"),
        ("we don't", "not_yet"),
        ("80%", "mostly"),
        ("about half", "partly"),
        ("8 out of 10", "mostly"),
        ("3, no wait, 4", "mostly"),
        ("not 4, 3", "partly"),
        ("partly... actually mostly", "mostly"),
        ("b. no, c", "partly"),
        ("a, sorry, b", "planned"),
        ("c no wait d", "mostly"),
        ("I'd go with c", "partly"),
        ("4 no 3", "partly"),
        ("#3", "partly"),
        ("noo", "not_yet"),  # codespell:ignore noo
        ("not tyet", "not_yet"),
        ("most but not all", "mostly"),
        ("we do not have one", "not_yet"),
        ("who knows", "dont_know"),
        ("I don't have that information", "dont_know"),
        ("why yes, fully", "fully"),
    ],
)
def test_a_clear_answer_is_accepted(text: str, value: str) -> None:
    """A number, letter, label, typo, everyday word, part of a whole or correction is recorded."""
    reading = read(text)
    assert (reading.outcome, reading.value, reading.candidates) == ("accepted", value, ())


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("yes", ("fully", "mostly")),
        ("not fully", ("partly", "mostly")),
        ("hardly", ("not_yet", "partly")),
        ("yes but only downtown", ("mostly", "partly")),
        ("no, though HR has drafted one", ("planned", "not_yet")),
        ("3 or 4", ("partly", "mostly")),
        ("3.5", ("partly", "mostly")),
        ("we fully intend to", ("planned",)),
        ("partly?", ("partly",)),
        ("mostly because we have no money", ("mostly",)),
        ("everyone knows luis", ("fully",)),
        ("fully in two programs, not at all in the third", ("partly", "fully", "not_yet")),
        ("not sure, maybe partly", ("partly", "dont_know")),
        ("mostly, no, let me check that first", ("mostly", "dont_know")),
        ("fully, I hope", ("fully",)),
        ("fully on paper", ("fully",)),
        ("b or c", ("planned", "partly")),
        ("fully, nights don't", ("fully",)),
        ("mostly (not yet)", ("mostly", "not_yet")),
        ("barely partly", ("partly", "not_yet")),
        ("we have no volunteers", ("not_applicable", "not_yet")),
    ],
)
def test_two_readings_are_asked_back(text: str, candidates: tuple[str, ...]) -> None:
    """Hedges, contrast, bare yes, negation and words in another sense are never recorded unasked."""
    reading = read(text)
    assert (reading.outcome, reading.candidates) == ("confirm", candidates)
    assert reading.value == candidates[0]


@pytest.mark.parametrize(
    "text", ["we have 3 supervisors", "5 hours a week", "no worries", "asdf", "6", "party"]
)
def test_what_is_no_answer_is_unclear(text: str) -> None:
    """Numbers that count something else, idioms and real words near a label are not answers."""
    assert read(text) == Interpretation(outcome="unclear")


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("Mostly, but only at the downtown site", "mostly", "but only at the downtown site"),
        ("3 - the front desk is weak", "partly", "the front desk is weak"),
        ("not yet because no one has time", "not_yet", "because no one has time"),
        ("planned for spring", "planned", "for spring"),
        ("4 because we all went", "mostly", "because we all went"),
        ("mostly bc two points are open", "mostly", "bc two points are open"),
        ("5 all four programs have two", "fully", "all four programs have two"),
        ("don't know yet, waiting for HR", "dont_know", "waiting for HR"),
        ("sort of, in some programs", "partly", "in some programs"),
        ("we have a policy, so i'd say mostly", "mostly", "we have a policy"),
        ("no idea, that was before my time", "dont_know", "that was before my time"),
    ],
)
def test_the_reason_is_kept_word_for_word(text: str, value: str, note: str) -> None:
    """An answer with its reason is recorded, and the reason is a verbatim part of the text."""
    reading = read(text)
    assert (reading.outcome, reading.value, reading.note) == ("accepted", value, note)
    assert note in text


@pytest.mark.parametrize("item", ["culture.basics", "workplace.s02", "profile.drives"])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("don't know", "dont_know"),
        ("no idea", "dont_know"),
        ("I'd have to ask HR", "dont_know"),
        ("idk", "dont_know"),
        ("n/a", "not_applicable"),
        ("doesn't apply to us", "not_applicable"),
    ],
)
def test_outside_the_scale(item: str, text: str, value: str) -> None:
    """Don't know and not applicable are understood on every scale."""
    reading = read(text, item)
    assert (reading.outcome, reading.value) == ("accepted", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("agree", "agree"),
        ("stongly agree", "strongly_agree"),  # codespell:ignore stongly
        ("i don't agree", "disagree"),
        ("couldn't agree more", "strongly_agree"),
        ("50/50", "neutral"),
    ],
)
def test_agreement(text: str, value: str) -> None:
    """The agreement scale has everyday words of its own."""
    assert read(text, "workplace.s02").value == value
    assert read(text, "workplace.s02").outcome == "accepted"


def test_a_letter_that_is_also_an_initial_is_asked_back() -> None:
    """`d` is the fourth option, agree, and the initial of disagree."""
    assert read("d", "workplace.s02").candidates == ("agree", "disagree")


@pytest.mark.parametrize(
    ("item", "text", "value"),
    [
        ("profile.workers", "both", ("employee", "volunteer")),
        ("profile.workers", "employees and a few volunteers", ("employee", "volunteer")),
        ("profile.workers", "employees, no volunteers", ("employee",)),
        ("profile.workers", "volunteers. no, employees", ("employee",)),
        ("profile.serves", "1 and 4", ("adults", "young_adults")),
        ("profile.serves", "a, b", ("adults", "families_of_adults")),
        ("profile.state", "Portland, OR", "oregon"),
        ("profile.state", "we're in ohio", "ohio"),
        ("profile.size", "45 people", "from_10_to_49"),
        ("profile.size", "10 to 49", "from_10_to_49"),
        ("profile.size", "3", "from_50_to_249"),
        ("profile.kind", "Clinic, hospital or health plan", "health_care"),
        ("profile.serves", "Other people, such as those facing substance use", ("other",)),
        ("profile.size", "fewer than ten", "under_10"),
        ("profile.peers_per_program", "two in each program", 2),
        ("profile.managers", "twenty five", 25),
        ("profile.managers", "ten. no, twelve", 12),
        ("profile.managers", "none", 0),
        ("profile.posting_date", "3/15/2027", date(2027, 3, 15)),
        ("profile.posting_date", "the 15th of March 2027", date(2027, 3, 15)),
        ("profile.start_date", "17 agust 2027", date(2027, 8, 17)),
        ("profile.posting_date", "tbd", "dont_know"),
    ],
)
def test_facts_of_the_profile(item: str, text: str, value: object) -> None:
    """Several choices, names, sizes, numbers and dates are read the way people type them."""
    reading = read(text, item)
    assert (reading.outcome, reading.value) == ("accepted", value)


@pytest.mark.parametrize(
    ("item", "text", "value"),
    [
        ("profile.posting_date", "march ideally", date(2027, 3, 1)),
        ("profile.posting_date", "by March 1 2027", date(2027, 3, 1)),
        ("profile.managers", "2 or 3", 2),
        ("profile.managers", "we opened in 2019", 2019),
        ("profile.size", "three", "from_50_to_249"),
        ("profile.size", "not sure, 60 maybe", "dont_know"),
        ("profile.managers", "5 if the grant comes", 5),
        ("profile.drives", "no, some will", "no"),
        ("profile.managers", "seven managers and then me", 7),
        ("profile.size", "we have 3 sites", "under_10"),
        ("profile.state", "my sister lives in texas", "texas"),
    ],
)
def test_unsure_facts_are_asked_back(item: str, text: str, value: object) -> None:
    """A date without a year, a rough number or a fact about something else is never recorded unasked."""
    reading = read(text, item)
    assert (reading.outcome, reading.value) == ("confirm", value)


@pytest.mark.parametrize("text", ["2027-02-30", "never", "-2"])
def test_impossible_facts_are_unclear(text: str) -> None:
    """A day that no calendar has and a negative number are not guessed at."""
    item = "profile.managers" if text == "-2" else "profile.posting_date"
    assert read(text, item).outcome == "unclear"


def test_anchor_wording_is_confirmed() -> None:
    """Wording close to an anchor of the item counts as that option, to be confirmed."""
    item = ITEMS["culture.basics"]
    for option, anchor in item.anchors.items():
        reading = read(anchor)
        assert reading.outcome == "confirm"
        assert reading.candidates[0] == option


def test_every_label_counts_as_its_option() -> None:
    """A label typed as it is shown is that option, whatever words stand in it."""
    for item in ITEMS.values():
        for option in item.scale.options if item.scale else ():
            reading = interpret(option.label, item, today=TODAY)
            wanted = (option.id,) if item.kind == "choices" else option.id
            assert (reading.outcome, reading.value) == ("accepted", wanted), (item.id, option.label)


def test_an_anchor_goes_before_everyday_words() -> None:
    """The wording of an anchor is asked about, even where other words would be a sure answer."""
    reading = read("on the calendar but staff are often pulled out", "learning.protected_time")
    assert (reading.outcome, reading.candidates[0]) == ("confirm", "partly")


@pytest.mark.parametrize("text", ["5", "15", "b", "the fifth"])
def test_long_lists_have_no_places(text: str) -> None:
    """A bare number or letter names no option of a list that is shown without numbers."""
    assert read(text, "profile.state").outcome == "unclear"


def test_no_opinion_is_not_surely_neutral() -> None:
    """Having no opinion may be the middle of the scale or no answer."""
    reading = read("no opinion", "workplace.s02")
    assert (reading.outcome, reading.candidates) == ("confirm", ("neutral", "dont_know"))


def test_open_questions_take_everything() -> None:
    """The answer to an open question is kept exactly as typed, ten thousand characters included."""
    for text in ("partly hands off, partly coaching", "  two  spaces ", "x" * 10_000):
        reading = read(text, "leadership.styles")
        assert (reading.outcome, reading.value) == ("accepted", text)


def test_open_questions_ask_when_a_word_may_be_a_command() -> None:
    """A bare command word in an open question is asked about, with both readings."""
    reading = read("help", "leadership.styles")
    assert (reading.outcome, reading.value, reading.command) == ("confirm", "help", "help")
    assert read("/help", "leadership.styles").outcome == "command"


def test_a_scale_of_ones_own_works_by_its_labels() -> None:
    """An author's scale without a lexicon understands its labels, numbers, typos and don't know."""
    item = _with_own_scale()
    for text, value in (("often", "often"), ("2", "sometimes"), ("sometmes", "sometimes")):
        assert interpret(text, item).value == value
    assert interpret("no idea", item).value == "dont_know"


def _with_own_scale() -> Item:
    from fractions import Fraction

    from readiness.domain.questionnaire import Option, Scale

    names = ("Never", "Sometimes", "Often")
    options = tuple(Option(n.lower(), n, Fraction(k, 2)) for k, n in enumerate(names))
    scale = Scale("frequency", options)
    return Item(id="a.b", section="a", kind="choice", ask="How often?", source=(), scale=scale)
