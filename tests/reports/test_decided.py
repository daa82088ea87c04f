"""A report on a plan that people have made their own."""

from datetime import date

from tests.reports.shipped import competencies, content, evaluation, tokens

from readiness import reports
from readiness.domain.evaluation import Evaluation, evaluate
from readiness.domain.log import PlanMark

LOW = evaluation(competencies("partly"))
FIRST, SECOND, *_ = [planned.action.id for planned in LOW.plan.next_30]


def _decided(**marks: PlanMark) -> Evaluation:
    names = {"first": FIRST, "second": SECOND, "own": "own.1"}
    given = {names.get(name, name): mark for name, mark in marks.items()}
    return evaluate(LOW.assessment, LOW.questionnaires, given)


def _text(**marks: PlanMark) -> str:
    return reports.markdown(_decided(**marks), content())


def test_owner_date_and_state_are_those_that_people_set() -> None:
    """A marked action carries its owner, its date and that it is under way; page one names the owner too."""
    text = _text(first=PlanMark(owner="Luis", due=date(2026, 12, 1), state="doing"))
    assert "  - Who: Luis\n  - By: 1 December 2026\n  - State: under way\n" in text
    assert 'draft.** Luis, for "the written role".' in text


def test_what_is_done_is_ticked() -> None:
    """A done action has a tick, and is none of this week's moves."""
    decided = _decided(first=PlanMark(state="done"))
    do = LOW.plan.next_30[0].action.do
    assert f"- [x] **{do}**" in reports.markdown(decided, content())
    assert FIRST not in [row.id for row in reports.report(decided, content()).moves]


def test_when_all_is_done_it_says_so() -> None:
    """With everything of the next 30 days done, page one says what comes next."""
    done = {planned.action.id: PlanMark(state="done") for planned in LOW.plan.next_30}
    view = reports.report(evaluate(LOW.assessment, LOW.questionnaires, done), content())
    assert view.moves == ()
    assert view.no_moves.startswith("Nothing is left to start this week")


def test_what_was_dropped_is_said_with_its_reason() -> None:
    """A dropped action stands under its own heading with why, and nowhere in the plan; the verdict still needs it."""
    text = _text(first=PlanMark(state="dropped", reason="we did that in spring"))
    do = LOW.plan.next_30[0].action.do
    line = f"- **{do}** <!-- {FIRST} -->\n  - Dropped: we did that in spring\n"
    assert f"## Dropped, and why\n\n{line}" in text
    assert f"] **{do}**" not in text
    assert do in text.partition("\n---\n")[0]
    assert "[Dropped, and why](#dropped-and-why)" in text


def test_own_actions_say_what_is_known_of_them() -> None:
    """An action of one's own has its text, owner and date, and nothing made up."""
    text = _text(
        first=PlanMark(chosen=False),
        own=PlanMark(text="Ask *the* county", chosen=True, owner="Ana"),
    )
    line = "- [ ] **Ask \\*the\\* county** <!-- own.1 -->\n"
    assert f"{line}  - Who: Ana\n  - When: within 30 days\n\n" in text


def test_a_date_that_people_set_stands_on_the_list_for_later_too() -> None:
    """An action that waits for room has the date that somebody gave it, and no other."""
    waits = next(planned for planned in LOW.plan.later if planned.action.within <= 30)
    text = reports.markdown(
        evaluate(
            LOW.assessment,
            LOW.questionnaires,
            {waits.action.id: PlanMark(due=date(2027, 1, 15), owner="Luis")},
        ),
        content(),
    )
    assert "  - Who: Luis\n  - By: 15 January 2027\n" in text


def test_roles_with_names() -> None:
    """Whoever holds a role stands before it wherever the report names an owner; a typed one stands alone."""
    marks = {
        FIRST: PlanMark(owner="Luis", causes=("people",)),
        SECOND: PlanMark(causes=("people",)),
    }
    planned = LOW.plan.next_30[1]
    named = {planned.action.owner: "Ana *Diaz*"}
    text = reports.markdown(evaluate(LOW.assessment, LOW.questionnaires, marks, named), content())
    shown = f"Ana \\*Diaz\\* ({planned.action.owner})"
    assert f"  - Who: {shown}\n  - By: " in text
    assert "  - Who: Luis\n  - By: " in text
    assert f"{shown}, by 3 December 2026." in text.partition("## What gets in the way")[2]
    assert shown in text.partition("\n---\n")[0]


def test_the_board_reads_roles_and_nobody_s_name() -> None:
    """Whoever holds a role is named on Monday's page and in the full report, and never on the page for the board."""
    named = dict.fromkeys({planned.action.owner for planned in LOW.plan.actions}, "Ana Diaz")
    decided = evaluate(LOW.assessment, LOW.questionnaires, {}, named)
    assert "Ana" not in repr(reports.handout(decided, content(), kind="board").values)
    assert "(Ana Diaz)" in repr(reports.handout(decided, content(), kind="monday").values)


def test_ticks_of_the_checklist() -> None:
    """A ticked entry has its tick; a question to ask has no box, whatever it is marked with."""
    entry = LOW.checklist.phases[0].entries[0].item
    assert f"- [x] {entry.ask[:20]}" in _text(**{entry.id: PlanMark(state="done")})


def test_root_causes_are_a_table() -> None:
    """What gets in the way is a table by area, with why, what it holds up, and what is proposed by whom and when."""
    text = _text(
        first=PlanMark(
            owner="Luis", causes=("people", "policies"), why="No hours | at all\nReally"
        ),
        second=PlanMark(causes=("policies",)),
    )
    assert "## What gets in the way" in text
    assert "root cause analysis sheet" in text
    cells = [t.content for t in tokens(text.partition("## What gets in the way")[2]) if t.content]
    at = cells.index("Cause")
    assert cells[at : at + 4] == ["Cause", "Why", "What it holds up", "What is proposed"]
    table = cells[at + 4 : at + 16]
    assert table[::4] == ["Policies", "Policies", "People, by role"]
    assert "the written role" in table
    assert any("Luis, by 3 December 2026." in cell for cell in table)


def test_without_marks_there_are_no_such_parts() -> None:
    """Nobody decided anything: no heading for it."""
    text = _text()
    assert "Dropped, and why" not in text
    assert "What gets in the way" not in text
    assert "[x]" not in text
