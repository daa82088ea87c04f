"""What a report says of trainings; patterns for `str.format`, as in `phrases`."""

from typing import Final

from readiness.domain.training import Who

HOURS: Final = "{hours} hours"
HOURS_DAYS: Final = "{hours} hours over {days} days"
GROUP: Final = "groups of {least} to {most}"
PRICE: Final = "${price:,} a group"
FREE: Final = "free"
NO_PRICE: Final = "price not stated"
HELPS: Final = "For {who}. It helps with {sections}."
FOR: Final = "For {who}."
AUDIENCES: Final = {
    "everyone": "everyone",
    "peers": "peers",
    "line_staff": "line staff",
    "managers": "managers",
    "leadership": "leaders",
    "clinicians": "clinicians",
    "contract_monitors": "contract monitors",
    "other_professionals": "other mental health professionals",
}
FIRST: Final = "{title} comes first."
CALIFORNIA: Final = "Built on California law and programs."
CALIFORNIA_ELSEWHERE: Final = (
    "Built on California law and programs: elsewhere, look for a like course in your state."
)
APART: Final = "Managers and other staff sit in separate sessions."
NO_TRAINING_GAPS: Final = "Nothing you told us calls for a course so far."
MORE: Final = "{title} ({figures})"
MORE_AFTER: Final = "only after {first}"
MORE_CALIFORNIA: Final = "built on California law"
MORE_BY_CHOICE: Final = "{sessions} by choice"

# ---- the training plan: people ----
PEOPLE: Final[dict[Who, tuple[str, str]]] = {
    "managers": ("manager", "managers"),
    "staff": ("other staff member", "other staff"),
    "everyone": ("person", "people"),
    "apart": ("person", "people"),
    "peers": ("peer", "peers"),
}
BLANK: Final = "{people}: ________"
BY_CHOICE: Final = "{people}, by choice"
SEATED_APART: Final = "{people}, apart"
SEATED_APART_UNKNOWN: Final = "{people}, managers and staff apart"

# ---- the training plan: cells ----
RANGE: Final = "{least} to {most}"
UP_TO: Final = "up to {most}"
FROM: Final = "{least} or more"
MONEY: Final = "${amount}"
SHARED: Final = "{count} shared"
SHARE_OF: Final = "a share of {money}"
A_GROUP_OF: Final = "1 a group of {least} to {most}"
A_GROUP: Final = "{figure} a group"
A_SESSION: Final = "{figure} a session"
SESSIONS: Final = ("{count} session", "{count} sessions")
IN_ALL: Final = "In all"
IN_ALL_WITHOUT: Final = "In all, without {parts}"
BLANKS: Final = "blanks"
SHARES: Final = "shares"
UNPRICED: Final = "prices not stated"

# ---- the training plan: lead ----
BOTH_KNOWN: Final = (
    "Your profile names {managers} and {staff} to prepare. This is what it takes to train them all."
)
ONE_KNOWN: Final = "Your profile names {known} to prepare, but not how many {unknown}."
NONE_KNOWN: Final = "You did not say how many managers and other staff there are to prepare."
BY_SIZE: Final = "The size of your agency ({size}) stands in, so some figures run from–to."
PUT_IN: Final = "Put your own numbers in the blanks."
START: Final = "The best fit stands first. Nobody has to hold all of it: start at the top."
BANDS: Final = {
    "under_10": "fewer than ten people",
    "from_10_to_49": "10 to 49 people",
    "from_50_to_249": "50 to 249 people",
    "from_250": "250 people or more",
}

# ---- the training plan: notes ----
TOO_FEW: Final = "Too few for a session of their own: {groups}."
TOO_FEW_GROUP: Final = "{people} where a group needs {least}"
LEFT_OVER: Final = "{left} of {people} where one more group needs {least}"
INSTEAD: Final = (
    "What you can do instead, in our view: ask for a smaller group; share a session with another"
    " agency; ask for seats in an open one; begin with what is free."
)
INSTEAD_APART: Final = "Managers and staff still sit apart, so do not fill up one with the other."
ALONE: Final = "Paying for whole sessions all the same: {sessions}, {money}."
FILL_IN: Final = (
    "To fill in a blank, divide the people by the largest group and round up. For {title}:"
    " ____ {people} ÷ {most}, rounded up, × {figures}."
)
ON_TOP: Final = "{people} who go too come on top: your profile does not count them apart."
AFTER: Final = "{title} comes only after {first}, for those who finished it."
CHOSEN: Final = "People choose {titles} for themselves: figures run from one group to everybody."
TIME: Final = "Your people spend {hours} hours of working time in sessions of your own."

# ---- the training plan: sources ----
SOURCE: Final = "{text} Source: {source}."
SOURCES_ALL: Final = "hours, group sizes, prices and whom each is for: {source}"
SOURCES_SOME: Final = "hours, group size, price and whom it is for, of {titles}: {source}"
SOURCES_PEOPLE: Final = "people: your answers about your agency"
SOURCES_OURS: Final = (
    "sessions, hours and cost in all: worked out here, with as few sessions as group sizes allow"
)
