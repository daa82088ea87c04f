"""Text that people typed appears as they typed it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.reports.shipped import inline_texts, tokens

from readiness.reports import escape
from readiness.reports.words import clean

_MARKDOWN = st.sampled_from(
    [
        *"#*_[]<>|`~!\\&$-+=:()\"'/@. \n\t",
        "1. ",
        "- ",
        "&amp;",
        "http://a.b/c_d*",
        "www.a.b",
        "ab_c",
        ":smile:",
        "@name",
        "#12",
    ]
)
TYPED = st.text() | st.lists(_MARKDOWN | st.text(max_size=3), max_size=30).map("".join)


def _words(text: str) -> list[str]:
    return clean(text).split()


def _visible(markdown: str) -> list[str]:
    return [word for text in inline_texts(markdown) for word in text.split()]


@given(TYPED)
@example("# * _ [x] <script>alert(1)</script> | `")
@example("[x] a task")
@example("1) not a list")
@example("==")
@example(" 1. indented")
@example("\\")
@example("a ________ b, and _c_ __d__ e_f_g")
@example("&lt; &#35; & AT&T")
@example("https://example.org/a_b/*c*?d=[e]|f")
@example("<https://example.org>")
@example("~~struck~~ ~once~")
@example(":-- | --:")
@example("![picture](x) [link](y)")
@example(":smile: :+1: (@name) a/b#12 @a_b_ 10:30:15 www.a.b/@c*")
def test_a_line_shows_as_typed(typed: str) -> None:
    """Whatever is typed shows as exactly these words in a paragraph, in bold, in a list, a table and a heading."""
    line = escape.line(typed)
    if not line:
        return
    shown = _words(typed)
    assert "\n" not in line
    assert _visible(line) == shown
    assert _visible(f"- [ ] {line}\n  - {line}") == shown * 2
    assert _visible(f"# {line} – end") == [*shown, "–", "end"]
    assert _visible(f"Lead: {line}\n\n{line}") == ["Lead:", *shown, *shown]
    assert _visible(f"| a | b |\n| - | - |\n| {line} | c |") == ["a", "b", *shown, "c"]


@given(TYPED)
def test_a_note_shows_line_by_line(typed: str) -> None:
    """A note of several lines shows as these lines, without a block or a mark of its own."""
    quoted = "> " + "\\\n> ".join(escape.lines(typed))
    kept = [" ".join(line.split()) for line in clean(typed).split("\n") if line.strip()]
    seen = [line.strip() for text in inline_texts(quoted) for line in text.split("\n")]
    assert [" ".join(line.split()) for line in seen if line] == kept


@given(TYPED)
def test_typed_text_is_only_text(typed: str) -> None:
    """Nothing typed becomes emphasis, code, a picture or HTML; only a plain web address becomes a link."""
    kinds = {
        child.type for token in tokens(escape.line(typed)) for child in token.children or []
    } | {token.type for token in tokens(escape.line(typed))}
    links = {"link_open", "link_close"} if re.search("https?://", typed) else set()
    assert kinds <= {"text", "inline", "paragraph_open", "paragraph_close", *links}


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ud800", "\u202e", "\u2066", "\u200b"]
)
def test_control_characters_are_dropped(sign: str) -> None:
    """A control character, a turn of direction or half of a surrogate pair leaves no trace."""
    assert escape.line(f"a{sign}b") == "ab"


@pytest.mark.parametrize(
    "plain",
    [
        "Ask HR, or counsel (by email): 5% of $4,000.",
        "wise@calvoices.org",
        "a_b",
        "ours: ________.",
    ],
)
def test_ordinary_text_is_left_alone(plain: str) -> None:
    """What needs no escape gets none, so that the report reads well in a plain editor."""
    assert escape.line(plain) == plain


def test_an_address_in_a_text_becomes_a_link() -> None:
    """A web address in a text is put in angle brackets, which keeps every sign in it."""
    assert escape.line("see (http://a.b/c_d).") == "see (<http://a.b/c_d>)."


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a :smile: b", "a :&#8203;smile: b"),
        ("thanks (@name)", "thanks (@&#8203;name)"),
        ("room #12", "room \\#&#8203;12"),
        ("12:30:15", "12:30:15"),
        ("a@b.org", "a@b.org"),
    ],
)
def test_what_github_makes_of_signs_is_kept_apart(typed: str, written: str) -> None:
    """A picture's code, a mention and a reference are parted by a space of no width; times and addresses are not."""
    assert escape.line(typed) == written
