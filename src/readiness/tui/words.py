"""The words of the screens: what the terminal UI itself says, beside what the conversation says."""

import unicodedata

TITLE = "Readiness"
ABOUT = (
    "A guided self-check for agencies that want to employ peer support workers.\n\n"
    "You answer in your own words, or with one key. At the end you have three things to do this week, "
    "a plan, and a report you can edit and share. You can stop at any moment and go on later."
)
EMPTY = "Nothing has been started here yet. Press n to begin."
STAYS = "Everything stays on this computer."
TOO_SMALL = (
    "This window is too small to read in.\n"
    "Make it at least 60 columns wide and 15 lines high.\n"
    "Everything you answered is kept."
)
TOO_SMALL_TO_SEND = "Make the window larger first, so that you can see what you answer."
LEFT = "Everything you answered is kept. Go on with: readiness resume {id}"
WRITING = "Writing the report …"
NOT_WRITTEN = "The report could not be written. {problem}"
ALL_DONE = "All questions are answered. You can still change any answer, or finish."
FINISH = "finish and write the report"
REVIEW = "see what is open"
PAUSED = "Everything is kept. Press Enter to go on where you stopped."
MINUTES = "about {count} minutes left"
MINUTE = "about a minute left"
MINUTES_SHORT = "{count} min left"
FAR = "{done} of {total}"
SAVED = "saved"
NOT_SAVED = "! not saved"
LOOK = "Your own words, or a number. ← → shows what each step looks like."
LOOK_MANY = "Your own words or numbers. ← → to look, Space to tick, Enter when done."
LOOK_LONG = "{here} of {total}."
LOOK_PLAIN = "Your own words, or a number."
THEIRS, MINE = "theirs", "mine"
YES, NO, SKIP = "yes", "no", "skip"
ALL, NONE, NOTHING = "all", "none", "nothing"
LEAVE_SO, END_THIS, LIST_OPEN = "leave it so", "finish", "list them"
THIS_WEEK, NEXT_30, LATER, DROPPED = "This week", "Next 30 days", "Later", "Dropped"
TO_FIND_OUT = "To find out"
OVERDUE, OVERDUE_SINCE = "overdue {day}", "{by}, overdue"
WHO_IS_WHO = "who is who"
WHO_TEXT = (
    "The plan gives its actions to these roles: name each once. A name given to one action stands."
)
ACTION, ACTIONS = "1 action", "{count} actions"
NO_ROLES = "The plan gives nothing to anybody yet."
WHO_HOLDS = "Who is that: {role}? The name of one person, or of several."
PLAN_FAR = "{done} of {total} done"
TICKED = "{done} of {total} ticked"
NO_ACTIONS = "Nothing is in the plan yet: it follows from your answers. Press a to add an action of your own."
NO_CHECKLIST = "This assessment has no checklist."
CHANGED = "Something has changed since this was written. Press r to write the report anew."
NO_ROOM = "Five are as many as 30 days hold. Put one off first, or finish one."
NOT_KEPT = "This could not be kept"
NOBODY = "nobody yet"
STATES = {"open": "open", "doing": "under way", "done": "done", "dropped": "dropped"}
LABEL_WHO, LABEL_FIRST, LABEL_DONE = "Who and when:", "First step:", "Done when:"
LABEL_ASK = "How:"
LABEL_WAY, LABEL_WHY, LABEL_DROPPED = "In the way:", "Why:", "Dropped:"
YOU_SAID = "you said “{answer}” to “{ask}”"
BY = "by {day}"
WHO = "Who takes it on? A name or a role."
BY_WHEN = "By when?"
A_DAY = "A date such as 15 March 2027."
AS_SUGGESTED = "as suggested"
WHY_DROP = "Why do you drop it? The report prints the reason."
WHAT_TO_DO = "What do you want to do?"
IN_OTHER_WORDS = "What do you want to do, in other words?"
IN_THE_WAY = "What gets in the way? One or more of these."
WHY_SO = "Why is that?"
WHY_PEOPLE = "Why is that? With roles rather than names, please."
NO_WHY = "no reason"
NO_DAY = "I did not find a date in that. Something like 15 March 2027 will do."
NO_CAUSE = "Please name one of the four, or say “nothing”."

