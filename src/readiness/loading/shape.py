"""Holds a tree against a model, and says all that does not fit in an author's words.

msgspec types a tree that fits, in a fraction of a millisecond, but stops at its first fault and knows no lines. So a
tree that does not fit is walked once more, by us, which gives every problem and a repaired copy: what else is wrong
with the file can then be said in the same breath.
"""

import re
from typing import Any, TypeVar

import msgspec

from readiness.loading.place import Path, Report
from readiness.loading.texts import check_texts
from readiness.loading.tree import Mapping, Node, Sequence

Shaped = TypeVar("Shaped", bound=msgspec.Struct)

_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_TRUE = ("true", "yes", "on")
_FALSE = ("false", "no", "off")


def shape(tree: Mapping, model: type[Shaped], file: str) -> Shaped:
    """The tree as the model has it.

    Raises:
        InvalidInput: with every unknown key, missing key and value of the wrong kind.
    """
    report = Report(file, tree)
    made = shape_into(tree, model, report)
    report.check()
    return made


def shape_into(tree: Mapping, model: type[Shaped], report: Report) -> Shaped:
    """The tree as the model has it, for those who go on looking for problems.

    Args:
        tree: the top of a file.
        model: a file model.
        report: takes every unknown key, missing key and value of the wrong kind. While it has problems, the result
            holds stand-ins and is good for finding further problems only.
    """
    try:
        shaped = msgspec.convert(tree, model, strict=False)
    except msgspec.ValidationError:
        repaired = _Walk(report).repaired(tree, model)
        shaped = msgspec.convert(repaired, model, strict=False)
    check_texts(shaped, report)
    return shaped


class _Unusable(Exception):
    """A value has a problem, which is noted already."""


class _Walk:
    """One walk over a tree."""

    def __init__(self, report: Report) -> None:
        # Imported late: only broken files need it.
        from msgspec import inspect

        self._inspect = inspect
        self._report = report
        self._stand_ins = 0

    def repaired(self, tree: Mapping, model: type[msgspec.Struct]) -> Any:
        """Notes all that does not fit, and gives a copy that does."""
        kind = self._inspect.type_info(model)
        try:
            return self._value(tree, kind, ())
        except _Unusable:
            return self._stand_in(kind)

    def _value(self, node: Node, kind: Any, path: Path) -> Any:
        inspect = self._inspect
        kind = _plain(kind, node, inspect)
        if isinstance(kind, inspect.StructType):
            return self._struct(node, kind, path)
        if isinstance(kind, inspect.ListType):
            return self._list(node, kind, path)
        if isinstance(kind, inspect.DictType):
            return self._dict(node, kind, path)
        if isinstance(kind, inspect.AnyType):
            return node
        return self._scalar(node, kind, path)

    def _struct(self, node: Node, kind: Any, path: Path) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise self._wrong_kind(node, "`key: value` lines are", path)
        fields = {field.encode_name: field for field in kind.fields}
        fit: dict[str, Any] = {}
        for key, value in node.items():
            if key not in fields:
                hint = self._report.near(key, fields)
                self._report.add((*path, key), f"unknown key `{key}`", hint, key=True)
                continue
            try:
                fit[key] = self._value(value, fields[key].type, (*path, key))
            except _Unusable:
                continue
        for name, field in fields.items():
            if field.required and name not in fit:
                fit[name] = self._stand_in(field.type)
                if name not in node:
                    self._report.add(path, f"the key `{name}` is missing")
        return fit

    def _list(self, node: Node, kind: Any, path: Path) -> list[Any]:
        if not isinstance(node, Sequence):
            raise self._wrong_kind(node, "a list is", path)
        fit = []
        for n, member in enumerate(node):
            try:
                fit.append(self._value(member, kind.item_type, (*path, n)))
            except _Unusable:
                # The others keep their places, so that their problems are found in the file.
                fit.append(self._stand_in(kind.item_type))
        return fit

    def _dict(self, node: Node, kind: Any, path: Path) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise self._wrong_kind(node, "`key: value` lines are", path)
        fit = {}
        for key, value in node.items():
            try:
                self._scalar(key, kind.key_type, (*path, key), key=True)
                fit[key] = self._value(value, kind.value_type, (*path, key))
            except _Unusable:
                continue
        return fit

    def _scalar(self, node: Node, kind: Any, path: Path, *, key: bool = False) -> str:
        if not isinstance(node, str):
            raise self._wrong_kind(node, "one value is", path)
        value, message = _typed(node, kind, self._inspect)
        if message:
            hint = ""
            if isinstance(kind, self._inspect.LiteralType):
                hint = self._report.near(node, map(str, kind.values))
            self._report.add(path, message, hint, key=key)
            raise _Unusable
        return value

    def _wrong_kind(self, node: Node, needed: str, path: Path) -> _Unusable:
        self._report.add(path, f"{needed} needed here, not {described(node)}")
        return _Unusable()

    def _stand_in(self, kind: Any) -> Any:
        """Something that fits, in place of what is missing or wrong."""
        inspect = self._inspect
        kind = _plain(kind, Sequence, inspect)
        if isinstance(kind, inspect.StructType):
            return {f.encode_name: self._stand_in(f.type) for f in kind.fields if f.required}
        if isinstance(kind, inspect.ListType):
            return []
        if isinstance(kind, inspect.DictType):
            return {}
        if isinstance(kind, inspect.LiteralType):
            return kind.values[0]
        self._stand_ins += 1
        return str(self._stand_ins)


def described(node: object) -> str:
    """What a person would call it."""
    if isinstance(node, Mapping):
        return "`key: value` lines"
    if isinstance(node, Sequence):
        return "a list"
    return "plain text" if node else "nothing"


def _plain(kind: Any, node: object, inspect: Any) -> Any:
    """The type itself; of a union, the member that the author most likely meant."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    groups = {Mapping: (inspect.StructType, inspect.DictType), Sequence: (inspect.ListType,)}
    nested = (*groups[Mapping], *groups[Sequence])
    wanted = next(
        (kinds for form, kinds in groups.items() if isinstance(node, form) or node is form), None
    )
    fitting = [
        m for m in kind.types if (isinstance(m, wanted) if wanted else not isinstance(m, nested))
    ]
    return fitting[0] if fitting else kind.types[0]


def _typed(text: str, kind: Any, inspect: Any) -> tuple[str, str]:
    """The text in the spelling that msgspec wants, and what is wrong with it (empty for nothing)."""
    if isinstance(kind, inspect.BoolType):
        return _boolean(text)
    if isinstance(kind, inspect.IntType):
        if _INTEGER.fullmatch(text):
            return str(int(text)), ""
        return text, f"a whole number is needed here, not `{text}`"
    if isinstance(kind, inspect.LiteralType):
        known = [str(value) for value in kind.values]
        return text, "" if text in known else f"`{text}` is none of {', '.join(known)}"
    return text, ""


def _boolean(text: str) -> tuple[str, str]:
    if text.lower() in _TRUE:
        return "true", ""
    if text.lower() in _FALSE:
        return "false", ""
    return text, f"true or false is needed here, not `{text}`"
