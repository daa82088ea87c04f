"""Says all that does not fit a model, in an author's words, and repairs it."""

import re
from typing import Any

from msgspec import Struct, inspect

from readiness.loading.tree.parsing import Mapping, Node, Sequence, described
from readiness.loading.tree.place import Path, Report
from readiness.loading.tree.scalars import boolean

_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")


class _Unusable(Exception):
    """A value has a problem, which is noted already."""


class Misfits:
    """One walk over a tree that does not fit its model.

    It gives every problem and a repaired copy, so that what else is wrong with the file can be said in the same breath.

    Args:
        report: takes the problems.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._stand_ins = 0

    def repaired(self, tree: Mapping, model: type[Struct]) -> Any:
        """Notes all that does not fit, and gives a copy that does."""
        kind = inspect.type_info(model)
        try:
            return self._value(tree, kind, ())
        except _Unusable:
            return self._stand_in(kind)

    def _value(self, node: Node, kind: Any, path: Path) -> Any:
        kind = _plain(kind, node)
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
        value, message = _typed(node, kind)
        if message:
            hint = ""
            if isinstance(kind, inspect.LiteralType):
                hint = self._report.near(node, map(str, kind.values))
            self._report.add(path, message, hint, key=key)
            raise _Unusable
        return value

    def _wrong_kind(self, node: Node, needed: str, path: Path) -> _Unusable:
        self._report.add(path, f"{needed} needed here, not {described(node)}")
        return _Unusable()

    def _stand_in(self, kind: Any) -> Any:
        """Something that fits, in place of what is missing or wrong."""
        kind = _plain(kind, [])
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


def _plain(kind: Any, node: object) -> Any:
    """The type itself; of a union, the member that the author most likely meant."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    form = next((each for each in (dict, list) if isinstance(node, each)), str)
    return next((member for member in kind.types if _form(member) is form), kind.types[0])


def _form(kind: Any) -> type:
    """What a tree holds where a type is wanted."""
    if isinstance(kind, inspect.StructType | inspect.DictType):
        return dict
    return list if isinstance(kind, inspect.ListType) else str


def _typed(text: str, kind: Any) -> tuple[str, str]:
    """The text in the spelling that msgspec wants, and what is wrong with it (empty for nothing)."""
    if isinstance(kind, inspect.BoolType):
        value = boolean(text)
        message = f"true or false is needed here, not `{text}`" if value is None else ""
        return str(value).lower(), message
    if isinstance(kind, inspect.IntType):
        if _INTEGER.fullmatch(text):
            return str(int(text)), ""
        return text, f"a whole number is needed here, not `{text}`"
    if isinstance(kind, inspect.LiteralType):
        known = [str(value) for value in kind.values]
        return text, "" if text in known else f"`{text}` is none of {', '.join(known)}"
    return text, ""
