"""How many people there are to train, as far as the agency's profile says."""

from fractions import Fraction
from math import ceil

import msgspec

from readiness.domain.answers import held
from readiness.domain.evaluation import Evaluation

MANAGERS = "profile.managers"
STAFF = "profile.staff"
SIZE = "profile.size"
Amount = int | Fraction


class Span(msgspec.Struct, frozen=True):
    """From so many to so many: people, sessions, hours or dollars; `most` is None where nobody knows an upper end."""

    least: Amount
    most: Amount | None

    @property
    def exact(self) -> bool:
        """Whether it is one figure."""
        return self.least == self.most

    def __add__(self, other: "Span") -> "Span":
        most = None if self.most is None or other.most is None else self.most + other.most
        return Span(self.least + other.least, most)

    def times(self, factor: Amount) -> "Span":
        """Each end so many times."""
        return Span(self.least * factor, None if self.most is None else self.most * factor)


NOBODY = Span(0, 0)
UNKNOWN = Span(0, None)

# The bands of the profile's question on size; an upper end that is open is None.
BANDS: dict[str, Span] = {
    "under_10": Span(1, 9),
    "from_10_to_49": Span(10, 49),
    "from_50_to_249": Span(50, 249),
    "from_250": Span(250, None),
}


class Headcounts(msgspec.Struct, frozen=True):
    """People to prepare; `managers` and `staff` are None where nobody gave a number, `everyone` where no size."""

    managers: int | None = None
    staff: int | None = None
    everyone: Span | None = None

    @property
    def managers_span(self) -> Span:
        """Managers: the number, or at most everybody who works there."""
        return _known(self.managers) or self._up_to_everyone()

    @property
    def staff_span(self) -> Span:
        """Other staff: the number, or everybody but the managers, or at most everybody who works there."""
        return _known(self.staff) or self._without(self.managers) or self._up_to_everyone()

    @property
    def everyone_span(self) -> Span:
        """Managers and other staff together: the sum, or everybody who works there."""
        if self.managers is not None and self.staff is not None:
            return Span(self.managers + self.staff, self.managers + self.staff)
        known = self.managers or self.staff or 0
        fitting = self.everyone is not None and _reaches(self.everyone, known)
        if self.everyone is None or not fitting:
            return UNKNOWN
        return Span(max(self.everyone.least, known), self.everyone.most)

    @property
    def peers_span(self) -> Span:
        """Peers: nobody asks how many, but they are at most everybody who works there."""
        return self._up_to_everyone()

    def _without(self, others: int | None) -> Span | None:
        if others is None or self.everyone is None or not _reaches(self.everyone, others):
            return None
        most = self.everyone.most
        least = max(self.everyone.least - others, 0)
        return Span(least, None if most is None else most - others)

    def _up_to_everyone(self) -> Span:
        return UNKNOWN if self.everyone is None else Span(0, self.everyone.most)


def headcounts(evaluation: Evaluation) -> Headcounts:
    """What the profile says of how many people there are; answers to what is no longer asked never count."""
    return Headcounts(
        managers=_number(evaluation, MANAGERS),
        staff=_number(evaluation, STAFF),
        everyone=BANDS.get(str(_held(evaluation, SIZE))),
    )


def _known(count: int | None) -> Span | None:
    return None if count is None else Span(count, count)


def _reaches(everyone: Span, count: int) -> bool:
    """Whether so many can work where so many work in all; people miscount, and then the band says nothing."""
    return everyone.most is None or count <= everyone.most


def _number(evaluation: Evaluation, item_id: str) -> int | None:
    value = _held(evaluation, item_id)
    return ceil(value) if isinstance(value, int | float) else None


def _held(evaluation: Evaluation, item_id: str) -> object:
    return held(evaluation.answers.get(item_id)) if item_id in evaluation.asked else None
