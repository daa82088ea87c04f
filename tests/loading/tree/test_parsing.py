"""Reading YAML: what is accepted, what is refused, and in which words."""
# ruff: noqa: E501 - a row of a table reads best as one line

import gc
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.errors import InvalidInput
from readiness.loading.tree.parsing import Mapping, parse, spot


def said(text: str) -> str:
    """What is said about a text that is refused, or cannot be used."""
    try:
        tree = parse(text, "file.yaml")
    except InvalidInput as error:
        return str(error)
    assert tree.problems
    return "\n".join(map(str, tree.problems))


def test_every_scalar_is_text() -> None:
    """No value is typed by YAML: yes, numbers, dates, null and quoted text are all text."""
    tree = parse("a: yes\nb: 010\nc: 1.10\nd: 2026-11-21\ne: ~\nf: null\ng: 'no'\nh:\n", "f")
    assert dict(tree) == {
        "a": "yes",
        "b": "010",
        "c": "1.10",
        "d": "2026-11-21",
        "e": "~",
        "f": "null",
        "g": "no",
        "h": "",
    }


def test_lists_and_mappings_remember_where_they_stood() -> None:
    """Keys and values know their line and column, counted from 1."""
    tree = parse("a:\n  - b: c\n    d: [e, f]\n", "f")
    inner = tree["a"][0]
    assert isinstance(inner, Mapping)
    assert spot(inner.key_marks["d"]) == (3, 5)
    assert spot(inner["d"].value_marks[1]) == (3, 12)


@pytest.mark.parametrize("text", ["\ufeffa: b\n", "a: b\r\n", "\ufeffa: b\r\n\r\n"])
def test_bom_and_crlf_are_fine(text: str) -> None:
    """Files from Windows read like others."""
    assert dict(parse(text, "f")) == {"a": "b"}


REFUSED = {
    "empty": ("", "file.yaml: the file is empty"),
    "blank": (" \n\n", "file.yaml: the file is empty"),
    "comments": ("# hello\n", "file.yaml: the file is empty: it holds only comments"),
    "mark": ("---\n", "file.yaml: the file is empty: nothing follows `---`"),
    "alias alone": ("*a\n", "file.yaml:1:1: `*a` is an alias"),
    "list": ("- a\n", "file.yaml:1:1: `key: value` lines are needed here, not a list"),
    "text": ("hello\n", "file.yaml:1:1: `key: value` lines are needed here, not plain text"),
    "duplicate": ("a: 1\nb: 2\na: 3\n", "file.yaml:3:1: the key `a` is here twice; first in line 1"),
    "alias": ("a: *b\n", "file.yaml:1:4: `*b` is an alias. Anchors and aliases are not used here"),
    "anchor": ("a: &b c\n", "file.yaml:1:4: `&b` is an anchor. Anchors and aliases are not used here: write the text out."),
    "tag": ("a: !!python/object/apply:os.system [ls]\n", "file.yaml:1:4: `tag:yaml.org,2002:python/object/apply:os.system` is a tag"),
    "complex key": ("? [a, b]\n: c\n", "file.yaml:1:3: a list or a mapping cannot be a key"),
    "two documents": ("a: b\n---\nc: d\n", "file.yaml:2:1: a second document starts here (`---`)"),
    "control": ("a: b\nc: \x07\n", "file.yaml: holds a control character (U+0007) in line 2"),
    "nul": ("a: \x00", "file.yaml: holds a control character (U+0000) in line 1"),
    "colon": ("a: b: c\n", "file.yaml:1:5: a colon stands where none can be. Put the text in quotes."),
    "tab": ("a:\n\tb: c\n", "file.yaml:2:1: text cannot start with this character"),
    "at": ("a: @b\n", "file.yaml:1:4: text cannot start with this character"),
    "quote": ("a: 'b\n", "a quote is opened and never closed. Close it."),
    "brace": ("a: {b: c\nd: e\n", "is opened and not closed as it should be"),
    "bracket": ("a: [b\n", "is opened and not closed as it should be"),
    "dedent": ("a:\n    b: c\n  d: e\n", "file.yaml:3:3: "),
    "directive": ("%YAML 3.0\n---\na: b\n", "another version of YAML"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_plain_yaml_is_refused(text: str, message: str) -> None:
    """Each kind of broken or clever YAML is refused in plain words, with its place."""
    assert message in said(text)


def test_what_is_not_plain_yaml_does_not_hide_what_follows() -> None:
    """Every duplicate key, anchor, alias, tag and odd key is told; the first key counts, an alias is empty."""
    text = "a: &x 1\na: [*x, !t u]\nb: *x\n*x : c\n[k]: {d: 1, d: 2}\nb: 3\n---\nz: 1\n"
    tree = parse(text, "f")
    assert dict(tree) == {"a": "1", "b": ""}
    assert [(each.line, each.column, each.message.split()[-1]) for each in tree.problems] == [
        (1, 4, "anchor"),
        (2, 1, "1"),
        (2, 5, "alias"),
        (2, 9, "tag"),
        (3, 4, "alias"),
        (4, 1, "alias"),
        (5, 1, "key"),
        (5, 13, "5"),
        (6, 1, "3"),
        (7, 1, "(`---`)"),
    ]


def test_broken_yaml_after_a_duplicate_key_tells_both() -> None:
    """A true syntax error ends the reading, and what was found before it is told too."""
    told = said("a: 1\na: 2\nb: 'c\n").splitlines()
    assert "the key `a` is here twice" in told[0]
    assert "a quote is opened and never closed" in told[1]


def test_an_alias_bomb_is_never_expanded() -> None:
    """Each alias is one empty text, whatever it stands for."""
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(50))
    tree = parse(bomb, "file.yaml")
    assert tree["b49"] == ["", ""]
    assert len(tree.problems) == 101
    with pytest.raises(InvalidInput) as caught:
        parse("a: [" + "*a, " * 100_000 + "]", "file.yaml")
    assert len(caught.value.problems) < 2000


@pytest.mark.parametrize(
    "deep",
    ["a: " + "[" * 5000, "a: " + "{b: " * 5000, "\n".join(" " * n + "a:" for n in range(5000))],
)
def test_deep_nesting_is_refused(deep: str) -> None:
    """5,000 levels end in one problem, not in a crash."""
    assert "more than 50 levels inside each other" in said(deep)


@given(st.text(max_size=200) | st.text("ab:-[]{}&*!|>'\"%@#?, \n\t", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever the text, there is a tree or a problem, and garbage collection is on again."""
    with suppress(InvalidInput):
        assert isinstance(parse(text, "f"), Mapping)
    assert gc.isenabled()


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser stands in where the C one is missing."""
    text = "a: [b, 'c']\nd:\n  e: yes\n"
    fast = parse(text, "f")
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    monkeypatch.delattr("yaml._yaml", raising=False)
    slow = parse(text, "f")
    assert slow == fast
    assert "the key `a` is here twice" in said("a: 1\na: 2\n")
    assert "a quote is opened and never closed" in said("a: 'b\n")
