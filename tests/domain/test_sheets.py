"""Paper sheets: codes that stay, and marks read as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.build import Case, assessment, questionnaires
from tests.domain.strategies import THREE, YES_NO, plain_item, plain_questionnaire, plain_section

from readiness.domain.answers import Missing
from readiness.domain.flow import flow_of
from readiness.domain.sheets import Mark, Sheet, find_sheet, names, read_marks, sheets


def _sheets(case: Case) -> tuple[Sheet, ...]:
    said = assessment(case)
    return sheets(flow_of(said, questionnaires(case)), said.answers)


def _case(**answers: str) -> Case:
    """Two sections: one fact, three scored items, one of them only for drivers; and two more scored items."""
    facts = [plain_item("facts.drives", scale=YES_NO)]
    roles = [
        plain_item("roles.one", quick=True),
        plain_item("roles.two", when={"facts.drives": "yes"}),
        plain_item("roles.why", kind="text", scale=None),
        plain_item("roles.three", scale=THREE, quick=True),
    ]
    culture = [plain_item("culture.one"), plain_item("culture.two")]
    sections = [
        plain_section("facts", facts),
        plain_section("roles", roles),
        plain_section("culture", culture),
    ]
    given_answers = {item_id.replace("_", "."): {"value": v} for item_id, v in answers.items()}
    return Case([plain_questionnaire("main", sections)], given_answers)


def _marks(sheet: Sheet, *typed: str) -> list[tuple[str, object]]:
    reading = read_marks(sheet, typed)
    assert not reading.misreads
    return [(mark.question.code, mark.value) for mark in reading.marks]


def test_a_sheet_for_each_section_with_scored_items() -> None:
    """Sections without scored items have no sheet, and open questions no code."""
    roles, culture = _sheets(_case(facts_drives="yes"))
    assert (roles.letter, roles.section.id) == ("A", "roles")
    assert [question.code for question in roles.questions] == ["A1", "A2", "A3"]
    assert [question.code for question in culture.questions] == ["B1", "B2"]


def test_codes_stay_when_conditions_change() -> None:
    """What is not asked is not on the sheet, and every other item keeps its code; so in a quick check."""
    roles = _sheets(_case(facts_drives="no"))[0]
    assert [question.code for question in roles.questions] == ["A1", "A3"]
    assert [question.code for question in roles.left_out] == ["A2"]
    (quick,) = _sheets(_case(facts_drives="yes")._replace(scope="quick"))
    assert [question.code for question in quick.questions] == ["A1", "A3"]


def test_what_may_apply_is_on_the_sheet() -> None:
    """An item whose condition hangs on a fact that nobody gave is on the sheet, and said to be unsure."""
    roles = _sheets(_case())[0]
    assert [(q.code, q.sure) for q in roles.questions] == [
        ("A1", True),
        ("A2", False),
        ("A3", True),
    ]


def test_a_sheet_has_three_names() -> None:
    """Its section, its letter, and its short title; nothing else."""
    found = _sheets(_case())
    for name in ("culture", "B", "b", " Culture "):
        assert find_sheet(found, name) is found[1]
    assert find_sheet(found, "C") is None
    assert names(found) == ("roles", "culture", "A", "B")


@pytest.mark.parametrize(
    "typed", [("5", "d", "3"), ("5d3",), ("5D", "3"), ("5, d, 3",), ("5d", "3")]
)
def test_spaces_between_marks_are_optional(typed: tuple[str, ...]) -> None:
    """One line of marks is read the same with spaces, commas or neither."""
    roles = _sheets(_case())[0]
    assert _marks(roles, *typed) == [
        ("A1", "fully"),
        ("A2", Missing.DONT_KNOW),
        ("A3", "high"),
    ]


def test_marks_without_an_option() -> None:
    """x does not apply; a hyphen, a dash and s are left blank."""
    roles = _sheets(_case())[0]
    skipped = Missing.SKIPPED
    assert [value for _, value in _marks(roles, "x-S")] == [
        Missing.NOT_APPLICABLE,
        skipped,
        skipped,
    ]
    assert [value for _, value in _marks(roles, "–", "—", "-")] == [skipped] * 3


def test_a_mark_with_a_code_answers_that_item() -> None:
    """Marks with codes may be few, in any order, with spaces around the sign."""
    roles = _sheets(_case())[0]
    assert _marks(roles, "a3=2", "A1", "=", "d") == [
        ("A3", "middle"),
        ("A1", Missing.DONT_KNOW),
    ]


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("53", ["count"]),
        ("5355", ["count"]),
        ("", ["count"]),
        ("503", ["mark"]),
        ("954", ["mark", "mark"]),
        ("5q3", ["mark"]),
        ("5²3", ["mark"]),
        ("A1=", ["mark"]),
        ("A1=22", ["mark"]),
        ("A9=1", ["code"]),
        ("B1=1", ["code"]),
        ("A1=1 A1=2", ["twice"]),
        ("A1=1 4", ["mixed"]),
        ("A1=9 Z=1 4", ["code", "mixed", "mark"]),
    ],
)
def test_what_cannot_be_read_is_all_told(typed: str, kinds: list[str]) -> None:
    """A line with anything wrong gives no mark at all, and everything that is wrong with it."""
    reading = read_marks(_sheets(_case())[0], typed.split(" "))
    assert reading.marks == ()
    assert [each.kind for each in reading.misreads] == kinds


def test_the_code_of_what_is_not_asked_is_told_apart() -> None:
    """A code from an older print is known, though its question is not asked any more."""
    reading = read_marks(_sheets(_case(facts_drives="no"))[0], ["A2=4"])
    assert [(each.kind, each.typed) for each in reading.misreads] == [("left_out", "A2")]


def test_long_scales_need_space_between_marks() -> None:
    """Where a question has more than nine options, a mark may be two digits, and spaces tell marks apart."""
    scale = [(f"o{n}", None) for n in range(12)]
    points = [(name, n) for n, (name, _) in enumerate(scale)]
    item = plain_item("roles.long", scale=points)
    case = Case([plain_questionnaire("main", [plain_section("roles", [item])])], {})
    assert _marks(_sheets(case)[0], "12") == [("A1", "o11")]


@given(st.text(max_size=40))
def test_any_text_is_read_or_told(text: str) -> None:
    """Whatever is typed gives either a mark for each question named or something to tell."""
    roles = _sheets(_case())[0]
    reading = read_marks(roles, [text])
    assert bool(reading.marks) != bool(reading.misreads)
    assert all(isinstance(mark, Mark) for mark in reading.marks)


@given(st.data())
def test_a_printed_row_is_read_back(data: st.DataObject) -> None:
    """Every choice that can be ticked on a sheet has a mark that gives it back."""
    roles = _sheets(_case())[0]
    wanted, marks = [], []
    for question in roles.questions:
        assert question.item.scale is not None
        ids = question.item.scale.ids
        n = data.draw(st.integers(0, len(ids) - 1))
        wanted.append(ids[n])
        marks.append(str(n + 1))
    assert [value for _, value in _marks(roles, "".join(marks))] == wanted
