"""Answers files out: YAML that people can read and edit, and that reads back as exactly the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from readiness.domain.answers import MISSING, Answer, Missing, Value
from readiness.domain.log import Entry, Parked, PlanMark
from readiness.loading.answers.reading import FORMAT, AnswersFile

# Text that every YAML reader takes for just this text, unless it is one of the words below.
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ0-9 _./()',;?!%&+–—“”’-]*[A-Za-zÀ-ɏ0-9_.()'?!%”’])?")
_PLAIN_IN_LIST = re.compile("[A-Za-z][A-Za-z0-9_@.-]*")
_PLAIN_KEY = re.compile("(?=.{1,100}$)[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*")
_WORDS = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null", "none"})
# A text whose lines may all stand as they are, indented.
_BLOCK = re.compile("(?:[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*\n)+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Whatever is not printable, does not break or hide, and is in the basic plane, stands as it is in quotes.
_TO_ESCAPE = re.compile(
    r"[^ !\x23-\x5b\x5d-\x7e\xa1-\xac\xae-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff"
    r"\uf900-\ufefe\uff00-\ufffd]"
)


class _Raw(str):
    """Stands in the file as it is: numbers, dates and words of ours."""

    __slots__ = ()


class _Block(str):
    """Stands in the file line by line, where it can."""

    __slots__ = ()


_Tree = dict[str, object]


def dump_answers(file: AnswersFile) -> str:
    """The text of an answers file, with LF and a fixed order of keys; loading it gives the same file back.

    Lone surrogates, which UTF-8 cannot hold, become replacement characters.
    """
    return "\n".join(_lines(_tree(file), 0)) + "\n"


def _tree(file: AnswersFile) -> _Tree:
    assessment = file.assessment
    respondent = assessment.respondent
    seat: _Tree = {"name": respondent.name} if respondent.name else {}
    if respondent.role is not None:
        seat["role"] = _Raw(respondent.role)
    versions = file.versions
    tree: _Tree = {
        "readiness": _Raw(FORMAT),
        "id": file.id,
        "agency": assessment.agency,
        "round": assessment.round,
        "date": _Raw(assessment.date.isoformat()) if assessment.date else None,
        "scope": _Raw(assessment.scope),
        "respondent": seat or None,
        "questionnaires": tuple(
            f"{name}@{versions[name]}" if name in versions else name
            for name in assessment.questionnaires
        ),
        "sections": assessment.sections or None,
        "answers": {name: _answer(answer) for name, answer in assessment.answers.items()},
        "plan": {name: _mark(mark) for name, mark in file.plan.items()} or None,
        "owners": dict(file.owners) or None,
        "parking": [_parked(note) for note in file.parking] or None,
        "log": [_entry(entry) for entry in file.log] or None,
        "wording": None
        if file.wording is None
        else {k: _Block(text) for k, text in file.wording.items()},
    }
    return {key: value for key, value in tree.items() if value is not None}


def _answer(answer: Answer, *, logged: bool = False) -> object:
    """An answer as one value, or as lines where there is more to it."""
    value, key = _value(answer.value), "value"
    if isinstance(answer.value, str) and (answer.value in MISSING or not answer.value):
        key = "text"
    elif logged and isinstance(answer.value, int | float):
        key = "number"
    elif logged and isinstance(answer.value, date):
        key = "date"
    lines: _Tree = {key: value}
    if answer.note:
        lines["note"] = answer.note
    for name, on in (("flag", answer.flag), ("share", answer.share)):
        if on:
            lines[name] = _Raw("true")
    return value if list(lines) == ["value"] else lines


def _value(value: Value) -> object:
    if isinstance(value, Missing):
        return _Raw(value.value)
    if isinstance(value, date):
        return _Raw(value.isoformat())
    return value if isinstance(value, str | tuple) else _Raw(repr(value))


def _mark(mark: PlanMark) -> _Tree:
    lines: _Tree = {
        "state": _Raw(mark.state),
        "chosen": None if mark.chosen is None else _Raw(str(mark.chosen).lower()),
        "place": None if mark.place is None else _Raw(mark.place),
        "text": mark.text or None,
        "owner": mark.owner or None,
        "due": None if mark.due is None else _Raw(mark.due.isoformat()),
        "reason": mark.reason or None,
        "causes": mark.causes or None,
        "why": mark.why or None,
    }
    return {name: value for name, value in lines.items() if value is not None}


def _entry(entry: Entry) -> _Tree:
    lines: _Tree = {
        "number": _Raw(entry.number),
        "respondent": entry.respondent,
        "item": entry.item,
    }
    if entry.answer is not None:
        lines["answer"] = _answer(entry.answer, logged=True)
    if entry.wording:
        lines["wording"] = entry.wording
    lines["at"] = _moment(entry.at)
    if entry.undoes is not None:
        lines["undoes"] = _Raw(entry.undoes)
    return lines


def _parked(note: Parked) -> _Tree:
    return {"at": _moment(note.at), "text": note.text}


def _moment(at: datetime) -> _Raw:
    return _Raw(at.astimezone(UTC).isoformat().replace("+00:00", "Z"))


def _lines(tree: Mapping[str, object], indent: int) -> Iterator[str]:
    """A mapping, line by line."""
    pad = " " * indent
    for name, value in tree.items():
        key = f"{pad}{_quoted(name, _PLAIN_KEY)}:"
        if isinstance(value, Mapping) and value:
            yield key
            yield from _lines(value, indent + 2)
        elif isinstance(value, list):
            yield key
            for entry in value:
                yield from _listed(entry, indent)
        elif isinstance(value, _Block) and _BLOCK.fullmatch(value):
            yield f"{key} |2+"
            yield from (
                f"{pad}  {line}".rstrip(" ") if not line else f"{pad}  {line}"
                for line in value.split("\n")[:-1]
            )
        else:
            yield f"{key} {_inline(value)}"


def _listed(entry: Mapping[str, object], indent: int) -> Iterator[str]:
    """One mapping of a list: the dash stands where the indentation of its first line would end."""
    lines = _lines(entry, indent + 2)
    yield f"{' ' * indent}- {next(lines)[indent + 2 :]}"
    yield from lines


def _inline(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_quoted(str(each), _PLAIN_IN_LIST) for each in value)}]"
    if isinstance(value, Mapping):
        return "{}"
    return str(value) if isinstance(value, _Raw) else _quoted(str(value), _PLAIN)


def _quoted(text: str, plain: re.Pattern[str]) -> str:
    """A text as it is, or in double quotes where YAML could take it for something else."""
    if plain.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
