"""What a questionnaire file becomes, and every kind of problem that it can have."""
# ruff: noqa: E501 - a row of the table reads best as one line

from collections.abc import Callable
from fractions import Fraction

import pytest

from readiness.domain import conditions
from readiness.errors import InvalidInput, NotFound
from readiness.loading import Library

Problems = Callable[[str, str, str], list[str]]
MAIN = "employer-competencies.yaml"


def test_scalars_mean_what_the_author_wrote(library: Library) -> None:
    """`yes` as an option id, 1.10 as a version and 010 as a page stay text."""
    assert library.questionnaire("employer-competencies").version == "1.10"
    drives = library.questionnaire("agency-profile").item("profile.drives")
    assert drives.scale is not None
    assert drives.scale.ids == ("yes", "no")
    assert library.sources.by_prefix["wise.c01"].page == "010"


def test_items_are_complete(library: Library) -> None:
    """Defaults are filled in, ids are full, and weights and points are exact."""
    item = library.questionnaire("employer-competencies").item("culture.basics")
    assert item.kind == "choice"
    assert item.scored
    assert item.quick
    assert item.weight == Fraction(1, 2)
    assert item.source == ("wise.c01.q1",)
    assert item.scale is not None
    assert item.scale.option("planned").points == Fraction(1, 4)
    (action,) = item.actions
    assert (action.id, action.at_most, action.within) == ("culture.basics.teach", "partly", 30)


def test_conditions_are_compiled(library: Library) -> None:
    """Several keys mean all; bounds on a scale become the options that satisfy them."""
    main = library.questionnaire("employer-competencies")
    assert main.item("culture.pay").when == conditions.All(
        (
            conditions.Test("profile.workers", "any_of", ("employee",), None, ("employee",)),
            conditions.Test("profile.staff", "at_least", (), 2.0, ("2",)),
        )
    )
    when = main.item("culture.words").when
    assert when == conditions.Test(
        "culture.basics", "at_most", ("not_yet", "planned", "partly"), None, ("partly",)
    )


def test_checklists_have_tasks_with_parts_and_versions(library: Library) -> None:
    """In a checklist an item is a task, `part_of` is a full id, and only given versions are there."""
    item = library.questionnaire("onboarding").item("before.license")
    assert item.kind == "task"
    assert item.part_of == "before.paperwork"
    assert item.versions == {"employee": "Copy the license for HR."}


def test_retired_ids_are_kept(library: Library) -> None:
    """`none` means that nothing took the place of an id."""
    retired = library.questionnaire("employer-competencies").retired
    assert retired == {"culture.gone": None, "culture.old": "culture.basics"}


