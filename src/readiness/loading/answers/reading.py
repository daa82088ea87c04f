"""Answers files: one respondent's answers, and in an export the wording, the log and the plan as well."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath

import msgspec

from readiness.domain.answers import DEFAULT_QUESTIONNAIRES, Answer, Assessment, Respondent
from readiness.domain.log import Entry, Parked, PlanMark
from readiness.domain.problem import Problem
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.domain.retired import Retired
from readiness.errors import InvalidInput
from readiness.loading.answers.files import AnswersModel, RespondentFile
from readiness.loading.answers.values import AnswerReader, read_date
from readiness.loading.library import Library
from readiness.loading.tree.models import given
from readiness.loading.tree.parsing import Mapping as Tree
from readiness.loading.tree.parsing import parse
from readiness.loading.tree.place import Path, Report, problems_of, sorted_problems
from readiness.loading.tree.shape import shape_into
from readiness.loading.tree.text import read_text

FORMAT = 1
_ID = re.compile("[A-Za-z0-9-]+")


class AnswersFile(msgspec.Struct, frozen=True, kw_only=True):
    """All that an answers file holds.

    Attributes:
        id: the id of the assessment; only exports have one.
        versions: the version of a questionnaire, by its id, where the file names it (`id@version`).
        wording: the questionnaires as asked, by file name; None where the shipped ones are meant.
        plan: what was decided about actions, by full action id.
        parking: notes set aside to talk about later, oldest first.
        owners: who holds which role in the plan, by role.
    """

    assessment: Assessment
    id: str | None = None
    versions: Mapping[str, str] = {}
    wording: Mapping[str, str] | None = None
    log: tuple[Entry, ...] = ()
    plan: Mapping[str, PlanMark] = {}
    parking: tuple[Parked, ...] = ()
    owners: Mapping[str, str] = {}


class LoadedAnswers(AnswersFile, frozen=True, kw_only=True):
    """An answers file as it was read.

    Attributes:
        report: says where in the file something stands.
        library: what to load its questionnaires from: its own wording, where it has one.
        warnings: what to tell the person; none of it stops anything.
    """

    report: Report
    library: Library
    warnings: tuple[Problem, ...] = ()


def load_answers(path: FilePath, library: Library) -> LoadedAnswers:
    """An answers file.

    Args:
        path: where it lies.
        library: the questionnaires, unless the file brings its own wording.

    Raises:
        InvalidInput: with all problems of the file.
    """
    return parse_answers(read_text(path), str(path), library)


def parse_answers(text: str, file: str, library: Library) -> LoadedAnswers:
    """The answers file that a text holds; see `load_answers`."""
    top = parse(text, file)
    report = Report(file, top)
    _check_format(top, report)
    model = shape_into(top, AnswersModel, report)
    return _Reading(model, report, library).read()


def _check_format(top: Tree, report: Report) -> None:
    """A file of a newer format is not looked at any further: what it says may mean something else."""
    written = top.get("readiness")
    if not isinstance(written, str) or written == str(FORMAT):
        return
    if written.isascii() and written.isdigit() and int(written[:9]) > FORMAT:
        message = f"this file was written by a newer version of Readiness (format {written[:9]})"
        report.add(("readiness",), message, "Update Readiness, then try again.")
        report.check()
    report.add(("readiness",), f"the format is {FORMAT}, not `{written}`")


class _Reading:
    """One reading of one file."""

    def __init__(self, model: AnswersModel, report: Report, library: Library) -> None:
        self._model = model
        self._report = report
        self._wording = given(model.wording, None)
        self._library = library if self._wording is None else Library.from_texts(self._wording)
        self._versions: dict[str, str] = {}
        self._warnings: list[Problem] = []
        self._elsewhere: list[Problem] = []
        self._complete = True

    def read(self) -> LoadedAnswers:
        model = self._model
        names = self._names()
        questionnaires = self._questionnaires(names)
        retired = Retired(questionnaires)
        day = read_date(model.date, self._report, ("date",)) if model.date else None
        assessment = Assessment(
            agency=model.agency,
            answers=self._answers(questionnaires, retired),
            round=model.round,
            date=day,
            scope=model.scope,
            respondent=self._respondent(),
            questionnaires=names,
            sections=tuple(self._sections(questionnaires, retired)),
        )
        self._check_id()
        log, plan = self._history(retired)
        parking = self._parking()
        if self._report.problems or self._elsewhere:
            raise InvalidInput(sorted_problems([*self._report.problems, *self._elsewhere]))
        return LoadedAnswers(
            assessment=assessment,
            id=given(model.id, None),
            versions=self._versions,
            wording=self._wording,
            log=log,
            plan=plan,
            report=self._report,
            parking=parking,
            owners=given(model.owners, {}),
            library=self._library,
            warnings=tuple(self._warnings),
        )

    def _history(self, retired: Retired) -> tuple[tuple[Entry, ...], dict[str, PlanMark]]:
        files, marks = given(self._model.log, []), given(self._model.plan, {})
        if not files and not marks:
            return (), {}
        # Imported late: only exports have a history.
        from readiness.loading.answers.history import read_log, read_plan

        return read_log(files, self._report), read_plan(marks, retired, self._report)

    def _check_id(self) -> None:
        """An id is typed on a command line, so it is kept to what can be typed there."""
        name = given(self._model.id, "x")
        if name.strip() and not _ID.fullmatch(name):
            message = "the id of an assessment has letters, digits and hyphens only"
            hint = "Write it so, or leave the line out: a new id is made then."
            self._report.add(("id",), message, hint)

    def _parking(self) -> tuple[Parked, ...]:
        files = given(self._model.parking, [])
        if not files:
            return ()
        from readiness.loading.answers.history import read_parking

        return read_parking(files, self._report)

    def _respondent(self) -> Respondent:
        file = given(self._model.respondent, RespondentFile())
        return Respondent(file.name, given(file.role, None))

    def _names(self) -> tuple[str, ...]:
        """The questionnaires that the file is about; those that there are not are problems, and left out."""
        written = self._model.questionnaires
        if isinstance(written, msgspec.UnsetType):
            return DEFAULT_QUESTIONNAIRES
        known = self._library.ids()
        names: list[str] = []
        for n, each in enumerate(written):
            name, _, version = each.partition("@")
            path: Path = ("questionnaires", n)
            if name in names:
                self._report.add(path, f"`{name}` is here twice")
            elif not self._library.knows(name):
                self._report.add(
                    path, f"there is no questionnaire `{name}`", self._report.near(name, known)
                )
                self._complete = False
            else:
                names.append(name)
                if version:
                    self._versions[name] = version
        return tuple(names)

    def _questionnaires(self, names: tuple[str, ...]) -> tuple[Questionnaire, ...]:
        missing = [name for name in names if not self._library.knows(name)]
        for name in missing:
            where = "the shipped ones" if self._wording is None else "the wording of this file"
            self._report.add((), f"the questionnaire `{name}` is not among {where}")
        try:
            found = self._library.questionnaires([name for name in names if name not in missing])
        except InvalidInput as error:
            self._complete = False
            self._elsewhere += [self._placed(problem) for problem in problems_of(error)]
            return ()
        self._complete = self._complete and not missing
        if self._wording is None:
            self._compare_versions(found)
        return found

    def _placed(self, problem: Problem) -> Problem:
        if self._wording is None:
            return problem
        return msgspec.structs.replace(
            problem, file=f"{self._report.file}, wording of {problem.file}"
        )

    def _compare_versions(self, questionnaires: tuple[Questionnaire, ...]) -> None:
        for each in questionnaires:
            version = self._versions.get(each.id, each.version)
            if version != each.version:
                message = f"the answers are to {each.id} {version}, and this is {each.version}"
                hint = "Look through questions that may have changed."
                self._warnings.append(self._report.warning(("questionnaires",), message, hint))

    def _answers(
        self, questionnaires: tuple[Questionnaire, ...], retired: Retired
    ) -> dict[str, Answer]:
        items = {item.id: item for q in questionnaires for item in q.items()}
        reader = AnswerReader(self._report)
        answers: dict[str, Answer] = {}
        for name, node in self._model.answers.items():
            path: Path = ("answers", name)
            if name in items:
                if self._is_asked(items[name], path) and (
                    answer := reader.read(items[name], node, path)
                ):
                    answers[name] = answer
            elif name in retired:
                self._carry(name, node, items, retired, answers)
            elif self._complete and not retired.targets(name):
                self._report.add(
                    path, f"there is no item `{name}`", self._report.near(name, items), key=True
                )
        return answers

    def _is_asked(self, item: Item, path: Path) -> bool:
        if item.kind in ("task", "prompt"):
            message = f"`{item.id}` is an entry of a checklist, which takes no answer"
            self._report.add(path, message, "Leave the line out.", key=True)
            return False
        return True

    def _carry(
        self,
        name: str,
        node: object,
        items: Mapping[str, Item],
        retired: Retired,
        answers: dict[str, Answer],
    ) -> None:
        """An answer to a retired item goes to the item that took its place, if it fits there; else it is dropped."""
        new = retired.carried(name)
        if new is None or new not in items or new in self._model.answers:
            return
        aside = Report(self._report.file, self._report.tree)
        answer = AnswerReader(aside).read(items[new], node, ("answers", name))
        if answer is not None:
            answers.setdefault(new, answer)

    def _sections(
        self, questionnaires: tuple[Questionnaire, ...], retired: Retired
    ) -> Iterator[str]:
        known = {section.id for q in questionnaires for section in q.sections}
        for n, name in enumerate(given(self._model.sections, [])):
            carried = retired.carried(name) if name in retired else name
            if carried in known:
                yield carried
            elif name not in retired and self._complete:
                path: Path = ("sections", n)
                self._report.add(
                    path, f"there is no section `{name}`", self._report.near(name, known)
                )
