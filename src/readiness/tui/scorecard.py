"""Scores on a screen: verdicts and gates, bars with their bounds, the workplace survey, and what a step would change.

What is said of a score is what reports say of it. Everything is readable without colour; `as_text` leaves out the
drawing too, for screen readers.
"""

from collections.abc import Iterator, Sequence

from textual.content import Content

from readiness.domain.evaluation import Evaluation
from readiness.domain.scoring import BANDS as EDGES
from readiness.domain.scoring import Score
from readiness.domain.whatif import Rise, lifting, turning
from readiness.reports.phrases import BANDS
from readiness.reports.scorecards import bar, scorecards, surveys
from readiness.reports.verdicts import verdicts
from readiness.reports.view import GateRow, Scorecard, ScoreRow, Survey, Verdict
from readiness.reports.words import counted, opened
from readiness.tui import words
from readiness.tui.wrapping import fit, wrap

TWO_COLUMNS = 98  # cells from which the two moments stand side by side
TITLE, SCORE, BOUNDS, STAGE, ANSWERED = 14, 5, 8, 20, 8
SHORTEST_BAR, LONGEST_BAR = 12, 48
TABLE = 72  # cells below which sentences take the place of bars
ROOMY = 90  # cells from which the columns stand further apart
WIDEST_TEXT = 92
GAP = "  "
QUIET = "$said-older"

Lines = list[Content]


def drawn(evaluation: Evaluation, width: int) -> Content:
    """Everything, with bars.

    Args:
        evaluation: of the answers as they are now.
        width: in cells, at least 50.
    """
    cards, text = scorecards(evaluation), min(width, WIDEST_TEXT)
    parts = [
        _verdicts(verdicts(evaluation), width),
        *(_card(evaluation, card, width) for card in cards),
        *(_survey(survey, text) for survey in surveys(evaluation)),
        _what_if(evaluation, cards, text, "{topic} ({before} → {after})"),
    ]
    return _joined(parts)


def as_text(evaluation: Evaluation, width: int) -> Content:
    """The same in sentences, one for each thing, from top to bottom."""
    cards, text = scorecards(evaluation), min(width, WIDEST_TEXT)
    parts = [
        *(_verdict_in_text(verdict, text) for verdict in verdicts(evaluation)),
        *(_card_in_text(card, text) for card in cards),
        *(_survey_in_text(survey, text) for survey in surveys(evaluation)),
        _what_if(evaluation, cards, text, "{topic}, from {before} to {after}"),
    ]
    return _joined(parts)


def _joined(parts: Sequence[Lines]) -> Content:
    return Content("\n\n").join([Content("\n").join(part) for part in parts if part])


def _wrapped(text: str, width: int, style: str = "", indent: str = "") -> Lines:
    """A text in lines, those after the first set in a little."""
    lines = wrap(words.shown(text), width - len(indent))
    return [Content.styled((indent if n else "") + line, style) for n, line in enumerate(lines)]


# Verdicts and gates


def _verdicts(both: Sequence[Verdict], width: int) -> Lines:
    if width < TWO_COLUMNS:
        first, second = (_verdict(verdict, min(width, WIDEST_TEXT)) for verdict in both)
        return [*first, Content(""), *second]
    column = (width - 4) // 2
    first, second = (_verdict(verdict, column) for verdict in both)
    height = max(len(first), len(second))
    left = [line.pad_right(column - line.cell_length) for line in first]
    left += [Content(" " * column)] * (height - len(left))
    right = second + [Content("")] * (height - len(second))
    return [Content.assemble(a, " " * 4, b) for a, b in zip(left, right, strict=True)]


def _verdict(verdict: Verdict, width: int) -> Lines:
    said = " ".join(part for part in (verdict.headline, verdict.planned) if part)
    return [
        Content.styled(verdict.heading, QUIET),
        *_wrapped(said, width, "bold"),
        *(line for sign, gate, how in _gates(verdict) for line in _gate(sign, gate, how, width)),
    ]


def _gates(verdict: Verdict) -> Iterator[tuple[str, GateRow, str]]:
    """Every gate with its sign and how it stands; what stands in the way first."""
    for sign, gates, fallback in (
        ("✗", verdict.short, ""),
        ("?", verdict.unknown, ""),
        ("·", verdict.unanswered, words.NOT_ANSWERED),
        ("✓", verdict.met, ""),
    ):
        for gate in gates:
            yield sign, gate, gate.answer or fallback
    for gate in (*verdict.set_aside, *verdict.unexplained):
        yield "–", gate, words.SET_ASIDE


def _gate(sign: str, gate: GateRow, how: str, width: int) -> Lines:
    name = min(40, width - 16)
    line = f"  {sign} {fit(words.shown(gate.topic), name)}{GAP}{how}"
    told = wrap(words.shown(_reason(sign, gate)), width - 6) if sign == "–" else []
    return [Content(line), *(Content.styled(f"      {each}", QUIET) for each in told)]


def _reason(sign: str, gate: GateRow) -> str:
    """Why a gate was set aside; empty for others."""
    if sign != "–":
        return ""
    return words.REASON.format(reason=gate.reason) if gate.reason else words.NO_REASON


def _verdict_in_text(verdict: Verdict, width: int) -> Lines:
    said = " ".join(part for part in (verdict.headline, verdict.planned) if part)
    lines = [Content.styled(f"{verdict.heading}.", QUIET), *_wrapped(said, width, "bold")]
    for sign, gate, how in _gates(verdict):
        state = words.GATE_STATES[sign]
        told = f"{state}: {gate.topic}, {how[:1].lower()}{how[1:]}. {_reason(sign, gate)}"
        lines += _wrapped(told.strip(), width, "", GAP)
    return lines


