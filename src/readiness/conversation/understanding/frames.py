"""The frame of an answer: "I'd put us down as … on this one". It says nothing, so that what is left is read.

A frame is recognized by its place, not by its words alone: it leads up to an answer, or follows one to the end of
the sentence. Whoever else would give the answer ("the board would say …") is no frame, but a doubt.
"""

from collections.abc import Sequence
from typing import NamedTuple, cast

from readiness.conversation.understanding import shares
from readiness.conversation.understanding.measuring import COUNTING
from readiness.conversation.understanding.quantities import quantity_at
from readiness.conversation.understanding.spoken import written_out
from readiness.conversation.understanding.tokens import Token
from readiness.conversation.understanding.vocabulary import IDIOM, Phrases, Vocabulary

# Words of the lexicon that say nothing, and that make a question of an answer.
EMPTY, DOUBT = "um", "perhaps"
_OWN = frozenset({"i", "we", "you", "us", "me", "let", "it", "that", "this", "to", "not"})
_STANCES = frozenset({"agree", "agrees", "disagree", "disagrees"})
_NOT_HERE = frozenset({"applicable", "na", "apply", "relevant"})
_WHO = frozenset({"i", "we", "you"})
_LOUD = (
    "negation",
    "hedge",
    "intent",
    "contrast",
    "condition",
    "between",
    "limit",
    "reason",
    "strong",
)
_ENDS = ("contrast", "condition", "reason", "correction", "conclusion", "between", "limit")
_WOULD = frozenset({"would", "will", "to", "can"})
# With these a sentence begins that tells where and how many: "at 3", "in 2".
_PLACES = frozenset({"for", "at", "as"})
_SILENT = frozenset({"filler", "conclusion"})


class Frame(NamedTuple):
    """The phrases that frames are made of, compiled once for a scale."""

    verbs: Phrases
    modals: Phrases
    before: Phrases
    after: Phrases
    openings: Phrases
    never: frozenset[str]
    others: frozenset[str]
    sayers: frozenset[str]


def frame(vocab: Vocabulary) -> Frame:
    """The phrases of frames; compiled when they are first needed."""
    if vocab.frame is None:
        lexicon = vocab.lexicon
        quiet = (
            p
            for p, meaning in vocab.phrases.items()
            if meaning.roles == {"filler"} and p[0] not in vocab.subjects and p != ("at", "all")
        )
        vocab.frame = Frame(
            Phrases(map(vocab.words, lexicon.frame_verbs)),
            Phrases(map(vocab.words, lexicon.frame_modals)),
            Phrases(map(vocab.words, lexicon.frame_before)),
            Phrases((*map(vocab.words, lexicon.frame_after), *quiet)),
            Phrases(map(vocab.words, lexicon.openings)),
            frozenset(lexicon.frame_never),
            frozenset(lexicon.others),
            frozenset(lexicon.sayers),
        )
    return cast(Frame, vocab.frame)


def bare(found: Sequence[Token], vocab: Vocabulary) -> Sequence[Token]:
    """The tokens with frames made empty, what others would say made doubtful, and shares put as the scale has them."""
    made: list[Token] = []
    known = frame(vocab)
    for sentence in _without_openings(_sentences(written_out(found, vocab)), known):
        stops = [token for token in sentence if token.is_stop]
        words = [token for token in sentence if not token.is_stop]
        for part in _parts(list(shares.plain(words, vocab)), vocab):
            made += _reported(part, vocab, known) or _framed(part, vocab, known)
        made += stops
    return made


def _parts(words: list[Token], vocab: Vocabulary) -> list[list[Token]]:
    """A sentence cut before each word that sets something against what came before."""
    names = [token.word for token in words]
    cuts = [at for at in range(1, len(names)) if _plays(names, at, ("contrast",), vocab)]
    ends = [*cuts, len(words)]
    return [words[start:end] for start, end in zip([0, *cuts], ends, strict=True) if start < end]


def _sentences(found: Sequence[Token]) -> list[list[Token]]:
    """The stretches of a text, each with the sign that ends it."""
    made: list[list[Token]] = [[]]
    for token in found:
        made[-1].append(token)
        if token.is_stop:
            made.append([])
    return [sentence for sentence in made if sentence]


def _without_openings(sentences: list[list[Token]], known: Frame) -> list[list[Token]]:
    """The sentences of a text without those before the answer that say nothing: "wrong key, 3"."""
    at = 0
    while at < len(sentences) - 1 and _says_nothing(sentences[at], known):
        at += 1
    return sentences[at:]


def _says_nothing(sentence: Sequence[Token], known: Frame) -> bool:
    words = [token.word for token in sentence if not token.is_stop or token.word == "?"]
    at = 0
    while at < len(words):
        length = max(known.openings.at(words, at), known.after.at(words, at))
        if not length:
            return False
        at += length
    return not any(word == "?" or word == "one" or word[0].isdigit() for word in words)


def _reported(words: list[Token], vocab: Vocabulary, known: Frame) -> list[Token] | None:
    """A sentence with what somebody else would say, its verb made a doubt; None when it has none."""
    names = [token.word for token in words]
    for at, word in enumerate(names):
        stance = vocab.two_sided and word in _STANCES
        if not (word in known.sayers or stance) or at == 0 or names[at - 1] == "all":
            continue
        who = at - 1
        while who > 0 and not _may_say(names[who], vocab, known):
            who -= 1
        own = names[who] in _OWN and names[max(who - 1, 0)] != "of"
        own = own and not (stance and names[who] == "you")
        # "I'd click strongly agree": an unknown word after "I" is what I do.
        own = own or (names[who] not in known.others and names[0] in ("i", "we"))
        if names[at - 1] != "to" and _may_say(names[who], vocab, known) and not own:
            doubtful = who if stance else at
            return [
                token._replace(word=DOUBT) if n == doubtful else token
                for n, token in enumerate(words)
            ]
    return None