KINDS = [
    ("unknown key", MAIN, "    number: 1", "    numberx: 1", "8:5: sections[0].numberx: unknown key `numberx`. Did you mean number?"),
    ("duplicate key", MAIN, "        quick: yes", "        quick: yes\n        quick: no", "17:9: the key `quick` is here twice; first in line 16. Keep one of them."),
    ("missing key", MAIN, "        ask: Is pay fair?\n", "", "25:9: sections[0].items[1]: the key `ask` is missing"),
    ("unknown default scale", MAIN, "scale: implementation", "scale: implementations", "4:8: scale: unknown scale `implementations`. Did you mean implementation?"),
    ("unknown scale", "agency-profile.yaml", "source: wise, scale: yes_no}", "source: wise, scale: yesno}", "13:66: sections[0].items[0].scale: unknown scale `yesno`. Did you mean yes_no?"),
    ("no scale", MAIN, "scale: implementation\n", "", "11:9: sections[0].items[0]: the key `scale` is missing. Scales are implementation, yes_no."),
    ("unknown source", MAIN, "source: [wise.c01.q1]", "source: [wise.c01, wize.c01]", "14:28: sections[0].items[0].source[1]: unknown source `wize.c01`. Did you mean wise.c01?"),
    ("unknown source of an action", MAIN, "            source: wise.c01", "            source: who", "24:21: sections[0].items[0].actions[0].source: unknown source `who`"),
    ("dead reference", MAIN, "{profile.workers:", "{profile.worker:", "29:16: sections[0].items[1].when.profile.worker: there is no item `profile.worker`. Did you mean profile.workers?"),
    ("dead part_of", "onboarding.yaml", "part_of: paperwork", "part_of: paper_work", "13:18: sections[0].items[1].part_of: there is no item `paper_work` in this section. Did you mean paperwork?"),
    ("dead retired", MAIN, "culture.old: culture.basics", "culture.old: culture.basic", "5:44: retired.culture.old: there is no section, item or action `culture.basic`. Did you mean culture.basics?"),
    ("asked later", MAIN, "{culture.basics: {at_most: partly}}", "{culture.later: x}\n      - {id: later, ask: Later?, source: wise}", "34:16: sections[0].items[2].when.culture.later: `culture.later` is asked later; a condition names only items asked earlier"),
    ("asked later because gates come first", MAIN, "{profile.workers: employee,", "{culture.words: employee,", "29:16: sections[0].items[1].when.culture.words: `culture.words` is asked later; a condition names only items asked earlier"),
    ("itself", MAIN, "{culture.basics: {at_most: partly}}", "{culture.words: x}", "34:16: sections[0].items[2].when.culture.words: an item cannot hang on itself"),
    ("scored on scored", MAIN, "        quick: yes", "        when: {culture.pay: fully}", "16:16: sections[0].items[0].when.culture.pay: `culture.pay` is scored; the condition of a scored item names only unscored items"),
    ("checklist entry in a condition", MAIN, "{profile.workers: employee,", "{before.paperwork: yes,", "29:16: sections[0].items[1].when.before.paperwork: `before.paperwork` is an entry of a checklist, which is never asked"),
    ("unknown option in when", MAIN, "workers: employee", "workers: employees", "29:33: sections[0].items[1].when.profile.workers: `profile.workers` has no option `employees`; it has employee, volunteer. Did you mean employee?"),
    ("unknown option in anchors", MAIN, "anchors: {not_yet", "anchors: {notyet", "15:19: sections[0].items[0].anchors.notyet: the scale `implementation` has no option `notyet`; it has not_yet, planned, partly, mostly, fully. Did you mean not_yet?"),
    ("unknown option in at_most", MAIN, "            owner: trainer", "            owner: trainer\n            at_most: party", "24:22: sections[0].items[0].actions[0].at_most: the scale `implementation` has no option `party`; it has not_yet, planned, partly, mostly, fully. Did you mean partly?"),
    ("unknown option in says", "agency-profile.yaml", "ask: Will they drive?,", "ask: Will they drive?, says: {yess: they drive},", "13:52: sections[0].items[0].says.yess: the scale `yes_no` has no option `yess`; it has yes, no. Did you mean yes?"),
    ("bound without order", MAIN, "profile.staff: {at_least: 2}", "profile.start: {at_least: 2}", "29:69: sections[0].items[1].when.profile.start.at_least: `profile.start` is a date item: it has neither an order nor a number"),
    ("bound that is no number", MAIN, "profile.staff: {at_least: 2}", "profile.staff: {at_least: two}", "29:69: sections[0].items[1].when.profile.staff.at_least: a number is needed here, not `two`"),
    ("unknown bound", MAIN, "{at_least: 2}", "{at_leas: 2}", "29:59: sections[0].items[1].when.profile.staff.at_leas: unknown test `at_leas`. Did you mean at_least?"),
    ("option of a number", MAIN, "{at_least: 2}", "2", "29:58: sections[0].items[1].when.profile.staff: `profile.staff` is a number item and has no options to test. Use at_least or at_most."),
    ("points that do not rise", "scales.yaml", "points: 0.5", "points: 1/4", "6:45: scales[0].options[2].points: points have to rise: 1/4 comes after 1/4. List the options from the lowest to the highest."),
    ("points outside", "scales.yaml", "Fully, points: 1", "Fully, points: 2", "8:43: scales[0].options[4].points: points run from 0 to 1, and 2 is outside"),
    ("points that are no number", "scales.yaml", "points: 0.5", "points: half", "6:45: scales[0].options[2].points: points are a number such as 0.25 or 1/4, not `half`"),
    ("points here and there", "scales.yaml", ", points: 0.5", "", "4:7: scales[0].options: some options have points and some do not (partly)"),
    ("option twice", "scales.yaml", "id: planned", "id: not_yet", "5:14: scales[0].options[1].id: the option `not_yet` is here twice"),
    ("reserved option", "scales.yaml", "id: planned", "id: skipped", "5:14: scales[0].options[1].id: `skipped` stands outside every scale. Leave this option out."),
    ("scale without options", "scales.yaml", "      - {id: yes, label: Yes}\n      - {id: no, label: No}\n    lexicon: {yes: [we do, sure], dont_know: [no idea]}", "      []", "11:7: scales[1].options: a scale needs options"),
    ("lexicon of an unknown option", "scales.yaml", "{yes: [we do", "{yess: [we do", "13:15: scales[1].lexicon.yess: the scale has no option `yess`. Did you mean yes?"),
    ("section id twice", "onboarding.yaml", "id: before", "id: culture", "6:9: sections[0].id: the id `culture` is taken by another section (employer-competencies.yaml:7). Give it another id."),
    ("item id twice", MAIN, "id: pay", "id: basics", "25:13: sections[0].items[1].id: the id `basics` is taken by another item of this section (employer-competencies.yaml:12). Give it another id."),
    ("action id twice", MAIN, "      - id: pay", "          - {id: teach, do: a, first_step: b, done_when: c, owner: d, source: wise}\n      - id: pay", "25:18: sections[0].items[0].actions[1].id: there is already an action `teach` in this item. Give it another id."),
    ("action id taken", MAIN, "id: teach", "id: find_out", "19:17: sections[0].items[0].actions[0].id: the id `find_out` is taken. Give it another id."),
    ("scale id twice", "agency-profile.yaml", "id: worker_kinds", "id: yes_no", "5:9: scales[0].id: there is already a scale `yes_no`. Give it another id."),
    ("questionnaire id twice", "onboarding.yaml", "id: onboarding", "id: agency-profile", "1:5: id: the id `agency-profile` is taken by another questionnaire (agency-profile.yaml:1). Give it another id."),
    ("retired id used again", MAIN, "culture.gone: none", "culture.pay: none", "25:13: sections[0].items[1].id: the id `culture.pay` was retired in employer-competencies.yaml. Ids are never used again: give it another one."),
    ("weight of nothing", MAIN, "weight: 1/2", "weight: 0", "17:17: sections[0].items[0].weight: a weight is above 0, and 0 is not"),
    ("weight that is no number", MAIN, "weight: 1/2", "weight: heavy", "17:17: sections[0].items[0].weight: a weight is a number such as 2, 0.5 or 1/2, not `heavy`"),
    ("gate that is not scored", MAIN, "        kind: text", "        kind: text\n        gate: posting", "32:15: sections[0].items[2].gate: a gate needs a one-choice item whose scale has points"),
    ("unknown gate", MAIN, "gate: posting", "gate: postng", "28:15: sections[0].items[1].gate: `postng` is none of day_one, posting. Did you mean posting?"),
    ("part_of itself", "onboarding.yaml", "{id: paperwork, ", "{id: paperwork, part_of: license, ", "9:34: sections[0].items[0].part_of: `paperwork` is part of itself"),
    ("bad id", MAIN, "id: pay", "id: Fair pay", "25:13: sections[0].items[1].id: `Fair pay` is not an id: it has lower-case letters, digits, _ and - only"),
    ("empty text", MAIN, "ask: Is pay fair?", "ask:", "26:13: sections[0].items[1].ask: there is no text here"),
    ("text for a list", MAIN, "    items:", "    items: none\n    itemz:", "11:12: sections[0].items: a list is needed here, not plain text"),
    ("list for text", MAIN, "title: Culture", "title: [Culture]", "9:12: sections[0].title: one value is needed here, not a list"),
    ("text for lines", MAIN, "anchors: {not_yet: Few do., partly: Some do., fully: All do.}", "anchors: none", "15:18: sections[0].items[0].anchors: `key: value` lines are needed here, not plain text"),
    ("bad boolean", MAIN, "quick: yes", "quick: sometimes", "16:16: sections[0].items[0].quick: true or false is needed here, not `sometimes`"),
    ("bad whole number", MAIN, "number: 1", "number: one", "8:13: sections[0].number: a whole number is needed here, not `one`"),
    ("within", MAIN, "            owner: trainer", "            owner: trainer\n            within: 31", "24:21: sections[0].items[0].actions[0].within: `31` is none of 30, 60, 90"),
    ("kind of a checklist", MAIN, "kind: text", "kind: task", "31:15: sections[0].items[2].kind: a questionnaire has no items of the kind `task`. It has choice, choices, text, number, date."),
    ("kind of a questionnaire", "onboarding.yaml", "ask: Do the paperwork.,", "ask: Do the paperwork., kind: text,", "9:55: sections[0].items[0].kind: a checklist has no items of the kind `text`. It has task, prompt."),
    ("scale of a text", MAIN, "kind: text", "kind: text\n        scale: yes_no", "32:16: sections[0].items[2].scale: an item of the kind `text` has no scale. Leave the scale out."),
    ("actions of a text", MAIN, "kind: text", "kind: text\n        actions: [{id: a, do: a, first_step: b, done_when: c, owner: d, source: wise}]", "32:9: sections[0].items[2].actions: actions need an item with a scale"),
    ("anchors of a text", MAIN, "kind: text", "kind: text\n        anchors: {a: b}", "32:9: sections[0].items[2].anchors: `anchors` needs an item with a scale"),
    ("at_most that has to be said", "agency-profile.yaml", "ask: Will they drive?,", "ask: Will they drive?, actions: [{id: a, do: a, first_step: b, done_when: c, owner: d, source: wise}],", "13:55: sections[0].items[0].actions[0]: the key `at_most` is missing. Options are yes, no."),
    ("empty condition", MAIN, "{culture.basics: {at_most: partly}}", "{}", "34:15: sections[0].items[2].when: the condition is empty"),
    ("condition of text", MAIN, "{culture.basics: {at_most: partly}}", "never", "34:15: sections[0].items[2].when: `key: value` lines are needed here, not plain text"),
    ("not with a list", MAIN, "{culture.basics: {at_most: partly}}", "{not: [a]}", "34:21: sections[0].items[2].when.not: a condition is `item: option` lines, not a list"),
    ("all without a list", MAIN, "{culture.basics: {at_most: partly}}", "{all: {culture.basics: partly}}", "34:21: sections[0].items[2].when.all: `all` needs a list of conditions, not `key: value` lines"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "message"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS]
)
def test_every_kind_of_problem_says_what_and_where(
    problems: Problems, file: str, old: str, new: str, message: str
) -> None:
    """One mistake in one place gives its message with file, line and column."""
    assert f"{file}:{message}" in problems(file, old, new)


