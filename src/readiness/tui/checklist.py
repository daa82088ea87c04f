"""The onboarding checklist that applies, by phase, to tick off."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.assessment.planning import Planning
from readiness.errors import ReadinessError
from readiness.reports.planning import phases
from readiness.tui import deciding, words
from readiness.tui.chrome import Keys
from readiness.tui.page import Action, Page
from readiness.tui.wrapping import wrap

if TYPE_CHECKING:
    from textual import events

    from readiness.assessment.session import Session
    from readiness.reports.view import EntryRow, PhaseRows

WIDEST = 92
MARGIN = 6  # cells around a line


class Checklist(Page):
    """Shows what there is to do for a new colleague. A tick is stored before it shows.

    Args:
        session: whose checklist it is.
    """

    CSS_PATH = "checklist.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5", "leave", show=False),
        Binding("space", "tick", show=False),
        Binding("right", "phase(1)", show=False),
        Binding("left", "phase(-1)", show=False),
        Binding("p,f4", "plan", show=False),
        Binding("r", "report", show=False),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self.planning = Planning(session)
        self.list = OptionList(markup=False)
        self.text = Static(words.NO_CHECKLIST, id="checklist-empty", markup=False)
        self._entries: dict[str, EntryRow] = {}

    def compose(self) -> ComposeResult:
        """One list."""
        yield self.heading
        yield self.text
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Show the checklist as it stands."""
        try:
            self.session.refresh_marks()
        except ReadinessError as error:
            self.notify(str(error), timeout=20, markup=False)
        self._fill()
        self.show_keys()

    def keys(self) -> Keys:
        """How to tick off, and how to move about."""
        return (
            *(("Space", "tick"), ("↑ ↓", "move"), ("← →", "phase"), ("p", "plan")),
            *(("r", "report"), ("Esc", "back"), ("^P", "everything")),
        )

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        yield Action("Tick", "Tick this off, or take the tick away (Space)", self.action_tick)
        yield Action("Next phase", "On to the next part (→)", lambda: self.action_phase(1))
        yield Action("Phase before", "Back to the part before (←)", lambda: self.action_phase(-1))
        yield Action("Plan", "This week, next 30 days, later (p)", self.action_plan)
        yield Action("Report", "Write the report and show it (r)", self.action_report)
        yield Action("Back", "Back to where you were (Esc)", self.action_leave)

    @property
    def chosen(self) -> "EntryRow | None":
        """The entry that the list stands on."""
        option = self.list.highlighted_option
        return self._entries.get(option.id or "") if option else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.action_tick()

    def on_resize(self, event: "events.Resize") -> None:
        """Set the lines to the new width."""
        del event
        self._fill()

    def action_tick(self) -> None:
        """Tick an entry, or take the tick away; a question to ask has no box."""
        here = self.chosen
        if here is None or not here.box:
            return
        try:
            self.planning.tick(here.id)
        except ReadinessError as error:
            self.notify(str(error), title=words.NOT_KEPT, timeout=20, markup=False)
        self._fill()

    def action_phase(self, by: int) -> None:
        """To the first entry of the next phase, or of the one before."""
        firsts = [self.list.get_option_index(p.entries[0].id) for p in self._phases()]
        at = self.list.highlighted or 0
        there = [n for n in firsts if (n > at if by > 0 else n < at)]
        if there:
            self.list.highlighted = there[0] if by > 0 else there[-1]
            self.list.scroll_to_highlight(top=True)
            self.list.scroll_relative(y=-1, animate=False, immediate=True)  # its title too

    def action_plan(self) -> None:
        """Go to the plan."""
        deciding.open_plan(self.home, self.session)

    def action_report(self) -> None:
        """Write the report, with what was ticked here."""
        self.home.pop_screen()
        self.home.hand_over(self.session)

    def action_leave(self) -> None:
        """Back to where one was."""
        self.home.pop_screen()

    def _phases(self) -> "tuple[PhaseRows, ...]":
        return phases(self.session.evaluation().checklist, self.session.marks)

    def _fill(self) -> None:
        found = self._phases()
        here, top = self.list.highlighted, self.list.scroll_offset.y
        self._entries = {entry.id: entry for phase in found for entry in phase.entries}
        self.list.clear_options()
        self.list.add_options(_options(found, min(WIDEST, self.app.size.width - MARGIN)))
        if here is not None:
            self.list.highlighted = here
            self.list.scroll_to(y=top, animate=False)
        elif self._entries:
            self.list.highlighted = self.list.get_option_index(next(iter(self._entries)))
        self.list.display, self.text.display = bool(self._entries), not self._entries
        boxes = [entry for entry in self._entries.values() if entry.box]
        done = sum(entry.done for entry in boxes)
        far = words.TICKED.format(done=done, total=len(boxes))
        self.heading.show(f"{self.session.header.agency} · checklist", far)


def _options(found: "tuple[PhaseRows, ...]", width: int) -> Iterator[Option]:
    for number, phase in enumerate(found):
        gap = "\n" if number else ""
        done = sum(entry.done for entry in phase.entries)
        total = sum(entry.box for entry in phase.entries)
        count = words.FAR.format(done=done, total=total)
        title = Content.assemble(gap, (phase.title, "bold"), (f"  {count}", "$said-older"))
        yield Option(title, disabled=True)
        for entry in phase.entries:
            yield Option(_row(entry, width), id=entry.id)


def _row(entry: "EntryRow", width: int) -> Content:
    sign = ("[x] " if entry.done else "[ ] ") if entry.box else " ·  "
    margin = "  " * entry.depth
    lines = wrap(words.shown(f"{entry.text} {entry.note}"), width - len(margin) - len(sign))
    hanging = f"\n{margin}{' ' * len(sign)}"
    return Content.styled(f"{margin}{sign}{hanging.join(lines)}", _style(entry))


def _style(entry: "EntryRow") -> str:
    return "$said-oldest" if entry.done else "" if entry.box else "$said-older"
