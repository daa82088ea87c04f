"""Start, resume, answer, undo, score and plan: the one door that every front end uses."""

from readiness.assessment.session import Session, open_session, start
from readiness.domain.evaluation import Evaluation, evaluate

__all__ = ["Evaluation", "Session", "evaluate", "open_session", "start"]
