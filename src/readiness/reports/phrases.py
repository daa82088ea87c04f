"""What a report says, apart from the headings and standing texts of its template.

Each text is a pattern for `str.format`. Nothing here decides anything: which text is used is settled in the modules
beside this one.
"""

from fractions import Fraction
from typing import Final

from readiness.domain.answers import Role
from readiness.domain.questionnaire import Moment

TITLE: Final = "{agency} – ready to employ peer support workers?"
TITLE_WITHOUT_AGENCY: Final = "Ready to employ peer support workers?"

ROUNDS: Final = {"baseline": "first round", "follow-up": "follow-up round"}
SCOPES: Final = {"full": "all questions", "quick": "the quick check"}
SELF_CHECK: Final = "Self-check of {day}, {round}, {scope}."
SELF_CHECK_NO_DATE: Final = "Self-check without a date, {round}, {scope}."
PARTS_ASKED: Final = "Only these parts were asked: {parts}."

KINDS: Final = {
    "full": "Self-check and plan",
    "board": "A page for the board",
    "monday": "This week and the next 30 days",
    "facilitator": "For the facilitator",
    "checklist": "Onboarding checklist",
    "paper": "The questions on paper",
    "comparison": "What changed between two rounds",
}

FACILITATED: Final = "facilitated by {name}"
DRAFT: Final = "DRAFT"
BOX: Final = "Done"
WORD_STAYS: Final = (
    "What you change in this file stays in this file. To have your changes in the next report, make them in the "
    "Markdown plan or in Readiness."
)

# ---- verdicts ----
HEADINGS: Final[dict[Moment, str]] = {
    "posting": "Before you post the job",
    "day_one": "Before the first day",
}
HEADINGS_PEERS_HERE: Final[dict[Moment, str]] = {
    "posting": "Before you hire more peers",
    "day_one": "Before the next peer starts",
}
NEEDED_BY: Final[dict[Moment, str]] = {"posting": "the posting", "day_one": "the first day"}
HOLD: Final = "Hold {moment}: {short} of the {all} things it needs {are} not in place."
ALSO_UNKNOWN: Final = "{unknown} more {are} not known yet."
HOLD_ALL: Final = "Hold {moment}: {which} it needs {are} in place."
HOLD_PEERS_HERE: Final[dict[Moment, str]] = {
    "posting": (
        "Before hiring more, put {these} right for the people here: "
        "{short} of the {all} things a posting needs {are} not in place."
    ),
    "day_one": (
        "Before anyone else starts, put {these} right for the people here: "
        "{short} of the {all} things a first day needs {are} not in place."
    ),
}
SHORTEST: Final = {1: "The shortest way is this:", 2: "The shortest way is one action for each:"}
FIND_OUT: Final = (
    "Find out first: {unknown} of the {all} things {moment} needs {are} not known yet. "
    "Nothing is known to be missing."
)
FIND_OUT_ALL: Final = (
    "Find out first: none of the {all} things {moment} needs is known yet. "
    "Nothing is known to be missing."
)
NOTHING_KNOWN: Final = "No verdict yet: none of the {all} things {moment} needs has been answered."
READY: Final = "{account} nothing required is missing; {unconfirmed}."
READY_SO_FAR: Final = "{account} nothing asked so far is missing; {whether}, and {unconfirmed}."
WHETHER_MORE: Final = "whether {more} {are} needed depends on facts you have not given"
ASKED_ONCE: Final = "Asked once you say whether {condition}."
NO_VERDICT_SET_ASIDE: Final = (
    "No verdict: everything {moment} needs was set aside as not applicable."
)
NO_VERDICT: Final = "No verdict: nothing that {moment} needs was asked."
PLANNED: Final[dict[Moment, str]] = {
    "posting": "You plan to post on {day}.",
    "day_one": "The first day is planned for {day}.",
}
DATE_PAST: Final = "That is before the date of this self-check: check which holds."
DATES_TURNED: Final = "That is before the planned posting: check which holds."
LONE_PEER: Final = 'You plan one peer in each program, yet said "{answer}" to two peers per program: check which holds.'
ASK: Final = "Ask someone who knows, and write the answer down."

