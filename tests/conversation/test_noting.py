"""Notes are private unless marked: at the close, and whenever asked, each can be shared, reworded or left out."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment import small
from tests.conversation.closing import Closing, answered, dialogue

from readiness.conversation.talk import Talk
from readiness.domain.answers import Answer, Missing
from readiness.store import Store

NOTE = "Our client Bob Smith relapsed, and Luis saw it."


def _with(**notes: Answer) -> Closing:
    """A conversation at its end, with nothing to plan, and these answers."""
    return Closing(answered("fully", **notes))


def _noted(text: str = NOTE, *, share: bool = False) -> Answer:
    return Answer("fully", note=text, share=share)


def _id(closing: Closing, name: str) -> str:
    return next(i for i in closing.state.answers if i.endswith(f".{name}"))


def test_without_notes_nothing_is_asked() -> None:
    """Where nobody wrote anything, the report is next."""
    closing = _with()
    assert closing.hear("finish").endswith("The report is next.")


def test_the_offer_says_that_notes_are_private() -> None:
    """Before the report is written, one offer says how many notes there are and that none is shared."""
    closing = _with(written_role=_noted(), no_clinical_duties=_noted("The board said so."))
    said = closing.hear("finish")
    assert (
        "You wrote 2 notes. They are private: none goes into the report unless you say so." in said
    )
    assert "The report is next" not in said
    assert closing.kind == "notes"


@pytest.mark.parametrize("word", ["no", "none", "skip all", "keep them all private", "not now"])
def test_one_word_keeps_all_private(word: str) -> None:
    """One word keeps everything private, goes on to the report, and is not asked again."""
    closing = _with(written_role=_noted())
    assert "The report is next." in closing.hear("finish", word)
    assert closing.state.mood == "finished"
    assert not any(answer.share for answer in closing.state.answers.values())
    assert "private" not in closing.hear("finish")
    assert closing.state.mood == "finished"


def test_each_note_is_shown_with_what_to_look_at() -> None:
    """A note shows with its question and answer, and names, health details and words to avoid are pointed out."""
    closing = _with(written_role=_noted())
    said = closing.hear("finish", "yes")
    item = dialogue().flow.items[_id(closing, "written_role")]
    assert item.ask in said
    assert "Fully" in said
    assert f"“{NOTE}”" in said
    for concern in ("a name (Bob Smith, Luis)", "a health detail (relapsed)", "drops (client)"):
        assert concern in said
    assert "Keep it private, share it in the report, or reword it?" in said


@pytest.mark.parametrize("word", ["share", "Share it.", "yes, share it", "put it in the report"])
def test_sharing(word: str) -> None:
    """A note is shared by a word that says so, and the report is next."""
    closing = _with(written_role=_noted("The board said so."))
    assert "this goes into the report" in closing.hear("finish", "yes", word)
    assert closing.state.answers[_id(closing, "written_role")].share
    assert closing.state.mood == "finished"


@pytest.mark.parametrize(
    "word",
    ["private", "keep it private", "keep", "leave it out", "no", "skip", "next", "don't share"],
)
def test_keeping_private(word: str) -> None:
    """A note stays private by any word that says so, and nothing is recorded."""
    closing = _with(written_role=_noted())
    before = closing.state.answers
    assert "It stays private." in closing.hear("finish", "yes", word)
    assert closing.state.answers == before
    assert closing.state.mood == "finished"


@pytest.mark.parametrize("word", ["yes", "hm", "the board would not like that", "share all", "all"])
def test_nothing_is_shared_on_a_guess(word: str) -> None:
    """A word that does not say what to do with a note shares nothing, and asks once more."""
    closing = _with(written_role=_noted(), no_clinical_duties=_noted())
    asked = closing.hear("finish", "yes").splitlines()[-1]
    assert closing.hear(word).endswith(asked)
    assert not any(answer.share for answer in closing.state.answers.values())


@pytest.mark.parametrize("texts", [("reword: Someone saw it.",), ("reword", "Someone saw it.")])
def test_rewording(texts: tuple[str, ...]) -> None:
    """Other words take the place of a note, which stays private until it is shared by a word of its own."""
    closing = _with(written_role=_noted())
    said = closing.hear("finish", "yes", *texts)
    name = _id(closing, "written_role")
    assert closing.state.answers[name] == Answer("fully", note="Someone saw it.")
    assert "Please look at" not in said
    closing.hear("share")
    assert closing.state.answers[name] == Answer("fully", note="Someone saw it.", share=True)


def test_thinking_better_of_rewording() -> None:
    """Asked for other words, `skip` leaves the note as it is and asks again what to do with it."""
    closing = _with(written_role=_noted())
    assert "is private" in closing.hear("finish", "yes", "reword", "skip")
    assert closing.state.answers[_id(closing, "written_role")] == _noted()


def test_new_words_that_sound_like_a_reply_are_kept() -> None:
    """What is typed when other words are asked for is the new text, word for word."""
    closing = _with(written_role=_noted())
    closing.hear("finish", "yes", "reword", "Share of staff who said yes: most")
    assert closing.state.answers[_id(closing, "written_role")].note == (
        "Share of staff who said yes: most"
    )


def test_what_the_report_would_carry_is_shown_before_anything() -> None:
    """Notes marked already and reasons stand in the offer itself, so that even a no has seen them."""
    closing = _with(
        written_role=Answer(Missing.NOT_APPLICABLE, note="Maria writes it."),
        no_clinical_duties=_noted("The board said so.", share=True),
        basics=_noted("Between us."),
    )
    said = closing.hear("finish")
    assert "“Maria writes it.” Please check: a name (Maria)" in said
    assert "“The board said so.”" in said
    assert "Between us." not in said
    assert "The other one" not in said
    assert "The other 1 of your 3 notes is private" in said


def test_a_shared_note_can_be_left_out() -> None:
    """A note that was shared stays out of the report once somebody says so."""
    closing = _with(no_clinical_duties=_noted("The board said so.", share=True))
    assert "Keep it in, leave it out, or reword it?" in closing.hear("finish", "yes")
    closing.hear("leave it out")
    assert not closing.state.answers[_id(closing, "no_clinical_duties")].share


def test_a_reason_can_be_reworded_and_not_left_out() -> None:
    """Why something was set aside is printed in any case; it can be put in other words."""
    reason = Answer(Missing.NOT_APPLICABLE, note="Maria writes it.")
    closing = _with(written_role=reason)
    name = _id(closing, "written_role")
    assert "cannot be left out" in closing.hear("finish", "yes", "leave it out")
    assert closing.state.answers[name] == reason
    closing.hear("reword: The county writes it.")
    assert closing.state.answers[name].note == "The county writes it."
    assert closing.state.mood == "finished"


def test_a_reworded_note_with_a_name_in_it_is_shown_again() -> None:
    """Other words for something that the report carries are looked at too."""
    closing = _with(written_role=Answer(Missing.NOT_APPLICABLE, note="Maria writes it."))
    said = closing.hear("finish", "yes", "reword: Ask Bob Smith")
    assert "a name (Bob Smith)" in said
    assert closing.state.mood == "open"


def test_back_goes_to_the_note_before() -> None:
    """`back` shows the note before, where another decision can be made."""
    closing = _with(written_role=_noted("One."), no_clinical_duties=_noted("Two."))
    closing.hear("finish", "yes", "share")
    assert "“One.”" in closing.hear("back")
    closing.hear("leave it out", "private")
    assert not any(answer.share for answer in closing.state.answers.values())


def test_none_leaves_the_rest() -> None:
    """In the middle, one word leaves all the others as they are."""
    closing = _with(written_role=_noted(), no_clinical_duties=_noted(), basics=_noted())
    closing.hear("finish", "yes", "share", "none")
    assert closing.state.mood == "finished"
    assert sum(answer.share for answer in closing.state.answers.values()) == 1


def test_only_what_changed_is_asked_again() -> None:
    """Once decided, a note is asked about again only after it changed."""
    closing = _with(written_role=_noted("One."), no_clinical_duties=_noted("Two."))
    closing.hear("finish", "no")
    closing.hear("change roles.written_role to mostly, because of the board")
    said = closing.hear("finish", "no") if closing.kind == "settle" else closing.hear("finish")
    if closing.kind == "settle":
        said = closing.hear("no")
    assert "You wrote one note." in said


def test_a_question_in_between() -> None:
    """Any question is answered while notes are looked through, and what was asked is asked once more."""
    closing = _with(written_role=_noted())
    asked = closing.hear("finish", "yes").splitlines()[-1]
    assert closing.hear("what is cooptation?").endswith(asked)
    assert "reword" in closing.hear("help")


def test_asking_for_the_notes_at_any_time() -> None:
    """Whoever asks to see the notes goes through all of them, and is back at the question that was open."""
    answers = answered(written_role=_noted("One."), no_clinical_duties=_noted("Two."))
    last = list(answers)[-1]
    del answers[last]
    closing = Closing(answers)
    assert "“One.”" in closing.hear("review my notes")
    said = closing.hear("share", "private")
    assert "1 of 2 in the report" in said
    assert closing.state.item == last
    assert closing.state.pending is None
    assert closing.state.answers[_id(closing, "written_role")].share


def test_asking_for_notes_where_there_are_none() -> None:
    """Where nothing was noted, that is said."""
    assert "not written any notes" in _with().hear("review my notes")


def test_asking_for_the_notes_at_the_close() -> None:
    """Notes can be asked for while names and dates are settled, and what comes after is told."""
    closing = Closing(answered("partly", written_role=Answer("partly", note="One.")))
    closing.hear("finish", "yes", "1")
    assert "“One.”" in closing.hear("review my notes")
    assert "Say “finish”" in closing.hear("share")


# Bound to the store


@pytest.fixture
def store() -> Iterator[Store]:
    with small.new_store() as opened:
        yield opened


def _talk(store: Store, *texts: str) -> Talk:
    """A conversation with a note and an open answer, at its end."""
    session = small.begin(store)
    talk = Talk(session)
    talk.begin()
    given = {
        "profile.drives": Answer("no"),
        "profile.workers": Answer(("employee",)),
        "profile.start": Answer(Missing.DONT_KNOW),
        "profile.hope": Answer("That Ana stays."),
        "culture.basics": Answer("fully", note="The front desk helps."),
        "culture.dignity": Answer("fully"),
    }
    for item, answer in given.items():
        session.record(item, answer)
    talk = Talk(small.again(store, session))
    talk.begin()
    for text in texts:
        talk.hear(text)
    return talk


def _closed(talk: Talk, *texts: str) -> str:
    return "\n".join([each.text for text in texts for each in talk.hear(text)])


def test_decisions_are_in_the_log_and_can_be_undone(store: Store) -> None:
    """Sharing and rewording are answers in the log: durable at once, and undo takes them back one by one."""
    talk = _talk(store)
    said = _closed(talk, "finish", "no", "yes", "reword: That everyone stays.", "share", "share")
    assert "You wrote 2 notes" in said
    assert talk.state.mood == "finished"
    stored = small.again(store, talk.session)
    assert stored.answers["profile.hope"] == Answer("That everyone stays.", share=True)
    assert stored.answers["culture.basics"].share
    assert stored.answers == talk.state.answers
    later = Talk(stored)
    later.begin()
    for _ in range(3):
        later.hear("undo")
    found = small.again(store, talk.session).answers
    assert found["profile.hope"] == Answer("That Ana stays.")
    assert not found["culture.basics"].share


def test_a_finished_assessment_does_not_ask_again(store: Store) -> None:
    """What was decided stays decided in another sitting; only what changed since is asked about."""
    talk = _talk(store)
    _closed(talk, "finish", "no", "yes", "share", "private")
    again = Talk(small.again(store, talk.session))
    again.begin()
    said = _closed(again, "finish", "no")
    assert "private" not in said
    assert again.state.mood == "finished"
    changed = Talk(small.again(store, talk.session))
    changed.begin()
    changed.note("culture.basics", "Bob too.")
    assert "You wrote one note." in _closed(changed, "finish", "no")


def test_stopping_for_today_asks_the_rest_next_time(store: Store) -> None:
    """Whoever stops in the middle is asked about the rest the next time, and not about what was decided."""
    talk = _talk(store)
    _closed(talk, "finish", "no", "yes", "share", "stop for today")
    assert talk.state.mood == "paused"
    again = Talk(small.again(store, talk.session))
    last = again.begin()[-1].text
    pending = again.state.pending
    assert pending is not None
    assert (pending.kind, pending.place, last) == ("note", 1, pending.asked)
    assert "1 of 2 in the report" in _closed(again, "private")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["yes", "no", "share", "private", "reword", "reword: Some words", "Ana", "back", "undo",
             "none", "skip", "help", "why?", "review my notes", "finish", "keep", "all", "hm",
             "how far are we?", "change 1 to no", "redo"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_whatever_is_said_the_store_knows_it(texts: list[str]) -> None:
    """Whatever is said, the state is plain data, and the answers it shows are those in the store."""
    with small.new_store() as store:
        talk = _talk(store, "finish", "no", *texts)
        assert msgspec.to_builtins(talk.state, enc_hook=str)
        assert small.again(store, talk.session).answers == talk.state.answers
