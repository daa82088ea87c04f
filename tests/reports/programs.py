"""Programs beside the product that some tests need: they skip without them, but not where all checks are asked for."""

import os
import shutil
from typing import NoReturn

import pytest

# CI sets it: there a program that is missing is a fault, and not a reason to skip.
ALL_CHECKS = "READINESS_ALL_CHECKS"


def program(*names: str) -> str:
    """The first of these programs that is installed."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        missing(names[0])
    return found


def missing(name: str) -> NoReturn:
    """Skips a test for want of something; fails it where all checks are asked for."""
    if os.environ.get(ALL_CHECKS):
        pytest.fail(f"{name} is needed here and not installed")
    pytest.skip(f"{name} is not installed")
