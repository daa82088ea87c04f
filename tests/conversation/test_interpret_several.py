"""Answers that name several options, numbers that are no place, and signs around a yes or no."""

import pytest
from tests.conversation.understanding import TODAY, items

from readiness.conversation import Interpretation, interpret

ITEMS = items()
WORKERS = ("employee", "volunteer")
EVERYONE = ("adults", "families_of_adults", "parents_of_minors", "young_adults", "other")


def read(text: str, item: str = "profile.workers") -> Interpretation:
    return interpret(text, ITEMS[item], today=TODAY)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("both, mostly volunteers at first", "mostly volunteers at first"),
        ("Both! Employees first", "Employees first"),
        ("both, mainly employees", "mainly employees"),
        ("both (mostly volunteers)", "mostly volunteers"),
        ("both but mostly employees", "but mostly employees"),
        ("we'll do both, probably volunteers first", "probably volunteers first"),
        ("both of them, volunteers to begin with", "volunteers to begin with"),
        ("both because we need hands", "because we need hands"),
        ("all of them, eventually", "eventually"),
        ("a mix, leaning volunteer", "leaning volunteer"),
        ("both, not just volunteers", "not just volunteers"),
        ("both, actually mostly volunteers", "actually mostly volunteers"),
        ("not just employees, both", "not just employees, both"),
        ("we plan on both", None),
        ("yes both", None),
        ("no, both", None),
        ("employees, actually both", None),
        ("volunteers. No wait, both", None),
        ("we want both employees and volunteers", None),
        ("employees and volunteers both", None),
    ],
)
def test_both_anywhere_means_every_option(text: str, note: str | None) -> None:
    """A text with "both" in it records both options, whatever it says more about one of them."""
    reading = read(text)
    assert (reading.outcome, reading.value, reading.note) == ("accepted", WORKERS, note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("all of these, mostly adults", "mostly adults"),
        ("all of the above, adults first", "adults first"),
        ("we serve all, mainly parents", "mainly parents"),
        ("all of them. Youth from next summer", "Youth from next summer"),
        ("all four groups", None),
        ("every one of them", None),
    ],
)
def test_all_anywhere_means_every_option(text: str, note: str | None) -> None:
    """A text that says "all" of the options records every one."""
    reading = read(text, "profile.serves")
    assert (reading.outcome, reading.value, reading.note) == ("accepted", EVERYONE, note)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("all adults", ("adults",)),
        ("adults and all their families", ("adults", "families_of_adults")),
        ("both adults and youth", ("adults", "young_adults")),
        ("not all, adults only", ("adults",)),
    ],
)
def test_all_that_belongs_to_one_option_means_that_option(
    text: str, value: tuple[str, ...]
) -> None:
    """ "All adults" are adults, and not everybody."""
    reading = read(text, "profile.serves")
    assert (reading.outcome, reading.value) == ("accepted", value)


@pytest.mark.parametrize(
    "text",
    [
        "not both", "don't want both", "never both", "we can't do both", "not both of them",
        "we won't take both", "not all of them", "no both", "we do not need both kinds",
        "not a mix", "we have never had both", "not all",
    ],
)  # fmt: skip
def test_both_under_a_no_records_nothing(text: str) -> None:
    """A negated "both" or "all" is no answer."""
    assert read(text).outcome == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "not both, just employees", "not both, employees", "both? no, employees",
        "both. No wait, employees", "never both, only employees", "we can't do both, so employees",
    ],
)  # fmt: skip
def test_what_stands_in_place_of_both_is_recorded(text: str) -> None:
    """After a "both" that was denied or taken back, the option that follows is the answer."""
    reading = read(text)
    assert (reading.outcome, reading.value) == ("accepted", ("employee",))


@pytest.mark.parametrize(
    "text",
    [
        "maybe both", "both?", "both if money allows", "either or both", "both, no",
        "both, but no volunteers before june", "both, but only employees for now",
        "volunteers at both sites", "both sites", "they both left last year", "both no",
        "not sure, maybe both", "both, no volunteers", "employees or both",
        "both, volunteers only", "both in the past, now employees", "both volunteers",
        "employees or volunteers", "all volunteers, both sites", "we used to do both",
    ],
)  # fmt: skip
def test_an_unsure_both_is_asked_back(text: str) -> None:
    """A hedged, questioned or contradicted "both", or one of something else, is never recorded."""
    assert read(text).outcome == "confirm"


@pytest.mark.parametrize("text", ["all but youth", "everyone except youth", "all except youth"])
def test_options_set_apart_from_all_are_asked_about(text: str) -> None:
    """All but one are the others, to be asked back."""
    reading = read(text, "profile.serves")
    assert (reading.outcome, reading.value) == (
        "confirm",
        ("adults", "families_of_adults", "parents_of_minors", "other"),
    )


