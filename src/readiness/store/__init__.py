"""Assessments that survive a power cut: one SQLite file, one durable transaction per answer."""

from readiness.store.model import Draft, Header, Outcome, Stored, Summary
from readiness.store.store import Store, default_path

__all__ = ["Draft", "Header", "Outcome", "Store", "Stored", "Summary", "default_path"]
