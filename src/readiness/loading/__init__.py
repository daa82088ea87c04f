"""Files that people write, in and out: the only place that parses YAML.

Everything that is wrong with a file comes at once, with line and column, as `InvalidInput`. Names are imported when
they are first used, because most commands need few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.loading.answers import AnswersFile, LoadedAnswers, load_answers, parse_answers
    from readiness.loading.checking import check_files
    from readiness.loading.dumping import dump_answers
    from readiness.loading.library import Library
    from readiness.loading.schema import json_schema
    from readiness.loading.showing import show_json

_WHERE = {
    "AnswersFile": "answers",
    "Library": "library",
    "LoadedAnswers": "answers",
    "check_files": "checking",
    "dump_answers": "dumping",
    "json_schema": "schema",
    "load_answers": "answers",
    "parse_answers": "answers",
    "show_json": "showing",
}

__all__ = [
    "AnswersFile",
    "Library",
    "LoadedAnswers",
    "check_files",
    "dump_answers",
    "json_schema",
    "load_answers",
    "parse_answers",
    "show_json",
]


def __getattr__(name: str) -> object:
    if name in _WHERE:
        return getattr(import_module(f"readiness.loading.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
