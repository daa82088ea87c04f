"""Moments as people say them."""

from datetime import datetime


def when(touched: datetime, now: datetime) -> str:
    """A moment as people say it: "just now", "today", "yesterday", "Tuesday", "3 November", "3 November 2025".

    Args:
        touched: the moment, with its zone.
        now: the moment of looking, with its zone; days are those of the place where the person is.
    """
    there, here = touched.astimezone(), now.astimezone()
    days = (here.date() - there.date()).days
    if days <= 0:
        return "just now" if abs((here - there).total_seconds()) < 300 else "today"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"{there:%A}"
    day = f"{there.day} {there:%B}"
    return day if there.year == here.year else f"{day} {there.year}"
