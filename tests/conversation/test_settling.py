"""The close: what is open is gone through once; then moves, names, dates and what gets in the way."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conversation.closing import Closing, answered, dialogue

from readiness.conversation.closing import evaluated
from readiness.conversation.due import due_day
from readiness.conversation.naming import is_name
from readiness.conversation.saying import causes_in, chosen_from, split_owner
from readiness.domain.answers import Answer, Missing
from readiness.domain.log import PlanMark

DONT_KNOW = Answer(Missing.DONT_KNOW)


def test_the_close_offers_names_and_dates_after_the_moves() -> None:
    """Finishing says three moves for this week, then offers to settle names and dates."""
    closing = Closing()
    said = closing.hear("finish")
    assert said.index("Three things for this week") < said.index("real names and dates")
    assert closing.state.mood == "open"


@pytest.mark.parametrize("word", ["no", "finish", "stop", "enough", "not now", "no thanks", "done"])
def test_one_word_declines(word: str) -> None:
    """One word is enough to have none of it, and nothing is stored then."""
    closing = Closing()
    assert "The report is next." in closing.hear("finish", word)
    assert closing.state.mood == "finished"
    assert closing.marks == {}


@pytest.mark.parametrize("steps", range(9))
def test_one_word_ends_it_at_any_point(steps: int) -> None:
    """Wherever one is, `finish` writes the report, and what was said until then stays."""
    way = ["yes", "1 and 2", "Luis", "2027-01-15", "skip", "skip", "yes", "people", "Too few hours"]
    closing = Closing()
    closing.hear("finish", *way[:steps])
    kept = dict(closing.marks)
    closing.hear("finish")
    assert closing.state.mood == "finished"
    assert closing.marks == kept


def test_names_dates_and_causes_are_kept_with_the_actions_chosen() -> None:
    """Owner, due date, what gets in the way and why are stored as said, for the actions chosen and no others."""
    closing = Closing()
    closing.hear("finish", "yes", "1 and 3", "Luis", "2027-01-15", "Ana, by 1 March 2027")
    first, second = closing.chosen
    said = closing.hear("yes", "3")
    assert "roles rather than names" in said
    closing.hear("The clinical lead has no hours", "policies")
    closing.hear("No rule says who pays")
    assert closing.state.mood == "finished"
    assert closing.marks[first] == PlanMark(
        owner="Luis",
        due=date(2027, 1, 15),
        chosen=True,
        causes=("people",),
        why="The clinical lead has no hours",
    )
    assert closing.marks[second] == PlanMark(
        owner="Ana",
        due=date(2027, 3, 1),
        chosen=True,
        causes=("policies",),
        why="No rule says who pays",
    )
    others = [mark for name, mark in closing.marks.items() if name not in (first, second)]
    assert others == [PlanMark(chosen=False)] * 3


def test_only_the_actions_chosen_are_asked_about() -> None:
    """Whoever takes on one action is asked for one owner and one date."""
    closing = Closing()
    assert closing.hear("finish", "yes", "2").startswith("Noted: these are for the next 30 days")
    closing.hear("Luis", "skip")
    assert closing.kind == "obstacles"
    assert len(closing.chosen) == 1


def test_choosing_none_puts_all_off() -> None:
    """`none` leaves everything for later, and the report is next."""
    closing = Closing()
    closing.hear("finish", "yes", "none")
    assert closing.state.mood == "finished"
    assert {mark.chosen for mark in closing.marks.values()} == {False}


def test_a_doubtful_date_is_asked_back() -> None:
    """A date that is not sure is stored only after a yes; a no asks again."""
    closing = Closing()
    closing.hear("finish", "yes", "1", "Luis")
    assert "Do you mean" in closing.hear("around 15 march")
    assert closing.marks[closing.chosen[0]].due is None
    assert "By when?" in closing.hear("no")
    closing.hear("around 15 march", "yes")
    due = closing.marks[closing.chosen[0]].due
    assert due is not None
    assert (due.day, due.month) == (15, 3)


def test_back_and_undo_go_one_question_back() -> None:
    """`undo` at the close asks the question before again; no answer to an item is taken back."""
    closing = Closing()
    answers = closing.state.answers
    closing.hear("finish", "yes", "1 and 2", "Luis")
    assert "So far: Luis" in closing.hear("undo")
    closing.hear("Ana")
    assert closing.marks[closing.chosen[0]].owner == "Ana"
    assert closing.state.answers == answers
    assert "Which of these will you take on" in closing.hear("back", "back")


def _same_role(closing: Closing) -> tuple[int, int]:
    """The numbers of two actions that are given to the same role."""
    actions = evaluated(dialogue(), closing.state).plan.next_30
    owners = [planned.action.owner for planned in actions]
    first = next(n for n, owner in enumerate(owners) if owners.count(owner) > 1)
    return first + 1, owners.index(owners[first], first + 1) + 1


def test_a_name_is_remembered_as_that_of_its_role() -> None:
    """The first name for a role stands for it from then on: it says so, and offers it for the next such action."""
    closing = Closing()
    first, second = _same_role(closing)
    role = evaluated(dialogue(), closing.state).plan.next_30[first - 1].action.owner
    said = closing.hear("finish", "yes", f"{first} and {second}", "Ana Diaz")
    assert f"From now on “{role}” means Ana Diaz" in said
    assert f"So far: Ana Diaz ({role})." in closing.hear("skip")
    assert closing.owners == closing.state.owners == {role: "Ana Diaz"}
    closing.hear("skip", "skip", "no")
    assert closing.marks[closing.chosen[0]].owner == "Ana Diaz"
    assert closing.marks[closing.chosen[1]].owner == ""


def test_a_second_name_for_a_role_is_that_of_one_action() -> None:
    """Where a role is held, another name is kept with its action alone, and nothing is said of the role."""
    closing = Closing()
    first, second = _same_role(closing)
    closing.hear("finish", "yes", f"{first} and {second}", "Ana Diaz", "skip")
    assert "From now on" not in closing.hear("Luis")
    assert list(closing.owners.values()) == ["Ana Diaz"]
    assert closing.marks[closing.chosen[1]].owner == "Luis"


def test_a_name_put_right_is_put_right_for_the_role() -> None:
    """Going back and giving another name changes the role's name too."""
    closing = Closing()
    closing.hear("finish", "yes", "1 and 2", "Luis", "back", "Ana, by 1 March 2027")
    assert list(closing.owners.values()) == ["Ana"]