# Review and scores
NOT_NEWEST = "What is shown may not be the newest"
CHOOSE_FIRST = "Choose first which of the two answers stays."
REVIEW_TITLE, SCORES_TITLE = "review", "scores"
MORE_SCORES = "F3 shows all of it: what is in place, how sure that is, and what would change it."
SIFTS = {
    "all": "all",
    "unanswered": "unanswered",
    "dont_know": "don't know",
    "flagged": "marked",
    "low": "low",
    "gates": "gates",
}
SIFT_KEYS = {
    "all": "a",
    "unanswered": "u",
    "dont_know": "d",
    "flagged": "m",
    "low": "l",
    "gates": "g",
}
SIFT_HELP = {
    "all": "Every question",
    "unanswered": "Skipped, or not reached",
    "dont_know": "What nobody here knew",
    "flagged": "What you marked to come back to",
    "low": "What is not yet in place, or only planned",
    "gates": "What has to be in place before posting, and before day one",
}
SIFT_NONE = {
    "all": "Nothing is asked yet.",
    "unanswered": "Nothing is unanswered.",
    "dont_know": "You did not answer “don't know” to anything.",
    "flagged": "Nothing is marked to come back to.",
    "low": "Nothing you answered is low.",
    "gates": "No question here has to be in place before a posting or a first day.",
}
MARKED, NOTED = "marked", "note"
CARRIED = "carried over from {round}"
NOTE = "Note: “{note}”"
SCOPES = {"full": "full check", "quick": "quick check"}
WITH_BARS, IN_SENTENCES = "with bars", "in sentences"
NOT_ANSWERED = "not answered yet"
SET_ASIDE = "set aside"
REASON = "Because: “{reason}”"
NO_REASON = "No reason is given yet."
GATE_STATES = {
    "✗": "Not in place",
    "?": "To find out",
    "·": "Open",
    "✓": "In place",
    "–": "Does not apply",
}
PART, SCORE, COULD_BE, STAGE, ANSWERED = "Part", "Score", "Could be", "Stage", "Answered"
LEGEND = (
    "Solid is what you told us; shaded hangs on what is still unknown. │ is where a stage begins."
)
SECTION = "{title}: {score} of 100, {stage}. {answered} answered."
SECTION_BOUNDS = "{title}: {score} of 100, {stage}; it could be {bounds}. {answered} answered."
SECTION_NONE = "{title}: {stage}. {answered} answered."
SURVEY = "Workplace survey"
WHAT_IF = "What would change this"
WHAT_IF_MEANING = "A step is one option up on one question. This says how near something is; what to do is in the plan."
TURN = {
    "ready": "{heading}: {rises}. {steps}, and nothing required would be missing.",
    "find_out": "{heading}: {rises}. {steps}, and only what is not known would be left to find out.",
}
LIFT = "{section} to “{stage}”: {rises}. {steps}."

# Notes, and the report in another place
NOTES = "notes"
NOTES_TEXT = "Private unless you share it. [ ] stays with you, [x] goes into the report, [=] is printed in any case."
NOTES_BEFORE = "The report carries these. Leave out or reword what you want, then press g."
NOTES_NONE = "Nothing is noted yet. What you add to an answer is a note, and stays private."
NOTES_FAR = "{carried} of {total} in the report"
NOTE_HOW = {"private": "private", "shared": "shared", "reason": "printed"}
NOTE_IS = {
    "private": "Private: not in the report.",
    "shared": "Shared: the report carries it.",
    "reason": "Printed in any case: it says why this was set aside. You can reword it.",
}
POINTED = "! look"
YOU_ANSWERED = "You answered: {label}"
REWORD, NO_WORDS = "In other words", "Type how it should read, or press Esc to leave it as it is."
TO_REVIEW, TO_NOTES = "back to review", "back to notes"
SHARE, KEEP_PRIVATE, REWORD_IT = "share", "keep private", "reword"
KEEP_IN, LEAVE_OUT, KEEP_SO, LEAVE_REST = (
    "keep it in",
    "leave it out",
    "keep it so",
    "leave the rest",
)
EXPORT = "Export"
EXPORT_TEXT = "Where to? A folder, or a file: .md, .html, .docx or .pdf says the format. Nothing is written over."
NO_PLACE = "The path of a folder or a file is needed, such as ~/Documents"
NO_FORMAT = "A report does not come as {ending}. These endings do: .md .html .docx .pdf"
BOTH_STAY = "Somebody has changed the earlier report, so it stays as it is, with the notes as they were: {path}"
EXPORTED = "The report is in {path}"

