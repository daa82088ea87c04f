"""How typed text is understood: tokens, chunks, clauses, and one reader for every kind of item."""