ALONE = {
    "text for a list",
    "itself",
    "part_of itself",
    "questionnaire id twice",
    "bad id",
    "section id twice",
    "item id twice",
}
SINGLE = [kind for kind in KINDS if kind[0] not in ALONE]


@pytest.mark.parametrize(
    ("file", "old", "new"), [k[1:4] for k in SINGLE], ids=[k[0] for k in SINGLE]
)
def test_one_mistake_is_one_problem(problems: Problems, file: str, old: str, new: str) -> None:
    """A mistake does not drag others behind it."""
    assert len(problems(file, old, new)) <= 2


def test_all_problems_of_all_files_come_at_once(texts: dict[str, str]) -> None:
    """Wrong shape, wrong content and a file that is not YAML are told together, and nothing is loaded."""
    texts[MAIN] = texts[MAIN].replace("number: 1", "numberx: 1").replace("weight: 1/2", "weight: 0")
    texts["scales.yaml"] = texts["scales.yaml"].replace("points: 0.5", "points: 0.1")
    texts["onboarding.yaml"] = "id: onboarding\nsections: [\n"
    library = Library.from_texts(texts)
    with pytest.raises(InvalidInput) as caught:
        library.all()
    said = str(caught.value)
    assert "unknown key `numberx`" in said
    assert "a weight is above 0" in said
    assert "points have to rise" in said
    assert "onboarding.yaml:3:1: a `[` or `{` is not closed" in said
    with pytest.raises(InvalidInput):
        library.questionnaire("employer-competencies")


def test_problems_come_in_the_order_of_the_file(texts: dict[str, str]) -> None:
    """Whatever found them, problems are sorted by line."""
    texts[MAIN] = (
        texts[MAIN].replace("ask: Is pay fair?", "ask:").replace("number: 1", "numberx: 1")
    )
    texts[MAIN] = texts[MAIN].replace("weight: 1/2", "weight: 0")
    with pytest.raises(InvalidInput) as caught:
        Library.from_texts(texts).questionnaire("employer-competencies")
    lines = [int(str(problem).split(":")[1]) for problem in caught.value.problems]
    assert lines == sorted(lines)
    assert len(lines) == 3


def test_an_unknown_questionnaire_is_not_found(library: Library) -> None:
    """The nearest id is offered."""
    with pytest.raises(NotFound, match="Did you mean onboarding"):
        library.questionnaire("on-boarding")
