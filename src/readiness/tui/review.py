"""Review: every question with its answer, note and mark; from each one can go and change it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.assessment import marking
from readiness.conversation.phrases import Phrases
from readiness.conversation.questions import answer_label
from readiness.domain.carrying import Origin, carried
from readiness.domain.review import SIFTS, Reviewed, Sift, reviewed
from readiness.errors import ReadinessError
from readiness.loading import shipped_phrases
from readiness.reports.carried import round_name
from readiness.tui import looking, words
from readiness.tui.chrome import Keys
from readiness.tui.looking import Look, Looking
from readiness.tui.page import Action
from readiness.tui.wrapping import fit, flow, wrap

if TYPE_CHECKING:
    from readiness.assessment.session import Session

SIGNS = {
    "in_place": "✓",
    "partly": "~",
    "not_yet": "✗",
    "dont_know": "?",
    "not_applicable": "–",
    "open": "·",
    "told": " ",
}
ANSWER, WIDE_ANSWER, MARKS = 20, 36, 12  # cells of the columns beside the question
SLIM = 66  # cells below which marks are only said below the list
ROOMY = 95  # cells from which there is room for more of an answer
ABOUT_LINES = 6


class Review(Looking):
    """The list, with a line of sifts above it and the whole of one answer below it.

    Args:
        session: the assessment.
        look: how to look at it.
    """

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "sift_by(1)", show=False),
        Binding("left", "sift_by(-1)", show=False),
        *(Binding(key, f"sift('{sift}')", show=False) for sift, key in words.SIFT_KEYS.items()),
        Binding("s,f3", "scores", show=False),
        Binding("ctrl+r", "back", show=False),
        Binding("space,ctrl+g", "mark", show=False),
    ]

    def __init__(self, session: "Session", look: Look) -> None:
        super().__init__(session)
        self.look = look
        self.rows: tuple[Reviewed, ...] = ()
        self._carried: dict[str, Origin] = {}
        self.list = OptionList(markup=False)
        self._sifts = Static(id="sifts", markup=False)
        self._about = Static(id="about-answer", markup=False)
        self._say = Phrases(shipped_phrases())

    def compose(self) -> ComposeResult:
        """Sifts, list, and the answer that the list stands on."""
        yield self.heading
        yield self._sifts
        yield self.list
        yield self._about
        yield self.key_line

    def keys(self) -> Keys:
        """What can be done with the list."""
        here = (("Enter", "change"), ("Space", "mark")) if self.chosen else ()
        moves = (
            ("← →", "others"),
            ("s", "scores"),
            ("n", "notes"),
            ("r", "report"),
            ("Esc", "back"),
        )
        return (*here, *moves, ("F1", "help"), ("^P", "everything"))

    def actions(self) -> Iterator[Action]:
        """Everything that can be done here."""
        if self.chosen:
            yield Action("Change this answer", "Go to the question (Enter)", self.action_visit)
            yield Action("Mark", "To come back to, or not any more (Space)", self.action_mark)
        for sift in SIFTS:
            help_ = f"{words.SIFT_HELP[sift]} ({words.SIFT_KEYS[sift]})"
            title = f"Show: {words.SIFTS[sift]}"
            yield Action(title, help_, lambda s=sift: self.action_sift(s))  # type: ignore[misc]
        yield Action("Scores", "Verdicts, gates and sections (s)", self.action_scores)
        yield from super().actions()

    @property
    def chosen(self) -> Reviewed | None:
        """The question that the list stands on."""
        at = self.list.highlighted
        if at is None:
            return None
        wanted = self.list.get_option_at_index(at).id
        return next((row for row in self.rows if row.item.id == wanted), None)

    def draw(self) -> None:
        """Fill the list, and stand where one stood or nearby."""
        before = self.chosen.item.id if self.chosen else self.look.item
        self.rows = reviewed(self.session.flow, self.session.answers)
        self._carried = carried(self.session.entries)
        fitting = [row for row in self.rows if row.fits(self.look.sift)]
        self.list.clear_options()
        self.list.add_options(list(self._options(fitting)))
        near = self._near(fitting, before)
        if near is not None:
            self.list.highlighted = self.list.get_option_index(near)
        progress = self.session.progress()
        far = words.FAR.format(done=progress.done, total=progress.total)
        self.head(words.REVIEW_TITLE, self.look.notice or far)
        self._draw_sifts()
        self._draw_about()

    def on_resize(self, event: events.Resize) -> None:
        """Set the columns to the new width."""
        super().on_resize(event)
        self.draw()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the whole of another answer."""
        event.stop()
        self._draw_about()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.action_visit()

    def action_visit(self) -> None:
        """Go to the question, to answer it anew."""
        if self.chosen is not None:
            look = replace(self.look, item=self.chosen.item.id, notice="")
            looking.visit(self.home, self.session, look)

    def action_mark(self) -> None:
        """Mark the question to come back to, or take the mark away; stored before it shows."""
        if self.chosen is None:
            return
        try:
            marking.mark(self.session, self.chosen.item.id)
        except ReadinessError as error:
            self.notify(str(error), title=words.NOT_KEPT, timeout=20, markup=False)
            self.look_again()
        self.draw()
        self.show_keys()

    def action_sift(self, sift: Sift) -> None:
        """Show only some of the questions, or all."""
        item = self.chosen.item.id if self.chosen else self.look.item
        self.look = Look(sift, item)
        self.draw()
        self.show_keys()

    def action_sift_by(self, by: int) -> None:
        """Show the next ones of the line of sifts."""
        self.action_sift(SIFTS[(SIFTS.index(self.look.sift) + by) % len(SIFTS)])

    def action_scores(self) -> None:
        """Look at the scores instead."""
        looking.open_scores(self.home, self.session)

    def _near(self, fitting: list[Reviewed], item: str | None) -> str | None:
        """The question itself, or the next one after it that is shown, or the last one."""
        order = [row.item.id for row in self.rows]
        place = order.index(item) if item in order else 0
        after = [row.item.id for row in fitting if order.index(row.item.id) >= place]
        return next(iter([*after, *(row.item.id for row in fitting[-1:])]), None)

    def _options(self, fitting: list[Reviewed]) -> Iterator[Option]:
        width = max(40, self.app.size.width - 5)
        stretch = ""
        for row in fitting:
            if row.stretch.id != stretch:
                stretch = row.stretch.id
                title = Content.styled(fit(words.shown(row.stretch.title), width), "bold")
                yield Option(title, disabled=True)
            yield Option(self._drawn(row, width), id=row.item.id)

    def _drawn(self, row: Reviewed, width: int) -> Content:
        answer = words.shown(answer_label(row.item, row.answer, self._say)).replace("\n", " ")
        marks = ", ".join(_marks(row))
        told = WIDE_ANSWER if width >= ROOMY else ANSWER
        room = MARKS if width >= SLIM else 0
        name = width - told - room - 10
        text = f"{_sign(row)} {row.number:>3}  {fit(row.item.name, name)}  "
        return Content.assemble(
            text, fit(answer, told), "  ", (fit(marks, room) if room else "", "$said-older")
        )

    def _draw_sifts(self) -> None:
        """One line where there is room; the sift in use carries a sign and its count."""
        pieces = []
        for sift in SIFTS:
            count = sum(row.fits(sift) for row in self.rows)
            sign, style = ("›", "bold") if sift == self.look.sift else (" ", "$said-older")
            key, name = words.SIFT_KEYS[sift], words.SIFTS[sift]
            pieces.append(
                Content.assemble(
                    (sign, "bold"), (key, "bold $accent"), " ", (f"{name} {count}", style)
                )
            )
        width = max(20, self.app.size.width - 2)
        lines = flow([piece.plain for piece in pieces], width, " ")
        self._sifts.update(
            Content("\n").join([Content(" ").join([pieces[n] for n in row]) for row in lines])
        )

    def _draw_about(self) -> None:
        row = self.chosen
        if row is None:
            self._about.update(words.SIFT_NONE[self.look.sift])
            return
        width = min(80, max(20, self.app.size.width - 4))
        answer = " · ".join(
            [answer_label(row.item, row.answer, self._say), *_flag(row), *self._origin(row)]
        )
        lines = [Content.styled(line, "bold") for line in wrap(words.shown(row.item.ask), width)]
        lines += [Content(line) for line in wrap(words.shown(answer), width)[:2]]
        note = row.answer.note if row.answer else ""
        if note:
            told = wrap(words.shown(words.NOTE.format(note=note)), width)
            room = max(1, ABOUT_LINES - len(lines))
            more = (
                [*told[: room - 1], fit(f"{told[room - 1]} …", width)] if room < len(told) else told
            )
            lines += [Content.styled(line, "$said-older") for line in more]
        self._about.update(Content("\n").join(lines[:ABOUT_LINES]))

    def _origin(self, row: Reviewed) -> list[str]:
        """That an answer was carried over, and from which round."""
        origin = self._carried.get(row.item.id)
        if origin is None:
            return []
        return [words.CARRIED.format(round=words.shown(round_name(origin)))]


def _sign(row: Reviewed) -> str:
    """As the scores have it: a gate that is only partly there is not in place."""
    short = row.item.gate is not None and row.standing == "partly"
    return SIGNS["not_yet" if short else row.standing]


def _flag(row: Reviewed) -> list[str]:
    return [words.MARKED] if row.answer is not None and row.answer.flag else []


def _marks(row: Reviewed) -> Iterator[str]:
    """What else is to be said of an answer, in a word each."""
    yield from _flag(row)
    if row.answer is not None and row.answer.note:
        yield words.NOTED
