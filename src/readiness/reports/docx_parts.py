"""Parts of a Word document that python-docx has no call for: boxes to tick, links, bookmarks, fields, SVG pictures."""

from collections.abc import Collection, Mapping
from typing import Any, cast

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_CHECKBOX_SPACE = "http://schemas.microsoft.com/office/word/2010/wordml"
_SVG_SPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
# The id by which Word knows the extension that carries an SVG picture ([MS-ODRAWXML], svgBlip).
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
LOGO_HEIGHT = Cm(2)
TEXT_WIDTH = Cm(16)
ALIGNED = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}
# The order is that of the schema: Word takes a file with another order for damaged.
_ORDER = ("link", "code", "bold", "italic", "struck")
_PROPERTIES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "link": ("w:rStyle", {"val": "Hyperlink"}),
    "code": ("w:rFonts", {"ascii": "Consolas", "hAnsi": "Consolas", "cs": "Consolas"}),
    "bold": ("w:b", {}),
    "italic": ("w:i", {}),
    "struck": ("w:strike", {}),
}
_EMPTY, _TICKED = "\u2610", "\u2612"


def element(tag: str, /, **attributes: str) -> Any:
    """An XML element such as `w:p`, with attributes of the same name space."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def checkbox(paragraph: Paragraph, done: bool, label: str) -> None:
    """A box that can be ticked in Word, at the end of a paragraph; `label` is what it is called there."""
    sign = _TICKED if done else _EMPTY
    paragraph._p.append(
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
    paragraph.add_run(" ")


def web_link(paragraph: Paragraph, into: Any, target: str) -> Any:
    """A link to the web, for runs to go into."""
    made = element("w:hyperlink")
    kind = RELATIONSHIP_TYPE.HYPERLINK
    made.set(qn("r:id"), paragraph.part.relate_to(target, kind, is_external=True))
    into.append(made)
    return made


def inner_link(into: Any, bookmark_name: str) -> Any:
    """A link to a bookmark, for runs to go into."""
    made = element("w:hyperlink", anchor=bookmark_name, history="1")
    into.append(made)
    return made


def add_run(into: Any, text: str, marks: Collection[str]) -> None:
    """Words at the end of a paragraph or a link.

    Args:
        into: the element they go into.
        text: without control characters, which XML cannot hold.
        marks: any of bold, italic, struck, code and link.
    """
    run = element("w:r")
    if marks:
        properties = element("w:rPr")
        for mark in _ORDER:
            if mark in marks:
                name, attributes = _PROPERTIES[mark]
                properties.append(element(name, **attributes))
        run.append(properties)
    words = element("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    into.append(run)


def add_break(into: Any) -> None:
    """A new line in the same paragraph."""
    run = element("w:r")
    run.append(element("w:br"))
    into.append(run)


def png(svg: bytes) -> bytes:
    """A picture as PNG, sharp enough for paper."""
    import typst

    page = '#set page(width: 16cm, height: auto, margin: 0pt)\n#image("drawing.svg", width: 100%)'
    files: Any = {"main.typ": page.encode(), "drawing.svg": svg}
    return bytes(cast(bytes, typst.Compiler().compile(files, format="png", ppi=200)))


def bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    """A bookmark around a whole paragraph; `number` is unique in the document."""
    paragraph._p.insert(
        1 if paragraph._p.pPr is not None else 0,
        element("w:bookmarkStart", id=str(number), name=name),
    )
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


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


def number_by(paragraph: Paragraph, numbering: int) -> None:
    """Count a paragraph by a numbering of `numbered_anew`."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def repeat_head(row: Any) -> None:
    """Let a row of a table stand again at the top of each page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_whole(row: Any) -> None:
    """Let no page break go through a row of a table."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def describe(run: Run, alt: str, title: str) -> None:
    """Say what a picture shows, for people who do not see it."""
    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("descr", alt)
        properties.set("title", title)


def with_svg(document: Document, run: Run, svg: bytes, number: int) -> None:
    """Put the SVG beside the PNG of a picture: a Word of 2019 or later shows it, an older one the PNG."""
    part = Part(
        PackURI(f"/word/media/drawing{number}.svg"), "image/svg+xml", svg, document.part.package
    )
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    for blip in run._r.iter(qn("a:blip")):
        blip.append(
            parse_xml(
                f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{_SVG_EXTENSION}">'
                f'<asvg:svgBlip xmlns:asvg="{_SVG_SPACE}" r:embed="{relation}"/></a:ext></a:extLst>'
            )
        )
