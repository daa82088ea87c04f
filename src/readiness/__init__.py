"""Readiness: a guided self-check for agencies that want to employ peer support workers."""

__version__ = "0.1.0"
