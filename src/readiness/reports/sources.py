"""Sources as readable labels."""

from collections.abc import Iterable

from readiness.domain.content import Source, Sources
from readiness.reports import phrases


def label(ids: Iterable[str], sources: Sources, *, ours: bool = False) -> str:
    """What some source ids stand for, those of one document in one bracket.

    Args:
        ids: inventory ids, such as `wise.c01.q2`; unknown ones are given as they are.
        sources: what prefixes stand for.
        ours: the question is derived: no source has it.
    """
    documents: dict[str, dict[str, None]] = {}
    for source_id in ids:
        document, part = _parts(source_id, sources.find(source_id))
        parts = documents.setdefault(document, {})
        if part:
            parts[part] = None
    said = [
        f"{document} ({'; '.join(parts)})" if parts else document
        for document, parts in documents.items()
    ]
    if ours:
        said.append(phrases.OURS if said else phrases.ONLY_OURS)
    return "; ".join(said)


def _parts(source_id: str, source: Source | None) -> tuple[str, str]:
    """The document, and the part of it: a title reads "document, part"."""
    if source is None:
        return source_id, ""
    document, _, part = source.title.partition(", ")
    if part and source.page:
        part = phrases.PAGE.format(title=part, page=source.page)
    return document, part


def documents(ids: Iterable[str], sources: Sources) -> tuple[str, ...]:
    """The documents behind some ids, each with publisher and address, in the order first named."""
    found: dict[str, str] = {}
    for source_id in ids:
        top = sources.find(source_id.partition(".")[0])
        if top is not None:
            said = [top.title, top.publisher, top.year, top.address]
            found[top.title] = ", ".join(part for part in said if part)
    return tuple(found.values())
