"""The verdicts in words, with the gates behind them, and whose account it all is."""

from collections.abc import Sequence
from datetime import date

from readiness.domain.answers import ROLES, Missing, Respondent
from readiness.domain.checklist import in_words
from readiness.domain.evaluation import Evaluation
from readiness.domain.gates import MET_AT, Gate, Hire, undecided
from readiness.domain.plan import DATES, PlannedAction
from readiness.domain.questionnaire import MOMENTS, Item, Moment
from readiness.reports import phrases
from readiness.reports.view import GateRow, Verdict
from readiness.reports.words import clean, closed, counted, day, listed, number, one_line, opened

_PEERS_NOW = "profile.peers_now"
_PEERS_PER_PROGRAM = "profile.peers_per_program"
_TWO_PER_PROGRAM = "contact.two_per_program"
_NEXT_VOICES: dict[object, str] = {
    "yes": phrases.NEXT_VOICE_PEERS_HERE,
    "no": phrases.NEXT_VOICE_NO_PEERS,
}


def verdicts(evaluation: Evaluation) -> tuple[Verdict, ...]:
    """How posting and day one stand, in words."""
    return tuple(_verdict(evaluation, evaluation.hires[moment]) for moment in MOMENTS)


def voice(evaluation: Evaluation) -> tuple[str, ...]:
    """Whose account this is, whose voice is missing, and whom to hear next, as sentences."""
    respondent = evaluation.assessment.respondent
    role = respondent.role
    said = [_account(respondent)]
    missing = [phrases.VOICES[other] for other in ROLES if other != role]
    if role is not None:
        said.append(phrases.MISSING_VOICES.format(voices=listed(missing)))
    if role in phrases.LIVED_ROLES:
        said.append(phrases.NEXT_VOICE_LEADERSHIP)
    elif role is None:
        said.append(phrases.NEXT_VOICE_ANYONE)
    elif _peer_run(evaluation):
        said.append(phrases.NEXT_VOICE_PEER_RUN)
    else:
        said.append(_NEXT_VOICES.get(_said(evaluation, _PEERS_NOW), phrases.NEXT_VOICE))
    return tuple(said)


def _account(respondent: Respondent) -> str:
    name = one_line(respondent.name)
    pattern = phrases.ACCOUNT
    if name:
        pattern = phrases.ACCOUNT_OF if respondent.role else phrases.ACCOUNT_BY
    return pattern.format(account=phrases.ACCOUNTS[respondent.role], name=name)


def _verdict(evaluation: Evaluation, hire: Hire) -> Verdict:
    peers_here = _said(evaluation, _PEERS_NOW) == "yes"
    headings = phrases.HEADINGS_PEERS_HERE if peers_here else phrases.HEADINGS
    rows = {
        state: tuple(_gate(evaluation, gate) for gate in hire.in_state(state))
        for state in ("short", "unknown", "met", "set_aside")
    }
    waiting = tuple(_waiting(evaluation, item) for item in _undecided(evaluation, hire.moment))
    return Verdict(
        moment=hire.moment,
        heading=headings[hire.moment],
        headline=_whole_headline(evaluation, hire, len(waiting), peers_here=peers_here),
        shortest=_shortest(len(rows["short"])),
        planned=_planned(evaluation, hire.moment),
        remark=_lone_peer(evaluation, hire),
        short=rows["short"],
        unknown=(*(row for row in rows["unknown"] if row.answer), *waiting),
        unanswered=tuple(row for row in rows["unknown"] if not row.answer),
        met=rows["met"],
        set_aside=tuple(row for row in rows["set_aside"] if row.reason),
        unexplained=tuple(row for row in rows["set_aside"] if not row.reason),
    )


def _undecided(evaluation: Evaluation, moment: Moment) -> tuple[Item, ...]:
    """The gates that may yet be asked, once more is known of the agency."""
    flow = evaluation.flow
    return undecided(moment, flow.items, flow.lookup(evaluation.answers))


def _waiting(evaluation: Evaluation, item: Item) -> GateRow:
    facts = {each.id: each for q in evaluation.questionnaires for each in q.items()}
    condition = in_words(item.when, facts) if item.when else ""
    whom = phrases.ASKED_ONCE.format(condition=condition)
    return GateRow(id=item.id, topic=item.name, whom=whom, ours=item.derived)


def _whole_headline(evaluation: Evaluation, hire: Hire, waiting: int, *, peers_here: bool) -> str:
    """The verdict in words, with how much more may be needed that was not asked yet."""
    if not waiting:
        return _headline(evaluation, hire, peers_here=peers_here)
    whether = phrases.WHETHER_MORE.format(more=counted(waiting, "more", "more"), are=_are(waiting))
    if hire.verdict == "ready":
        return _ready(evaluation, phrases.READY_SO_FAR, whether=whether)
    return f"{_headline(evaluation, hire, peers_here=peers_here)} {opened(whether)}."


