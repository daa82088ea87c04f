"""What a Python program gets from `import readiness`."""

import subprocess
import sys

import pytest

import readiness
from readiness.errors import NotFound

_BARE = """
import sys
before = set(sys.modules)
import readiness
print(*sorted(set(sys.modules) - before))
"""
_CONTRACT = """
import readiness
item = readiness.questionnaire("employer-competencies").item("culture.basics")
print(readiness.conversation.interpret("we are mostly there", item).value)
"""


def _printed(script: str) -> str:
    """What a new process prints."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return done.stdout.decode("utf-8").strip()


def test_the_shipped_questionnaire() -> None:
    """A questionnaire is there by its id, with its sections and the items of each."""
    questionnaire = readiness.questionnaire("employer-competencies")
    assert questionnaire.id == "employer-competencies"
    assert len(questionnaire.sections) == 11
    assert [item for section in questionnaire.sections for item in section.items] == list(
        questionnaire.items()
    )


def test_an_item_by_its_full_id() -> None:
    """An item is found by section and name, and is the one that its section holds."""
    item = readiness.questionnaire("employer-competencies").item("culture.basics")
    assert (item.id, item.section, item.kind) == ("culture.basics", "culture", "choice")


def test_unknown_questionnaire() -> None:
    """An unknown id is told in words, with the nearest that there is."""
    with pytest.raises(NotFound, match=r"Did you mean employer-competencies\?"):
        readiness.questionnaire("employer-competences")


def test_unknown_name() -> None:
    """The package has no name that it does not give."""
    assert not hasattr(readiness, "nothing_of_the_kind")


def test_interpreting_needs_only_the_package() -> None:
    """A new process that imports nothing but the package can have a typed answer read."""
    assert _printed(_CONTRACT) == "mostly"


def test_importing_the_package_imports_nothing() -> None:
    """`import readiness` alone loads no other module, neither of ours nor of others."""
    assert _printed(_BARE) == "readiness"
