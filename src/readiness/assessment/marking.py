"""Marking a question to come back to."""

from msgspec.structs import replace

from readiness.assessment.session import Session
from readiness.domain.answers import Answer, Missing


def mark(session: Session, item_id: str) -> bool:
    """Mark a question to come back to, or take the mark away; returns whether it is marked now.

    A question that was not reached counts as skipped from then on.

    Raises:
        Conflict: another process answered the same question meanwhile; nothing was stored.
        StoreError: the store cannot be written; nothing was stored.
    """
    answer = session.answers.get(item_id) or Answer(Missing.SKIPPED)
    session.record(item_id, replace(answer, flag=not answer.flag))
    return not answer.flag
