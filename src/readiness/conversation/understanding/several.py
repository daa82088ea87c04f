"""Answers where several options may be chosen: which of them a text names, and what it says beside them."""

from collections.abc import Sequence

from readiness.conversation.interpretation import Interpretation
from readiness.conversation.understanding.choosing import Named, Namer, names_option
from readiness.conversation.understanding.chunks import Chunk
from readiness.conversation.understanding.clauses import Clause, is_filler
from readiness.conversation.understanding.groups import Within, beside, every_option
from readiness.conversation.understanding.tokens import verbatim
from readiness.conversation.understanding.vocabulary import Vocabulary

# Words that add nothing to the names of the options, so that they need no note.
_QUIET = frozenset(
    "and plus also as well along with too both all every each of them those these one or only just solely "
    "strictly exclusively our their the hire hiring hires taking take on use using want wanting plan planning "
    "going to be will serve serving work working people folks program programs kind kinds who that is are "
    "mental health challenges focus focusing for in at yes yeah yep + group groups".split()
)
# "Not just employees" denies nothing.
_EXCLUSIVE = frozenset("only just solely merely simply strictly exclusively".split())
# After a "but" these may take a part of the answer back.
_LIMITS = _EXCLUSIVE | {"no", "not", "never", "without"}
_PLACES = frozenset("last first second third fourth fifth one ones others".split())
_LEANS = frozenset({"leaning", "lean", "toward", "towards"})
_APART = frozenset({"except", "excluding", "minus", "besides", "apart", "aside", "other"})


def read(text: str, spoken: Sequence[Clause], vocab: Vocabulary) -> Interpretation | None:
    """The options that a text names, with the rest of it as the note; None when it names none."""
    hearer = _Hearer(text, vocab)
    for clause in spoken:
        hearer.hear(clause)
    named = hearer.named()
    if named is None:
        return None
    sure = named.clean and not named.asked
    return Interpretation(
        outcome="accepted" if sure else "confirm",
        value=named.options,
        candidates=() if sure else named.options,
        note=hearer.note(),
    )


def says_every_option(made: Sequence[Chunk], vocab: Vocabulary) -> bool:
    """Whether a phrase such as "both" stands anywhere among some chunks."""
    return every_option(sum((chunk.words for chunk in made), ()), vocab) is not None


