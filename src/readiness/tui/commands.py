"""What can be said at any moment, for the command palette and for completion while typing."""

import msgspec


class Saying(msgspec.Struct, frozen=True):
    """Something that can be said to the conversation.

    Attributes:
        send: with its slash, so that it is never taken for an answer.
        complete: it can be said as it stands; otherwise it is put into the line, to go on with.
    """

    title: str
    help: str
    send: str
    complete: bool = True


COMMANDS = (
    Saying("Why?", "Why this is asked, and where it is from", "/why"),
    Saying("For example?", "What each step looks like", "/example"),
    Saying("Back", "The question before this one", "/back"),
    Saying("Skip", "Leave this question for now", "/skip"),
    Saying("Come back to this", "Mark this question, or take the mark away", "/flag"),
    Saying("Note …", "Add a private note to this question", "/note ", complete=False),
    Saying("Change an answer …", "Such as: change 12 to mostly", "/change ", complete=False),
    Saying(
        "What did I say about …?",
        "Find your own answers",
        "/recall ",
        complete=False,
    ),
    Saying("What does … mean?", "A word or a step explained", "/define ", complete=False),
    Saying("How far are we?", "Questions done and time left", "/progress"),
    Saying("How are we doing?", "Where each section stands", "/summary"),
    Saying("Review", "What is open, marked or unknown, and every answer (^R)", "/review"),
    Saying("Undo", "Take back the last answer (^Z)", "/undo"),
    Saying("Redo", "Bring back what was taken back (^Y)", "/redo"),
    Saying("Stop for today", "Everything is kept", "/pause"),
    Saying("Finish", "Write the report and show it", "/finish"),
)

BY_SEND = {command.send: command for command in COMMANDS}

BEGINNINGS = (
    *(command.send for command in COMMANDS),
    "/help",
    "why?",
    "for example?",
    "back",
    "skip",
    "come back to this",
    "how far are we?",
    "how are we doing?",
    "review",
    "stop for today",
    "don't know",
    "doesn't apply to us",
    "what did I say about ",
    "what does ",
)

# Keys of the conversation that hold whatever is asked.
VIEWS = (("^R", "review"), ("F3", "scores"), ("F4", "plan"), ("F5", "checklist"))
ALWAYS = (("F1", "help"), ("^P", "everything"))
