"""A conversation bound to the store: stored before it is said, and others may be at work on the same assessment."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment import small

from readiness.assessment.following import Follower
from readiness.assessment.moving import export
from readiness.assessment.place import place_of
from readiness.conversation.talk import Talk
from readiness.conversation.trails import taken_back, trail
from readiness.domain.answers import Answer
from readiness.errors import StoreUnwritable
from readiness.store import Store

texts = st.sampled_from(
    ["1", "2", "3", "yes", "no", "not yet", "partly", "fully", "skip", "don't know", "undo", "redo",
     "back", "come back to this", "note ask Luis", "change culture.basics to fully", "why?", "hm"]
)  # fmt: skip


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


def _said(talk: Talk, text: str) -> str:
    return "\n".join(each.text for each in talk.hear(text))


@settings(max_examples=60)
@given(st.lists(texts, max_size=15))
def test_what_it_remembers_is_what_is_stored(said: list[str]) -> None:
    """After every text, the answers, undo and redo of the conversation are those that the log gives."""
    with small.new_store() as store:
        talk = Talk(small.begin(store))
        talk.begin()
        for text in said:
            talk.hear(text)
            stored = small.again(store, talk.session)
            assert talk.state.answers == stored.answers
            assert talk.state.trail == trail(stored.entries)
            assert talk.state.taken_back == taken_back(stored.entries)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["1", "2", "skip", "don't know"]), max_size=8),
    st.sets(st.integers(0, 8)),
)
def test_stopping_changes_nothing(said: list[str], stops: set[int]) -> None:
    """The same texts in one sitting or in several lead to the same answers and the same log."""
    with small.new_store() as store:
        whole, parted = Talk(small.begin(store)), Talk(small.begin(store))
        whole.begin()
        parted.begin()
        for place, text in enumerate(said):
            if place in stops:
                parted = Talk(small.again(store, parted.session))
                parted.begin()
            assert whole.hear(text)[0] == parted.hear(text)[0]
        logs = [
            [(e.item, e.answer, e.undoes) for e in export(store, talk.session.id).log]
            for talk in (whole, parted)
        ]
        assert logs[0] == logs[1]


def test_two_redos_bring_two_answers_back(store: Store) -> None:
    """What is said to be brought back is in the store again, for each of several redos."""
    talk = Talk(small.begin(store))
    talk.begin()
    for text in ("yes", "employees", "undo", "undo", "redo", "redo"):
        talk.hear(text)
    assert list(small.again(store, talk.session).answers) == ["profile.drives", "profile.workers"]


def test_the_same_answer_is_no_conflict(store: Store) -> None:
    """Two who answer the same are not asked to choose."""
    talk = Talk(small.begin(store))
    talk.begin()
    small.again(store, talk.session).record("profile.drives", Answer("yes"))
    assert _said(talk, "yes").startswith("Recorded: Yes.")
    assert not talk.in_conflict
    assert len(store.load(talk.session.id).entries) == 1


def test_others_are_not_written_over(store: Store) -> None:
    """What somebody else answers meanwhile is not asked for again, and stays."""
    talk = Talk(small.begin(store))
    talk.begin()
    small.again(store, talk.session).record("profile.workers", Answer(("volunteer",)))
    said = _said(talk, "yes")
    assert "When?" in said
    assert "Who?" not in said
    assert talk.state.answers["profile.workers"] == Answer(("volunteer",))


def test_answered_again_while_choosing(store: Store) -> None:
    """Nobody chooses against an answer that they have not seen: a newer one is shown first."""
    talk = Talk(small.begin(store))
    talk.begin()
    other = small.again(store, talk.session)
    other.record("profile.drives", Answer("yes"))
    assert "Yes" in _said(talk, "no")
    other.record("profile.drives", Answer("yes", note="Only nights."))
    assert "Only nights." in _said(talk, "mine")
    assert talk.in_conflict
    assert small.again(store, talk.session).answers["profile.drives"].note == "Only nights."
    assert _said(talk, "mine").startswith("Recorded: No.")
    assert small.again(store, talk.session).answers["profile.drives"] == Answer("no")


def test_a_store_that_refuses(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the store refuses, the answer is shown, the state stays, and the same text goes through later."""
    talk = Talk(small.begin(store))
    talk.begin()
    before = talk.state

    def refuse(*_: object, **__: object) -> None:
        raise StoreUnwritable("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(store, "append", refuse)
        (said,) = talk.hear("yes")
    assert said.kind == "problem"
    assert "The disk is full." in said.text
    assert "“yes”" in said.text
    assert talk.state == before
    assert _said(talk, "yes").startswith("Recorded: Yes.")


@settings(max_examples=40)
@given(st.lists(texts, max_size=12))
def test_whoever_looks_on_sees_the_open_question(said: list[str]) -> None:
    """After every text, the place in the store is the question that the conversation is at."""
    with small.new_store() as store:
        talk = Talk(small.begin(store))
        follower = Follower(store, small.library(), talk.session.id)
        talk.begin()
        for text in ["", *said]:
            if text:
                talk.hear(text)
            place = place_of(store.talk(talk.session.id) or "")
            assert place is not None
            assert place.item == talk.state.item
            shown = follower.look().item
            assert (shown.id if shown else None) == talk.state.item


def test_a_place_that_is_refused_stops_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the place alone cannot be kept, the conversation goes on without a word about it."""

    def refuse(*_: object) -> None:
        raise StoreUnwritable("The disk is full.")

    monkeypatch.setattr(Store, "save_talk", refuse)
    talk = Talk(small.begin(store))
    assert not any(each.kind == "problem" for each in talk.begin())
    assert "disk" not in _said(talk, "back")
    talk.hear("yes")
    assert len(small.again(store, talk.session).answers) == 1


def test_note_to_another_question(store: Store) -> None:
    """A note goes to the question that it is about, after the notes there, and the conversation stays where it is."""
    talk = Talk(small.begin(store))
    talk.begin()
    talk.hear("yes")
    here = talk.state.item
    for text in ("nights are thin", "ask Luis"):
        assert next(each.kind for each in talk.note("profile.drives", text)) == "recorded"
    assert talk.state.item == here
    stored = small.again(store, talk.session).answers["profile.drives"]
    assert stored == Answer("yes", note="nights are thin\nask Luis")
    talk.hear("undo")
    assert talk.state.answers["profile.drives"].note == "nights are thin"


def test_whoever_looks_on_sees_a_visited_question(store: Store) -> None:
    """A question that is visited out of a list of all is shown while it is visited, then the open one again."""
    talk = Talk(small.begin(store))
    follower = Follower(store, small.library(), talk.session.id)
    talk.begin()
    for text in ("yes", "1"):
        talk.hear(text)
    here = talk.state.item
    seen = []
    for visited in ("profile.drives", None):
        if visited is None:
            talk.turn_back()
        else:
            talk.visit(visited)
        item = follower.look().item
        seen.append(item.id if item else None)
    assert seen == ["profile.drives", here]


def test_undo_leaves_what_others_answered(store: Store) -> None:
    """With two at work, undo and redo in one take back and bring back what was answered in that one."""
    mine, theirs = Talk(small.begin(store)), None
    mine.begin()
    mine.hear("no")
    theirs = Talk(small.again(store, mine.session))
    theirs.begin()
    theirs.hear("volunteers")
    mine.hear("employees and volunteers")  # answered meanwhile: the other one's is shown
    mine.hear("theirs")
    mine.hear("skip")
    theirs.session.record("culture.basics", Answer("fully"))
    assert "“When?”" in _said(mine, "undo") or mine.state.item == "profile.start"
    assert mine.state.item == "profile.start"
    mine.hear("undo")
    assert mine.state.item == "profile.drives"
    assert "nothing" in _said(mine, "undo").lower()
    left = small.again(store, mine.session).answers
    assert left == {"profile.workers": Answer(("volunteer",)), "culture.basics": Answer("fully")}
    mine.hear("redo")
    mine.hear("redo")
    stored = small.again(store, mine.session).answers
    assert stored["profile.drives"] == Answer("no")
    assert stored["culture.basics"] == Answer("fully")
    assert mine.state.answers == stored


def test_undo_never_takes_a_newer_answer_of_others(store: Store) -> None:
    """Where somebody else has answered the same question since, undo leaves their answer."""
    mine = Talk(small.begin(store))
    mine.begin()
    mine.hear("no")
    other = small.again(store, mine.session)
    other.record("profile.drives", Answer("yes"))
    mine.hear("employees")
    mine.hear("undo")
    assert mine.state.trail == ()
    mine.hear("undo")
    assert small.again(store, mine.session).answers == {"profile.drives": Answer("yes")}
