"""What was read from a plan, in sentences for people."""

from collections.abc import Iterator, Sequence

import msgspec

from readiness.domain.log import PlanMark
from readiness.reports.living import words
from readiness.reports.words import day, one_line

_LONGEST = 72


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that was read from a plan.

    Attributes:
        title: what the entry says.
        own: whether it is an action that a person added.
        before, after: its mark.
    """

    title: str
    own: bool
    before: PlanMark
    after: PlanMark


def of_changes(file: str, changes: Sequence[Change]) -> Iterator[str]:
    """Lines that say what is kept now and was not before.

    Args:
        file: the plan's name.
        changes: in the order of the file.
    """
    if not changes:
        yield words.NOTHING_READ.format(file=file)
        return
    yield words.READ.format(file=file)
    for change in changes:
        yield words.LINE.format(title=_short(change.title), said="; ".join(_said(change)))


def _said(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    if change.own:
        yield words.ADDED_OWN
    if after.state != before.state or after.reason != before.reason:
        said = words.STATES[after.state]
        if after.state == "dropped" and after.reason:
            said = words.DROPPED_BECAUSE.format(reason=one_line(after.reason))
        yield said
    if after.owner != before.owner:
        owner = one_line(after.owner)
        yield words.OWNER.format(owner=owner) if owner else words.NO_OWNER
    if after.due != before.due:
        yield words.DUE.format(day=day(after.due)) if after.due else words.NO_DUE
    if after.text != before.text and not change.own:
        yield words.TEXT.format(text=one_line(after.text))


def _short(title: str) -> str:
    line = one_line(title).rstrip(".")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
