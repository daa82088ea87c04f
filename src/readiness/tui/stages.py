"""How far a conversation is, section by section."""

from typing import TYPE_CHECKING

from readiness.domain.answers import is_open
from readiness.tui.sections import Stage

if TYPE_CHECKING:
    from readiness.conversation.talk import Talk


def stages(talk: "Talk") -> list[Stage]:
    """Every section in which something is asked, in the order of asking."""
    asked, answers = talk.session.asked(), talk.session.answers
    here = talk.dialogue.stretch_of(talk.state.item).id if talk.state.item else None
    found = []
    for stretch in talk.session.flow.stretches:
        items = [item.id for item in stretch.items if item.id in asked]
        if items:
            number = stretch.section.number if stretch.section else None
            title = f"{number} {stretch.short}" if number else stretch.short
            done = sum(not is_open(answers.get(item)) for item in items)
            found.append(Stage(title, done, len(items), stretch.id == here))
    return found
