"""What `readiness answer` says of sheets and marks; patterns for `str.format`."""

from typing import Final

from readiness.domain.answers import Missing

NO_SHEET: Final = "Say which sheet this is, with --sheet. There are: {sheets}"
UNKNOWN_SHEET: Final = "There is no sheet {name} here. {hint}There are: {sheets}"
SHEET: Final = "{letter} {name}"

COUNT: Final = (
    "Sheet {letter} ({name}) has {wanted}, and {given} came. Give one mark for each of {codes},"
    " in this order, or name the question: {first}=4."
)
GIVEN: Final = {0: "no mark", 1: "1 mark"}
GIVEN_MANY: Final = "{count} marks"
WANTED: Final = {1: "1 question"}
WANTED_MANY: Final = "{count} questions"
NOT_ASKED: Final = "Not asked now: {codes}."
MARK: Final = "{code}: {mark} does not fit. {fits}."
MARK_EMPTY: Final = "{code}: there is no mark after the =. {fits}."
FITS: Final = "It takes {options}, d (don't know), x (does not apply) or - (left blank)"
CODE: Final = "{code} is no question of this sheet. It has {codes}."
LEFT_OUT: Final = "{code} ({topic}) is not asked, as far as your answers say. Leave it out."
TWICE: Final = "{code} is here twice."
MIXED: Final = "{mark} has no code, and other marks have one. Name every question, or none."
REASON_FORM: Final = (
    "A reason goes with the code of its question: --reason {code}='we take on volunteers only'"
)
REASON_WITHOUT_X: Final = "{code} has a reason, but is not set aside with x on this sheet."
REASON_NEEDED: Final = (
    "{code} ({topic}) is set aside with x, and the report prints why. Give the reason:"
    " --reason {code}='…'"
)
REASON_ASKED: Final = "{code} ({topic}): in a sentence, why does that not apply here?"
NOTHING: Final = "Nothing was stored."

RECORDED: Final = "Recorded: {code} {topic}: {label}"
BEFORE: Final = "{line} (it was: {before})"
SAME: Final = "As before: {code} {topic}: {label}"
KEPT: Final = "Blank on the sheet, so this stays: {code} {topic}: {label}"
NOT_YET_ASKED: Final = "{line}. It counts once you say more about your agency"
MISSING: Final = {
    Missing.DONT_KNOW: "Don't know",
    Missing.NOT_APPLICABLE: "Does not apply",
    Missing.SKIPPED: "Left blank",
}
