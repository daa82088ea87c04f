"""What the questions on paper say; patterns for `str.format`, as in `phrases`."""

from typing import Final

from readiness.domain.questionnaire import Moment

TITLE: Final = "{agency} – the questions on paper"
TITLE_WITHOUT_AGENCY: Final = "The questions on paper"
COUNT: Final = "{questions} on {sheets}."
QUESTIONS: Final = ("question", "questions")
SHEETS: Final = ("sheet", "sheets")

SHEET: Final = "Sheet {letter}: {title}"
GATES: Final[dict[Moment, str]] = {
    "posting": "Has to be in place before you post the job.",
    "day_one": "Has to be in place before the first day.",
}
ONLY_IF: Final = "Only if {condition}."
DONT_KNOW: Final = "Don't know"
NOT_APPLICABLE: Final = "Does not apply here"
NOT_APPLICABLE_GATE: Final = "Does not apply here, because: ________"
LINE: Final = "readiness answer {id} --sheet {letter}"
EXAMPLE: Final = "{line} {marks}"
REASON: Final = "--reason {code}='…'"
BY_CODE: Final = "{line} {code}=4"
SEVERAL: Final = "(tick all that fit)"
ID: Final = "ID"
