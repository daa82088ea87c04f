"""One entry of a plan, merged field by field: its tick, who, by when, how it stands, and its words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from readiness.reports.living import sequences, words
from readiness.reports.living.days import day_of
from readiness.reports.living.parsing import Entry, Line, head_of, named
from readiness.reports.living.plain import shown
from readiness.reports.living.states import state_of

DayOf = Callable[[str], date | None]


class Merged(msgspec.Struct, frozen=True):
    """An entry, and how many of its fields two sides had changed differently."""

    entry: Entry
    conflicts: int = 0


def merged(base: Entry | None, mine: Entry, new: Entry, read: DayOf = day_of) -> Merged:
    """An entry that a person has in their file and that is generated now.

    Args:
        base: as it was generated last; None where nobody knows, and then what the person has wins.
        mine: as it stands in the person's file.
        new: as it is generated now.
        read: the day that a text names, so that one day written in two ways is one.
    """
    if base is None:
        base = _common(mine, new)
    elif base is new:
        return Merged(_kept(mine, new))
    box = new.box if mine.box == base.box else mine.box
    title = new.title if mine.title == base.title else mine.title
    notes = []
    if base.title not in (mine.title, new.title) and shown(mine.title) != shown(new.title):
        notes = [_two(mine, "", mine.title, new.title)]
    body = list(_body(base, mine, new, read))
    conflicts = len(notes) + sum(_is_note(line) and line not in mine.body for line in body)
    return Merged(_made(mine, new, box, title, (*notes, *body)), conflicts)


def with_line(entry: Entry, label: str, value: str) -> Entry:
    """An entry with one more line, the first below it."""
    return _with_body(entry, (_labelled(entry, label, value), *entry.body))


def without(entry: Entry, unwanted: Callable[[Line], bool]) -> Entry:
    """An entry without some of the lines below it."""
    return _with_body(entry, tuple(line for line in entry.body if not unwanted(line)))


def at_the_margin(entry: Entry) -> Entry:
    """An entry with its lines, moved to the margin."""
    far = len(entry.indent)
    if not far:
        return entry
    head = "\n".join(_nearer(row, far) for row in entry.head.split("\n"))
    body = tuple(msgspec.structs.replace(line, text=_nearer(line.text, far)) for line in entry.body)
    return msgspec.structs.replace(entry, head=head, indent="", body=body)


def _kept(mine: Entry, new: Entry) -> Entry:
    """An entry that is generated as it was: the person's, with a field that says the same as it is generated."""
    body: dict[str, Line] = {}
    for line in mine.body:
        now = new.line(line.key) if line.label else None
        if now is not None and now.value == line.value and now.text != line.text:
            line = msgspec.structs.replace(now, blanks=line.blanks)
        body.setdefault(line.key, line)
    made = tuple(body.values())
    return mine if made == mine.body else _with_body(mine, made)


def _common(mine: Entry, new: Entry) -> Entry:
    """What stands for a base: what both have, as it is generated now, so that all else is the person's."""
    keys = set(sequences.shared([x.key for x in mine.body], [x.key for x in new.body]))
    return _with_body(new, tuple(line for line in new.body if line.key in keys))


def _made(mine: Entry, new: Entry, box: str | None, title: str, body: Sequence[Line]) -> Entry:
    same = next((each for each in (mine, new) if (each.box, each.title) == (box, title)), None)
    if same is not None:
        return _with_body(same, body)
    tick = "" if box is None else f"[{box}] "
    head = f"{mine.indent}{mine.marker or '-'} {tick}{title}"
    made = head_of(head, mine.id, mine.number, tuple(body))
    return msgspec.structs.replace(made, head=named(head, mine.id))


def _body(base: Entry, mine: Entry, new: Entry, read: DayOf) -> Iterator[Line]:
    sides = _Lines(base), _Lines(mine), _Lines(new)
    seen: set[str] = set()
    for line in _in_order(*sides):
        if line.key not in seen:
            seen.add(line.key)
            yield from _value(sides, mine, line, read)


