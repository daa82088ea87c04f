"""lexicon.yaml: words that the chatbot understands whatever the scale."""

from functools import cache

from readiness import resources
from readiness.loading.files import Model
from readiness.loading.shape import shape
from readiness.loading.text import read_text
from readiness.loading.tree import parse

NAME = "lexicon.yaml"


class Lexicon(Model, frozen=True):
    """The shared words, each list under the part that it plays; docs/understanding.md says what each is for.

    Attributes:
        spoken: short and spoken forms, and what they stand for.
        numbers: number words; `rough` ones are asked back, `ordinals` and `fractions` (in percent) stand apart.
        commands: a command's name and its wordings; `{…}` in a wording stands for anything.
    """

    spoken: dict[str, str]
    with_apostrophe: list[str]
    yes: list[str]
    no: list[str]
    undecided: list[str]
    limited_by: list[str]
    measures: list[str]
    echo: list[str]
    after_not: list[str]
    weak_correction: list[str]
    calls: list[str]
    subjects: list[str]
    dont_know: list[str]
    not_applicable: list[str]
    absent: list[str]
    groups: list[str]
    idioms: list[str]
    real_words: list[str]
    intent: list[str]
    below: list[str]
    above: list[str]
    filler: list[str]
    around: list[str]
    tail: list[str]
    reason: list[str]
    contrast: list[str]
    condition: list[str]
    limit: list[str]
    hedge: list[str]
    negation: list[str]
    correction: list[str]
    between: list[str]
    conclusion: list[str]
    all: list[str]
    both: list[str]
    none: list[str]
    beside: list[str]
    numbers: dict[str, int]
    rough: dict[str, int]
    zero: list[str]
    heads: list[str]
    about: list[str]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    months: dict[str, int]
    seasons: dict[str, int]
    weekdays: dict[str, int]
    commands: dict[str, list[str]]
    polite: list[str]
    questions: list[str]


def read_lexicon(text: str, file: str = NAME) -> Lexicon:
    """The lexicon that a YAML text holds.

    Raises:
        InvalidInput: with all problems of the file.
    """
    return shape(parse(text, file), Lexicon, file)


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with the product, read once.

    Raises:
        InvalidInput: it has problems.
    """
    path = resources.questionnaires() / NAME
    return read_lexicon(read_text(path), str(path))
