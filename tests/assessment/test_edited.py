"""An edited plan read back: the file and the store say the same, in both directions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment import small
from tests.reports.living.plans import COMPILED, ITEMS, NO_CONTENT, edited, update
from tests.reports.shipped import library

from readiness import reports
from readiness.assessment import Session, start
from readiness.assessment.edited import Taken, take_decisions
from readiness.domain.answers import Answer
from readiness.domain.log import PlanMark
from readiness.reports.living.merging import updated
from readiness.reports.living.parsing import parse
from readiness.reports.words import one_line

TODAY = date(2026, 11, 21)


@contextmanager
def begun() -> Iterator[Session]:
    """A stored assessment with a small plan."""
    with small.new_store() as store:
        session = start(store, library(), small.ticking(), agency="Riverbend")
        for item in ITEMS:
            session.record(item, Answer("partly"))
        yield session


def text_of(session: Session) -> str:
    """Its report."""
    return reports.markdown(session.evaluation(), NO_CONTENT, cache=COMPILED)


def read(session: Session, mine: str, base: str | None) -> Taken:
    """Take in what a file says."""
    return take_decisions(session, "plan.md", mine, text_of(session), base, _no_day)


def _no_day(text: str) -> date | None:
    return date(2026, 11, 27) if text == "Friday" else None


WORDS = st.text(max_size=20) | st.sampled_from(
    (
        "Ana",
        "<!-- own.7 -->",
        "-->",
        "- [x] **a**",
        "a | *b*",
        "# c",
        "State: done",
        "é 🌱",
        "\\",
        "`",
    )
)
OWNERS = WORDS.map(lambda text: text if one_line(text) else "")
MARKS = st.builds(
    PlanMark,
    owner=OWNERS,
    due=st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    state=st.sampled_from(("open", "doing", "done")),
) | st.builds(PlanMark, state=st.just("dropped"), reason=WORDS)
ACTIONS = (
    "roles.written_role.write-role",
    "culture.basics.teach-basics",
    "policies.hiring_screens.clear-needless-bars",
)
TICKS = st.builds(PlanMark, state=st.sampled_from(("open", "done")))
PLANS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(ACTIONS, MARKS),
        "own.1": st.builds(
            PlanMark, text=st.sampled_from(("Bake a cake", "*Call* <Luis>")), owner=OWNERS
        ),
        "before_selection.duties": TICKS,
    },
)


def _plain(session: Session) -> dict[str, tuple[object, ...]]:
    """What the marks come to, as a reader of the report sees it."""
    plan = session.evaluation().plan
    found: dict[str, tuple[object, ...]] = {
        p.action.id: (p.mark.state, one_line(p.mark.reason), one_line(p.owner), p.due, p.action.do)
        for p in (*plan.actions, *plan.dropped)
    }
    ticked = {n for n, mark in session.marks.items() if mark.state == "done" and n not in found}
    return {**found, **dict.fromkeys(ticked, ("done",))}


@given(PLANS)
@settings(max_examples=40)
def test_what_the_report_says_is_what_is_read(plan: dict[str, PlanMark]) -> None:
    """Marks, written into a report and read back, are the same marks; read where they are kept, they change nothing."""
    with begun() as here, begun() as there:
        here.mark(plan)
        mine = text_of(here)
        assert read(here, mine, None) == Taken((), ())
        assert read(here, mine, mine) == Taken((), ())
        taken = read(there, mine.replace(here.id, there.id), text_of(there))
        assert taken.problems == ()
        assert _plain(there) == _plain(here)


@given(st.data())
@settings(max_examples=40)
def test_a_file_read_and_brought_up_to_date_says_everything_once(data: st.DataObject) -> None:
    """Edits that are read and then merged with the new report are all there, and nothing is read a second time."""
    with begun() as session:
        base = text_of(session)
        mine, words = data.draw(edited(base))
        read(session, mine, base)
        again = read(session, mine, base)
        assert again.changes == ()
        now = session.evaluation()
        new = text_of(session)
        result = updated(mine, new, base, lambda _: "gone.").text
        assert [word for word in words if word not in result] == []
        assert updated(result, new, new, lambda _: "gone.").text == result
        assert read(session, result, new).changes == ()
        ids = parse(result).entries
        assert len(ids) == len(set(ids))
        assert now.id == session.id


def _edit(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def test_ticks_names_days_and_drops() -> None:
    """A tick, a name, a day, how it stands, a drop with why and one's own action are all kept."""
    with begun() as session:
        base = text_of(session)
        first, second, third, fourth = [p.action.id for p in session.evaluation().plan.next_30][:4]
        lines = base.split("\n")
        at = {
            name: next(n for n, x in enumerate(lines) if f"<!-- {name} -->" in x)
            for name in (first, second, third, fourth)
        }
        lines[at[first]] = lines[at[first]].replace("[ ]", "[X]")
        lines[at[second] + 1] = "  - Owner: Ana \\*Diaz\\*"
        lines[at[second] + 2] = "  - By: 2027-01-15, if the county agrees"
        lines[at[third]] += "\n  Dropped: no money"
        lines[at[fourth]] += "\n  - Status: In progress."
        lines[at[first]] = f"- [ ] Bake a\n  cake\n  - By: Friday\n\n{lines[at[first]]}"
        taken = read(session, "\n".join(lines), base)
        assert taken.problems == ()
        marks = session.marks
        assert marks[first].state == "done"
        assert (marks[second].owner, marks[second].due) == ("Ana *Diaz*", date(2027, 1, 15))
        assert (marks[third].state, marks[third].reason) == ("dropped", "no money")
        assert marks[fourth].state == "doing"
        assert marks["own.1"] == PlanMark(text="Bake a cake", due=date(2026, 11, 27), chosen=True)
        assert len(taken.changes) == 5


