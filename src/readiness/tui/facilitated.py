"""The conversation as somebody leads it for a room: one key answers, Tab notes, and a clock shows the pace."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from readiness.assessment.agenda import LONGEST, Agenda, Pace, pace
from readiness.tui import words
from readiness.tui.answering import Answering
from readiness.tui.chrome import Keys
from readiness.tui.conversation import Conversation
from readiness.tui.entry import Entry
from readiness.tui.page import Action
from readiness.tui.sheet import Sheet
from readiness.tui.wrapping import fit

if TYPE_CHECKING:
    from readiness.assessment.session import Progress

TICK = 10.0  # seconds between two looks at the clock
LONGEST_TOPIC = 28  # cells


class Facilitated(Conversation):
    """A conversation with the keys of a facilitator. A digit records at once; undo is one key away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "say('/flag')", show=False),
        Binding("ctrl+l", "parking", show=False),
        Binding("ctrl+t", "time", show=False),
        Binding("ctrl+o", "choosing", show=False),
    ]

    _note_to: str | None = None  # the item that the line takes a note to

    def on_mount(self) -> None:
        """Look at the clock from time to time."""
        self.answering.answer_by_one_key()
        self.set_interval(TICK, self._look_at_clock)

    def keys(self) -> Keys:
        """What the keys do now."""
        if self.answering.noting:
            return (("Enter", "keep the note"), ("Tab", "another question"), ("Esc", "no note"))
        known = super().keys()
        looking = self.answering.question.place is not None
        if self.visiting or looking or self.answering.entry.value:
            return known
        numbers = [c.number for c in self.answering.question.asked.choices if c.number]
        pick = [(f"1–{numbers[-1]}", "record")] if numbers else []
        return (
            *pick,
            ("Tab", "note"),
            ("^Z", "undo"),
            ("^G", "mark"),
            ("^L", "park"),
            ("^T", "time"),
            ("^O", "sections"),
            *known[-1:],
        )

    def actions(self) -> Iterator[Action]:
        """Everything that can be said or done here."""
        yield Action("Parking lot", "Set something aside for later (^L)", self.action_parking)
        yield Action("Time …", "Set the time for this sitting (^T)", self.action_time)
        yield Action("Sections …", "Choose and order what is asked (^O)", self.action_choosing)
        yield from super().actions()

    def how_far(self, progress: "Progress", time: str) -> str:
        """The pace, while a time is set."""
        agenda = self.home.agendas.get(self.talk.session.id)
        if agenda is None:
            return super().how_far(progress, time)
        return f"{paced(pace(agenda, progress, self.home.house.clock()))} · "

    def on_entry_tabbed(self, event: Entry.Tabbed) -> None:
        """A note: to what was answered last, then to what is asked, then none."""
        event.stop()
        state = self.talk.state
        if state.pending is not None or self.talk.in_conflict:
            self.notify(words.NOTE_NOT_NOW)
            return
        found = [state.trail[-1].item] if state.trail else []
        found += [state.item] if state.item and state.item not in found else []
        at = found.index(self._note_to) + 1 if self._note_to in found else 0
        self._take_note(found[at] if at < len(found) else None)

    def on_answering_noted(self, event: Answering.Noted) -> None:
        """Keep the note."""
        event.stop()
        item_id = self._note_to
        self._take_note(None)
        if event.text and item_id is not None:
            prompt = words.NOTE_TO.format(topic=self._topic(item_id))
            self.tell(
                lambda text: self.talk.note(item_id, text), event.text, f"{prompt}{event.text}"
            )

    def action_leave(self) -> None:
        """No note, else as everywhere."""
        if self.answering.noting:
            self._take_note(None)
        else:
            super().action_leave()

    def action_parking(self) -> None:
        """Set something aside, and see what is."""
        from readiness.tui.parking import Parking

        self.home.push_screen(Parking(self.talk.session))

    def action_choosing(self) -> None:
        """Choose and order the sections."""
        from readiness.tui.choosing import Choosing

        self.home.push_screen(Choosing(self.talk.session))

    def action_time(self) -> None:
        """Set the time for this sitting."""
        last = self.home.settings.minutes
        self.home.push_screen(
            Sheet(words.TIME, words.TIME_TEXT, self._set_time, value=str(last or ""), does="set")
        )

    def _set_time(self, typed: str) -> str:
        agendas, session = self.home.agendas, self.talk.session
        if typed in ("", "0"):
            agendas.pop(session.id, None)
        elif typed.isascii() and typed.isdigit() and 0 < int(typed[:9]) <= LONGEST:
            minutes = int(typed)
            agendas[session.id] = Agenda(self.home.house.clock(), minutes, session.progress().done)
            if minutes != self.home.settings.minutes:
                self.home.change_settings(minutes=minutes)
        else:
            return words.TIME_UNCLEAR.format(most=LONGEST)
        self.call_later(self.show_state)
        return ""

    def _look_at_clock(self) -> None:
        if self.talk.session.id in self.home.agendas:
            self.show_state()

    def _take_note(self, item_id: str | None) -> None:
        self._note_to = item_id
        prompt = words.NOTE_TO.format(topic=self._topic(item_id)) if item_id else ""
        self.answering.take_note(prompt)

    def _topic(self, item_id: str) -> str:
        name = words.shown(self.talk.dialogue.flow.items[item_id].name)
        return fit(name, LONGEST_TOPIC).rstrip()


def paced(pace: Pace) -> str:
    """A pace in words: "12 of 41 · 18 of 60 min · 3 behind"."""
    how = words.ON_PACE
    if pace.ahead:
        how = (words.AHEAD if pace.ahead > 0 else words.BEHIND).format(count=abs(pace.ahead))
    return words.PACE.format(
        done=pace.done, total=pace.total, spent=pace.spent, minutes=pace.minutes, how=how
    )
