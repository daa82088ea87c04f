"""What is said of two rounds: in sentences, with who answered, and without what is private."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from pymarkdown.api import PyMarkdownApi
from tests.reports import shipped
from tests.reports.shipped import library

from readiness.domain.answers import Answer, Assessment, Missing, Respondent, Role
from readiness.domain.carrying import Origin
from readiness.domain.comparing import compare
from readiness.domain.evaluation import Evaluation
from readiness.domain.log import PlanMark
from readiness.domain.rounds import Earlier
from readiness.reports import Content, markdown
from readiness.reports.compared.build import comparison
from readiness.reports.compared.page import handout
from readiness.reports.compared.table import as_table
from readiness.reports.compared.view import Comparison, MovedRow
from readiness.reports.formats import render

NAMES = ("follow-up", "agency-profile", "employer-competencies", "recovery-workplace")
BASELINE = Origin(assessment="riverbend-ab2c", round="baseline", date=date(2026, 5, 3))
HOSTILE = "<b>*x*</b> {{ 7 }} | `y` [z](javascript:1)"


def _round(
    answers: Mapping[str, str | Answer | Missing],
    *,
    name: str = "A. Rivera",
    role: Role | None = "supervisor",
    marks: dict[str, PlanMark] | None = None,
    carried: dict[str, Origin] | None = None,
    title: str = "baseline",
) -> Earlier:
    given = {k: v if isinstance(v, Answer) else Answer(v) for k, v in answers.items()}
    assessment = Assessment(
        agency="Riverbend",
        answers=given,
        round=title,
        date=shipped.DAY,
        respondent=Respondent(name, role),
        questionnaires=NAMES,
    )
    questionnaires = library().questionnaires(NAMES)
    found = Evaluation(assessment, questionnaires, marks or {}, carried=carried or {})
    return Earlier(evaluation=found)


def _compared(first: Earlier, second: Earlier) -> Comparison:
    return comparison(compare(first, second))


def _row(found: Comparison, title: str) -> MovedRow:
    return next(row for whole in found.wholes for row in whole.rows if row.title == title)


def test_a_section_is_told_in_sentences() -> None:
    """A rise, a single step, other questions and a missing score each have a sentence of their own."""
    first = {"culture.basics": "partly", "roles.written_role": "partly"}
    second = {"culture.basics": "fully", "roles.written_role": "mostly"}
    found = _compared(_round(first), _round({**second, "roles.no_clinical_duties": "fully"}))
    assert _row(found, "Culture").said == "Rose from 50 to 100: one answer rose."
    assert "because other questions count: one question counts in the second round only" in (
        _row(found, "Roles").said
    )
    assert _row(found, "Training").said == "Cannot be compared: neither round has a score here."


def test_a_single_step_is_said_to_be_one() -> None:
    """One answer that moved one step is called that, in the section and in the verdict that it turned."""
    gates = {
        i.id: "mostly" for i in library().questionnaire("employer-competencies").items() if i.gate
    }
    short = {**gates, "roles.written_role": "partly"}
    found = _compared(_round(short), _round(gates))
    assert _row(found, "Roles").said.startswith("From ")
    assert "one answer moved one step. That is not called progress or a loss." in (
        _row(found, "Roles").said
    )
    assert _row(found, "Roles").change == "one_step"
    posting = found.verdicts[0]
    assert posting.said.endswith("One answer moved one step, and that alone turned it.")
    assert posting.gates == ("The written role: first not in place, now in place",)


def test_numbers_to_draw_from() -> None:
    """Each row has its scores and bounds of both rounds as plain numbers, and none where there is none."""
    found = _compared(_round({"culture.basics": "partly"}), _round({"culture.basics": "fully"}))
    row = _row(found, "Culture")
    assert (row.id, row.before.score, row.after.score) == ("culture", 50.0, 100.0)
    assert row.before.low is not None
    assert row.before.high is not None
    assert row.before.low < 50 < row.before.high
    assert _row(found, "Roles").before.score is None


def test_no_figures_where_only_leadership_answered() -> None:
    """The workplace survey by leadership alone shows no figure and no rise, and says to ask staff."""
    survey = [i.id for i in library().questionnaire("recovery-workplace").items() if i.scored]
    rounds = [_round(dict.fromkeys(survey, v), role="leadership") for v in ("neutral", "agree")]
    (row,) = next(w.rows for w in _compared(*rounds).wholes if w.id == "recovery-workplace")
    assert (row.before.score, row.after.score, row.change) == (None, None, "ask_staff")
    assert "Ask staff" in row.said


def test_who_changed_an_answer() -> None:
    """An answer that changed names both people and seats, or says that it was carried over."""
    first = _round({"culture.basics": "partly"})
    second = _round({"culture.basics": "mostly"}, name="", role="peer_staff")
    (group,) = _compared(first, second).answers
    (row,) = group.rows
    assert row.said == "Partly → Mostly, one step up"
    assert row.who == "first by A. Rivera, a supervisor, now by peer staff"


def test_nothing_private_is_told() -> None:
    """Neither a note nor an answer in one's own words is in a comparison, unless the words are shared."""
    first = _round({"culture.basics": Answer("partly", note="Ana is ill.", share=True)})
    told = {"since.started": Answer(2), "since.roles": Answer("Ana, at night")}
    found = _compared(first, _round({**told, "culture.basics": "fully"}))
    assert "Ana" not in as_table(found)
    assert [fact.said for fact in found.since][:2] == [
        "2",
        "in their own words, which stay private",
    ]
    told["since.roles"] = Answer("peer specialist", share=True)
    assert [f.said for f in _compared(first, _round(dict(told))).since][1] == "“peer specialist”"


