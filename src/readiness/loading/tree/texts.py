"""Holds the texts of a typed file against the new types of `models.py`: ids look like ids, and texts are not empty."""

import re
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

from readiness.loading.tree.models import FullId, Id, Text
from readiness.loading.tree.place import Path, Report

_ID = re.compile("[a-z0-9_-]+")
_FULL_ID = re.compile("[a-z0-9_.-]+")

Check = Callable[[Any, Path, Report], None]


def check_texts(model: msgspec.Struct, report: Report, path: Path = ()) -> None:
    """Notes every id that is none, and every text that has to be there and is empty."""
    for name, check in _checks_of(type(model)):
        check(getattr(model, name), (*path, name), report)


@cache
def _checks_of(model: type[msgspec.Struct]) -> tuple[tuple[str, Check], ...]:
    fields = [
        field
        for each in reversed(model.__mro__)
        for field in getattr(each, "__annotations__", {}).items()
    ]
    checks = [(name, _check_of(annotation)) for name, annotation in fields]
    return tuple((name, check) for name, check in checks if check is not None)


def _check_of(annotation: Any) -> Check | None:
    """The check that a type calls for; None for none. Made once for each model, because files are large."""
    if annotation in _SIMPLE:
        return _SIMPLE[annotation]
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return _struct if _checks_of(annotation) else None
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is list:
        return _each(_check_of(arguments[0]))
    if origin is dict:
        return _entries(_check_of(arguments[0]), _check_of(arguments[1]))
    if origin in (Union, UnionType):
        return _one_of(
            [check for each in arguments if (check := _check_of(each)) is not None], arguments
        )
    return None


def _text(value: Any, path: Path, report: Report) -> None:
    if not value.strip():
        report.add(path, "there is no text here")


def _id(value: Any, path: Path, report: Report) -> None:
    if not _ID.fullmatch(value):
        report.add(path, f"`{value}` is not an id: it has lower-case letters, digits, _ and - only")


def _full_id(value: Any, path: Path, report: Report) -> None:
    if not _FULL_ID.fullmatch(value):
        report.add(
            path, f"`{value}` is not an id: it has lower-case letters, digits, dots, _ and - only"
        )


def _struct(value: Any, path: Path, report: Report) -> None:
    check_texts(value, report, path)


def _each(check: Check | None) -> Check | None:
    if check is None:
        return None

    def check_each(value: Any, path: Path, report: Report) -> None:
        for n, member in enumerate(value):
            check(member, (*path, n), report)

    return check_each


def _entries(key_check: Check | None, value_check: Check | None) -> Check | None:
    if key_check is None and value_check is None:
        return None

    def check_entries(value: Any, path: Path, report: Report) -> None:
        for key, member in value.items():
            if key_check is not None:
                key_check(key, (*path, key), report)
            if value_check is not None:
                value_check(member, (*path, key), report)

    return check_entries


def _one_of(checks: list[Check], arguments: tuple[Any, ...]) -> Check | None:
    """For `X | list[X]`, or for something that may be unset."""
    if not checks:
        return None
    if len(checks) == 1:
        only = checks[0]
        return lambda value, path, report: (
            only(value, path, report) if value is not msgspec.UNSET else None
        )
    single, several = checks if get_origin(arguments[1]) is list else checks[::-1]

    def check_one(value: Any, path: Path, report: Report) -> None:
        (several if isinstance(value, list) else single)(value, path, report)

    return check_one


_SIMPLE: dict[Any, Check] = {Id: _id, FullId: _full_id, Text: _text}
