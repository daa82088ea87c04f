"""Scores then and now, and what is said of the difference."""

from fractions import Fraction

from readiness.domain.movement import Moved, Whole
from readiness.domain.questionnaire import Section
from readiness.domain.scoring import Score, shown
from readiness.reports import phrases as reported
from readiness.reports.compared import phrases
from readiness.reports.compared.view import MovedRow, Side, WholeRows
from readiness.reports.words import listed, number


def rows(whole: Whole, sections: dict[str, Section]) -> WholeRows:
    """A questionnaire section by section, and all of it where it has more than one.

    Args:
        whole: both rounds.
        sections: by the ids of today, for their short titles.
    """
    every = [row(each, _short(each, sections)) for each in whole.sections]
    if len(every) > 1:
        every.append(row(whole.overall, phrases.OVERALL))
    return WholeRows(whole.overall.id, whole.overall.title, tuple(every))


def _short(moved: Moved, sections: dict[str, Section]) -> str:
    section = sections.get(moved.id)
    return (section.short or section.title) if section else moved.title


def row(moved: Moved, title: str) -> MovedRow:
    """One line; it has no figures where only leadership has answered what staff have to rate."""
    told = moved.change != "ask_staff"
    return MovedRow(
        id=moved.id,
        title=title,
        before=_side(moved.before if told else None),
        after=_side(moved.after if told else None),
        change=moved.change,
        label=phrases.CHANGES[moved.change],
        said=sentence(moved),
    )


def sentence(moved: Moved) -> str:
    """What is said of the difference."""
    if moved.change == "ask_staff":
        return phrases.ASK_STAFF
    if moved.change == "no_score":
        return phrases.NO_SCORE.format(which=_without_score(moved))
    before, after = (_figure(each) for each in (moved.before, moved.after))
    which = _others(moved)
    words = {"before": before, "after": after, "moved": _moves(moved), "which": which}
    if moved.change == "other_items":
        return (phrases.OTHER_ITEMS if which else phrases.OTHER_WEIGHTS).format(**words)
    told = _pattern(moved, same=before == after).format(**words)
    return f"{told} {phrases.ALSO.format(which=which)}" if which else told


def _pattern(moved: Moved, *, same: bool) -> str:
    if moved.change == "stayed":
        return phrases.STAYED_MOVED if moved.up or moved.down else phrases.STAYED
    if moved.change == "one_step":
        return phrases.ONE_STEP if moved.up + moved.down == 1 else phrases.NET_STEP
    if same:
        return phrases.ABOUT
    return phrases.ROSE if moved.change == "rose" else phrases.FELL


def _moves(moved: Moved) -> str:
    parts = [
        pattern.format(count=number(count), answers="answer" if count == 1 else "answers")
        for pattern, count in ((phrases.UP, moved.up), (phrases.DOWN, moved.down))
        if count
    ]
    return listed(parts) or phrases.NO_MOVE


def _others(moved: Moved) -> str:
    """Which questions count in one round only; empty for none."""
    parts = [
        pattern.format(
            count=number(count),
            questions=phrases.COUNTS_ONE if count == 1 else phrases.COUNTS_MANY,
        )
        for pattern, count in ((phrases.JOINED, moved.joined), (phrases.DROPPED, moved.dropped))
        if count
    ]
    return listed(parts)


def _without_score(moved: Moved) -> str:
    has = [each is not None and each.score is not None for each in (moved.before, moved.after)]
    if not any(has):
        return phrases.NEITHER
    return phrases.SECOND_ROUND if has[0] else phrases.FIRST_ROUND


def _figure(score: Score | None) -> str:
    return reported.NO_SCORE if score is None or score.score is None else str(shown(score.score))


def _side(score: Score | None) -> Side:
    if score is None:
        score = Score(score=None, low=None, high=None, band=None, answered=0, applicable=0)
    return Side(
        score=_number(score.score),
        low=_number(score.low),
        high=_number(score.high),
        shown=_figure(score),
        bounds=_bounds(score),
        stage=_stage(score),
        answered=score.answered,
        applicable=score.applicable,
    )


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _bounds(score: Score) -> str:
    if score.low is None or score.high is None:
        return reported.NO_SCORE
    if not score.unknown:
        return str(shown(score.low))
    return reported.RANGE.format(low=shown(score.low), high=shown(score.high))


def _stage(score: Score) -> str:
    if not score.applicable:
        return reported.DOES_NOT_APPLY
    if score.score is None:
        return reported.NOT_ANSWERED
    return reported.BANDS[score.band] if score.band else reported.TOO_LITTLE
