"""What was written last, kept so that a plan that people edited can be brought up to date."""

from readiness.errors import StoreError
from readiness.reports.living.stamp import is_whole, stamp_of
from readiness.store import Store


def remember_written(store: Store, text: str) -> bool:
    """Keep a report as it was generated; nothing stops the report itself where that cannot be done.

    Args:
        store: where it is kept.
        text: the whole report, with the comment at its end.

    Returns:
        Whether it was kept.
    """
    stamp = stamp_of(text)
    if stamp is None or not is_whole(text):
        return False
    try:
        store.remember(stamp.digest, text)
    except (StoreError, OSError):
        return False
    return True


def written_before(store: Store, digest: str) -> str | None:
    """The report of that digest as it was generated; None where this store does not know it."""
    try:
        text = store.written(digest)
    except (StoreError, OSError):
        return None
    return text if text is not None and is_whole(text) else None
