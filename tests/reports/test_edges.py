"""Reports on unusual assessments still read sensibly."""

from collections.abc import Callable

import pytest
from pymarkdown.api import PyMarkdownApi
from tests.reports.shipped import (
    competencies,
    everything,
    gates,
    inline_texts,
    markdown,
    page_one,
    report,
)

from readiness.domain.answers import Answer, Missing

HOSTILE = "# *A* _b_ [x] <script>alert(1)</script> | ` {{ 7*7 }} {% raw %} \x07\x9b"
SHOWN = "# *A* _b_ [x] <script>alert(1)</script> | ` {{ 7*7 }} {% raw %}"
PROFILE = {
    "profile.peers_now": Answer("no"),
    "profile.workers": Answer(("employee", "volunteer")),
    "profile.drives": Answer("no"),
    "profile.state": Answer("ohio"),
}


def _hostile() -> str:
    note = f"{HOSTILE}\n\n- x\n```\n| a |\n| - |\n" + "long " * 2000
    answers = {"roles.written_role": Answer("partly", note=note, share=True)}
    return markdown(answers, agency=HOSTILE, name=HOSTILE)


CASES: dict[str, Callable[[], str]] = {
    "nothing": lambda: markdown({}, agency="", name="", role=None, when=None),
    "not applicable": lambda: markdown(everything(Missing.NOT_APPLICABLE)),
    "gates": lambda: markdown({item.id: Answer("partly") for item in gates()}),
    "perfect": lambda: markdown(everything(), role="peer_staff"),
    "profile": lambda: markdown(PROFILE),
    "quick": lambda: markdown(competencies("partly"), scope="quick"),
    "dont know": lambda: markdown(everything(Missing.DONT_KNOW)),
    "hostile": _hostile,
}


@pytest.mark.parametrize("case", CASES)
def test_unusual_reports_pass_a_linter(case: str) -> None:
    """A Markdown linter finds nothing in the report of an unusual assessment."""
    linter = PyMarkdownApi().disable_rule_by_identifier("md013")
    linter = linter.enable_extension_by_identifier("markdown-tables")
    result = linter.scan_string(CASES[case]())
    assert [(f.line_number, f.rule_id, f.rule_description) for f in result.scan_failures] == []


@pytest.mark.parametrize("case", CASES)
def test_unusual_reports_hold_no_leftovers(case: str) -> None:
    """No None, no empty emphasis and no doubled stop is left in the report of an unusual assessment."""
    own = (
        text for text in inline_texts(CASES[case]()) if "http" not in text and "long" not in text
    )
    odd = (": None", "..", "****", " .", " ,", "()", "Missing")
    assert [text for text in own for each in odd if each in text] == []


def test_with_nothing_answered_the_one_move_is_to_answer() -> None:
    """With nothing answered there is no verdict and no plan, and the way on is said."""
    text = CASES["nothing"]()
    first = page_one(text)
    assert first.startswith("# Ready to employ peer support workers?\n\nSelf-check without a date")
    assert "No verdict yet: none of the nine things the posting needs has been answered." in first
    assert "There is one move so far: answer the questions" in first
    assert "has been answered yet" in first
    assert "The plan follows from your answers, and there are none yet." in text


def test_with_everything_set_aside_there_is_no_verdict() -> None:
    """With everything not applicable there is no verdict, no count and no score."""
    text = CASES["not applicable"]()
    assert "No verdict: everything the posting needs was set aside as not applicable." in text
    assert "None of your answers can be counted" in text
    assert "Nothing in this part applies here, so there is no score." in text
    assert "does not apply here" in text


def test_with_only_the_gates_answered_most_parts_have_no_stage() -> None:
    """With only the gates answered, parts below half coverage say that too little is known."""
    text = CASES["gates"]()
    assert "too little known yet" in text
    assert "Overall: too little known yet for a score." in text


def test_a_perfect_account_calls_for_nothing_but_a_second_look() -> None:
    """With everything in place no action is made up, and somebody else is to check the answers."""
    text = CASES["perfect"]()
    assert "Nothing you told us calls for a first step." in text
    assert "have someone else check the answers" in text
    assert "Nothing you told us calls for a course so far." in text


def test_a_profile_alone_still_gives_the_checklist() -> None:
    """With only the profile answered, the checklist that applies is there, with both wordings."""
    text = CASES["profile"]()
    assert "- [ ] For employees: settle what the peer will do" in text
    assert "Only if peers will drive for work, which is not so here:" in text


def test_a_quick_check_says_so() -> None:
    """A quick check is called one, and counts only what it asks."""
    view = report(competencies("partly"), scope="quick")
    assert view.facts.endswith("the quick check.")
    assert "Of the 29 things" in view.counts[0] or "Of the 28 things" in view.counts[0]


def test_hostile_text_shows_as_typed() -> None:
    """Markdown, HTML and template syntax in the agency's name and in a note show as typed."""
    seen = list(inline_texts(CASES["hostile"]()))
    assert seen[0] == f"{SHOWN} – ready to employ peer support workers?"
    note = next(text for text in seen if text.startswith(f"{SHOWN}\n- x\n```\n| a |\n| - |\n"))
    assert note.count("long") == 2000


def test_an_agency_s_name_is_one_line() -> None:
    """Newlines and turns of direction in an agency's name are cleaned, in the title and as a value."""
    view = report({}, agency="River\n\tbend \u202eCenter ")
    assert view.agency == "River bend Center"
    assert view.title.startswith("River bend Center – ready")
