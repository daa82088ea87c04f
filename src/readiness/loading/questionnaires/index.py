"""What conditions and answers need to know of every item found: its kind, its scale, and when it is asked."""

import msgspec

from readiness.domain.conditions import Condition
from readiness.domain.flow import FACTS, FOLLOW_UP, PROFILE
from readiness.domain.questionnaire import MOMENTS, Kind, Scale
from readiness.loading.questionnaires.files import ItemFile, QuestionnaireFile
from readiness.loading.tree.models import given
from readiness.loading.tree.place import Path, Report

# Listed in this order, which is that of asking but for the follow-up; others come after them by id.
_FIRST = (PROFILE, "employer-competencies", "recovery-workplace", FOLLOW_UP)

# The stage of the way (facts, gates, the rest), the questionnaire, and the place in its file.
Order = tuple[int, int, str, int]


class Draft(msgspec.Struct):
    """A questionnaire file whose shape is right, before its content is checked.

    Attributes:
        scales: its own, by id.
        items: those of each section, but for those whose id another item has taken.
    """

    model: QuestionnaireFile
    report: Report
    scales: dict[str, Scale] = {}
    items: list[list["Known"]] = []

    @property
    def file(self) -> str:
        """The file as the person named it."""
        return self.report.file


class Known(msgspec.Struct):
    """An item as conditions see it.

    Attributes:
        order: when it is asked, compared with others; None for checklist entries, which never are.
        scale_missing: its scale is a problem of its own, so nothing more is said about its options.
        when: its own condition; None also where that has a problem.
    """

    id: str
    kind: Kind
    draft: Draft
    file: ItemFile
    path: Path
    order: Order | None
    scale: Scale | None = None
    scale_missing: bool = False
    when: Condition | None = None

    @property
    def scored(self) -> bool:
        """Only one-choice items whose scale has points are scored."""
        return self.kind == "choice" and self.scale is not None and self.scale.scored


Index = dict[str, Known]


def rank(questionnaire_id: str, kind: str) -> tuple[int, str]:
    """The place of a questionnaire in lists, and of one that holds no facts in the order of asking; checklists last."""
    if kind == "checklist":
        return len(_FIRST) + 1, questionnaire_id
    if questionnaire_id in _FIRST:
        return _FIRST.index(questionnaire_id), ""
    return len(_FIRST), questionnaire_id


def index_draft(draft: Draft, shared: dict[str, Scale], index: Index, *, complete: bool) -> None:
    """Adds every item of a draft to the index, and notes what is wrong with kinds and scales."""
    scales = {**shared, **draft.scales}
    place, name = rank(draft.model.id, draft.model.kind)
    if draft.model.id in FACTS:
        place = FACTS.index(draft.model.id)
    draft.items = [[] for _ in draft.model.sections]
    n = 0
    for s, section in enumerate(draft.model.sections):
        for i, item in enumerate(section.items):
            n += 1
            path: Path = ("sections", s, "items", i)
            kind = _kind(draft, item)
            order = (_stage(draft, item), place, name, n)
            known = Known(
                id=f"{section.id}.{item.id}",
                kind=kind,
                draft=draft,
                file=item,
                path=path,
                order=None if draft.model.kind == "checklist" else order,
            )
            _add_scale(known, scales, complete=complete)
            if index.setdefault(known.id, known) is known:
                draft.items[s].append(known)


def _kind(draft: Draft, item: ItemFile) -> Kind:
    """The kind of an item: a choice where the author says nothing, a task in a checklist."""
    return given(item.kind, "task" if draft.model.kind == "checklist" else "choice")


def _stage(draft: Draft, item: ItemFile) -> int:
    if draft.model.id in FACTS:
        return 0
    gate = given(item.gate, None)
    return 1 + (len(MOMENTS) if gate is None else MOMENTS.index(gate))


def _add_scale(known: Known, scales: dict[str, Scale], *, complete: bool) -> None:
    report, item = known.draft.report, known.file
    if known.kind not in ("choice", "choices"):
        if item.scale:
            message = f"an item of the kind `{known.kind}` has no scale"
            report.add((*known.path, "scale"), message, "Leave the scale out.")
        return
    name = item.scale or (known.draft.model.scale if known.kind == "choice" else "")
    known.scale = scales.get(name)
    known.scale_missing = known.scale is None
    if not name:
        report.add(known.path, "the key `scale` is missing", f"Scales are {', '.join(scales)}.")
    elif known.scale is None and item.scale and complete:
        report.add((*known.path, "scale"), f"unknown scale `{name}`", report.near(name, scales))
