"""A conversation that one leaves to look at everything, and that a list of all answers can send to a question."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from readiness.errors import ReadinessError
from readiness.tui import looking, words
from readiness.tui.answering import Answering
from readiness.tui.looking import Look
from readiness.tui.page import Action, Page
from readiness.tui.wrapping import fit

if TYPE_CHECKING:
    from readiness.conversation.state import Said
    from readiness.conversation.talk import Talk

NOTICE = 40  # cells


class Visiting(Page):
    """The part of the conversation screen that knows of review and scores.

    Args:
        talk: the conversation.
        answering: the question and its line.
        draft: what was typed and not sent.
        look: a question to go to first, out of a list of all that one goes back to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "review", show=False),
        Binding("f3", "scores", show=False),
    ]

    def __init__(self, talk: "Talk", answering: Answering, draft: str, look: Look | None) -> None:
        super().__init__()
        self.talk = talk
        self.answering = answering
        self._aside = draft  # what is typed for the question that one will be back at
        self._first = look
        self._visits: Look | None = None
        self._begun = False

    def show_said(self, said: Sequence["Said"]) -> None:
        """Show where the conversation stands after something was said."""
        raise NotImplementedError

    @property
    def visiting(self) -> bool:
        """Whether the question on the screen is a visit from a list of all."""
        return self._visits is not None

    @property
    def back_to(self) -> str:
        """Where a visit leads back to, in words."""
        return words.TO_NOTES if self._visits and self._visits.notes else words.TO_REVIEW

    @property
    def draft(self) -> str:
        """What is typed and not sent."""
        return self.answering.entry.value or (self._aside if self.visiting else "")

    def take_up(self) -> None:
        """Begin with what was typed before, or at a question that one was sent to."""
        self._aside = self._aside or self.talk.draft
        self.answering.entry.value = self._aside
        if self._first is not None:
            self.visit(self._first)

    def on_screen_resume(self) -> None:
        """Take in what was marked or decided on another screen meanwhile."""
        if not self._begun:
            self._begun = True
            return
        try:
            said = self.talk.look_again()
        except ReadinessError as error:
            self.notify(str(error), timeout=20, markup=False)
            return
        if said:
            self.show_said(said)

    def actions(self) -> Iterator[Action]:
        """The ways to look at everything."""
        yield Action("Review all answers", "Every question; change any (^R)", self.action_review)
        yield Action("Scores", "Verdicts, gates, sections, what if (F3)", self.action_scores)
        yield Action("Notes", "Share, reword or keep private", self.action_notes)

    def visit(self, look: Look) -> None:
        """Go to the question that a list of all stands on; once it is dealt with, the list is shown again."""
        if self.talk.in_conflict or look.item is None:
            self.notify(words.CHOOSE_FIRST)
            return
        try:
            said = self.talk.visit(look.item)
        except ReadinessError as error:
            self.notify(str(error), timeout=20, markup=False)
            return
        self._aside, self.answering.entry.value = self.draft, ""
        self._visits = look
        self.show_said(said)

    def follow(self, said: Sequence["Said"]) -> None:
        """Show at length what was only touched on, and go back to a list when its question is dealt with."""
        if self.talk.state.mood != "open":
            return
        if any(each.shows == "review" for each in said):
            self.action_review()
        elif self.visiting and self.talk.state.detour is None and not self.talk.in_conflict:
            recorded = [each.text for each in said if each.kind == "recorded"]
            self.back_to_review(next(iter(recorded), ""))

    def back_to_review(self, notice: str = "") -> None:
        """Show the list again that one came from.

        Args:
            notice: what was recorded.
        """
        look = replace(self._visits or Look(), notice=fit(notice, NOTICE).strip())
        self._end_visit()
        if look.notes:
            looking.open_notes(self.home, self.talk.session, look.item)
        else:
            looking.open_review(self.home, self.talk.session, look)

    def action_notes(self) -> None:
        """Show all that was written in own words."""
        self._end_visit()
        looking.open_notes(self.home, self.talk.session, self.talk.state.item)

    def action_review(self) -> None:
        """Show every question with its answer."""
        self._end_visit()
        look = Look(item=self.talk.state.item)
        looking.open_review(self.home, self.talk.session, look)

    def action_scores(self) -> None:
        """Show verdicts, gates and sections as they are now."""
        looking.open_scores(self.home, self.talk.session)

    def _end_visit(self) -> None:
        """All is again as it was before; what was typed meanwhile waits under the up key."""
        if self._visits is None:
            return
        entry = self.answering.entry
        entry.remember(entry.value.strip())
        self._visits, entry.value = None, self._aside
        if self.talk.state.detour is not None:
            self.show_said(self.talk.turn_back())
        self.show_keys()
