"""Notes: all that was written in own words; what the report carries of it, and what to look at before it does."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.assessment.notes import Notes
from readiness.conversation.phrases import Phrases
from readiness.conversation.pointing import concerns
from readiness.conversation.questions import answer_label
from readiness.errors import ReadinessError
from readiness.loading import shipped_phrases
from readiness.tui import looking, words
from readiness.tui.chrome import Keys
from readiness.tui.looking import Look, Looking
from readiness.tui.page import Action
from readiness.tui.sheet import Sheet
from readiness.tui.wrapping import fit

if TYPE_CHECKING:
    from readiness.assessment.session import Session
    from readiness.domain.sharing import Told

SIGNS = {"private": "[ ]", "shared": "[x]", "reason": "[=]"}
HOW, NAMED, POINTED = 12, 28, 8  # cells of the columns beside the note


class Before(msgspec.Struct, frozen=True):
    """Something that waits until notes are looked over.

    Attributes:
        names: the items whose notes are shown.
        run: what comes then.
    """

    names: tuple[str, ...]
    run: Callable[[], None]


class NotesPage(Looking):
    """The list, and the whole of one note below it. A decision is stored before it shows.

    Args:
        session: the assessment.
        before: what waits for this; None for somebody who came to look.
        here: the item to stand on.
    """

    CSS_PATH = "notes.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,s", "share", show=False),
        Binding("e", "reword", show=False),
        Binding("g", "go_on", show=False),
        Binding("n", "back", show=False),
        Binding("right", "read(1)", show=False),
        Binding("left", "read(-1)", show=False),
    ]

    def __init__(
        self, session: "Session", before: Before | None = None, here: str | None = None
    ) -> None:
        super().__init__(session)
        self.notes = Notes(self.session)
        self.before = before
        self.rows: tuple[Told, ...] = ()
        self.list = OptionList(markup=False)
        self._here = here
        self._text = Static(id="notes-about", markup=False)
        self._one = Static(markup=False)
        self._sheet = VerticalScroll(id="one-note", can_focus=False)
        self._say = Phrases(shipped_phrases())

    def compose(self) -> ComposeResult:
        """What this is; the list; the note that the list stands on."""
        yield self.heading
        yield self._text
        yield self.list
        with self._sheet:
            yield self._one
        yield self.key_line

    def keys(self) -> Keys:
        """What can be done with the note that the list stands on."""
        go_on = (("g", "write the report"),) if self.before else ()
        here = self.chosen
        if here is None:
            return (*go_on, ("Esc", "back"), ("^P", "everything"))
        share = (
            () if here.how == "reason" else (("Space", "leave out" if here.carried else "share"),)
        )
        report = () if self.before else (("r", "report"),)
        read = (("← →", "read on"),) if self._sheet.max_scroll_y > 0 else ()
        return (
            *(*go_on, *share, ("e", "reword"), *read, ("Enter", "question"), *report),
            *(("Esc", "back"), ("F1", "help"), ("^P", "everything")),
        )

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        if self.before:
            yield Action("Go on", "Write the report with these (g)", self.action_go_on)
        if self.chosen:
            yield Action("Share or not", "In the report, or private (Space)", self.action_share)
            yield Action("Reword", "Put it in other words (e)", self.action_reword)
            yield Action("To the question", "Answer it anew (Enter)", self.action_visit)
        if not self.before:
            yield Action("Report", "Write the report and show it (r)", self.action_report)
        yield Action("Back", "Back to where you were (Esc)", self.action_back)

    @property
    def chosen(self) -> "Told | None":
        """The note that the list stands on."""
        option = self.list.highlighted_option
        return next((row for row in self.rows if option and row.item.id == option.id), None)

    def draw(self) -> None:
        """Fill the list, and stand where one stood."""
        here = self.chosen.item.id if self.chosen else self._here
        at = self.list.highlighted or 0
        every = self.notes.all
        wanted = self.before.names if self.before else ()
        self.rows = tuple(row for row in every if not wanted or row.item.id in wanted)
        width = max(50, self.app.size.width - 4)
        self.list.clear_options()
        self.list.add_options([Option(_row(row, width), id=row.item.id) for row in self.rows])
        if self.rows:
            names = [row.item.id for row in self.rows]
            place = names.index(here) if here in names else min(at, len(names) - 1)
            self.list.highlighted = place
        about = words.NOTES_BEFORE if self.before else words.NOTES_TEXT
        self._text.update(about if self.rows else words.NOTES_NONE)
        far = words.NOTES_FAR.format(carried=sum(r.carried for r in every), total=len(every))
        self.head(words.NOTES, far)
        self._draw_one()

    def on_resize(self, event: events.Resize) -> None:
        """Set the columns to the new width."""
        super().on_resize(event)
        self.draw()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the whole of another note."""
        event.stop()
        self._draw_one()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.action_visit()

    def action_share(self) -> None:
        """Put it into the report, or leave it out."""
        here = self.chosen
        if here is not None and here.how != "reason":  # the text below the list says why
            self._decide(lambda: self.notes.share(here.item.id, not here.carried))

    def action_reword(self) -> None:
        """Put it in other words."""
        here = self.chosen
        if here is None:
            return

        def take(typed: str) -> str:
            if not typed:
                return words.NO_WORDS
            try:
                self.notes.reword(here.item.id, typed)
            except ReadinessError as error:
                return str(error)
            self.call_later(self.draw)
            return ""

        one_line = " ".join(here.text.split())
        self.home.push_screen(
            Sheet(words.REWORD, here.item.ask, take, value=one_line, does="keep it")
        )

    def action_read(self, by: int) -> None:
        """Read on in a long note, or back."""
        (self._sheet.scroll_page_down if by > 0 else self._sheet.scroll_page_up)(animate=False)

    def action_visit(self) -> None:
        """Go to the question, to answer it anew."""
        if self.chosen is not None:
            look = Look(item=self.chosen.item.id, notes=True)
            looking.visit(self.home, self.session, look)

    def action_go_on(self) -> None:
        """Everything here was seen: on with what waits for it."""
        if self.before is None:
            return
        self._decide(lambda: self.notes.see([row for row in self.rows if row.carried]))
        self.home.pop_screen()
        self.before.run()

    def action_report(self) -> None:
        """A report below is written anew by itself where something was changed here."""
        if self.before:
            self.action_go_on()
        elif looking.is_report(self.home.screen_stack[-2]):
            self.home.pop_screen()
        else:
            super().action_report()

    def _decide(self, decision: Callable[[], object]) -> None:
        """Store a decision, and show where it leads; a store that refuses is told."""
        try:
            decision()
        except ReadinessError as error:
            self.notify(str(error), title=words.NOT_KEPT, timeout=20, markup=False)
            self.look_again()
        self.draw()

    def _draw_one(self) -> None:
        row = self.chosen
        self._one.update(self._in_full(row) if row else "")
        self._sheet.scroll_home(animate=False)
        self.call_after_refresh(self.show_keys)  # by then it is known whether all of the note shows

    def _in_full(self, row: "Told") -> Content:
        lines = [Content.styled(words.shown(row.item.ask), "bold")]
        if row.item.kind != "text":
            label = words.shown(answer_label(row.item, row.answer, self._say))
            lines.append(Content(words.YOU_ANSWERED.format(label=label)))
        lines.append(Content(words.NOTE_IS[row.how]))
        if row.concerns:
            said = self._say("notes_check", concerns=concerns(row, self._say))
            lines.append(Content.styled(f"! {words.shown(said)}", "bold"))
        lines.append(Content.styled(f"“{words.shown(row.text)}”", "$said-older"))
        return Content("\n").join(lines)


def _row(row: "Told", width: int) -> Content:
    named = min(NAMED, width // 3)
    text = words.shown(" ".join(row.text.split()))
    room = max(8, width - HOW - named - POINTED - 4)
    how = f"{SIGNS[row.how]} {words.NOTE_HOW[row.how]}"
    pointed = words.POINTED if row.concerns else ""
    return Content.assemble(
        f"{fit(how, HOW)} {fit(words.shown(row.item.name), named)}  {fit(text, room)}  ",
        (fit(pointed, POINTED), "bold"),
    )
