"""What a plan that was brought up to date says beside the report itself."""

from typing import Final

DONE_SECTION: Final = "## Done or no longer needed"
BEFORE_SECTION: Final = "## What to find out first"
NEXT_30: Final = "## Your plan for the next 30 days"

GONE: Final = "No longer in the plan"
GONE_DONE: Final = "it is done."
GONE_DROPPED: Final = "it was dropped, because: {reason}"
GONE_DROPPED_NO_REASON: Final = "it was dropped; nobody said why."
GONE_ANSWER: Final = 'you now say "{answer}" to "{ask}"'
GONE_DONT_KNOW: Final = 'you now say "don\'t know" to "{ask}"; that has to be found out first.'
GONE_NOT_ASKED: Final = 'the question "{ask}" does not apply here any more.'
GONE_NO_ANSWER: Final = 'the answer to "{ask}" was taken back.'
GONE_STAFF: Final = "staff have answered."
GONE_LEFT_OUT: Final = "it holds only if {needs}, which is not so here."
GONE_ELSE: Final = "nothing in the answers calls for it any more."

NEW: Final = "New"
NEW_HERE: Final = "came with the last update of this plan"
NEW_BACK: Final = "back in the plan, because the answers call for it again"

TWO_VERSIONS: Final = (
    "Two versions of {what}: you wrote “{mine}”. The plan now says “{new}”. Yours stands above; take out this line "
    "once that is settled."
)
WHAT: Final = {
    "who": "who does it",
    "by": "the date",
    "state": "how it stands",
    "dropped": "why it was dropped",
    "": "the wording",
}
WHAT_ELSE: Final = "“{label}”"
TWO_TEXTS: Final = (
    "*Two versions.* Above is what you wrote. The answers have changed since, and the report would now say this "
    "here; take out what you do not want:"
)
TWO_TEXTS_NO_BASE: Final = (
    "*Two versions.* Above is what stands in your file. The report of today says this here; take out what you do not "
    "want:"
)

# ---- what is said when a plan was brought up to date ----
UNCHANGED: Final = "{file} is up to date: nothing was changed."
UPDATED: Final = "{file} is up to date. The version before is in {backup}."
UPDATED_TO: Final = "Wrote {file}; {plan} is as it was."
ADDED: Final = "New in the plan: {count}. Each is marked “{label}”."
MOVED: Final = "Moved to “Done or no longer needed”, each with why: {count}."
TO_SETTLE: Final = "In {count} both you and the answers changed something: look for “Two versions”."
NO_BASE: Final = (
    "What was written last is not known on this computer, so your text stands wherever it differs from the report of "
    "today."
)

# ---- what is said when a plan was read ----
NO_BASE_READ: Final = (
    "What was written last is not known on this computer, so all in your file that differs from the report of today "
    "counts as yours."
)
NOTHING_READ: Final = "Nothing in {file} says anything else than the plan that is kept."
READ: Final = "Read from {file}:"
LINE: Final = "  {title}: {said}"
STATES: Final = {"open": "open again", "doing": "under way", "done": "done", "dropped": "dropped"}
DROPPED_BECAUSE: Final = "dropped, because: {reason}"
OWNER: Final = "{owner} does it"
NO_OWNER: Final = "who does it is as the plan suggests"
DUE: Final = "by {day}"
NO_DUE: Final = "by when is as the plan has it"
TEXT: Final = "in your words now: {text}"
ADDED_OWN: Final = "added to your plan"
