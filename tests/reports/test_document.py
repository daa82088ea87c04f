"""Markdown read into a document."""

import pytest
from tests.reports.shipped import STEMS, example

from readiness.reports.document.reading import read
from readiness.reports.document.tree import (
    Code,
    Entries,
    Heading,
    Link,
    Paragraph,
    Place,
    Quote,
    Strong,
    Table,
    Text,
    plain,
)


def test_headings_have_the_anchors_that_github_gives_them() -> None:
    """A link inside the Markdown leads to the same heading in every format; a second one of a name gets a number."""
    found = read("# A – B?\n\n## What's next\n\n## What's next\n")
    assert [b.anchor for b in found.blocks if isinstance(b, Heading)] == [
        "a--b",
        "whats-next",
        "whats-next-1",
    ]
    assert found.title == "A – B?"


def test_boxes_and_what_stands_under_them_belong_together() -> None:
    """An entry knows whether its box is ticked, and holds the list under it."""
    (block,) = read("- [ ] **Do** this\n  - Who: me\n- [x] Done\n- Plain [ ] box\n").blocks
    assert isinstance(block, Entries)
    assert [entry.box for entry in block.entries] == [False, True, None]
    first, inner = block.entries[0].blocks
    assert first == Paragraph((Strong((Text("Do"),)), Text(" this")))
    assert isinstance(inner, Entries)


def test_comments_are_dropped_and_tags_are_text() -> None:
    """The id of an action is invisible; HTML that somebody wrote stands there as written."""
    found = read(
        "Do it <!-- roles.x.y --> <b>now</b>\n\n<!-- readiness: x -->\n\n<div>block</div>\n"
    )
    assert found.blocks == (
        Paragraph((Text("Do it  <b>now</b>"),)),
        Paragraph((Text("<div>block</div>"),)),
    )


def test_a_comment_says_where_a_picture_stands() -> None:
    """The place of a picture is a block of its own."""
    assert read("Before\n\n<!-- picture: competencies -->\n\nAfter\n").blocks[1] == Place(
        "competencies"
    )


def test_tables_keep_their_columns() -> None:
    """Head, rows and the side to which columns lean."""
    (table,) = read("| A | B |\n| --- | --: |\n| x `y` | 1 |\n").blocks
    assert table == Table(
        ((Text("A"),), (Text("B"),)),
        (((Text("x "), Code("y")), (Text("1"),)),),
        ("left", "right"),
    )


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_only_safe_links_are_links(target: str) -> None:
    """A link that could run something is its words alone."""
    (block,) = read(f"[words]({target})\n").blocks
    assert isinstance(block, Paragraph)
    assert not any(isinstance(part, Link) for part in block.parts)
    assert "words" in plain(block.parts)


def test_quotes_keep_their_lines() -> None:
    """What somebody wrote on two lines stands on two lines."""
    (quote,) = read("> one\\\n> two\n").blocks
    assert isinstance(quote, Quote)
    (inside,) = quote.blocks
    assert isinstance(inside, Paragraph)
    assert len(inside.parts) == 3


@pytest.mark.parametrize("stem", STEMS)
def test_every_link_inside_a_report_finds_its_heading(stem: str) -> None:
    """The anchors of the tree are those that the report's own list of parts names."""
    document = read(example(stem))
    anchors = {block.anchor for block in document.blocks if isinstance(block, Heading)}
    lists = [block for block in document.blocks if isinstance(block, Entries)]
    targets = {
        part.target
        for block in lists
        for entry in block.entries
        for inner in entry.blocks
        if isinstance(inner, Paragraph)
        for part in inner.parts
        if isinstance(part, Link) and part.target.startswith("#")
    }
    assert targets
    assert {target[1:] for target in targets} <= anchors