def test_what_cannot_be_read_is_named_by_its_line() -> None:
    """A day and a state that cannot be read are problems with their lines; all else is kept."""
    with begun() as session:
        base = text_of(session)
        action = session.evaluation().plan.next_30[0].action
        head = f"<!-- {action.id} -->\n  - Who: {action.owner}\n"
        mine = _edit(base, (head, f"<!-- {action.id} -->\n  - Who: Luis\n  - State: who knows\n"))
        mine = _edit(mine, ("  - By: ", "  - By: after the retreat, not "))
        row = mine.split("\n").index(next(r for r in mine.split("\n") if "retreat" in r)) + 1
        taken = read(session, mine, base)
        assert [problem.line for problem in taken.problems] == [row, row - 1]
        assert "after the retreat" in taken.problems[0].message
        assert session.marks == {action.id: PlanMark(owner="Luis")}


def test_what_was_not_touched_says_nothing() -> None:
    """What was decided elsewhere since the file was written stands, where the file was not changed there."""
    with begun() as session:
        base = text_of(session)
        first, second = [p.action.id for p in session.evaluation().plan.next_30][:2]
        session.mark({first: PlanMark(owner="Zoë", state="doing")})
        mine = _edit(
            base, (f"<!-- {second} -->\n  - Who:", f"<!-- {second} -->\n  - Who: Luis and")
        )
        read(session, mine, base)
        assert session.marks[first] == PlanMark(owner="Zoë", state="doing")
        assert session.marks[second].owner.startswith("Luis and")


def test_taken_back() -> None:
    """A tick taken away, a drop line taken out and a name wiped out undo what was decided."""
    with begun() as session:
        first, second, third = [p.action.id for p in session.evaluation().plan.next_30][:3]
        session.mark(
            {
                first: PlanMark(state="done"),
                second: PlanMark(state="dropped", reason="no money"),
                third: PlanMark(owner="Luis"),
            }
        )
        base = text_of(session)
        mine = _edit(
            base, ("- [x]", "- [ ]"), ("  - Dropped: no money\n", ""), ("Who: Luis", "Who:")
        )
        read(session, mine, base)
        assert {session.marks[name] for name in (first, second, third)} == {PlanMark()}
        update(mine, session.evaluation(), base)
