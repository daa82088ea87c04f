"""What is asked while names, dates and causes are being settled, with what stands so far."""

from typing import TYPE_CHECKING

from readiness.conversation import closing
from readiness.conversation.saying import shown_day
from readiness.conversation.state import Pending, State
from readiness.domain.plan import PlannedAction

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue


def question_of(talk: "Dialogue", state: State, pending: Pending) -> str:
    """What is being asked: the question of one step, with what stands so far."""
    if pending.kind == "revisit":
        count = len(closing.open_items(talk, state))
        noun = "question is" if count == 1 else "questions are"
        return talk.say("revisit", count=count, questions=noun)
    if pending.kind in ("settle", "obstacles"):
        return talk.say(f"settle_{pending.kind}")
    if pending.kind == "choose":
        lines = [
            talk.say("settle_choice", number=n, do=planned_of(talk, state, name).action.do)
            for n, name in enumerate(pending.candidates, 1)
        ]
        return "\n".join([talk.say("settle_choose"), *lines])
    if pending.value is not None:
        return talk.say("confirm_value", first=shown_day(pending.value.value))
    planned = planned_of(talk, state, pending.actions[pending.place])
    head = talk.say(
        "settle_head",
        number=pending.place + 1,
        total=len(pending.actions),
        do=planned.action.do,
    )
    asked = _step(talk, planned, pending)
    return asked if pending.kind in ("due", "why") else f"{head}\n{asked}"


def _step(talk: "Dialogue", planned: PlannedAction, pending: Pending) -> str:
    mark = planned.mark
    if pending.kind == "owner":
        return talk.say("settle_owner", owner=planned.owner or talk.say("settle_nobody"))
    if pending.kind == "due":
        due = shown_day(planned.due) if planned.due else talk.say("settle_no_date")
        return talk.say("settle_due", due=due)
    if pending.kind == "cause":
        return talk.say("settle_cause_of" if pending.note else "settle_cause")
    return talk.say("settle_why_people" if "people" in mark.causes else "settle_why")


def planned_of(talk: "Dialogue", state: State, name: str) -> PlannedAction:
    """An action of the plan as it stands, dropped ones too."""
    plan = closing.evaluated(talk, state).plan
    return next(each for each in (*plan.actions, *plan.dropped) if each.action.id == name)
