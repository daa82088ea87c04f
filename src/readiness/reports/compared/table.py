"""A comparison as lines for a terminal: verdicts first, then scores, answers and actions."""

from collections.abc import Iterator
from textwrap import shorten

from readiness.reports.compared import phrases
from readiness.reports.compared.view import Comparison, MovedRow, Side

_WIDTH = 40


def as_table(comparison: Comparison) -> str:
    """All that is said of two rounds, one line each."""
    return "\n".join(_lines(comparison)).rstrip("\n") + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield from (comparison.title, "")
    yield from filter(None, (comparison.facts, comparison.carried, comparison.nothing))
    yield ""
    for verdict in comparison.verdicts:
        yield f"{verdict.heading}. {verdict.said}"
        yield from (f"  {gate}" for gate in verdict.gates)
    facts = [f"  {fact.topic}: {fact.said}" for fact in comparison.since]
    yield from ("", phrases.SINCE, *facts) if facts else ()
    for whole in comparison.wholes:
        yield from ("", whole.title)
        yield f"  {'':<{_WIDTH}} {phrases.THEN:>14}  {phrases.NOW:>14}"
        yield from map(_row, whole.rows)
    yield from ("", comparison.open) if comparison.open else ()
    yield from _changes(comparison)
    yield from ("", comparison.meaning)


def _changes(comparison: Comparison) -> Iterator[str]:
    """The answers that changed, and what was done."""
    for group in comparison.answers:
        yield from ("", group.title)
        for row in group.rows:
            yield f"  {row.topic}: {row.said}" + (f" ({row.who})" if row.who else "")
    for actions in comparison.actions:
        yield from ("", actions.title)
        for each in actions.rows:
            yield f"  {each.do}" + (f" ({each.reason})" if each.reason else "")
    if not comparison.actions:
        yield from ("", phrases.NO_ACTIONS)


def _row(row: MovedRow) -> str:
    title = shorten(row.title, _WIDTH, placeholder="…")
    return f"  {title:<{_WIDTH}} {_side(row.before):>14}  {_side(row.after):>14}  {row.label}"


def _side(side: Side) -> str:
    return side.shown if side.bounds in ("–", side.shown) else f"{side.shown} ({side.bounds})"