class _Hearer(Namer):
    """Gathers the options clause by clause, and where the note begins.

    Attributes:
        first: where the answer starts in the text; later than 0 after a correction.
        told: something more than names was said up to the last clause that chose an option.
        after: the same of what follows it.
    """

    def __init__(self, text: str, vocab: Vocabulary) -> None:
        super().__init__(text, vocab)
        self.also = beside(vocab)
        self.first = 0
        self.told = False
        self.after = False
        self.widened: list[str] = []

    def hear(self, clause: Clause) -> None:
        """Takes in one clause."""
        options = self.options_in(clause)
        every = self._every(clause, options)
        if every is not None and self._is_negated(clause, every.at):
            self.asked = self.asked or bool(options)
            self.after = self.after or self._tells(clause, every)
        elif every is not None:
            self._take_every(clause, every, options)
        elif not options:
            if clause.joint != "tail" or self._current() != set(self.ids):
                self.hear_more(clause)
            if clause.joint == "contrast" and set(_words(clause)) & _PLACES:
                # "All but the last."
                self.asked = True
            self.after = self.after or self._tells(clause)
        else:
            self._take(clause, options)

    def named(self) -> Named | None:
        """What was gathered; where only "not just employees" was said, every option, to be asked back."""
        if self.widened and not self.chosen:
            return Named(self.ids, True, False)
        return super().named()

    def note(self) -> str | None:
        """What was said beside the names of the options, word for word."""
        if self.told or not self.clean:
            return verbatim(self.text, self.first)
        rest = verbatim(self.text, self.end) if self.after else None
        return rest.lstrip("!?\"' ") or None if rest else None

    def may_stand(self, chunk: Chunk) -> bool:
        """Whether a chunk may stand beside options without a change in what is meant."""
        known = all(word in self.also.beside or word in _QUIET for word in chunk.words)
        return known or super().may_stand(chunk)

    def _current(self) -> set[str]:
        return set(self.chosen) - set(self.denied)

    def _every(self, clause: Clause, options: Sequence[Chunk]) -> Within | None:
        found = every_option(_words(clause), self.vocab)
        # "All adults" are adults.
        return None if found is not None and found.alone and options else found

    def _is_negated(self, clause: Clause, end: int) -> bool:
        """Whether a no stands before a place in a clause, and not "not only"."""
        at = 0
        negated = False
        for chunk in clause.chunks:
            if at >= end:
                break
            if chunk.plays("negation") or chunk.words[0] == "not":
                negated = True
            elif negated and set(chunk.words) & _EXCLUSIVE:
                negated = False
            at += len(chunk.words)
        return negated

    def _take_every(self, clause: Clause, every: Within, options: Sequence[Chunk]) -> None:
        """Takes in a clause with "both" or "all of them"."""
        if clause.joint in ("correction", "retraction") or self.retracted:
            self._reset(clause)
        # "Employees, all of them" may speak of the employees.
        partial = bool(self.chosen) and self._current() != set(self.ids)
        doubts = clause.question or clause.joint in ("condition", "contrast") or every.vague
        self.asked = self.asked or partial or bool(self.denied) or doubts or clause.has("between")
        self.chosen, self.denied = list(self.ids), []
        at = 0
        for chunk in clause.chunks:
            if at == every.end:
                self.asked = self.asked or self._belongs(chunk, options)
            if not every.at <= at < every.end and chunk not in options:
                self._weigh(chunk, widens=self._is_exclusive(clause))
            at += len(chunk.words)
        self._close(clause, every)

    def _belongs(self, chunk: Chunk, options: Sequence[Chunk]) -> bool:
        """Whether "both" or "all" may be of the words after it: "both sites", "both employees"."""
        if chunk in options:
            return {o for each in options for o in each.meaning.options} < set(self.ids)
        return chunk.plays("around") and chunk.words != ("of",)

    def _weigh(self, chunk: Chunk, *, widens: bool) -> None:
        """What a chunk beside "both" says about how sure it is."""
        if chunk.plays("negation") or (chunk.plays("hedge") and not is_filler(chunk)):
            self.asked = self.asked or not widens
        elif not (is_filler(chunk) or self.may_stand(chunk)):
            self.clean = False

    def _take(self, clause: Clause, options: Sequence[Chunk]) -> None:
        named = {o for chunk in options for o in chunk.meaning.options}
        negated = any(chunk.plays("negation") for chunk in clause.chunks)
        if negated and self._is_exclusive(clause):
            self.widened.extend(named)
            self.after = True
            return
        full = self._current() == set(self.ids)
        # "Both, actually mostly volunteers" takes nothing back.
        corrects = clause.joint == "correction" and not (full and self._tells(clause))
        if corrects or clause.joint == "retraction" or self.retracted:
            self._reset(clause)
        elif full and self._sets_apart(clause):
            self.denied.extend(named)
            self.asked = self.after = True
            return
        elif named <= self._current():
            words = {*_words(clause), *self._joining(clause)}
            # "Both, but only employees"; "both, volunteers only".
            limited = clause.joint == "contrast" and bool(words & _LIMITS)
            bare = full and bool(words & _EXCLUSIVE) and not self._tells(clause)
            limited = limited or bare
            torn = negated or limited or clause.joint == "condition" or clause.question
            self.asked = self.asked or bool(torn)
            self.after = self.after or negated or self._tells(clause)
            return
        contrast = clause.joint == "contrast" and (negated or not self.chosen)
        self.gather(clause, options, negated=contrast)
        doubts = clause.question or clause.has("between")
        self.asked = self.asked or doubts or clause.joint in ("contrast", "condition")
        self._close(clause, None)

    def _close(self, clause: Clause, every: Within | None) -> None:
        """Moves the end of the answer behind a clause."""
        self.told = self.told or self.after or self._tells(clause, every)
        self.after = False
        self.end = clause.end

    def _reset(self, clause: Clause) -> None:
        self.chosen, self.denied = [], []
        self.asked = self.retracted = self.told = self.after = False
        self.clean = True
        self.first = clause.start

    def _sets_apart(self, clause: Clause) -> bool:
        """Whether a clause takes options out of all of them: "all but youth", "everyone except …"."""
        if clause.joint != "contrast":
            return False
        joining = self._joining(clause)
        if _APART & set(joining):
            return True
        said = [chunk for chunk in clause.chunks if not is_filler(chunk)]
        return joining == ["but"] and bool(said) and all(names_option(chunk) for chunk in said)

    def _joining(self, clause: Clause) -> list[str]:
        """The words between the answer so far and a clause."""
        between = self.text[self.end : clause.chunks[0].start].casefold().split()
        return [word.strip(",.;:—–-()") for word in between]

    def _is_exclusive(self, clause: Clause) -> bool:
        """Whether a negation only widens: "not just employees"."""
        for before, chunk in zip(clause.chunks, clause.chunks[1:], strict=False):
            if before.plays("negation") and set(chunk.words) & _EXCLUSIVE:
                return True
        return any(
            chunk.plays("negation") and len(chunk.words) > 1 and set(chunk.words) & _EXCLUSIVE
            for chunk in clause.chunks
        )

    def _tells(self, clause: Clause, every: Within | None = None) -> bool:
        """Whether a clause says more than names of options."""
        at = 0
        for chunk in clause.chunks:
            within = every is not None and every.at <= at < every.end
            at += len(chunk.words)
            if not (within or _is_quiet(chunk)):
                return True
        return False


def _words(clause: Clause) -> tuple[str, ...]:
    return sum((chunk.words for chunk in clause.chunks), ())


def _is_quiet(chunk: Chunk) -> bool:
    if names_option(chunk) or chunk.plays("stop") or all(word in _QUIET for word in chunk.words):
        return True
    if chunk.quantity is not None or chunk.plays("hedge") or chunk.words[-1] in _LEANS:
        return False
    roles = ("negation", "correction", "conclusion", "between")
    return is_filler(chunk) or any(chunk.plays(role) for role in roles)
