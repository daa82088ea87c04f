"""The conversation, from texts to what is said and what is recorded, on the shipped content."""

from collections.abc import Iterable
from functools import cache

import pytest

from readiness import resources
from readiness.conversation.dialogue import Dialogue
from readiness.conversation.phrases import Phrases
from readiness.conversation.state import Change, Said, State
from readiness.domain.answers import (
    DEFAULT_QUESTIONNAIRES,
    Answer,
    Assessment,
    Missing,
    Scope,
)
from readiness.domain.flow import Flow
from readiness.loading import Library, shipped_phrases


@cache
def library() -> Library:
    return Library([resources.questionnaires()])


@cache
def dialogue(scope: Scope = "full") -> Dialogue:
    flow = Flow(library().questionnaires(DEFAULT_QUESTIONNAIRES), scope)
    say = Phrases(shipped_phrases())
    return Dialogue(
        flow,
        say,
        library().glossary,
        sources=library().sources,
        assessment=Assessment(agency="Riverbend", answers={}, scope=scope),
        assessment_id="x",
    )


class Conversation:
    """A conversation that keeps what was said and what was to be recorded."""

    def __init__(self, answers: dict[str, Answer] | None = None, scope: Scope = "full") -> None:
        self.dialogue = dialogue(scope)
        self.state: State
        self.state, self.said, _ = self.dialogue.begin(answers or {})
        self.changes: list[Change] = []

    def hear(self, *texts: str) -> str:
        for text in texts:
            self.state, self.said, changes = self.dialogue.respond(self.state, text)
            self.changes += [change for change in changes if isinstance(change, Change)]
        return all_text(self.said)


def all_text(said: Iterable[Said]) -> str:
    return "\n".join(each.text for each in said)


def at(item_id: str, scope: Scope = "full") -> Conversation:
    """A conversation that stands at an item, with everything before it skipped."""
    answers: dict[str, Answer] = {"profile.workers": Answer(("employee",))}
    for other in dialogue(scope).flow.items:
        if other == item_id:
            break
        answers.setdefault(other, Answer(Missing.SKIPPED))
    conversation = Conversation(answers, scope)
    assert conversation.state.item == item_id
    return conversation


def test_the_greeting_says_what_is_coming_and_how_long_it_takes() -> None:
    """Somebody new hears how many gates and questions there are, and about how many minutes."""
    said = all_text(Conversation().said)
    assert "questions on what has to be in place before you post the job" in said
    assert "minutes" in said
    assert said.endswith("1 Yes, 2 No.")


def test_somebody_who_comes_back_is_told_where_they_were() -> None:
    """A returning person hears how many questions are done and which one was next."""
    said = all_text(at("roles.written_role").said)
    assert "Welcome back." in said
    assert "the written role" in said


def test_a_sentence_is_repeated_with_one_full_stop() -> None:
    """An answer that is a sentence of its own does not end in two full stops when it is said back."""
    conversation = at("leadership.styles")
    said = conversation.hear("Listening first, deciding second.")
    assert said.startswith("Recorded: Listening first, deciding second.\n")
    (change,) = conversation.changes
    assert change.answer is not None
    assert change.answer.value == "Listening first, deciding second."


def test_an_answer_with_its_reason_is_recorded_and_said_in_one_line() -> None:
    """`Mostly, but …` records Mostly, keeps the rest word for word, and goes on."""
    conversation = at("culture.basics")
    said = conversation.hear("Mostly, but only at the downtown site")
    (change,) = conversation.changes
    assert change.item == "culture.basics"
    assert change.answer is not None
    assert change.answer.value == "mostly"
    assert "only at the downtown site" in change.answer.note
    assert said.startswith("Recorded: Mostly. Noted: “")


def test_a_doubtful_answer_is_asked_back_and_a_yes_is_not_enough_for_two() -> None:
    """Between two readings nothing is recorded until one of them is named."""
    conversation = at("roles.written_role")
    conversation.hear("we're working on it")
    assert conversation.changes == []
    assert conversation.state.pending is not None
    both = conversation.state.pending.candidates
    if len(both) > 1:
        conversation.hear("yes")
        assert conversation.changes == []
    conversation.hear(both[0].replace("_", " "))
    assert [c.answer.value for c in conversation.changes if c.answer] == [both[0]]


