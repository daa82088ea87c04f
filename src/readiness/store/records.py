"""Rows of the store from values, and values from rows; exact both ways."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, get_args

import msgspec

from readiness.domain.answers import ROLES, SCOPES, Answer, Missing, Respondent, Value
from readiness.domain.log import Cause, Entry, MarkState, Parked, PlanMark
from readiness.store.model import Header

Row = tuple[Any, ...]

_STATES = get_args(MarkState)
_compact = json.JSONEncoder(separators=(",", ":")).encode


class Undecodable(ValueError):
    """A row holds something that this product never wrote."""


def plain(text: str) -> str:
    """The text with what no file can hold (half of a surrogate pair) replaced by U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# Times and dates


def time_text(at: datetime) -> str:
    """A time in UTC, to the microsecond, in a form that sorts as time does.

    Raises:
        ValueError: the time does not say its zone.
    """
    if at.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def time_of(text: str) -> datetime:
    """The time that `time_text` wrote."""
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise Undecodable(str(error)) from error


def _date_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date_of(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise Undecodable(str(error)) from error


# Answers: a JSON object with one key that names the kind of value, so that the text "dont_know" and the answer
# "don't know", or the text "2026-11-21" and the date, are never taken for each other.


def answer_text(answer: Answer | None) -> str | None:
    """An answer as JSON; None stays None."""
    if answer is None:
        return None
    fields: dict[str, Any] = _tagged(answer.value)
    if answer.note:
        fields["note"] = answer.note
    if answer.flag:
        fields["flag"] = True
    if answer.share:
        fields["share"] = True
    return _compact(fields)


def _tagged(value: Value) -> dict[str, Any]:
    match value:
        case str():
            return {"text": value}
        case Missing():
            return {"missing": value.value}
        case tuple():
            return {"options": value}
        case date():
            return {"date": value.isoformat()}
        case _:
            return {"number": value}


def answer_of(text: str | None) -> Answer | None:
    """The answer that `answer_text` wrote.

    Raises:
        Undecodable: nothing that it ever writes.
    """
    if text is None:
        return None
    try:
        fields = json.loads(text)
        rest = {name: fields.pop(name) for name in ("note", "flag", "share") if name in fields}
        ((kind, raw),) = fields.items()
        return Answer(_value(kind, raw), **rest)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Undecodable(f"an answer reads {text!r}") from error


def _value(kind: str, raw: Any) -> Value:
    match kind, raw:
        case "text", str():
            return raw
        case "missing", str():
            return Missing(raw)
        case "options", list():
            return tuple(raw)
        case "date", str():
            return date.fromisoformat(raw)
        case "number", int() | float():
            return raw
    raise Undecodable(f"no value is of the kind {kind!r}")


# Rows


def entry_row(entry: Entry) -> Row:
    """An entry in the order of columns that sql.py reads and writes."""
    return (
        entry.number,
        plain(entry.respondent),
        plain(entry.item),
        answer_text(entry.answer),
        plain(entry.wording),
        time_text(entry.at),
        entry.undoes,
    )


def entry_of(row: Row) -> Entry:
    """The entry that a row holds."""
    number, respondent, item, answer, wording, at, undoes = row
    return Entry(
        number=number,
        respondent=respondent,
        item=item,
        answer=answer_of(answer),
        wording=wording,
        at=time_of(at),
        undoes=undoes,
    )


class _More(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What a mark holds that has no column of its own."""

    chosen: bool | None = None
    place: int | None = None
    text: str = ""
    causes: tuple[Cause, ...] = ()
    why: str = ""


_write_more = msgspec.json.Encoder().encode
_read_more = msgspec.json.Decoder(_More).decode


def mark_row(mark: PlanMark) -> Row:
    """A plan mark in the order of columns that sql.py reads and writes."""
    more = _More(
        chosen=mark.chosen,
        place=mark.place,
        text=plain(mark.text),
        causes=mark.causes,
        why=plain(mark.why),
    )
    owner, reason = plain(mark.owner), plain(mark.reason)
    return (owner, _date_text(mark.due), mark.state, reason, _write_more(more).decode())


def mark_of(row: Row) -> PlanMark:
    """The plan mark that a row holds."""
    owner, due, state, reason, written = row
    if state not in _STATES:
        raise Undecodable(f"no state {state!r}")
    try:
        more = _read_more(written)
    except (msgspec.MsgspecError, TypeError) as error:
        raise Undecodable(f"a mark reads {written!r}") from error
    return PlanMark(
        owner=owner,
        due=_date_of(due),
        state=state,
        reason=reason,
        chosen=more.chosen,
        place=more.place,
        text=more.text,
        causes=more.causes,
        why=more.why,
    )


def parked_row(note: Parked) -> Row:
    """A parked note in the order of columns that sql.py reads and writes."""
    return (plain(note.text), time_text(note.at))


def parked_of(row: Row) -> Parked:
    """The parked note that a row holds."""
    text, at = row
    return Parked(text=text, at=time_of(at))


def sections_text(sections: Sequence[str]) -> str:
    """A choice of sections as the column holds it."""
    return _compact(tuple(sections))


def header_row(header: Header) -> Row:
    """A header without its respondents, in the order of columns that sql.py reads and writes."""
    return (
        plain(header.id),
        plain(header.agency),
        plain(header.round),
        _date_text(header.date),
        header.scope,
        _compact(header.questionnaires),
        sections_text(header.sections),
        time_text(header.created),
    )


def header_of(row: Row, respondents: Mapping[str, Respondent]) -> Header:
    """The header that a row holds."""
    id_, agency, round_, day, scope, questionnaires, sections, created = row
    if scope not in SCOPES:
        raise Undecodable(f"no scope {scope!r}")
    return Header(
        id=id_,
        agency=agency,
        round=round_,
        date=_date_of(day),
        scope=scope,
        respondents=respondents,
        questionnaires=_texts(questionnaires),
        sections=_texts(sections),
        created=time_of(created),
    )


def _texts(text: str) -> tuple[str, ...]:
    try:
        return tuple(json.loads(text))
    except (TypeError, ValueError) as error:
        raise Undecodable(f"a list reads {text!r}") from error


def respondent_row(respondent: Respondent) -> Row:
    """A respondent in the order of columns that sql.py reads and writes."""
    return (plain(respondent.name), respondent.role)


def respondent_of(row: Row) -> Respondent:
    """The respondent that a row holds."""
    name, role = row
    if role is not None and role not in ROLES:
        raise Undecodable(f"no role {role!r}")
    return Respondent(name=name, role=role)
