"""Ids are for ever: what is wrong with what a questionnaire says it has retired."""

from collections.abc import Iterator, Sequence

from readiness.loading.questionnaires.files import QuestionnaireFile
from readiness.loading.questionnaires.index import Draft
from readiness.loading.tree.place import Path

# What authors write where nothing took the place of an id.
NOTHING = "none"


def check_retired(drafts: Sequence[Draft], *, complete: bool) -> None:
    """Notes retired ids that are in use again, and targets that do not exist."""
    retired = {old: d for d in drafts for old in d.model.retired}
    if not retired:
        return
    ids = {name for d in drafts for name, _ in _ids(d.model)}
    for each in drafts:
        for name, path in _ids(each.model):
            if name in retired:
                message = f"the id `{name}` was retired in {retired[name].file}"
                each.report.add(
                    (*path, "id"), message, "Ids are never used again: give it another one."
                )
        for old, new in each.model.retired.items():
            if complete and new != NOTHING and new not in ids and new not in retired:
                hint = each.report.near(new, ids) or "Write none where nothing took its place."
                each.report.add(
                    ("retired", old), f"there is no section, item or action `{new}`", hint
                )


def _ids(file: QuestionnaireFile) -> Iterator[tuple[str, Path]]:
    """Every full id of a file, and what has it."""
    for s, section in enumerate(file.sections):
        yield section.id, ("sections", s)
        for i, item in enumerate(section.items):
            full = f"{section.id}.{item.id}"
            yield full, ("sections", s, "items", i)
            for a, action in enumerate(item.actions):
                yield f"{full}.{action.id}", ("sections", s, "items", i, "actions", a)
