"""Small reports, and the edits that people make in them."""

import re
import tempfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from hypothesis import strategies as st
from tests.reports.shipped import evaluation, questionnaires

from readiness import reports
from readiness.domain.answers import Answer, Missing
from readiness.domain.evaluation import Evaluation, evaluate
from readiness.domain.log import PlanMark
from readiness.reports import Content
from readiness.reports.living.merging import Updated, updated
from readiness.reports.living.retired import why

ITEMS = (
    "roles.written_role",
    "roles.no_clinical_duties",
    "coaching.supervisor_hours",
    "culture.basics",
    "culture.dignity",
    "policies.hiring_screens",
)
FACTS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "profile.drives": ("yes", "no"),
    "profile.workers": (("employee",), ("volunteer",)),
}
STEPS: tuple[str | Missing, ...] = ("not_yet", "partly", "fully", Missing.DONT_KNOW)
NO_CONTENT = Content()
COMPILED = Path(tempfile.mkdtemp(prefix="readiness-templates-"))


def known_items() -> set[str]:
    """Every item that there is."""
    return {item.id for q in questionnaires() for item in q.items()}


def made(answers: Mapping[str, Answer], marks: Mapping[str, PlanMark] | None = None) -> Evaluation:
    """An assessment with these answers and marks."""
    found = evaluation(dict(answers))
    return evaluate(found.assessment, found.questionnaires, marks, known_as="riverbend-4x2k")


def written(found: Evaluation) -> str:
    """Its report, without what needs the toolkit's lists."""
    return _written(tuple(found.answers.items()), tuple(found.marks.items()))


@lru_cache(maxsize=512)
def _written(
    answers: tuple[tuple[str, Answer], ...], marks: tuple[tuple[str, PlanMark], ...]
) -> str:
    return reports.markdown(made(dict(answers), dict(marks)), NO_CONTENT, cache=COMPILED)


def update(mine: str, now: Evaluation, base: str | None) -> Updated:
    """A file brought up to date."""
    return updated(mine, written(now), base, lambda name: why(now, name))


_STEPS: st.SearchStrategy[Answer] = st.sampled_from(STEPS).map(Answer)
_FACTS: dict[str, st.SearchStrategy[Answer]] = {
    item: st.sampled_from([Answer(value) for value in values]) for item, values in FACTS.items()
}
ANSWERS = st.fixed_dictionaries(dict.fromkeys(ITEMS, _STEPS), optional=_FACTS)

Edit = Callable[[list[str], int, str], list[str]]


def _at(lines: list[str], where: int, wanted: Callable[[str], bool]) -> int | None:
    """One of the lines that are wanted; None where there is none."""
    found = [at for at, line in enumerate(lines) if wanted(line)]
    return found[where % len(found)] if found else None


def _changed(wanted: str, change: Callable[[str, str], str]) -> Edit:
    def edit(lines: list[str], where: int, word: str) -> list[str]:
        at = _at(lines, where, lambda line: re.search(wanted, line) is not None)
        if at is None:
            return lines
        return [*lines[:at], change(lines[at], word), *lines[at + 1 :]]

    return edit


def _inserted(text: str) -> Edit:
    def edit(lines: list[str], where: int, word: str) -> list[str]:
        at = where % (len(lines) + 1)
        return [*lines[:at], *text.replace("WORD", word).split("\n"), *lines[at:]]

    return edit


def _deleted(lines: list[str], where: int, word: str) -> list[str]:
    del word
    at = where % max(1, len(lines))
    return [*lines[:at], *lines[at + 1 + where % 3 :]]


def _moved(lines: list[str], where: int, word: str) -> list[str]:
    """An entry with what stands below it, somewhere else."""
    del word
    at = _at(lines, where, lambda line: line.startswith("- ["))
    if at is None:
        return lines
    end = at + 1
    while end < len(lines) and lines[end].startswith("  "):
        end += 1
    block, rest = lines[at:end], [*lines[:at], *lines[end:]]
    to = (where * 7919) % (len(rest) + 1)
    return [*rest[:to], *block, *rest[to:]]


EDITS: tuple[Edit, ...] = (
    _changed(r"^ *- \[ \]", lambda line, _: line.replace("[ ]", "[x]", 1)),
    _changed(r"^ *- \[x\]", lambda line, _: line.replace("[x]", "[ ]", 1)),
    _changed(r"- Who:", lambda line, word: f"{line.partition(':')[0]}: {word}"),
    _changed(r"- (By|When):", lambda line, word: f"{line.partition(':')[0]}: 1 May 2027 {word}"),
    _changed(r"- (By|When):", lambda _, word: f"  - by: {word}"),
    _changed(r"- Why:", lambda line, word: f"{line} {word}"),
    _changed(r"^- \[.\] .*<!--", lambda line, word: line.replace("] ", f"] {word} ", 1)),
    _changed(r"^- \[.\] .*<!--", lambda line, word: f"{line}\n  - Dropped: {word}"),
    _changed(
        r"^- \[.\] .*<!--", lambda line, word: f"{line}\n  - {word}, a note\n    and more {word}"
    ),
    _changed(r"<!--", lambda line, word: re.sub(r"<!--.*-->", word, line)),
    _changed(r"\S", lambda line, word: f"{line} {word}"),
    _changed(r"\S", lambda line, word: f"{word} {line}"),
    _changed(r"\S", lambda line, word: f"{line}\n{line} {word}"),
    _inserted("WORD"),
    _inserted("\nWORD, and *more* of it.\n"),
    _inserted("\n## WORD\n"),
    _inserted("- [ ] WORD\n  - Who: WORD-who"),
    _inserted("\n- [x] WORD done\n"),
    _inserted("```\nWORD"),
    _inserted("<!-- WORD -->"),
    _inserted("- [ ] WORD <!-- roles.written_role.write-role -->"),
    _inserted("## Done or no longer needed\n\nWORD\n"),
    _deleted,
    _moved,
)


@st.composite
def edited(draw: st.DrawFn, text: str) -> tuple[str, tuple[str, ...]]:
    """A text after a few edits, and the words that were put into it."""
    lines = text.split("\n")
    words = []
    for n in range(draw(st.integers(0, 8))):
        edit = draw(st.sampled_from(EDITS))
        word = f"zq{n}q"
        lines = "\n".join(edit(lines, draw(st.integers(0, 400)), word)).split("\n")
        words.append(word)
    whole = "\n".join(lines)
    return whole, tuple(word for word in words if word in whole)
