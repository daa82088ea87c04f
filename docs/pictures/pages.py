"""Pages of the example's reports, as PDF and Word show them: `make pictures`, after the screens.

Needs pdftoppm (poppler-utils) and soffice (LibreOffice); without one of them it says so and leaves the pictures alone.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader

from readiness import reports, resources
from readiness.domain.evaluation import evaluate
from readiness.loading import Library, load_answers
from readiness.reports import Content
from readiness.reports.formats import Format, render
from readiness.reports.kinds import Kind

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "county-funded-california.answers.yaml"
DOTS = 72  # to the inch: large enough to read, small enough for a repository
# The name of each picture, what it is a page of, and what stands on that page; without words, the first.
PAGES: tuple[tuple[str, Kind, Format, str], ...] = (
    ("pdf-cover", "full", "pdf", ""),
    ("pdf-verdicts", "full", "pdf", "Before you hire more peers"),
    ("pdf-plan", "full", "pdf", "Days count from"),
    ("pdf-checklist", "full", "pdf", "Hand over the welcome binder"),
    ("pdf-scorecard", "full", "pdf", "How much is in place, part by part"),
    ("pdf-board", "board", "pdf", ""),
    ("pdf-monday", "monday", "pdf", ""),
    ("word-first", "full", "docx", ""),
    ("word-scorecard", "full", "docx", "How much is in place, part by part"),
)


def written(kind: Kind, form: Format) -> bytes:
    """The example agency's report."""
    library = Library([resources.questionnaires()])
    loaded = load_answers(EXAMPLE, library)
    chosen = library.questionnaires([*loaded.assessment.questionnaires, "onboarding"])
    content = Content(
        sources=library.sources,
        trainings=library.trainings,
        resources=library.resources,
        lived_experience=library.lived_experience,
    )
    found = evaluate(loaded.assessment, chosen, loaded.plan)
    return render(reports.handout(found, content, kind=kind), form)


def as_pdf(word: bytes, folder: Path) -> bytes:
    """A Word document as LibreOffice prints it."""
    (folder / "report.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*call, str(folder / "report.docx")], check=True, capture_output=True)
    return (folder / "report.pdf").read_bytes()


def page_with(pdf: bytes, words: str) -> int:
    """The number of the first page, after that of the contents, on which some words stand."""
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]
    return next(n for n, text in enumerate(pages, 1) if words in text)


def draw(folder: Path) -> None:
    """Draw every page."""
    made: dict[tuple[Kind, Format], bytes] = {}
    for name, kind, form, words in PAGES:
        if (kind, form) not in made:
            data = written(kind, form)
            made[kind, form] = as_pdf(data, folder) if form == "docx" else data
        pdf = folder / "page.pdf"
        pdf.write_bytes(made[kind, form])
        number = str(page_with(made[kind, form], words))
        options = ["-png", "-singlefile", "-r", str(DOTS), "-f", number, "-l", number]
        call = ["pdftoppm", *options, str(pdf), str(HERE / name)]
        subprocess.run(call, check=True, capture_output=True)
        sys.stderr.write(f"drew {HERE / name}.png\n")


if __name__ == "__main__":
    missing = [name for name in ("pdftoppm", "soffice") if shutil.which(name) is None]
    if missing:
        sys.exit(f"The pages of reports stay as they are: {' and '.join(missing)} not installed.")
    with tempfile.TemporaryDirectory() as scratch:
        draw(Path(scratch))
