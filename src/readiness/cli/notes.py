"""Before a report carries a note, the person sees it, and what to look at in it."""

from readiness.cli.app import App
from readiness.conversation.phrases import Phrases
from readiness.domain.evaluation import Evaluation
from readiness.domain.sharing import SharedNote, shared_notes
from readiness.loading import shipped_lexicon, shipped_phrases
from readiness.reports.words import listed


def tell_notes(app: App, evaluation: Evaluation) -> None:
    """Show every note that the report carries; names, health details and words to avoid are pointed out."""
    if not any(answer.note for answer in evaluation.answers.values()):
        return
    lexicon = shipped_lexicon()
    notes = shared_notes(evaluation.asked, evaluation.answers, lexicon.health, lexicon.dropped)
    if not notes:
        return
    say = Phrases(shipped_phrases())
    app.tell(say("shared_head_one" if len(notes) == 1 else "shared_head_many", count=len(notes)))
    for note in notes:
        app.tell(f"  {_line(note, say)}")
    app.tell(say("shared_how"))


def _line(note: SharedNote, say: Phrases) -> str:
    kinds = {"name": note.names, "health": note.health, "dropped": note.dropped}
    concerns = [say(f"shared_{kind}", words=", ".join(w)) for kind, w in kinds.items() if w]
    key = "shared_concern" if concerns else "shared_line"
    text = " ".join(note.text.split())
    return say(key, topic=note.item.name, note=text, concerns=listed(concerns))
