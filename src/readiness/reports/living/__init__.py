"""A plan that lives: a report in Markdown that people edit, read back, and bring up to date.

Pure: text in, text out. Nothing here knows a store or a clock. Each entry of a plan is known by the comment at the end
of its line; the comment at the end of a report says what was generated, so that edits can be told from what is new.
"""
