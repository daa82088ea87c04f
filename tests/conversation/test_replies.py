"""Replies to what was asked back: what was offered or is named is recorded, and nothing else."""

from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.conversation.test_dialogue import Conversation, at

from readiness.conversation import replies
from readiness.conversation.state import Pending
from readiness.domain.answers import Missing
from readiness.loading.tree.parsing import parse

DATA = Path(__file__).resolve().parents[1] / "data" / "replies.yaml"
ITEM = "culture.basics"
LABELS = {
    "not_yet": "Not yet",
    "planned": "Planned",
    "partly": "Partly",
    "mostly": "Mostly",
    "fully": "Fully",
}
OFFERED = {"two": ("mostly", "partly"), "one": ("planned",)}
ASKED = {"two": "Is that nearer to Mostly or to Partly?", "one": "I take that as Planned. Right?"}


class Case(NamedTuple):
    asked: str
    text: str
    means: str


def cases() -> list[Case]:
    written = parse(DATA.read_text(encoding="utf-8"), DATA.name)["replies"]
    rows = msgspec.convert(written, list[dict[str, str]], strict=False)
    return [Case(row["asked"], row["text"], row["means"]) for row in rows]


def asking(asked: str, offered: tuple[str, ...] | None = None) -> Conversation:
    """A conversation that has just asked back."""
    conversation = at(ITEM)
    wanted = offered or OFFERED[asked]
    waits = Pending(kind="option", item=ITEM, candidates=wanted, asked=ASKED[asked])
    conversation.state = replace(conversation.state, pending=waits)
    return conversation


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.asked}-{case.text}")
def test_a_reply_means_what_it_says(case: Case) -> None:
    """Each labelled reply records its option, or asks, offers the scale, or answers, as its label says."""
    conversation = asking(case.asked)
    said = conversation.hear(case.text)
    values = [change.answer.value for change in conversation.changes if change.answer]
    pending = conversation.state.pending
    if case.means in ("ask", "scale", "answer"):
        assert values == []
        assert said.endswith(("?", "”.", "words."))
        if case.means == "scale":
            assert "1 Not yet, 2 Planned" in said
        else:
            assert pending is not None
            assert pending.candidates
        if case.means == "answer":
            assert said.endswith(ASKED[case.asked])
    else:
        assert values == [next((m for m in Missing if m.value == case.means), case.means)]


def test_there_are_enough_of_them() -> None:
    """At least 150 replies are labelled."""
    assert len(cases()) >= 150


_PARTS = st.sampled_from(
    ["the", "first", "second", "last", "one", "either", "both", "between", "yes", "no", "right", "mhm",
     "not", "quite", "maybe", "hmm", "a", "b", "c", "i", "think", "all", "half", "none", "nobody", "we",
     "have", "it", "done", "everywhere", "started", "never", "but", "because", ",", ".", "?", "number",
     "option", "third", "latter", "former", "two", "neither", "so", "more", "like", "really"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(_PARTS, max_size=7).map(" ".join),
    st.sampled_from([*OFFERED.values(), ("not_yet", "planned"), ("fully", "mostly")]),
)
@example("the last one", ("planned",))
@example("either one", ("mostly", "partly"))
def test_nothing_is_recorded_that_was_not_offered(text: str, offered: tuple[str, ...]) -> None:
    """Without a label or a digit in it, a reply never records an option that was not offered."""
    conversation = asking("two" if len(offered) == 2 else "one", offered)
    conversation.hear(text)
    named = {option for option, label in LABELS.items() if replies.has_words(text, label)}
    spelled = {"two": "planned", "one": "not_yet"}
    if len(offered) == 1:
        named |= {option for word, option in spelled.items() if replies.has_words(text, word)}
    recorded = {change.answer.value for change in conversation.changes if change.answer}
    assert recorded <= {*offered, *named, Missing.SKIPPED}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_reply_of_some_kind(text: str) -> None:
    """Whatever is typed, something is said, and nothing that was not offered or named is recorded."""
    conversation = asking("two")
    said = conversation.hear(text)
    assert said
    for change in conversation.changes:
        value = change.answer.value if change.answer else None
        digits = any(char.isdigit() for char in text)
        label = LABELS.get(str(value), "") if not isinstance(value, Missing) else ""
        assert (
            value in OFFERED["two"]
            or digits
            or isinstance(value, Missing)
            or label.lower() in text.lower()
        )


def test_what_was_told_is_kept_through_a_no() -> None:
    """A no to what was asked back loses nothing of the story that was told before."""
    conversation = asking("one")
    assert conversation.state.pending is not None
    told = replace(conversation.state.pending, note="the county has had our draft since May")
    conversation.state = replace(conversation.state, pending=told)
    conversation.hear("no", "partly")
    answer = conversation.state.answers[ITEM]
    assert (answer.value, answer.note) == ("partly", "the county has had our draft since May")


def test_a_reason_in_a_reply_is_kept_word_for_word() -> None:
    """What is said with a reply becomes the note."""
    conversation = asking("two")
    conversation.hear("the second, because nights have nobody")
    assert conversation.state.answers[ITEM].note == "because nights have nobody"


def test_the_difference_is_told_by_what_each_looks_like() -> None:
    """Whoever asks what sets the two apart reads what both look like here, and is asked again."""
    said = asking("two").hear("what's the difference?")
    assert "Mostly: " in said
    assert "Partly: " in said
    assert said.endswith(ASKED["two"])


@pytest.mark.parametrize("text", ["no note", "No. Nobody.", "right now we have nobody", "no time"])
def test_a_yes_or_no_inside_a_sentence_is_none(text: str) -> None:
    """A word that only begins a sentence is no plain yes or no."""
    assert replies.agreed(text) is None
