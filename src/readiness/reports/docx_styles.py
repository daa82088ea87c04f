"""A new Word document with the styles of a report."""

from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from readiness.reports.docx_parts import page_number
from readiness.reports.kinds import Handout
from readiness.reports.rendering import PaperSize, Rendering

_SIZES: dict[PaperSize, tuple[float, float]] = {"letter": (21.59, 27.94), "a4": (21.0, 29.7)}
_FONT = "Calibri"
_HEADINGS = {1: 16, 2: 13, 3: 11}
_INDENT = 0.75
LANGUAGE = "en-US"


def document(handout: Handout, title: str, how: Rendering) -> Document:
    """An empty document: pages, styles, running foot and properties."""
    word = docx.Document()
    accent = RGBColor.from_string(how.look.accent.lstrip("#").upper())
    second = RGBColor.from_string(how.look.second.lstrip("#").upper())
    _pages(word, how.paper)
    _texts(word, accent, second)
    _lists(word)
    _links(word, accent)
    _table(word)
    _foot(word, handout)
    properties = word.core_properties
    properties.title = (title or handout.title)[:255]
    properties.author = handout.cover.facilitator[:255]
    properties.subject = handout.cover.kind
    properties.language = LANGUAGE
    properties.comments = ""
    return word


def _pages(word: Document, paper: PaperSize) -> None:
    section = word.sections[0]
    width, height = _SIZES[paper]
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm((width - 16) / 2)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _texts(word: Document, accent: RGBColor, second: RGBColor) -> None:
    normal = _style(word, "Normal")
    _font(normal, 11)
    normal.paragraph_format.space_after = Pt(6)
    for level, size in _HEADINGS.items():
        heading = _style(word, f"Heading {level}")
        _font(heading, size, accent)
        heading.paragraph_format.space_before = Pt(18 if level == 1 else 12)
        heading.paragraph_format.space_after = Pt(4)
    _font(_style(word, "Title"), 24, accent)
    _font(_style(word, "Subtitle"), 12, second)
    _font(_style(word, "Caption"), 9, RGBColor(0x50, 0x50, 0x50))
    _font(_style(word, "Footer"), 9, RGBColor(0x50, 0x50, 0x50))
    quote = _style(word, "Quote")
    _font(quote, 11, RGBColor(0x20, 0x20, 0x20))
    quote.paragraph_format.left_indent = Cm(_INDENT)


def _lists(word: Document) -> None:
    """Entries with a box: as far in as others of their depth, the box hanging out."""
    for depth in (1, 2, 3):
        name = "Task" if depth == 1 else f"Task {depth}"
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        style.paragraph_format.left_indent = Cm(_INDENT * depth)
        style.paragraph_format.first_line_indent = Cm(-_INDENT)
        style.paragraph_format.space_after = Pt(3)
        style.quick_style = True


def _links(word: Document, accent: RGBColor) -> None:
    style = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = accent
    style.font.underline = True


def _table(word: Document) -> None:
    """A table with thin lines between its rows and a stronger one below its head."""
    words: Any = word.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    words.base_style = word.styles["Normal"]
    words.font.size = Pt(9)
    words.paragraph_format.space_before = words.paragraph_format.space_after = Pt(2)
    words.paragraph_format.line_spacing = 1.0
    style: Any = word.styles.add_style("Readiness Table", WD_STYLE_TYPE.TABLE)
    style.base_style = word.styles["Normal Table"]
    style.font.size = Pt(9)
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>"
            '<w:bottom w:val="single" w:sz="4" w:color="A0A0A0"/>'
            '<w:insideH w:val="single" w:sz="4" w:color="C8C8C8"/></w:tblBorders>'
            '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
        )
    )
    style.element.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tcPr><w:tcBorders>'
            '<w:bottom w:val="single" w:sz="8" w:color="202020"/></w:tcBorders></w:tcPr>'
            "</w:tblStylePr>"
        )
    )


def _foot(word: Document, handout: Handout) -> None:
    section = word.sections[0]
    foot = section.footer.paragraphs[0]
    said = [part for part in (handout.cover.agency[:70], handout.cover.day) if part]
    foot.add_run(" · ".join(said) + "    ")
    page_number(foot)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if handout.draft:
        from readiness.reports import phrases

        mark = section.header.paragraphs[0].add_run(phrases.DRAFT)
        mark.font.size, mark.font.bold = Pt(28), True
        mark.font.color.rgb = RGBColor(0xB0, 0xB0, 0xB0)


def _style(word: Document, name: str) -> ParagraphStyle:
    style = word.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101  the names are those of Word's own styles
    return style


def _font(style: ParagraphStyle, size: float, colour: RGBColor | None = None) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    if colour is not None:
        style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
