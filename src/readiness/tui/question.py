"""The question that is being asked, with its choices: the one thing on the screen that carries the accent bar."""

from collections.abc import Sequence

from textual.geometry import Size

from readiness.tui import words
from readiness.tui.asking import NOTHING, Asked, Choice
from readiness.tui.drawing import Drawn, Piece, Row
from readiness.tui.wrapping import flow, wrap

GAP = "  "
HINT_LINES = (
    3  # room kept for what a step looks like, so that nothing jumps while looking through them
)
WIDEST = 84

HERE = "bold $accent reverse"
LIKELY = "bold underline"
QUIET = "$said-oldest"
NO_TEXT: Row = (("", ""),)


class Question(Drawn):
    """Shows what is asked, and which choice is being looked at.

    Looking at a choice records nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: Asked = NOTHING
        self.place: int | None = None
        self.ticked: tuple[int, ...] = ()
        self.instant = False  # whether one key answers, also for choices without a digit
        # Asked for several times in one drawing: once for the height, once for each layout, once to draw.
        self._set: tuple[object, list[Row]] | None = None

    def show(self, asked: Asked) -> None:
        """Ask something else."""
        before = self._height()
        self.asked, self.place, self.ticked = asked, None, ()
        self.refresh()
        # Where it takes as many lines as the one before, nothing around it has to move.
        if before != self._height():
            self._arrange()

    def _arrange(self) -> None:
        """Let everything find its place, in the same frame as what is drawn.

        By itself, a widget asks for that by a message to the screen, which may paint before it arrives: first the new
        question in the place of the old one, and a frame later everything once more.
        """
        self.refresh(layout=True)
        if self.is_attached:
            self.screen.refresh(repaint=False, layout=True)

    def look(self, place: int | None, ticked: tuple[int, ...] = ()) -> None:
        """Highlight one choice, or none, and tick some."""
        if (place, ticked) != (self.place, self.ticked):
            self.place, self.ticked = place, ticked
            self.refresh()

    @property
    def choice(self) -> Choice | None:
        """The choice that is being looked at."""
        return None if self.place is None else self.asked.choices[self.place]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes, with room for the longest of the hints."""
        del container, viewport
        return len(self._lines(width))

    def rows(self) -> Sequence[Row]:
        """The question, its choices, and what the highlighted one looks like."""
        return self._lines(self.content_size.width)

    def _height(self) -> int | None:
        """The lines that it takes; None while it has no size yet."""
        width = self.content_size.width
        return len(self._lines(width)) if width else None

    def _lines(self, width: int) -> list[Row]:
        state = (self.asked, self.place, self.ticked, self.instant)
        given = (width, self.screen.has_class("-short"), state)
        if self._set is None or self._set[0] != given:
            self._set = given, self._set_lines(min(width, WIDEST))
        return self._set[1]

    def _set_lines(self, width: int) -> list[Row]:
        before = [((line, QUIET),) for line in _wrapped(self.asked.before, width)]
        text = [((line, "bold"),) for line in _wrapped(self.asked.text, width)]
        choices = self._choice_lines(width)
        gap: list[Row] = [NO_TEXT] if choices else []
        return [*before, *text, *gap, *choices, *self._hint_lines(width)]

    def _choice_lines(self, width: int) -> list[Row]:
        choices = self.asked.choices
        if self.asked.long:
            return [(self._drawn(self.place),)] if self.place is not None else [NO_TEXT]
        numbered = [n for n, choice in enumerate(choices) if choice.number is not None]
        worded = [n for n, choice in enumerate(choices) if choice.number is None]
        lines: list[Row] = []
        for group in (numbered, worded):
            if not group:
                continue
            drawn = [self._drawn(n) for n in group]
            lines += [
                _joined([drawn[n] for n in row]) for row in flow([d[0] for d in drawn], width, GAP)
            ]
        return lines

    def _drawn(self, place: int) -> Piece:
        """One choice, marked by a sign and not by colour alone; it takes the same room whatever its state."""
        choice = self.asked.choices[place]
        here = place == self.place
        tick = ""
        if self.asked.many and choice.number is not None:
            tick = "[x] " if place in self.ticked else "[ ] "
        key = choice.key if self.instant and choice.number is None else choice.number
        number = f"{key} " if key else ""
        text = f"{'›' if here else ' '}{tick}{number}{choice.label} "
        style = HERE if here else LIKELY if choice.likely else ""
        if not style and choice.number is None:
            style = "$said-older"
        return text, style

    def _hint_lines(self, width: int) -> list[Row]:
        if not self.asked.hint or self.screen.has_class("-short"):
            return []
        hints = [_wrapped(choice.hint, width)[:HINT_LINES] for choice in self.asked.choices]
        how = _wrapped(self._how(), width)[:HINT_LINES]
        room = max(len(lines) for lines in (*hints, how))
        here = hints[self.place] if self.place is not None else []
        lines = here or how
        lines = [*lines, *[""] * (room - len(lines))]
        return [
            NO_TEXT,
            *(((line, "$said-older" if here else QUIET),) for line in lines),
        ]

    def _how(self) -> str:
        if self.asked.long and self.place is not None:
            return words.LOOK_LONG.format(here=self.place + 1, total=len(self.asked.choices))
        return (
            words.LOOK_FACILITATOR
            if self.instant and self.asked.hint == words.LOOK
            else self.asked.hint
        )


def _joined(pieces: Sequence[Piece]) -> Row:
    return (*(part for piece in pieces[:-1] for part in (piece, (GAP, ""))), pieces[-1])


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(words.shown(text), width) if text else []
