"""The plan, the find-out list and the checklist in a report."""

import re

from tests.reports.shipped import competencies, evaluation, inline_texts, markdown, report

from readiness.domain.answers import Answer, Missing
from readiness.domain.content import Source, Sources
from readiness.reports.sources import label

SOURCES = Sources(
    {
        "wise": Source(prefix="wise", title="Toolkit"),
        "wise.c01": Source(prefix="wise.c01", title="Toolkit, competency 1: culture"),
        "wise.onb": Source(prefix="wise.onb", title="Toolkit, onboarding", page="43"),
    }
)


def test_an_action_says_what_called_for_it_and_what_retires_it() -> None:
    """An action carries its answer, first step, done-when, owner, date, what takes it off the list and its source."""
    answers = competencies("fully") | {"roles.peer_consulted": Answer("planned")}
    row = report(answers).next_30[0]
    assert row.do == "Pay someone who has worked as a peer to read the role before you sign it off."
    assert row.why == (
        'You said "Planned" to "Has someone with peer work experience helped shape the role?" '
        "This is needed before the job is posted."
    )
    assert row.retired == '"Mostly" or better takes it off the list.'
    assert row.due == "by 3 December 2026"
    assert row.source.endswith("; the question is ours")
    assert row.first_step
    assert row.done_when
    assert row.owner


def test_without_a_date_an_action_counts_in_days() -> None:
    """Where the answers carry no date, an action is due within days."""
    view = report(competencies("partly"), when=None)
    assert {row.due for row in view.next_30} == {"within 30 days"}
    assert view.days_from.startswith("The answers carry no date")


def test_what_takes_longer_than_30_days_says_so() -> None:
    """Where fewer than three actions are soon ones, those that fill up say that they take longer."""
    answers = competencies("fully") | {
        "culture.basics": Answer("mostly"),
        "roles.written_role": Answer("partly"),
    }
    plan = evaluation(answers).plan
    long = sum(planned.action.within > 30 for planned in plan.next_30)
    assert 0 < long < len(plan.next_30)
    said = "One of these takes longer" if long == 1 else "of these take longer"
    assert said in report(answers).days_from
    assert "longer" not in report(competencies("partly")).days_from


def test_the_list_for_later_has_no_date_within_the_next_30_days() -> None:
    """What takes at most 30 days has no date in the list for later, only how long it takes once there is room."""
    view = report(competencies("not_yet"))
    soon = {row.due for group in view.later for row in group.rows if "within 30" in row.due}
    assert soon == {
        "when there is room, within 30 days of beginning",
        "before the posting, within 30 days of beginning",
        "before the first day, within 30 days of beginning",
    }
    dated = {row.due for group in view.later for row in group.rows} - soon
    assert dated == {"by 2 January 2027", "by 1 February 2027"}


def test_every_action_is_in_the_report_once() -> None:
    """The next thirty days and the list for later hold every action of the plan, each once."""
    answers = competencies("not_yet")
    view = report(answers)
    rows = [row.id for row in view.next_30] + [row.id for group in view.later for row in group.rows]
    assert sorted(rows) == sorted(a.action.id for a in evaluation(answers).plan.actions)
    assert len(rows) == len(set(rows))
    text = markdown(answers)
    assert text.count("  - First step: ") == len(rows)


def test_dont_know_becomes_something_to_find_out() -> None:
    """What was answered don't know comes with whom to ask; what was never answered is only counted."""
    view = report({"roles.written_role": Answer(Missing.DONT_KNOW)})
    assert [row.id for row in view.find_out] == ["roles.written_role.find_out"]
    assert view.find_out[0].whom.startswith("Ask HR")
    assert "still open" in view.find_out_note


def test_parts_of_one_document_share_a_bracket() -> None:
    """Sources read as labels, by the longest prefix, those of one document together."""
    assert label(["wise.c01.q2", "wise.c01.act.1", "wise.onb.pre"], SOURCES) == (
        "Toolkit (competency 1: culture; onboarding, from page 43)"
    )
    assert label(["wise.x"], SOURCES, ours=True) == "Toolkit; the question is ours"
    assert label([], SOURCES, ours=True) == "ours"
    assert label(["elsewhere.1"], SOURCES) == "elsewhere.1"


def test_the_checklist_is_nested_tasks_and_questions() -> None:
    """Tasks have a box, parts of a task stand below it, and questions to ask have no box."""
    text = markdown({})
    assert "\n- [ ] Hand over the welcome binder" in text
    assert (
        "\n  - [ ] Give the person " in text or "\n  - [ ] For employees: give the person" in text
    )
    assert re.search(r"\n  - What do you like about your role", text)


def test_what_is_unknown_prints_with_if() -> None:
    """An entry whose condition is unknown prints with its condition."""
    assert "- [ ] If peers will drive for work: get the driving record" in markdown({})
    driving = markdown({"profile.drives": Answer("yes")})
    assert "- [ ] Get the driving record" in driving


def test_their_first_90_days_are_not_the_plans() -> None:
    """The checklist says that the new person's first 90 days are not those of the plan."""
    phases = report({}).phases
    assert phases[-1].title.startswith("The new person's first 90 days")
    assert "not the 90" in phases[-1].why


def test_every_entry_left_out_has_its_reason() -> None:
    """Every entry that is left out of the checklist is listed with the condition that fails."""
    view = report({"profile.workers": Answer(("volunteer",)), "profile.drives": Answer("no")})
    assert {group.needs for group in view.left_out} == {
        "you take on employees",
        "peers will drive for work",
    }
    assert sum(len(group.entries) for group in view.left_out) == 8


def test_only_shared_notes_are_printed() -> None:
    """A note is in the report only where it was marked to share, and so is an answer in own words."""
    answers = {
        "culture.basics": Answer("partly", note="Kept to myself."),
        "culture.dignity": Answer("partly", note="Tell them all.", share=True),
        "roles.programs": Answer("The crisis team."),
        "roles.five_years": Answer("Twice as many.", share=True),
    }
    text = markdown(answers)
    assert "Kept to myself" not in text
    assert "crisis team" not in text
    seen = list(inline_texts(text))
    assert "Tell them all." in seen
    assert "Twice as many." in seen
    assert "How should peer work here look in five years?" in seen
    private = "One answer in your own words is private and stays so: not in this report."
    assert private in seen
    assert "In your own words" not in markdown({})
