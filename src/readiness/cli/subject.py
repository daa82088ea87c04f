"""FILE_OR_ID: what a command is about, whether it lies in a file or in the store."""

from pathlib import Path

from readiness.cli.app import App
from readiness.domain.evaluation import ONBOARDING, Evaluation, evaluate
from readiness.errors import NotFound


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
    path = Path(file_or_id)
    if _can_be(path) and (path.is_file() or _looks_like_a_file(path)):
        return _of_file(app, path, onboarding=onboarding)
    from readiness.assessment import open_session

    try:
        return open_session(app.store, app.library, file_or_id).evaluation()
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
    from readiness.loading import load_answers

    loaded = load_answers(path, app.library)
    for problem in loaded.warnings:
        app.tell(str(problem))
    names = list(loaded.assessment.questionnaires)
    if onboarding and ONBOARDING in loaded.library.ids():
        names.append(ONBOARDING)
    questionnaires = [loaded.library.questionnaire(name) for name in names]
    return evaluate(loaded.assessment, questionnaires, loaded.plan, loaded.owners)
