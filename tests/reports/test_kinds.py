"""The kinds of report beside the full one."""

import pytest
from tests.reports.goldens import text_of_pdf
from tests.reports.shipped import STEMS, content, evaluation, everything, example_handout, gates

from readiness import reports
from readiness.domain.answers import Answer, Missing
from readiness.domain.log import PlanMark
from readiness.reports.formats import render
from readiness.reports.kinds import Kind

LOW = {gate.id: Answer("not_yet", note="Jane Roe said so", share=True) for gate in gates()}


def text_of(kind: Kind, **facts: object) -> str:
    """A report in Markdown on answers that are low at every gate."""
    answers = {**everything("partly"), **LOW}
    found = evaluation(answers, **facts)  # type: ignore[arg-type]
    handout = reports.handout(found, content(), kind=kind, facilitator="Kim Poe")
    return render(handout, "md").decode()


@pytest.mark.parametrize("kind", ["board", "monday"])
@pytest.mark.parametrize("stem", STEMS)
def test_a_page_is_one_page(stem: str, kind: Kind) -> None:
    """The page for the board and the one for Monday fit one page of paper."""
    text = text_of_pdf(render(example_handout(stem, kind), "pdf"))
    assert "--- page 1 ---" in text
    assert "--- page 2 ---" not in text


@pytest.mark.parametrize("kind", ["board", "monday"])
def test_a_page_is_one_page_when_nothing_is_in_place(kind: Kind) -> None:
    """Thirteen gates that are short, and an agency with a very long name, still fit."""
    found = evaluation({**everything("partly"), **LOW}, agency="A very long name " * 20)
    data = render(reports.handout(found, content(), kind=kind), "pdf")
    assert "--- page 2 ---" not in text_of_pdf(data)


def test_the_board_reads_of_nobody() -> None:
    """No name of who answered, of an owner or of a facilitator, no note, and no action in people's own words."""
    first = next(iter(LOW))
    marks = {
        "own.1": PlanMark(text="Ask Jane Roe", chosen=True, place=1),
        f"{first}.x": PlanMark(owner="Jane Roe"),
    }
    owners = {
        planned.action.id: PlanMark(owner="Jane Roe", chosen=True)
        for planned in evaluation({**everything("partly"), **LOW}).plan.next_30
    }
    text = text_of("board", name="Jane Roe", marks={**marks, **owners})
    assert "Jane Roe" not in text
    assert "Kim Poe" not in text
    assert "Hold the posting" in text


def test_the_board_reads_no_grade() -> None:
    """No score, no stage and no percentage."""
    text = text_of("board")
    for word in ("Exploring", "Getting ready", "Under way", "Well established", "%", "of 100"):
        assert word not in text


def test_monday_has_three_moves_five_weeks_and_words_for_the_staff() -> None:
    """Every action of the next 30 days stands in the calendar as begun and as due."""
    text = text_of("monday")
    assert text.count("- [ ] ") == 3
    assert text.count("| Begin:") + text.count(" Begin:") >= 5
    assert text.count("Due:") == 5
    assert "3 to 9 November" in text
    assert "Ready to paste" in text
    assert "> Riverbend is getting ready" in text


def test_monday_without_a_date_counts_weeks() -> None:
    """Where the answers carry no date, weeks have numbers."""
    text = text_of("monday", when=None)
    assert "| Week 1 |" in text
    assert "| Week 5 |" in text


def test_a_facilitator_reads_what_to_talk_about() -> None:
    """Gates that are open, what nobody knew, what was marked, and parts of which too little is known."""
    answers = {
        **everything("mostly"),
        "roles.written_role": Answer("planned"),
        "culture.basics": Answer(Missing.DONT_KNOW),
        "culture.dignity": Answer("mostly", flag=True, note="Private words"),
    }
    handout = reports.handout(evaluation(answers), content(), kind="facilitator")
    text = render(handout, "md").decode()
    first, _, rest = text.partition("## What they did not know")
    assert "The written role" in first
    assert "recovery" in rest.partition("## What they marked")[0].lower()
    assert "Dignity" in rest.partition("## What they marked")[2]
    assert "Private words" not in text
    assert text.count("- What works: ________") == 11 + 1


@pytest.mark.parametrize("form", ["md", "html", "pdf", "docx"])
def test_a_facilitators_sheet_is_a_draft_until_it_is_released(form: str) -> None:
    """DRAFT stands on it in every format, and is gone once it was released."""
    from tests.reports.goldens import text_of_docx

    def said(*, released: bool) -> str:
        handout = reports.handout(evaluation(LOW), content(), kind="facilitator", released=released)
        data = render(handout, form)  # type: ignore[arg-type]
        if form == "pdf":
            return text_of_pdf(data)
        return text_of_docx(data) if form == "docx" else data.decode()

    assert "DRAFT" in said(released=False)
    assert "DRAFT" not in said(released=True)


def test_the_checklist_stands_alone() -> None:
    """Every phase and its boxes, and nothing of scores or plan."""
    text = text_of("checklist")
    assert text.count("### ") == 5
    assert text.count("- [ ] ") > 40
    assert "Scorecard" not in text


def test_a_board_page_stands_before_the_facts_are_known() -> None:
    """Whether a gate applies may hang on a fact that nobody gave: it is named as unknown and not asked about."""
    handout = reports.handout(evaluation(everything()), content(), kind="board")
    text = render(handout, "md").decode()
    assert "Not known yet: pay compared with a living wage" in text
    assert "What the board can ask" not in text
