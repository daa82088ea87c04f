"""Lexicons compiled: from phrases in YAML to tables that chunks are looked up in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from readiness.conversation.understanding.tokens import words
from readiness.domain.questionnaire import Scale
from readiness.loading import Lexicon, shipped_lexicon

OUTSIDE = ("dont_know", "not_applicable")
_PERCENT = re.compile(r"(\d+)(?:-(\d+))?%")
_ROLES = (
    "filler",
    "around",
    "tail",
    "reason",
    "limit",
    "hedge",
    "negation",
    "correction",
    "between",
    "conclusion",
    "condition",
    "contrast",
    "intent",
    "below",
    "above",
    "takes_back",
    "forgone",
    "strong",
)

Words = tuple[str, ...]


class Meaning(NamedTuple):
    """What a phrase says.

    Attributes:
        options: option ids, best first; empty for a phrase without an answer in it.
        asked: the phrase has to be asked back even where it names one option.
        roles: the parts that it may play; `option` first where it has options.
        polar: `yes` or `no` for the bare words.
        takes_rest: whatever follows in the clause belongs to it ("I'd have to ask …").
    """

    options: tuple[str, ...] = ()
    asked: bool = False
    roles: frozenset[str] = frozenset()
    polar: str = ""
    takes_rest: bool = False


class Phrases:
    """Some phrases, and how long the one is that stands at a place."""

    def __init__(self, phrases: Iterable[Words]) -> None:
        self._all = {phrase for phrase in phrases if phrase}
        self._longest: dict[str, int] = {}
        for phrase in self._all:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def __contains__(self, phrase: Words) -> bool:
        return phrase in self._all

    def at(self, words: Sequence[str], at: int) -> int:
        """The length of the longest of the phrases that begins at a place; 0 when none does."""
        most = self._longest.get(words[at], 0) if at < len(words) else 0
        for length in range(min(most, len(words) - at), 0, -1):
            if tuple(words[at : at + length]) in self._all:
                return length
        return 0


IDIOM = Meaning(roles=frozenset({"other"}))


class Vocabulary:
    """All phrases that matter for one scale.

    Attributes:
        phrases: words to meaning.
        all_phrases: the same without their meaning, to be searched at a place.
        percent: ranges of 0 to 100 with their option, and whether it is asked back.
        known: every word that stands in a phrase.
        long_words: those of four letters or more.
    """

    def __init__(
        self,
        scale: Scale | None,
        lexicon: Lexicon,
        spoken: Mapping[str, Words],
        cut: dict[str, Words],
    ) -> None:
        self.scale = scale
        self.lexicon = lexicon
        self.spoken = spoken
        # Phrases already cut into words: most of them are shared by all scales.
        self._cut = cut
        self.phrases: dict[Words, Meaning] = {}
        # Filled by the reader of answers that name things, when it first needs it.
        self.beside: object = None
        # The same of the frames of answers, and of words for shares.
        self.frame: object = None
        self.shares: Phrases | None = None
        self.asked_with_rest: set[Words] = set()
        self.percent: list[tuple[int, int, str, bool]] = []
        self._shared()
        if scale is not None:
            self._labels(scale)
            self._lexicon(scale)
        for outside in OUTSIDE:
            self._outside(outside, getattr(lexicon, outside))
        sought = (f"{lead} {verb}…" for lead in lexicon.seek_leads for verb in lexicon.seek_verbs)
        self._outside("dont_know", sought)
        self._outside("dont_know", lexicon.undecided, sure=scale is None or not scale.scored)
        for phrase in self._read(lexicon.idioms):
            self.phrases.setdefault(phrase, IDIOM)
        self.all_phrases = Phrases(self.phrases)
        self.known = frozenset(word for phrase in self.phrases for word in phrase)
        self.long_words = tuple(sorted(word for word in self.known if len(word) > 2))
        self.real_words = frozenset(lexicon.real_words)
        self.echo = frozenset(self._read(lexicon.echo))
        self.labels = (
            frozenset(self.words(o.label) for o in scale.options) if scale else frozenset()
        )
        self.written = {
            short.replace("'", ""): tuple(lexicon.spoken[short].split())
            for short in lexicon.with_apostrophe
            if short in lexicon.spoken and short.replace("'", "") not in lexicon.filler
        }
        self.lessens = frozenset(lexicon.lessens)
        self.askable = frozenset(lexicon.askable)
        self.others = frozenset(lexicon.others)
        self.calls = frozenset(self._read(lexicon.calls))
        self.after_not = frozenset(self._read(lexicon.after_not))
        self.weak = frozenset(self._read(lexicon.weak_correction))
        self.group_words = frozenset(w for phrase in self._read(lexicon.groups) for w in phrase)
        self.limited_by = frozenset(lexicon.limited_by)
        self.measures = frozenset(
            word for phrase in lexicon.measures for word in self.words(phrase)
        )
        self.heads = frozenset(word for phrase in lexicon.heads for word in self.words(phrase))
        self.subjects = frozenset(lexicon.subjects)
        self.starters = frozenset(lexicon.starters)
        self.numbers = lexicon.numbers
        counted = {*lexicon.numbers, *lexicon.ordinals, *lexicon.months, *lexicon.weekdays}
        self.real_words |= counted | {w for words in lexicon.fractions for w in words.split()}
        together = (*lexicon.all, *lexicon.both, *lexicon.none, *lexicon.beside)
        self.real_words |= {word for phrase in together for word in phrase.rstrip("?").split()}
        self.fractions = {self.words(key): value for key, value in lexicon.fractions.items()}
        self.rough = {self.words(key): value for key, value in lexicon.rough.items()}

    def words(self, phrase: str) -> Words:
        """A phrase as the words of a typed text."""
        found = self._cut.get(phrase)
        if found is None:
            found = words(phrase, self.spoken)
            if len(self._cut) < _MOST_CUT:
                self._cut[phrase] = found
        return found

    def rank(self, option: str) -> int:
        """The place of an option in the scale; -1 for those outside."""
        ids = self.scale.ids if self.scale else ()
        return ids.index(option) if option in ids else -1

    @property
    def lowest(self) -> tuple[str, ...]:
        """The lowest option, as a tuple of one; empty without a scale."""
        return self.scale.ids[:1] if self.scale else ()

    @property
    def two_sided(self) -> bool:
        """Whether the scale has a side of its own for a no, rather than a lowest step."""
        no = self.phrases.get(("no",), Meaning())
        return bool(no.options) and self.top >= 2 and self.rank(no.options[0]) > 0

    @property
    def top(self) -> int:
        """The rank of the highest option."""
        return len(self.scale.ids) - 1 if self.scale else -1

    def _shared(self) -> None:
        for role in _ROLES:
            for phrase in self._read(getattr(self.lexicon, role)):
                before = self.phrases.get(phrase, Meaning())
                self.phrases[phrase] = before._replace(roles=before.roles | {role})

    def _outside(self, outside: str, phrases: Iterable[str], *, sure: bool = True) -> None:
        for written in phrases:
            asked = written.endswith("?") or not sure
            phrase = self.words(written.rstrip("?…"))
            before = self.phrases.get(phrase, Meaning())
            if not phrase or (before.options and before.options != (outside,)):
                continue
            no = self.phrases.get(("no",), Meaning())
            options = (outside, *no.options[:1]) if asked else (outside,)
            roles = before.roles | {"option"}
            takes_rest = "…" in written or before.takes_rest
            if before.options and not before.asked:
                # Sure as a whole ("need to check"), asked with more words after it.
                asked, options = False, (outside,)
            self.phrases[phrase] = Meaning(options, asked, roles, "", takes_rest)
            if takes_rest and written.endswith("?"):
                self.asked_with_rest.add(phrase)

    def _read(self, phrases: Iterable[str]) -> Iterable[Words]:
        return (found for phrase in phrases if (found := self.words(phrase)))

    def _labels(self, scale: Scale) -> None:
        for option in scale.options:
            phrase = self.words(option.label)
            if phrase:
                self._add(phrase, option.id, asked=False)

    def _lexicon(self, scale: Scale) -> None:
        polar: list[tuple[str, str, bool]] = []
        for option, phrases in scale.lexicon.items():
            for written in phrases:
                asked = written.endswith("?") and len(written) > 1
                bare = written.rstrip("?") if asked else written
                if percent := _PERCENT.fullmatch(bare):
                    low, high = int(percent[1]), int(percent[2] or percent[1])
                    self.percent.append((low, high, option, asked))
                elif bare in ("yes", "no"):
                    polar.append((bare, option, asked))
                elif phrase := self.words(bare):
                    self._add(phrase, option, asked=asked)
        own = {phrase for phrase, meaning in self.phrases.items() if meaning.options}
        for bare, option, asked in polar:
            for word in getattr(self.lexicon, bare):
                phrase = self.words(word.rstrip("?"))
                if phrase and (phrase not in own or phrase == (bare,)):
                    vague = asked or word.endswith("?")
                    self._add(phrase, option, asked=vague, polar=bare)

    def _add(self, phrase: Words, option: str, *, asked: bool, polar: str = "") -> None:
        before = self.phrases.get(phrase, Meaning())
        if option in before.options:
            return
        # Sure readings come before those that have to be asked; one sure reading among others is asked back too.
        options = (
            (*before.options, option) if asked or not before.asked else (option, *before.options)
        )
        self.phrases[phrase] = Meaning(
            options,
            asked or before.asked or len(options) > 1,
            before.roles | {"option"},
            polar or before.polar,
        )


def spoken_forms(lexicon: Lexicon) -> dict[str, Words]:
    """Short forms, with and without their apostrophe, and the words that they stand for."""
    forms: dict[str, Words] = {}
    for short, full in lexicon.spoken.items():
        forms[short.strip("'")] = tuple(full.split())
        if short not in lexicon.with_apostrophe:
            forms.setdefault(short.replace("'", ""), tuple(full.split()))
    return forms


@cache
def shared() -> tuple[Lexicon, dict[str, Words], dict[str, Words]]:
    """The shipped lexicon, its spoken forms, and the phrases that were already cut into words."""
    lexicon = shipped_lexicon()
    return lexicon, spoken_forms(lexicon), {}


# By the scale's identity: scales are frozen, but their lexicon is a mapping, which cannot be hashed. The scale itself
# is kept beside its vocabulary, so that no other object can take over its identity.
_COMPILED: dict[int, tuple[Scale, Vocabulary]] = {}
_MOST_COMPILED = 64
_MOST_CUT = 10_000


def vocabulary(scale: Scale | None) -> Vocabulary:
    """The vocabulary of a scale, compiled once."""
    if scale is None:
        return _without_scale()
    found = _COMPILED.get(id(scale))
    if found is None:
        if len(_COMPILED) >= _MOST_COMPILED:
            _COMPILED.clear()
        found = (scale, Vocabulary(scale, *shared()))
        _COMPILED[id(scale)] = found
    return found[1]


@cache
def _without_scale() -> Vocabulary:
    return Vocabulary(None, *shared())
