"""Commands and questions at any moment, with and without a slash."""

import pytest
from tests.conversation.understanding import TODAY, items

from readiness.conversation import Interpretation, interpret
from readiness.conversation.understanding.wordings import NAMES, table

ITEMS = items()


def read(text: str, item: str = "culture.basics") -> Interpretation:
    return interpret(text, ITEMS[item], today=TODAY)


@pytest.mark.parametrize(
    ("text", "command", "target", "argument"),
    [
        ("why?", "why", None, None),
        ("for example?", "example", None, None),
        ("what does partly mean?", "meaning", None, "partly"),
        ("what does that mean?", "meaning", None, None),
        ("what is cooptation?", "define", None, "cooptation"),
        ("why not just any therapist?", "ask", None, "why not just any therapist?"),
        (
            "what do others do about supervision?",
            "ask",
            None,
            "what do others do about supervision?",
        ),
        ("go back", "back", None, None),
        ("skip this one please", "skip", None, None),
        ("come back to this", "flag", None, None),
        ("change culture.basics to fully", "change", "culture.basics", "fully"),
        ("/change culture.basics fully", "change", "culture.basics", "fully"),
        ("change 3 to not yet", "change", "3", "not yet"),
        ("what did I say about training?", "recall", None, "training"),
        ("what did I say about", "recall", None, None),
        ("note: ask Maria, she knows", "note", None, "ask Maria, she knows"),
        ("note hello there", "note", None, "hello there"),
        ("change number 3 to partly", "change", "3", "partly"),
        ("gotta run, let's pick this up tomorrow", "pause", None, None),
        ("wrap it up and give me the report", "finish", None, None),
        ("how far are we?", "progress", None, None),
        ("how are we doing?", "summary", None, None),
        ("show me my answers", "review", None, None),
        ("undo that please", "undo", None, None),
        ("redo", "redo", None, None),
        ("what can I type?", "help", None, None),
        ("stop for today", "pause", None, None),
        ("gotta go, will finish tomorrow", "pause", None, None),
        ("we're done", "finish", None, None),
        ("write the report", "finish", None, None),
        ("/chang culture.basics fully", "change", "culture.basics", "fully"),
    ],
)
def test_commands(text: str, command: str, target: str | None, argument: str | None) -> None:
    """A command in any of its wordings is a command, with what it names as it was typed."""
    reading = read(text)
    assert reading.outcome == "command"
    assert (reading.command, reading.target, reading.argument) == (command, target, argument)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("item", ["culture.basics", "leadership.styles", "profile.managers"])
def test_every_command_has_a_slash_form(name: str, item: str) -> None:
    """A slash and the name is that command, whatever is being asked."""
    reading = read(f"/{name}", item)
    assert (reading.outcome, reading.command) == ("command", name)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("not yet, we paused it over the summer", "not_yet"),
        ("partly, nobody asked why", "partly"),
        ("mostly, we review it every year", "mostly"),
    ],
)
def test_answers_are_not_commands(text: str, value: str) -> None:
    """A sentence that is an answer stays one, whatever command words stand in it."""
    reading = read(text)
    assert (reading.outcome, reading.value) == ("accepted", value)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("ask", "define")])
@pytest.mark.parametrize("item", ["infrastructure.hr_knows", "profile.state", "workplace.s02"])
def test_a_bare_name_is_always_the_command(name: str, item: str) -> None:
    """On items with options, the name of a command is that command, whatever it resembles."""
    reading = read(name, item)
    assert (reading.outcome, reading.command) == ("command", name)


def test_a_question_before_an_answer_is_asked_about() -> None:
    """An answer after a question is offered, and carries the question."""
    reading = read("why would they? no", "profile.drives")
    assert (reading.outcome, reading.value, reading.command) == ("confirm", "no", "ask")


@pytest.mark.parametrize("text", ["done", "mostly. why do you ask?", "agree, next question"])
def test_torn_between_answer_and_command(text: str) -> None:
    """A text that may be either is asked about, and carries both readings."""
    reading = read(text, "workplace.s02" if text.startswith("agree") else "culture.basics")
    assert reading.outcome == "confirm"
    assert reading.value is not None
    assert reading.command is not None


def test_no_wording_belongs_to_two_commands() -> None:
    """Every fixed wording of the lexicon leads to one command."""
    from readiness.loading import shipped_lexicon

    wordings = shipped_lexicon().commands
    assert set(wordings) == set(NAMES) - {"ask"}
    fixed = table().fixed
    lost = [
        w for w in fixed if read(" ".join(w), "profile.managers").command not in (fixed[w], None)
    ]
    assert lost == []
