"""How each of the files beside the questionnaires is read, for those who look at all of them."""

from collections.abc import Callable

from readiness.domain.content import Sources
from readiness.loading import content
from readiness.loading.content.glossary import read_glossary
from readiness.loading.content.lexicon import read_lexicon
from readiness.loading.content.lived_experience import read_lived_experience
from readiness.loading.content.phrases import read_phrases
from readiness.loading.content.resources import read_resources
from readiness.loading.content.trainings import read_trainings
from readiness.loading.tree.parsing import Mapping

# Scales and sources are read where questionnaires are loaded.
_PLAIN: dict[str, Callable[[Mapping, str], object]] = {
    content.LEXICON: read_lexicon,
    content.PHRASES: read_phrases,
}
_CITING: dict[str, Callable[[Mapping, str, Sources | None], object]] = {
    content.TRAININGS: read_trainings,
    content.RESOURCES: read_resources,
    content.GLOSSARY: read_glossary,
    content.LIVED_EXPERIENCE: read_lived_experience,
}


def read_other(name: str, tree: Mapping, file: str, sources: Sources | None) -> None:
    """Read a file by its name, for its problems; files of other names are passed over.

    Raises:
        InvalidInput: with all problems of the file.
    """
    if name in _PLAIN:
        _PLAIN[name](tree, file)
    elif name in _CITING:
        _CITING[name](tree, file, sources)
