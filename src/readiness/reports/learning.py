"""Trainings that answer the gaps, links for weak competencies, and the lived experience that a post asks for."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from readiness.domain.answers import Missing
from readiness.domain.content import Population, Resource, Training
from readiness.domain.evaluation import Evaluation
from readiness.domain.scoring import BANDS, HUNDRED, SectionScore
from readiness.reports import phrases, training_phrases
from readiness.reports.content import Content
from readiness.reports.scorecards import SIZE, SMALL
from readiness.reports.view import (
    LinkGroup,
    LinkRow,
    LivedExperienceRows,
    PopulationRow,
    TrainingRow,
    TrainingRows,
)
from readiness.reports.words import counted, decimal, listed, number

STRONG_FROM = BANDS[0][0]
SMALL_MOST = 9  # people at an agency of fewer than ten
TRAININGS_SHOWN = 6
LINKS_FOR_EACH = 3
_TRAINING_PREFIX = "wise.train."
_PEERS_NOW = "profile.peers_now"
_LEADERS = {"managers", "leadership"}


def weak_sections(evaluation: Evaluation) -> tuple[SectionScore, ...]:
    """The competencies below the top stage or with a gate that is short, weakest first."""
    if evaluation.main is None:
        return ()
    short = {
        gate.item.section for hire in evaluation.hires.values() for gate in hire.in_state("short")
    }
    weak = [
        each
        for each in evaluation.main.sections
        if each.score.score is not None
        and (each.score.score < STRONG_FROM or each.section.id in short)
    ]
    return tuple(sorted(weak, key=lambda each: -_gap(each)))


def trainings(evaluation: Evaluation, content: Content) -> TrainingRows | None:
    """The trainings that answer the gaps, free ones first; None where there is no menu."""
    if not content.trainings.trainings:
        return None
    weak = weak_sections(evaluation)
    gaps = {each.section.id: _gap(each) for each in weak}
    titles = {each.section.id: each.section.short or each.section.title for each in weak}
    cited = {s for planned in evaluation.plan.actions for s in planned.action.source}
    fitting = sorted(
        (t for t in content.trainings.trainings if any(s in gaps for s in t.helps)),
        key=lambda t: _rank(t, gaps, cited, evaluation),
    )
    free = [r for r in content.resources.resources if r.free_training and r.section in gaps]
    by_id = {t.id: t for t in content.trainings.trainings}
    return TrainingRows(
        about=content.trainings.about,
        free=tuple(map(_link, free)),
        rows=tuple(_training(t, by_id, titles, evaluation) for t in fitting[:TRAININGS_SHOWN]),
        more=tuple(t.title for t in fitting[TRAININGS_SHOWN:]),
        none="" if fitting else training_phrases.NO_TRAINING_GAPS,
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


def _gap(each: SectionScore) -> Fraction:
    return each.section.weight * (HUNDRED - (each.score.score or Fraction()))


def _rank(
    training: Training, gaps: dict[str, Fraction], cited: set[str], evaluation: Evaluation
) -> tuple[bool, bool, bool, bool, Fraction]:
    """Free ones first, then those that fit the state, that somebody can take now, that the plan names; widest gaps."""
    named = f"{_TRAINING_PREFIX}{training.id}" in cited
    help_given = sum((gaps.get(section, Fraction()) for section in training.helps), Fraction())
    elsewhere = training.california and not _in_california(evaluation)
    peers_alone = set(training.audience) == {"peers"} and _choices(evaluation, _PEERS_NOW) != (
        "yes",
    )
    later = bool(training.requires) or peers_alone
    return training.price_usd != 0, elsewhere, later, not named, -help_given


def _training(
    training: Training, by_id: dict[str, Training], titles: dict[str, str], evaluation: Evaluation
) -> TrainingRow:
    hours = decimal(training.hours)
    facts = [
        training_phrases.HOURS_DAYS.format(hours=hours, days=training.days)
        if training.days
        else training_phrases.HOURS.format(hours=hours),
        training_phrases.GROUP.format(least=training.group_min, most=training.group_max),
        _price(training),
    ]
    remarks = [
        training_phrases.HELPS.format(
            who=listed([training_phrases.AUDIENCES.get(a, a) for a in training.audience]),
            sections=listed([titles[s] for s in training.helps if s in titles]),
        )
    ]
    if training.requires in by_id:
        remarks.append(training_phrases.FIRST.format(title=by_id[training.requires].title))
    if training.california:
        inside = _in_california(evaluation)
        remarks.append(
            training_phrases.CALIFORNIA if inside else training_phrases.CALIFORNIA_ELSEWHERE
        )
    remarks += [training_phrases.APART] if training.apart else []
    groups = _groups(training, evaluation)
    remarks += [_size(training, *group) for group in groups]
    few = training.group_min > SMALL_MOST or any(n < training.group_min for n, _ in groups)
    remarks += (
        [training_phrases.SMALL_AGENCY] if few and SMALL in _choices(evaluation, SIZE) else []
    )
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


def _groups(training: Training, evaluation: Evaluation) -> list[tuple[int, tuple[str, str]]]:
    """Who would sit in it together, as far as the agency gave numbers: how many, and what to call them."""
    audience = set(training.audience)
    managers, staff = _number(evaluation, "profile.managers"), _number(evaluation, "profile.staff")
    groups: list[tuple[int | None, tuple[str, str]]] = []
    if "everyone" in audience and training.apart:
        groups = [(managers, training_phrases.MANAGERS), (staff, training_phrases.STAFF)]
    elif "everyone" in audience:
        together = None if managers is None or staff is None else managers + staff
        groups = [(together, training_phrases.PEOPLE)]
    elif audience & _LEADERS:
        groups = [(managers, training_phrases.MANAGERS)]
    elif "line_staff" in audience:
        groups = [(staff, training_phrases.STAFF)]
    return [(count, noun) for count, noun in groups if count]


def _size(training: Training, count: int, noun: tuple[str, str]) -> str:
    people = counted(count, *noun)
    if count < training.group_min:
        are = "is" if count == 1 else "are"
        return training_phrases.TOO_FEW.format(
            people=people, are=are, least=number(training.group_min)
        )
    if count <= training.group_max:
        return training_phrases.FITS.format(people=people)
    return training_phrases.GROUPS.format(
        people=people, groups=number(-(-count // training.group_max))
    )


def _link(resource: Resource) -> LinkRow:
    return LinkRow(resource.title, resource.url, resource.note)


def _in_california(evaluation: Evaluation) -> bool:
    return "california" in _choices(evaluation, "profile.state")


def _choices(evaluation: Evaluation, item_id: str) -> Sequence[str]:
    value = _value(evaluation, item_id)
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _number(evaluation: Evaluation, item_id: str) -> int | None:
    value = _value(evaluation, item_id)
    return int(value) if isinstance(value, int | float) else None


def _value(evaluation: Evaluation, item_id: str) -> object:
    answer = evaluation.answers.get(item_id) if item_id in evaluation.asked else None
    return None if answer is None or isinstance(answer.value, Missing) else answer.value


def cited_documents(evaluation: Evaluation) -> Iterable[str]:
    """Every source id that the questions asked rest on."""
    for item in evaluation.asked.values():
        yield from item.source
