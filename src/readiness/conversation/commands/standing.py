"""Where the conversation stands, and leaving it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import closing, questions
from readiness.conversation.commands.shared import reply
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.state import Reply, Said, State
from readiness.domain.answers import is_open
from readiness.domain.plan import speaks_for_leadership_alone
from readiness.domain.scoring import score_section
from readiness.reports.phrases import BANDS, TOO_LITTLE

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue


def recall(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """What was said about something."""
    wanted = {word.strip("?.,!").lower() for word in (reading.argument or "").split()}
    lines = []
    for item in talk.flow.asked(state.answers).values():
        answer = state.answers.get(item.id)
        words = f"{item.id} {item.topic} {item.ask} {talk.stretch_of(item.id).title}".lower()
        if answer is not None and wanted and all(word in words for word in wanted):
            label = questions.answer_label(item, answer, talk.say)
            line = talk.say("recall_line", topic=item.name, label=label)
            lines.append(f"{line} “{answer.note}”" if answer.note else line)
    if not lines:
        return reply(state, talk.say("recall_none", topic=reading.argument or ""))
    return reply(state, "\n".join([talk.say("recall_head"), *lines]))


def progress(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """How far it is, and how long it may take."""
    asked = talk.flow.asked(state.answers)
    done = sum(not is_open(state.answers.get(item_id)) for item_id in asked)
    if state.item is None:
        return reply(state, talk.say("progress_complete", total=len(asked)))
    stretch = talk.stretch_of(state.item)
    here = [item.id for item in stretch.items if item.id in asked]
    part = talk.say(
        "progress_stretch",
        title=stretch.title,
        done=sum(not is_open(state.answers.get(item_id)) for item_id in here),
        total=len(here),
    )
    left = closing.how_long(talk, state, len(asked) - done)
    words = {"done": done, "total": len(asked), "stretches": part, "minutes": left}
    return reply(state, talk.say("progress", **words))


def summary(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """How each section stands so far."""
    asked = talk.flow.asked(state.answers)
    lines = []
    for section in (s for q in talk.questionnaires for s in q.sections):
        score = score_section(section, asked, state.answers)
        if score.answered and speaks_for_leadership_alone(talk.assessment, section):
            lines.append(talk.say("summary_staff", title=section.title))
        elif score.answered:
            label = BANDS[score.band] if score.band else TOO_LITTLE
            words = {"done": score.answered, "total": score.applicable}
            lines.append(talk.say("summary_score", title=section.title, label=label, **words))
    return reply(state, "\n".join(lines) or talk.say("summary_none"), shows="scores")


def review(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """What is open, marked or unknown."""
    still = closing.open_items(talk, state)
    if not still:
        return reply(state, talk.say("review_none"), shows="review")
    asked = list(talk.flow.asked(state.answers))
    lines = [
        talk.say(
            "review_line",
            number=asked.index(item_id) + 1,
            topic=talk.flow.items[item_id].name,
            state=label,
        )
        for item_id, label in still.items()
    ]
    text = "\n".join([talk.say("review_head", count=len(still)), *lines])
    return reply(state, text, shows="review")


def help_(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """What can be said."""
    return reply(state, talk.say("help"))


def pause(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Stop for now."""
    paused = replace(state, mood="paused")
    return paused, (Said("closing", talk.say("pause", id=talk.assessment_id)),), ()


def finish(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Close, after offering once to go through what is open."""
    closed, said = closing.close(talk, state)
    return closed, said, ()
