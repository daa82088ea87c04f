"""The conversation: one question at a time, answered in one's own words or with one key."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from readiness.conversation.closing import minutes
from readiness.errors import ReadinessError
from readiness.tui import deciding, words
from readiness.tui.answering import Answering
from readiness.tui.asking import NOTHING, asked_of
from readiness.tui.chrome import Keys
from readiness.tui.commands import ALWAYS, BEGINNINGS, BY_SEND, COMMANDS, VIEWS, Saying
from readiness.tui.entry import completing
from readiness.tui.handing import Order
from readiness.tui.looking import Look
from readiness.tui.page import Action
from readiness.tui.sections import Sections
from readiness.tui.stages import stages
from readiness.tui.transcript import Transcript, Turn
from readiness.tui.turns import asked_about, problem, turns
from readiness.tui.visiting import Visiting
from readiness.tui.why import Why

if TYPE_CHECKING:
    from readiness.assessment.session import Progress
    from readiness.conversation.state import Said, State
    from readiness.conversation.talk import Talk

WIDE_ENOUGH = 150  # columns, for the panel beside the talk


class Conversation(Visiting):
    """Talks with one person about one assessment. What is answered is stored before the next question shows.

    Args:
        talk: the conversation, not begun yet.
        draft: what was typed and not sent when it was left last time.
        look: a question to go to first, out of a list of all that one goes back to.
    """

    CSS_PATH = "conversation.tcss"
    AUTO_FOCUS = "Entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f2", "why", show=False),
        Binding("ctrl+z", "say('/undo')", show=False),
        Binding("ctrl+y", "say('/redo')", show=False),
        Binding("f4", "plan", show=False),
        Binding("f5", "checklist", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, talk: "Talk", draft: str = "", look: Look | None = None) -> None:
        super().__init__(talk, Answering(completing(BEGINNINGS)), draft, look)
        self.sections = Sections()
        self.transcript = Transcript()
        self._talk = Vertical(id="talk")
        self._saved = True
        self._why: Why | None = None  # made when it is first wanted
        self._beside = False
        self._posted: str | None = None  # the question that is already in the transcript

    def compose(self) -> ComposeResult:
        """Sections at the left; transcript, question and line at the right."""
        yield self.heading
        with Horizontal(id="conversation"):
            yield self.sections
            with self._talk:
                yield self.transcript
                yield self.answering
        yield self.key_line

    def on_mount(self) -> None:
        """Begin, or greet whoever comes back."""
        said = self.talk.begin()
        self.show_said(said)
        about = asked_about(self.talk)
        self._posted = about[0].text if about else None
        self.transcript.add([*turns(said, self.answering.question.asked.text), *about])
        self.take_up()
        self.call_after_refresh(self._get_ready)

    def _get_ready(self) -> None:
        """Learn the words of the first question while it is read, and not when it is answered."""
        if (item := self.talk.session.next_item()) is not None:
            self.talk.dialogue.interpret("1", item)

    def keys(self) -> Keys:
        """What the keys do for what is typed and looked at now."""
        question, typed = self.answering.question, bool(self.answering.entry.value)
        if question.place is not None or question.ticked:
            tick = [("Space", "tick")] if question.asked.many and not typed else []
            return (*tick, ("Enter", "record this"), ("Esc", "none"), *ALWAYS)
        if typed:
            tab = [("Tab", "complete")] if self.answering.entry.completion else []
            return (("Enter", "send"), *tab, *ALWAYS)
        numbers = [choice.number for choice in question.asked.choices if choice.number]
        pick = [(f"1–{numbers[-1]}", "choose")] if numbers else []
        look = [("← →", "look")] if question.asked.choices else []
        if self.visiting:
            back = ("Esc", self.back_to)
            return (*pick, back, ("F2", "why"), *look, ("^Z", "undo"), *ALWAYS)
        away = ("Esc", "home")
        return (*pick, ("F2", "why"), ("^Z", "undo"), *VIEWS, away, *look, *ALWAYS)

    def actions(self) -> Iterator[Action]:
        """Everything that can be said or done here."""
        for command in COMMANDS:
            yield Action(command.title, command.help, lambda c=command: self._palette(c))  # type: ignore[misc]
        yield Action("Why and examples", "Show or hide the panel (F2)", self.action_why)
        yield from super().actions()
        yield Action("Plan", "This week, next 30 days, later (F4)", self.action_plan)
        yield Action("Checklist", "What to tick off (F5)", self.action_checklist)
        yield Action("Home", "All assessments; everything is kept (Esc)", self.action_leave)

    def on_answering_answered(self, event: Answering.Answered) -> None:
        """Somebody answered."""
        event.stop()
        if self.too_small:
            self.answering.entry.give_back(event.text)
            self.notify(words.TOO_SMALL_TO_SEND)
            return
        if event.shown:
            self.hear(event.text, event.shown)
        else:
            self.hear(*self.answering.meant(event.text))

    def on_answering_moved(self, event: Answering.Moved) -> None:
        """Other keys work now."""
        event.stop()
        self.show_keys()

    def on_key(self, event: events.Key) -> None:
        """Typing is heard wherever the focus is."""
        entry = self.answering.entry
        if event.is_printable and event.character and not entry.has_focus:
            event.stop()
            entry.focus()
            entry.insert_text_at_cursor(event.character)

    def hear(self, text: str, shown: str = "") -> None:
        """Tell the conversation what was said, and show where that leads.

        Args:
            text: as typed.
            shown: how to show it as said, where that differs.
        """
        self.tell(self.talk.hear, text, shown)

    def tell(self, how: "Callable[[str], Sequence[Said]]", text: str, shown: str = "") -> None:
        """As `hear`, for what is told to the conversation in another way."""
        before, asked = self.talk.state, self.answering.question.asked
        self.talk.draft = ""
        try:
            said = tuple(how(text))
        except ReadinessError as error:
            said = (problem(str(error)),)
        failed = not self.talk.in_conflict and any(each.kind == "problem" for each in said)
        self._saved = not failed and not self.talk.in_conflict
        told = [*self._question_turn(before, asked.text), Turn("person", shown or text)]
        if failed:
            self.transcript.add([*told, *turns(said)])
            self.answering.entry.give_back(text)
            self.show_state()
            return
        self.show_said(said)
        self.transcript.add([*told, *turns(said, self.answering.question.asked.text)])
        self._follow_mood()
        self.follow(said)

    def action_say(self, text: str) -> None:
        """Say a command by a key."""
        if not self.answering.entry.disabled:
            self.hear(text, BY_SEND[text].title)

    def action_why(self) -> None:
        """Show why this is asked and what the steps look like, or hide it again."""
        if self.has_class("-why"):
            self.remove_class("-why")
            return
        panel = self._panel()
        panel.show(self.talk)
        self.add_class("-why")

    def action_plan(self) -> None:
        """The plan that the answers so far call for."""
        deciding.open_plan(self.home, self.talk.session)

    def action_checklist(self) -> None:
        """The checklist that the answers so far call for."""
        deciding.open_checklist(self.home, self.talk.session)

    def action_page(self, by: int) -> None:
        """Page through what was said, or through the panel that stands in its place."""
        target = self._panel() if self.has_class("-why") else self.transcript
        (target.scroll_page_down if by > 0 else target.scroll_page_up)(animate=False)

    def action_leave(self) -> None:
        """Back to what was before: no choice looked at, no panel, then the list of assessments."""
        if self.answering.clear_choice():
            return
        if self.has_class("-why"):
            self.remove_class("-why")
            return
        if self.visiting:
            self.back_to_review()
            return
        self.home.go_home()

    def _palette(self, command: Saying) -> None:
        if command.complete:
            self.action_say(command.send)
        else:
            self.answering.entry.value = command.send
            self.answering.entry.cursor_position = len(command.send)

    def _panel(self) -> Why:
        """The panel, where there is room for it: beside the talk, else in the place of what was said."""
        beside = self.app.size.width >= WIDE_ENOUGH
        if self._why is not None and self._beside == beside:
            return self._why
        if self._why is not None:
            self._why.remove()
        self._why, self._beside = Why(), beside
        if beside:
            self.query_one("#conversation").mount(self._why)
        else:
            self._talk.mount(self._why, before=self.transcript)
        return self._why

    def _question_turn(self, before: "State", text: str) -> list[Turn]:
        """The question goes into the transcript with the first answer to it, and not with every command."""
        state = self.talk.state
        answered = state.item != before.item or state.pending is not None or self.talk.in_conflict
        if not (answered or before.pending) or not text or self._posted == text:
            return []
        self._posted = text
        return [Turn("asked", text)]

    def show_said(self, said: Sequence["Said"]) -> None:
        """Show where the conversation stands after something was said."""
        if any(each.kind == "question" for each in said):
            self._posted = None
        self.answering.ask(asked_of(self.talk, said))
        if self.has_class("-why"):
            self._panel().show(self.talk)
        self.show_state()

    def show_state(self) -> None:
        """Bring the heading, the side and the keys up to date."""
        talk = self.talk
        found = stages(talk)
        progress = talk.session.progress()
        left = progress.total - progress.done
        count = minutes(talk.state, left) if left else 0
        here = next((stage for stage in found if stage.here), None)
        header, saved = talk.session.header, words.SAVED if self._saved else words.NOT_SAVED
        place, time = header.round, ""
        if self._narrow:
            place = f"{here.title} {here.count}" if here else place
            time = f"{words.minutes_short(count)} · " if count else ""
        far = self.how_far(progress, time)
        self.heading.show(f"{header.agency} · {place}", f"{far}{saved}")
        self.sections.show(found, words.minutes_left(count) if count else "")
        self.show_keys()

    def how_far(self, progress: "Progress", time: str) -> str:
        """What stands in the heading before the word on what is saved.

        Args:
            progress: of the whole assessment.
            time: how long it will still take; empty where there is another place for that.
        """
        return f"{words.FAR.format(done=progress.done, total=progress.total)} · {time}"

    @property
    def _narrow(self) -> bool:
        return self.app.size.width < 100

    def on_resize(self, event: events.Resize) -> None:
        """Say in the heading what the side says where there is no side."""
        del event
        if self.has_class("-why"):
            self._panel().show(self.talk)
        self.show_state()

    def _follow_mood(self) -> None:
        mood = self.talk.state.mood
        if mood == "paused":
            self.home.go_home(words.PAUSED)
        elif mood == "finished":
            self.answering.ask(NOTHING)
            self.answering.entry.disabled = True
            self.home.write(Order(self.talk.session))
