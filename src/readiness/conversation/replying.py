"""Asking back, and what the reply to that means. A guess is never recorded: somebody has to say which."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from readiness.conversation import commands, noting, questions, replies
from readiness.conversation.interpretation import Interpretation
from readiness.conversation.state import Pending, Reply, Said, State
from readiness.domain.answers import MISSING, Answer
from readiness.domain.questionnaire import Item

if TYPE_CHECKING:
    from readiness.conversation.dialogue import Dialogue

TELLING = 5  # words: a text longer than this says more than the option, and is kept with it


def asked_back(
    talk: "Dialogue",
    state: State,
    item: Item,
    reading: Interpretation,
    text: str,
    *,
    kept: str = "",
) -> Reply:
    """Ask which of two readings it was, or whether the one was meant; `kept` is what was told before."""
    pending = _pending(item, reading, text, kept)
    if pending.kind == "value":
        first = questions.label_of(item, pending.value.value, talk.say) if pending.value else ""
        shown = [first]
        key = "confirm_value"
    else:
        shown = questions.labels(item, pending.candidates, talk.say)
        key = "confirm_one" if len(shown) == 1 else "confirm_two"
    if reading.command:
        said = talk.say("confirm_command", command=reading.command, first=shown[0])
    else:
        words = dict(zip(("first", "second"), shown, strict=False))
        said = talk.say(key, state.turns, **words)
    return replace(state, pending=replace(pending, asked=said)), (Said("reply", said),), ()


class Replying:
    """A reply to what was asked back about an item: only what was offered, or what is named, is recorded."""

    def __init__(self, talk: "Dialogue", state: State, item: Item, pending: Pending) -> None:
        self.talk = talk
        self.state = state
        self.item = item
        self.pending = pending
        self.offered = pending.candidates
        self.waits = bool(pending.candidates) or pending.value is not None

    def hear(self, text: str) -> Reply:
        """What a text leads to."""
        bare = replies.without_lead(text) if "?" not in text else text
        named = next((o for o in self.offered if self._is_label(o, bare)), None)
        if named is not None and (len(self.offered) > 1 or replies.agreed(text) is None):
            return self._record(named)
        if self.offered and asks_difference(text):
            return self._told_apart()
        not_here = replies.plain_words(text) == ("n", "a")
        said = replies.heard(text) if self.waits and not not_here else None
        if said is None or (said.kind == "unsure" and self.item.kind == "choices"):
            return self._read(text)
        if said.kind in ("number", "letter"):
            return self._numbered(said, text)
        if said.kind == "yes":
            return self._again("confirm_again") if said.doubt else self._agreed(said.rest)
        if said.kind in ("no", "neither"):
            return self._declined(said.rest)
        place = self._place(said)
        if place is None:
            # A day such as "the first of May" is no place among options.
            return self._again("confirm_again") if self.offered else self._read(text)
        return self._ask(place, said.rest) if said.doubt else self._record(place, said.rest)

    def _place(self, said: replies.Heard) -> str | None:
        """The option of two that a reply means; None for no such one."""
        if len(self.offered) != 2 or said.kind == "unsure":
            return None
        if said.kind == "place":
            return self.offered[said.place]
        ids = self.item.scale.ids if self.item.scale and self.item.scale.scored else ()
        ranked = sorted((o for o in self.offered if o in ids), key=ids.index)
        return None if len(ranked) < 2 else ranked[-1 if said.kind == "high" else 0]

    def _numbered(self, said: replies.Heard, text: str) -> Reply:
        """A number is that of an option as it was printed; what could be the first or second of two is asked."""
        item = self.item
        ids = item.scale.ids if item.scale and item.kind == "choice" else ()
        if not 1 <= said.place <= len(ids) <= questions.MANY:
            return self._read(text)
        option, two = ids[said.place - 1], len(self.offered) == 2
        offered = option in self.offered
        if two and said.place <= 2:
            same = self.offered[said.place - 1] == option
            sure = same or (offered and said.kind == "number")
            return self._record(option, said.rest) if sure else self._again("confirm_again")
        if not said.doubt and (offered or (said.kind == "number" and not two)):
            return self._record(option, said.rest)
        return self._ask(option, said.rest)

    def _agreed(self, rest: str) -> Reply:
        """A yes, and what was said with it: a reason is kept, another answer is asked about."""
        note = rest
        if rest:
            reading = self.talk.interpret(rest, self.item)
            if reading.outcome == "command":
                return self._again("confirm_again")
            found = self._option_of(reading)
            if found is not None and self._is_label(found, rest):
                note = ""
            if found is not None and len(self.offered) == 2 and found in self.offered:
                return self._record(found, note)
            if found is not None and found not in self.offered:
                return self._ask(found, reading.note or "")
            if replies.contrasts(rest):
                self.pending = replace(self.pending, note=_joined(self.pending.note, rest))
                return self._again("confirm_again")
        if self.pending.value is not None and not self.offered:
            answer = replace(self.pending.value, note=_joined(self.pending.value.note, note))
            return self._keep(answer)
        if len(self.offered) == 1:
            return self._record(self.offered[0], note)
        return self._again("confirm_again")

    def _declined(self, rest: str) -> Reply:
        """A no; what was said with it may be the answer."""
        if rest:
            bare = replies.without_lead(rest)
            named = any(self._is_label(option, bare) for option in self._options())
            reading = self.talk.interpret(bare if named else rest, self.item)
            if reading.outcome != "unclear":
                return self._take(reading, rest)
        note = _joined(self.pending.note, rest if len(rest.split()) > TELLING else "")
        how = questions.numbered(self.item) or questions.how_to_answer(self.item, self.talk.say)
        said = self.talk.say("confirm_no", options=how)
        # What was told is kept with the answer that comes now.
        waits = Pending(kind="option", item=self.item.id, note=note, asked=said) if note else None
        return replace(self.state, pending=waits), (Said("reply", said),), ()

    def _read(self, text: str) -> Reply:
        """A text that is no reply by itself."""
        reading = self.talk.interpret(text, self.item)
        if noting.meant(reading, text):
            return noting.review(self.talk, self.state)
        if reading.outcome == "command":
            return commands.obey(self.talk, self.state, reading)
        if reading.outcome == "unclear":
            return self._not_understood(text)
        placed = self.waits and self.offered and replies.names_place(text)
        if placed and not any(self._is_label(o, text, whole=False) for o in self._options()):
            return self._again("confirm_again")
        return self._take(reading, text)

    def _take(self, reading: Interpretation, text: str) -> Reply:
        """An answer in other words: recorded if it was offered or is named, else asked about once more."""
        if reading.outcome == "command":
            return commands.obey(self.talk, self.state, reading)
        found = self._option_of(reading)
        if reading.outcome == "accepted" and reading.value is not None:
            free = not self.offered or self.item.kind != "choice"
            named = found is not None and self._is_label(found, text, whole=False)
            if free or named or found in self.offered:
                note = _joined(self.pending.note, reading.note or "")
                return self._keep(Answer(questions.to_value(reading.value), note=note))
            return self._ask(found or "", reading.note or "")
        return asked_back(self.talk, self.state, self.item, reading, text, kept=self.pending.note)

    def _not_understood(self, text: str) -> Reply:
        """What tells more is kept for the answer, and what waits is asked again."""
        if not self.waits:
            said = questions.unclear(self.item, self.talk.say, self.state.turns)
            return self.state, (Said("reply", said),), ()
        if not self.offered:
            return self.talk.heard(replace(self.state, pending=None), text)
        if len(text.split()) > TELLING:
            self.pending = replace(self.pending, note=_joined(self.pending.note, text.strip()))
        return self._again("confirm_again")

    def _again(self, key: str) -> Reply:
        """Ask for the same once more, with the numbers of the options as they were printed."""
        say, item = self.talk.say, self.item
        if not self.offered:
            value = self.pending.value.value if self.pending.value else None
            said = say("confirm_value", first=questions.label_of(item, value, say))
        elif len(self.offered) == 1:
            said = say("confirm_still", first=questions.labels(item, self.offered, say)[0])
        else:
            said = say(key, options=questions.either(item, self.offered, say))
        return replace(self.state, pending=self.pending), (Said("reply", said),), ()

    def _told_apart(self) -> Reply:
        """What each of the options looks like, then the same question."""
        scored = self.item.scale is not None and self.item.scale.scored
        lines = [commands.content.meant_by(self.talk, self.item, o) for o in self.offered]
        told = "\n".join(line for line in lines if line and scored)
        asked = Said("reply", self.pending.asked)
        said = (Said("reply", told), asked) if told else (asked,)
        return replace(self.state, pending=self.pending), said, ()

    def _ask(self, option: str, note: str) -> Reply:
        """Ask whether it was one option that nobody has offered yet, or that was only guessed at."""
        reading = Interpretation(outcome="confirm", value=option, candidates=(option,), note=note)
        return asked_back(self.talk, self.state, self.item, reading, "", kept=self.pending.note)

    def _record(self, option: str, note: str = "") -> Reply:
        several = self.item.kind == "choices" and option not in MISSING
        value = (option,) if several else questions.to_value(option)
        return self._keep(Answer(value, note=_joined(self.pending.note, note)))

    def _keep(self, answer: Answer) -> Reply:
        free = replace(self.state, pending=None)
        return self.talk.record(free, self.item, self.talk.kept(self.state, self.item, answer))

    def _options(self) -> tuple[str, ...]:
        return (*(self.item.scale.ids if self.item.scale else ()), *MISSING)

    def _option_of(self, reading: Interpretation) -> str | None:
        """The one option that a reading is sure of."""
        sure = reading.outcome == "accepted" and isinstance(reading.value, str)
        return str(reading.value) if sure else None

    def _is_label(self, option: str, text: str, *, whole: bool = True) -> bool:
        """Whether a text is the label of an option, or has it in it."""
        label = questions.labels(self.item, (option,), self.talk.say)[0]
        if whole:
            return replies.plain_words(text) == replies.plain_words(label)
        short = option == "not_applicable" and replies.has_words(text, "n a")
        return short or replies.has_words(text, label)


def asks_difference(text: str) -> bool:
    """Whether somebody asks what sets the options apart."""
    names = replies.plain_words(text)
    asked = {"difference", "differences", "differ", "different"} & set(names)
    which = names in (("which", "is", "which"), ("what", "do", "they", "mean"))
    begins = names[:1] in (("what",), ("whats",), ("how",), ("is",), ("difference",), ("the",))
    return which or (bool(asked) and begins)


def _pending(item: Item, reading: Interpretation, text: str, kept: str) -> Pending:
    note = reading.note or ""
    if not reading.candidates:
        value = questions.to_value(reading.value)
        return Pending(kind="value", item=item.id, value=Answer(value, note=_joined(kept, note)))
    told = note or (text.strip() if len(text.split()) > TELLING else "")
    # Torn between an answer and a command, only the answer that is named is offered.
    offered = reading.candidates[: 1 if reading.command else 2]
    return Pending(kind="option", item=item.id, candidates=offered, note=_joined(kept, told))


def _joined(before: str, more: str) -> str:
    """Two notes as one; what the first one has in it already is not said twice."""
    if not more or more in before:
        return before
    return more if before in more else f"{before} {more}"
