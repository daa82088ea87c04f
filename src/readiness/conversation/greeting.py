"""The first thing that is said: to somebody new, to somebody who comes back, and in the next round."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from readiness.conversation.closing import how_long
from readiness.conversation.state import Said, State
from readiness.domain.answers import is_open
from readiness.domain.carrying import Origin
from readiness.reports.carried import round_name
from readiness.reports.words import listed

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue


def greeting(talk: "Dialogue", state: State, carried: Mapping[str, Origin]) -> Said:
    """What is coming and how long it takes; or where somebody was.

    Args:
        talk: the conversation.
        state: where it begins.
        carried: the items whose answer was carried over from an earlier round, and where each is from.
    """
    asked = talk.flow.asked(state.answers)
    done = sum(not is_open(state.answers.get(item_id)) for item_id in asked)
    if not state.trail and (carried or talk.is_follow_up):
        return _follow_up(talk, state, len(asked) - done, carried)
    if done == 0:
        return _new(talk, state)
    back = _back(talk, state, done)
    if not carried:
        return Said("reply", back)
    here = {name: origin for name, origin in carried.items() if name in asked}
    return Said("reply", f"{back} {_over(talk, here, 'hello_back_carried')}".strip())


def _new(talk: "Dialogue", state: State) -> Said:
    asked = talk.flow.asked(state.answers)
    gates = sum(item.gate is not None for item in asked.values())
    first = next(iter(talk.flow.stretches), None)
    early = len(first.items) + gates if first else gates
    text = talk.say(
        "hello_new",
        agency=talk.assessment.agency or "your agency",
        gates=gates,
        early=how_long(talk, state, early),
        total=len(asked),
        minutes=how_long(talk, state, len(asked)),
    )
    return Said("reply", text)


def _back(talk: "Dialogue", state: State, done: int) -> str:
    asked = talk.flow.asked(state.answers)
    if state.item is None:
        return talk.say("hello_back_complete", total=len(asked))
    return talk.say(
        "hello_back",
        done=done,
        total=len(asked),
        topic=f"“{asked[state.item].name}”",
        minutes=how_long(talk, state, len(asked) - done),
    )


def _follow_up(talk: "Dialogue", state: State, left: int, carried: Mapping[str, Origin]) -> Said:
    """What is asked again, and what is not."""
    over = _over(talk, carried, "follow_up_carried") or talk.say("follow_up_carried_none")
    text = talk.say(
        "hello_follow_up",
        agency=talk.assessment.agency or "your agency",
        carried=over,
        open=left,
        asked_now=talk.say("follow_up_asked_one" if left == 1 else "follow_up_asked_many"),
        minutes=how_long(talk, state, left),
    )
    return Said("reply", text)


def _over(talk: "Dialogue", carried: Mapping[str, Origin], key: str) -> str:
    """How many answers are carried over, and from which rounds; empty for none."""
    if not carried:
        return ""
    rounds = listed(list(dict.fromkeys(map(round_name, carried.values()))))
    count = len(carried)
    return talk.say(f"{key}_one" if count == 1 else f"{key}_many", count=count, rounds=rounds)