@pytest.mark.parametrize(
    "text", ["HR", "CEO", "our new manager", "the board", "me", "luis", "whoever stands by the desk", "Luis and Ana",
             "HR lead", "Program Director", "Somebody", "TBD", "2 people", "7"]
)  # fmt: skip
def test_what_is_not_surely_a_name_names_no_role(text: str) -> None:
    """A role, a pronoun, several people or small letters are kept with the action, and with nothing else."""
    closing = Closing()
    said = closing.hear("finish", "yes", "1", text)
    assert "From now on" not in said
    assert closing.owners == {}


@pytest.mark.parametrize(
    "text", ["Luis", "Ana Diaz", "María de la Cruz", "J. P. O'Neil", "Smith-Jones", "李雷", "Zoë"]
)
def test_names(text: str) -> None:
    """Names of many kinds are names."""
    assert is_name(text)


def test_a_reason_said_first_is_kept() -> None:
    """What gets in the way in one's own words becomes the why, once it is clear which of the four it is."""
    closing = Closing()
    closing.hear("finish", "yes", "1", "skip", "skip", "yes")
    assert "Which of these is that" in closing.hear("Nobody ever wrote it down")
    closing.hear("processes")
    mark = closing.marks[closing.chosen[0]]
    assert (mark.causes, mark.why) == (("processes",), "Nobody ever wrote it down")


