"""Help: what can be typed, and which keys there are."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readiness.conversation.phrases import Phrases
from readiness.loading import shipped_phrases
from readiness.tui import words
from readiness.tui.chrome import Keys
from readiness.tui.page import Action, Page
from readiness.tui.wrapping import wrap

WIDEST, AROUND, KEY = (
    80,
    6,
    18,
)  # cells: of the text, beside it with the bar, and of what names a key

KEYS = (
    (
        "While answering",
        (
            ("1–9", "look at a choice; go on typing and it becomes text"),
            ("← →", "look through the choices, “don't know” and “not applicable” too"),
            ("Space", "tick a choice, where several may be taken"),
            ("Enter", "record the choice, or send what you typed"),
            ("Esc", "look at no choice any more; then: back to all assessments"),
            ("F2", "why this is asked, and what each step looks like"),
            ("↑ ↓", "what you sent before"),
            ("Tab", "complete what you are typing"),
            ("PgUp PgDn", "read what was said before"),
            ("Ctrl+Z Ctrl+Y", "take back the last answer; bring it back"),
            ("Ctrl+R", "every question with its answer, note and mark; change any"),
            ("F3", "scores: what is in place, how sure that is, what would change it"),
        ),
    ),
    (
        "In facilitator mode",
        (
            ("1–9  0", "record at once; 0 is “don't know”; digits tick where several may be taken"),
            ("Tab", "a note to what was just answered; again: to what is asked; again: none"),
            ("Ctrl+G", "mark this question to come back to"),
            ("Ctrl+L", "the parking lot: anything to talk about later, private"),
            ("Ctrl+T", "set the time for this sitting, and see the pace in questions"),
            ("Ctrl+O", "choose the sections and their order"),
        ),
    ),
    (
        "All assessments",
        (
            ("Enter  r  n", "go on, write the report, begin a new one"),
            ("a", "another round of the same agency; it begins empty"),
            ("i  x", "import a file; delete for good, once the name was typed"),
            (",", "settings: facilitator mode, lines at the end of sections"),
        ),
    ),
    (
        "Plan and checklist",
        (
            ("F4 F5", "the plan, the checklist; p and c where nothing is typed"),
            ("Space", "choose for the next 30 days or put off; tick off"),
            ("o d s", "owner, date, state"),
            ("x", "drop with a reason; bring back"),
            ("a", "add an action of your own; e puts it in other words"),
            ("w", "what gets in the way, and why"),
            ("Shift+↑ Shift+↓", "earlier, later, in the next 30 days and in the list for later"),
            ("n", "who is who: a name for each role, told once"),
        ),
    ),
    (
        "Notes and report",
        (
            ("n", "all notes, from the report, review and scores"),
            ("Space  e", "share a note or keep it private; put it in other words"),
            ("e", "in the report: put it into a folder or a file of yours"),
            ("r", "write the report, from review, scores, plan and checklist"),
            ("Space", "in review: mark a question to come back to"),
        ),
    ),
    (
        "Everywhere",
        (
            ("F1", "this help"),
            ("Ctrl+P", "everything that can be done here; light, dark and high contrast"),
            ("Ctrl+Q", "leave"),
            ("Ctrl+C", "leave at once; everything answered is kept"),
        ),
    ),
)


class Help(Page):
    """What can be typed, and which keys there are; Esc goes back to where one was."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One text to scroll."""
        yield self.heading
        with VerticalScroll(id="help"):
            yield self.text
        yield self.key_line

    def on_mount(self) -> None:
        """Say where one is."""
        self.heading.show(words.TITLE, "help")
        self.show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Set the text to the new width."""
        super().on_resize(event)
        self.text.update(helped(min(WIDEST, event.size.width - AROUND)))

    def keys(self) -> Keys:
        """How to move about."""
        return (("↑ ↓", "read"), ("Esc", "back"))

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        yield Action("Back", "Back to where you were (Esc)", self.action_back)

    def action_back(self) -> None:
        """Back to where one was."""
        self.home.pop_screen()


def helped(width: int) -> Content:
    """The text: how to answer, then the keys.

    Args:
        width: in cells; what a key does is broken into lines below each other.
    """
    say = Phrases(shipped_phrases())
    parts = [Content(words.ABOUT), Content(say("help")), Content(words.STAYS)]
    for title, keys in KEYS:
        lines = [Content.styled(title, "bold")]
        for key, does in keys:
            first, *rest = wrap(does, max(20, width - KEY))
            lines.append(Content.assemble((f"  {key:<{KEY - 3}} ", "bold $accent"), first))
            lines += [Content(f"{'':<{KEY}}{line}") for line in rest]
        parts.append(Content("\n").join(lines))
    return Content("\n\n").join(parts)
