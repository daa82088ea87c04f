"""Page one: the verdicts in words, three moves, what is strong, how much is in place, and whose account it is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.shipped import (
    competencies,
    everything,
    gates,
    markdown,
    page_one,
    report,
    scored,
)

from readiness.domain.answers import ROLES, Answer, Missing, Role

GRADES = ("Exploring", "Getting ready", "Under way", "Well established", "%", "of 100", "█")
VOLUNTEERS = {"profile.workers": Answer(("volunteer",))}
_VALUES = st.sampled_from(["not_yet", "planned", "partly", "mostly", "fully", *Missing])


def test_a_short_gate_holds_the_posting() -> None:
    """The headline counts what is missing out of what the posting needs, and each gap comes with its shortest way."""
    answers = competencies("fully") | VOLUNTEERS
    answers |= {
        "roles.written_role": Answer("planned"),
        "coaching.supervisor_hours": Answer("not_yet"),
    }
    posting = report(answers).verdicts[0]
    assert posting.headline == "Hold the posting: two of the nine things it needs are not in place."
    assert [(gate.topic, gate.answer) for gate in posting.short] == [
        ("the written role", "Planned"),
        ("the supervisor's hours", "Not yet"),
    ]
    assert all(gate.way.endswith(".") for gate in posting.short)
    assert len(posting.met) == 7


def test_what_is_not_known_is_said_beside_what_is_short() -> None:
    """A posting that is held says too how much about it is not known."""
    answers = competencies("fully") | VOLUNTEERS
    answers |= {
        "roles.written_role": Answer("planned"),
        "coaching.supervisor_hours": Answer(Missing.DONT_KNOW),
    }
    posting = report(answers).verdicts[0]
    assert posting.headline.endswith("One more is not known yet.")
    assert [gate.whom != "" for gate in posting.unknown] == [True]


def test_pay_counts_only_for_employees() -> None:
    """A gate that is asked only of agencies with employees counts only there."""
    answers = competencies("not_yet") | {"profile.workers": Answer(("employee",))}
    assert "none of the ten things" in report(answers).verdicts[0].headline
    answers["profile.workers"] = Answer(("volunteer",))
    assert "none of the nine things" in report(answers).verdicts[0].headline


@pytest.mark.parametrize("given", [{}, {"profile.workers": Answer(Missing.DONT_KNOW)}])
def test_a_gate_that_may_yet_be_asked_is_not_known(given: dict[str, Answer]) -> None:
    """While it is open whether a gate is asked, it stands under what is not known, and nothing is said to be ready."""
    posting = report(everything() | given).verdicts[0]
    assert [(gate.id, gate.whom) for gate in posting.unknown] == [
        ("infrastructure.living_wage", "Asked once you say whether you take on employees.")
    ]
    assert "nothing required is missing" not in posting.headline
    assert "whether one more is needed depends on facts you have not given" in posting.headline
    held = report(competencies("partly") | given).verdicts[0]
    assert held.headline.endswith("Whether one more is needed depends on facts you have not given.")


def test_unknown_gates_ask_to_find_out() -> None:
    """With nothing short and something not known, the verdict is to find out, and from whom."""
    answers = competencies("fully") | {"roles.written_role": Answer(Missing.DONT_KNOW)}
    posting = report(answers).verdicts[0]
    assert posting.headline.startswith(
        "Find out first: one of the nine things the posting needs is"
    )
    assert posting.unknown[0].whom.startswith("Ask HR")


@pytest.mark.parametrize(
    ("role", "headline"),
    [
        (
            "leadership",
            "By leadership's own account nothing required is missing; "
            "nobody with lived experience has confirmed it.",
        ),
        (
            "peer_staff",
            "By the account of a peer who works here, nothing required is missing; "
            "leadership has not confirmed it.",
        ),
        (None, "By this account nothing required is missing; nobody else has confirmed it."),
    ],
)
def test_a_ready_verdict_says_whose_word_it_is(role: Role | None, headline: str) -> None:
    """Nothing missing is always somebody's account, and who has not confirmed it is said with it."""
    assert [v.headline for v in report(everything() | VOLUNTEERS, role=role).verdicts] == [
        headline
    ] * 2


def test_where_peers_work_already_the_gaps_concern_them() -> None:
    """Where peers work already, gaps are to be put right for them before more are hired."""
    answers = competencies("partly") | {"profile.peers_now": Answer("yes")}
    posting, day_one = report(answers).verdicts
    assert posting.heading == "Before you hire more peers"
    assert posting.headline.startswith("Before hiring more, put these right for the people here:")
    assert day_one.headline.startswith("Before anyone else starts, put these right")


