"""Where the store lies."""

import os
from collections.abc import Mapping
from pathlib import Path


def default_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the store lies unless somebody says otherwise: READINESS_STORE, else the user's data folder."""
    named = environ.get("READINESS_STORE")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("readiness", appauthor=False) / "store.sqlite3"
