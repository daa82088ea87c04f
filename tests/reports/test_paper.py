"""The questions on paper: what is printed, and that what is printed can be typed back."""

import re
from pathlib import Path

import pytest
from pymarkdown.api import PyMarkdownApi
from tests.reports.browser import look, too_wide
from tests.reports.shipped import content, evaluation, inline_texts, questionnaires, scored, tokens

from readiness import reports
from readiness.domain.answers import Answer, Scope
from readiness.domain.evaluation import Evaluation
from readiness.domain.sheets import read_marks, sheets
from readiness.reports import paper
from readiness.reports.formats import render

EMPLOYEES = {"profile.workers": Answer(("employee",)), "profile.state": Answer("ohio")}
ANSWERED = EMPLOYEES | {
    "culture.basics": Answer("mostly", note="The cook is our secret star."),
}


def _printed(
    answers: dict[str, Answer], *, agency: str = "Riverbend", scope: Scope = "full"
) -> str:
    made = reports.handout(_evaluation(answers, agency, scope), content(), kind="paper")
    return render(made, "md").decode()


def _evaluation(
    answers: dict[str, Answer], agency: str = "Riverbend", scope: Scope = "full"
) -> Evaluation:
    return evaluation(answers, agency=agency, scope=scope)


def test_every_question_is_printed_with_its_boxes() -> None:
    """Each scored question stands there once, with its code, every option, its anchors, and two boxes more."""
    text = "\n".join(inline_texts(_printed(EMPLOYEES)))
    for item in scored():
        assert text.count(item.ask) == 1, item.id
        for anchor in item.anchors.values():
            assert anchor in text, item.id
    boxes = [t for t in tokens(_printed(EMPLOYEES)) if t.content.startswith('<input class="task')]
    assert boxes == []  # boxes stand in the texts of entries, where every format finds them
    assert text.count("d Don't know") == 80 + 1


def test_what_does_not_apply_is_not_printed() -> None:
    """Without employees nobody is asked about a living wage, and its code stays free."""
    volunteers = {"profile.workers": Answer(("volunteer",))}
    text = _printed(volunteers)
    assert "**C2**" in text
    assert "**C1**" not in text


def test_what_may_apply_is_printed_with_its_condition() -> None:
    """Before anything is known of the agency, a question that hangs on it says so."""
    text = _printed({})
    assert "**C1** " in text
    assert "Only if you take on employees." in text
    assert "Only if your agency is in California." in text


def test_gates_are_marked_and_want_a_reason() -> None:
    """What has to be in place says before what, and leaves a line for why it does not apply."""
    text = _printed(EMPLOYEES)
    assert text.count("*Has to be in place before you post the job.*") == 10
    assert text.count("*Has to be in place before the first day.*") == 3
    assert text.count("Does not apply here, because: ________") == 13
    assert "`--reason A1='…'`" in text


def test_no_answer_and_no_note_is_printed() -> None:
    """The paper is blank, whatever has been answered."""
    assert _printed(ANSWERED) == _printed(EMPLOYEES)
    assert "[x]" not in _printed(ANSWERED)


def test_what_to_have_ready_comes_first() -> None:
    """The things that the questionnaire names stand at the start, as boxes, under their sheets."""
    text = _printed(EMPLOYEES)
    assert text.index("## Have these ready") < text.index("## Sheet A")
    for section in questionnaires()[1].sections:
        assert section.ready, section.id
        for thing in section.ready:
            assert f"- [ ] {thing[:1].upper()}{thing[1:]}" in text


def test_each_sheet_ends_with_the_line_to_type() -> None:
    """The example line of each sheet is read without a fault, and so is the one with a code."""
    found = _evaluation(EMPLOYEES)
    printed = paper.paper(found, assessment_id="riverbend-ab12")
    assert len(printed.sheets) == 12
    for sheet, row in zip(sheets(found.flow, found.answers), printed.sheets, strict=True):
        start = f"readiness answer riverbend-ab12 --sheet {sheet.letter} "
        for line in (row.example, row.by_code):
            assert line.startswith(start)
            assert not read_marks(sheet, line.removeprefix(start).split()).misreads
    assert "ID in that line" in _printed(EMPLOYEES)


def test_the_codes_printed_are_those_of_the_row() -> None:
    """The row to type in names the codes of the sheet's questions, in their order."""
    text = _printed(EMPLOYEES)
    part = text[text.index("## Sheet A") : text.index("## Sheet B")]
    asked = re.findall(r"^\*\*(A\d+)\*\*", part, flags=re.MULTILINE)
    assert f"| {' | '.join(asked)} |" in part
    assert asked == [f"A{n}" for n in range(1, 9)]


def test_statements_without_anchors_share_a_table() -> None:
    """The workplace survey is one table, with a box for each step in each line."""
    text = _printed(EMPLOYEES)
    part = text[text.index("## Sheet L") :]
    assert part.count("( ) |") == 11 * 7
    assert "1 Strongly disagree" in part


def test_facts_and_open_questions_are_printed() -> None:
    """The facts stand before the sheets, long lists as a line; open questions stand with their sheet."""
    text = _printed(EMPLOYEES)
    assert "Will peers drive as part of the job? ( ) Yes ( ) No" in text
    assert "Which state is your agency in? ________" in text
    open_question = next(i for i in questionnaires()[1].items() if i.kind == "text")
    assert f"- {open_question.ask} ________" in text


@pytest.mark.parametrize("scope", ["full", "quick"])
@pytest.mark.parametrize("agency", ["Riverbend", "", "# *A* | `{{ 7*7 }}` <b>"])
def test_the_paper_passes_a_linter(agency: str, scope: Scope) -> None:
    """A Markdown linter finds nothing, whatever the agency is called, and no leftovers are printed."""
    linter = PyMarkdownApi().disable_rule_by_identifier("md013")
    linter = linter.enable_extension_by_identifier("markdown-tables")
    linter = linter.enable_extension_by_identifier("markdown-task-list-items")
    text = _printed(EMPLOYEES, agency=agency, scope=scope)
    result = linter.scan_string(text)
    assert [(f.line_number, f.rule_id) for f in result.scan_failures] == []
    assert "None" not in text


def test_a_quick_check_prints_quick_questions() -> None:
    """A quick check is shorter on paper too, and its codes are those of the full one."""
    text = _printed(EMPLOYEES, scope="quick")
    assert "30 questions on eleven sheets" in text
    assert "**J6**" in text
    assert "**J1**" not in text


def test_a_browser_has_nothing_to_say_against_the_paper(tmp_path: Path) -> None:
    """axe-core finds no violation in the paper as HTML, and at 360 pixels nothing scrolls sideways."""
    made = reports.handout(_evaluation(EMPLOYEES), content(), kind="paper")
    html = render(made, "html").decode()
    found = look(html, tmp_path, "--window-size=1400,900")
    assert found == {"violations": [], "wide": 0, "faults": []}
    assert too_wide(html, tmp_path, 360) == 0
