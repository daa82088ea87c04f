"""Parts of a Word document: paragraphs, runs, boxes to tick, links, bookmarks, fields, SVG pictures.

They are written as the elements of the file, and not by the calls of python-docx, which look up a style by its name for
each paragraph (docs/performance.md says what that costs). The order of elements is that of the schema: Word takes a
file with another order for damaged.
"""

from collections.abc import Collection, Mapping
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement

from readiness.reports.words import right_to_left

_CHECKBOX_SPACE = "http://schemas.microsoft.com/office/word/2010/wordml"
_SVG_SPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
# The id by which Word knows the extension that carries an SVG picture ([MS-ODRAWXML], svgBlip).
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
LOGO_HEIGHT = Cm(2)
TEXT_WIDTH = Cm(16)
_WORD = qn("w:p").removesuffix("p")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN, _TEXT, _ABOUT_RUN = qn("w:r"), qn("w:t"), qn("w:rPr")
_ORDER = ("link", "code", "bold", "italic", "struck")
_PROPERTIES: Mapping[str, tuple[tuple[str, Mapping[str, str]], ...]] = {
    "link": (("rStyle", {"val": "Hyperlink"}),),
    "code": (("rFonts", {"ascii": "Consolas", "hAnsi": "Consolas", "cs": "Consolas"}),),
    "bold": (("b", {}), ("bCs", {})),
    "italic": (("i", {}), ("iCs", {})),
    "struck": (("strike", {}),),
}
_EMPTY, _TICKED = "\u2610", "\u2612"


def element(tag: str, /, **attributes: str) -> Any:
    """An XML element such as `w:p`, with attributes of the same name space."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(_WORD + key, value)
    return made


def inside(parent: Any, tag: str, /, **attributes: str) -> Any:
    """A new element of Word's name space at the end of another."""
    made = SubElement(parent, _WORD + tag)
    for key, value in attributes.items():
        made.set(_WORD + key, value)
    return made


def shape(
    paragraph: Any,
    style: str = "",
    *,
    keep: bool = False,
    numbering: int | None = None,
    turned: bool = False,
    align: str = "",
) -> Any:
    """Say how a new paragraph looks; the paragraph.

    Args:
        paragraph: the element.
        style: the id of a style; none for that of plain text.
        keep: whether it stays on a page with what follows.
        numbering: that of `numbered_anew`.
        turned: whether it is written from right to left.
        align: right or center.
    """
    if style or keep or numbering is not None or turned or align:
        about = inside(paragraph, "pPr")
        if style:
            inside(about, "pStyle", val=style)
        if keep:
            inside(about, "keepNext")
        if numbering is not None:
            number = inside(about, "numPr")
            inside(number, "ilvl", val="0")
            inside(number, "numId", val=str(numbering))
        if turned:
            inside(about, "bidi")
        if align:
            inside(about, "jc", val=align)
    return paragraph


def checkbox(paragraph: Any, done: bool, label: str) -> None:
    """A box that can be ticked in Word, at the end of a paragraph; `label` is what it is called there."""
    sign = _TICKED if done else _EMPTY
    paragraph.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="{_CHECKBOX_SPACE}"><w:sdtPr>'
            f'<w:alias w:val="{label}"/><w14:checkbox><w14:checked w14:val="{int(done)}"/>'
            '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic"'
            f' w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>{sign}</w:t></w:r>'
            "</w:sdtContent></w:sdt>"
        )
    )


def web_link(document: Document, into: Any, target: str) -> Any:
    """A link to the web, for runs to go into."""
    made = inside(into, "hyperlink")
    kind = RELATIONSHIP_TYPE.HYPERLINK
    made.set(qn("r:id"), document.part.relate_to(target, kind, is_external=True))
    return made


def inner_link(into: Any, bookmark_name: str) -> Any:
    """A link to a bookmark, for runs to go into."""
    return inside(into, "hyperlink", anchor=bookmark_name, history="1")


def add_run(into: Any, text: str, marks: Collection[str] = ()) -> None:
    """Words at the end of a paragraph or a link.

    Args:
        into: the element they go into.
        text: without control characters, which XML cannot hold.
        marks: any of bold, italic, struck, code and link.
    """
    run = SubElement(into, _RUN)
    turned = right_to_left(text)
    if marks or turned:
        about = SubElement(run, _ABOUT_RUN)
        for mark in _ORDER:
            if mark in marks:
                for name, attributes in _PROPERTIES[mark]:
                    inside(about, name, **attributes)
        if turned:
            inside(about, "rtl")
    words = SubElement(run, _TEXT)
    words.text = text
    words.set(_SPACE, "preserve")


def add_break(into: Any) -> None:
    """A new line in the same paragraph."""
    inside(inside(into, "r"), "br")


def add_tab(into: Any) -> None:
    """As far as the words of a paragraph stand in that has its first sign hang out."""
    inside(inside(into, "r"), "tab")


def bookmark(paragraph: Any, number: int, name: str) -> None:
    """A bookmark around a whole paragraph; `number` is unique in the document."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    paragraph.insert(1 if paragraph.pPr is not None else 0, start)
    inside(paragraph, "bookmarkEnd", id=str(number))


def page_number(paragraph: Paragraph) -> None:
    """The number of the page, which Word fills in."""
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
            continue
        asked = element("w:instrText")
        asked.text = name
        run._r.append(asked)


def numbered_anew(document: Document, style_name: str, start: int) -> int:
    """The id of a numbering that looks like a style's and begins with `start`.

    Without it, Word goes on counting from one list to the next.
    """
    numbering = document.part.numbering_part.element
    style = document.styles[style_name].element
    of_style = numbering.num_having_numId(style.pPr.numPr.numId.val)
    made = numbering.add_num(of_style.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(made.numId)


def describe(run: Run, alt: str, title: str) -> None:
    """Say what a picture shows, for people who do not see it."""
    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("descr", alt)
        properties.set("title", title)


def with_svg(document: Document, run: Run, svg: bytes, name: str) -> None:
    """Put the SVG beside the PNG of a picture: a Word of 2019 or later shows it, an older one the PNG."""
    part = Part(PackURI(f"/word/media/{name}.svg"), "image/svg+xml", svg, document.part.package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    for blip in run._r.iter(qn("a:blip")):
        blip.append(
            parse_xml(
                f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{_SVG_EXTENSION}">'
                f'<asvg:svgBlip xmlns:asvg="{_SVG_SPACE}" r:embed="{relation}"/></a:ext></a:extLst>'
            )
        )
