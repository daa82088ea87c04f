"""lexicon.yaml: words that the chatbot understands whatever the scale."""

from functools import cache

from readiness import resources
from readiness.loading.content import LEXICON
from readiness.loading.tree.models import Model
from readiness.loading.tree.parsing import Mapping, parse
from readiness.loading.tree.shape import shape
from readiness.loading.tree.text import read_text


class Lexicon(Model, frozen=True):
    """The shared words, each list under the part that it plays; docs/understanding.md says what each is for.

    Attributes:
        spoken: short and spoken forms, and what they stand for.
        frame_verbs, frame_modals, frame_before, frame_after: what may stand around an answer and says nothing.
        shared: words for all, some or none of several things, and the phrase of a scale that they amount to.
        holidays: month and day of days that have a name, such as `12-25`.
        numbers: number words; `rough` ones are asked back, `ordinals` and `fractions` (in percent) stand apart.
        commands: a command's name and its wordings; `{…}` in a wording stands for anything.
        dropped: words that the toolkit's language guide drops, pointed out before a note is shared.
        health: words of somebody's health, pointed out too.
        names: first names that are no other word, pointed out too.
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
    starters: list[str]
    frame_verbs: list[str]
    frame_never: list[str]
    frame_modals: list[str]
    frame_before: list[str]
    frame_after: list[str]
    openings: list[str]
    others: list[str]
    sayers: list[str]
    strong: list[str]
    takes_back: list[str]
    forgone: list[str]
    lessens: list[str]
    shared: dict[str, str]
    seek_leads: list[str]
    seek_verbs: list[str]
    askable: list[str]
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
    holidays: dict[str, str]
    commands: dict[str, list[str]]
    polite: list[str]
    questions: list[str]
    dropped: list[str]
    health: list[str]
    names: list[str]


def read_lexicon(tree: Mapping, file: str) -> Lexicon:
    """The lexicon that a file holds.

    Raises:
        InvalidInput: with all problems of the file.
    """
    return shape(tree, Lexicon, file)


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with the product, read once.

    Raises:
        InvalidInput: it has problems.
    """
    path = resources.questionnaires() / LEXICON
    return read_lexicon(parse(read_text(path), str(path)), str(path))