def test_a_gate_that_was_set_aside_shows_its_reason() -> None:
    """The reason for setting a gate aside is printed, shared or not, and a missing reason is asked for."""
    answers = competencies("fully") | {
        "roles.written_role": Answer(Missing.NOT_APPLICABLE, note="The *county* wrote it"),
        "roles.no_clinical_duties": Answer(Missing.NOT_APPLICABLE),
    }
    first = page_one(markdown(answers))
    assert '- The written role, because "The \\*county\\* wrote it"' in first
    assert "with no reason given: no clinical duties. Each of these needs a reason." in first


def test_planned_dates_are_said_in_words() -> None:
    """The planned posting and first day stand with their verdicts, in words."""
    answers = {
        "profile.posting_date": Answer(date(2027, 1, 5)),
        "profile.start_date": Answer(date(2027, 3, 1)),
    }
    planned = [verdict.planned for verdict in report(answers).verdicts]
    assert planned == [
        "You plan to post on 5 January 2027.",
        "The first day is planned for 1 March 2027.",
    ]


def test_dates_that_cannot_hold_are_pointed_out() -> None:
    """A date before the self-check, and a first day before the posting, each draw a remark."""
    past = {"profile.posting_date": Answer(date(2026, 10, 1))}
    assert report(past).verdicts[0].planned == (
        "You plan to post on 1 October 2026. "
        "That is before the date of this self-check: check which holds."
    )
    turned = {
        "profile.posting_date": Answer(date(2027, 3, 1)),
        "profile.start_date": Answer(date(2027, 1, 5)),
    }
    posting, day_one = (verdict.planned for verdict in report(turned).verdicts)
    assert posting == "You plan to post on 1 March 2027."
    assert day_one.endswith("That is before the planned posting: check which holds.")
    assert report(past, when=None).verdicts[0].planned == "You plan to post on 1 October 2026."


@pytest.mark.parametrize("value", ["mostly", "fully"])
def test_one_planned_peer_does_not_go_with_two_in_place(value: str) -> None:
    """One planned peer in each program, beside two called in place, draws a remark; two planned draw none."""
    answers = {"contact.two_per_program": Answer(value), "profile.peers_per_program": Answer(1)}
    remark = report(answers).verdicts[1].remark
    assert remark.startswith("You plan one peer in each program, yet said")
    assert remark in markdown(answers)
    answers["profile.peers_per_program"] = Answer(2)
    assert report(answers).verdicts[1].remark == ""


def test_a_peer_run_agency_may_speak_from_lived_experience() -> None:
    """Of a peer-run agency nobody says that lived experience is missing, yet other voices still are."""
    answers = everything() | VOLUNTEERS | {"profile.kind": Answer("peer_run")}
    view = report(answers)
    assert "may well speak from lived experience" in view.voice[-1]
    assert view.verdicts[0].headline.endswith(
        "no peer worker and nobody who receives services has confirmed it."
    )


def test_the_survey_is_not_among_what_is_counted() -> None:
    """The workplace statements are not counted with the competencies, and where they are is said."""
    said = 'The workplace survey has eleven statements more, under "Workplace survey".'
    assert said in report(competencies("fully")).counts
    assert said not in report(competencies("fully"), scope="quick").counts


def test_counts_add_up() -> None:
    """The counts say how many things are in place, partly, not yet or unknown, out of how many."""
    answers = competencies("fully") | {
        "culture.basics": Answer("partly"),
        "culture.dignity": Answer("planned"),
        "culture.choices": Answer(Missing.DONT_KNOW),
    }
    every = sum(1 for item in scored() if item.id in answers and item.when is None)
    parts = f"{every - 3} in place, 1 partly, 1 not yet, 1 unknown"
    said = f"Of the {every} things that the competencies ask about: {parts}."
    assert report(answers).counts[0] == said


@pytest.mark.parametrize("role", ROLES)
def test_every_other_voice_is_named_as_missing(role: Role) -> None:
    """Whoever answers, the four other seats are named as not heard yet."""
    account, missing, *_ = report({}, role=role).voice
    assert account.endswith("given by A. Rivera.")
    assert missing.startswith("Not heard yet: ")
    assert missing.count(",") == 2


def test_nobody_with_lived_experience_has_confirmed_a_leaders_account() -> None:
    """A leader's account asks for somebody with lived experience to go through it."""
    assert "Nobody with lived experience has confirmed any of it" in report({}).voice[-1]
    elsewhere = report({"profile.peers_now": Answer("no")}).voice[-1]
    assert "from another agency" in elsewhere


@settings(max_examples=15)
@given(
    st.lists(_VALUES, min_size=len(gates()), max_size=len(gates())), st.sampled_from([*ROLES, None])
)
def test_page_one_never_carries_a_grade(values: list[str | Missing], role: Role | None) -> None:
    """Whatever is answered, and by whom, page one has no score, no stage and no percentage."""
    answers = {item.id: Answer(value) for item, value in zip(gates(), values, strict=True)}
    first = page_one(markdown(answers, role=role))
    assert [grade for grade in GRADES if grade in first] == []
    assert "## Whose account this is" in first