def test_what_is_not_understood_is_never_recorded() -> None:
    """A text that fits nothing leads to what would help, with the options."""
    conversation = at("roles.written_role")
    said = conversation.hear("the weather in Fresno is lovely")
    assert conversation.changes == []
    assert "5 Fully" in said
    assert "invalid" not in said.lower()


def test_a_gate_that_does_not_apply_needs_a_reason() -> None:
    """Setting a gate aside asks why, and the reason becomes its note."""
    conversation = at("roles.written_role")
    assert "why does that not apply" in conversation.hear("not applicable")
    conversation.hear("The county writes the role for us.")
    assert conversation.state.answers["roles.written_role"] == Answer(
        Missing.NOT_APPLICABLE, note="The county writes the role for us."
    )


def test_undo_takes_back_and_redo_brings_back() -> None:
    """Undo returns to the question as it was; redo puts the answer in place again."""
    conversation = at("roles.written_role")
    conversation.hear("4", "undo")
    assert conversation.state.item == "roles.written_role"
    assert "roles.written_role" not in conversation.state.answers
    conversation.hear("redo")
    assert conversation.state.answers["roles.written_role"].value == "mostly"
    assert [change.how for change in conversation.changes] == ["record", "undo", "redo"]


def test_back_shows_the_answer_so_far_and_skip_leaves_it() -> None:
    """Going back asks the earlier question again with its answer; skip does not lose it."""
    conversation = at("roles.written_role")
    conversation.hear("4")
    assert "So far you said: Mostly." in conversation.hear("back")
    conversation.hear("skip")
    assert conversation.state.answers["roles.written_role"].value == "mostly"


def test_a_marked_question_is_named_before_the_end() -> None:
    """What was marked to come back to is listed by review."""
    conversation = at("roles.written_role")
    conversation.hear("come back to this")
    assert conversation.state.answers["roles.written_role"].flag
    assert "the written role: skipped, marked" in conversation.hear("review")


def test_another_answer_can_be_changed_by_its_number_or_id() -> None:
    """`change … to …` records the new answer and stays at the open question."""
    conversation = at("roles.no_clinical_duties")
    said = conversation.hear("change roles.written_role to fully")
    assert "the written role is now Fully" in said
    assert conversation.state.item == "roles.no_clinical_duties"
    assert conversation.state.answers["roles.written_role"].value == "fully"


def test_a_note_is_kept_and_stays_private() -> None:
    """A note goes to the open question, is not shared, and survives the answer that follows."""
    conversation = at("roles.written_role")
    conversation.hear("note: HR has a draft", "3")
    answer = conversation.state.answers["roles.written_role"]
    assert answer == Answer("partly", note="HR has a draft")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("what is cooptation?", "Cooptation"),
        ("why?", "toolkit"),
        ("for example?", "Fully:"),
        ("what does partly mean?", "Partly:"),
        ("how far are we?", "questions are done"),
        ("help", "at any time".capitalize()),
        ("what is the capital of France?", "will not make something up"),
    ],
)
def test_questions_are_answered_from_the_content_or_not_at_all(question: str, wanted: str) -> None:
    """Whys, examples, meanings and terms come from the shipped content; nothing is recorded by asking."""
    conversation = at("roles.written_role")
    assert wanted.lower() in conversation.hear(question).lower()
    assert conversation.changes == []
    assert conversation.state.item == "roles.written_role"


def test_the_gates_of_a_moment_close_with_what_is_missing() -> None:
    """After the last gate before posting, one line names what is not in place."""
    conversation = Conversation(scope="quick")
    flow = conversation.dialogue.flow
    posting = next(s for s in flow.stretches if s.id == "posting")
    said = ""
    while conversation.state.item not in {i.id for i in flow.stretches[2].items}:
        assert conversation.state.item is not None
        low = conversation.state.item == posting.items[0].id
        gate = conversation.state.item in {i.id for i in posting.items}
        said = conversation.hear("1" if low else "5" if gate else "don't know")
    assert "For now, hold: the written role is not in place." in said


def test_a_whole_quick_check_ends_with_moves_for_the_week() -> None:
    """Answering everything ends the conversation with at most three first steps."""
    conversation = Conversation(scope="quick")
    said = ""
    for _ in range(200):
        if conversation.state.mood == "finished":
            break
        item = conversation.state.item
        kind = conversation.dialogue.flow.items[item].kind if item else None
        placed = kind == "choice" and item != "profile.state"  # Fifty states have no numbers.
        said += conversation.hear("2" if placed else "don't know" if kind else "finish")
    assert conversation.state.mood == "finished"
    assert "things for this week" in said