def test_what_is_not_answered_yet_is_counted() -> None:
    """In a round that is still under way, what is not reached yet is counted and not listed."""
    found = _compared(_round({"culture.basics": "partly", "culture.dignity": "partly"}), _round({}))
    assert found.answers == ()
    assert found.open == "Two questions that were answered then are not answered yet."
    unknown = _compared(
        _round({"culture.basics": "partly"}), _round({"culture.basics": Missing.DONT_KNOW})
    )
    assert unknown.answers[0].rows[0].said == "Partly → don't know"


def test_actions_are_told_with_their_reasons() -> None:
    """What was done and what was dropped is told, with the reason that somebody gave."""
    marks = {
        "own.1": PlanMark(state="done", text="Buy a kettle"),
        "own.2": PlanMark(state="dropped", text="Paint the door", reason="no money"),
    }
    found = _compared(_round({"culture.basics": "fully"}, marks=marks), _round({}))
    assert [(g.title, [(r.do, r.reason) for r in g.rows]) for g in found.actions] == [
        ("Done", [("Buy a kettle", "")]),
        ("Dropped, and why", [("Paint the door", "no money")]),
    ]


def test_what_was_carried_over_is_no_news() -> None:
    """A comparison says how many answers were carried over, and from which round and date."""
    second = _round({"culture.basics": "partly"}, carried={"culture.basics": BASELINE})
    found = _compared(_round({"culture.basics": "partly"}), second)
    assert found.carried.startswith(
        "One answer of the second round was carried over from “baseline” of 3 May 2026"
    )
    assert found.nothing == "Nothing changed: every answer is what it was."


def test_a_report_names_what_was_carried_over() -> None:
    """The report says in a sentence what was carried over, lists it, and shows the facts about the time since."""
    second = _round(
        {"culture.basics": "partly", "since.started": Answer(2)},
        carried={"culture.basics": BASELINE},
    )
    text = markdown(second.evaluation, Content())
    assert "One answer was carried over from “baseline” of 3 May 2026 and not asked again" in text
    assert "of 3 May 2026: what recovery means" in text
    assert "- **Peers who started:** 2" in text
    assert "Carried over" not in markdown(
        _round({"culture.basics": "partly"}).evaluation, Content()
    )


def test_the_page_passes_a_linter(tmp_path: Path) -> None:
    """A Markdown linter finds nothing in a comparison, with the settings in pyproject.toml."""
    marks = {"own.1": PlanMark(state="done", text="Buy a kettle")}
    first = _round({"culture.basics": "partly", "roles.written_role": "partly"}, marks=marks)
    second = _round({"culture.basics": "fully", "since.started": Answer(2)}, role="peer_staff")
    path = tmp_path / "compared.md"
    path.write_bytes(render(handout(_compared(first, second)), "md"))
    linter = PyMarkdownApi().disable_rule_by_identifier("md013")
    linter = linter.enable_extension_by_identifier("markdown-tables")
    assert linter.scan_path(str(path)).scan_failures == []


@pytest.mark.parametrize("form", ["md", "html"])
def test_hostile_text_stays_text(form: str) -> None:
    """Names, reasons and rounds render as the text that they are."""
    marks = {"own.1": PlanMark(state="dropped", text=HOSTILE, reason=HOSTILE)}
    first = _round({"culture.basics": "partly"}, name=HOSTILE, marks=marks, title=HOSTILE)
    found = _compared(first, _round({"culture.basics": "fully"}))
    text = render(handout(found), "html" if form == "html" else "md").decode()
    assert "<b>*x*" not in text
    assert "{{ 7 }}" in text
    assert 'href="javascript' not in text
