"""Tests about the tests: each says what it claims, and none can reach the real home."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import platformdirs

TESTS = Path(__file__).parent
_NEXT_SENTENCE = re.compile(r"[.!?][\"”’)`]*\s+[A-Z“\"`]")


def _test_functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith(
            "test"
        ):
            yield node


def _fault(claim: str | None) -> str | None:
    if not claim:
        return "states no claim"
    words = " ".join(claim.split())
    if not words.endswith((".", ".”", "?", ".)")):
        return "does not end its claim with a full stop"
    return "claims more than one sentence" if _NEXT_SENTENCE.search(words) else None


def test_every_test_states_its_claim() -> None:
    """Every test function has a docstring of one sentence."""
    faults = [
        f"{path.relative_to(TESTS)}:{test.lineno}: {test.name} {fault}"
        for path in sorted(TESTS.rglob("test_*.py"))
        for test in _test_functions(path.read_text("utf-8"))
        if (fault := _fault(ast.get_docstring(test)))
    ]
    assert faults == []


def test_claims_are_told_apart() -> None:
    """The check finds a missing claim, an unfinished one and a second sentence, and lets one sentence pass."""
    assert _fault(None)
    assert _fault("Scores stay")
    assert _fault("Scores stay. Bands too.")
    assert _fault("A score of 49.5 shows as 49, as\n    a person would say it.") is None


def test_home_is_a_folder_of_the_test(home: Path) -> None:
    """Every folder that the product could use by default lies in the home of this test."""
    folders = [
        platformdirs.user_data_dir("readiness"),
        platformdirs.user_config_dir("readiness"),
        platformdirs.user_cache_dir("readiness"),
        platformdirs.user_state_dir("readiness"),
        platformdirs.user_log_dir("readiness"),
        platformdirs.user_runtime_dir("readiness"),
        platformdirs.user_documents_dir(),
        platformdirs.user_desktop_dir(),
        os.environ["READINESS_STORE"],
        str(Path.home()),
        str(Path("~").expanduser()),
    ]
    assert [each for each in folders if not Path(each).is_relative_to(home)] == []
