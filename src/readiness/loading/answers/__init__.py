"""Answers files, in and out."""