def test_stopping_for_today_says_how_to_go_on() -> None:
    """`stop for today` pauses and names the command that goes on."""
    conversation = at("roles.written_role")
    assert "readiness resume x" in conversation.hear("stop for today")
    assert conversation.state.mood == "paused"


def test_a_private_note_is_never_printed_as_a_reason() -> None:
    """A note made before a gate is set aside is not its reason: the reason is asked for, and stands alone."""
    conversation = at("roles.written_role")
    conversation.hear("/note Somebody told me in confidence")
    said = conversation.hear("not applicable")
    assert "why does that not apply" in said
    assert conversation.state.answers["roles.written_role"].note == ""
    conversation.hear("The county writes it.")
    assert conversation.state.answers["roles.written_role"].note == "The county writes it."


def test_a_note_without_an_answer_keeps_its_question_open() -> None:
    """What was only noted is not done: it is asked again on coming back, and a skip goes on without asking it anew."""
    conversation = at("roles.written_role")
    before = conversation.hear("how far are we?").partition(" of ")[0]
    conversation.hear("note: HR has a draft")
    assert conversation.hear("how far are we?").startswith(f"{before} of ")
    back = Conversation(dict(conversation.state.answers))
    assert back.state.item == "roles.written_role"
    assert "Noted: “HR has a draft”" in all_text(back.said)
    back.hear("skip")
    assert back.state.item == "roles.no_clinical_duties"
    back.hear("fully")
    assert back.state.item != "roles.written_role"
    assert back.state.answers["roles.written_role"].note == "HR has a draft"


def test_notes_without_answers_do_not_keep_from_the_end() -> None:
    """When all that is open was noted and passed on, the conversation closes, and offers them once."""
    conversation = Conversation(
        {i: Answer(Missing.SKIPPED, note="n") for i in list(dialogue("quick").flow.items)[-2:]}
        | {i: Answer("fully") for i in list(dialogue("quick").flow.items)[:-2]},
        "quick",
    )
    said = ""
    for _ in range(60):
        if conversation.state.item is None or conversation.state.pending is not None:
            break
        said = conversation.hear("skip")
    assert "still open" in said


def test_notes_add_up_and_a_grown_note_is_private_again() -> None:
    """A second note does not replace the first, and what was shared before it grew is not shared any more."""
    conversation = at("culture.basics")
    conversation.hear("partly, but only downtown")
    answers = dict(conversation.state.answers)
    shared = answers["culture.basics"]
    answers["culture.basics"] = Answer(shared.value, note=shared.note, share=True)
    again = Conversation(answers)
    again.hear("change culture.basics to not yet, because the trainer left")
    answer = again.state.answers["culture.basics"]
    assert answer.value == "not_yet"
    assert shared.note in answer.note
    assert "the trainer left" in answer.note
    assert not answer.share


def test_a_question_in_between_keeps_what_was_asked_back() -> None:
    """Asking something while a reply is waited for answers it, and asks back once more."""
    conversation = at("roles.written_role")
    conversation.hear("we're working on it")
    waits = conversation.state.pending
    assert waits is not None
    said = conversation.hear("how far are we?")
    assert conversation.state.pending == waits
    assert said.endswith(waits.asked)


def test_setting_a_gate_aside_by_change_asks_for_the_reason_too() -> None:
    """Whichever way a gate is set aside, its reason is asked for; an option in reply is another answer."""
    conversation = at("roles.no_clinical_duties")
    assert "why does that not apply" in conversation.hear("change roles.written_role to n/a")
    conversation.hear("mostly")
    assert conversation.state.answers["roles.written_role"].value == "mostly"


def test_a_changed_fact_calls_its_questions_in() -> None:
    """After the last question, changing a fact asks what now applies; while asking, it calls the open one off."""
    answers: dict[str, Answer] = {
        item: Answer(Missing.SKIPPED) for item in dialogue("quick").flow.items
    }
    del answers["infrastructure.living_wage"]
    conversation = Conversation({**answers, "profile.workers": Answer(("volunteer",))}, "quick")
    asked = [conversation.state.item]
    for kind in ("employees", "volunteers"):
        conversation.hear(f"change profile.workers to {kind}")
        asked.append(conversation.state.item)
    assert asked == [None, "infrastructure.living_wage", None]
