"""The conversation line by line, on stdin and stdout: for screen readers and pipes.

`Recorded:` is said only after the answer is durable. End of input pauses; nothing is ever lost.
"""

import sys
from collections.abc import Callable, Iterable
from datetime import datetime

from readiness.assessment import Session, open_session, start
from readiness.assessment.handover import Handed
from readiness.conversation.opening import Opening, ask, full_minutes, leaves, take
from readiness.conversation.phrases import Phrases
from readiness.conversation.state import Said
from readiness.conversation.talk import Talk
from readiness.conversation.typed import typed
from readiness.domain.answers import Respondent
from readiness.loading import Library, shipped_phrases
from readiness.store import Store

HandOver = Callable[[Session], Handed]
Clock = Callable[[], datetime]


def begin(
    store: Store,
    library: Library,
    clock: Clock,
    opening: Opening,
    hand_over: HandOver,
    *,
    closings: bool = True,
) -> None:
    """Begin an assessment, asking first for what is not known yet.

    Args:
        store: where it is kept.
        library: what is asked.
        clock: the time.
        opening: what was given on the command line.
        hand_over: writes the report at the end and says where it is.
        closings: whether a line is said at the end of each section.
    """
    say = Phrases(shipped_phrases())
    while opening.missing:
        _print(ask(opening, say, full_minutes(library, opening.questionnaires)))
        text = _read()
        if text is None:
            return
        if leaves(text):
            _print(say("opening_left"))
            return
        opening, problem = take(opening, text, say)
        if problem:
            _print(problem)
    session = start(
        store,
        library,
        clock,
        agency=opening.agency,
        round_name=opening.round,
        scope=opening.scope or "full",
        respondent=Respondent(opening.name, opening.role),
        questionnaires=opening.questionnaires,
    )
    _print(say("started", id=session.id))
    _converse(Talk(session, closings=closings), hand_over)


def follow(
    session: Session,
    hand_over: HandOver,
    *,
    closings: bool = True,
) -> None:
    """Talk about a next round that has just begun."""
    _print(Phrases(shipped_phrases())("started", id=session.id))
    _converse(Talk(session, closings=closings), hand_over)


def go_on(
    store: Store,
    library: Library,
    assessment_id: str,
    hand_over: HandOver,
    *,
    closings: bool = True,
) -> None:
    """Go on with a stored assessment."""
    _converse(Talk(open_session(store, library, assessment_id), closings=closings), hand_over)


def _converse(talk: Talk, hand_over: HandOver) -> None:
    _show(talk.begin())
    while talk.state.mood == "open":
        text = _read()
        if text is None:
            _show(talk.leave())
            if not talk.at_the_close:
                return
            break  # everything is answered: the report must not be lost with the end of the input
        if text.strip():
            _show(talk.hear(text))
    if talk.state.mood != "paused":
        _print(hand_over(talk.session).sentence)


def _show(said: Iterable[Said]) -> None:
    for each in said:
        _print(each.text)


def _print(text: str) -> None:
    print(text, flush=True)


def _read() -> str | None:
    """The next line, or None at the end of the input."""
    line = sys.stdin.readline()
    return typed(line.rstrip("\r\n")) if line else None
