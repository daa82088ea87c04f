"""The content is found however the product was installed: from a wheel, editable, or straight from a checkout."""

import json
import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from readiness import resources

ROOT = Path(__file__).parents[1]
_WHERE = """
import json, readiness
from readiness import resources
from readiness.cli import run
code = run(["questionnaires", "list"])
print(json.dumps([code, readiness.__file__, str(resources.questionnaires()), str(resources.templates())]))
"""


def _found(*paths: Path, cwd: Path) -> tuple[list[str], Path, Path, Path]:
    """What a new process outside the checkout finds: questionnaires, the package, and both folders of content."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    done = subprocess.run(
        [sys.executable, "-c", _WHERE], cwd=cwd, env=environ, capture_output=True, check=True
    )
    *listed, last = done.stdout.decode("utf-8").splitlines()
    code, package, questionnaires, templates = json.loads(last)
    assert code == 0
    names = [line.split("\t")[0] for line in listed]
    return names, Path(package), Path(questionnaires), Path(templates)


def _same(folder: Path, other: Path) -> bool:
    ours = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    theirs = {path.name: path.read_bytes() for path in other.iterdir() if path.is_file()}
    return ours == theirs


def test_checkout(tmp_path: Path) -> None:
    """Straight from a checkout, the content is that of the repository."""
    names, package, questionnaires, templates = _found(ROOT / "src", cwd=tmp_path)
    assert package == ROOT / "src" / "readiness" / "__init__.py"
    assert questionnaires == ROOT / "questionnaires"
    assert templates == ROOT / "reports" / "templates"
    assert "employer-competencies" in names


def test_as_installed_here(tmp_path: Path) -> None:
    """As it is installed for these tests (editable, with `make test`), the content is found from any folder."""
    names, _, questionnaires, templates = _found(cwd=tmp_path)
    assert _same(questionnaires, resources.questionnaires())
    assert _same(templates, resources.templates())
    assert len(names) == 5


@pytest.mark.skipif(
    not (find_spec("build") and find_spec("hatchling")), reason="build and hatchling are not here"
)
def test_wheel(tmp_path: Path) -> None:
    """An installed wheel carries the content inside the package, whole, and needs no checkout."""
    built = tmp_path / "built"
    subprocess.run(
        [
            sys.executable, "-m", "build", "--wheel", "--no-isolation",
            "--outdir", str(built), str(ROOT),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    names, package, questionnaires, templates = _found(site, cwd=tmp_path)
    assert package == site / "readiness" / "__init__.py"
    assert questionnaires.is_relative_to(site)
    assert _same(questionnaires, ROOT / "questionnaires")
    assert _same(templates, ROOT / "reports" / "templates")
    assert len(names) == 5
    inside = {path.name for path in (site / "readiness").iterdir()}
    assert {"py.typed", "tui", "cli"} <= inside
    assert {path.name for path in site.iterdir() if not path.name.endswith(".dist-info")} == {
        "readiness"
    }


def test_missing_content_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that lies beside no content says which folder is missing."""
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "a" / "b" / "readiness")
    with pytest.raises(RuntimeError, match="no folder questionnaires"):
        resources.questionnaires()
