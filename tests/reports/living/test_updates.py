"""What an update makes of a plan: what is new, what is done or no longer needed, and what both sides changed."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.living.plans import ITEMS, made, update, written
from tests.reports.shipped import tokens

from readiness.domain.answers import Answer, Missing
from readiness.domain.log import PlanMark
from readiness.reports.living import words
from readiness.reports.living.merging import updated
from readiness.reports.living.parsing import parse
from readiness.reports.living.stamp import is_whole, stamp_of, stamped

PARTLY = {item: Answer("partly") for item in ITEMS}
BEFORE = made(PARTLY)
BASE = written(BEFORE)
ROLE = "roles.written_role.write-role"
BASICS = "culture.basics.teach-basics"


def _with(**answers: str | Missing) -> dict[str, Answer]:
    return PARTLY | {name.replace("__", "."): Answer(value) for name, value in answers.items()}


def _edit(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def _line(text: str, name: str) -> str:
    return next(line for line in text.split("\n") if f"<!-- {name} -->" in line)


def _below(text: str, heading: str) -> str:
    return text.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def test_every_entry_has_its_id_at_the_end_of_its_line() -> None:
    """Actions, tasks to find out and entries of the checklist end in a comment that no reader sees."""
    text = written(made(_with(culture__basics=Missing.DONT_KNOW), {"own.1": PlanMark(text="Bake")}))
    assert _line(text, ROLE).startswith("- [ ] **Write one page")
    assert _line(text, "culture.basics.find_out").startswith("- [ ] **What recovery means.**")
    assert _line(text, "own.1") == "- [ ] **Bake** <!-- own.1 -->"
    assert _line(text, "before_selection.duties").startswith("- [ ] ")
    inline = [child for token in tokens(text) for child in token.children or []]
    kinds = {child.type for child in inline if "<!-- " in child.content}
    assert kinds == {"html_inline"}
    tasks = re.findall(r"(?m)^ *- \[.\] .*$", text)
    assert [task for task in tasks if not task.endswith(" -->")] == []


def test_the_report_says_what_was_generated() -> None:
    """The last line is a comment with the assessment, the kind and a digest of the text, whatever time it is."""
    stamp = stamp_of(BASE)
    assert stamp is not None
    assert (stamp.id, stamp.kind) == ("riverbend-4x2k", "full")
    assert is_whole(BASE)
    assert not is_whole(BASE.replace("Riverbend", "Riverside"))
    assert re.search(r"\n<!-- readiness: riverbend-4x2k · full · [0-9a-f]{16} -->\n\Z", BASE)


@given(st.text())
def test_any_id_survives_its_comment(name: str) -> None:
    """Whatever an assessment is called, its report ends in one whole comment that says so."""
    text = stamped("# A\n", name.encode("utf-8", "replace").decode())
    stamp = stamp_of(text)
    assert stamp is not None
    assert stamp.id == name.encode("utf-8", "replace").decode()
    assert text.splitlines()[-1].count("-->") == 1


def test_what_is_answered_fully_moves_with_why() -> None:
    """What the answers do not call for any more stands in a section of its own, with why and all its lines."""
    now = made(_with(roles__written_role="fully"))
    mine = _edit(BASE, (_line(BASE, ROLE), f"{_line(BASE, ROLE)}\n  - Ana has a draft."))
    result = update(mine, now, BASE)
    gone = _below(result.text, words.DONE_SECTION)
    assert ROLE in result.gone
    assert _line(BASE, ROLE) in gone
    assert (
        '  - No longer in the plan: you now say "Fully" to "Is the peer role written down?"\n'
        in gone
    )
    assert "  - Ana has a draft.\n" in gone
    assert result.text.count(f"<!-- {ROLE} -->") == 1
    assert result.text.index(words.DONE_SECTION) < result.text.index(words.BEFORE_SECTION)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("- [ ] **Write one page", "- [x] **Write one page"), "it is done."),
        (
            (f"<!-- {ROLE} -->", f"<!-- {ROLE} -->\n  - Dropped: no money"),
            "it was dropped, because: no money",
        ),
    ],
)
def test_done_and_dropped_say_so(change: tuple[str, str], said: str) -> None:
    """What is not called for any more and was ticked or dropped says that it was, with the reason."""
    result = update(_edit(BASE, change), made(_with(roles__written_role="fully")), BASE)
    assert f"  - No longer in the plan: {said}\n" in _below(result.text, words.DONE_SECTION)


def test_what_comes_back_comes_back() -> None:
    """An action that is called for again leaves the section, marked as back, with what the person wrote below it."""
    mine = _edit(BASE, (f"<!-- {ROLE} -->", f"<!-- {ROLE} -->\n  - Ana has a draft."))
    now = made(_with(roles__written_role="fully"))
    away = update(mine, now, BASE)
    back = update(away.text, BEFORE, written(now))
    assert ROLE in back.new
    assert ROLE not in _below(back.text, words.DONE_SECTION)
    entry = parse(back.text).entries[ROLE]
    assert [line.text for line in entry.body][:1] == [f"  - New: {words.NEW_BACK}"]
    assert "Ana has a draft." in entry.text
    assert "No longer in the plan" not in entry.text


def test_what_is_new_says_so_until_the_next_update() -> None:
    """An action that came with an update is marked in words; the next one that brings anything takes the mark out."""
    less = made(_with(culture__basics="fully"))
    base = written(less)
    result = update(base, BEFORE, base)
    assert BASICS in result.new
    assert f"<!-- {BASICS} -->\n  - New: {words.NEW_HERE}\n" in result.text
    assert update(result.text, BEFORE, BASE).text == result.text
    later = update(result.text, made(_with(culture__dignity="fully")), BASE)
    assert f"<!-- {BASICS} -->\n  - Who:" in later.text


def test_both_changed_a_field() -> None:
    """Where a person and the plan changed one field differently, the person's stands and a line shows the other."""
    mine = _edit(
        BASE, (f"<!-- {ROLE} -->\n  - Who: program director", f"<!-- {ROLE} -->\n  - Who: Ana")
    )
    now = made(PARTLY, {ROLE: PlanMark(owner="Luis")})
    result = update(mine, now, BASE)
    assert result.conflicts == 1
    lines = [line.text for line in parse(result.text).entries[ROLE].body[:2]]
    assert lines[0] == "  - Who: Ana"
    assert lines[1].startswith(
        "  - Two versions of who does it: you wrote “Ana”. The plan now says “Luis”."
    )


