"""The log, the plan and the parking lot of an exported assessment."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from msgspec import UNSET, UnsetType

from readiness.domain.answers import MISSING, Answer, Value
from readiness.domain.log import Entry, Parked, PlanMark
from readiness.domain.retired import Retired
from readiness.loading.answers.files import EntryFile, LogAnswerFile, MarkFile, ParkedFile
from readiness.loading.answers.values import read_date
from readiness.loading.tree.models import given
from readiness.loading.tree.place import Path, Report
from readiness.loading.tree.scalars import number, utc

# One of these holds a logged answer that is more than one word.
_HELD = ("value", "text", "number", "date")
# Stands in while the file has a problem; never leaves this module.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
LAST_PLACE = 999  # of an action among those of the next 30 days


def read_log(files: Sequence[EntryFile], report: Report) -> tuple[Entry, ...]:
    """The log, oldest entry first; not to be used while the report has problems.

    It is history: nothing in it has to fit the questionnaires as they are now, but it has to be whole.
    """
    _check_numbers(files, report)
    return tuple(_entry(file, report, ("log", n)) for n, file in enumerate(files))


def read_plan(
    files: Mapping[str, MarkFile], retired: Retired, report: Report
) -> dict[str, PlanMark]:
    """What was decided about actions, by full action id; marks of retired actions go to what took their place."""
    plan: dict[str, PlanMark] = {}
    for name, file in files.items():
        mark = _mark(file, report, ("plan", name))
        carried = retired.carried(name) if name in retired else name
        if carried == name or (carried is not None and carried not in files):
            plan[carried] = mark
    return plan


def read_parking(files: Sequence[ParkedFile], report: Report) -> tuple[Parked, ...]:
    """The parking lot, oldest note first; not to be used while the report has problems."""
    return tuple(
        Parked(text=file.text, at=_moment(file.at, report, ("parking", n)))
        for n, file in enumerate(files)
    )


def _entry(file: EntryFile, report: Report, path: Path) -> Entry:
    answer = None
    if not isinstance(file.answer, UnsetType):
        answer = _logged(file.answer, report, (*path, "answer"))
    return Entry(
        number=file.number,
        respondent=file.respondent,
        item=file.item,
        answer=answer,
        wording=file.wording,
        at=_moment(file.at, report, path),
        undoes=given(file.undoes, None),
    )


def _moment(written: str, report: Report, path: Path) -> datetime:
    at = utc(written)
    if at is None:
        message = f"a moment such as 2026-11-21T10:00:00Z is needed here, not `{written}`"
        report.add((*path, "at"), message)
    return at or _NEVER


def _check_numbers(files: Sequence[EntryFile], report: Report) -> None:
    for n, file in enumerate(files):
        if file.number != n + 1:
            message = f"a log is numbered from 1 on: {n + 1} is next, not {file.number}"
            report.add(("log", n, "number"), message)
            return
        undoes = given(file.undoes, None)
        if undoes is not None and not 0 < undoes < file.number:
            report.add(("log", n, "undoes"), f"there is no earlier entry {undoes}")


def _mark(file: MarkFile, report: Report, path: Path) -> PlanMark:
    due = read_date(file.due, report, (*path, "due")) if file.due else None
    place = given(file.place, None)
    if place is not None and not 1 <= place <= LAST_PLACE:
        report.add((*path, "place"), f"a place is a number from 1 to {LAST_PLACE}, not {place}")
    return PlanMark(
        owner=file.owner,
        due=due,
        state=file.state,
        reason=file.reason,
        chosen=given(file.chosen, None),
        place=place,
        text=file.text,
        causes=tuple(given(file.causes, ())),
        why=file.why,
    )


def _logged(file: str | list[str] | LogAnswerFile, report: Report, path: Path) -> Answer:
    """An answer of the log, which stands for itself: its item may long be retired.

    Numbers and dates are written as `{number: 4}` and `{date: 2026-11-21}`, so that nothing has to be guessed.
    While the report has problems, the answer is not to be used.
    """
    if not isinstance(file, LogAnswerFile):
        return Answer(_plain(file))
    held = {name: value for name in _HELD if (value := getattr(file, name)) is not UNSET}
    if len(held) != 1:
        report.add(path, f"one of {', '.join(_HELD)} holds the answer, not {len(held)} of them")
        return Answer("")
    (name, written), *_ = held.items()
    value = _typed(name, written, report, (*path, name))
    return Answer(value, file.note, file.flag, file.share)


def _plain(written: str | list[str]) -> Value:
    return tuple(written) if isinstance(written, list) else MISSING.get(written, written)


def _typed(name: str, written: str, report: Report, path: Path) -> Value:
    if name == "number":
        value = number(written)
        if value is None:
            report.add(path, f"a number is needed here, not `{written}`")
        return 0 if value is None else value
    if name == "date":
        return read_date(written, report, path) or date.min
    return written if name == "text" else _plain(written)