class _Lines:
    """The lines below an entry, in their order and by their keys."""

    def __init__(self, entry: Entry) -> None:
        self.every = entry.body
        self.keys = [line.key for line in entry.body]
        self.known = dict(zip(reversed(self.keys), reversed(entry.body), strict=True))


def _in_order(base: _Lines, mine: _Lines, new: _Lines) -> Iterable[Line]:
    """The lines of the merged entry; one that has two versions may stand there twice."""
    keys = [_key(base, line, new) for line in mine.every]
    if new.keys in (base.keys, keys):
        return mine.every
    if keys == base.keys:
        return [mine.known.get(line.key, line) for line in new.every]
    return _interleaved(mine, new, sequences.merged(base.keys, keys, new.keys))


def _interleaved(mine: _Lines, new: _Lines, steps: Iterable[sequences.Step]) -> Iterator[Line]:
    for step in steps:
        for at in step.mine:
            yield mine.every[at]
        if not step.mine or step.conflict:
            for at in step.new:
                yield new.every[at]


def _key(base: _Lines, line: Line, new: _Lines) -> str:
    """The key of a person's line; one that they changed is their own where it is not generated any more."""
    if line.key in new.known:
        return line.key
    was = base.known.get(line.key)
    return f"{line.key}\x02" if was is not None and was.value != line.value else line.key


def _value(
    sides: tuple[_Lines, _Lines, _Lines], mine: Entry, line: Line, read: DayOf
) -> Iterator[Line]:
    was, theirs, now = (each.known.get(line.key) for each in sides)
    if theirs is None and was is not None:
        return
    if not line.label or theirs is None or now is None:
        yield line
    elif was is not None and theirs.value == was.value:
        same = now.text == theirs.text
        yield theirs if same else msgspec.structs.replace(now, blanks=theirs.blanks)
    elif (was is not None and now.value == was.value) or _same(line.key, theirs.value, now.value):
        yield theirs
    elif line.key == "by" and _names(theirs.value, now.value, read):
        # "Friday" is another day next week: the day itself is put before it.
        value = f"{now.value} ({theirs.value})"
        text = f"{now.text[: len(now.text) - len(now.value)]}{value}"
        yield msgspec.structs.replace(now, value=value, text=text, blanks=theirs.blanks)
    else:
        yield theirs
        yield _two(mine, line.label, theirs.value, now.value, line.key)


def _same(key: str, mine: str, new: str) -> bool:
    """Whether two texts say the same of a field, whenever they are read."""
    if shown(mine) == shown(new):
        return True
    read: Callable[[str], object] | None = {"by": day_of, "state": state_of}.get(key)
    return read is not None and read(shown(mine)) is not None and read(mine) == read(new)


def _names(mine: str, new: str, read: DayOf) -> bool:
    """Whether words such as "Friday" name the day that is generated."""
    day = day_of(shown(new))
    return day is not None and day_of(shown(mine)) is None and read(shown(mine)) == day


def _two(entry: Entry, label: str, mine: str, new: str, key: str = "") -> Line:
    """The line that shows both versions of a field."""
    what = words.WHAT.get(key) or words.WHAT_ELSE.format(label=label)
    said = words.TWO_VERSIONS.format(what=what, mine=mine, new=new)
    text = f"{entry.indent}  - {said}"
    return Line(key=f"\x01{text}", text=text, number=0)


def _is_note(line: Line) -> bool:
    return line.number == 0


def _labelled(entry: Entry, label: str, value: str) -> Line:
    text = f"{entry.indent}  - {label}: {value}"
    return Line(key=label.lower(), text=text, number=0, label=label, value=value)


def _with_body(entry: Entry, body: Sequence[Line]) -> Entry:
    return msgspec.structs.replace(entry, body=tuple(body))


def _nearer(row: str, by: int) -> str:
    return row[by:] if not row[:by].strip() else row.lstrip()
