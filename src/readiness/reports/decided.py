"""What people decided against, and what they said gets in the way."""

from collections.abc import Sequence
from typing import Final

from readiness.domain.content import Sources
from readiness.domain.log import CAUSES, Cause
from readiness.domain.marks import is_find_out, is_own
from readiness.domain.plan import PlannedAction
from readiness.reports import phrases
from readiness.reports.fields import decided
from readiness.reports.planning import due_of, topic
from readiness.reports.sources import label
from readiness.reports.view import CauseRow, DroppedRow
from readiness.reports.words import closed, opened

AREAS: Final[dict[Cause, str]] = {
    "policies": "Policies",
    "processes": "Processes and procedures",
    "people": "People, by role",
    "environment": "Environment",
}
CAUSE_NO_WHY: Final = "nobody said yet"
CAUSE_ACTION: Final = "{do} {who}, {when}."
CAUSES_ABOUT: Final = (
    "What you said gets in the way of the actions you chose, in the four areas of the toolkit's sheet for leaders. "
    "Source: {source}."
)


def dropped(actions: Sequence[PlannedAction]) -> tuple[DroppedRow, ...]:
    """What people decided against."""
    return tuple(
        DroppedRow(
            planned.action.id,
            _what(planned),
            decided(planned.mark),
        )
        for planned in actions
    )


def _what(planned: PlannedAction) -> str:
    if is_find_out(planned.action.id):
        return phrases.TO_FIND_OUT.format(ask=planned.action.do)
    return planned.action.do if is_own(planned.action.id) else closed(planned.action.do)


def causes(actions: Sequence[PlannedAction]) -> tuple[CauseRow, ...]:
    """What gets in the way, area by area, as the toolkit's sheet for leaders has it."""
    return tuple(
        CauseRow(
            cause=AREAS[cause],
            why=planned.mark.why.strip() or CAUSE_NO_WHY,
            holds_up=topic(planned),
            action=CAUSE_ACTION.format(
                do=closed(planned.action.do),
                who=opened(planned.owner or phrases.NOBODY),
                when=due_of(planned),
            ),
        )
        for cause in CAUSES
        for planned in actions
        if cause in planned.mark.causes
    )


def causes_about(sources: Sources) -> str:
    """What the table of causes is, and where it is from."""
    return CAUSES_ABOUT.format(source=label(("wise.rca",), sources, ours=False))
