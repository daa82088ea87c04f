"""What goes into the store and comes out of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from readiness.domain.answers import Answer, Day, Respondent, Scope
from readiness.domain.log import Entry, Parked, PlanMark

Outcome = Literal["new", "same", "extended"]


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """All of an assessment but its wording, its log and its plan.

    Attributes:
        respondents: by their ids in the log; the first is the default one.
        questionnaires: `id@version`, in the order of asking.
        sections: ids of the sections to ask, where somebody chose; empty means all.
        created: in UTC.
    """

    id: str
    agency: str
    respondents: Mapping[str, Respondent]
    questionnaires: tuple[str, ...]
    created: datetime
    round: str = "baseline"
    date: Day | None = None
    scope: Scope = "full"
    sections: tuple[str, ...] = ()


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list of assessments.

    Attributes:
        touched: when something was last recorded or marked; when it was created, if nothing was.
        last_entry: when the log was last written; None for an empty log.
        answered: how many items have an answer now, "don't know" and its like included.
    """

    header: Header
    touched: datetime
    last_entry: datetime | None
    answered: int


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A whole assessment without its wording.

    Attributes:
        entries: the log, oldest first, numbered from 1 without a gap.
        plan: the marks that stand now, by full action id.
        parked: the parking lot, oldest first.
        owners: who holds which role in the plan, by role.
    """

    header: Header
    entries: tuple[Entry, ...] = ()
    plan: Mapping[str, PlanMark] = {}
    parked: tuple[Parked, ...] = ()
    owners: Mapping[str, str] = {}


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that is not recorded yet: the store gives it its number and its time."""

    item: str
    answer: Answer | None
    wording: str
    respondent: str
    undoes: int | None = None

    def entry(self, number: int, at: datetime) -> Entry:
        """The entry that this becomes with that number and time.

        Raises:
            ValueError: it undoes something that is not there.
        """
        if self.undoes is not None and not 1 <= self.undoes < number:
            raise ValueError(f"entry {number} cannot undo entry {self.undoes}")
        return Entry(
            number=number,
            respondent=self.respondent,
            item=self.item,
            answer=self.answer,
            wording=self.wording,
            at=at,
            undoes=self.undoes,
        )
