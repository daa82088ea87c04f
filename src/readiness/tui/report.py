"""The report, as it was written, to read it where one is."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Markdown, Static

from readiness.assessment.notes import Notes
from readiness.domain.sharing import marks_of
from readiness.errors import ReadinessError
from readiness.tui import deciding, exporting, looking, words
from readiness.tui.chrome import Keys
from readiness.tui.handing import Order
from readiness.tui.notes import Before, NotesPage
from readiness.tui.page import Action, Page

if TYPE_CHECKING:
    from readiness.assessment.handover import Handed
    from readiness.assessment.session import Session

LONG = 30  # lines of Markdown, after which a list is cut
AHEAD = 1  # how many windows ahead parts are made


class Report(Page):
    """Shows a report, and says where it is.

    Args:
        session: what it is about.
        handed: the report.
        exports: whether to ask at once where else it is wanted.
    """

    CSS_PATH = "report.tcss"
    AUTO_FOCUS = "#sheet"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("g", "go_on", show=False),
        Binding("n", "notes", show=False),
        Binding("e", "export", show=False),
        Binding("r", "anew", show=False),
        Binding("p,f4", "plan", show=False),
        Binding("c,f5", "checklist", show=False),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, session: "Session", handed: "Handed", *, exports: bool = False) -> None:
        super().__init__()
        self.session = session
        self.handed = handed
        self.sheet = VerticalScroll(id="sheet")
        self._rest = parts(handed.text)
        self._decided = self._now_decided()
        self._carried = self._now_carried()
        self._exports = exports
        self._looked = exports  # whether what is pointed out was looked at

    def compose(self) -> ComposeResult:
        """Where it is, and the report itself."""
        yield self.heading
        yield Static(self.handed.sentence, id="where", markup=False)
        yield self.sheet
        yield self.key_line

    def on_mount(self) -> None:
        """Show the first part at once; each further one comes when one reads near it."""
        header = self.session.header
        self.heading.show(f"{header.agency} · {header.round}", "report")
        self.show_keys()
        self._fill()
        self.watch(self.sheet, "scroll_y", self._on_scrolled, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """A larger window may show more."""
        del event
        self._on_scrolled()

    def keys(self) -> Keys:
        """How to move about."""
        return (
            ("↑ ↓", "read"),
            ("n", "notes"),
            ("e", "export"),
            ("g", "go on"),
            ("p", "plan"),
            ("Esc", "home"),
            ("c", "checklist"),
            ("^P", "everything"),
        )

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        yield Action("Go on with the questions", "Change or add answers (g)", self.action_go_on)
        yield Action("Notes", "What it carries of them; reword (n)", self.action_notes)
        yield Action("Export …", "Put it into a folder or a file of yours (e)", self.action_export)
        yield Action("Write it anew", "With what was decided since (r)", self.action_anew)
        yield Action("Plan", "Make the plan your own (p)", self.action_plan)
        yield Action("Checklist", "What to tick off (c)", self.action_checklist)
        yield Action("Home", "All assessments (Esc)", self.action_leave)

    def action_go_on(self) -> None:
        """Back to the questions."""
        self.home.go_on(self.session.id)

    def action_plan(self) -> None:
        """Make the plan one's own."""
        deciding.open_plan(self.home, self.session)

    def action_checklist(self) -> None:
        """What to tick off."""
        deciding.open_checklist(self.home, self.session)

    def on_screen_resume(self) -> None:
        """Write it anew where notes were changed; say so where something else was decided meanwhile."""
        try:
            self.session.refresh()
        except ReadinessError as error:
            self.notify(str(error), title=words.NOT_NEWEST, timeout=20, markup=False)
        exports, self._exports = self._exports, False
        if self._carried != self._now_carried():
            self._carried = self._now_carried()
            self.home.write(Order(self.session, self.handed, exports))
            return
        if self._now_decided() != self._decided:
            self.query_one("#where", Static).update(words.CHANGED)
        if exports:
            exporting.ask_where(self.home, self.session, self.handed)

    def action_notes(self) -> None:
        """Look at the notes; what is changed there is in the report afterwards."""
        looking.open_notes(self.home, self.session)

    def action_export(self) -> None:
        """Put it where somebody wants it; first what it carries that should be looked at."""
        pointed = [n for n in Notes(self.session).all if n.carried and n.concerns]
        if not pointed or self._looked:
            exporting.ask_where(self.home, self.session, self.handed)
            return
        names = tuple(each.item.id for each in pointed)
        self.home.push_screen(NotesPage(self.session, Before(names, self._go_on_exporting)))

    def _now_decided(self) -> object:
        """What a report goes by, to tell whether it has changed."""
        return (self.session.answers, self.session.marks, self.session.owners)

    def _now_carried(self) -> dict[str, str]:
        """What a report carries of the notes, by item."""
        return marks_of([each for each in Notes(self.session).all if each.carried])

    def _go_on_exporting(self) -> None:
        self._exports = self._looked = True

    def action_anew(self) -> None:
        """Write the report once more; the one that is there stays."""
        self.home.write(Order(self.session))

    def action_leave(self) -> None:
        """Back to all assessments."""
        self.home.go_home()

    def _on_scrolled(self) -> None:
        if self._rest and self._near_end:
            self._fill()

    @property
    def _near_end(self) -> bool:
        return self.sheet.max_scroll_y - self.sheet.scroll_y < AHEAD * self.sheet.size.height

    @work(exclusive=True)
    async def _fill(self) -> None:
        while self._rest and self._near_end:
            await self.sheet.mount(Markdown(self._rest.pop(0), open_links=False))
            drawn = asyncio.Event()
            self.call_after_refresh(drawn.set)
            await drawn.wait()


def parts(text: str) -> list[str]:
    """A report cut into parts of about a screen or two: before headings, and in long lists before an entry.

    A long report makes thousands of small widgets; only those are made that somebody reads.
    """
    found: list[list[str]] = [[]]
    before = ""
    for line in text.splitlines(keepends=True):
        heading = line.startswith(("## ", "### "))
        entry = len(found[-1]) > LONG and not before.strip() and line[:1] not in (" ", "\n")
        if (heading or entry) and not _only_headings(found[-1]):
            found.append([])
        found[-1].append(line)
        before = line
    return ["".join(lines) for lines in found if lines]


def _only_headings(lines: list[str]) -> bool:
    return all(line.startswith("#") or not line.strip() for line in lines)
