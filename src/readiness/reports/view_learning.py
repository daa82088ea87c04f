"""The part of the view model on learning: trainings with their plan, and links."""

import msgspec


class LinkRow(msgspec.Struct, frozen=True):
    """A link with its title."""

    title: str
    url: str
    note: str


class LinkGroup(msgspec.Struct, frozen=True):
    """Links for one section."""

    title: str
    rows: tuple[LinkRow, ...]


class TrainingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A training that answers gaps; `facts` are hours, group and price, `remarks` whole sentences."""

    id: str
    title: str
    about: str
    facts: str
    remarks: tuple[str, ...]


class PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the training plan: figures as people read them."""

    title: str
    who: str
    sessions: str
    hours: str
    cost: str


class TrainingPlanRows(msgspec.Struct, frozen=True, kw_only=True):
    """The training plan.

    Attributes:
        lead: whose numbers it goes by.
        total: None where nothing can be added up.
        notes: whole sentences, each paragraph on one thing.
        warning: that prices have to be confirmed.
        sources: where each kind of figure comes from, in one sentence without its full stop.
    """

    lead: str
    rows: tuple[PlanLine, ...]
    total: PlanLine | None
    notes: tuple[str, ...]
    warning: str
    sources: str


class TrainingRows(msgspec.Struct, frozen=True, kw_only=True):
    """Free courses, then those of the training menu that fit best.

    `more` are the others that fit, each with its figures. `plan` is None where no training fits; `none` says so then.
    """

    about: str
    free: tuple[LinkRow, ...]
    rows: tuple[TrainingRow, ...]
    more: tuple[str, ...]
    none: str
    plan: TrainingPlanRows | None = None
