"""Home: the assessments on this computer, and the ways into them."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from readiness.errors import ReadinessError
from readiness.tui import deciding, looking, words
from readiness.tui.chrome import Keys
from readiness.tui.moments import when
from readiness.tui.page import Action, Page
from readiness.tui.wrapping import fit

if TYPE_CHECKING:
    from readiness.assessment.session import Progress
    from readiness.store import Summary

FAR, WHEN, BETWEEN = 12, 18, 10  # cells of the columns beside the names, and between all of them
ROUND, WIDEST_ROUND = 14, 28
LEAST_NAME, WIDEST_NAME = 16, 60


class Home(Page):
    """The list, last touched first; or, where there is none yet, what this is and how to begin.

    Args:
        notice: something to say above the list.
        chosen: the id of the assessment to stand on.
    """

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("r", "report", show=False),
        Binding("v,ctrl+r", "review", show=False),
        Binding("s,f3", "scores", show=False),
        Binding("p,f4", "plan", show=False),
        Binding("c,f5", "checklist", show=False),
        Binding("a", "another_round", show=False),
        Binding("i", "import", show=False),
        Binding("x,delete", "delete", show=False),
        Binding("comma", "app.settings", show=False),
        Binding("q", "app.quit", show=False),
        Binding("question_mark", "app.help", show=False),
    ]

    class Counted(Message):
        """How far one of the assessments is."""

        def __init__(self, assessment_id: str, far: str) -> None:
            super().__init__()
            self.assessment_id = assessment_id
            self.far = far

    def __init__(self, notice: str = "", chosen: str = "") -> None:
        super().__init__()
        self._notice = notice
        self._chosen = chosen
        self._summaries: tuple[Summary, ...] = ()
        self._far: dict[str, str] = {}
        self.list = OptionList(markup=False)
        self.text = Static(id="about", markup=False)

    def compose(self) -> ComposeResult:
        """A text above the list, and the list."""
        yield self.heading
        yield self.text
        yield self.list
        yield Static(words.STAYS, id="stays", markup=False)
        yield self.key_line

    def on_mount(self) -> None:
        """Read the list; how far each is comes after it is on the screen."""
        try:
            self._summaries = self.home.house.store.list()
        except ReadinessError as error:
            self.text.update(str(error))
            self.list.display = False
            self.show_keys()
            return
        self._far = {s.header.id: f"{s.answered} answered" for s in self._summaries}
        self._far |= self.home.known_progress(self._summaries)
        self._fill()
        unknown = [s for s in self._summaries if not self.home.known_progress([s])]
        if unknown:
            self.run_worker(lambda: self._count(unknown), thread=True, exclusive=True)

    def keys(self) -> Keys:
        """What can be done with the list."""
        always = ((",", "settings"), ("q", "leave"), ("F1", "help"), ("^P", "everything"))
        if not self._summaries:
            return (("n", "new"), ("i", "import"), *always)
        return (
            ("Enter", "go on"),
            ("n", "new"),
            ("r", "report"),
            ("v", "review"),
            ("s", "scores"),
            ("p", "plan"),
            ("c", "checklist"),
            ("a", "next round"),
            ("i", "import"),
            ("x", "delete"),
            *always,
        )

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        if self._summaries:
            yield Action("Go on", "Go on with this assessment (Enter)", self.action_go_on)
            yield Action("Report", "Write this report and show it (r)", self.action_report)
            yield Action("Review", "Every question with its answer (v)", self.action_review)
            yield Action("Scores", "Verdicts, gates and sections (s)", self.action_scores)
            yield Action("Plan", "This week, next 30 days, later (p)", self.action_plan)
            yield Action("Checklist", "What to tick off (c)", self.action_checklist)
            yield Action(
                "Another round",
                "The next round of the same agency (a)",
                self.action_another_round,
            )
            yield Action("Delete …", "Remove this assessment for good (x)", self.action_delete)
        yield Action("New", "Begin an assessment (n)", self.action_new)
        yield Action("Import …", "Take in an answers file (i)", self.action_import)

    @property
    def chosen(self) -> "Summary | None":
        """The assessment that the list stands on."""
        at = self.list.highlighted
        return self._summaries[at] if at is not None and at < len(self._summaries) else None

    def action_go_on(self) -> None:
        """Go on with the assessment that the list stands on."""
        if self.chosen is not None:
            self.home.go_on(self.chosen.header.id)

    def action_new(self) -> None:
        """Begin an assessment."""
        self.home.begin_new()

    def action_report(self) -> None:
        """Write the report of the assessment that the list stands on, and show it."""
        if self.chosen is not None:
            self.home.report_on(self.chosen.header.id)

    def action_review(self) -> None:
        """Show the answers of the assessment that the list stands on."""
        if self.chosen is not None:
            self.home.look_at(self.chosen.header.id, looking.open_review)

    def action_scores(self) -> None:
        """Show the scores of the assessment that the list stands on."""
        if self.chosen is not None:
            self.home.look_at(self.chosen.header.id, looking.open_scores)

    def action_plan(self) -> None:
        """The plan of the assessment that the list stands on."""
        if self.chosen is not None:
            self.home.look_at(self.chosen.header.id, deciding.open_plan)

    def action_checklist(self) -> None:
        """The checklist of the assessment that the list stands on."""
        if self.chosen is not None:
            self.home.look_at(self.chosen.header.id, deciding.open_checklist)

    def action_another_round(self) -> None:
        """Begin another round of the agency that the list stands on."""
        from readiness.tui import managing

        if self.chosen is not None:
            managing.another_round(self.home, self.chosen, self._summaries)

    def action_import(self) -> None:
        """Take in an answers file."""
        from readiness.tui import managing

        managing.import_file(self.home)

    def action_delete(self) -> None:
        """Delete the assessment that the list stands on, once its name was typed."""
        from readiness.tui import managing

        if self.chosen is not None:
            managing.delete(self.home, self.chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.home.go_on(self._summaries[event.option_index].header.id)

    def on_home_counted(self, event: Counted) -> None:
        """Now it is known how far one is."""
        self._far[event.assessment_id] = event.far
        for place, summary in enumerate(self._summaries):
            if summary.header.id == event.assessment_id:
                self.list.replace_option_prompt_at_index(place, self._row(summary))

    def on_resize(self, event: events.Resize) -> None:
        """Set the columns to the new width."""
        del event
        for place, summary in enumerate(self._summaries):
            self.list.replace_option_prompt_at_index(place, self._row(summary))

    def _fill(self) -> None:
        self.list.display = bool(self._summaries)
        empty = f"{words.ABOUT}\n\n{words.EMPTY}"
        self.text.update(self._notice if self._summaries else empty)
        self.text.display = bool(self._notice) or not self._summaries
        self.list.add_options([Option(self._row(summary)) for summary in self._summaries])
        if self._summaries:
            ids = [summary.header.id for summary in self._summaries]
            self.list.highlighted = ids.index(self._chosen) if self._chosen in ids else 0
        self.show_keys()

    def _row(self, summary: "Summary") -> Content:
        header = summary.header
        room = self.app.size.width - FAR - WHEN - BETWEEN
        round_ = max(ROUND, min(WIDEST_ROUND, room // 4))
        name = max(LEAST_NAME, min(WIDEST_NAME, room - round_))
        touched = when(summary.touched, self._now())
        beside = (
            f"{fit(words.shown(header.round), round_)}  {fit(self._far[header.id], FAR)}"
            f"  {fit(touched, WHEN)}"
        )
        return Content.assemble(fit(words.shown(header.agency), name), "  ", beside)

    def _now(self) -> datetime:
        return self.home.house.clock()

    def _count(self, summaries: "list[Summary]") -> None:
        """Runs beside the screen, and tells it what it found."""
        from readiness.assessment import open_session

        house, worker = self.home.house, get_current_worker()
        for summary in summaries:
            if worker.is_cancelled:
                return
            try:
                progress = open_session(house.store, house.library, summary.header.id).progress()
            except ReadinessError:
                continue  # going on with it says what is wrong
            far = far_of(progress)
            self.home.remember_progress(summary, far)
            self.post_message(self.Counted(summary.header.id, far))


def far_of(progress: "Progress") -> str:
    """How far an assessment is, in words."""
    if progress.total and progress.done >= progress.total:
        return "complete"
    return f"{progress.done} of {progress.total}"
