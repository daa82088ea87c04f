"""A report that a person has edited, brought up to date: their file, and what is generated now, as one text."""

from collections.abc import Callable, Collection, Iterator

import msgspec

from readiness.domain.marks import is_own
from readiness.reports.living import entries, sequences, words
from readiness.reports.living.days import day_of
from readiness.reports.living.parsing import Document, Entry, Seen, parse
from readiness.reports.living.placing import (
    Placed,
    entry_part,
    headings,
    once_each,
    placed,
    quoted,
    spaced,
    with_missing,
    with_room,
)
from readiness.reports.living.preparing import prepared
from readiness.reports.living.retired import is_retired, retired, with_gone
from readiness.reports.living.stamp import stamp_of, with_stamp

Why = Callable[[str], str]


class Updated(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was brought up to date.

    Attributes:
        text: all of it.
        new: ids of the entries that came with this update, or came back.
        gone: ids of those that moved to "Done or no longer needed".
        conflicts: how many times both versions of something stand in it now, since this update.
        had_base: whether it was known what was generated last.
    """

    text: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    conflicts: int
    had_base: bool


def updated(
    mine: str, new: str, base: str | None, why: Why, read: entries.DayOf = day_of
) -> Updated:
    """A person's file with what is generated now.

    Nothing that the person wrote is left out. What they changed stays; what they left alone is as it is generated now.

    Args:
        mine: the person's file.
        new: what is generated now, with its comment at the end.
        base: what was generated last; None where nobody knows, and then all that differs counts as the person's.
        why: why an entry, by its id, is not called for any more, as Markdown, to end a sentence.
        read: the day that a text names, so that one day written in two ways is one.
    """
    stamp, last = stamp_of(new), stamp_of(mine)
    assert stamp is not None  # noqa: S101  every generated report has one
    same = last is not None and last.digest == stamp.digest
    return _Merge(mine, new, new if same else base, why, read).result()


class _Merge:
    """One merge, with what its steps share."""

    def __init__(
        self, mine: str, new: str, base: str | None, why: Why, read: entries.DayOf
    ) -> None:
        seen: Seen = {}
        theirs = parse(mine, seen)
        known = parse(base, seen) if base is not None else None
        self.stamp = stamp_of(new)
        self.read = read
        self.had_base = known is not None
        self.new = known if known is not None and base == new else parse(new, seen)
        whole = prepared(theirs, known, self.new, keep_marks=base == new)
        self.last = known or Document(())
        self.theirs, self.ours, self.was = whole.entries, self.new.entries, self.last.entries
        was = self.was
        self.returned = {n for n, e in self.theirs.items() if n in self.ours and is_retired(e)}
        self.mine = _less(whole, self.returned)
        lacking = {name: e for name, e in self.theirs.items() if name not in self.ours}
        self.left = {n for n, e in lacking.items() if not self._stays(n, e)}
        self.base = _less(self.last, lacking.keys() - self.left)
        self.gone = {
            name: retired(entry, why(name))
            for name, entry in lacking.items()
            if name in self.left and (name not in was or _is_touched(entry, was[name]))
        }
        self.deleted = {n for n in self.ours if n in was and n not in self.theirs}
        self.conflicts: set[str] = set()
        self.boxes = 0

    def result(self) -> Updated:
        """The merged text, and what became of the entries."""
        row = once_each(list(self._row()), self._moved())
        here = {each.part.entry.id for each in row if each.part.entry}
        row = with_missing(row, [*self._missing(here)])
        lead = words.TWO_TEXTS if self.had_base else words.TWO_TEXTS_NO_BASE
        row = with_gone(list(quoted(row, lead)), list(self.gone.values()))
        text = Document(tuple(spaced(row)), self.mine.lead).text
        assert self.stamp is not None  # noqa: S101  see `updated`
        return Updated(
            text=with_stamp(text, self.stamp),
            new=tuple(name for name in self.ours if self._is_new(name)),
            gone=tuple(self.gone),
            conflicts=len(self.conflicts) + self.boxes,
            had_base=self.had_base,
        )

    def _row(self) -> Iterator[Placed]:
        """Everything in its order; an entry that both have moved stands there twice."""
        mine, new = self.mine, self.new
        base = self.base.keys if self.had_base else sequences.shared(mine.keys, new.keys)
        for step in sequences.merged(base, mine.keys, new.keys, wary=not self.had_base):
            if step.conflict:
                yield from self._both(step)
            elif step.mine:
                for n, at in enumerate(step.mine):
                    yield from self._of_mine(at, self._blanks(step, n))
            else:
                for at in step.new:
                    yield from self._of_new(at)

    def _blanks(self, step: sequences.Step, n: int) -> int:
        """How much room follows a part that stands where the person has it."""
        own = self.mine.parts[step.mine[n]].blanks
        if not step.new or not step.base or not self.had_base:
            return own
        was = self.base.parts[step.base[n]].blanks
        return self.new.parts[step.new[n]].blanks if own == was else own

    def _of_mine(self, at: int, blanks: int) -> Iterator[Placed]:
        part = self.mine.parts[at]
        if part.entry is None:
            yield placed(self.mine, at, mine=True, part=with_room(part, blanks))
        elif part.entry.id not in self.left:
            made = entry_part(part, self._entry(part.entry.id))
            yield placed(self.mine, at, mine=True, part=with_room(made, blanks))

    def _of_new(self, at: int) -> Iterator[Placed]:
        part = self.new.parts[at]
        if part.entry is None:
            yield placed(self.new, at, mine=False)
        elif part.entry.id not in self.deleted:
            made = entry_part(part, self._entry(part.entry.id))
            yield placed(self.new, at, mine=False, part=made)

    def _both(self, step: sequences.Step) -> Iterator[Placed]:
        """What the person has, then in words what is generated there now."""
        for at in step.mine:
            yield from self._of_mine(at, self.mine.parts[at].blanks)
        theirs = any(self.mine.parts[at].entry is None for at in step.mine)
        prose = [self.new.parts[at] for at in step.new if self.new.parts[at].entry is None]
        if theirs and prose:
            self.boxes += 1
            yield Placed(part=prose[0], mine=False, quote=tuple(prose))
        for at in step.new:
            if self.new.parts[at].entry is not None or not theirs:
                yield from self._of_new(at)

    def _entry(self, name: str) -> Entry:
        """An entry as it will stand in the file."""
        mine, new = self.theirs.get(name), self.ours.get(name)
        if new is None or mine is None:
            only = mine or new
            assert only is not None  # noqa: S101  it is in one of the two
            return self._marked(only, words.NEW_HERE) if mine is None else only
        if name in self.returned:
            mine = entries.without(mine, lambda line: line.label == words.GONE)
            return self._marked(entries.merged(None, mine, new).entry, words.NEW_BACK)
        if mine is new:
            return mine
        made = entries.merged(self.was.get(name), mine, new, self.read)
        if made.conflicts:
            self.conflicts.add(name)
        return made.entry

    def _stays(self, name: str, entry: Entry) -> bool:
        """Whether an entry that is not generated stays where the person has it: it is theirs, or was put there."""
        known = name in self.was or not self.had_base
        return is_own(name) or is_retired(entry) or not known

    def _marked(self, entry: Entry, value: str) -> Entry:
        return entries.with_line(entry, words.NEW, value)

    def _is_new(self, name: str) -> bool:
        return name in self.returned or (name not in self.theirs and name not in self.deleted)

    def _missing(self, here: set[str]) -> Iterator[tuple[Document, Placed]]:
        """The entries that have to be there and are not placed yet."""
        for at, part in enumerate(self.new.parts):
            if part.entry and part.entry.id not in here:
                for each in self._of_new(at):
                    yield self.new, each
        for at, part in enumerate(self.mine.parts):
            if part.entry and part.entry.id not in here and part.entry.id not in self.ours:
                for each in self._of_mine(at, part.blanks):
                    yield self.mine, each

    def _moved(self) -> set[str]:
        """The entries that are generated under another heading now, and that the person left where they were."""
        was, theirs, ours = map(headings, (self.last, self.mine, self.new))
        return {
            name
            for name, heading in ours.items()
            if name in was and was[name] == theirs.get(name) and heading != was[name]
        }


def _less(document: Document, names: Collection[str]) -> Document:
    parts = tuple(p for p in document.parts if p.entry is None or p.entry.id not in names)
    return Document(parts, document.lead)


def _is_touched(mine: Entry, base: Entry) -> bool:
    """Whether an entry has anything to keep: it is an action, or a person changed it."""
    has_fields = any(line.label for line in base.body)
    return has_fields or (mine.box, mine.title) != (base.box, base.title) or bool(mine.body)
