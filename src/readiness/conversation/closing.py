"""What is said at the seams: the end of a section, the end of it all, and how long it still takes."""

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import questions
from readiness.conversation.phrases import Phrases
from readiness.conversation.state import Pending, Said, State
from readiness.domain.answers import Missing
from readiness.domain.evaluation import Evaluation
from readiness.domain.flow import Stretch
from readiness.domain.gates import hire
from readiness.domain.plan import standing
from readiness.domain.questionnaire import MOMENTS, Item
from readiness.domain.scoring import points_of
from readiness.reports.words import listed

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

__all__ = [
    "Stretch",
    "at_the_end",
    "close",
    "finished",
    "minutes",
    "of_stretch",
    "open_items",
]


def minutes(state: State, items: int) -> int:
    """How long some questions will take at the person's own pace, in minutes; from 15 on, in steps of five."""
    count = max(1, round(items * state.pace / 60))
    return count if count < 15 else round(count / 5) * 5


def how_long(talk: "Dialogue", state: State, items: int) -> str:
    """How long some questions will take, in words."""
    count = minutes(state, items)
    return talk.say("minutes_one" if count == 1 else "minutes_many", count=count)


def of_stretch(talk: "Dialogue", state: State, after: str) -> tuple[Said, ...]:
    """One line when an answer was the last one missing in its section, or in the gates of its moment.

    The word on the gates is said even where the lines at the end of sections are turned off.
    """
    stretch = talk.stretch_of(after)
    asked = talk.flow.asked(state.answers)
    items = [item for item in stretch.items if item.id in asked]
    if any(talk.waits(state, item.id) for item in items):
        return ()
    if state.item is not None and any(item.id == state.item for item in items):
        return ()
    if stretch.id in MOMENTS:
        return (Said("section", _gates_closed(talk, state, stretch.id)),)
    if not talk.closings:
        return ()
    counts = _counts(items, state, talk.say)
    return (
        (Said("section", talk.say("closed", title=stretch.title, counts=counts)),) if counts else ()
    )


def open_items(talk: "Dialogue", state: State) -> dict[str, str]:
    """Items that are unanswered, skipped, unknown or marked, and in which of these states, in the order of asking."""
    found = {}
    for item_id, item in talk.flow.asked(state.answers).items():
        answer = state.answers.get(item_id)
        missing = answer is None or answer.value in (Missing.SKIPPED, Missing.DONT_KNOW)
        if missing or (answer and answer.flag):
            label = questions.answer_label(item, answer, talk.say)
            marked = ", marked" if answer and answer.flag else ""
            found[item_id] = f"{label}{marked}".lower()
    return found


def at_the_end(talk: "Dialogue", state: State) -> tuple[State, tuple[Said, ...]]:
    """Everything is answered: offer once to go through what is open, else close."""
    complete = () if state.reminded else (Said("closing", talk.say("complete")),)
    state, said = close(talk, state)
    return state, (*complete, *said)


def close(talk: "Dialogue", state: State) -> tuple[State, tuple[Said, ...]]:
    """Offer once to go through what is open; else propose the moves for this week, and names and dates for them."""
    from readiness.conversation import settle_asking, settling

    asked = talk.flow.asked(state.answers)
    waiting = next((item_id for item_id in asked if talk.waits(state, item_id)), None)
    state = replace(state, again=(), item=waiting)
    if open_items(talk, state) and not state.reminded:
        question = settle_asking.question_of(talk, state, Pending(kind="revisit"))
        offer = Pending(kind="revisit", asked=question)
        return replace(state, reminded=True, pending=offer), (Said("reply", question),)
    said = moves(talk, state)
    state, more = settling.offer(talk, replace(state, reminded=True))
    return state, (*said, *more)


def finished(talk: "Dialogue", state: State) -> tuple[State, tuple[Said, ...]]:
    """All is said: the report is written next."""
    ended = replace(state, pending=None, mood="finished")
    return ended, (Said("closing", talk.say("finish")),)


def go_through(talk: "Dialogue", state: State) -> tuple[State, tuple[Said, ...]]:
    """Begin to go through everything that is open, each once."""
    again = tuple(open_items(talk, state))
    if not again:
        return close(talk, state)
    state = replace(state, again=again, item=again[0])
    return state, talk.question(state)


def evaluated(talk: "Dialogue", state: State) -> Evaluation:
    """All that follows from the answers and marks so far."""
    assessment = replace(talk.assessment, answers=state.answers)
    return Evaluation(assessment, talk.questionnaires, state.marks, state.owners)


def moves(talk: "Dialogue", state: State) -> tuple[Said, ...]:
    """The first steps for this week."""
    chosen = evaluated(talk, state).plan.moves
    if not chosen:
        return (Said("closing", talk.say("moves_none")),)
    head = talk.say("moves_one" if len(chosen) == 1 else "moves_head")
    lines = [
        talk.say("move_line", number=number, first_step=move.action.first_step or move.action.do)
        for number, move in enumerate(chosen, 1)
    ]
    return (Said("closing", "\n".join([head, *lines])),)


def _gates_closed(talk: "Dialogue", state: State, stretch_id: str) -> str:
    stands = hire(talk.questionnaires, talk.flow.asked(state.answers), state.answers)
    here = next(h for h in stands.values() if h.moment == stretch_id)
    moment = talk.say(f"moment_{stretch_id}")
    wanted = here.in_state("short") if here.verdict == "not_yet" else here.in_state("unknown")
    names = [gate.item.name for gate in wanted]
    return talk.say(
        f"closed_gates_{here.verdict or 'none'}",
        moment=moment,
        open=listed(names),
        are="is" if len(names) == 1 else "are",
    )


def _counts(items: list[Item], state: State, say: Phrases) -> str:
    tally = Counter(
        standing(points_of(item, state.answers))
        for item in items
        if item.scored and state.answers[item.id].value is not Missing.NOT_APPLICABLE
    )
    order = ("in_place", "partly", "not_yet", "unknown")
    return listed([say(f"count_{name}", count=tally[name]) for name in order if tally[name]])
