"""Assessments that survive a power cut: one SQLite file, one durable transaction per answer."""

from readiness.store.model import Draft, Header, Outcome, Stored, Summary
from readiness.store.place import default_path
from readiness.store.store import Store

__all__ = ["Draft", "Header", "Outcome", "Store", "Stored", "Summary", "default_path"]
