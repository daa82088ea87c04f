"""A comparison, made into its view model."""

from collections.abc import Iterator, Mapping

from readiness.domain.answers import Assessment, Missing
from readiness.domain.carrying import Origin
from readiness.domain.comparing import Changed, GateMoved, Turned
from readiness.domain.comparing import Comparison as Compared
from readiness.domain.plan import PlannedAction
from readiness.domain.questionnaire import Section
from readiness.reports import carried
from readiness.reports.compared import answers, phrases, scores
from readiness.reports.compared.view import ActedGroup, ActedRow, Comparison, TurnedRow
from readiness.reports.words import number, one_line, opened


def comparison(compared: Compared) -> Comparison:
    """Everything that is said of two rounds."""
    first, second = (each.evaluation.assessment for each in (compared.first, compared.second))
    sections = _sections(compared)
    facts = {item.id for item in carried.asked_since(compared.second.evaluation)}
    listed = [c for c in compared.answers if c.pair.id not in facts and not _is_open(c)]
    titles = {name: section.title for name, section in sections.items()}
    actions = tuple(_actions(compared))
    turned = any(each.turned or each.gates for each in compared.verdicts)
    changed = bool(compared.answers or actions or turned)
    return Comparison(
        title=_title(first, second),
        agency=one_line(second.agency),
        facts=_facts(first, second),
        carried=_carried(compared),
        nothing="" if changed else phrases.NOTHING,
        verdicts=tuple(map(_turned, compared.verdicts)),
        since=carried.since(compared.second.evaluation),
        actions=actions,
        no_actions=phrases.NO_ACTIONS,
        wholes=tuple(scores.rows(whole, sections) for whole in compared.wholes),
        meaning=phrases.MEANING,
        answers=tuple(answers.groups(listed, titles)),
        open=_open(sum(map(_is_open, compared.answers))),
    )


def _sections(compared: Compared) -> dict[str, Section]:
    """The sections of both rounds, those of the second first."""
    found: dict[str, Section] = {}
    for each in (compared.second, compared.first):
        for questionnaire in each.evaluation.flow.questionnaires:
            for section in questionnaire.sections:
                found.setdefault(section.id, section)
    return found


def _title(first: Assessment, second: Assessment) -> str:
    names = one_line(first.agency), one_line(second.agency)
    if names[0] != names[1] and all(names):
        return phrases.TITLE_TWO.format(first=names[0], second=names[1])
    agency = names[1] or names[0]
    return phrases.TITLE.format(agency=agency) if agency else phrases.TITLE_NO_AGENCY


def _facts(first: Assessment, second: Assessment) -> str:
    rounds = [
        carried.round_name(Origin(round=each.round, date=each.date)) for each in (first, second)
    ]
    told = phrases.FACTS.format(first=rounds[0], second=rounds[1])
    remarks = (
        phrases.SCOPES_DIFFER if first.scope != second.scope else "",
        phrases.OTHER_PERSON if first.respondent != second.respondent else "",
    )
    return " ".join(filter(None, (told, *remarks)))


def _is_open(changed: Changed) -> bool:
    """Whether it was answered in the first round, and is asked and not answered in the second."""
    answer = changed.pair.after_answer
    left = answer is None or answer.value is Missing.SKIPPED
    return left and changed.pair.after is not None


def _open(count: int) -> str:
    if count == 1:
        return phrases.OPEN_ONE
    return phrases.OPEN.format(count=opened(number(count))) if count else ""


def _carried(compared: Compared) -> str:
    rounds = carried.rounds(compared.second.evaluation)
    if not rounds:
        return ""
    if compared.carried == 1:
        return phrases.CARRIED_ONE.format(rounds=rounds)
    return phrases.CARRIED.format(count=opened(number(compared.carried)), rounds=rounds)


def _turned(turned: Turned) -> TurnedRow:
    words: Mapping[str, str] = {
        "before": phrases.VERDICTS[turned.before],
        "after": phrases.VERDICTS[turned.after],
    }
    told = (phrases.TURNED if turned.turned else phrases.NOT_TURNED).format(**words)
    if turned.single_step:
        told = f"{told} {phrases.VERDICT_ONE_STEP}"
    return TurnedRow(
        moment=turned.moment,
        heading=phrases.MOMENTS[turned.moment],
        said=told,
        turned=turned.turned,
        gates=tuple(map(_gate, turned.gates)),
    )


def _gate(gate: GateMoved) -> str:
    return phrases.GATE.format(
        topic=opened(gate.pair.item.name),
        before=phrases.GATE_STATES[gate.before],
        after=phrases.GATE_STATES[gate.after],
    )


def _actions(compared: Compared) -> Iterator[ActedGroup]:
    found = (
        (phrases.DONE, compared.done),
        (phrases.DROPPED_ACTIONS, compared.dropped),
        (phrases.SETTLED, compared.settled),
    )
    for title, actions in found:
        if actions:
            yield ActedGroup(title, tuple(map(_acted, actions)))


def _acted(planned: PlannedAction) -> ActedRow:
    dropped = planned.mark.state == "dropped"
    reason = (one_line(planned.mark.reason) or phrases.NO_REASON) if dropped else ""
    return ActedRow(planned.action.id, one_line(planned.action.do), reason)
