"""Values of answers out of an answers file: each item says which form its own takes."""

from datetime import date

import msgspec

from readiness.domain.answers import MISSING, Answer, Value
from readiness.domain.questionnaire import Item
from readiness.loading.tree.parsing import Mapping, Sequence, described
from readiness.loading.tree.place import Path, Report
from readiness.loading.tree.scalars import boolean, iso_date, looks_like_date, number

_BESIDE = ("note", "flag", "share")
_HELD = ("value", "text")
# More than any agency counts, and few enough digits to be typed on purpose.
MOST = 999_999_999
# Letters of a text that is no number; what is longer says nothing more.
_SHOWN = 40


class AnswerReader:
    """Reads the answers of one file; what is wrong goes to its report."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def read(self, item: Item, node: object, path: Path) -> Answer | None:
        """The answer to an item; None where it has a problem."""
        before = len(self._report.problems)
        value = (
            self._held(item, node, path)
            if isinstance(node, Mapping)
            else self._value(item, node, path)
        )
        beside = self._beside(node, path) if isinstance(node, Mapping) else {}
        if value is None or len(self._report.problems) > before:
            return None
        return msgspec.structs.replace(Answer(value), **beside)

    def _held(self, item: Item, node: Mapping, path: Path) -> Value | None:
        for key in node:
            if key not in (*_HELD, *_BESIDE):
                hint = self._report.near(key, (*_HELD, *_BESIDE))
                self._report.add((*path, key), f"unknown key `{key}`", hint, key=True)
        if "value" in node and "text" in node:
            self._report.add(path, "either `value` or `text` holds the answer, not both")
        elif "value" in node:
            return self._value(item, node["value"], (*path, "value"))
        elif "text" in node:
            return self._text(item, node["text"], (*path, "text"))
        else:
            self._report.add(path, "the key `value` is missing")
        return None

    def _beside(self, node: Mapping, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        if "note" in node:
            found["note"] = node["note"]
            if not isinstance(node["note"], str):
                message = f"a note is text, not {described(node['note'])}"
                self._report.add((*path, "note"), message)
        for key in ("flag", "share"):
            if key in node:
                found[key] = self._boolean(node[key], (*path, key))
        return found

    def _boolean(self, node: object, path: Path) -> bool:
        value = boolean(node) if isinstance(node, str) else None
        if value is None:
            said = f"`{node}`" if node and isinstance(node, str) else described(node)
            self._report.add(path, f"true or false is needed here, not {said}")
        return value is True

    def _text(self, item: Item, node: object, path: Path) -> str | None:
        if item.kind != "text":
            self._report.add(
                path, f"`text` is for text items, and `{item.id}` is a {item.kind} item"
            )
            return None
        if not isinstance(node, str):
            self._report.add(path, f"text is needed here, not {described(node)}")
            return None
        return node

    def _value(self, item: Item, node: object, path: Path) -> Value | None:
        if isinstance(node, Sequence):
            return self._several(item, node, path)
        if not isinstance(node, str):
            self._report.add(path, f"an answer is needed here, not {described(node)}")
            return None
        if not node:
            self._report.add(
                path, "there is no answer here", "Leave the line out, or write skipped."
            )
            return None
        if node in MISSING:
            return MISSING[node]
        if item.kind == "number":
            return self._number(node, path)
        if item.kind == "date":
            return read_date(node, self._report, path)
        if item.scale is None:
            return node
        if not self._option(item, node, path):
            return None
        return (node,) if item.kind == "choices" else node

    def _several(self, item: Item, node: Sequence, path: Path) -> Value | None:
        if item.kind != "choices":
            needed = {
                "choice": "one option",
                "text": "text",
                "number": "a number",
                "date": "a date",
            }
            self._report.add(
                path, f"{needed.get(item.kind, 'one value')} is needed here, not a list"
            )
            return None
        seen: dict[str, bool] = {}
        for n, option in enumerate(node):
            place = (*path, n)
            if not isinstance(option, str):
                self._report.add(place, f"an option is needed here, not {described(option)}")
            elif option in seen:
                self._report.add(place, f"`{option}` is here twice")
            elif option in MISSING:
                self._report.add(place, f"`{option}` stands alone, without a list")
            else:
                seen[option] = self._option(item, option, place)
        if not node:
            self._report.add(path, "no option is named here", "Name at least one, or dont_know.")
        return tuple(seen)

    def _option(self, item: Item, option: str, path: Path) -> bool:
        if item.scale is None or option in item.scale.ids:
            return True
        message = f"`{item.id}` has no option `{option}`; it has {', '.join(item.scale.ids)}"
        self._report.add(path, message, self._report.near(option, (*item.scale.ids, *MISSING)))
        return False

    def _number(self, text: str, path: Path) -> Value | None:
        value = number(text)
        if value is None or not 0 <= value <= MOST:
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            self._report.add(path, f"a number from 0 to {MOST} is needed here, not `{shown}`")
            return None
        return abs(value)  # -0 is no number that anybody means


def read_date(text: str, report: Report, path: Path) -> date | None:
    """A day; None and a problem where the text is none."""
    day = iso_date(text)
    if day is None and looks_like_date(text):
        report.add(path, f"no calendar has the day {text}")
    elif day is None:
        report.add(path, f"a date such as 2026-11-21 is needed here, not `{text}`")
    return day
