"""Paper sheets: one for each section with scored items, a code for each item, and reading the marks typed from them.

A sheet has a letter and an item a code such as J3, from their places in the files: they stay as they are whatever is
asked. A row of marks answers the items of a sheet that apply, in their order; a mark with a code answers that item,
whatever else has changed since the sheet was printed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from readiness.domain.answers import Answers, Missing, Value
from readiness.domain.flow import Flow
from readiness.domain.questionnaire import Item, Questionnaire, Section

DIGITS = 9  # the most options that one digit can tell apart
LETTERS: Mapping[str, Missing] = {
    "d": Missing.DONT_KNOW,
    "x": Missing.NOT_APPLICABLE,
    "-": Missing.SKIPPED,
    "s": Missing.SKIPPED,
}
_DASHES = str.maketrans(dict.fromkeys("–—−‐‑", "-"))  # what editors make of a hyphen


class Question(msgspec.Struct, frozen=True):
    """A scored item on a sheet; `sure` is False where what it hangs on is not known yet."""

    code: str
    item: Item
    sure: bool = True


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A section on paper; `questions` apply or may apply, `left_out` do not."""

    letter: str
    section: Section
    questions: tuple[Question, ...]
    left_out: tuple[Question, ...] = ()


class Mark(msgspec.Struct, frozen=True):
    """What a mark says of a question: an option id, or why there is none."""

    question: Question
    value: Value


class Misread(msgspec.Struct, frozen=True, kw_only=True):
    """A mark, or a row of them, that cannot be read.

    Attributes:
        kind: `count`: not as many marks as questions; `mark`: no mark of this question; `code`: no code of this sheet;
            `left_out`: the code of a question that is not asked; `twice`: a code that came before; `mixed`: a mark
            without a code among marks with codes.
        typed: the code or mark as typed; for `count` all marks.
        question: whose mark it would be; None where that is not known.
    """

    kind: Literal["count", "mark", "code", "left_out", "twice", "mixed"]
    typed: str
    question: Question | None = None


class Reading(msgspec.Struct, frozen=True):
    """The marks of a line, or all that is wrong with it."""

    marks: tuple[Mark, ...] = ()
    misreads: tuple[Misread, ...] = ()


def sheets(flow: Flow, answers: Answers) -> tuple[Sheet, ...]:
    """The sheets of an assessment, in the order of the files; those without a question that applies are left out."""
    lookup = flow.lookup(answers)
    found = []
    for number, section in enumerate(_scored_sections(flow.questionnaires)):
        letter = _letter(number)
        here: list[Question] = []
        away: list[Question] = []
        scored = (item for item in section.items if item.scored)
        for place, item in enumerate(scored, 1):
            holds = True if item.when is None else item.when.holds(lookup)
            applies = item.id in flow.items and holds is not False
            (here if applies else away).append(Question(f"{letter}{place}", item, holds is True))
        if here:
            found.append(
                Sheet(letter=letter, section=section, questions=tuple(here), left_out=tuple(away))
            )
    return tuple(found)


def find_sheet(found: Sequence[Sheet], name: str) -> Sheet | None:
    """The sheet of that name: the id of its section, its letter, or its short title."""
    wanted = " ".join(name.casefold().split())
    named = {_short(sheet).casefold(): sheet for sheet in found}
    named |= {sheet.letter.casefold(): sheet for sheet in found}
    named |= {sheet.section.id: sheet for sheet in found}
    return named.get(wanted)


def names(found: Sequence[Sheet]) -> tuple[str, ...]:
    """What a sheet may be called by: the ids of the sections, and their letters."""
    return (*(sheet.section.id for sheet in found), *(sheet.letter for sheet in found))


def read_marks(sheet: Sheet, typed: Sequence[str]) -> Reading:
    """What somebody typed from a sheet.

    Args:
        sheet: the sheet.
        typed: words of one or more marks (`4 3 5 d x`, `435dx`), or codes with a mark each (`J3=4`).
    """
    words = (
        " ".join(typed).translate(_DASHES).replace(",", " ").replace(" =", "=").replace("= ", "=")
    )
    parts = words.split()
    if any("=" in part for part in parts):
        return _by_code(sheet, parts)
    marks = parts if _wide(sheet) else list("".join(parts))
    if len(marks) != len(sheet.questions):
        return Reading(misreads=(Misread(kind="count", typed=" ".join(marks)),))
    return _read(zip(sheet.questions, marks, strict=True))


def values_of(item: Item) -> Iterator[tuple[str, str]]:
    """The marks of an item's options, lowest first, each with the option's label."""
    if item.scale is not None:
        yield from ((str(n), option.label) for n, option in enumerate(item.scale.options, 1))


def _by_code(sheet: Sheet, parts: Sequence[str]) -> Reading:
    known = {question.code.casefold(): question for question in sheet.questions}
    away = {question.code.casefold(): question for question in sheet.left_out}
    pairs: dict[str, tuple[Question, str]] = {}
    wrong: list[Misread] = []
    for part in parts:
        code, equals, mark = part.partition("=")
        name = code.casefold()
        if not equals:
            wrong.append(Misread(kind="mixed", typed=part))
        elif name in pairs:
            wrong.append(Misread(kind="twice", typed=code, question=known[name]))
        elif name in known:
            pairs[name] = (known[name], mark)
        elif name in away:
            wrong.append(Misread(kind="left_out", typed=code, question=away[name]))
        else:
            wrong.append(Misread(kind="code", typed=code))
    read = _read(pairs.values())
    misreads = (*wrong, *read.misreads)
    return Reading(() if misreads else read.marks, misreads)


def _read(pairs: Iterable[tuple[Question, str]]) -> Reading:
    marks: list[Mark] = []
    wrong: list[Misread] = []
    for question, mark in pairs:
        value = _value(question.item, mark)
        if value is None:
            wrong.append(Misread(kind="mark", typed=mark, question=question))
        else:
            marks.append(Mark(question, value))
    return Reading(() if wrong else tuple(marks), tuple(wrong))


def _value(item: Item, mark: str) -> Value | None:
    if mark.casefold() in LETTERS:
        return LETTERS[mark.casefold()]
    if item.scale is None or not (mark.isascii() and mark.isdigit()):
        return None
    place = int(mark[:DIGITS])
    return item.scale.ids[place - 1] if 0 < place <= len(item.scale.ids) else None


def _wide(sheet: Sheet) -> bool:
    """Whether a mark may be longer than one sign, so that marks need space between them."""
    return any(
        question.item.scale is not None and len(question.item.scale.options) > DIGITS
        for question in sheet.questions
    )


def _scored_sections(questionnaires: Sequence[Questionnaire]) -> Iterator[Section]:
    asked = (each for each in questionnaires if each.kind == "questionnaire")
    sections = (section for each in asked for section in each.sections)
    return (section for section in sections if any(item.scored for item in section.items))


def _letter(number: int) -> str:
    """A, B, C to Z, then AA, AB and so on."""
    before, last = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _short(sheet: Sheet) -> str:
    return sheet.section.short or sheet.section.title
