"""Questionnaires out of their files: everything is checked, and nothing is half-loaded."""

from collections.abc import Mapping, Sequence

import msgspec

from readiness.domain.content import Sources
from readiness.domain.problem import Problem
from readiness.domain.questionnaire import Item, Questionnaire, Scale, Section
from readiness.loading.questionnaires.files import QuestionnaireFile, SectionFile
from readiness.loading.questionnaires.index import Draft, Index, Known, index_draft, rank
from readiness.loading.questionnaires.items import ItemBuilder
from readiness.loading.questionnaires.reach import Reach
from readiness.loading.questionnaires.retired import NOTHING, check_retired
from readiness.loading.questionnaires.scales import read_scales
from readiness.loading.questionnaires.when import WhenReader
from readiness.loading.tree.models import given
from readiness.loading.tree.parsing import Mapping as Tree
from readiness.loading.tree.place import Path, Report, sorted_problems
from readiness.loading.tree.shape import shape_into


class Around(msgspec.Struct):
    """What questionnaires are checked against.

    Attributes:
        scales: the shared scales, by id.
        sources: None where they are not at hand; then source ids are not checked.
        complete: false where some file could not be read, so that what seems missing may be in there.
    """

    scales: dict[str, Scale] = {}
    sources: Sources | None = None
    complete: bool = True


def draft(tree: Tree, file: str) -> Draft:
    """A questionnaire file, with every problem of its shape noted in the draft's report."""
    report = Report(file, tree)
    return Draft(shape_into(tree, QuestionnaireFile, report), report)


def check(
    drafts: Sequence[Draft], around: Around
) -> tuple[dict[str, Questionnaire], list[Problem]]:
    """Checks questionnaires against each other and against what is around them.

    Args:
        drafts: all that conditions name has to be among them.
        around: shared scales and sources.

    Returns:
        the questionnaires by id, and all problems; while there are any, the questionnaires are not to be used.
    """
    drafts = sorted(drafts, key=lambda d: rank(d.model.id, d.model.kind))
    index: Index = {}
    for each in drafts:
        each.scales = read_scales(each.model.scales, each.report, around.scales)
        _check_default_scale(each, around)
        index_draft(each, around.scales, index, complete=around.complete)
    _check_clashes(drafts)
    check_retired(drafts, complete=around.complete)
    _read_conditions(drafts, index, complete=around.complete)
    built = {each.model.id: _questionnaire(each, around) for each in drafts}
    return built, sorted_problems(p for each in drafts for p in each.report.problems)


def _check_default_scale(draft: Draft, around: Around) -> None:
    name = draft.model.scale
    known = [*around.scales, *draft.scales]
    if name and name not in known and around.complete:
        draft.report.add(("scale",), f"unknown scale `{name}`", draft.report.near(name, known))


def _check_clashes(drafts: Sequence[Draft]) -> None:
    questionnaires: dict[str, str] = {}
    sections: dict[str, str] = {}
    for each in drafts:
        _note(each, ("id",), each.model.id, questionnaires, "questionnaire")
        for s, section in enumerate(each.model.sections):
            _note(each, ("sections", s, "id"), section.id, sections, "section")
            items: dict[str, str] = {}
            for i, item in enumerate(section.items):
                path = ("sections", s, "items", i, "id")
                _note(each, path, item.id, items, "item of this section")


def _note(draft: Draft, path: Path, name: str, seen: dict[str, str], what: str) -> None:
    if name in seen:
        message = f"the id `{name}` is taken by another {what} ({seen[name]})"
        draft.report.add(path, message, "Give it another id.")
    else:
        line, _ = draft.report.spot(path)
        seen[name] = f"{draft.file}:{line}"


def _read_conditions(drafts: Sequence[Draft], index: Index, *, complete: bool) -> None:
    """Reads every condition before any item's reach is looked at, because a checklist may name what comes later."""
    read: list[Known] = []
    for known in (each for draft in drafts for section in draft.items for each in section):
        if not isinstance(known.file.when, msgspec.UnsetType):
            known.when = WhenReader(known, index, complete=complete).read(known.file.when)
            read.append(known)
    reach = Reach(index)
    for known in read:
        if known.when is not None and not reach.possible(known.when):
            message = (
                f"nobody can ever get to `{known.id}`: no combination of answers makes its"
                " condition true"
            )
            known.draft.report.add((*known.path, "when"), message, key=True)


def _questionnaire(draft: Draft, around: Around) -> Questionnaire:
    file = draft.model
    builder = ItemBuilder(draft.report, around.sources)
    sections = tuple(_section(draft, s, builder) for s in range(len(file.sections)))
    used = {
        item.scale.id: item.scale for s in sections for item in s.items if item.scale is not None
    }
    return Questionnaire(
        id=file.id,
        title=file.title.strip(),
        version=str(file.version).strip(),
        sections=sections,
        about=file.about.strip(),
        kind=file.kind,
        scales=used,
        retired={old: None if new == NOTHING else new for old, new in file.retired.items()},
    )


def _section(draft: Draft, s: int, builder: ItemBuilder) -> Section:
    file = draft.model.sections[s]
    path: Path = ("sections", s)
    items = tuple(builder.item(known, file.id) for known in draft.items[s])
    _check_parts(draft, file, items, path)
    staff = given(file.ask_staff, None)
    ask_staff = None
    if staff is not None:
        ask_staff = builder.ask_staff(staff, file.id, items, (*path, "ask_staff"))
    return Section(
        id=file.id,
        title=file.title.strip(),
        items=items,
        ask_staff=ask_staff,
        number=given(file.number, None),
        short=file.short.strip(),
        why=file.why.strip(),
        find_out=file.find_out.strip(),
        ready=tuple(each.strip() for each in file.ready),
        source=builder.cited(file.source, path),
        weight=builder.weight(file.weight, path),
    )


def _check_parts(draft: Draft, file: SectionFile, items: Sequence[Item], path: Path) -> None:
    """Every `part_of` names an item of the section, and following them comes to an end."""
    parents = {item.id: item.part_of for item in items}
    names = [item.id for item in file.items]
    ends: set[str] = set()
    for i, item in enumerate(file.items):
        if not item.part_of:
            continue
        place = (*path, "items", i, "part_of")
        if item.part_of not in names:
            hint = draft.report.near(item.part_of, names)
            draft.report.add(place, f"there is no item `{item.part_of}` in this section", hint)
        elif _in_circle(f"{file.id}.{item.id}", parents, ends):
            draft.report.add(place, f"`{item.id}` is part of itself")


def _in_circle(start: str, parents: Mapping[str, str | None], ends: set[str]) -> bool:
    """Whether an item is part of itself; `ends` remembers those that are known not to be."""
    seen: set[str] = set()
    at: str | None = start
    while at is not None and at not in ends:
        if at in seen:
            return at == start
        seen.add(at)
        at = parents.get(at)
    ends.update(seen)
    return False
