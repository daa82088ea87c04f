"""What is said of how a plan stands, in its calendar and in its spreadsheet. Patterns for `str.format`."""

from typing import Final

# ---- how it stands ----
HEAD: Final = "{agency}: the plan on {day}"
HEAD_NO_AGENCY: Final = "The plan on {day}"
GROUPS: Final[dict[str, str]] = {
    "overdue": "Overdue",
    "due": "Due in the next 14 days",
    "under_way": "Under way",
    "undated": "Without a date",
    "done": "Done",
    "dropped": "Dropped",
}
ALWAYS: Final = ("overdue", "due", "done")  # said even where there is none
NONE: Final = "{group}: none"
SOME: Final = "{group}: {count}"
DATED: Final = "{day}: {task}"
UNDER_WAY: Final = "{task} Under way."
COMING: Final = "With a date after {day}: {count}"
WAITING: Final = "On the list for later, until there is room: {count}"
EMPTY: Final = "Nothing is in the plan: it follows from the answers."

# ---- calendar ----
CALENDAR: Final = "{agency}: plan for peer support"
CALENDAR_NO_AGENCY: Final = "Plan for peer support"
LATER: Final = "From the list for later: {actions}"
ON_LIST: Final = "- {task} {owner}"
WHO: Final = "Who: {owner}"
FIRST_STEP: Final = "First step: {text}"
DONE_WHEN: Final = "Done when: {text}"
SOURCE: Final = "Source: {source}"
FIRST_DAY: Final = "First day of the new person"
CHECK_IN: Final = "Day {after}: {ask}"
CHECK_INS: Final = {
    "ninety_days.check_in_peer": "check in with the new person",
    "ninety_days.check_in_others": "check in with the rest of the staff",
}
ASK: Final = "- {question}"
DAYS_OURS: Final = (
    "The toolkit says each week, every two weeks or each month; which days these are is our choice. Move them as you "
    "see fit."
)

# ---- spreadsheet ----
COLUMNS: Final = (
    *("Id", "Kind", "List", "About", "What", "First step", "Done when"),
    *("Owner", "Due", "State", "Reason", "Source"),
)
ACTION, OWN_ACTION, TASK = "action", "your own action", "to find out"
LISTS: Final[dict[str, str]] = {
    "next_30": "next 30 days",
    "later": "later",
    "find_out": "to find out",
    "dropped": "dropped",
}
STATES: Final[dict[str, str]] = {
    "open": "open",
    "doing": "under way",
    "done": "done",
    "dropped": "dropped",
}
