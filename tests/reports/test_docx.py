"""What is in the file of a Word document, beside its words."""

import io
import zipfile

import docx
from docx.oxml.ns import qn
from lxml import etree
from msgspec.structs import replace
from tests.reports.shipped import evaluation, everything, example_handout

from readiness import reports
from readiness.domain.look import Logo, Look
from readiness.reports import Content
from readiness.reports.document.reading import read
from readiness.reports.document.tree import Table
from readiness.reports.docx_tables import column_widths
from readiness.reports.formats import render
from readiness.reports.kinds import Handout
from readiness.reports.rendering import Rendering
from readiness.reports.words import right_to_left

ARABIC = "مركز الأمل"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>'


def _board(agency: str) -> Handout:
    return reports.handout(evaluation(everything(), agency=agency), Content(), kind="board")


def _word(handout: Handout, how: Rendering | None = None) -> bytes:
    return render(handout, "docx", how or Rendering())


def test_a_paragraph_that_begins_in_arabic_runs_from_right_to_left() -> None:
    """The title of an agency with an Arabic name is turned, with its run; every other paragraph is not."""
    board = _board(ARABIC)
    body = docx.Document(io.BytesIO(_word(board))).element.body
    turned = [
        p for p in body.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    ]
    texts = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in turned]
    assert texts
    assert all(text.startswith(ARABIC) for text in texts)
    assert all(p.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:rtl')}") is not None for p in turned)


def test_the_first_letter_with_a_direction_decides() -> None:
    """Digits and signs have no direction of their own; a Latin letter before an Arabic one keeps the text as it is."""
    assert right_to_left(f"12 – {ARABIC}")
    assert not right_to_left(f"Center {ARABIC}")
    assert not right_to_left("Zürich, 3 November")


def test_the_language_of_the_whole_document_is_american_english() -> None:
    """A program that reads aloud or checks spelling finds the language in the defaults."""
    defaults = docx.Document(io.BytesIO(_word(_board("Riverbend")))).styles.element
    (language,) = defaults.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-US"


def test_short_columns_take_what_they_need() -> None:
    """A column of numbers is narrower than one of sentences, and together they fill the width of the text."""
    (table,) = read(f"| No. | What |\n|---|---|\n| 1 | {'many words ' * 9} |\n").blocks
    assert isinstance(table, Table)
    number, words = column_widths(table)
    assert number * 5 < words
    assert 9000 < number + words <= 9072


def test_an_svg_logo_stands_in_word_with_a_png_beside_it() -> None:
    """A Word that knows SVG shows the drawing, an older one the PNG; both carry what the logo shows."""
    look = Look(logo=Logo(data=SVG, type="svg", alt="Two hands"))
    data = _word(_board("Riverbend"), Rendering(look=look))
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        assert SVG in [whole.read(name) for name in whole.namelist() if name.endswith(".svg")]
        assert any(name.endswith(".png") for name in whole.namelist())
        body = etree.fromstring(whole.read("word/document.xml"))
    assert [each.get("descr") for each in body.iter(qn("wp:docPr"))] == ["Two hands"]


def test_every_drawing_of_a_report_has_a_name_of_its_own() -> None:
    """No two pictures of a full report, logo and all, share a file, or an id that Word knows them by."""
    look = Look(logo=Logo(data=SVG, type="svg", alt="Two hands"))
    handout = example_handout("county-funded-california")
    data = _word(replace(handout, draft=True), Rendering(look=look))
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        names = [name for name in whole.namelist() if name.endswith(".svg")]
        body = etree.fromstring(whole.read("word/document.xml"))
    ids = [each.get("id") for each in body.iter(qn("wp:docPr"))]
    assert len(names) == len(set(names)) == len(handout.pictures) + 1
    assert len(ids) == len(set(ids)) == len(names)