@pytest.mark.parametrize(
    "question", ["what is cooptation?", "how far are we?", "help", "how are we doing?"]
)
def test_questions_are_answered_and_the_step_is_asked_again(question: str) -> None:
    """Any command works at the close, after which the same question is asked once more."""
    closing = Closing()
    closing.hear("finish", "yes", "1")
    assert closing.hear(question).endswith("“finish” ends this.)")
    assert closing.kind == "owner"


def test_stopping_for_today_keeps_what_was_said() -> None:
    """`stop for today` pauses; the next time, the close shows what stands."""
    closing = Closing()
    closing.hear("finish", "yes", "1", "Luis", "stop for today")
    assert closing.state.mood == "paused"
    again = Closing(closing.state.answers, closing.marks)
    again.hear("finish")
    assert "So far: Luis" in again.hear("yes")


def test_nothing_to_do_offers_nothing() -> None:
    """Where no action is called for, finishing finishes."""
    closing = Closing(answered("fully"))
    assert "The report is next." in closing.hear("finish")
    assert closing.state.mood == "finished"


def test_what_is_open_is_gone_through_once() -> None:
    """A yes asks every flagged, unknown and unanswered item once, in order; then comes the close."""
    answers = answered(
        written_role=DONT_KNOW, living_wage=Answer("partly", flag=True), basics=DONT_KNOW
    )
    closing = Closing(answers)
    said = closing.hear("finish")
    wanted = [i for i, a in answers.items() if a.value is Missing.DONT_KNOW or a.flag]
    assert f"{len(wanted)} questions are still open" in said
    assert closing.hear("yes").endswith("5 Fully.")
    seen = []
    while closing.state.again:
        assert closing.state.item is not None
        seen.append(closing.state.item)
        closing.hear("mostly")
    assert seen == wanted
    assert closing.kind == "settle"
    assert all(closing.state.answers[name] == Answer("mostly") for name in wanted)


def test_a_no_finishes() -> None:
    """A no to going through what is open goes on to the moves, and it is not offered again."""
    closing = Closing(answered(written_role=DONT_KNOW))
    assert "things for this week" in closing.hear("finish", "no")
    assert closing.state.answers["roles.written_role"] == DONT_KNOW


def test_review_lists_what_is_open_and_asks_again() -> None:
    """`review` at the offer shows the list, and the offer stands."""
    closing = Closing(answered(written_role=DONT_KNOW))
    said = closing.hear("finish", "review")
    assert "the written role: don't know" in said
    assert closing.kind == "revisit"


def test_skipping_what_is_open_leaves_it_as_it_is() -> None:
    """Going through what is open, `skip` keeps the answer that stands and goes on."""
    closing = Closing(answered(written_role=DONT_KNOW))
    closing.hear("finish", "yes", "skip")
    assert closing.state.answers["roles.written_role"] == DONT_KNOW
    assert closing.kind == "settle"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["yes", "no", "all", "1", "1 and 2", "Luis", "2027-01-15", "15 march", "people", "3",
             "skip", "back", "why?", "help", "review", "nothing", "finish", "hm", "same"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_the_state_is_plain_data(texts: list[str]) -> None:
    """Whatever was said, the state can be written down, knows what was stored, and only actions are marked."""
    closing = Closing(answered(written_role=DONT_KNOW))
    closing.hear("finish", *texts)
    assert msgspec.to_builtins(closing.state, enc_hook=str)
    assert set(closing.marks) <= {a.id for i in dialogue().flow.items.values() for a in i.actions}
    assert closing.state.marks == closing.marks
    assert closing.state.owners == closing.owners


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("end of January", date(2027, 1, 31)),
        ("by the end of January", date(2027, 1, 31)),
        ("mid March", date(2027, 3, 15)),
        ("in two weeks", date(2026, 12, 5)),
        ("2 weeks", date(2026, 12, 5)),
        ("two weeks from now", date(2026, 12, 5)),
        ("by Friday", date(2026, 11, 27)),
        ("this week", date(2026, 11, 27)),
        ("next month", date(2026, 12, 1)),
        ("end of next month", date(2026, 12, 31)),
        ("before the holidays", date(2026, 12, 20)),
        ("before Christmas", date(2026, 12, 24)),
        ("after the holidays", date(2027, 1, 10)),
        ("thanksgiving", date(2026, 11, 26)),
        ("end of Q1", date(2027, 3, 31)),
        ("the 15th", date(2026, 12, 15)),
        ("eoy", date(2026, 12, 31)),
        ("soon", None),
        ("asap", None),
    ],
)
def test_due_dates_in_words(text: str, due: date | None) -> None:
    """A due date may be said as people say it; one that is not a full date is never sure."""
    assert due_day(text, date(2026, 11, 21)) == (due, False)


