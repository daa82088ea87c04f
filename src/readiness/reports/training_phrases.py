"""What a report says of trainings; patterns for `str.format`, as in `phrases`."""

from typing import Final

HOURS: Final = "{hours} hours"
HOURS_DAYS: Final = "{hours} hours over {days} days"
GROUP: Final = "groups of {least} to {most}"
PRICE: Final = "${price:,} a group"
FREE: Final = "free"
NO_PRICE: Final = "price not stated"
HELPS: Final = "For {who}. It helps with {sections}."
AUDIENCES: Final = {
    "everyone": "everyone",
    "peers": "peers",
    "line_staff": "line staff",
    "managers": "managers",
    "leadership": "leaders",
    "clinicians": "clinicians",
    "contract_monitors": "contract monitors",
}
FIRST: Final = "{title} comes first."
CALIFORNIA: Final = "Built on California law and programs."
CALIFORNIA_ELSEWHERE: Final = (
    "Built on California law and programs: elsewhere, look for a like course in your state."
)
TOO_FEW: Final = "Your {people} {are} fewer than {least}."
SMALL_AGENCY: Final = "Being fewer than ten in all, share a group with another agency or ask for a seat in an open one."
FITS: Final = "Your {people} fit into one group."
GROUPS: Final = "Your {people} make {groups} groups."
APART: Final = "Managers and other staff sit in separate sessions."
MANAGERS: Final = ("manager", "managers")
STAFF: Final = ("other staff member", "other staff")
PEOPLE: Final = ("person", "people")
NO_TRAINING_GAPS: Final = "Nothing you told us calls for a course so far."
