"""What was said, as the transcript shows it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readiness.conversation.state import Said
from readiness.tui import words
from readiness.tui.transcript import By, Turn

if TYPE_CHECKING:
    from readiness.conversation.talk import Talk

_BY: dict[str, By] = {
    "question": "asked",
    "recorded": "recorded",
    "section": "section",
    "problem": "problem",
}


def turns(said: Sequence[Said], asked: str = "") -> list[Turn]:
    """Everything but the question, which stands below; of what a screen shows at length only the beginning.

    Args:
        said: in order.
        asked: what stands below, where that was asked back.
    """
    kept = [each for each in said if each.kind != "question" and (not asked or each.text != asked)]
    return [turn for each in kept for turn in _turn(each)]


def asked_about(talk: "Talk") -> list[Turn]:
    """The question that something was asked back about before one left; empty where nothing was."""
    pending = talk.state.pending
    if pending is None or not pending.item:
        return []
    return [Turn("asked", talk.dialogue.flow.items[pending.item].ask)]


def problem(text: str) -> Said:
    """Something that went wrong."""
    return Said("problem", text)


def _turn(said: Said) -> Iterator[Turn]:
    by = _BY.get(said.kind, "said")
    yield Turn(by, said.text.partition("\n")[0] if said.shows == "review" else said.text)
    if said.shows == "scores":
        yield Turn(by, words.MORE_SCORES)
