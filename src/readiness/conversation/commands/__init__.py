"""What may be asked for at any moment: why, back, skip, undo, how far, and their like."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation.commands import answering, content, standing
from readiness.conversation.interpretation import Command, Interpretation
from readiness.conversation.state import Reply, Said, State
from readiness.domain.questionnaire import Item

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

# Stands in where nothing is being asked: only commands can be meant then.
NO_ITEM = Item(id="none.none", section="none", kind="number", ask="", source=())


def obey(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """Do what a command says. What was asked back stays open, and is asked again, unless the command moves on.

    After a pause it waits for the next time.
    """
    if reading.command is None:
        raise ValueError("not a command")
    free = replace(state, pending=None)
    after, said, changes = _COMMANDS[reading.command](talk, free, reading)
    waits = state.pending
    moves_on = changes or after.pending or after.mood == "finished" or after.item != free.item
    if waits is None or moves_on:
        return after, said, changes
    again = () if after.mood == "paused" else (Said("reply", waits.asked),)
    return replace(after, pending=waits), (*said, *again), changes


_COMMANDS: dict[Command, Callable[["Dialogue", State, Interpretation], Reply]] = {
    "why": content.why,
    "example": content.example,
    "meaning": content.meaning,
    "define": content.define,
    "ask": content.ask,
    "back": answering.back,
    "skip": answering.skip,
    "flag": answering.flag,
    "change": answering.change,
    "recall": standing.recall,
    "note": answering.note,
    "progress": standing.progress,
    "summary": standing.summary,
    "review": standing.review,
    "undo": answering.undo,
    "redo": answering.redo,
    "help": standing.help_,
    "pause": standing.pause,
    "finish": standing.finish,
}
