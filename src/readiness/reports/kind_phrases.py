"""What pictures, and the kinds of report beside the full one, say."""

from typing import Final

from readiness.domain.questionnaire import Moment

# ---- pictures ----
PICTURE_COMPETENCIES: Final = "How much is in place, part by part"
PICTURE_COMPETENCIES_ALT: Final = (
    "A bar for each part, from 0 to 100. The solid part is what you told us, the striped part hangs on what is still "
    "unknown. The table beside it has the same numbers."
)
PICTURE_SURVEY: Final = "The workplace survey, statement by statement"
PICTURE_SURVEY_ALT: Final = (
    "A bar for each statement, from the middle to the left for disagreeing and to the right for agreeing; a dot for "
    "neutral, no bar where nobody knows. The list below has the same answers."
)
PICTURE_PROGRESS: Final = "How far the plan is"
PICTURE_PROGRESS_ALT: Final = (
    "A bar for each part of the plan: solid for what is done, striped for what is under way, empty for what is still "
    "to do."
)
PICTURE_PROGRESS_HEAD: Final = ("Part", "Done", "Under way", "To do")
PICTURE_PROGRESS_ROW: Final = "{title}: {done} done, {doing} under way, {open} to do."
PROGRESS_NEXT_30: Final = "The next 30 days"
PROGRESS_LATER: Final = "Later"
PICTURE_ROW: Final = "{title}: {bounds}, {stage}."

# ---- other kinds of report ----
OUR_AGENCY: Final = "Our agency"
BOARD_TITLE: Final = "{agency}: ready to employ peer support workers?"
MONDAY_TITLE: Final = "{agency}: the week ahead"
FACILITATOR_TITLE: Final = "{agency}: for the conversation"
CHECKLIST_TITLE: Final = "{agency}: bringing a peer support worker in"
MONDAY_BEGIN: Final = "Begin: {do} ({owner})."
MONDAY_DUE: Final = "Due: {do} ({owner})."
MONDAY_LOOK: Final = "Ten minutes: what moved, and what is in the way?"
MONDAY_WEEK: Final = "Week {number}"
MONDAY_DAYS: Final = "{first} to {last}"
ANNOUNCE_WHAT: Final = (
    "{agency} is getting ready to employ peer support workers: people who use their own recovery to help others. "
    "Before we hire, we asked ourselves honestly what has to be in place."
)
ANNOUNCE_SHORT: Final[dict[Moment, str]] = {
    "posting": "Before we post the job, we are putting these in place: {topics}.",
    "day_one": "Before anyone's first day, we are putting these in place: {topics}.",
}
ANNOUNCE_NEXT: Final = (
    "In the next 30 days you will hear from whoever leads each step. Some of you will be asked for half an hour of "
    "your time."
)
ANNOUNCE_ASK: Final = (
    "Questions and worries are welcome, and so is what you know from working with peers: ________"
)
