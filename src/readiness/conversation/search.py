"""Answers to questions about the content, from glossary, reasons, anchors and actions. Makes nothing up."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log

import msgspec

from readiness.domain.content import Term
from readiness.domain.questionnaire import Item, Questionnaire, Section

_WORD = re.compile(r"[a-z0-9]+")
_DULL = frozenset(  # words that say nothing of what a question is about
    (
        "a about an and any are as at be but by can do does for from get has have here how i if in is it its "
        "just me mean my not of on or other others our should so that the their them they this to us was we "
        "what when where which who why will with would you your"
    ).split()
)
ENOUGH = 0.5  # of the weight of the words asked for; below that an answer would be beside the point


class Passage(msgspec.Struct, frozen=True):
    """Something that can be answered with, and where it is from.

    `heading` names what it is about; a word found there counts double.
    """

    heading: str
    text: str
    source: tuple[str, ...]


class Search:
    """Searches the content that it was given, by the words of a question.

    Args:
        questionnaires: their whys, anchors and actions.
        terms: the glossary.
    """

    def __init__(self, questionnaires: Sequence[Questionnaire], terms: Sequence[Term]) -> None:
        self._questionnaires = questionnaires
        self._terms = terms

    def term(self, name: str) -> Term | None:
        """The glossary's entry for a word, its plural or another way of writing it."""
        wanted = " ".join(_words(name))
        for term in self._terms:
            if wanted and wanted in {" ".join(_words(word)) for word in (term.term, *term.also)}:
                return term
        return None

    def find(self, question: str) -> Passage | None:
        """The passage that fits a question best; None when nothing fits well enough."""
        asked = {_stem(word) for word in _words(question) if word not in _DULL}
        if not asked:
            return None
        total = sum(self._rarity(word) for word in asked)
        best, best_score = None, 0.0
        for passage, heading, body in self._indexed:
            hit = sum(self._rarity(w) * (1.0 if w in body else 0.0) for w in asked)
            score = hit + 0.5 * sum(self._rarity(w) for w in asked if w in heading)
            if hit >= ENOUGH * total and score > best_score:
                best, best_score = passage, score
        return best

    @cached_property
    def _indexed(self) -> list[tuple[Passage, frozenset[str], frozenset[str]]]:
        return [(p, _bag(p.heading), _bag(f"{p.heading} {p.text}")) for p in self._passages()]

    @cached_property
    def _frequency(self) -> Counter[str]:
        return Counter(word for _, _, body in self._indexed for word in body)

    def _rarity(self, word: str) -> float:
        """A word that stands everywhere says little; one that stands nowhere has to be found to fit."""
        return log((1 + len(self._indexed)) / (0.5 + self._frequency[word]))

    def _passages(self) -> Iterable[Passage]:
        for term in self._terms:
            yield Passage(
                " ".join((term.term, *term.also)), f"{term.term}: {term.means}", term.source
            )
        for questionnaire in self._questionnaires:
            for section in questionnaire.sections:
                if section.why:
                    yield Passage(section.title, section.why, section.source[:1])
                for item in section.items:
                    yield from _of_item(section, item)


def _of_item(section: Section, item: Item) -> Iterable[Passage]:
    heading = f"{section.short} {item.topic} {item.ask}"
    if item.why:
        yield Passage(heading, item.why, item.source)
    if "fully" in item.anchors:
        yield Passage(heading, item.anchors["fully"], item.source)
    for action in item.actions:
        yield Passage(heading, f"{action.do} To begin: {action.first_step}", action.source)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _bag(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _words(text) if word not in _DULL)
