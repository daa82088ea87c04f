"""What a follow-up round says of the round before: what was carried over from it, and what has happened since."""

from collections.abc import Iterator
from datetime import date

from readiness.domain.answers import Answer, Missing
from readiness.domain.carrying import Origin
from readiness.domain.evaluation import Evaluation
from readiness.domain.flow import FOLLOW_UP
from readiness.domain.questionnaire import Item
from readiness.reports import carried_phrases as said
from readiness.reports import phrases
from readiness.reports.carried_view import CarriedGroup, FollowUp, SinceRow
from readiness.reports.words import day, listed, number, one_line, opened


def follow_up(evaluation: Evaluation) -> FollowUp | None:
    """The round before, as a follow-up sees it; None in a round that follows none."""
    facts, groups = since(evaluation), tuple(_groups(evaluation))
    if not facts and not groups:
        return None
    return FollowUp(carried=_sentence(evaluation), groups=groups, since=facts)


def _sentence(evaluation: Evaluation) -> str:
    """How many answers were carried over, and from which rounds; empty for none."""
    origins = rounds(evaluation)
    if not origins:
        return ""
    count = len(_carried(evaluation))
    if count == 1:
        return said.CARRIED_ONE.format(rounds=origins)
    return said.CARRIED.format(count=opened(number(count)), rounds=origins)


def _groups(evaluation: Evaluation) -> Iterator[CarriedGroup]:
    """Which answers were carried over, by the round that they are from and by section."""
    found: dict[tuple[str, str], list[str]] = {}
    titles = {s.id: s.title for q in evaluation.flow.questionnaires for s in q.sections}
    for name, origin in _carried(evaluation).items():
        item = evaluation.asked[name]
        key = round_name(origin), titles.get(item.section, item.section)
        found.setdefault(key, []).append(item.name)
    for (origin_name, title), topics in found.items():
        yield CarriedGroup(origin_name, title, tuple(topics))


def rounds(evaluation: Evaluation) -> str:
    """The rounds that answers were carried over from, in a row; empty for none."""
    return listed(list(dict.fromkeys(map(round_name, _carried(evaluation).values()))))


def round_name(origin: Origin) -> str:
    """A round by its name and day."""
    called = one_line(origin.round)
    if origin.date is None:
        return said.ROUND_NO_DAY.format(round=called)
    return said.ROUND.format(round=called, day=day(origin.date))


def asked_since(evaluation: Evaluation) -> tuple[Item, ...]:
    """The questions about the time since the last round that are asked."""
    every = (i for q in evaluation.flow.questionnaires if q.id == FOLLOW_UP for i in q.items())
    return tuple(item for item in every if item.id in evaluation.asked)


def since(evaluation: Evaluation) -> tuple[SinceRow, ...]:
    """What was told about the time since the last round."""
    return tuple(
        SinceRow(opened(item.name), label(item, evaluation.answers.get(item.id)))
        for item in asked_since(evaluation)
    )


def label(item: Item | None, answer: Answer | None) -> str:
    """What an item was answered with, in a few words; never the words that somebody typed, unless they are shared."""
    if item is None:
        return said.NOT_ASKED
    if answer is None or answer.value is Missing.SKIPPED:
        return said.NO_ANSWER
    value = answer.value
    if isinstance(value, Missing):
        known = value is Missing.DONT_KNOW
        return (phrases.DONT_KNOW if known else phrases.NOT_APPLICABLE).lower()
    if isinstance(value, date):
        return day(value)
    if item.kind == "text":
        return f"“{one_line(str(value))}”" if answer.share else said.OWN_WORDS
    labels = {option.id: option.label for option in item.scale.options} if item.scale else {}
    chosen = value if isinstance(value, tuple) else (str(value),)
    return listed([labels.get(each, each) for each in chosen])


def _carried(evaluation: Evaluation) -> dict[str, Origin]:
    """What was carried over and counts, in the order of asking."""
    found = evaluation.carried
    return {name: found[name] for name in evaluation.asked if name in found}
