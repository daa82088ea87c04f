"""Files that people write, in and out: the only place that parses YAML.

Everything that is wrong with a file comes at once, with line and column, as `InvalidInput`. The rooms, each built on
those before it: ::

    tree              a file's text, parsed, typed by a model, with the place of everything
    content           the files beside the questionnaires: sources, trainings, phrases, …
    questionnaires    scales, items, conditions and retired ids
    shelf, own        which files there are, and which of the user's own can be used
    look              how a report looks
    library           what they hold, by name
    answers           answers files, read and written
    authors           checks, advice and a schema for people who write questionnaires

Names are imported when they are first used, because most commands need few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.loading.answers.reading import (
        AnswersFile,
        LoadedAnswers,
        load_answers,
        parse_answers,
    )
    from readiness.loading.answers.writing import dump_answers
    from readiness.loading.authors.checking import check_files
    from readiness.loading.authors.schema import json_schema
    from readiness.loading.authors.showing import show_json
    from readiness.loading.content.lexicon import Lexicon, shipped_lexicon
    from readiness.loading.content.phrases import shipped_phrases
    from readiness.loading.library import Library
    from readiness.loading.look import load_look

_WHERE = {
    "AnswersFile": "answers.reading",
    "Lexicon": "content.lexicon",
    "Library": "library",
    "LoadedAnswers": "answers.reading",
    "check_files": "authors.checking",
    "dump_answers": "answers.writing",
    "json_schema": "authors.schema",
    "load_answers": "answers.reading",
    "load_look": "look",
    "parse_answers": "answers.reading",
    "shipped_lexicon": "content.lexicon",
    "shipped_phrases": "content.phrases",
    "show_json": "authors.showing",
}

__all__ = [
    "AnswersFile",
    "Lexicon",
    "Library",
    "LoadedAnswers",
    "check_files",
    "dump_answers",
    "json_schema",
    "load_answers",
    "load_look",
    "parse_answers",
    "shipped_lexicon",
    "shipped_phrases",
    "show_json",
]


def __getattr__(name: str) -> object:
    if name in _WHERE:
        return getattr(import_module(f"readiness.loading.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
