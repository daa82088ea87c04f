"""The figures of the training plan as people read them: ranges, money, and the cells of its table."""

from collections.abc import Callable, Iterable, Mapping

from readiness.domain.headcounts import Amount, Span
from readiness.domain.training import Group, PlannedTraining, TrainingPlan
from readiness.reports import training_phrases as say
from readiness.reports.view_learning import PlanLine
from readiness.reports.words import amount, listed


def line(row: PlannedTraining) -> PlanLine:
    """A training's line in the table."""
    return PlanLine(
        title=row.training.title,
        who=_who(row),
        sessions=_sessions(row),
        hours=_hours(row),
        cost=_cost(row),
    )


def total(plan: TrainingPlan) -> PlanLine | None:
    """The last line of the table; None where no session of one's own can be counted."""
    if plan.sessions.most == 0 or not any(row.counted for row in plan.rows):
        return None
    without = [
        *([say.BLANKS] if any(not each.known for _, each in groups(plan)) else []),
        *([say.SHARES] if any(row.shares for row in plan.rows) else []),
        *([say.UNPRICED] if any(row.counted and row.cost is None for row in plan.rows) else []),
    ]
    return PlanLine(
        title=say.IN_ALL_WITHOUT.format(parts=listed(without)) if without else say.IN_ALL,
        who="",
        sessions=shown(plan.sessions),
        hours=shown(plan.hours),
        cost=dollars(plan.cost),
    )


def with_figures(row: PlannedTraining, titles: Mapping[str, str]) -> str:
    """A training in a sentence, with its sessions and its cost.

    Args:
        row: the training.
        titles: of every training, by id.
    """
    training = row.training
    first = [say.MORE_AFTER.format(first=titles[training.requires])] if training.requires else []
    first += [say.MORE_CALIFORNIA] if training.california else []
    sessions = say.SESSIONS[row.sessions != Span(1, 1)].format(count=_sessions(row))
    if training.by_choice:
        sessions = say.MORE_BY_CHOICE.format(sessions=sessions)
    counted = [sessions] if row.counted and not row.shares else []
    figures = "; ".join([*first, ", ".join([*counted, _cost(row)])])
    return say.MORE.format(title=training.title, figures=figures)


def groups(plan: TrainingPlan) -> Iterable[tuple[PlannedTraining, Group]]:
    """Every group of every training of the plan."""
    return ((row, each) for row in plan.rows for each in row.groups)


def people(each: Group) -> str:
    """Who a group is: "14 managers", "50 to 249 people"."""
    one, many = say.PEOPLE[each.who]
    return f"{shown(each.people)} {one if each.people == Span(1, 1) else many}"


def shown(span: Span) -> str:
    """A figure, or from–to."""
    return _span(span, amount)


def dollars(span: Span) -> str:
    """Money, or from–to."""
    return say.FREE if span == Span(0, 0) else _span(span, money)


def money(value: Amount) -> str:
    """So many dollars: $14,000."""
    return say.MONEY.format(amount=amount(value))


def _span(span: Span, figure: Callable[[Amount], str]) -> str:
    if span.most is None:
        return say.FROM.format(least=figure(span.least))
    if span.exact:
        return figure(span.most)
    if span.least == 0:
        return say.UP_TO.format(most=figure(span.most))
    return say.RANGE.format(least=figure(span.least), most=figure(span.most))


def _who(row: PlannedTraining) -> str:
    said = listed([_group(each) for each in row.groups])
    if row.training.by_choice and row.counted:
        return say.BY_CHOICE.format(people=said)
    if any(each.who == "apart" for each in row.groups):
        return say.SEATED_APART_UNKNOWN.format(people=said) if row.counted else said
    return say.SEATED_APART.format(people=said) if len(row.groups) > 1 else said


def _group(each: Group) -> str:
    return people(each) if each.known else say.BLANK.format(people=say.PEOPLE[each.who][1])


def _sessions(row: PlannedTraining) -> str:
    training = row.training
    own = [shown(row.sessions)] if _holds_own(row) else []
    shared = [say.SHARED.format(count=row.shares)] if row.shares else []
    blank = say.A_GROUP_OF.format(least=training.group_min, most=training.group_max)
    return " + ".join([*own, *shared, *([blank] if _has_blank(row) else [])])


def _hours(row: PlannedTraining) -> str:
    each = amount(row.training.hours)
    own = [shown(row.hours)] if _holds_own(row) else []
    blank = [say.A_GROUP.format(figure=each)] if _has_blank(row) else []
    return " + ".join([*own, *blank]) or say.A_SESSION.format(figure=each)


def _cost(row: PlannedTraining) -> str:
    price = row.training.price_usd
    if price is None:
        return say.NO_PRICE
    if price == 0:
        return say.FREE
    own = [dollars(row.cost)] if row.cost is not None and _holds_own(row) else []
    shared = [say.SHARE_OF.format(money=money(row.shares * price))] if row.shares else []
    blank = [say.A_GROUP.format(figure=money(price))] if _has_blank(row) else []
    return " + ".join([*own, *shared, *blank])


def _holds_own(row: PlannedTraining) -> bool:
    return row.counted and row.sessions.most != 0


def _has_blank(row: PlannedTraining) -> bool:
    return any(not each.known for each in row.groups)
