"""Word documents as another program reads them."""

import subprocess
from pathlib import Path

import pytest
from tests.reports.goldens import text_of_pdf
from tests.reports.programs import program
from tests.reports.shipped import STEMS, example_handout

from readiness.reports.formats import render


@pytest.mark.parametrize("stem", STEMS)
def test_libreoffice_opens_a_report_without_complaint(stem: str, tmp_path: Path) -> None:
    """LibreOffice makes a PDF of it, says nothing on its error stream, and every heading is in that PDF."""
    office = program("soffice", "libreoffice")
    handout = example_handout(stem)
    (tmp_path / "report.docx").write_bytes(render(handout, "docx"))
    done = subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)),
            str(tmp_path / "report.docx"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0
    assert "rror" not in done.stdout + done.stderr
    text = text_of_pdf((tmp_path / "report.pdf").read_bytes())
    for heading in ("Where you stand", "Onboarding checklist", "Scorecard", "How scores are made"):
        assert heading in text
    assert "\u2610" in text