@pytest.mark.parametrize(
    ("written_as", "stands"),
    [
        ("2027-01-15", "2027-01-15"),
        ("January 15, 2027", "January 15, 2027"),
        ("next Friday", "15 January 2027 (next Friday)"),
    ],
)
def test_one_day_written_in_two_ways(written_as: str, stands: str) -> None:
    """A day that the plan now has too is no conflict; where its words will mean another day next week, it is added."""
    mine = re.sub(rf"(<!-- {ROLE} -->\n.*\n  - By: ).*", rf"\g<1>{written_as}", BASE)
    now = written(made(PARTLY, {ROLE: PlanMark(due=date(2027, 1, 15))}))
    day = date(2027, 1, 15)
    read = {"next Friday": day, "15 January 2027": day}.get
    result = updated(mine, now, BASE, lambda _: "", read)
    assert result.conflicts == 0
    assert parse(result.text).entries[ROLE].value("by") == stands


def test_both_changed_a_sentence() -> None:
    """Where both changed one paragraph, both stand there, told apart in words."""
    headline = next(line for line in BASE.split("\n") if line.startswith("**Hold the posting"))
    mine = BASE.replace(headline, f"Our board says: go slow. {headline}")
    result = update(mine, made(_with(roles__written_role="fully")), BASE)
    assert result.conflicts == 1
    assert f"Our board says: go slow. {headline}\n" in result.text
    assert "\n> *Two versions.* Above is what you wrote." in result.text
    assert "\n> **Hold the posting" in result.text
    assert "<<<" not in result.text


def test_what_a_person_took_out_stays_out() -> None:
    """An entry that a person deleted does not come back."""
    block = parse(BASE).entries[ROLE].text
    result = update(BASE.replace(f"{block}\n\n", ""), made(_with(culture__dignity="fully")), BASE)
    assert ROLE not in result.text
    assert ROLE not in result.new


def test_a_lost_comment_is_put_back() -> None:
    """A line that says to the letter what an entry says is that entry, also without its comment."""
    line = _line(BASE, ROLE)
    mine = BASE.replace(line, line.partition(" <!--")[0].replace("[ ]", "[x]"))
    result = update(mine, made(_with(culture__dignity="fully")), BASE)
    assert parse(result.text).entries[ROLE].ticked


def test_a_line_that_an_editor_has_broken() -> None:
    """An entry whose first line was broken into several is still known, and stays broken as it was."""
    line = _line(BASE, ROLE)
    at = line.index(" will do")
    broken = f"{line[:at]}\n  {line[at:].strip()}"
    mine = BASE.replace(line, broken.replace("[ ]", "[x]", 1))
    result = update(mine, made(_with(culture__dignity="fully")), BASE)
    entry = parse(result.text).entries[ROLE]
    assert entry.ticked
    assert entry.head == broken.replace("[ ]", "[x]", 1)


def test_without_base_the_person_wins() -> None:
    """Where nobody knows what was written last, the person's fields stand without a second version."""
    mine = _edit(
        BASE, (f"<!-- {ROLE} -->\n  - Who: program director", f"<!-- {ROLE} -->\n  - Who: Ana")
    )
    result = update(mine, made(PARTLY, {ROLE: PlanMark(owner="Luis")}), None)
    assert not result.had_base
    entry = parse(result.text).entries[ROLE]
    assert entry.value("who") == "Ana"
    assert "Luis" not in entry.text


HOSTILE = st.text() | st.lists(
    st.sampled_from(
        [
            "<!-- own.9 -->",
            f"<!-- {ROLE} -->",
            "-->",
            "<!--",
            "- [x] ",
            "\n",
            "**",
            "Who: ",
            "\\",
            " ",
            "<!-- readiness: x · full · 0000 -->",
            "## Done or no longer needed",
            "a",
        ]
    ),
    max_size=8,
).map("".join)


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(max_examples=60)
def test_nobody_can_forge_an_id(note: str, owner: str, reason: str) -> None:
    """Whatever stands in a note, a name or a reason, only what is an entry is read as one."""
    answers = PARTLY | {"culture.dignity": Answer("partly", note=note, share=True)}
    marks = {
        ROLE: PlanMark(owner=owner),
        BASICS: PlanMark(state="dropped", reason=reason),
        "own.1": PlanMark(text=f"a {note}", owner=owner),
    }
    text = written(made(answers, marks))
    plain = written(
        made(
            PARTLY,
            {ROLE: PlanMark(), BASICS: PlanMark(state="dropped"), "own.1": PlanMark(text="a")},
        )
    )
    assert set(parse(text).entries) == set(parse(plain).entries)
    assert stamp_of(text) is not None
    assert stamp_of(text) == stamp_of(text[text.rindex("<!-- readiness") :])
    assert is_whole(text)
