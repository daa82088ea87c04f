"""Before a report carries a note, the person sees it, and what to look at in it."""

from readiness.cli.app import App
from readiness.domain.evaluation import Evaluation


def tell_notes(app: App, evaluation: Evaluation, assessment_id: str = "") -> None:
    """Show all that was written in own words and that the report carries; what to look at in it is pointed out.

    Args:
        app: says it.
        evaluation: what the report is on.
        assessment_id: of a stored assessment, to say how to go through its notes; empty for an answers file.
    """
    # A report of somebody who wrote nothing has to wait for none of this.
    if not any(answer.note or answer.share for answer in evaluation.answers.values()):
        return
    from readiness.assessment.notes import watch
    from readiness.conversation.phrases import Phrases
    from readiness.conversation.pointing import line
    from readiness.domain.sharing import told
    from readiness.loading import shipped_phrases

    found = told(evaluation.asked, evaluation.answers, watch())
    carried = [each for each in found if each.carried]
    if not carried:
        return
    say = Phrases(shipped_phrases())
    head = "shared_head_one" if len(carried) == 1 else "shared_head_many"
    app.tell(say(head, count=len(carried)))
    for each in carried:
        app.tell(f"  {line(each, say)}")
    app.tell(say("shared_how", id=assessment_id) if assessment_id else say("shared_how_file"))
