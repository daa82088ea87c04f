"""What a room is shown of a question: its steps and what they look like, and nothing that anybody said."""

import msgspec

from readiness.conversation.questions import MANY
from readiness.domain.questionnaire import Item

DONE = "That was the last question."


class Step(msgspec.Struct, frozen=True):
    """One option in words, and what it looks like in practice; that may be empty."""

    label: str
    anchor: str


def steps(item: Item) -> tuple[Step, ...]:
    """The options of an item, lowest first; none where there are too many to read, or where words answer it."""
    if item.scale is None or len(item.scale.options) > MANY:
        return ()
    return tuple(
        Step(option.label, item.anchors.get(option.id, "")) for option in item.scale.options
    )
