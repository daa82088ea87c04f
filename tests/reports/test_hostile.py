"""Text that means something in Markdown, HTML, Jinja or Typst stays text in every format, and none of it is lost."""

import html
import io
import re
from html.parser import HTMLParser

import docx
import pytest
from tests.reports.goldens import text_of_docx, text_of_pdf
from tests.reports.shipped import content, evaluation

from readiness import reports
from readiness.domain.answers import Answer
from readiness.domain.log import PlanMark
from readiness.reports.formats import render
from readiness.reports.kinds import Handout

NASTY = (
    "# *Stars* _under_ `code` ~~gone~~ | cell |",
    "<b>bold</b><script>alert(1)</script><!-- id --> -->",
    "{{ 7*7 }} {% include 'x' %} {# none #}",
    '#let x = 1 #panic("no") $x^2$ <label> @ref \\ "quoted" [link](http://example.org)',
    "=1+2 +3 -4 @SUM(A1) - [x] ticked 1. one",
    "&amp; &lt; &#8203; &nbsp;",
)
FAR = "مرحبا بالعالم 你好世界 😀 naïve ½"
CONTROL = "bell\x07 escape\x1b[31m nul\x00 end"
LONG_WORD = "x" * 10_000
LONG_NOTE = "a long note of ten words that goes on and " * 240


@pytest.fixture(scope="module")
def handout() -> Handout:
    """A report in which everything that a person can write is hostile."""
    nasty = " ".join(NASTY)
    answers = {
        "roles.written_role": Answer("not_yet", note=f"{nasty} {FAR} {CONTROL}", share=True),
        "culture.basics": Answer("partly", note=LONG_NOTE, share=True),
        "training.mentor": Answer("partly", note=LONG_WORD, share=True),
    }
    marks = {
        "roles.written_role.write-page": PlanMark(owner=nasty, chosen=True),
        "own.1": PlanMark(text=f"{nasty} {FAR}", owner=nasty, chosen=True),
    }
    found = evaluation(answers, agency=f"{nasty} {FAR}", marks=marks)
    return reports.handout(found, content())


class _Words(HTMLParser):
    """The text of a page, and the names of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.elements: set[str] = set()
        self._quiet = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the parser gives it
        self.elements.add(tag)
        self._quiet = tag == "style"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the parser gives it
        self._quiet = False

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.said.append(data)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_html_shows_hostile_text_as_text(handout: Handout) -> None:
    """Every sign is there, and no element that the text names."""
    page = _Words()
    page.feed(render(handout, "html").decode())
    words = _squeezed("".join(page.said))
    for text in (*NASTY, FAR, LONG_WORD, LONG_NOTE, "bell escape[31m nul end"):
        assert _squeezed(text) in words
    assert page.elements.isdisjoint({"script", "b", "label"})


def test_markdown_says_nothing_else(handout: Handout) -> None:
    """What a reader of the Markdown sees is what was written."""
    from markdown_it import MarkdownIt

    shown = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render(render(handout, "md").decode())
    )
    words = _squeezed(html.unescape(re.sub(r"<[^>]*>", "", shown)).replace("\u200b", ""))
    for text in (*NASTY, FAR):
        assert _squeezed(html.unescape(text) if "&" not in text else text) in words


def test_word_shows_hostile_text_as_text(handout: Handout) -> None:
    """The file opens again, and every sign is in it."""
    data = render(handout, "docx")
    words = _squeezed(text_of_docx(data))
    for text in (*NASTY, FAR, LONG_WORD, LONG_NOTE):
        assert _squeezed(text) in words
    assert docx.Document(io.BytesIO(data)).core_properties.title


def test_pdf_shows_hostile_text_as_text(handout: Handout) -> None:
    """Nothing is run as Typst, every Latin sign is there, and signs without a font are said in words."""
    data = render(handout, "pdf")
    words = _squeezed(re.sub(r"--- page \d+ ---", "", text_of_pdf(data)))
    for text in NASTY:
        assert _squeezed(text) in words
    assert words.count("x" * 20) > 0
    assert sum(len(run) for run in re.findall("x{10,}", words)) == len(LONG_WORD)
    assert "你" in words or "[U+4F60]" in words
    assert "😀" in words or "[grinningface]" in words


def test_the_mark_of_an_accessible_pdf_survives(handout: Handout) -> None:
    """Whatever was written, the PDF says that it keeps to PDF/UA."""
    assert b"pdfuaid:part" in render(handout, "pdf")
