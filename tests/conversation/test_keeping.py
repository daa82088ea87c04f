"""A conversation goes on where it was left: in the middle of a confirmation, of the close, of anything."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.assessment import small

from readiness import resources
from readiness.assessment import Session, open_session, start
from readiness.conversation.state import State
from readiness.conversation.talk import Talk
from readiness.domain.answers import Answer, Missing, Respondent
from readiness.errors import StoreUnwritable
from readiness.loading import Library
from readiness.store import Store

# Every way to answer, to leave it open what was meant, to go elsewhere, and to settle names and dates.
TEXTS = (
    "1", "2", "3", "yes", "no", "not yet", "partly", "sort of, or fully", "between 1 and 2", "march", "12 may 2027",
    "7", "about half", "not applicable", "skip", "don't know", "because the county said so", "undo", "redo", "back",
    "come back to this", "note ask Luis", "change culture.basics to fully", "change drives", "why?", "help", "hm",
    "finish", "review", "stop for today", "Luis, by 1 may", "all", "people", "no hours", "ok",
)  # fmt: skip
texts = st.sampled_from(TEXTS)


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


def _begun(session: Session) -> Talk:
    talk = Talk(session)
    talk.begin()
    return talk


def _again(store: Store, talk: Talk) -> Talk:
    """The same conversation, after its terminal was closed."""
    return _begun(small.again(store, talk.session))


def _said(talk: Talk, *given: str) -> str:
    return [each.text for text in given for each in talk.hear(text)][-1]


def _open(state: State) -> State:
    """The state as somebody who comes back after a pause finds it."""
    return replace(state, mood="open")


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one quick check on the shipped content, in which everything is answered."""
    path = tmp_path_factory.mktemp("answered") / "store.sqlite3"
    library = Library([resources.questionnaires()])
    with Store(path, small.ticking()) as store:
        role = Respondent(role="leadership")
        session = start(
            store, library, store.now, agency="Riverbend", scope="quick", respondent=role
        )
        while (item := session.next_item()) is not None:
            known = item.scale is not None and "partly" in item.scale.ids
            session.record(item.id, Answer("partly" if known else Missing.NOT_APPLICABLE, "So."))
    return path


def _closing(store: Store, answered: Path) -> Talk:
    """The conversation about it, in a store that nothing was stored in yet."""
    shutil.copyfile(answered, store.path)
    (only,) = store.list()
    return _begun(open_session(store, Library([resources.questionnaires()]), only.header.id))


@example(said=["no hours", "no", "1"], stops={0, 1, 2})
@settings(max_examples=100)
@given(st.lists(texts, max_size=16), st.sets(st.integers(0, 15)))
def test_resumed_equals_uninterrupted(said: list[str], stops: set[int]) -> None:
    """Closed and resumed at any moments, a conversation says the same, and is in the same state, as without that."""
    with small.new_store() as one, small.new_store() as other:
        whole, parted = _begun(small.begin(one)), _begun(small.begin(other))
        for place, text in enumerate(said):
            if whole.state.mood == "finished":
                break
            if place in stops:
                parted = _again(other, parted)
                assert parted.state == _open(whole.state)
            heard = [[each.text for each in talk.hear(text)] for talk in (whole, parted)]
            ids = [talk.session.id for talk in (whole, parted)]
            assert heard[0] == [line.replace(ids[1], ids[0]) for line in heard[1]]
            assert parted.state == whole.state


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["finish", "yes", "no", "all", "1", "Luis", "Ana, by 1 may", "2 june", "march", "ok",
             "people", "3", "no hours", "skip", "back", "help", "stop for today", "undo"]
        ), max_size=14
    )
)  # fmt: skip
def test_the_close_goes_on(answered: Path, said: list[str]) -> None:
    """Closed and resumed after every reply, the close goes on at the same step, with the same marks."""
    with small.new_store() as store, small.new_store() as other:
        whole, parted = _closing(store, answered), _closing(other, answered)
        for text in ["finish", *said]:
            if whole.state.mood == "finished":
                break
            parted = _again(other, parted)
            assert parted.state == _open(whole.state)
            assert whole.hear(text)[0].kind == parted.hear(text)[0].kind
            assert parted.state == whole.state
            assert parted.session.marks == whole.session.marks


