"""Readiness: a guided self-check for agencies that want to employ peer support workers.

From Python: `questionnaire` gives a questionnaire, and `readiness.conversation.interpret` reads a typed answer.
"""

TYPE_CHECKING = False  # as in `typing`, whose import would cost more than the whole package

if TYPE_CHECKING:
    from readiness import conversation as conversation
    from readiness.domain.questionnaire import Questionnaire

__version__ = "0.1.0"


def questionnaire(questionnaire_id: str) -> "Questionnaire":
    """One of the shipped questionnaires, such as `employer-competencies`.

    Raises:
        NotFound: there is none of that id; the message names those there are.
    """
    from readiness import resources
    from readiness.loading import Library

    return Library([resources.questionnaires()]).questionnaire(questionnaire_id)


def __getattr__(name: str) -> object:
    """The chatbot is imported when it is first asked for: most of what the product does needs none of it."""
    if name == "conversation":
        from importlib import import_module

        return import_module("readiness.conversation")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
