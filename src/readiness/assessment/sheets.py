"""Recording a paper sheet: all of it in one transaction, or nothing."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from readiness.assessment.session import FIRST, Session
from readiness.domain.answers import Answer, Missing, revised
from readiness.domain.sheets import Mark
from readiness.store import Draft, Store


class Entered(msgspec.Struct, frozen=True):
    """What became of a mark.

    Attributes:
        how: `recorded`; `same`: it was answered so before; `kept`: it is blank on the sheet, and its earlier answer
            stays.
        answer: the answer that stands now.
    """

    mark: Mark
    how: Literal["recorded", "same", "kept"]
    answer: Answer


def wants_reason(session: Session, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks that set a gate aside, which needs a reason, and no reason is known."""
    return tuple(
        mark
        for mark in marks
        if _sets_aside(mark) and not _reason_known(session.answers.get(mark.question.item.id))
    )


def enter(
    store: Store, session: Session, marks: Sequence[Mark], reasons: Mapping[str, str]
) -> tuple[Entered, ...]:
    """Record the marks of a sheet; all are durable when this returns, or none.

    A blank never takes an answer away. Notes stay, apart from those to a gate that is set aside: the report prints its
    reason, and an earlier note was not written for that.

    Args:
        store: where the assessment is kept.
        session: the assessment.
        marks: what was typed.
        reasons: why gates are set aside, by the code of the question.

    Raises:
        Conflict: another process answered one of the items meanwhile.
        StoreError: the store cannot be written.
    """
    entered = tuple(_entered(session, mark, reasons.get(mark.question.code, "")) for mark in marks)
    respondent = next(iter(session.header.respondents), FIRST)
    drafts = [
        Draft(
            item=each.mark.question.item.id,
            answer=each.answer,
            wording=each.mark.question.item.wording,
            respondent=respondent,
        )
        for each in entered
        if each.how == "recorded"
    ]
    if drafts:
        seen = session.entries[-1].number if session.entries else 0
        store.append_all(session.id, drafts, seen=seen)
        session.refresh()
    return entered


def _entered(session: Session, mark: Mark, reason: str) -> Entered:
    before = session.answers.get(mark.question.item.id)
    if mark.value is Missing.SKIPPED and before is not None:
        return Entered(mark, "kept", before)
    new = Answer(mark.value, note=reason)
    if _sets_aside(mark) and (reason or not _reason_known(before)):
        after = Answer(mark.value, note=reason, flag=before.flag if before else False)
    else:
        after = revised(before, new)
    return Entered(mark, "same" if after == before else "recorded", after)


def _sets_aside(mark: Mark) -> bool:
    return bool(mark.question.item.gate) and mark.value is Missing.NOT_APPLICABLE


def _reason_known(before: Answer | None) -> bool:
    return (
        before is not None and before.value is Missing.NOT_APPLICABLE and bool(before.note.strip())
    )