def test_in_the_middle_of_a_confirmation(store: Store) -> None:
    """Whoever comes back hears where they were, the question, and what was asked back; a yes is heard as one."""
    talk = _begun(small.begin(store))
    asked = _said(talk, "no", "employees", "march")
    assert asked.startswith("Do you mean 1 March")
    back = Talk(small.again(store, talk.session))
    hello, question, again = back.begin()
    assert "last time you stopped before" in hello.text
    assert question.item == "profile.start"
    assert again.text == asked
    back.hear("yes")
    assert "profile.start" in small.again(store, talk.session).answers


def test_a_pause_keeps_what_was_asked_back(store: Store) -> None:
    """`stop for today` is no reply: what was asked back is asked again the next time."""
    talk = _begun(small.begin(store))
    asked = _said(talk, "no", "employees", "march")
    talk.hear("stop for today")
    assert Talk(small.again(store, talk.session)).begin()[-1].text == asked


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("finish", "yes", "1"), "So far: "),
        (("finish", "yes", "1", "Luis"), "By when?"),
        (("finish", "yes", "1", "Luis", "ok", "yes", "people"), "Why is that so"),
    ],
)
def test_a_step_of_the_close_says_what_it_is_about(
    store: Store, answered: Path, said: tuple[str, ...], wanted: str
) -> None:
    """In the middle of the close, the step is asked again with the action that it is about."""
    talk = _closing(store, answered)
    talk.hear(said[0])
    for text in said[1:]:
        talk.hear(text)
    pending = talk.state.pending
    assert pending is not None
    last = Talk(small.again(store, talk.session)).begin()[-1].text
    assert last.startswith("1 of 1: ")
    assert last.endswith(pending.asked)
    assert wanted in last or pending.asked in last


def test_finished_is_over(store: Store, answered: Path) -> None:
    """After the end nothing waits, and what is open is offered anew the next time."""
    talk = _closing(store, answered)
    talk.hear("come back to this")
    talk.hear("change culture.basics to don't know")
    first = _said(talk, "finish")
    for _ in range(3):  # what is open, names and dates, notes
        talk.hear("no")
    assert talk.state.mood == "finished"
    again = _again(store, talk)
    assert again.state.pending is None
    assert _said(again, "finish") == first


def test_somebody_else_answered_it(store: Store) -> None:
    """A confirmation is not waited for any more when another process has answered its question."""
    talk = _begun(small.begin(store))
    talk.hear("no")
    talk.hear("employees")
    talk.hear("march")
    small.again(store, talk.session).record("profile.start", Answer(Missing.DONT_KNOW))
    again = _again(store, talk)
    assert again.state.pending is None
    assert again.state.item == "profile.hope"


def test_somebody_else_answered_another(store: Store) -> None:
    """What another process has answered elsewhere takes no confirmation away."""
    talk = _begun(small.begin(store))
    talk.hear("no")
    talk.hear("employees")
    talk.hear("march")
    small.again(store, talk.session).record("profile.hope", Answer("Help."))
    again = _again(store, talk)
    assert again.state.pending == talk.state.pending
    assert again.state.answers["profile.hope"] == Answer("Help.")


def test_the_plan_has_changed(store: Store, answered: Path) -> None:
    """Names and dates are not settled for actions that no answer calls for any more."""
    talk = _closing(store, answered)
    talk.hear("finish")
    talk.hear("yes")
    talk.hear("all")
    other = small.again(store, talk.session)
    for item in other.asked().values():
        if item.scale is not None and "fully" in item.scale.ids:
            other.record(item.id, Answer("fully"))
    again = _again(store, talk)
    assert again.state.pending is None
    assert again.hear("help")


