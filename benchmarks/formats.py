"""Each format of a report against the cheapest honest way to the same content with the same library.

Everything is in one process: what is imported is imported, the view model is built, templates are compiled and fonts
found. Times are those of the processor, since none of it waits for anything. What each baseline does, and what it
leaves out, stands in docs/performance.md.
"""

import io
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import docx
import typst
from docx.shared import Cm
from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt

from benchmarks.pairs import Case, within
from readiness import reports, resources
from readiness.domain.evaluation import evaluate
from readiness.loading import Library, load_answers
from readiness.reports import markdown_renderer, pdf_renderer, pictures
from readiness.reports.content import Content
from readiness.reports.document import tree
from readiness.reports.document.reading import read
from readiness.reports.formats import Format, render
from readiness.reports.kinds import Handout
from readiness.reports.rendering import Rendering

HOW = Rendering()
_PLACE = re.compile(r"<!-- picture: ([a-z-]+) -->")
_HEADING = re.compile(r"<h2>(.*?)</h2>")


class Example(NamedTuple):
    """A whole report, and what its formats are made of."""

    handout: Handout
    drawn: Mapping[str, str]
    document: tree.Document


def cases(answers: Path) -> list[Case]:
    """Each format of the full report of an answers file."""
    shown = example(answers)
    sides: list[tuple[Format, int, float, Callable[[], object]]] = [
        ("md", 20, 1.5, plain_markdown(shown)),
        ("html", 2, 1.5, plain_html(shown)),
        ("pdf", 1, 1.6, plain_pdf(shown)),
        ("docx", 1, 1.6, plain_docx(shown)),
    ]
    return [
        Case(
            f"report as {form}",
            within(lambda form=form: render(shown.handout, form), times, time.process_time),
            within(baseline, times, time.process_time),
            limit,
        )
        for form, times, limit, baseline in sides
    ]


def example(answers: Path) -> Example:
    """The full report of an answers file."""
    library = Library([resources.questionnaires()])
    loaded = load_answers(answers, library)
    names = [*loaded.assessment.questionnaires, "onboarding"]
    content = Content(
        sources=library.sources,
        trainings=library.trainings,
        resources=library.resources,
        lived_experience=library.lived_experience,
    )
    chosen = library.questionnaires(names)
    handout = reports.handout(evaluate(loaded.assessment, chosen, loaded.plan), content)
    return Example(
        handout,
        pictures.drawn(handout.pictures.values(), HOW),
        read(markdown_renderer.render(handout, HOW, drawn=True)),
    )


