"""What several commands need."""

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from readiness.conversation.state import Reply, Said, State
from readiness.domain.answers import Answer
from readiness.domain.questionnaire import Item

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue


def reply(state: State, text: str, *, shows: Literal["", "review", "scores"] = "") -> Reply:
    """Say something and change nothing."""
    return state, (Said("reply", text, shows=shows),), ()


def current(talk: "Dialogue", state: State) -> Item | None:
    """The item that is being asked; None when all are answered."""
    return talk.flow.items[state.item] if state.item else None


def put(state: State, item_id: str, answer: Answer | None) -> State:
    """The state with one answer set, or taken away."""
    answers = {key: value for key, value in state.answers.items() if key != item_id}
    if answer is not None:
        answers[item_id] = answer
    return replace(state, answers=answers)


def find_item(talk: "Dialogue", state: State, target: str) -> Item | None:
    """By number, id, or words that only one question has."""
    asked = talk.flow.asked(state.answers)
    if target.isdecimal():
        number = int(target[:4])
        return list(asked.values())[number - 1] if 1 <= number <= len(asked) else None
    if target in asked:
        return asked[target]
    wanted = target.lower().split()
    hits = [i for i in asked.values() if all(w in f"{i.id} {i.name}".lower() for w in wanted)]
    return hits[0] if len(hits) == 1 else None


def cited(talk: "Dialogue", source: tuple[str, ...]) -> str:
    """Where something is from, in brackets, ready to follow it."""
    return f" {talk.say('found_source', source=talk.source_of(source[:1]))}" if source else ""
