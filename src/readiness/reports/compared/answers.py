"""Answers that changed, in labels, and who gave them. Notes and words of one's own stay private."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from readiness.domain.answers import Respondent
from readiness.domain.comparing import Changed
from readiness.domain.rounds import Voice
from readiness.reports import carried
from readiness.reports.compared import phrases
from readiness.reports.compared.view import ChangedGroup, ChangedRow
from readiness.reports.words import number, one_line, opened


def groups(changed: Sequence[Changed], titles: Mapping[str, str]) -> Iterator[ChangedGroup]:
    """The answers that changed, by section.

    Args:
        changed: in the order of asking; gates are asked apart from their sections, and stand with these here.
        titles: of the sections, by id, in the order in which they are to stand.
    """
    order = {name: place for place, name in enumerate(titles)}
    found = sorted(changed, key=lambda each: order.get(each.pair.item.section, len(order)))
    for section, rows in groupby(found, key=lambda each: each.pair.item.section):
        yield ChangedGroup(titles.get(section, section), tuple(map(_row, rows)))


def _row(changed: Changed) -> ChangedRow:
    pair = changed.pair
    words = phrases.ANSWER.format(
        before=carried.label(pair.before, pair.before_answer),
        after=carried.label(pair.after, pair.after_answer),
    )
    steps = _steps(changed.steps)
    return ChangedRow(
        id=pair.id,
        topic=opened(pair.item.name),
        said=f"{words}, {steps}" if steps else words,
        who=_who(changed.before_by, changed.after_by),
    )


def _steps(steps: int | None) -> str:
    if steps is None:
        return ""
    if abs(steps) == 1:
        return phrases.ONE_STEP_UP if steps > 0 else phrases.ONE_STEP_DOWN
    pattern = phrases.STEPS_UP if steps > 0 else phrases.STEPS_DOWN
    return pattern.format(count=number(abs(steps)))


def _who(before: Voice | None, after: Voice | None) -> str:
    if before is None or after is None:
        known = before or after
        return phrases.BY.format(who=name(known)) if known else ""
    first, second = name(before), name(after)
    if first == second:
        return phrases.BY_BOTH.format(who=second)
    return phrases.BY_TWO.format(first=first, second=second)


def name(voice: Voice) -> str:
    """Who gave an answer: name and seat, as far as they are known."""
    person = named(voice.respondent)
    if voice.origin is None:
        return person
    return phrases.CARRIED_FROM.format(who=person, round=carried.round_name(voice.origin))


def named(respondent: Respondent) -> str:
    """A person by name and seat, as far as they are known."""
    person = one_line(respondent.name)
    role = phrases.ROLES[respondent.role] if respondent.role else ""
    if person and role:
        return phrases.NAMED.format(name=person, role=role)
    return person or role or phrases.NOBODY_NAMED