def _jinja(*, escaping: bool = True) -> Environment:
    """Jinja2 as its manual shows it: compiled templates, its own escaping, no sandbox."""
    made = Environment(
        loader=FileSystemLoader(resources.templates()),
        autoescape=escaping,  # noqa: S701  the other is measured too
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(markdown_renderer.FILTERS)
    return made


def plain_markdown(
    shown: Example, *, escaping: bool = True, drawn: bool = False
) -> Callable[[], str]:
    """The same templates with the same values and filters, by Jinja2 alone."""
    template = _jinja(escaping=escaping).get_template(shown.handout.template)
    about = {"drawn": drawn, "pictures": shown.handout.pictures, "draft": shown.handout.draft}
    values = {**shown.handout.values, **about}
    return lambda: template.render(values)


def plain_html(shown: Example) -> Callable[[], bytes]:
    """Jinja2's Markdown, made HTML by markdown-it's own renderer, in the same page with the same pictures."""
    markdown = plain_markdown(shown, drawn=True)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    jinja = _jinja()
    page = jinja.get_template("page.html.j2")
    drawings = [
        (jinja.get_template(f"picture-{name}.svg.j2"), picture)
        for name, picture in shown.handout.pictures.items()
    ]
    about = {"cover": shown.handout.cover, "draft": False, "kind": "full", "look": HOW.look}

    def html() -> bytes:
        svgs = {
            picture.name: template.render(picture=picture, look=HOW.look, **picture.values)
            for template, picture in drawings
        }
        body = parser.render(markdown())
        contents = "".join(f"<li>{title}</li>" for title in _HEADING.findall(body))
        body = _PLACE.sub(lambda place: svgs.get(place[1], ""), body)
        values = {"title": shown.document.title, "logo": "", "contents": contents, "body": body}
        return page.render({**about, **values}).encode()

    return html


def plain_pdf(shown: Example) -> Callable[[], object]:
    """Typst sets the finished markup; each time by a press of its own, as one keeps what it set before."""
    markup = pdf_renderer.markup(shown.handout, shown.document, shown.drawn, HOW).encode()
    at = datetime(2000, 1, 1, tzinfo=UTC)
    options: dict[str, Any] = {"format": "pdf", "pdf_standards": "ua-1", "timestamp": at}
    return lambda: typst.Compiler().compile(markup, **options)


def plain_docx(shown: Example) -> Callable[[], bytes]:
    """python-docx by its own calls, given the finished blocks, with pictures that Typst makes as sharp."""
    compiler = typst.Compiler()
    return lambda: _Naive(shown, compiler).saved()


class _Naive:
    """Headings, paragraphs, lists, tables and pictures, one call for each."""

    def __init__(self, shown: Example, compiler: Any) -> None:
        self._drawn, self._compiler = shown.drawn, compiler
        self._word = docx.Document()
        self._word.add_paragraph(shown.document.title, style="Title")
        self._blocks(shown.document.blocks)

    def saved(self) -> bytes:
        out = io.BytesIO()
        self._word.save(out)
        return out.getvalue()

    def _blocks(self, blocks: Sequence[tree.Block], style: str | None = None) -> None:
        for block in blocks:
            if isinstance(block, tree.Heading):
                self._word.add_heading(tree.plain(block.parts), block.level - 1)
            elif isinstance(block, tree.Paragraph):
                _words(self._word.add_paragraph(style=style), block.parts)
            elif isinstance(block, tree.Entries):
                self._entries(block)
            elif isinstance(block, tree.Table):
                self._table(block)
            elif isinstance(block, tree.Quote):
                self._blocks(block.blocks, "Quote")
            elif isinstance(block, tree.Place):
                self._picture(block.picture)

    def _entries(self, block: tree.Entries) -> None:
        style = "List Bullet" if block.start is None else "List Number"
        for entry in block.entries:
            if entry.box is not None:
                self._word.add_paragraph("☒ " if entry.box else "☐ ")
            self._blocks(entry.blocks, style)

    def _table(self, block: tree.Table) -> None:
        table = self._word.add_table(rows=0, cols=len(block.head), style="Table Grid")
        for row in (block.head, *block.rows):
            for cell, parts in zip(table.add_row().cells, row, strict=True):
                _words(cell.paragraphs[0], parts)

    def _picture(self, name: str) -> None:
        page = '#set page(width: auto, height: auto, margin: 0pt)\n#image("a.svg", width: 16cm)'
        files = {"main.typ": page.encode(), "a.svg": self._drawn[name].encode()}
        png = self._compiler.compile(files, format="png", ppi=200)
        self._word.add_picture(io.BytesIO(png), width=Cm(16))


def _words(paragraph: Any, parts: Sequence[tree.Inline]) -> None:
    for text, bold, italic in _runs(parts):
        run = paragraph.add_run(text)
        if bold:
            run.bold = True
        if italic:
            run.italic = True


def _runs(
    parts: Sequence[tree.Inline], bold: bool = False, italic: bool = False
) -> Iterator[tuple[str, bool, bool]]:
    for part in parts:
        if isinstance(part, tree.Text | tree.Code):
            yield part.text, bold, italic
        elif isinstance(part, tree.Break):
            yield "\n", bold, italic
        else:
            strong = bold or isinstance(part, tree.Strong)
            yield from _runs(part.parts, strong, italic or isinstance(part, tree.Emphasis))
