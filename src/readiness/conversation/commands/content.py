"""Questions about the content: answered from what is shipped, or not at all."""

from typing import TYPE_CHECKING

from readiness.conversation import questions
from readiness.conversation.commands.shared import cited, current, reply
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.state import Reply, State
from readiness.domain.questionnaire import Item

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue


def why(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """Why the open question is asked, and where it is from."""
    item = current(talk, state)
    if item is None:
        return reply(
            state, talk.say("progress_complete", total=len(talk.flow.asked(state.answers)))
        )
    section = next(
        (s for q in talk.questionnaires for s in q.sections if s.id == item.section), None
    )
    why = item.why or (section.why if section else "") or talk.say("why_none", section=item.section)
    key = "why_derived" if item.derived else "why_source"
    source = talk.say(key, source=talk.source_of(item.source[:1]))
    return reply(state, f"{why} {source}")


def example(talk: "Dialogue", state: State, _: Interpretation) -> Reply:
    """What each option can look like here."""
    item = current(talk, state)
    if item is None or not item.anchors or item.scale is None:
        return reply(state, talk.say("example_none"))
    lines = [
        talk.say("example_line", label=option.label, anchor=item.anchors[option.id])
        for option in item.scale.options
        if option.id in item.anchors
    ]
    return reply(state, "\n".join([talk.say("example_head"), *lines]))


def meaning(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """What one option means for the open question; else what the word means."""
    item = current(talk, state)
    option = named_option(item, reading.argument or "")
    if item is None or item.scale is None or option is None:
        return define(talk, state, reading)
    return reply(state, meant_by(talk, item, option))


def meant_by(talk: "Dialogue", item: Item, option: str) -> str:
    """What one option of an item looks like, or between which others it stands; empty for one that is no step."""
    if item.scale is None or option not in item.scale.ids:
        return ""
    here = item.scale.option(option)
    if option in item.anchors:
        return talk.say("example_line", label=here.label, anchor=item.anchors[option])
    rank, labels = item.scale.rank(option), questions.labels(item, item.scale.ids, talk.say)
    if 0 < rank < len(labels) - 1:
        words = {"label": here.label, "lower": labels[rank - 1], "higher": labels[rank + 1]}
        return talk.say("meaning_none", **words)
    end = "lowest" if rank == 0 else "highest"
    return talk.say("meaning_edge", label=here.label, end=end)


def define(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """What a word means, from the glossary."""
    wanted = reading.argument or ""
    term = talk.search.term(wanted)
    if term is None:
        return ask(talk, state, reading)
    return reply(state, f"{term.term}: {term.means}{cited(talk, term.source)}")


def ask(talk: "Dialogue", state: State, reading: Interpretation) -> Reply:
    """The passage of the content that fits a question best."""
    found = talk.search.find(reading.argument or "")
    if found is None:
        key = "define_none" if reading.command == "define" else "search_none"
        return reply(state, talk.say(key, term=reading.argument or ""))
    return reply(state, found.text + cited(talk, found.source))


def named_option(item: Item | None, words: str) -> str | None:
    """The option of an item that words name exactly."""
    if item is None or item.scale is None:
        return None
    wanted = words.strip().strip("?\"“”'").lower()
    for option in item.scale.options:
        if wanted in (option.id, option.label.lower()):
            return option.id
    return None
