"""FILE_OR_ID: what a command is about, whether it lies in a file or in the store."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from readiness.cli.app import App
from readiness.domain.carrying import carried
from readiness.domain.evaluation import ONBOARDING, Evaluation, evaluate
from readiness.errors import NotFound

if TYPE_CHECKING:
    from readiness.assessment import Session
    from readiness.domain.rounds import Earlier
    from readiness.loading import LoadedAnswers


class Subject(msgspec.Struct, frozen=True):
    """What a command is about.

    Attributes:
        path: as typed; the file, if there is one of that name.
        key: what tells it from all others: the id, or for a file without one its agency and round.
    """

    evaluation: Evaluation
    path: Path
    key: str


def evaluation_of(app: App, file_or_id: str, *, onboarding: bool = False) -> Evaluation:
    """What an answers file or a stored assessment comes to; see `subject_of`."""
    return subject_of(app, file_or_id, onboarding=onboarding).evaluation


def subject_of(app: App, file_or_id: str, *, onboarding: bool = False) -> Subject:
    """An answers file (if a file of that name exists) or a stored assessment, evaluated.

    Args:
        app: the parts of the product.
        file_or_id: as typed.
        onboarding: whether the checklist is wanted too.

    Raises:
        InvalidInput: the file has problems.
        NotFound: there is no such file or assessment.
    """
    path = _path(file_or_id)
    if path is not None:
        return _of_file(app, path, onboarding=onboarding)
    session = _session(app, file_or_id)
    return Subject(session.evaluation(), Path(file_or_id), session.id)


def earlier_of(app: App, file_or_id: str) -> "Earlier":
    """The same as a round to look back on: with who answered what.

    Raises:
        InvalidInput: the file has problems.
        NotFound: there is no such file or assessment.
    """
    from readiness.assessment import rounds

    path = _path(file_or_id)
    if path is not None:
        return rounds.earlier_of_file(_loaded(app, path))
    return rounds.earlier_of(_session(app, file_or_id))


def _path(file_or_id: str) -> Path | None:
    """The file that is meant; None where an assessment is."""
    path = Path(file_or_id)
    return path if _can_be(path) and (path.is_file() or _looks_like_a_file(path)) else None


def _session(app: App, assessment_id: str) -> "Session":
    from readiness.assessment import open_session

    try:
        return open_session(app.store, app.library, assessment_id)
    except NotFound as error:
        raise NotFound(f"{error}\nThere is no file of that name here either.") from None


def _can_be(path: Path) -> bool:
    """Whether a file can have such a name."""
    try:
        path.is_file()
    except (OSError, ValueError):
        return False
    return True


def _looks_like_a_file(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml") or len(path.parts) > 1


def _of_file(app: App, path: Path, *, onboarding: bool) -> Subject:
    loaded = _loaded(app, path)
    names = list(loaded.assessment.questionnaires)
    if onboarding and ONBOARDING in loaded.library.ids():
        names.append(ONBOARDING)
    questionnaires = [loaded.library.questionnaire(name) for name in names]
    evaluation = evaluate(
        loaded.assessment,
        questionnaires,
        loaded.plan,
        loaded.owners,
        carried=carried(loaded.log),
        known_as=loaded.id or "",
    )
    key = loaded.id or f"{loaded.assessment.agency}\n{loaded.assessment.round}"
    return Subject(evaluation, path, key)


def _loaded(app: App, path: Path) -> "LoadedAnswers":
    from readiness.loading import load_answers

    loaded = load_answers(path, app.library)
    for problem in loaded.warnings:
        app.tell(str(problem))
    return loaded
