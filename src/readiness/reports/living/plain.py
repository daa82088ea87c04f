"""Markdown of one line, read as the text that a person sees."""

import re

# What escape.py puts before signs, between them and around addresses.
_WRITTEN = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])|&#8203;|<(?P<address>https?://[^\s<>]+)>")
_BOLD = re.compile(r"(?P<marks>\*\*|__)(?=\S)(?P<text>.+?)(?<=\S)(?<!\\)(?P=marks)", re.DOTALL)


def shown(markdown: str) -> str:
    """The text of a line as it is seen: without backslashes, with single spaces; bold text without its marks."""
    text = _BOLD.sub(lambda found: found["text"], markdown)
    text = _WRITTEN.sub(lambda found: found["sign"] or found["address"] or "", text)
    return " ".join(text.split())
