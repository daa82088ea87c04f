"""The view model of a comparison: plain values and whole sentences, ready for any renderer.

The numbers are there for renderers that draw; a template needs the sentences only.
"""

import msgspec

from readiness.domain.movement import Change
from readiness.domain.questionnaire import Moment
from readiness.reports.carried_view import SinceRow


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A score in one of the two rounds.

    Attributes:
        score, low, high: 0 to 100, unrounded; None where there is none.
        shown: the score as people read it; bounds the same.
        stage: its label, or why it has none.
        answered, applicable: how many questions count, and how many would.
    """

    score: float | None
    low: float | None
    high: float | None
    shown: str
    bounds: str
    stage: str
    answered: int
    applicable: int


class MovedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A section, or all sections of a questionnaire, then and now.

    Attributes:
        title: short, for a table or a picture.
        change: what to call the difference; `label` is that in a word or three, `said` in sentences.
    """

    id: str
    title: str
    before: Side
    after: Side
    change: Change
    label: str
    said: str


class WholeRows(msgspec.Struct, frozen=True):
    """A questionnaire: `rows` are its sections and, where it has more than one, last all of them together."""

    id: str
    title: str
    rows: tuple[MovedRow, ...]


class TurnedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict then and now, and the gates that stand otherwise, each as a sentence without its full stop."""

    moment: Moment
    heading: str
    said: str
    turned: bool
    gates: tuple[str, ...]


class ChangedRow(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that changed, and who gave it."""

    id: str
    topic: str
    said: str
    who: str


class ChangedGroup(msgspec.Struct, frozen=True):
    """The answers of a section that changed."""

    title: str
    rows: tuple[ChangedRow, ...]


class ActedRow(msgspec.Struct, frozen=True):
    """An action, and why it was dropped; the reason is empty for others."""

    id: str
    do: str
    reason: str = ""


class ActedGroup(msgspec.Struct, frozen=True):
    """Actions with which the same happened."""

    title: str
    rows: tuple[ActedRow, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is said of two rounds.

    Attributes:
        title: of a page of its own.
        facts: which two rounds these are.
        carried: what was carried over and not asked again; empty for nothing.
        nothing: that nothing changed; empty where something did.
        since: what the second round was told about the time since.
        open: how many questions that were answered are not answered yet; empty for none.
    """

    title: str
    agency: str
    facts: str
    carried: str
    nothing: str
    verdicts: tuple[TurnedRow, ...]
    since: tuple[SinceRow, ...]
    actions: tuple[ActedGroup, ...]
    no_actions: str
    wholes: tuple[WholeRows, ...]
    meaning: str
    answers: tuple[ChangedGroup, ...]
    open: str
