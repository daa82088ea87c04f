"""Golden files of every kind and format, from the three example agencies; `make reports` writes them anew.

HTML and JSON are kept as they are. Of PDF and Word the text is kept, with one space between words: what is in them and
in which order, not where on the page it stands.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.reports.shipped import EXAMPLES, STEMS, example_handout

from readiness.reports.formats import Format, render
from readiness.reports.kinds import KINDS, Kind

GOLDEN = Path(__file__).parent / "golden"
ENDINGS: dict[Format, str] = {
    "md": "md",
    "html": "html",
    "json": "json",
    "pdf": "pdf.txt",
    "docx": "docx.txt",
}


def cases() -> Iterator[tuple[str, Kind, Format]]:
    """Every example in every kind and format."""
    for stem in STEMS:
        for kind in KINDS:
            for form in ENDINGS:
                yield stem, kind, form


def path_of(stem: str, kind: Kind, form: Format) -> Path:
    """Where a golden file lies; the full report in Markdown lies beside its answers, for people to read."""
    if (kind, form) == ("full", "md"):
        return EXAMPLES / f"{stem}.report.md"
    return GOLDEN / stem / f"{kind}.{ENDINGS[form]}"


def made(stem: str, kind: Kind, form: Format) -> str:
    """What is in a golden file, made now."""
    data = render(example_handout(stem, kind), form)
    if form == "pdf":
        return text_of_pdf(data)
    return text_of_docx(data) if form == "docx" else data.decode()


def text_of_pdf(data: bytes) -> str:
    """The text of a PDF, page by page."""
    from pypdf import PdfReader

    pages = (page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return "".join(f"--- page {n} ---\n{_normal(text)}\n" for n, text in enumerate(pages, 1))


def text_of_docx(data: bytes) -> str:
    """The text of a Word document, paragraph by paragraph, with the style of each, and of its tables."""
    import docx
    from docx.oxml.ns import qn

    body = docx.Document(io.BytesIO(data)).element.body
    lines = []
    for paragraph in body.iter(qn("w:p")):
        style = (
            paragraph.pPr.pStyle.val
            if paragraph.pPr is not None and paragraph.pPr.pStyle is not None
            else ""
        )
        words = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        alts = [str(node.get("descr")) for node in paragraph.iter(qn("wp:docPr"))]
        lines.append(f"{style}: {_normal(' '.join([words, *alts]))}".strip())
    return "\n".join(lines) + "\n"


def _normal(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


def main() -> None:
    """Writes every golden file."""
    for stem, kind, form in cases():
        path = path_of(stem, kind, form)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made(stem, kind, form), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(EXAMPLES.parent)}\n")


if __name__ == "__main__":
    main()