# ---- whose account ----
ACCOUNTS: Final[dict[Role | None, str]] = {
    "leadership": "This is leadership's account",
    "supervisor": "This is one supervisor's account",
    "peer_staff": "This is the account of a peer who works here",
    "other_staff": "This is the account of one staff member in another job",
    "person_served_or_family": (
        "This is the account of someone who receives services here or of a family member"
    ),
    None: "The answers do not say from which seat they come",
}
BY_ACCOUNT: Final[dict[Role | None, str]] = {
    "leadership": "By leadership's own account",
    "supervisor": "By one supervisor's account",
    "peer_staff": "By the account of a peer who works here,",
    "other_staff": "By one staff member's account",
    "person_served_or_family": "By the account of someone who receives services, or a family member,",
    None: "By this account",
}
LIVED_ROLES: Final[tuple[Role, ...]] = ("peer_staff", "person_served_or_family")
UNCONFIRMED: Final = "nobody with lived experience has confirmed it"
UNCONFIRMED_PEER_RUN: Final = "no peer worker and nobody who receives services has confirmed it"
UNCONFIRMED_BY_LEADERSHIP: Final = "leadership has not confirmed it"
UNCONFIRMED_BY_ANYONE: Final = "nobody else has confirmed it"
ACCOUNT: Final = "{account}."
ACCOUNT_BY: Final = "{account}; they were given by {name}."
ACCOUNT_OF: Final = "{account}, given by {name}."
VOICES: Final[dict[Role, str]] = {
    "leadership": "leadership",
    "supervisor": "supervisors",
    "peer_staff": "peer support workers",
    "other_staff": "staff in other jobs",
    "person_served_or_family": "people receiving services and their families",
}
MISSING_VOICES: Final = "Not heard yet: {voices}."
NEXT_VOICE: Final = (
    "Nobody with lived experience has confirmed any of it. Before you rely on this page, go through it with a peer "
    "worker, here or at another agency, and with someone who receives services."
)
NEXT_VOICE_PEERS_HERE: Final = (
    "Nobody with lived experience has confirmed any of it. Before you rely on this page, go through it with a peer who "
    "works here."
)
NEXT_VOICE_NO_PEERS: Final = (
    "Nobody with lived experience has confirmed any of it. Before you rely on this page, go through it with a peer "
    "worker from another agency or with someone who receives services, and pay them for their time."
)
NEXT_VOICE_PEER_RUN: Final = (
    "In a peer-run organization you may well speak from lived experience yourself; it is still one voice, and not that "
    "of the people who would do the work. Before you rely on this page, go through it with a peer worker who leads "
    "nobody, and with someone who receives services."
)
NEXT_VOICE_LEADERSHIP: Final = "Go through this page with leadership: some plans may not show yet."
NEXT_VOICE_ANYONE: Final = "Nobody is known to have spoken from lived experience."

# ---- page one ----
NO_MOVES_NOTHING_ANSWERED: Final = (
    "There is one move so far: answer the questions on what has to be in place. "
    "They take about twelve minutes, and the plan follows from them."
)
NO_MOVES: Final = "Nothing you told us calls for a first step. Use the week to have someone else check the answers."
NO_MOVES_UNKNOWN: Final = (
    "Nothing you told us calls for a first step. "
    'Start with what is not known: see "What to find out first".'
)
NO_MOVES_LEFT: Final = (
    "Nothing is left to start this week: what was chosen is done. "
    "Choose what comes next from the list for later."
)
NO_PLAN_CHOSEN: Final = "Nothing is chosen for the next 30 days. Choose from the list for later."
NO_PLAN: Final = "Nothing you told us calls for an action."
NO_PLAN_YET: Final = "The plan follows from your answers, and there are none yet."
NO_STRENGTHS: Final = "You have not called anything fully in place yet."
MORE_STRENGTHS: Final = 'And {more}: see "Fully in place, you told us".'
COUNTS: Final = "Of the {all} that the competencies ask about: {parts}."
COUNTS_SURVEY: Final = 'The workplace survey has {statements} more, under "Workplace survey".'
COUNTS_ELSEWHERE: Final = 'You have answered {answered} of {all}: see "{where}".'
SCORECARD: Final = "Scorecard"
WORKPLACE_SURVEY: Final = "Workplace survey"
COUNTS_MEANING: Final = (
    '"In place" means that you answered Mostly or Fully. "Not yet" takes in what is only planned.'
)
COUNTS_NONE: Final = (
    "None of your answers can be counted: nothing applied here, or nothing was asked."
)
COUNTS_NO_ANSWERS: Final = (
    "None of the {all} that the competencies ask about has been answered yet."
)
COUNTS_UNANSWERED: Final = "Of the unknown, {unanswered} {were} skipped or not reached."
NOTHING_TO_FIND_OUT: Final = 'You did not answer "don\'t know" to anything.'
NOTHING_LEFT_TO_FIND_OUT: Final = 'What you did not know stands under "Dropped, and why".'
STILL_OPEN: Final = "{open} still open: skipped, or not reached. Go on where you stopped."

