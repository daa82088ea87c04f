"""The training plan as rows: whose numbers it goes by, its table, and what has to be said about its figures."""

from collections.abc import Iterator

from readiness.domain.content import Cited, Sources, Trainings
from readiness.domain.headcounts import Headcounts, Span
from readiness.domain.training import Group, TrainingPlan, Who
from readiness.reports import training_phrases as say
from readiness.reports.sources import label
from readiness.reports.training_figures import groups, line, money, people, shown, total
from readiness.reports.view_learning import TrainingPlanRows
from readiness.reports.words import amount, counted, listed, number, opened

# Who may come to a course beside those whom the profile counts.
_BESIDE = ("peers", "clinicians", "contract_monitors", "other_professionals")


def plan_rows(
    plan: TrainingPlan, menu: Trainings, sources: Sources, size: str = ""
) -> TrainingPlanRows | None:
    """The training plan for a report; None where no training fits.

    Args:
        plan: its figures.
        menu: what is said of all trainings.
        sources: what source ids stand for.
        size: the id of the band of the agency's size; empty where nobody said.
    """
    if not plan.rows:
        return None
    notes = (*_of_groups(plan), *_of_trainings(plan), _time(plan), _cited(menu.discount, sources))
    return TrainingPlanRows(
        lead=_lead(plan.heads, size),
        rows=tuple(line(row) for row in plan.rows),
        total=total(plan),
        notes=tuple(filter(None, notes)),
        warning=menu.confirm.about,
        sources="; ".join(_sources(plan, sources)),
    )


def _lead(heads: Headcounts, size: str) -> str:
    managers = _headcount(heads.managers, "managers")
    staff = _headcount(heads.staff, "staff")
    if managers and staff:
        return f"{say.BOTH_KNOWN.format(managers=managers, staff=staff)} {say.START}"
    missing = say.NONE_KNOWN
    if managers or staff:
        unknown = say.PEOPLE["staff" if managers else "managers"][1]
        missing = say.ONE_KNOWN.format(known=managers or staff, unknown=unknown)
    by_size = [say.BY_SIZE.format(size=say.BANDS[size])] if size in say.BANDS else []
    return " ".join([missing, *by_size, say.PUT_IN, say.START])


def _headcount(count: int | None, who: Who) -> str:
    return "" if count is None else f"{amount(count)} {say.PEOPLE[who][count != 1]}"


def _of_groups(plan: TrainingPlan) -> Iterator[str]:
    """What to do where people are too few, and where nobody knows how many they are."""
    few = dict.fromkeys(
        _too_few(each, row.training.group_min)
        for row, each in groups(plan)
        if each.short or each.left
    )
    if few:
        apart = any(row.training.apart and row.shares for row in plan.rows)
        yield " ".join(
            filter(
                None,
                [
                    say.TOO_FEW.format(groups="; ".join(few)),
                    say.INSTEAD,
                    say.INSTEAD_APART if apart else "",
                    _alone(plan),
                ],
            )
        )
    blank = next(((row.training, each) for row, each in groups(plan) if not each.known), None)
    if blank is not None:
        training, each = blank
        price = training.price_usd
        hours = say.HOURS.format(hours=amount(training.hours))
        yield say.FILL_IN.format(
            title=training.title,
            people=say.PEOPLE[each.who][1],
            most=training.group_max,
            figures=listed([*([money(price)] if price else []), hours]),
        )


def _too_few(each: Group, least: int) -> str:
    if each.left and not each.short:
        return say.LEFT_OVER.format(left=number(each.left), people=people(each), least=least)
    return say.TOO_FEW_GROUP.format(people=people(each), least=least)


def _alone(plan: TrainingPlan) -> str:
    """What whole sessions for those who are too few would cost; empty where nothing has a price."""
    paid = [row for row in plan.rows if row.shares and row.training.price_usd]
    cost = sum(row.shares * (row.training.price_usd or 0) for row in paid)
    sessions = sum(row.shares for row in paid)
    if not cost:
        return ""
    return say.ALONE.format(sessions=counted(sessions, "session", "sessions"), money=money(cost))


def _of_trainings(plan: TrainingPlan) -> Iterator[str]:
    """Who comes on top, what comes after what, and what people choose for themselves."""
    beside = {each for row in plan.rows if row.counted for each in row.training.audience}
    if uncounted := [say.AUDIENCES[each] for each in _BESIDE if each in beside]:
        yield say.ON_TOP.format(people=opened(listed(uncounted)))
    titles = {row.training.id: row.training.title for row in plan.rows}
    for row in plan.rows:
        if row.training.requires in titles:
            first = titles[row.training.requires]
            yield say.AFTER.format(title=row.training.title, first=first)
    chosen = [row.training.title for row in plan.rows if row.training.by_choice and row.counted]
    if chosen:
        yield say.CHOSEN.format(titles=listed(chosen))


def _time(plan: TrainingPlan) -> str:
    return "" if plan.time == Span(0, 0) else say.TIME.format(hours=shown(plan.time))


def _cited(said: Cited, sources: Sources) -> str:
    if not said.about or not said.source:
        return said.about
    return say.SOURCE.format(text=said.about, source=label(said.source, sources))


def _sources(plan: TrainingPlan, sources: Sources) -> Iterator[str]:
    """Where each kind of figure comes from."""
    titles: dict[str, list[str]] = {}
    for row in plan.rows:
        titles.setdefault(label(row.training.source, sources), []).append(row.training.title)
    for source, named in titles.items():
        pattern = say.SOURCES_ALL if len(titles) == 1 else say.SOURCES_SOME
        yield pattern.format(titles=listed(named), source=source)
    yield say.SOURCES_PEOPLE
    yield say.SOURCES_OURS