def _saved(store: Store, answered: Path, *, close: bool) -> tuple[Talk, str]:
    """A conversation in which something waits for its reply, and what it kept."""
    talk = _closing(store, answered) if close else _begun(small.begin(store))
    for text in ["finish", "yes", "1", "Luis", "march"] if close else ["no", "employees", "march"]:
        talk.hear(text)
    assert talk.state.pending is not None
    return talk, store.talk(talk.session.id) or ""


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("2027-03-01"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def _fields(found: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(found, dict):
        for name, inner in found.items():
            yield (*path, name)
            yield from _fields(inner, (*path, name))


@pytest.mark.parametrize("close", [False, True])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damaged_is_as_if_nothing_was_kept(
    answered: Path, close: bool, data: st.DataObject
) -> None:
    """Whatever stands in the store as the state of a conversation, whoever comes back is greeted and can go on."""
    with small.new_store() as store:
        talk, saved = _saved(store, answered, close=close)
        kept = json.loads(saved)
        *outer, last = data.draw(st.sampled_from(list(_fields(kept))))
        inside = kept
        for name in outer:
            inside = inside[name]
        inside[last] = data.draw(_plain)
        store.save_talk(talk.session.id, json.dumps(kept))
        again = Talk(small.again(store, talk.session))
        assert again.begin()[0].text.startswith("Welcome back.")
        for text in ("yes", "2", "help", "no"):
            again.hear(text)


@pytest.mark.parametrize(
    "kept",
    ["", "nonsense", "[]", "{}", '{"at": "gone.item"}', '{"at": null}', '{"at": "culture.basics"}', '{"at": 3}',
     '{"at": "culture.basics", "talk": {"version": 2, "seen": 0}}', "[" * 100_000],
)  # fmt: skip
def test_what_another_version_kept(store: Store, kept: str) -> None:
    """Where nothing usable was kept, the conversation begins at the first open question, as ever."""
    talk = _begun(small.begin(store))
    talk.hear("no")
    store.save_talk(talk.session.id, kept)
    again = Talk(small.again(store, talk.session))
    _, question = again.begin()
    assert question.item == "profile.workers"
    assert "Who?" in question.text


class Counting(Store):
    """A store that counts what is written."""

    writes = 0

    def append_all(self, *given: object, **named: object) -> object:  # type: ignore[override]
        self.writes += 1
        return super().append_all(*given, **named)  # type: ignore[arg-type]

    def mark_all(self, *given: object, **named: object) -> None:
        self.writes += 1
        super().mark_all(*given, **named)  # type: ignore[arg-type]

    def save_talk(self, *given: object) -> None:
        self.writes += 1
        super().save_talk(*given)  # type: ignore[arg-type]


@settings(max_examples=20, deadline=None)
@given(st.lists(texts, max_size=8), st.booleans())
def test_one_write_for_a_turn(answered: Path, said: list[str], close: bool) -> None:
    """A turn is written once, whatever it changes; coming back to where one was writes nothing."""
    with small.new_store() as opened:
        store = Counting(opened.path, opened.now)
        talk = _closing(store, answered) if close else _begun(small.begin(store))
        for text in said:
            store.writes = 0
            talk.hear(text)
            assert store.writes == 1
            if talk.state.mood == "open":
                _again(store, talk)
                assert store.writes == 1
        store.close()


def test_a_store_that_refuses_the_place(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only the state of the conversation cannot be kept or read, the conversation goes on."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreUnwritable("The disk is full.")

    talk = _begun(small.begin(store))
    with monkeypatch.context() as patched:
        patched.setattr(store, "save_talk", refuse)
        patched.setattr(store, "talk", refuse)
        assert talk.hear("help")[0].kind == "reply"
        assert Talk(small.again(store, talk.session)).begin()


def test_half_a_sign_is_kept(store: Store) -> None:
    """What no file can hold in a note takes nothing away from what is kept."""
    talk = _begun(small.begin(store))
    for text in ("no", "employees", "march", "skip", "skip"):
        talk.hear(text)
    talk.hear("sort of, or fully, says \udce9 the director of it all")
    talk.keep_draft("half \udce9")
    again = _again(store, talk)
    assert again.state.item == talk.state.item
    assert again.draft.startswith("half ")


def test_a_draft_is_kept_until_something_else_is_typed(store: Store) -> None:
    """What was typed and not sent is there the next time, and the time after."""
    talk = _begun(small.begin(store))
    talk.keep_draft("probably Luis")
    assert _again(store, talk).draft == "probably Luis"
    again = _again(store, talk)
    assert again.draft == "probably Luis"
    again.keep_draft("")
    assert _again(store, talk).draft == ""