def test_a_due_date_in_words_is_asked_back_and_may_be_put_right() -> None:
    """A day that follows from words is stored after a yes in any wording; a no may bring another."""
    closing = Closing()
    closing.hear("finish", "yes", "1", "Luis")
    assert "Do you mean" in closing.hear("end of January")
    assert "28 February" in closing.hear("no, end of February 2027")
    closing.hear("yes that's right")
    assert closing.marks[closing.chosen[0]].due == date(2027, 2, 28)


@pytest.mark.parametrize("text", ["me", "I'll do it", "that would be me"])
def test_me_is_a_name_or_is_asked_for(text: str) -> None:
    """Nobody is called “me” in a plan: the name is asked for, where it is not known."""
    closing = Closing()
    closing.hear("finish", "yes", "1")
    assert "Your name or your role" in closing.hear(text)
    assert closing.marks[closing.chosen[0]].owner == ""
    closing.hear("Ana Silva")
    assert closing.marks[closing.chosen[0]].owner == "Ana Silva"


@pytest.mark.parametrize(
    "text", ["nobody", "not sure yet", "tbd", "skip", "don't know", "no one yet"]
)
def test_no_owner_yet_leaves_what_stands(text: str) -> None:
    """Who is not known yet is no name; the next question comes."""
    closing = Closing()
    closing.hear("finish", "yes", "1", text)
    assert closing.marks[closing.chosen[0]].owner == ""
    assert closing.kind == "due"


def test_an_owner_with_a_doubtful_day() -> None:
    """An owner with a day that is not sure is kept at once, and the day after a yes."""
    closing = Closing()
    assert "Do you mean 1 March" in closing.hear("finish", "yes", "1", "Luis by march")
    assert closing.marks[closing.chosen[0]] == PlanMark(owner="Luis", chosen=True)
    closing.hear("yes")
    assert closing.marks[closing.chosen[0]].due is not None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("all", (0, 1, 2)),
        ("yes", (0, 1, 2)),
        ("1 and 3", (0, 2)),
        ("3,1", (0, 2)),
        ("all but 2", (0, 2)),
        ("everything except 1 and 2", (2,)),
        ("none", ()),
        ("no", ()),
        ("7", None),
        ("whatever", None),
    ],
)
def test_choices(text: str, wanted: tuple[int, ...] | None) -> None:
    """Numbers, all, all but some, and none are understood; anything else is asked again."""
    assert chosen_from(text, 3) == wanted


@pytest.mark.parametrize(
    ("text", "causes", "why"),
    [
        ("policies", ("policies",), ""),
        ("1 and 4", ("policies", "environment"), ""),
        ("Processes, nobody signs anything", ("processes",), "Processes, nobody signs anything"),
        ("people, Bob never has time", ("people",), ""),
        ("the moon", (), ""),
        ("9", (), ""),
    ],
)
def test_causes(text: str, causes: tuple[str, ...], why: str) -> None:
    """Causes go by number or word; more words are the reason, except where it may name people."""
    assert causes_in(text) == (causes, why)


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Luis", "Luis", None),
        ("Luis by 15 March 2027", "Luis", date(2027, 3, 15)),
        ("by 15 March 2027", "", date(2027, 3, 15)),
        ("whoever stands by the desk", "whoever stands by the desk", None),
    ],
)
def test_owner_and_day(text: str, owner: str, due: date | None) -> None:
    """An owner may come with a day."""
    assert split_owner(text, date(2026, 11, 21))[:2] == (owner, due)
