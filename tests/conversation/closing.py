"""A conversation on the shipped content that stands at its end."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from readiness import resources
from readiness.conversation.dialogue import Dialogue
from readiness.conversation.phrases import Phrases
from readiness.conversation.state import Marked, Named, Said, State
from readiness.domain.answers import DEFAULT_QUESTIONNAIRES, Answer, Assessment, Missing
from readiness.domain.flow import Flow
from readiness.domain.log import PlanMark
from readiness.loading import Library, shipped_phrases


@cache
def dialogue() -> Dialogue:
    library = Library([resources.questionnaires()])
    flow = Flow(library.questionnaires(DEFAULT_QUESTIONNAIRES), "quick")
    about = Assessment(agency="Riverbend", answers={}, date=date(2026, 11, 21), scope="quick")
    return Dialogue(
        flow,
        Phrases(shipped_phrases()),
        library.glossary,
        sources=library.sources,
        assessment=about,
    )


def answered(option: str = "partly", **other: Answer) -> dict[str, Answer]:
    """An answer to everything of a quick check; `other` by the last part of the id."""
    flow, answers = dialogue().flow, dict[str, Answer]()
    while waiting := [i for i in flow.asked(answers).values() if i.id not in answers]:
        item = waiting[0]
        known = item.scale is not None and option in item.scale.ids
        plain = Answer(option if known else Missing.NOT_APPLICABLE)
        answers[item.id] = other.get(item.id.partition(".")[2], plain)
    return answers


class Closing:
    """A conversation in which everything is answered, and what it stored of the plan."""

    def __init__(
        self,
        answers: Mapping[str, Answer] | None = None,
        marks: Mapping[str, PlanMark] | None = None,
        owners: Mapping[str, str] | None = None,
    ) -> None:
        self.state: State
        self.state, self.said, _ = dialogue().begin(
            answers or answered(), marks=marks, owners=owners
        )
        self.marks: dict[str, PlanMark] = dict(marks or {})
        self.owners: dict[str, str] = dict(owners or {})

    def hear(self, *texts: str) -> str:
        """What is said to the last of some texts."""
        for text in texts:
            self.state, self.said, changes = dialogue().respond(self.state, text)
            self.marks |= {c.action: c.mark for c in changes if isinstance(c, Marked)}
            self.owners |= {c.role: c.name for c in changes if isinstance(c, Named)}
        return all_text(self.said)

    @property
    def kind(self) -> str | None:
        """What is being asked back."""
        return self.state.pending.kind if self.state.pending else None

    @property
    def chosen(self) -> list[str]:
        """The actions that were chosen."""
        return [name for name, mark in self.marks.items() if mark.chosen]


def all_text(said: Iterable[Said]) -> str:
    """Everything that was said."""
    return "\n".join(each.text for each in said)
