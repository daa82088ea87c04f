"""Which questionnaires have to be loaded together, because conditions in one name items of another."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from readiness.domain.flow import PROFILE
from readiness.loading.questionnaires.files import QuestionnaireFile
from readiness.loading.questionnaires.when import items_named


def needed(
    wanted: Iterable[str], model_of: Callable[[str], QuestionnaireFile], known: Sequence[str]
) -> tuple[str, ...]:
    """The wanted ids, and those of the questionnaires that their conditions name.

    Args:
        wanted: ids of questionnaires.
        model_of: gives the file model of an id.
        known: every id there is.
    """
    found = list(dict.fromkeys(wanted))
    models = [model_of(name) for name in found]
    if _open(models) and PROFILE in known and PROFILE not in found:
        found.append(PROFILE)
        models.append(model_of(PROFILE))
    # What the profile does not explain is rare: then every questionnaire is looked at.
    return tuple(dict.fromkeys([*found, *known])) if _open(models) else tuple(found)


def _open(models: Sequence[QuestionnaireFile]) -> bool:
    """Whether a condition names a section that none of these has."""
    sections = {section.id for model in models for section in model.sections}
    named = {name for model in models for name in _named_sections(model)}
    return not named <= sections


def _named_sections(model: QuestionnaireFile) -> Iterator[str]:
    for section in model.sections:
        for item in section.items:
            if not isinstance(item.when, msgspec.UnsetType):
                yield from (name.partition(".")[0] for name in items_named(item.when))
