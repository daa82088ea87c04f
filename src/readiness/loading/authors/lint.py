"""What could read better in a questionnaire: advice to its author, never a reason not to load it."""

import re
from collections.abc import Iterator

from readiness.domain.problem import Problem
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.loading.tree.place import Path, Report

MAX_WORDS = 25
ENOUGH_ANCHORS = 3

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# After "and" or "or", these begin another question or another thing that somebody does.
_SECOND_QUESTION = re.compile(
    r"\b(?:and|or) (?:also |then |if so,? )?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|"
    r"may|might|must|who|what|when|where|why|how|they|you|we|it|there)\b",
    re.IGNORECASE,
)
_VERBS = (
    "agree|apply|ask|be|become|bring|check|choose|decide|describe|encourage|explain|feel|find|follow|get|give|go|hear|"
    "hire|hold|include|keep|know|learn|make|meet|offer|pay|provide|read|receive|respect|review|say|see|send|show|sign|"
    "speak|take|teach|tell|train|treat|understand|update|use|welcome|write"
)
# "know and use": two things that somebody does, joined without a comma.
_TWO_VERBS = re.compile(rf"\b(?:{_VERBS}) (?:and|or) (?:{_VERBS})\b", re.IGNORECASE)


def lint(questionnaire: Questionnaire, report: Report) -> list[Problem]:
    """Warnings, in the order of the file.

    Args:
        questionnaire: as it was loaded.
        report: gives the places in its file; takes no problem.
    """
    found: list[Problem] = []
    for s, section in enumerate(questionnaire.sections):
        for i, item in enumerate(section.items):
            path: Path = ("sections", s, "items", i)
            found += [report.warning((*path, *at), message) for at, message in _of_item(item)]
    return found


def _of_item(item: Item) -> Iterator[tuple[Path, str]]:
    if item.kind not in ("task", "prompt") and (words := asks_two_things(item.ask)):
        yield ("ask",), f"this may ask two things (“{words}”); ask one at a time"
    for at, text in _texts(item):
        if (count := _longest_sentence(text)) > MAX_WORDS:
            yield at, f"a sentence of {count} words; {MAX_WORDS} are enough"
    if item.scored and not item.actions:
        yield (), f"`{item.id}` is scored and has no action"
    if item.scored and item.ask.endswith("?") and len(item.anchors) < ENOUGH_ANCHORS:
        yield (
            (),
            f"`{item.id}` has {len(item.anchors)} anchors; {ENOUGH_ANCHORS} tell people what options look like",
        )


def asks_two_things(ask: str) -> str:
    """The words that make a question look like two; empty where none do."""
    if ask.count("?") > 1:
        return "? … ?"
    found = _SECOND_QUESTION.search(ask) or _TWO_VERBS.search(ask)
    return found[0] if found else ""


def _texts(item: Item) -> Iterator[tuple[Path, str]]:
    yield ("ask",), item.ask
    yield ("why",), item.why
    for option, anchor in item.anchors.items():
        yield ("anchors", option), anchor
    for a, action in enumerate(item.actions):
        for key in ("do", "first_step", "done_when"):
            yield ("actions", a, key), getattr(action, key)


def _longest_sentence(text: str) -> int:
    return max((len(sentence.split()) for sentence in _SENTENCE_END.split(text)), default=0)