# Sections


def _card(evaluation: Evaluation, card: Scorecard, width: int) -> Lines:
    if width < TABLE:
        return _card_in_text(card, width)
    scores = evaluation.score_of(card.id)
    by_id = {each.section.id: each.score for each in scores.sections} if scores else {}
    gap = " " * (2 if width >= ROOMY else 1)
    fixed = TITLE + SCORE + BOUNDS + STAGE + ANSWERED + 5 * len(gap)
    cells = min(LONGEST_BAR, max(SHORTEST_BAR, width - fixed)) // 4 * 4
    edges = "".join(f"{edge:<{cells // 4}}" for edge in (0, 25, 50, 75))
    names = (words.PART, words.SCORE, words.COULD_BE, edges, words.STAGE, words.ANSWERED)
    text = min(width, WIDEST_TEXT)
    return [
        *_wrapped(card.overall, text, "bold"),
        Content(""),
        Content.styled(_columns(names, gap), QUIET),
        *(Content(_columns(_cells(row, by_id[row.id], cells), gap)) for row in card.rows),
        *_wrapped(words.LEGEND, text, QUIET),
    ]


def _columns(cells: Sequence[str], gap: str) -> str:
    title, score, bounds, line, stage, answered = cells
    start = (fit(title, TITLE), f"{score:>{SCORE}}", f"{bounds:<{BOUNDS}}", line)
    return gap.join((*start, fit(stage, STAGE), answered))


def _cells(row: ScoreRow, score: Score, cells: int) -> tuple[str, ...]:
    line = _ticked(bar(score, cells))
    return row.title, row.score, row.bounds, line, row.stage, row.answered


def _ticked(line: str) -> str:
    """A bar with the edges of the bands in its empty part."""
    places = {int(edge * len(line) / 100) for edge, _ in EDGES if edge}
    return "".join(
        "│" if place in places and sign == "·" else sign for place, sign in enumerate(line)
    )


def _card_in_text(card: Scorecard, width: int) -> Lines:
    lines = _wrapped(card.overall, width, "bold")
    for row in card.rows:
        pattern = words.SECTION if row.score == row.bounds else words.SECTION_BOUNDS
        if not row.score.isdecimal():
            pattern = words.SECTION_NONE
        said = pattern.format(
            title=row.title,
            score=row.score,
            stage=row.stage,
            bounds=row.bounds,
            answered=row.answered,
        )
        lines += _wrapped(said, width, "", GAP)
    return lines


# The workplace survey


def _survey(survey: Survey, width: int) -> Lines:
    lines = [*_survey_head(survey, width)]
    for row in survey.rows:
        start = f"{row.bar:<5}{GAP}{fit(row.answer, 17)}{GAP}"
        said = f"{row.ask} ({row.weak})" if row.weak else row.ask
        told = wrap(words.shown(said), width - len(start))
        lines += [
            Content((start if not n else " " * len(start)) + line) for n, line in enumerate(told)
        ]
    return lines


def _survey_in_text(survey: Survey, width: int) -> Lines:
    lines = [*_survey_head(survey, width)]
    for row in survey.rows:
        weak = f" ({row.weak})" if row.weak else ""
        lines += _wrapped(f"{row.answer}: {row.ask}{weak}", width, "", GAP)
    return lines


def _survey_head(survey: Survey, width: int) -> Iterator[Content]:
    yield Content.styled(words.SURVEY, QUIET)
    yield from _wrapped(" ".join(survey.said), width)


# What if


def _what_if(evaluation: Evaluation, cards: Sequence[Scorecard], width: int, pattern: str) -> Lines:
    """What would turn each verdict, then what would lift each section, the nearest first."""
    said = [*_turns(evaluation, pattern), *_lifts(evaluation, cards, pattern)]
    if not said:
        return []
    lines = [Content.styled(words.WHAT_IF, QUIET)]
    for text in (*said, words.WHAT_IF_MEANING):
        style = QUIET if text == words.WHAT_IF_MEANING else ""
        lines += _wrapped(text, width, style, GAP)
    return lines


def _turns(evaluation: Evaluation, pattern: str) -> Iterator[str]:
    headings = {verdict.moment: verdict.heading for verdict in verdicts(evaluation)}
    for hire in evaluation.hires.values():
        turn = turning(hire)
        if turn is not None:
            yield words.TURN[turn.becomes].format(
                heading=headings[hire.moment],
                steps=_steps(turn.steps),
                rises=_rises(turn.rises, pattern),
            )


def _lifts(evaluation: Evaluation, cards: Sequence[Scorecard], pattern: str) -> Iterator[str]:
    found = [
        lifting(each.section, each.score, evaluation.asked, evaluation.answers)
        for card in cards
        if (scores := evaluation.score_of(card.id)) is not None
        for each in scores.sections
    ]
    for lift in sorted((lift for lift in found if lift), key=lambda lift: lift.steps):
        yield words.LIFT.format(
            section=lift.section.short or lift.section.title,
            stage=BANDS[lift.becomes],
            steps=_steps(lift.steps),
            rises=_rises(lift.rises, pattern),
        )


def _steps(count: int) -> str:
    return opened(counted(count, "step", "steps"))


def _rises(rises: Sequence[Rise], pattern: str) -> str:
    return "; ".join(
        pattern.format(topic=r.item.name, before=r.before.label, after=r.after.label) for r in rises
    )
