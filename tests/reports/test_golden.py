"""The example reports are golden files: a change of the report is a change of these, for people to look at."""

from itertools import pairwise

import pytest
from pymarkdown.api import PyMarkdownApi
from tests.reports.shipped import EXAMPLES, example, inline_texts, page_one, tokens

STEMS = sorted(path.name.removesuffix(".answers.yaml") for path in EXAMPLES.glob("*.answers.yaml"))


def test_three_agencies_are_shown() -> None:
    """There are three examples, and each has its report."""
    assert len(STEMS) == 3
    assert [(EXAMPLES / f"{stem}.report.md").exists() for stem in STEMS] == [True] * 3


@pytest.mark.parametrize("stem", STEMS)
def test_the_report_is_the_golden_file(stem: str) -> None:
    """The report of an example is, byte for byte, the file beside it (`make reports` writes it anew)."""
    golden = (EXAMPLES / f"{stem}.report.md").read_bytes()
    assert example(stem).encode() == golden
    assert b"\r" not in golden
    assert golden.endswith(b"\n")
    assert not golden.endswith(b"\n\n")


@pytest.mark.parametrize("stem", STEMS)
def test_the_report_passes_a_linter(stem: str) -> None:
    """A Markdown linter finds nothing, with the settings in pyproject.toml."""
    linter = PyMarkdownApi().disable_rule_by_identifier("md013")
    linter = linter.enable_extension_by_identifier("markdown-tables")
    linter = linter.enable_extension_by_identifier("markdown-task-list-items")
    result = linter.scan_path(str(EXAMPLES / f"{stem}.report.md"))
    assert result.scan_failures == []
    assert result.pragma_errors == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_link_in_the_report_leads_somewhere(stem: str) -> None:
    """Every entry of the contents leads to a heading of the report."""
    found = tokens((EXAMPLES / f"{stem}.report.md").read_text("utf-8"))
    headings = {
        _anchor(after.content) for token, after in pairwise(found) if token.type == "heading_open"
    }
    links = [
        str(child.attrs["href"])
        for token in found
        for child in token.children or []
        if child.type == "link_open"
    ]
    inner = {link[1:] for link in links if link.startswith("#")}
    assert len(inner) >= 8
    assert inner <= headings


@pytest.mark.parametrize("stem", STEMS)
def test_page_one_carries_no_grade(stem: str) -> None:
    """No score, no stage and no percentage stands on page one of an example."""
    first = page_one((EXAMPLES / f"{stem}.report.md").read_text("utf-8"))
    grades = (
        "Exploring",
        "Getting ready",
        "Under way",
        "Well established",
        "%",
        "of 100",
        "Score",
        "█",
    )
    assert [grade for grade in grades if grade in first] == []


@pytest.mark.parametrize("stem", STEMS)
def test_the_words_of_the_language_guide_are_kept(stem: str) -> None:
    """Outside titles of others, the report never says client, consumer or patient."""
    own = (
        text
        for text in inline_texts((EXAMPLES / f"{stem}.report.md").read_text("utf-8"))
        if "http" not in text
    )
    dropped = ("client", "consumer", "patient")
    assert [text for text in own for word in dropped if word in text.lower()] == []


def _anchor(heading: str) -> str:
    kept = (sign for sign in heading.lower() if sign.isalnum() or sign in " -_")
    return "".join(kept).replace(" ", "-")
