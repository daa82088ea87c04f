"""A question and the line to answer it in, which belong together wherever something is asked."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from readiness.tui.asking import NOTHING, Asked
from readiness.tui.entry import Complete, Entry
from readiness.tui.question import Question

ASK = "› "


class Answering(Vertical):
    """Asks, lets people look at the choices, and says what they answered."""

    class Answered(Message):
        """Something was sent.

        Attributes:
            text: what was typed, or what stands for the choice.
            shown: the choice in words; empty where something was typed.
        """

        def __init__(self, text: str, shown: str = "") -> None:
            super().__init__()
            self.text = text
            self.shown = shown

    class Noted(Message):
        """A note was sent; an empty one where somebody thought better of it."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Moved(Message):
        """What is typed or looked at has changed."""

    def __init__(self, complete: Complete = lambda _: "") -> None:
        super().__init__()
        self.question = Question()
        self.entry = Entry(complete, self._only_looks, self._strikes, self._sent)
        self.prompt = Static(ASK, classes="prompt", markup=False)
        self._noting = False  # whether the line takes a note instead of an answer
        self._waits = (
            False  # whether a key has answered, and the next question is not on the screen yet
        )
        self._typed = False  # whether the choice that is looked at stands in the line as digits

    def compose(self) -> ComposeResult:
        """The question above the line."""
        yield self.question
        with Horizontal(classes="line"):
            yield self.prompt
            yield self.entry

    def ask(self, asked: Asked) -> None:
        """Ask something; what is typed already stays."""
        self.question.show(asked)
        self._look_at(self.entry.value)

    def answer_by_one_key(self) -> None:
        """From now on a digit answers by itself, and Tab on an empty line is told."""
        self.question.instant = self.entry.tabs = True

    def take_note(self, prompt: str) -> None:
        """Let the line take a note, with this before it; with an empty text it takes answers again."""
        self._noting = bool(prompt)
        self.prompt.update(prompt or ASK)
        self.post_message(self.Moved())

    @property
    def noting(self) -> bool:
        """Whether the line takes a note."""
        return self._noting

    def clear_choice(self) -> bool:
        """Look at no choice any more; whether one was looked at."""
        looked = self.question.place is not None or bool(self.question.ticked)
        self.question.look(None)
        if self.question.asked.numbered(self.entry.value):
            self.entry.value = ""
        return looked

    def meant(self, text: str) -> tuple[str, str]:
        """What to send for a typed text, and how to show it: digits stand for the choices that carry them.

        To be asked when the text is heard, not when it was typed: another question may be there by then.
        """
        asked = self.question.asked
        places = asked.numbered(text)
        return (asked.send(places), _labels(asked, places)) if places else (text, text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """A lone digit looks at its choice; anything else is text."""
        event.stop()
        if event.value == self.entry.value:
            self._look_at(event.value)

    def on_entry_stepped(self, event: Entry.Stepped) -> None:
        """Look at another choice."""
        event.stop()
        question, total = self.question, len(self.question.asked.choices)
        if not total:
            return
        first = 0 if event.by > 0 else total - 1
        place = first if question.place is None else (question.place + event.by) % total
        self.entry.value, self._typed = "", False
        question.look(place, question.ticked if question.asked.many else ())
        self.post_message(self.Moved())

    def on_entry_struck(self, event: Entry.Struck) -> None:
        """One key answers, or ticks where several choices may be taken."""
        event.stop()
        question, asked = self.question, self.question.asked
        place = asked.struck(event.key)
        if place is None or self._waits:
            self.entry.insert_text_at_cursor(event.key)
        elif asked.many and asked.choices[place].number is not None:
            question.look(place, tuple(sorted(set(question.ticked) ^ {place})))
            self.post_message(self.Moved())
        else:
            # Until the next question is on the screen, a digit is text: nobody answers what they have not seen.
            self._waits = True
            question.look(None)
            choice = asked.choices[place]
            self.screen.post_message(self.Answered(choice.send, choice.label))
            self.call_after_refresh(self._go_on)

    def on_entry_ticked(self, event: Entry.Ticked) -> None:
        """Tick or untick the choice that is looked at, where several may be taken."""
        event.stop()
        question = self.question
        place, asked = question.place, question.asked
        if not asked.many or place is None or asked.choices[place].number is None:
            return
        ticked = set(question.ticked) ^ {place}
        question.look(place, tuple(sorted(ticked)))

    def _sent(self, typed: str) -> None:
        """What was typed, else what is ticked, else the choice that is looked at.

        Whoever asks is told directly (see Entry).
        """
        if self._noting:
            self.screen.post_message(self.Noted(typed.strip()))
            return
        asked, choice, ticked = self.question.asked, self.question.choice, self.question.ticked
        text = typed.strip()
        if text:
            answered = self.Answered(text)
        elif ticked:
            answered = self.Answered(asked.send(ticked), _labels(asked, ticked))
        elif choice is not None:
            answered = self.Answered(choice.send, choice.label)
        else:
            return
        # Nothing can be chosen until the next question is there: a second Enter must not answer it unseen.
        self.question.look(None)
        self.screen.post_message(answered)

    def _look_at(self, value: str) -> None:
        question = self.question
        if not self._noting and (value or self._typed):
            places = question.asked.numbered(value)
            question.look(places[-1] if places else None, places if question.asked.many else ())
            self._typed = bool(places)
        self.post_message(self.Moved())

    def _go_on(self) -> None:
        self._waits = False

    def _strikes(self, key: str) -> bool:
        """Whether a key answers by itself now."""
        if not self.question.instant or self._noting or self._waits:
            return False
        return self.question.asked.struck(key) is not None

    def _only_looks(self, value: str) -> bool:
        """Whether the arrow keys look through the choices while the line holds this."""
        asked = self.question.asked
        if not asked.choices or self._noting:
            return False
        return not value or (not asked.many and bool(asked.numbered(value)))


def _labels(asked: Asked, places: Sequence[int]) -> str:
    return ", ".join(asked.choices[place].label for place in places)


__all__ = ["NOTHING", "Answering"]
