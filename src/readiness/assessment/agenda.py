"""The time set for a sitting, and how it goes against it."""

from datetime import datetime

import msgspec

from readiness.assessment.session import Progress

LONGEST = 24 * 60  # minutes


class Agenda(msgspec.Struct, frozen=True):
    """A time set for the questions that were open at a moment.

    Attributes:
        began: that moment, with its zone.
        minutes: the time set, at least 1.
        done: how many questions were answered by then.
    """

    began: datetime
    minutes: int
    done: int


class Pace(msgspec.Struct, frozen=True):
    """How a sitting goes.

    Attributes:
        done: questions answered since it began, at least 0.
        total: those, and what is still open.
        spent: whole minutes since it began.
        minutes: the time set.
        ahead: questions more than an even pace would have answered by now; below 0 when behind.
    """

    done: int
    total: int
    spent: int
    minutes: int
    ahead: int


def pace(agenda: Agenda, progress: Progress, now: datetime) -> Pace:
    """How a sitting goes against an even pace, which leaves the last question at the last minute.

    Args:
        agenda: the time set.
        progress: of the whole assessment, now.
        now: with its zone.
    """
    done = max(0, progress.done - agenda.done)
    total = done + progress.total - progress.done
    seconds = max(0.0, (now - agenda.began).total_seconds())
    due = int(total * min(1.0, seconds / (agenda.minutes * 60)))
    return Pace(done, total, int(seconds // 60), agenda.minutes, done - due)
