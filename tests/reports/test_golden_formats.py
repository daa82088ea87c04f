"""Every kind of report in every format, held against a golden file (`make reports` writes them anew)."""

import pytest
from tests.reports.goldens import GOLDEN, cases, made, path_of

from readiness.reports.formats import Format
from readiness.reports.kinds import Kind


@pytest.mark.parametrize(("stem", "kind", "form"), list(cases()))
def test_a_report_is_its_golden_file(stem: str, kind: Kind, form: Format) -> None:
    """What is made now is, word for word, what people looked at and committed."""
    assert made(stem, kind, form) == path_of(stem, kind, form).read_text("utf-8")


def test_no_golden_file_is_left_over() -> None:
    """Each golden file is that of a report that is still made."""
    kept = {path for path in GOLDEN.rglob("*") if path.is_file()}
    assert kept <= {path_of(*case) for case in cases()}
