"""FILE_OR_ID: what a command is about, whether it lies in a file or in the store."""

from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.app import App
from readiness.domain.carrying import carried
from readiness.domain.evaluation import ONBOARDING, Evaluation, evaluate
from readiness.errors import NotFound

if TYPE_CHECKING:
    from readiness.assessment import Session
    from readiness.domain.rounds import Earlier
    from readiness.loading import LoadedAnswers


def evaluation_of(app: App, file_or_id: str, *, onboarding: bool = False) -> Evaluation:
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
    return _session(app, file_or_id).evaluation()


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


def _of_file(app: App, path: Path, *, onboarding: bool) -> Evaluation:
    loaded = _loaded(app, path)
    names = list(loaded.assessment.questionnaires)
    if onboarding and ONBOARDING in loaded.library.ids():
        names.append(ONBOARDING)
    questionnaires = [loaded.library.questionnaire(name) for name in names]
    found = carried(loaded.log)
    name = loaded.id or ""
    return evaluate(loaded.assessment, questionnaires, loaded.plan, found, known_as=name)


def _loaded(app: App, path: Path) -> "LoadedAnswers":
    from readiness.loading import load_answers

    loaded = load_answers(path, app.library)
    for problem in loaded.warnings:
        app.tell(str(problem))
    return loaded