def _may_say(word: str, vocab: Vocabulary, known: Frame) -> bool:
    strange = word not in vocab.known and word.isalpha()
    return word in _OWN or word in known.others or strange


def _framed(words: list[Token], vocab: Vocabulary, known: Frame) -> list[Token]:
    """A sentence with the words around its answer made empty."""
    names = [token.word for token in words]
    lead = _lead(words, names, vocab, known)
    if lead is None:
        return words
    made = list(words)
    for at in range(lead.start, lead.end):
        made[at] = made[at]._replace(word=EMPTY)
    at = lead.answered
    while at < len(names):
        length = known.after.at(names, at)
        if not length or length < vocab.all_phrases.at(names, at):
            break
        at += length
    if at < len(names) and not _plays(names, at, _ENDS, vocab):
        return made
    if made[lead.answered - 1].word in _NOT_HERE and vocab.limited_by & set(names[lead.answered :]):
        # "N/A at the moment."
        return made
    for place in range(lead.answered, at):
        if names[place] not in vocab.limited_by:
            made[place] = made[place]._replace(word=EMPTY)
    return made


class _Lead(NamedTuple):
    """What leads up to an answer (`start` to `end`), and where the answer itself ends."""

    start: int
    end: int
    answered: int


def _lead(
    words: Sequence[Token], names: Sequence[str], vocab: Vocabulary, known: Frame
) -> _Lead | None:
    """The longest frame before an answer; None when something else stands there."""
    start = at = _conclusion(names, vocab)
    best: _Lead | None = None
    counts = False
    while at < len(names):
        answered = _answer_end(words, names, at, vocab)
        counted = quantity_at(words, at, vocab)
        number = counted is not None and counted.kind == "number"
        if answered and not (counts and number):
            best = _Lead(start, at, answered)
        length = 0 if number else _step(names, at, vocab, known)
        inside = at + length < answered
        if not length or inside or (at == start and length == 1 and names[at] in _PLACES):
            break
        # "We have 3" counts something; "we get a 3" does not.
        counted_here = length < 3 and names[at] in COUNTING and not known.modals.at(names, at)
        counts = names[at] not in ("a", "an") and (counts or counted_here)
        at += length
    return best


def _conclusion(names: Sequence[str], vocab: Vocabulary) -> int:
    """How many words at the beginning join the sentence to the one before: "so", "but", "actually"."""
    at = 0
    while length := vocab.all_phrases.at(names, at):
        meaning = vocab.phrases[tuple(names[at : at + length])]
        if meaning.options or not meaning.roles & {
            "conclusion",
            "contrast",
            "correction",
            "reason",
        }:
            break
        at += length
    return at


def _step(names: Sequence[str], at: int, vocab: Vocabulary, known: Frame) -> int:
    """How many words of a frame stand at a place; 0 for none."""
    said = int(names[at] in _WHO)
    modal = known.modals.at(names, at + said)
    verb = known.verbs.at(names, at + said + modal) if modal else 0
    if verb:
        return said + modal + verb
    length = max(
        known.before.at(names, at), known.verbs.at(names, at), known.openings.at(names, at)
    )
    whole = vocab.all_phrases.at(names, at)
    if whole > length:
        # A longer phrase of the lexicon: it counts when it says nothing either.
        meaning = vocab.phrases[tuple(names[at : at + whole])]
        strange = whole == 1 and names[at] in known.others
        return whole if meaning.roles <= _SILENT and not strange else 0
    if not length and at and at < len(names) - 1 and names[at - 1] in _WOULD:
        # "I'd plump for mostly": whatever one does with an answer.
        strange = names[at] not in vocab.known and names[at].isalpha()
        return int(strange and names[at] not in known.never)
    return 0 if _plays(names, at, _LOUD, vocab, length) else length


def _plays(
    names: Sequence[str], at: int, roles: Sequence[str], vocab: Vocabulary, longest: int = 0
) -> bool:
    """Whether the phrase at a place plays one of some parts; not when it is shorter than `longest`."""
    length = vocab.all_phrases.at(names, at)
    if not length or length < longest:
        return False
    meaning = vocab.phrases[tuple(names[at : at + length])]
    return any(role in meaning.roles for role in roles)


def _answer_end(words: Sequence[Token], names: Sequence[str], at: int, vocab: Vocabulary) -> int:
    """Where an answer that begins at a place ends; 0 when none begins there."""
    end = at
    while end < len(names):
        length = _option_length(names, end, vocab)
        if length:
            end += length
            continue
        counted = quantity_at(words, end, vocab)
        if counted is None or (
            counted.spelled and counted.kind == "number" and names[end] == "one"
        ):
            break
        end += counted.length
    if end > at:
        return end
    lone = len(names[at]) == 1 and "a" <= names[at] <= "e" and at == len(names) - 1
    return at + 1 if lone else 0


def _option_length(names: Sequence[str], at: int, vocab: Vocabulary) -> int:
    """How many words of an option stand at a place: "agree" in "agree with that one", none in "no idea is"."""
    for length in range(vocab.all_phrases.at(names, at), 0, -1):
        meaning = vocab.phrases.get(tuple(names[at : at + length]))
        if meaning is IDIOM:
            return 0
        if meaning is not None and meaning.options:
            return 0 if meaning.takes_rest else length
    return 0
