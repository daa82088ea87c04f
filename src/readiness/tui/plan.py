"""The plan: this week, the next 30 days, later; to choose from, put in order, give to people and tick off."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.assessment.planning import Planning
from readiness.domain.marks import is_find_out, is_own, task_of
from readiness.errors import ReadinessError
from readiness.tui import deciding, plan_rows, words
from readiness.tui.answering import Answering
from readiness.tui.chrome import Keys
from readiness.tui.page import Action, Page
from readiness.tui.plan_asking import ASKED, Ask, Problem, answered

if TYPE_CHECKING:
    from textual import events

    from readiness.assessment.session import Session
    from readiness.domain.log import MarkState
    from readiness.domain.plan import Plan as PlanOfActions
    from readiness.domain.plan import PlannedAction

NEXT_STATE: "dict[MarkState, MarkState]" = {"open": "doing", "doing": "done", "done": "open"}


class Plan(Page):
    """Shows the plan of an assessment. Every decision is stored before it shows.

    Args:
        session: whose plan it is; the page below sees what was decided.
    """

    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f4", "leave", show=False),
        Binding("space", "choose", show=False),
        Binding("o", "ask('owner')", show=False),
        Binding("d", "ask('due')", show=False),
        Binding("s", "state", show=False),
        Binding("x", "drop", show=False),
        Binding("a", "ask('own')", show=False),
        Binding("w", "ask('causes')", show=False),
        Binding("e", "ask('text')", show=False),
        Binding("shift+up,ctrl+up,minus", "move(-1)", show=False),
        Binding("shift+down,ctrl+down,plus", "move(1)", show=False),
        Binding("n", "names", show=False),
        Binding("c,f5", "checklist", show=False),
        Binding("r", "report", show=False),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self.planning = Planning(session)
        self.list = OptionList(markup=False)
        self.text = Static(id="plan-empty", markup=False)
        self.detail = Static(id="plan-detail", markup=False)
        self.problem = Static(id="plan-problem", markup=False)
        self.answering = Answering()
        self._asking: Ask | None = None
        self._plan: PlanOfActions | None = None  # as it is on the screen

    def compose(self) -> ComposeResult:
        """The list; what the chosen action is about; a line to type in, where something is asked."""
        yield self.heading
        yield self.text
        yield self.list
        yield self.detail
        yield self.problem
        yield self.answering
        yield self.key_line

    def on_mount(self) -> None:
        """Show the plan as it stands."""
        self._ask(None)
        self._decide(self.session.refresh_marks)

    def keys(self) -> Keys:
        """What can be done with the action that the list stands on."""
        if self._asking is not None:
            return (("Enter", "keep"), ("Esc", "leave as it is"))
        add, back, palette = ("a", "add"), ("Esc", "back"), ("^P", "everything")
        here = self.chosen
        if here is None:
            return (add, back, palette)
        if here.mark.state == "dropped":
            return (("x", "bring back"), add, back, palette)
        names = ("n", "names")
        if is_find_out(here.action.id):
            given = (("o", "owner"), ("d", "date"), ("s", "state"), ("x", "drop"))
            return (*given, add, back, names, ("c", "checklist"), palette)
        own = [("e", "edit")] if is_own(here.action.id) else []
        return (
            *(("Space", "choose"), ("o", "owner"), ("d", "date"), ("s", "state"), ("x", "drop")),
            *(add, *own, back, ("w", "in the way"), ("⇧↑ ⇧↓", "order"), ("c", "checklist")),
            palette,
        )

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        for title, help_, run in (
            ("Choose or put off", "Next 30 days, or later (Space)", self.action_choose),
            ("Owner", "Who takes it on (o)", lambda: self.action_ask("owner")),
            ("Date", "By when (d)", lambda: self.action_ask("due")),
            ("State", "Open, under way, done (s)", self.action_state),
            ("Drop or bring back", "Decide against it, with a reason (x)", self.action_drop),
            ("Add an action", "One of your own (a)", lambda: self.action_ask("own")),
            ("Edit", "Put your own action in other words (e)", lambda: self.action_ask("text")),
            ("What gets in the way", "And why (w)", lambda: self.action_ask("causes")),
            ("Earlier", "Before the one above (Shift+Up)", lambda: self.action_move(-1)),
            ("Later", "After the one below (Shift+Down)", lambda: self.action_move(1)),
            ("Who is who", "Names for the roles of the plan (n)", self.action_names),
            ("Checklist", "What to tick off (c)", self.action_checklist),
            ("Report", "Write the report and show it (r)", self.action_report),
            ("Back", "Back to where you were (Esc)", self.action_leave),
        ):
            yield Action(title, help_, run)

    @property
    def chosen(self) -> "PlannedAction | None":
        """The action that the list stands on."""
        option = self.list.highlighted_option
        return task_of(self._plan, option.id or "") if option and self._plan else None

    def stand_on(self, action_id: str) -> None:
        """Go to an action of the list."""
        self.list.highlighted = self.list.get_option_index(action_id)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what that action is about."""
        event.stop()
        self._show_detail()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click: the next state."""
        event.stop()
        self.action_state()

    def on_resize(self, event: "events.Resize") -> None:
        """Set the columns to the new width."""
        del event
        self._fill()

    def on_answering_answered(self, event: Answering.Answered) -> None:
        """Keep what was typed; a text that does not help stays in the line."""
        event.stop()
        ask = self._asking
        if ask is None:
            return
        places = self.answering.question.asked.numbered(event.text)
        text = self.answering.question.asked.send(places) if places else event.text
        try:
            after = answered(self.planning, ask, text)
        except (Problem, ReadinessError) as problem:
            self.problem.update(f"! {problem}")
            self.problem.display = True
            self.answering.entry.give_back(event.text)
            return
        self._ask(after)
        if after is None:
            self._fill(ask.action)

    def on_answering_moved(self, event: Answering.Moved) -> None:
        """Nothing else depends on it."""
        event.stop()

    def action_ask(self, kind: str) -> None:
        """Ask for something about the action that the list stands on, where that can be asked of it."""
        here = self.chosen
        if kind == "own":
            self._ask(Ask(kind, ""))
            return
        name = here.action.id if here is not None else ""
        if (
            name
            and (kind != "text" or is_own(name))
            and (kind != "causes" or not is_find_out(name))
        ):
            self._ask(Ask(kind, name))

    def action_choose(self) -> None:
        """For the next 30 days, or for later."""
        here, plan = self.chosen, self.planning.plan
        if here is None or here.mark.state == "dropped" or is_find_out(here.action.id):
            return
        name = here.action.id
        if any(planned.action.id == name for planned in plan.next_30):
            self._decide(lambda: self.planning.put_off(name))
        elif not self.planning.has_room:
            self.notify(words.NO_ROOM)
        else:
            self._decide(lambda: self.planning.choose(name))

    def action_state(self) -> None:
        """Open, then under way, then done, then open again."""
        here = self.chosen
        if here is not None and here.mark.state != "dropped":
            name, state = here.action.id, NEXT_STATE[here.mark.state]
            self._decide(lambda: self.planning.set_state(name, state))

    def action_drop(self) -> None:
        """Decide against it, for a reason; or take that back."""
        here = self.chosen
        if here is None:
            return
        if here.mark.state == "dropped":
            self._decide(lambda: self.planning.bring_back(here.action.id))
        else:
            self._ask(Ask("reason", here.action.id))

    def action_move(self, by: int) -> None:
        """Earlier or later among those of the next 30 days, or of the list for later."""
        here = self.chosen
        if here is not None:
            self._decide(lambda: self.planning.move(here.action.id, by))

    def action_names(self) -> None:
        """Who holds which role."""
        deciding.open_who(self.home, self.session)

    def on_screen_resume(self) -> None:
        """Somebody may have been named meanwhile."""
        self._fill()

    def action_checklist(self) -> None:
        """What to tick off."""
        deciding.open_checklist(self.home, self.session)

    def action_report(self) -> None:
        """Write the report, with what was decided here."""
        self.home.pop_screen()
        self.home.hand_over(self.session)

    def action_leave(self) -> None:
        """Ask for nothing any more; then back to where one was."""
        if self._asking is not None:
            self._ask(None)
        else:
            self.home.pop_screen()

    def _decide(self, decision: Callable[[], object]) -> None:
        """Store a decision, and show where it leads; a store that refuses is told."""
        here = self.chosen.action.id if self.chosen else ""
        try:
            decision()
        except ReadinessError as error:
            self.notify(str(error), title=words.NOT_KEPT, timeout=20, markup=False)
        self._fill(here)

    def _ask(self, ask: Ask | None) -> None:
        self._asking = ask
        self.problem.display = False
        self.answering.display = ask is not None
        if ask is None:
            self.list.focus()
        else:
            self.answering.ask(ASKED[ask.kind](self.planning, ask))
            self.answering.entry.value = ""
            self.answering.entry.focus()
        self._show_detail()

    def _fill(self, here: str = "") -> None:
        self._plan = plan = self.planning.plan
        width = self.app.size.width
        rows = plan_rows.rows(plan, width, self.session.today())
        at = here or (self.chosen.action.id if self.chosen else "")
        self.list.clear_options()
        self.list.add_options(
            [Option(row, id=name or None, disabled=not name) for name, row in rows]
        )
        names = [name for name, _ in rows if name]
        if names:
            self.stand_on(at if at in names else names[0])
        self.list.display = bool(names)
        self.text.display = not names
        self.text.update(words.NO_ACTIONS)
        self.heading.show(f"{self.session.header.agency} · plan", plan_rows.far(plan))
        self._show_detail()

    def _show_detail(self) -> None:
        here = self.chosen
        self.detail.display = here is not None and self._asking is None
        if here is not None and self._plan is not None:
            self.detail.update(plan_rows.detail(self._plan, here, self.session.today()))
        self.show_keys()