# ---- plan ----
WHY: Final = 'You said "{answer}" to "{ask}"'
WHY_GATE: Final[dict[Moment, str]] = {
    "posting": "This is needed before the job is posted.",
    "day_one": "This is needed before the first day.",
}
WHY_STAFF: Final = 'Only leadership has answered the part "{section}".'
RETIRED: Final = '"{option}" takes it off the list.'
RETIRED_OR_BETTER: Final = '"{option}" or better takes it off the list.'
RETIRED_STAFF: Final = "Answers from staff take it off the list."
BY: Final = "by {day}"
WITHIN: Final = "within {days} days"
WHEN_ROOM: Final = "when there is room, within {days} days of beginning"
BEFORE_MOMENT: Final = "before {moment}, within {days} days of beginning"
TAKES_LONGER: Final = {
    1: "One of these takes longer; begin it now all the same.",
    2: "{count} of these take longer; begin them now all the same.",
}
TAKES_LONGER_ALL: Final = {
    1: "This one takes longer; begin it now.",
    2: "These take longer; begin them now.",
}
GROUP_GATES: Final[dict[Moment, str]] = {
    "posting": "Also for the posting",
    "day_one": "Also for the first day",
}
GROUP_SOON: Final = "As soon as there is room"
GROUP_WITHIN: Final = "Within {days} days"
GROUP_WITHIN_BY: Final = "Within {days} days, by {day}"
GROUP_PLACED: Final = "In the order that you chose"
GROUP_OWN, NO_DATE, NOBODY, DOING = "Your own", "no date yet", "nobody named yet", "under way"
TO_FIND_OUT: Final = "To find out: {ask}"
DAYS_FROM: Final = "Days count from {day}."
DAYS_FROM_NOWHERE: Final = "The answers carry no date, so the days count from the day you start."
OURS: Final = "the question is ours"
ONLY_OURS: Final = "ours"
PAGE: Final = "{title}, from page {page}"

# ---- checklist ----
IF: Final = "If {condition}: {text}"
FOR: Final = "For {who}: {text}"
NO_POPULATION: Final = "You did not say whom the peers will serve, so here is the whole table."
OTHER_POPULATION: Final = (
    "You also serve people for whom the toolkit's table has no line, "
    "such as people facing substance use."
)

# ---- scores ----
BANDS: Final = {
    "exploration": "Exploring",
    "installation": "Getting ready",
    "initial": "Under way",
    "full": "Well established",
}
TOO_LITTLE: Final = "too little known yet"
NOT_ANSWERED: Final = "not answered yet"
DOES_NOT_APPLY: Final = "does not apply here"
OVERALL: Final = "Overall: {score} of 100, {band}. {bounds}"
OVERALL_UNKNOWN: Final = "Overall: too little known yet for a score. {bounds}"
BOUNDS: Final = "What is still unknown could move it to anything from {low} to {high}."
NO_BOUNDS: Final = "Nothing is unknown."
OVERALL_NOTHING: Final = "Nothing in this part applies here, so there is no score."
NO_SCORE: Final = "–"
ANSWERED: Final = "{answered} of {applicable}"
RANGE: Final = "{low} to {high}"

# ---- workplace survey ----
SURVEY_NONE: Final = (
    "Nobody has answered the workplace survey yet. Ask staff in many roles, not leaders alone."
)
SURVEY_LEADERSHIP: Final = (
    "Only leadership has answered these statements ({answered} of {all}), so there is no chart and no stage here. They "
    'say most when staff in many roles answer. "Ask staff" is in your plan.'
)
SURVEY_ONE: Final = (
    "These are one person's answers. Ask staff in many roles before you draw conclusions from them."
)
SURVEY_SCORE: Final = (
    "Taken together: {score} of 100, {band}; {answered} of {applicable} statements answered."
)
SURVEY_NO_SCORE: Final = "Too few statements are answered for a result: {answered} of {applicable}."
SURVEY_SMALL: Final = (
    "With fewer than ten people there may not be five who are not leaders. Ask everyone who is not, have someone from "
    "outside collect the answers and tell you only how they came out together, and call it done when all have answered."
)
WEAK_PARTS: Final = "weak here: {parts}"
DONT_KNOW: Final = "Don't know"
NOT_APPLICABLE: Final = "Not applicable"
SKIPPED: Final = "Not answered"

# ---- how scores are made ----
POINTS: Final[dict[Fraction, str]] = {
    Fraction(0): "0",
    Fraction(1, 4): "a quarter",
    Fraction(1, 3): "a third",
    Fraction(1, 2): "a half",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
    Fraction(1): "one",
}
FIRST_STEP: Final = "{label} counts {points}"
NEXT_STEP: Final = "{label} {points}"

# ---- own words ----
PRIVATE_WORDS: Final = (
    "{answers} in your own words {are} private and {stay} so: not in this report."
)
