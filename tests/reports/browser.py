"""Headless Chromium, for what only a browser can tell of a page."""

import importlib.util
import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.reports.programs import missing, program

_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--disable-dev-shm-usage"),
)


def chromium() -> str:
    """The browser; skips the test where there is none, unless it has to be there."""
    return program("chromium", "chromium-browser")


def axe() -> str:
    """The source of axe-core, which the package axe-playwright-python carries."""
    spec = importlib.util.find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        missing("axe-playwright-python")
    return (Path(spec.origin).parent / "axe.min.js").read_text("utf-8")


def run(page: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """The browser, once, on a page of this machine, with a profile of its own."""
    with tempfile.TemporaryDirectory(prefix="browser-") as profile:
        return subprocess.run(
            [chromium(), *_QUIET, f"--user-data-dir={profile}", *options, page.as_uri()],
            capture_output=True,
            check=False,
            timeout=120,
        )


def look(html: str, folder: Path, *options: str) -> dict[str, Any]:
    """What a browser finds out about a page: `violations` of axe-core, `wide` (how many pixels it is too wide), and
    `faults` (messages on the console and calls for anything that is not in the file)."""
    script = """
    <script>AXE</script>
    <script>
      const faults = [];
      addEventListener("error", e => faults.push(String(e.message || e.target.src || e)), true);
      addEventListener("securitypolicyviolation", e => faults.push(e.blockedURI));
      addEventListener("load", async () => {
        const found = await axe.run(document, {resultTypes: ["violations"]});
        const told = {
          violations: found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html).slice(0, 3)),
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          faults: faults.concat(performance.getEntriesByType("resource").map(r => r.name)
            .filter(name => !name.startsWith("data:"))),
        };
        const said = document.createElement("script");
        said.type = "application/json"; said.id = "told"; said.textContent = JSON.stringify(told);
        document.body.append(said);
      });
    </script>"""
    page = folder / "page.html"
    page.write_text(html.replace("</head>", script.replace("AXE", axe()) + "</head>", 1), "utf-8")
    done = run(page, "--virtual-time-budget=60000", "--dump-dom", *options)
    told = re.search(
        r'<script type="application/json" id="told">(.*?)</script>', done.stdout.decode(), re.DOTALL
    )
    assert told is not None, done.stderr.decode()[-2000:]
    found = json.loads(told[1])
    assert isinstance(found, dict)
    return found


def too_wide(html: str, folder: Path, width: int) -> int:
    """By how many pixels a page is wider than a window of some width; a browser's own windows begin at 500."""
    frame = folder / "frame.html"
    inside = html.replace("&", "&amp;").replace('"', "&quot;")
    frame.write_text(
        f"""<!DOCTYPE html><title>frame</title>
        <iframe id="page" style="width:{width}px;height:800px;border:0" srcdoc="{inside}"></iframe>
        <script>addEventListener("load", () => {{
          const inner = document.getElementById("page").contentDocument.documentElement;
          document.body.setAttribute("data-wide", inner.scrollWidth - {width});
        }});</script>""",
        "utf-8",
    )
    done = run(frame, "--virtual-time-budget=20000", "--dump-dom", "--window-size=900,900")
    told = re.search(r'data-wide="(-?\d+)"', done.stdout.decode())
    assert told is not None, done.stderr.decode()[-2000:]
    return max(int(told[1]), 0)


def printed_pages(html: str, folder: Path) -> int:
    """How many pages a page prints to."""
    page, paper = folder / "print.html", folder / "print.pdf"
    page.write_text(html, "utf-8")
    done = run(page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    assert paper.exists(), done.stderr.decode()[-2000:]
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper.read_bytes()))
