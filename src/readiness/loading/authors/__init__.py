"""For people who write questionnaires: checking, advice, a schema for their editor, and a look at the result."""
