"""What YAML's own error messages mean, in an author's words."""

from typing import Any

_QUOTE = "Put the text in quotes."

# Part of libyaml's or PyYAML's message -> what is wrong, and what to do.
_PLAIN: tuple[tuple[str, str, str], ...] = (
    ("control characters are not allowed", "holds a control character", "Type the line anew."),
    ("special characters are not allowed", "holds a control character", "Type the line anew."),
    ("mapping values are not allowed", "a colon stands where none can be", _QUOTE),
    (
        "block sequence entries are not allowed",
        "a list cannot start here",
        "Start it on its own line.",
    ),
    ("violates indentation", "a tab is used for indentation", "Indent with spaces."),
    (
        "cannot start any token",
        "text cannot start with this character",
        "Indent with spaces, put text in quotes.",
    ),
    ("unexpected end of stream", "a quote is opened and never closed", "Close it."),
    ("unexpected document separator", "a quote is opened and never closed", "Close it."),
    ("expected ':'", "a `key: value` line is needed here", "Check for a missing colon."),
    (
        "expected ',' or '}'",
        "a `{` is opened and not closed as it should be",
        "Check commas and `}`.",
    ),
    (
        "expected ',' or ']'",
        "a `[` is opened and not closed as it should be",
        "Check commas and `]`.",
    ),
    (
        "expected '-' indicator",
        "a list entry starting with `-` is needed here",
        "Check the indentation.",
    ),
    ("expected key", "a `key: value` line is needed here", "Check the indentation and the quotes."),
    (
        "expected <block end>",
        "the indentation does not fit the lines above",
        "Line it up with them.",
    ),
    (
        "expected <document start>",
        "something stands where a new `key: value` line is needed",
        "Check the indentation.",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes starts no known sign",
        "Write it twice: \\\\.",
    ),
    (
        "did not find expected hex",
        "a backslash code is not complete",
        "Write the sign itself.",
    ),
    ("undefined tag handle", "a tag (`!…`) is used", "Leave it out, or put the text in quotes."),
    ("expected alphabetic or numeric character", "text cannot start with & or *", _QUOTE),
    (
        "parsing a flow node",
        "a `[` or `{` is not closed, or a value in it is missing",
        "Check commas and brackets.",
    ),
    ("expected the node content", "a value is missing or starts with a special sign", _QUOTE),
    ("expected node content", "a value is missing or starts with a special sign", _QUOTE),
    ("YAML directive", "a line that starts with % means something special", _QUOTE),
    (
        "incompatible YAML",
        "the file asks for another version of YAML",
        "Delete the line that starts with %YAML.",
    ),
)


def plain_words(error: Any) -> tuple[str, str]:
    """What is wrong and what to do about it, for an error of PyYAML."""
    parts = (getattr(error, name, "") for name in ("problem", "context", "reason"))
    said = " ".join(str(part) for part in parts if part)
    for part, message, hint in _PLAIN:
        if part in said:
            return message, hint
    return f"this is not YAML ({said or error})", "Check indentation, colons and quotes."
