"""The chatbot without a screen: understand text, search content, decide what to say."""

# Bound here, so that the name is the function and not the module of the same name.
from readiness.conversation.interpret import interpret
from readiness.conversation.interpretation import Interpretation

__all__ = ["Interpretation", "interpret"]
