"""Items and their actions out of the file model, with what is wrong in them."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from readiness.domain.content import Sources
from readiness.domain.questionnaire import Action, Item, Scale
from readiness.loading.content.entries import Citing
from readiness.loading.questionnaires.files import ActionFile, ItemFile, VersionsFile
from readiness.loading.questionnaires.index import Known
from readiness.loading.tree.models import given, stripped
from readiness.loading.tree.place import Path, Report
from readiness.loading.tree.scalars import fraction

_ASKED = ("choice", "choices", "text", "number", "date")
_LISTED = ("task", "prompt")
_DEFAULT_AT_MOST = "partly"
# `section.item.find_out` names the task that "don't know" makes.
_TAKEN = ("find_out",)


class ItemBuilder:
    """Builds the items of one questionnaire.

    Args:
        report: takes the problems. What is built is only good when it has none afterwards.
        sources: what explains source ids; None checks none.

    Attributes:
        cited: reads what something cites.
    """

    def __init__(self, report: Report, sources: Sources | None) -> None:
        self._report = report
        self.cited = Citing(report, sources)

    def item(self, known: Known, section: str) -> Item:
        """An item of a section."""
        file = known.file
        self._check_kind(file, known)
        self._check_options(file, known)
        return Item(
            id=known.id,
            section=section,
            kind=known.kind,
            ask=file.ask.strip(),
            source=self.cited(file.source, known.path),
            topic=file.topic.strip(),
            why=file.why.strip(),
            find_out=file.find_out.strip(),
            note=file.note.strip(),
            url=file.url.strip(),
            scale=known.scale,
            weight=self.weight(file.weight, known.path),
            gate=given(file.gate, None),
            quick=file.quick,
            derived=file.derived,
            when=known.when,
            anchors=stripped(file.anchors),
            actions=self._actions(file, known),
            says=stripped(file.says),
            part_of=f"{section}.{file.part_of}" if file.part_of else None,
            versions=_versions(given(file.versions, None)),
        )

    def ask_staff(
        self, file: ActionFile, section: str, items: Sequence[Item], path: Path
    ) -> Action:
        """The action that stands where a leader alone cannot rate a section; called for by any option."""
        scale = next((item.scale for item in items if item.scored and item.scale), None)
        if scale is None:
            self._report.add(path, "`ask_staff` needs a section with scored items", key=True)
        highest = scale.ids[-1] if scale is not None and scale.ids else ""
        if file.at_most:
            self._check_option(file.at_most, scale, (*path, "at_most"))
        return self._action(file, section, file.at_most or highest, path)

    def weight(self, written: object, path: Path) -> Fraction:
        """A weight above 0."""
        weight = fraction(written)
        if weight is None:
            message = f"a weight is a number such as 2, 0.5 or 1/2, not `{written}`"
            self._report.add((*path, "weight"), message)
        elif weight <= 0:
            self._report.add((*path, "weight"), f"a weight is above 0, and {written} is not")
        return weight or Fraction(1)

    def _check_kind(self, file: ItemFile, known: Known) -> None:
        checklist = known.draft.model.kind == "checklist"
        allowed = _LISTED if checklist else _ASKED
        if known.kind not in allowed:
            here = "checklist" if checklist else "questionnaire"
            message = f"a {here} has no items of the kind `{known.kind}`"
            self._report.add((*known.path, "kind"), message, f"It has {', '.join(allowed)}.")
        elif given(file.gate, None) and not known.scored and not known.scale_missing:
            message = "a gate needs a one-choice item whose scale has points"
            self._report.add((*known.path, "gate"), message)

    def _check_options(self, file: ItemFile, known: Known) -> None:
        for name, texts in (("anchors", file.anchors), ("says", file.says)):
            path = (*known.path, name)
            if texts and known.scale is None and not known.scale_missing:
                self._report.add(path, f"`{name}` needs an item with a scale", key=True)
            for option in texts:
                self._check_option(option, known.scale, (*path, option), key=True)

    def _check_option(
        self, option: str, scale: Scale | None, path: Path, *, key: bool = False
    ) -> None:
        """Notes an option that the scale does not have."""
        if scale is not None and option not in scale.ids:
            message = (
                f"the scale `{scale.id}` has no option `{option}`; it has {', '.join(scale.ids)}"
            )
            self._report.add(path, message, self._report.near(option, scale.ids), key=key)

    def _actions(self, file: ItemFile, known: Known) -> tuple[Action, ...]:
        if file.actions and known.scale is None and not known.scale_missing:
            self._report.add(
                (*known.path, "actions"), "actions need an item with a scale", key=True
            )
            return ()
        seen: dict[str, int] = {}
        actions = []
        for n, action in enumerate(file.actions):
            path = (*known.path, "actions", n)
            self._check_action_id(action.id, seen, path)
            seen.setdefault(action.id, n)
            actions.append(self._item_action(action, known, path))
        return tuple(actions)

    def _check_action_id(self, action_id: str, seen: Iterable[str], path: Path) -> None:
        if action_id in seen:
            message = f"there is already an action `{action_id}` in this item"
            self._report.add((*path, "id"), message, "Give it another id.")
        if action_id in _TAKEN:
            self._report.add((*path, "id"), f"the id `{action_id}` is taken", "Give it another id.")

    def _item_action(self, file: ActionFile, known: Known, path: Path) -> Action:
        at_most = file.at_most or _DEFAULT_AT_MOST
        if file.at_most:
            self._check_option(at_most, known.scale, (*path, "at_most"))
        elif known.scale is not None and at_most not in known.scale.ids:
            options = ", ".join(known.scale.ids)
            self._report.add(path, "the key `at_most` is missing", f"Options are {options}.")
        return self._action(file, known.id, at_most, path)

    def _action(self, file: ActionFile, parent: str, at_most: str, path: Path) -> Action:
        return Action(
            id=f"{parent}.{file.id}",
            do=file.do.strip(),
            first_step=file.first_step.strip(),
            done_when=file.done_when.strip(),
            at_most=at_most,
            within=file.within,
            owner=file.owner.strip(),
            source=self.cited(file.source, path),
        )


def _versions(file: VersionsFile | None) -> dict[str, str]:
    if file is None:
        return {}
    both = stripped({"employee": file.employee, "volunteer": file.volunteer})
    return {kind: text for kind, text in both.items() if text}
