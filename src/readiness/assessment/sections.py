"""Which sections of an assessment may be left out or asked in another order.

The facts and the gates are none of them: they are always asked, and first.
"""

from readiness.assessment.session import Session
from readiness.domain.flow import FACTS, Flow, Stretch


def choosable(session: Session) -> tuple[Stretch, ...]:
    """First the sections that are asked, in their order, then those that are left out, as the files have them."""
    found = {stretch.id: stretch for stretch in _shipped(session)}
    chosen = [found.pop(name) for name in session.header.sections if name in found]
    return (*chosen, *found.values())


def shipped_order(session: Session) -> tuple[str, ...]:
    """Their ids as the files have them."""
    return tuple(stretch.id for stretch in _shipped(session))


def left_out(session: Session) -> frozenset[str]:
    """The ids of those that somebody chose not to ask."""
    if not session.header.sections:
        return frozenset()
    return frozenset(shipped_order(session)) - frozenset(session.header.sections)


def _shipped(session: Session) -> list[Stretch]:
    facts = {s.id for q in session.questionnaires if q.id in FACTS for s in q.sections}
    everything = Flow(session.flow.questionnaires, session.flow.scope).stretches
    return [s for s in everything if s.section is not None and s.id not in facts]
