"""What the plan screen asks for, and what is made of the reply."""

from collections.abc import Callable

import msgspec

from readiness.assessment.planning import Planning
from readiness.conversation.due import due_day
from readiness.conversation.saying import NOTHING, causes_in, plain
from readiness.domain.log import CAUSES
from readiness.domain.marks import task_of
from readiness.tui import words
from readiness.tui.asking import Asked, Choice


class Problem(ValueError):
    """A reply that does not help; says what would."""


class Ask(msgspec.Struct, frozen=True):
    """Something that is asked about an action (none for a new one)."""

    kind: str
    action: str


def answered(planning: Planning, ask: Ask, text: str) -> Ask | None:
    """Store a reply; what is asked next, if anything.

    Raises:
        Problem: the reply does not help.
        StoreError: it could not be kept.
    """
    reply = text.strip()
    if not reply:
        return ask
    return _ANSWERED[ask.kind](planning, ask, reply)


def _owner(planning: Planning, ask: Ask, text: str) -> None:
    planning.set_owner(ask.action, "" if text == words.AS_SUGGESTED else text)


def _due(planning: Planning, ask: Ask, text: str) -> None:
    if text == words.AS_SUGGESTED:
        planning.set_due(ask.action, None)
        return
    day, _ = due_day(text, planning.session.today())
    if day is None:
        raise Problem(words.NO_DAY)
    planning.set_due(ask.action, day)


def _reason(planning: Planning, ask: Ask, text: str) -> None:
    planning.drop(ask.action, text)


def _own(planning: Planning, ask: Ask, text: str) -> None:
    del ask
    planning.add_own(text)


def _text(planning: Planning, ask: Ask, text: str) -> None:
    planning.set_text(ask.action, text)


def _causes(planning: Planning, ask: Ask, text: str) -> Ask | None:
    if plain(text) in NOTHING:
        planning.set_causes(ask.action, (), "")
        return None
    causes, why = causes_in(text)
    if not causes:
        raise Problem(words.NO_CAUSE)
    planning.set_causes(ask.action, causes, why or planning.mark_of(ask.action).why)
    return None if why else Ask("why", ask.action)


def _why(planning: Planning, ask: Ask, text: str) -> None:
    causes = planning.mark_of(ask.action).causes
    planning.set_causes(ask.action, causes, "" if text == words.NO_WHY else text)


def _asks_owner(planning: Planning, ask: Ask) -> Asked:
    suggested = Choice(words.AS_SUGGESTED, words.AS_SUGGESTED)
    return Asked(text=words.WHO, before=_do(planning, ask), choices=(suggested,))


def _asks_due(planning: Planning, ask: Ask) -> Asked:
    suggested = Choice(words.AS_SUGGESTED, words.AS_SUGGESTED)
    return Asked(
        text=words.BY_WHEN, before=_do(planning, ask), choices=(suggested,), hint=words.A_DAY
    )


def _asks_causes(planning: Planning, ask: Ask) -> Asked:
    choices = [Choice(cause, str(number), number) for number, cause in enumerate(CAUSES, 1)]
    nothing = Choice(words.NOTHING, words.NOTHING)
    return Asked(text=words.IN_THE_WAY, before=_do(planning, ask), choices=(*choices, nothing))


def _asks_why(planning: Planning, ask: Ask) -> Asked:
    people = "people" in planning.mark_of(ask.action).causes
    skip = Choice(words.NO_WHY, words.NO_WHY)
    return Asked(text=words.WHY_PEOPLE if people else words.WHY_SO, choices=(skip,))


def _asks(text: str) -> Callable[[Planning, Ask], Asked]:
    return lambda planning, ask: Asked(text=text, before=_do(planning, ask))


def _do(planning: Planning, ask: Ask) -> str:
    planned = task_of(planning.plan, ask.action)
    return planned.action.do if planned else ""


ASKED: dict[str, Callable[[Planning, Ask], Asked]] = {
    "owner": _asks_owner,
    "due": _asks_due,
    "reason": _asks(words.WHY_DROP),
    "own": _asks(words.WHAT_TO_DO),
    "text": _asks(words.IN_OTHER_WORDS),
    "causes": _asks_causes,
    "why": _asks_why,
}
_ANSWERED: dict[str, Callable[[Planning, Ask, str], Ask | None]] = {
    "owner": _owner,
    "due": _due,
    "reason": _reason,
    "own": _own,
    "text": _text,
    "causes": _causes,
    "why": _why,
}
