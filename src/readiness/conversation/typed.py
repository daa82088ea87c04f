"""What a person typed, as one clean line, whatever a pipe, a terminal or a paste made of it."""

import unicodedata

_MARK = "\ufeff"  # some systems begin a pipe with it


def typed(text: str) -> str:
    """A text as one line: without control characters, and with a sign in place of what no file can hold."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_sign, text.removeprefix(_MARK)))


def _sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Cs":
        return "\ufffd"
    if sign.isspace():
        return " "
    return "" if kind == "Cc" else sign
