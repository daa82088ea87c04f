"""Screens that one looks at over another one, and the ways to and from them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

import msgspec
from rich.cells import cell_len
from textual.binding import Binding, BindingType

from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.page import Action, Page
from readiness.tui.wrapping import fit

if TYPE_CHECKING:
    from readiness.assessment.session import Session
    from readiness.domain.review import Sift
    from readiness.tui.app import ReadinessApp

SECONDS = 2.0  # between two looks at what another window may have stored


class Look(msgspec.Struct, frozen=True):
    """How somebody looks over the answers, to look on in the same way later.

    Attributes:
        item: the question to stand on.
        notice: something to say about it.
        notes: whether the list is that of the notes.
    """

    sift: "Sift" = "all"
    item: str | None = None
    notice: str = ""
    notes: bool = False


class Looking(Page):
    """Shows all of an assessment in some way; what is stored meanwhile, here or elsewhere, shows by itself.

    Args:
        session: what to look at.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", show=False),
        Binding("question_mark", "app.help", show=False),
        Binding("n", "notes", show=False),
        Binding("r", "report", show=False),
    ]

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session.reader()
        self._told = False  # that the store could not be read

    def draw(self) -> None:
        """Show the answers as they are now."""
        raise NotImplementedError

    def head(self, place: str, right: str) -> None:
        """Say which assessment this is, and where in it one is."""
        room = self.app.size.width - cell_len(place) - cell_len(right) - 8
        agency = fit(words.shown(self.session.header.agency), max(8, room)).strip()
        self.heading.show(f"{agency} · {place}", right)

    def on_mount(self) -> None:
        """Draw, and look again from time to time."""
        self.draw()
        self.show_keys()
        self.set_interval(SECONDS, self.look_again)

    def on_screen_resume(self) -> None:
        """Somebody was elsewhere and may have answered something."""
        self.look_again()

    def look_again(self) -> None:
        """Take in what was stored meanwhile."""
        try:
            newer = self.session.refresh()
        except ReadinessError as error:
            if not self._told:
                self.notify(str(error), title=words.NOT_NEWEST, timeout=20, markup=False)
            self._told = True
            return
        self._told = False
        if newer:
            self.draw()

    def actions(self) -> Iterator[Action]:
        """What can be done on all of these."""
        yield Action("Notes", "Share, reword or keep private (n)", self.action_notes)
        yield Action("Report", "Write the report and show it (r)", self.action_report)
        yield Action("Back", "Back to where you were (Esc)", self.action_back)

    def action_back(self) -> None:
        """Back to where one was."""
        self.home.pop_screen()

    def action_notes(self) -> None:
        """Look at the notes instead."""
        open_notes(self.home, self.session)

    def action_report(self) -> None:
        """Write the report of what is shown here."""
        self.home.pop_screen()
        self.home.hand_over(self.session)


def open_scores(app: "ReadinessApp", session: "Session") -> None:
    """Show the scores over what is there."""
    from readiness.tui.scores import Scores

    _show(app, Scores(session))


def open_review(app: "ReadinessApp", session: "Session", look: Look | None = None) -> None:
    """Show all answers over what is there."""
    from readiness.tui.review import Review

    _show(app, Review(session, look or Look()))


def open_notes(app: "ReadinessApp", session: "Session", here: str | None = None) -> None:
    """Show all notes over what is there."""
    from readiness.tui.notes import NotesPage

    _show(app, NotesPage(session, here=here))


def is_report(page: object) -> bool:
    """Whether a page is a report."""
    from readiness.tui.report import Report

    return isinstance(page, Report)


def _show(app: "ReadinessApp", page: Looking) -> None:
    if isinstance(app.screen, Looking):
        app.switch_screen(page)
    else:
        app.push_screen(page)


def visit(app: "ReadinessApp", session: "Session", look: Look) -> None:
    """Go from a list of all answers to the question that it stands on; the conversation leads back to it."""
    from readiness.tui.conversation import Conversation

    app.pop_screen()
    below = app.screen
    if isinstance(below, Conversation) and below.talk.session.id == session.id:
        below.visit(look)
    else:
        app.go_on(session.id, look)
