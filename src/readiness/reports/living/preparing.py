"""A person's file, made ready to be merged: comments that were lost are put back, own actions get their ids."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from readiness.reports.living import lines, words
from readiness.reports.living.entries import without
from readiness.reports.living.parsing import Document, Entry, Line, Part, head_of, named, parse
from readiness.reports.living.placing import entry_part
from readiness.reports.living.plain import shown

_NEW = (words.NEW_HERE, words.NEW_BACK)


class Item(msgspec.Struct, frozen=True):
    """An entry of a list that has no id: the places of its first and last line among the parts, and what it says."""

    first: int
    last: int
    title: str


def prepared(mine: Document, base: Document | None, new: Document, *, keep_marks: bool) -> Document:
    """The person's file with an id wherever it can be told which entry a line is.

    Args:
        mine: the person's file.
        base: what was generated last, where that is known.
        new: what is generated now.
        keep_marks: leave the marks of what was new at the last update.
    """
    mine = _recognized(mine, (base, new) if base else (new,))
    if keep_marks:
        return mine
    return Document(tuple(map(_unmarked, mine.parts)), mine.lead)


def tasks(document: Document) -> Iterator[Item]:
    """A person's own tasks: `- [ ] …` at the margin, outside of code, without an id."""
    fenced = lines.fenced([part.text for part in document.parts])
    for item in items(document):
        if not fenced[item.first] and lines.is_task(document.parts[item.first].text):
            yield item


def items(document: Document) -> Iterator[Item]:
    """Every entry of a list that has no id, with the lines that an editor has broken it into."""
    parts = document.parts
    for first, part in enumerate(parts):
        if part.entry is not None or not lines.is_item(part.text):
            continue
        last = first
        while not parts[last].blanks and last + 1 < len(parts) and _goes_on(parts[last + 1]):
            last += 1
        rows = [part.text, *(p.text.strip() for p in parts[first + 1 : last + 1])]
        yield Item(first, last, shown(head_of(" ".join(rows), "", 0).title))


def _goes_on(part: Part) -> bool:
    return part.entry is None and lines.margin(part.text) > 0 and not lines.is_item(part.text)


def _recognized(mine: Document, others: Iterable[Document]) -> Document:
    """A person's lines that say, to the letter, what an entry says that the file lacks, are that entry."""
    lacking: dict[str, str] = {}
    generated: set[str] = set()
    for other in others:
        generated.update(other.keys)
        titles = {n: shown(e.title) for n, e in other.entries.items() if n not in mine.entries}
        tally = Counter(titles.values())
        lacking |= {title: name for name, title in titles.items() if tally[title] == 1}
    if not lacking:
        return mine
    ends: dict[int, str] = {}
    for item in items(mine):
        if mine.parts[item.first].key not in generated:
            name = lacking.pop(item.title, None)
            if name is not None:
                ends[item.last] = name
    return with_ids(mine, ends) if ends else mine


def with_ids(document: Document, ends: Mapping[int, str]) -> Document:
    """A text with the comments of some ids put at the end of lines, by their places among the parts."""
    rows = [
        (named(part.text, ends[at]) if at in ends else part.text) + "\n" * part.blanks
        for at, part in enumerate(document.parts)
    ]
    return parse("\n" * document.lead + "\n".join(rows))


def _unmarked(part: Part) -> Part:
    if part.entry is None or words.NEW not in part.text:
        return part
    entry: Entry = without(part.entry, _is_mark)
    return part if len(entry.body) == len(part.entry.body) else entry_part(part, entry)


def _is_mark(line: Line) -> bool:
    return line.label == words.NEW and line.value in _NEW
