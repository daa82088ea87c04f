"""The app: the screens, the ways between them, and what holds on all of them."""

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from readiness.errors import ReadinessError
from readiness.tui import words
from readiness.tui.handing import Handing
from readiness.tui.page import Page
from readiness.tui.remembering import House
from readiness.tui.terminal import watched
from readiness.tui.themes import CONTRAST, DARK, DEFAULTS, LIGHT, first_theme, themes

if TYPE_CHECKING:
    from readiness.assessment.session import Session
    from readiness.conversation.opening import Opening
    from readiness.tui.looking import Look

HERE = Path(__file__).parent


class ReadinessApp(Handing):
    """The terminal UI.

    Args:
        house: what the screens need.
        session: an assessment to go on with at once.
        opening: an assessment to begin at once.
    """

    TITLE = words.TITLE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("f1", "help", show=False),
    ]

    def __init__(
        self, house: House, session: "Session | None" = None, opening: "Opening | None" = None
    ) -> None:
        # Textual reads the stylesheets of later screens by itself, but not that of the first.
        first = "conversation" if session else "home"
        super().__init__(house, css_path=[HERE / "app.tcss", HERE / f"{first}.tcss"])
        self.interrupted = False
        self.failure: BaseException | None = None
        self._first_session = session
        self._opening = opening
        self._last_id = session.id if session else ""
        for theme in themes():
            self.register_theme(theme)
        # Without telling anybody: nothing is drawn yet that would have to be drawn anew.
        self.set_reactive(App.theme, first_theme())
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Any]:
        """The usual driver, which ends with its terminal."""
        return watched(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The variables of our own, for themes that do not set them."""
        return DEFAULTS

    def get_default_screen(self) -> Screen[Any]:
        """Straight to the conversation where one was named, else home."""
        session = self._first_session
        screen = self._home("") if session is None else self._conversation(session)
        # Textual expects one on every screen that is switched away from, and puts none on the first.
        screen._push_result_callback(self, None)
        screen.expect(self.size)
        return screen

    def on_ready(self) -> None:
        """The first screen is there: from now on there is time to tidy up (see `run`)."""
        gc.freeze()
        gc.enable()

    def on_mount(self) -> None:
        """Begin at once where that was asked for."""
        if self.settings_fault:
            self.tell(words.SETTINGS_FAULT, self.settings_fault)
        if self._opening is not None:
            self.begin_new(self._opening)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Everything that can be done: first on this screen, then everywhere."""
        actions = getattr(screen, "actions", None)
        for action in actions() if actions else ():
            yield SystemCommand(action.title, action.help, action.run)
        yield SystemCommand("Settings", "Facilitator mode, lines at the end", self.action_settings)
        turn = "off" if self.settings.facilitator else "on"
        yield SystemCommand(
            f"Facilitator mode {turn}", "For leading a room", self._turn_facilitator
        )
        yield SystemCommand("Help", "What can be typed, and the keys (F1)", self.action_help)
        for title, name in (("Dark", DARK), ("Light", LIGHT), ("High contrast", CONTRAST)):
            yield SystemCommand(title, "Colors of the screen", lambda n=name: self._colours(n))
        yield SystemCommand("Leave", "Everything is kept (^Q)", self.action_quit)

    # The ways between the screens

    def go_home(self, notice: str = "") -> None:
        """Show all assessments."""
        self._keep_draft()
        self.switch_screen(self._home(notice))

    def go_on(self, assessment_id: str, look: "Look | None" = None) -> None:
        """Go on with an assessment; at the question that a list of all stands on, where one is given."""
        self._keep_draft()
        session = self._opened(assessment_id)
        if session is not None:
            self._last_id = session.id
            self.switch_screen(self._conversation(session, look))

    def look_at(self, assessment_id: str, opens: "Callable[[ReadinessApp, Session], None]") -> None:
        """Look at an assessment without going on with it."""
        session = self._opened(assessment_id)
        if session is not None:
            self._last_id = session.id
            opens(self, session)

    def begin_new(self, opening: "Opening | None" = None) -> None:
        """Ask what has to be known before an assessment begins, and begin it."""
        from readiness.conversation.opening import Opening

        known = opening or Opening()
        if not known.missing:
            self._begin(known)
            return
        from readiness.tui.new import New

        self.push_screen(New(known), self._begin)

    def report_on(self, assessment_id: str) -> None:
        """Write the report of an assessment, and show it."""
        session = self._opened(assessment_id)
        if session is not None:
            self._last_id = session.id
            self.hand_over(session)

    def action_settings(self) -> None:
        """Show the settings."""
        from readiness.tui.preferences import Preferences

        if not isinstance(self.screen, Preferences):
            self.push_screen(Preferences())

    def draw_anew(self) -> None:
        """After a change of settings or sections: the conversation that is shown, if one is, begins again."""
        talk = getattr(self.screen, "talk", None)
        if talk is not None:
            self.go_on(talk.session.id)

    def action_help(self) -> None:
        """Show the help."""
        from readiness.tui.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help())

    # Leaving

    def action_interrupt(self) -> None:
        """Leave at once, as Ctrl+C does everywhere else."""
        self._keep_draft()
        self.interrupted = True
        self.exit()

    async def action_quit(self) -> None:
        """Leave; everything is kept."""
        self._keep_draft()
        from rich.text import Text

        left = words.LEFT.format(id=self._last_id)
        # Not broken into lines, so that the command can be copied.
        message = Text(left, no_wrap=True, overflow="ignore") if self._last_id else None
        self.exit(message=message)

    def _fatal_error(self) -> None:
        """Nobody is shown a traceback: whoever started the app gets the fault, and tells it in one line."""
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def panic(self, *renderables: Any) -> None:
        """As `_fatal_error`: for faults that know how to draw themselves."""
        del renderables
        self._close_messages_no_wait()

    # Parts

    def _home(self, notice: str) -> Page:
        from readiness.tui.home import Home

        return Home(notice, self._last_id)

    def _conversation(self, session: "Session", look: "Look | None" = None) -> Page:
        from readiness.conversation.talk import Talk

        talk, draft = (
            Talk(session, closings=self.settings.closings),
            self._drafts.pop(session.id, ""),
        )
        if self.settings.facilitator:
            from readiness.tui.facilitated import Facilitated

            return Facilitated(talk, draft, look)
        from readiness.tui.conversation import Conversation

        return Conversation(talk, draft, look)

    def _opened(self, assessment_id: str) -> "Session | None":
        from readiness.assessment import open_session

        try:
            return open_session(self.house.store, self.house.library, assessment_id)
        except ReadinessError as error:
            self.tell("This could not be opened", str(error))
            return None

    def _begin(self, opening: "Opening | None") -> None:
        if opening is None:
            return
        from readiness.assessment import start
        from readiness.domain.answers import Respondent

        try:
            session = start(
                self.house.store,
                self.house.library,
                self.house.clock,
                agency=opening.agency,
                round_name=opening.round,
                scope=opening.scope or "full",
                respondent=Respondent(opening.name, opening.role),
                questionnaires=opening.questionnaires,
            )
        except ReadinessError as error:
            self.tell("This could not be begun", str(error))
            return
        self._last_id = session.id
        self.switch_screen(self._conversation(session))

    def _colours(self, name: str) -> None:
        self.theme = name

    def _turn_facilitator(self) -> None:
        self.change_settings(facilitator=not self.settings.facilitator)
        self.draw_anew()


__all__ = ["House", "ReadinessApp"]
