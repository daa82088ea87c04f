"""A report as a tree of headings, paragraphs, lists and tables: what HTML, PDF and DOCX are made from.

It is read from the Markdown report, so that one template for each kind of report, and a person's own edits, hold for
every format.
"""