# Home
NO_AGENCY = "an agency without a name"
NEXT_ROUND = "Another round"
NEXT_ROUND_TEXT = (
    "The next round of {agency}, with the same seat, scope and sections. It asks again what has to be in place, what "
    "was low, not known, overdue or worded differently, and what only leadership called fully in place; other answers "
    "are carried over. With ^N it begins empty instead. What shall this round be called?"
)
BEGIN_EMPTY = "begin empty"
NO_NAME = "A name is needed, so that the rounds can be told apart."
TAKEN = "{agency} has a round called “{round}” already. Another name, please."
IMPORT = "Import"
IMPORT_TEXT = (
    "Which file? It is an answers file, such as “readiness export” writes. Type its path, or drag the file into "
    "this window. Tab completes folders and names."
)
NO_PATH = "The path of a file is needed, such as ~/Downloads/agency.yaml"
NO_FILE = "There is no file {path}. Look at the folder and the ending."
A_FOLDER = "{path} is a folder. Name a file in it."
MORE_PROBLEMS = "… and {count} more. All of them: readiness import {path}"
IMPORTED = {
    "new": "Imported: {agency}.",
    "same": "Nothing new in that file: {agency} is here already.",
    "extended": "Took in what was new for {agency}.",
}
DELETE = "Delete"
DELETE_TEXT = (
    "This removes {agency} ({round}) from this computer, with {answers} and every note. It cannot be taken back. "
    "Reports and exports that were written stay where they are.\nTo delete it, type {how}."
)
DELETE_BY_NAME = "the agency's name, or {id}"
NOT_THAT = "That is neither the name nor the id. Nothing was deleted."
DELETED = "Deleted: {agency} ({round})."

# Settings
SETTINGS_TEXT = "They hold for every assessment on this computer."
FACILITATOR = "Facilitator mode"
FACILITATOR_TEXT = (
    "For leading a room: a digit records at once, Tab adds a note, and there are a parking lot, a clock "
    "for the sitting, and a choice of sections."
)
CLOSINGS = "A line at the end of each section"
CLOSINGS_TEXT = "How the section stands. What the gates lead to is said in any case."
SETTINGS_FAULT = "About the settings"

# Facilitator mode
LOOK_FACILITATOR = "A digit records at once. ← → shows what each step looks like."
NOTE_TO = "note to {topic} › "
NOTE_NOT_NOW = "Answer what was asked back first; then there is room for a note."
PARKING = "parking lot"
PARKING_TEXT = "Anything to talk about later. It is kept with this assessment, private, and stands in no report."
PARKING_EMPTY = "Nothing is parked."
UNPARKED = "Taken out. ^Z puts it back."
TIME = "Time for this sitting"
TIME_TEXT = "How many minutes are there from now on? Nothing, or 0, stops the clock."
TIME_UNCLEAR = "A number of minutes, please, such as 60; at most {most}."
PACE = "{done} of {total} · {spent} of {minutes} min · {how}"
ON_PACE, AHEAD, BEHIND = "on pace", "{count} ahead", "{count} behind"
CHOOSING = "sections"
CHOOSING_TEXT = (
    "What is asked, and in which order. The facts about the agency and the gates are always asked, and first. "
    "Answers to a section that is left out are kept, and count for nothing meanwhile."
)
AT_LEAST_ONE = "At least one section has to stay."

# The window for a projector
SHOW_KEYS = "Larger letters: Ctrl and +, on a Mac ⌘ and +   c colors   q close"
SHOW_GONE = "This assessment is not on this computer any more."
SHOW_WAITS = "The answers cannot be read just now. Trying again."

_FORBIDDEN = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they would turn round the text after them
)


def clean(text: str) -> str:
    """A text fit for one line of input: control characters become spaces, everything else stays.

    Args:
        text: as typed or pasted, of any length.
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n")
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") else c for c in lines)


def shown(text: str) -> str:
    """A text fit for the screen: line breaks stay, nothing in it can move the cursor or turn lines round."""
    if text.isprintable():
        return text
    return "\n".join(
        "".join(c for c in clean(line) if c not in _FORBIDDEN) for line in text.split("\n")
    )


def minutes_left(count: int) -> str:
    """How long it will still take, in words.

    Args:
        count: whole minutes, at least one.
    """
    return MINUTE if count == 1 else MINUTES.format(count=count)


def minutes_short(count: int) -> str:
    """The same where there is little room."""
    return MINUTES_SHORT.format(count=count)