def _headline(evaluation: Evaluation, hire: Hire, *, peers_here: bool) -> str:
    short, unknown = len(hire.in_state("short")), len(hire.in_state("unknown"))
    every = short + unknown + len(hire.in_state("met"))
    moment = phrases.NEEDED_BY[hire.moment]
    if hire.verdict == "not_yet":
        held = _hold(hire.moment, short, every, peers_here=peers_here)
        also = phrases.ALSO_UNKNOWN.format(unknown=opened(number(unknown)), are=_are(unknown))
        return f"{held} {also}" if unknown else held
    if hire.verdict == "find_out":
        if not any(gate.answer for gate in hire.in_state("unknown")) and unknown == every:
            return phrases.NOTHING_KNOWN.format(all=number(every), moment=moment)
        if unknown == every:
            return phrases.FIND_OUT_ALL.format(all=number(every), moment=moment)
        return phrases.FIND_OUT.format(
            unknown=number(unknown), all=number(every), moment=moment, are=_are(unknown)
        )
    if hire.verdict == "ready":
        return _ready(evaluation, phrases.READY)
    pattern = phrases.NO_VERDICT_SET_ASIDE if hire.gates else phrases.NO_VERDICT
    return pattern.format(moment=moment)


def _hold(moment: Moment, short: int, every: int, *, peers_here: bool) -> str:
    if peers_here:
        return phrases.HOLD_PEERS_HERE[moment].format(
            these="this" if short == 1 else "these",
            short=number(short),
            all=number(every),
            are=_are(short),
        )
    needed = phrases.NEEDED_BY[moment]
    if short == every:
        which = "the one thing" if every == 1 else f"none of the {number(every)} things"
        are = "is not" if every == 1 else "is"
        return phrases.HOLD_ALL.format(moment=needed, which=which, are=are)
    return phrases.HOLD.format(
        moment=needed, short=number(short), all=number(every), are=_are(short)
    )


def _ready(evaluation: Evaluation, pattern: str, **more: str) -> str:
    role = evaluation.assessment.respondent.role
    if role is None:
        unconfirmed = phrases.UNCONFIRMED_BY_ANYONE
    elif role in phrases.LIVED_ROLES:
        unconfirmed = phrases.UNCONFIRMED_BY_LEADERSHIP
    elif _peer_run(evaluation):
        unconfirmed = phrases.UNCONFIRMED_PEER_RUN
    else:
        unconfirmed = phrases.UNCONFIRMED
    return pattern.format(account=phrases.BY_ACCOUNT[role], unconfirmed=unconfirmed, **more)


def _shortest(short: int) -> str:
    if not short:
        return ""
    return phrases.SHORTEST[min(short, max(phrases.SHORTEST))]


def _planned(evaluation: Evaluation, moment: Moment) -> str:
    value = _said(evaluation, DATES[moment])
    if not isinstance(value, date):
        return ""
    said = phrases.PLANNED[moment].format(day=day(value))
    today, posting = evaluation.assessment.date, _said(evaluation, DATES["posting"])
    if today is not None and value < today:
        return f"{said} {phrases.DATE_PAST}"
    if isinstance(posting, date) and value < posting:
        return f"{said} {phrases.DATES_TURNED}"
    return said


def _lone_peer(evaluation: Evaluation, hire: Hire) -> str:
    """That one peer in each program is planned, where two were called in place; empty otherwise."""
    planned = _said(evaluation, _PEERS_PER_PROGRAM)
    met = [gate for gate in hire.in_state("met") if gate.item.id == _TWO_PER_PROGRAM]
    return phrases.LONE_PEER.format(answer=answer_label(met[0])) if met and planned == 1 else ""


def _peer_run(evaluation: Evaluation) -> bool:
    return _said(evaluation, "profile.kind") == "peer_run"


def _gate(evaluation: Evaluation, gate: Gate) -> GateRow:
    item = gate.item
    section = next(s for q in evaluation.questionnaires for s in q.sections if s.id == item.section)
    return GateRow(
        id=item.id,
        topic=item.name,
        answer=answer_label(gate),
        way=_way(gate, evaluation.proposal.actions) if gate.state == "short" else "",
        whom=(item.find_out or section.find_out or phrases.ASK) if gate.state == "unknown" else "",
        reason=clean(gate.reason).strip(),
        ours=item.derived,
    )


def answer_label(gate: Gate) -> str:
    """The label of what a gate was answered with; empty where it was not answered."""
    value = gate.answer.value if gate.answer else None
    if value is Missing.DONT_KNOW:
        return phrases.DONT_KNOW
    if isinstance(value, str) and gate.item.scale and value in gate.item.scale.ids:
        return gate.item.scale.option(value).label
    return ""


def _way(gate: Gate, actions: Sequence[PlannedAction]) -> str:
    """The first action after which the gate would be met; any of its actions where none goes so far by itself."""
    own = [
        planned
        for planned in actions
        if planned.item is not None and planned.item.id == gate.item.id
    ]
    enough = [planned for planned in own if opens_gate(planned)]
    return closed((enough or own)[0].action.do) if own else ""


def opens_gate(planned: PlannedAction) -> bool:
    """Whether doing it is just enough for its gate to be met; other actions fall short of that, or go beyond it."""
    if planned.item is None or planned.item.scale is None:
        return False
    enough = [option for option in planned.item.scale.options if (option.points or 0) >= MET_AT]
    return planned.retired_by == enough[0]


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _said(evaluation: Evaluation, item_id: str) -> object:
    """What an asked item was answered with; None for nothing."""
    answer = evaluation.answers.get(item_id) if item_id in evaluation.asked else None
    return answer.value if answer else None


def more_strengths(more: int) -> str:
    """That there are more strengths than page one shows; empty where there are none."""
    if more <= 0:
        return ""
    return phrases.MORE_STRENGTHS.format(more=counted(more, "more", "more"))
