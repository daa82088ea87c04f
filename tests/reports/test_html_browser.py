"""HTML reports in a browser: accessible, no wider than a phone, with no call to anywhere."""

from pathlib import Path

import pytest
from tests.reports.browser import look, printed_pages, too_wide
from tests.reports.shipped import example_handout

from readiness.reports.formats import render

EXAMPLES = ("county-funded-california", "mature-agency", "small-volunteer-program")
WINDOWS = {
    "narrow": ("--window-size=500,900",),
    "wide": ("--window-size=1400,900",),
    "dark": ("--window-size=1400,900", "--blink-settings=preferredColorScheme=0"),
}


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_browser_has_nothing_to_say_against_a_report(
    name: str, window: str, tmp_path: Path
) -> None:
    """axe-core finds no violation, nothing scrolls sideways, and nothing is called for or goes wrong."""
    html = render(example_handout(name), "html").decode()
    assert look(html, tmp_path, *WINDOWS[window]) == {"violations": [], "wide": 0, "faults": []}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_is_no_wider_than_a_phone(name: str, tmp_path: Path) -> None:
    """At 360 pixels nothing scrolls sideways."""
    assert too_wide(render(example_handout(name), "html").decode(), tmp_path, 360) == 0


def test_a_report_prints_as_long_as_it_is(tmp_path: Path) -> None:
    """Printing leaves out the table of contents and breaks the report into pages, none of them nearly empty."""
    html = render(example_handout("small-volunteer-program"), "html").decode()
    assert 18 <= printed_pages(html, tmp_path) <= 30


def test_the_browser_does_find_what_is_wrong(tmp_path: Path) -> None:
    """A page with a picture without words, a line too long and a call to elsewhere is found out: the check can fail."""
    html = (
        "<!DOCTYPE html><html><head><title>x</title></head><body>"
        "<img src='file:///nowhere.png'><pre style='width:3000px'>x</pre></body></html>"
    )
    found = look(html, tmp_path, *WINDOWS["narrow"])
    assert any(said.startswith("image-alt") for said in found["violations"])
    assert found["wide"] > 0
    assert too_wide(html, tmp_path, 360) > 2000
    assert found["faults"]
