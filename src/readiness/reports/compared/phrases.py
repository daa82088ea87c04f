"""What a comparison of two rounds says; patterns for `str.format`, as in `phrases`."""

from typing import Final

from readiness.domain.answers import Role
from readiness.domain.gates import GateState, Verdict
from readiness.domain.movement import Change
from readiness.domain.questionnaire import Moment

TITLE: Final = "{agency}: what changed between two rounds"
TITLE_NO_AGENCY: Final = "What changed between two rounds"
TITLE_TWO: Final = "{first} and {second}: two assessments side by side"
FACTS: Final = "First {first}, then {second}."
SCOPES_DIFFER: Final = (
    "One of them is a quick check and the other is not, so they did not ask the same questions."
)
OTHER_PERSON: Final = "Not the same person answered both: part of a difference may be that."
CARRIED_ONE: Final = (
    "One answer of the second round was carried over from {rounds} and not asked again."
)
CARRIED: Final = (
    "{count} answers of the second round were carried over from {rounds} and not asked again: that these are the same "
    "is no news."
)
NOTHING: Final = "Nothing changed: every answer is what it was."
MEANING: Final = (
    "Scores are ours and not validated. A score may be said to rise or fall only where answers to the same questions "
    "moved by more than one step of one answer. A single step may be no more than another day or another person, so it "
    "is called just that."
)

# ---- verdicts ----
MOMENTS: Final[dict[Moment, str]] = {"posting": "Before posting", "day_one": "Before day one"}
VERDICTS: Final[dict[Verdict | None, str]] = {
    "not_yet": "hold, not everything is in place",
    "find_out": "find out first",
    "ready": "nothing required is missing, by that account",
    None: "no verdict",
}
TURNED: Final = "First: {before}. Now: {after}."
NOT_TURNED: Final = "As before: {after}."
VERDICT_ONE_STEP: Final = "One answer moved one step, and that alone turned it."
GATE_STATES: Final[dict[GateState | None, str]] = {
    "met": "in place",
    "short": "not in place",
    "unknown": "not known",
    "set_aside": "set aside",
    None: "did not apply",
}
GATE: Final = "{topic}: first {before}, now {after}"

# ---- scores ----
CHANGES: Final[dict[Change, str]] = {
    "rose": "rose",
    "fell": "fell",
    "stayed": "stayed",
    "one_step": "one answer's single step",
    "other_items": "other questions count",
    "no_score": "cannot be compared",
    "ask_staff": "ask staff",
}
ROSE: Final = "Rose from {before} to {after}: {moved}."
FELL: Final = "Fell from {before} to {after}: {moved}."
ABOUT: Final = "Is at {after} as before, but for less than one point: {moved}."
STAYED: Final = "Stayed at {after}."
STAYED_MOVED: Final = "Stayed at {after}: {moved}."
ONE_STEP: Final = (
    "From {before} to {after}: one answer moved one step. That is not called progress or a loss."
)
NET_STEP: Final = (
    "From {before} to {after}: {moved}. Together that is no more than one answer's single step, and not called "
    "progress or a loss."
)
OTHER_ITEMS: Final = (
    "From {before} to {after}, because other questions count: {which}. On those that count both times, "
    "{moved}."
)
OTHER_WEIGHTS: Final = (
    "From {before} to {after}, because the questions are weighed differently now."
)
ALSO: Final = "Also, {which}."
JOINED: Final = "{count} {questions} in the second round only"
DROPPED: Final = "{count} {questions} in the first round only"
COUNTS_ONE, COUNTS_MANY = "question counts", "questions count"
UP: Final = "{count} {answers} rose"
DOWN: Final = "{count} {answers} fell"
NO_MOVE: Final = "no answer moved"
NO_SCORE: Final = "Cannot be compared: {which} score here."
NEITHER: Final = "neither round has a"
FIRST_ROUND, SECOND_ROUND = "the first round has no", "the second round has no"
ASK_STAFF: Final = (
    "No result: in at least one of the rounds only leadership has answered this. "
    "Ask staff in many roles."
)
THEN, NOW = "then", "now"
SINCE: Final = "What has happened since"
OVERALL: Final = "All sections"

# ---- answers ----
OPEN_ONE: Final = "One question that was answered then is not answered yet."
OPEN: Final = "{count} questions that were answered then are not answered yet."
ANSWER: Final = "{before} → {after}"
ONE_STEP_UP, ONE_STEP_DOWN = "one step up", "one step down"
STEPS_UP, STEPS_DOWN = "{count} steps up", "{count} steps down"
BY: Final = "by {who}"
BY_BOTH: Final = "by {who} both times"
BY_TWO: Final = "first by {first}, now by {second}"
NAMED: Final = "{name}, {role}"
NOBODY_NAMED: Final = "somebody who gave no name or role"
CARRIED_FROM: Final = "{who}, carried over from {round}"
ROLES: Final[dict[Role, str]] = {
    "leadership": "leadership",
    "supervisor": "a supervisor",
    "peer_staff": "peer staff",
    "other_staff": "other staff",
    "person_served_or_family": "a person served or a family member",
}

# ---- actions ----
DONE: Final = "Done"
DROPPED_ACTIONS: Final = "Dropped, and why"
SETTLED: Final = "No longer called for by the answers"
NO_REASON: Final = "no reason given"
NO_ACTIONS: Final = "Nothing of the first round's plan was marked as done or dropped."

# ---- the picture ----
PICTURE: Final = "Each part, then and now"
PICTURE_ALT: Final = (
    "Two bars for each part, from 0 to 100: a thin striped one for then and a solid one for now. The table beside it "
    "has the same numbers, and says what a difference is worth."
)
PICTURE_ROW: Final = "{title}: {before} then, {after} now, {label}."
