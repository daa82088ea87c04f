"""The questions on paper: what to have ready, then a sheet for each section with boxes, codes and a row to type in."""

from collections.abc import Iterator

import msgspec

from readiness.domain.checklist import in_words
from readiness.domain.evaluation import Evaluation
from readiness.domain.flow import PROFILE
from readiness.domain.questionnaire import Item
from readiness.domain.sheets import DIGITS, Question, Sheet, sheets, values_of
from readiness.reports import paper_phrases as say
from readiness.reports.words import counted, one_line, opened

EXAMPLE = "435dx"


class Box(msgspec.Struct, frozen=True):
    """A box to tick: the mark to type for it, its label, and what it looks like in practice."""

    mark: str
    label: str
    anchor: str = ""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question with its boxes; `remark` says what hangs on it, and when it applies."""

    code: str
    ask: str
    remark: str
    boxes: tuple[Box, ...]


class PaperSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet.

    Attributes:
        who: whom to ask.
        questions: with their boxes.
        grid: all questions have the same boxes without anchors, and fit into one table.
        open: questions to answer in one's own words, which are typed on the screen.
        line: what to type before the marks.
        example: that line with some marks.
        by_code: that line with the mark of one question.
        reason: how the reason for setting something aside is typed; empty where nothing has to be in place.
    """

    title: str
    why: str
    who: str
    questions: tuple[Asked, ...]
    grid: bool
    open: tuple[str, ...]
    line: str
    example: str
    by_code: str
    reason: str


class Fact(msgspec.Struct, frozen=True):
    """A fact of the profile: the question, and its options; empty for a line to write on."""

    ask: str
    options: str


class Ready(msgspec.Struct, frozen=True):
    """What to have ready for one sheet."""

    sheet: str
    things: tuple[str, ...]


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is printed; without `id_known`, the lines to type say ID."""

    title: str
    id_known: bool
    count: str
    facts: tuple[Fact, ...]
    ready: tuple[Ready, ...]
    sheets: tuple[PaperSheet, ...]


def paper(evaluation: Evaluation, *, assessment_id: str = say.ID) -> Paper:
    """The questions that apply, or may apply, as they are printed.

    Args:
        evaluation: what has been answered decides what applies, and is not printed.
        assessment_id: stands in the lines to type.
    """
    found = sheets(evaluation.flow, evaluation.answers)
    agency = one_line(evaluation.assessment.agency)
    questions = sum(len(sheet.questions) for sheet in found)
    return Paper(
        title=say.TITLE.format(agency=agency) if agency else say.TITLE_WITHOUT_AGENCY,
        id_known=assessment_id != say.ID,
        count=opened(
            say.COUNT.format(
                questions=counted(questions, *say.QUESTIONS),
                sheets=counted(len(found), *say.SHEETS),
            )
        ),
        facts=tuple(_facts(evaluation)),
        ready=tuple(
            Ready(_name(sheet), sheet.section.ready) for sheet in found if sheet.section.ready
        ),
        sheets=tuple(_sheet(sheet, evaluation, assessment_id) for sheet in found),
    )


def _facts(evaluation: Evaluation) -> Iterator[Fact]:
    """The facts that decide what applies, whatever has been said of them."""
    for questionnaire in evaluation.flow.questionnaires:
        if questionnaire.id == PROFILE:
            for item in questionnaire.items():
                if item.id in evaluation.flow.items:
                    yield Fact(_with_condition(item, evaluation), _options(item))


def _with_condition(item: Item, evaluation: Evaluation) -> str:
    if item.when is None:
        return item.ask
    condition = in_words(item.when, evaluation.flow.items)
    return f"{item.ask} {say.ONLY_IF.format(condition=condition)}"


def _options(item: Item) -> str:
    labels = [option.label for option in item.scale.options] if item.scale else []
    if not labels or len(labels) > DIGITS:
        return ""
    several = [say.SEVERAL] if item.kind == "choices" else []
    return " ".join([*(f"( ) {label}" for label in labels), *several])


def _sheet(sheet: Sheet, evaluation: Evaluation, assessment_id: str) -> PaperSheet:
    line = say.LINE.format(id=assessment_id, letter=sheet.letter)
    asked = tuple(_asked(question, evaluation) for question in sheet.questions)
    marks = "".join(EXAMPLE[n % len(EXAMPLE)] for n in range(len(asked)))
    return PaperSheet(
        title=_name(sheet),
        why=sheet.section.why,
        who=sheet.section.find_out,
        questions=asked,
        grid=_alike(asked),
        open=tuple(item.ask for item in _open(sheet, evaluation)),
        line=line,
        example=say.EXAMPLE.format(line=line, marks=marks),
        by_code=say.BY_CODE.format(line=line, code=asked[0].code),
        reason=next((say.REASON.format(code=q.code) for q in sheet.questions if q.item.gate), ""),
    )


def _name(sheet: Sheet) -> str:
    section = sheet.section
    return say.SHEET.format(letter=sheet.letter, title=section.short or section.title)


def _asked(question: Question, evaluation: Evaluation) -> Asked:
    item = question.item
    remarks = [say.GATES[item.gate]] if item.gate else []
    if not question.sure and item.when is not None:
        condition = in_words(item.when, evaluation.flow.items)
        remarks.append(say.ONLY_IF.format(condition=condition))
    labels = values_of(item)
    ids = item.scale.ids if item.scale else ()
    boxes = [
        Box(mark, label, item.anchors.get(option, ""))
        for option, (mark, label) in zip(ids, labels, strict=True)
    ]
    away = say.NOT_APPLICABLE_GATE if item.gate else say.NOT_APPLICABLE
    boxes += [Box("d", say.DONT_KNOW), Box("x", away)]
    return Asked(code=question.code, ask=item.ask, remark=" ".join(remarks), boxes=tuple(boxes))


def _alike(asked: tuple[Asked, ...]) -> bool:
    """Whether one head with marks serves all questions of a sheet."""
    return len({each.boxes for each in asked}) == 1 and not any(
        box.anchor for box in asked[0].boxes
    )


def _open(sheet: Sheet, evaluation: Evaluation) -> Iterator[Item]:
    for item in sheet.section.items:
        if item.kind == "text" and item.id in evaluation.flow.items:
            yield item
