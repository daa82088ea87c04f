"""Writing a report beside the screen, and showing it."""

from typing import TYPE_CHECKING, Any

import msgspec
from textual.screen import Screen

from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.page import Page
from readiness.tui.remembering import Remembering

if TYPE_CHECKING:
    from readiness.assessment.handover import Handed
    from readiness.assessment.session import Session


class Order(msgspec.Struct, frozen=True):
    """A report to write.

    Attributes:
        instead: an earlier one that this takes the place of, unless somebody edited it.
        exports: whether it is wanted somewhere else too.
    """

    session: "Session"
    instead: "Handed | None" = None
    exports: bool = False


class Handing(Remembering):
    """An app that writes reports."""

    def go_home(self, notice: str = "") -> None:
        """Show all assessments."""
        raise NotImplementedError

    def hand_over(self, session: "Session") -> None:
        """Write a report, then show it; first what it would carry that nobody has decided on."""
        from readiness.assessment.notes import Notes

        try:
            unseen = Notes(session).unseen
        except ReadinessError as error:
            self._not_written(str(error))
            return
        if not unseen:
            self.write(Order(session))
            return
        from readiness.tui.notes import Before, NotesPage

        names = tuple(each.item.id for each in unseen)
        self.push_screen(NotesPage(session, Before(names, lambda: self.write(Order(session)))))

    def write(self, order: Order) -> None:
        """Write a report beside the screen, then show it."""
        asked_on = self.screen
        if isinstance(asked_on, Page):
            asked_on.heading.show(asked_on.heading.left, words.WRITING)
        self.run_worker(lambda: self._write(order, asked_on), thread=True, exclusive=True)

    def _write(self, order: Order, asked_on: Screen[Any]) -> None:
        """Runs beside the screen."""
        from readiness.assessment.handover import in_place_of

        try:
            handed = self.house.hand_over(order.session)
            if order.instead is not None:
                handed = in_place_of(order.instead, handed)
        except ReadinessError as error:
            self.call_from_thread(self._not_written, str(error))
        else:
            self.call_from_thread(self._show_report, order, handed, asked_on)

    def _show_report(self, order: Order, handed: "Handed", asked_on: Screen[Any]) -> None:
        """Only to somebody who is still waiting for it: nothing that was typed meanwhile is taken away."""
        if self.screen is not asked_on:
            self.notify(handed.sentence, timeout=20, markup=False)
            return
        from readiness.tui.report import Report

        if order.instead is not None and order.instead.path != handed.path:
            self.notify(words.BOTH_STAY.format(path=order.instead.path), timeout=20, markup=False)
        self._keep_draft()
        self.switch_screen(Report(order.session, handed, exports=order.exports))

    def _not_written(self, problem: str) -> None:
        self.go_home(words.NOT_WRITTEN.format(problem=problem))
