"""Ids are for ever: what a questionnaire has retired, and where old answers and plans go."""

from collections.abc import Iterable, Iterator, Sequence

from readiness.domain.questionnaire import Questionnaire
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


class Retired:
    """Follows retired ids to what replaced them."""

    def __init__(self, questionnaires: Iterable[Questionnaire]) -> None:
        self._map: dict[str, str | None] = {}
        for questionnaire in questionnaires:
            self._map.update(questionnaire.retired)

    def __contains__(self, name: str) -> bool:
        return self._match(name) is not None

    def targets(self, name: str) -> bool:
        """Whether an id is what a retired one became (or lies inside of it)."""
        return any(name == new or name.startswith(f"{new}.") for new in self._map.values() if new)

    def carried(self, name: str) -> str | None:
        """The id that took the place of this one, which may be retired itself; None where nothing did."""
        seen: set[str] = set()
        at: str | None = name
        while at is not None and at not in seen and (old := self._match(at)) is not None:
            seen.add(at)
            new = self._map[old]
            at = None if new is None else new + at[len(old) :]
        return None if at in seen else at

    def _match(self, name: str) -> str | None:
        """The retired id that is this one or holds it: its action, its item or its section."""
        parts = name.split(".")
        for n in range(len(parts), 0, -1):
            prefix = ".".join(parts[:n])
            if prefix in self._map:
                return prefix
        return None
