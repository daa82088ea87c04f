"""Trainings that answer the gaps, links for weak competencies, and the lived experience that a post asks for."""

from collections.abc import Iterable, Sequence

from readiness.domain.answers import Missing
from readiness.domain.content import Population, Resource, Training, Trainings
from readiness.domain.courses import in_california, training_plan_of
from readiness.domain.evaluation import Evaluation
from readiness.domain.gaps import weak_sections
from readiness.domain.headcounts import SIZE
from readiness.reports import phrases, training_phrases
from readiness.reports.content import Content
from readiness.reports.training_figures import with_figures
from readiness.reports.training_plan import plan_rows
from readiness.reports.view import LivedExperienceRows, PopulationRow
from readiness.reports.view_learning import LinkGroup, LinkRow, TrainingRow, TrainingRows
from readiness.reports.words import decimal, listed

LINKS_FOR_EACH = 3


def trainings(evaluation: Evaluation, content: Content) -> TrainingRows | None:
    """The trainings that answer the gaps, free ones first, with their plan; None where there is no menu."""
    menu = content.trainings
    if not menu.trainings:
        return None
    weak = weak_sections(evaluation)
    titles = {each.section.id: each.section.short or each.section.title for each in weak}
    free = [r for r in content.resources.resources if r.free_training and r.section in titles]
    names = {t.id: t.title for t in menu.trainings}
    plan = training_plan_of(evaluation, menu.trainings)
    size = next(iter(_choices(evaluation, SIZE)), "")
    return TrainingRows(
        about=" ".join(filter(None, [menu.about, _booking(evaluation, menu)])),
        free=tuple(map(_link, free)),
        rows=tuple(_training(row.training, names, titles, evaluation) for row in plan.rows),
        more=tuple(with_figures(row, names) for row in plan.more),
        none="" if plan.rows else training_phrases.NO_TRAINING_GAPS,
        plan=plan_rows(plan, menu, content.sources, size),
    )


def links(evaluation: Evaluation, content: Content) -> tuple[LinkGroup, ...]:
    """Up to three links for each weak competency, the weakest first."""
    groups = []
    for each in weak_sections(evaluation):
        own = [r for r in content.resources.resources if r.section == each.section.id]
        chosen = tuple(map(_link, own[:LINKS_FOR_EACH]))
        if chosen:
            groups.append(LinkGroup(each.section.short or each.section.title, chosen))
    return tuple(groups)


def all_links(evaluation: Evaluation, content: Content) -> tuple[LinkGroup, ...]:
    """Every link, under the titles of the sections."""
    titles = {s.id: s.title for q in evaluation.questionnaires for s in q.sections}
    groups: dict[str, list[LinkRow]] = {}
    for resource in content.resources.resources:
        title = titles.get(resource.section, resource.section)
        groups.setdefault(title, []).append(_link(resource))
    return tuple(LinkGroup(title, tuple(rows)) for title, rows in groups.items())


def lived_experience(evaluation: Evaluation, content: Content) -> LivedExperienceRows | None:
    """What the table asks for the people that the peers will serve; the whole table where nobody said."""
    table = content.lived_experience
    if not table.populations:
        return None
    served = _choices(evaluation, "profile.serves")
    chosen = [p for p in table.populations if p.id in served]
    known = {p.id for p in table.populations}
    lead = ""
    if not served:
        lead = phrases.NO_POPULATION
    elif set(served) - known:
        lead = phrases.OTHER_POPULATION
    rows = chosen if served else table.populations
    return LivedExperienceRows(lead, tuple(map(_population, rows)), table.about)


def _population(population: Population) -> PopulationRow:
    return PopulationRow(population.title, population.requires, population.note)


def _booking(evaluation: Evaluation, menu: Trainings) -> str:
    """How to book; where nobody said which state it is, what holds elsewhere says what holds in California too."""
    return menu.booking.california if in_california(evaluation) else menu.booking.elsewhere


def _training(
    training: Training, names: dict[str, str], titles: dict[str, str], evaluation: Evaluation
) -> TrainingRow:
    hours = decimal(training.hours)
    facts = [
        training_phrases.HOURS_DAYS.format(hours=hours, days=training.days)
        if training.days
        else training_phrases.HOURS.format(hours=hours),
        training_phrases.GROUP.format(least=training.group_min, most=training.group_max),
        _price(training),
    ]
    helps = [titles[section] for section in training.helps if section in titles]
    remarks = [
        (training_phrases.HELPS if helps else training_phrases.FOR).format(
            who=listed([training_phrases.AUDIENCES.get(a, a) for a in training.audience]),
            sections=listed(helps),
        )
    ]
    if training.requires in names:
        remarks.append(training_phrases.FIRST.format(title=names[training.requires]))
    if training.california:
        inside = in_california(evaluation)
        remarks.append(
            training_phrases.CALIFORNIA if inside else training_phrases.CALIFORNIA_ELSEWHERE
        )
    remarks += [training_phrases.APART] if training.apart else []
    return TrainingRow(
        id=training.id,
        title=training.title,
        about=training.about,
        facts=", ".join(facts),
        remarks=tuple(remarks),
    )


def _price(training: Training) -> str:
    if training.price_usd is None:
        return training_phrases.NO_PRICE
    return (
        training_phrases.PRICE.format(price=training.price_usd)
        if training.price_usd
        else training_phrases.FREE
    )


def _link(resource: Resource) -> LinkRow:
    return LinkRow(resource.title, resource.url, resource.note)


def _choices(evaluation: Evaluation, item_id: str) -> Sequence[str]:
    value = _value(evaluation, item_id)
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _value(evaluation: Evaluation, item_id: str) -> object:
    answer = evaluation.answers.get(item_id) if item_id in evaluation.asked else None
    return None if answer is None or isinstance(answer.value, Missing) else answer.value


def cited_documents(evaluation: Evaluation) -> Iterable[str]:
    """Every source id that the questions asked rest on."""
    for item in evaluation.asked.values():
        yield from item.source
