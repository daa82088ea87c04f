"""`readiness answer`: a filled paper sheet, typed in as one line of marks."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from readiness.cli import sheet_words as say
from readiness.cli.app import App, pass_app, store_option
from readiness.errors import NotFound, ReadinessError

if TYPE_CHECKING:
    from readiness.assessment.sheets import Entered
    from readiness.domain.answers import Answer
    from readiness.domain.questionnaire import Item
    from readiness.domain.sheets import Mark, Misread, Sheet


# A mark may be a hyphen, which must not be read as an option.
@click.command("answer", context_settings={"ignore_unknown_options": True})
@click.argument("assessment_id", metavar="ID")
@click.option("--sheet", "name", metavar="SHEET", help="Its letter or its section, as printed.")
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="CODE=TEXT",
    help="Why something that has to be in place does not apply; may be given again.",
)
@click.argument("marks", nargs=-1, type=click.UNPROCESSED, metavar="MARKS...")
@store_option
@pass_app
def command(
    app: App, assessment_id: str, name: str | None, reasons: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    """Type in a filled paper sheet: one mark for each question, in the printed order.

    A mark is the number of the option, d for don't know, x for does not apply, - or s for left blank. 4 3 5 d x and
    435dx are the same; J3=4 answers one question by its code. All marks are stored, or none.
    """
    from readiness.assessment import open_session
    from readiness.assessment.sheets import enter, wants_reason
    from readiness.domain.sheets import read_marks, sheets

    session = open_session(app.store, app.library, assessment_id)
    sheet = _named(sheets(session.flow, session.answers), name)
    reading = read_marks(sheet, marks)
    if reading.misreads:
        raise _refused([_wrong(sheet, each) for each in reading.misreads])
    given = _reasons(reasons, reading.marks)
    given |= _asked(wants_reason(session, reading.marks), given)
    before = dict(session.answers)
    for each in enter(app.store, session, reading.marks, given):
        app.tell(_told(each, before.get(each.mark.question.item.id)))


def _named(found: Sequence["Sheet"], name: str | None) -> "Sheet":
    from readiness.domain.sheets import find_sheet, names

    listed = ", ".join(say.SHEET.format(letter=s.letter, name=s.section.id) for s in found)
    if name is None:
        raise click.UsageError(say.NO_SHEET.format(sheets=listed))
    sheet = find_sheet(found, name)
    if sheet is None:
        from readiness.domain.problem import did_you_mean

        hint = did_you_mean(name, names(found))
        hint = f"{hint} " if hint else ""
        raise NotFound(say.UNKNOWN_SHEET.format(name=name, hint=hint, sheets=listed))
    return sheet


def _refused(lines: Sequence[str]) -> ReadinessError:
    return ReadinessError("\n".join([*lines, say.NOTHING]))


def _wrong(sheet: "Sheet", misread: "Misread") -> str:
    codes = ", ".join(question.code for question in sheet.questions)
    question, typed = misread.question, misread.typed
    code = question.code if question else typed
    if misread.kind == "count":
        return _count(sheet, len(typed.split()), codes)
    if misread.kind == "mark" and question is not None:
        pattern = say.MARK if typed else say.MARK_EMPTY
        return pattern.format(code=code, mark=typed, fits=_fits(question.item))
    if misread.kind == "left_out" and question is not None:
        return say.LEFT_OUT.format(code=code, topic=question.item.name)
    if misread.kind == "twice":
        return say.TWICE.format(code=code)
    if misread.kind == "mixed":
        return say.MIXED.format(mark=typed)
    return say.CODE.format(code=code, codes=codes)


def _count(sheet: "Sheet", given: int, codes: str) -> str:
    wanted = len(sheet.questions)
    said = say.COUNT.format(
        letter=sheet.letter,
        name=sheet.section.id,
        wanted=say.WANTED.get(wanted, say.WANTED_MANY.format(count=wanted)),
        given=say.GIVEN.get(given, say.GIVEN_MANY.format(count=given)),
        codes=codes,
        first=sheet.questions[0].code,
    )
    if not sheet.left_out:
        return said
    left_out = ", ".join(question.code for question in sheet.left_out)
    return f"{said} {say.NOT_ASKED.format(codes=left_out)}"


def _fits(item: "Item") -> str:
    from readiness.domain.sheets import values_of

    return say.FITS.format(options=", ".join(f"{n} ({label})" for n, label in values_of(item)))


def _reasons(given: Sequence[str], marks: Sequence["Mark"]) -> dict[str, str]:
    """The reasons from the command line, by the code of the question.

    Raises:
        ReadinessError: one is without code or text, or belongs to nothing that is set aside.
    """
    from readiness.conversation.typed import typed
    from readiness.domain.answers import Missing

    aside = {
        mark.question.code.casefold(): mark.question.code
        for mark in marks
        if mark.question.item.gate and mark.value is Missing.NOT_APPLICABLE
    }
    found = {}
    for each in given:
        code, _, text = each.partition("=")
        name = code.strip().casefold()
        if not typed(text).strip() or not name:
            raise _refused([say.REASON_FORM.format(code=code.strip() or "A1")])
        if name not in aside:
            raise _refused([say.REASON_WITHOUT_X.format(code=code.strip())])
        found[aside[name]] = typed(text).strip()
    return found


def _asked(wanting: Sequence["Mark"], given: dict[str, str]) -> dict[str, str]:
    """The reasons that are still wanted, asked for in a terminal.

    Raises:
        ReadinessError: there is no terminal to ask in.
    """
    from readiness.conversation.typed import typed

    missing = [mark.question for mark in wanting if mark.question.code not in given]
    if missing and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise _refused(
            [say.REASON_NEEDED.format(code=each.code, topic=each.item.name) for each in missing]
        )
    found = {}
    for each in missing:
        text = ""
        while not text:
            question = say.REASON_ASKED.format(code=each.code, topic=each.item.name)
            answer = click.prompt(question, default="", show_default=False, err=True)
            text = typed(answer).strip()
        found[each.code] = text
    return found


def _told(entered: "Entered", before: "Answer | None") -> str:
    question = entered.mark.question
    pattern = {"recorded": say.RECORDED, "same": say.SAME, "kept": say.KEPT}[entered.how]
    label = _label(question.item, entered.answer)
    line = pattern.format(code=question.code, topic=question.item.name, label=label)
    if entered.how == "recorded" and before is not None:
        line = say.BEFORE.format(line=line, before=_label(question.item, before))
    return line if question.sure else say.NOT_YET_ASKED.format(line=line)


def _label(item: "Item", answer: "Answer") -> str:
    from readiness.domain.answers import Missing

    value = answer.value
    if isinstance(value, Missing):
        reason = f", because “{answer.note}”" if item.gate and answer.note else ""
        return f"{say.MISSING[value]}{reason if value is Missing.NOT_APPLICABLE else ''}"
    if item.scale is not None and value in item.scale.ids:
        return item.scale.option(str(value)).label
    return str(value)
