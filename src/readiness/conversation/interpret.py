"""The door to understanding: from a typed text to one reading of it."""

from datetime import date

from readiness.conversation.interpretation import Interpretation
from readiness.domain.questionnaire import Item


def interpret(text: str, item: Item, *, today: date | None = None) -> Interpretation:
    """What a typed text means as an answer to an item, or as a command.

    Args:
        text: as typed; any length, any characters. What decides is looked for in the first 1,500 characters.
        item: the item that is being asked.
        today: completes dates that were typed without a year ("march"); the system's date where not given. Nothing
            else depends on it.

    Returns:
        The one reading. `dont_know` and `not_applicable` may stand in `value` and among `candidates`. A `confirm` that
        carries a `command` is torn between an answer and that command.
    """
    # Imported late: the lexicon is read and compiled only by a process that has something to understand.
    from readiness.conversation.understanding import reasons
    from readiness.conversation.understanding.reader import read

    reading = read(text, item, today)
    return reasons.whole(text, reading) if item.kind in ("choice", "choices") else reading
