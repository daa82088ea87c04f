"""The words that people use for how something stands."""

from typing import Final

from readiness.domain.log import MarkState
from readiness.reports.living.plain import shown
from readiness.reports.phrases import DOING

_STATES: Final[dict[str, MarkState]] = {
    DOING: "doing",
    "underway": "doing",
    "doing": "doing",
    "begun": "doing",
    "started": "doing",
    "in progress": "doing",
    "ongoing": "doing",
    "done": "done",
    "finished": "done",
    "complete": "done",
    "completed": "done",
    "open": "open",
    "not started": "open",
    "not begun": "open",
    "to do": "open",
}


def state_of(text: str) -> MarkState | None:
    """What the words after "State:" mean; open where there are none, None where nobody knows them."""
    said = shown(text).lower().rstrip(".")
    return _STATES.get(said) if said else "open"
