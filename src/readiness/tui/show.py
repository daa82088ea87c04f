"""The window for a projector: the open question and its steps, and nothing else of an assessment."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readiness.conversation.projecting import DONE, Step, steps
from readiness.errors import NotFound, ReadinessError
from readiness.tui import words
from readiness.tui.terminal import watched
from readiness.tui.themes import CONTRAST, DARK, DEFAULTS, LIGHT, first_theme, themes
from readiness.tui.wrapping import wrap

if TYPE_CHECKING:
    from readiness.assessment.following import Follower, Shown

EVERY = 0.5  # seconds between two looks
HINT_STAYS = 20.0  # seconds
WIDEST, BESIDE, AROUND = 76, 12, 8  # cells: of the sheet, beside the steps, and lines around them
HEIGHTS = [(0, "-close"), (24, "-airy")]
COLOURS = (DARK, LIGHT, CONTRAST)


class ShowApp(App[None]):
    """Shows what is being asked, for as long as it is open; it reads, and writes nothing.

    Args:
        follower: tells which question is open.
    """

    TITLE = words.TITLE
    CSS_PATH = Path(__file__).parent / "show.tcss"
    ENABLE_COMMAND_PALETTE = False
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "quit", show=False),
        Binding("c", "colours", show=False),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
    ]

    def __init__(self, follower: "Follower") -> None:
        super().__init__()
        self._follower = follower
        self._seen: Shown | None = None
        self.interrupted = False
        self.failure: BaseException | None = None
        self.about = Static(id="about", markup=False)
        self.question = Static(id="question", markup=False)
        self.steps = Static(id="steps", markup=False)
        self.foot = Static(words.SHOW_KEYS, id="foot", markup=False)
        for theme in themes():
            self.register_theme(theme)
        self.theme = first_theme()

    def get_driver_class(self) -> type[Any]:
        """The usual driver, which ends with its terminal."""
        return watched(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The variables of our own, for themes that do not set them."""
        return DEFAULTS

    def compose(self) -> ComposeResult:
        """The question in the middle, with room around it."""
        with VerticalScroll(id="sheet"):
            yield self.about
            yield self.question
            yield self.steps
        yield self.foot

    def on_mount(self) -> None:
        """Look now, and then again and again."""
        self.look()
        self.set_interval(EVERY, self.look)
        self.set_timer(HINT_STAYS, lambda: self._say(""))

    def look(self) -> None:
        """Show the question that is open now."""
        try:
            shown = self._follower.look()
        except NotFound:
            self._say(words.SHOW_GONE)
            return
        except ReadinessError:
            self._say(words.SHOW_WAITS)
            return
        if self.foot.content in (words.SHOW_GONE, words.SHOW_WAITS):
            self._say("")
        if shown != self._seen:
            self._seen = shown
            self._draw(shown)

    def action_colours(self) -> None:
        """The next of the three sets of colours."""
        self.theme = COLOURS[(COLOURS.index(self.theme) + 1) % len(COLOURS)]

    def action_interrupt(self) -> None:
        """Leave at once, as Ctrl+C does everywhere else."""
        self.interrupted = True
        self.exit()

    def on_resize(self) -> None:
        """Set the steps anew, with as much air as there is room for."""
        if self._seen is not None:
            self._draw(self._seen)

    def _draw(self, shown: "Shown") -> None:
        item = shown.item
        question = words.shown(item.ask if item else DONE)
        self.about.update(words.shown(shown.about if item else shown.agency))
        self.question.update(question)
        width = min(WIDEST, self.size.width) - BESIDE
        room = self.size.height - AROUND - len(wrap(question, width))
        found = steps(item) if item else ()
        drawn = next((d for d in _densities(found) if _height(d, width) <= room), None)
        self.steps.update(drawn or _densities(found)[-1])
        self.query_one("#sheet").scroll_home(animate=False)

    def _say(self, text: str) -> None:
        self.foot.update(text)

    def _fatal_error(self) -> None:
        """Nobody is shown a traceback: whoever started the app gets the fault, and tells it in one line."""
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)


def follow(follower: "Follower") -> None:
    """Show each question as it is asked, until the window is closed.

    Raises:
        KeyboardInterrupt: the person pressed Ctrl+C.
    """
    app = ShowApp(follower)
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.interrupted:
        raise KeyboardInterrupt


def _densities(found: tuple[Step, ...]) -> list[Content]:
    """The steps with much air between them, with some, and with none."""
    below, beside = [_drawn(step, "\n") for step in found], [_drawn(step, "  ") for step in found]
    return [
        Content("\n\n").join(below),
        Content("\n\n").join(beside),
        Content("\n").join(beside),
    ]


def _drawn(step: Step, gap: str) -> Content:
    label = Content.styled(words.shown(step.label), "bold")
    return Content.assemble(label, gap, words.shown(step.anchor)) if step.anchor else label


def _height(content: Content, width: int) -> int:
    return len(wrap(content.plain, width))