@pytest.mark.parametrize(
    ("item", "text", "count", "note"),
    [
        ("workers", "employees and volunteers, mostly volunteers", 2, "mostly volunteers"),
        ("workers", "mainly employees, some volunteers", 2, "mainly employees, some volunteers"),
        ("workers", "employees and a few volunteers", 2, "employees and a few volunteers"),
        ("workers", "two employees and a volunteer", 2, "two employees and a volunteer"),
        ("workers", "employees first, volunteers later", 2, "employees first, volunteers later"),
        ("workers", "employees & volunteers; largely employees", 2, "largely employees"),
        ("workers", "employees and volunteers but mostly employees", 2, "but mostly employees"),
        ("workers", "volunteers at first", 1, "volunteers at first"),
        ("workers", "mostly employees", 1, "mostly employees"),
        ("workers", "volunteers, there's no money for posts", 1, "there's no money for posts"),
        ("workers", "volunteers. no, mostly employees", 1, "mostly employees"),
        ("serves", "adults and youth, mostly youth", 2, "mostly youth"),
        ("serves", "mostly adults, some families", 2, "mostly adults, some families"),
        ("serves", "parents mostly", 1, "parents mostly"),
        ("serves", "adults, youth and families, primarily adults", 3, "primarily adults"),
    ],
)
def test_words_beside_the_options_are_the_note(item: str, text: str, count: int, note: str) -> None:
    """What is said beyond the names of the options is kept word for word."""
    reading = read(text, f"profile.{item}")
    assert (reading.outcome, reading.note) == ("accepted", note)
    assert isinstance(reading.value, tuple)
    assert len(reading.value) == count
    assert note in text


@pytest.mark.parametrize(
    "text",
    [
        "employees", "employees and volunteers", "volunteers, employees", "employees & volunteers",
        "Employees, also volunteers", "volunteers only", "employees, no volunteers",
        "no volunteers, employees only", "we will hire employees", "volunteers as well as employees",
        "employees plus volunteers", "volunteers. no, employees", "both", "yes, employees",
    ],
)  # fmt: skip
def test_names_alone_leave_no_note(text: str) -> None:
    """Names of options and the words that join them are no note."""
    reading = read(text)
    assert (reading.outcome, reading.note) == ("accepted", None)


def test_an_option_beside_a_negative_number_stays_one_of_several() -> None:
    """Where several options may be chosen, an answer is always a tuple or one outside the list."""
    for text in ("volunteers -1", "voluntears", "volunters only", "employees -2 of them"):
        reading = read(text)
        assert reading.value is None or isinstance(reading.value, tuple), text


@pytest.mark.parametrize(
    "item",
    ["culture.basics", "workplace.s02", *(f"profile.{name}" for name in (
        "workers", "serves", "drives", "size", "kind", "managers"))],
)  # fmt: skip
@pytest.mark.parametrize(
    "text",
    [
        "-1", "- 1", "−1", "–1", "—2", "--1", "-1.", "(-1)", "-0", "-2!", "minus 1", "negative 2",
        "I'd say -1", "-1 because we tried", "-3%", "1, -2", "\uff0d1", "option -1",
    ],
)  # fmt: skip
def test_a_number_below_zero_is_no_place(text: str, item: str) -> None:
    """A minus before a digit makes it neither the place of an option nor a count."""
    assert read(text, item).outcome == "unclear"


@pytest.mark.parametrize("text", ["1.5", "+2", "2.5", "+1", "1½", "0.5", "2+", "1,5", ".5", "1.25"])
@pytest.mark.parametrize(
    "item", ["culture.basics", "profile.workers", "profile.drives", "profile.kind", "profile.size"]
)
def test_a_broken_or_signed_number_is_never_recorded(text: str, item: str) -> None:
    """Halves and numbers with a plus lie beside the places of options, and are at most asked about."""
    assert read(text, item).outcome in ("confirm", "unclear")


@pytest.mark.parametrize(
    ("item", "text", "value"),
    [
        ("profile.workers", "#1", ("employee",)),
        ("profile.workers", "1.", ("employee",)),
        ("profile.workers", "1)", ("employee",)),
        ("profile.workers", "(2)", ("volunteer",)),
        ("profile.workers", "1 & 2", WORKERS),
        ("profile.size", "10-49", "from_10_to_49"),
        ("profile.size", "60 - 70 people", "from_50_to_249"),
        ("culture.basics", "4 - we all went", "mostly"),
        ("culture.basics", "4 -we all went", "mostly"),
        ("culture.basics", "mostly - 4 people went", "mostly"),
        ("culture.basics", "mostly -4 people went", "mostly"),
        ("profile.managers", "managers - 4", 4),
        ("profile.managers", "managers: 4", 4),
    ],
)
def test_a_dash_is_not_always_a_minus(item: str, text: str, value: object) -> None:
    """Dashes in ranges and between an answer and its reason change nothing."""
    reading = read(text, item)
    assert (reading.outcome, reading.value) == ("accepted", value)


@pytest.mark.parametrize("said", ["yes", "no"])
@pytest.mark.parametrize(
    "form",
    [
        "{}.", "{}!!!", "({})", "'{}'", '"{}"', "{}...", "-{}", "- {}", "*{}*", "...{}", "{};",
        "{} :)", "[{}]", "_{}_", "`{}`", "<{}>", "{}^", "!{}", "#{}", "{}|", "{}$", "{}~", "—{}",
        "{}\\", "{}\u200b", "\u00a0{}", "{},", "{}-", "{}=",
    ],
)  # fmt: skip
def test_signs_around_a_yes_or_no_do_not_matter(form: str, said: str) -> None:
    """A yes or no is one with any signs of punctuation around it."""
    reading = read(form.format(said), "profile.drives")
    assert (reading.outcome, reading.value, reading.note) == ("accepted", said, None)
