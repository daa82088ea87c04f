"""Pointing out what to look at in something that a report may carry."""

from readiness.conversation.phrases import Phrases
from readiness.domain.sharing import Told
from readiness.reports.words import listed


def line(each: Told, say: Phrases) -> str:
    """A note on one line, with what to look at in it."""
    key = "shared_concern" if each.concerns else "shared_line"
    text = " ".join(each.text.split())
    return say(key, topic=each.item.name, note=text, concerns=concerns(each, say))


def concerns(each: Told, say: Phrases) -> str:
    """What to look at in a note, in words; empty for nothing."""
    found = each.concerns.items()
    return listed([say(f"shared_{kind}", words=", ".join(hits)) for kind, hits in found])
