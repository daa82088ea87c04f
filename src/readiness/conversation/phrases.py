"""The words of the chatbot, from questionnaires/phrases.yaml."""

from collections.abc import Mapping, Sequence


class Phrases:
    """Says things by key.

    Args:
        texts: one or more wordings for each key.
    """

    def __init__(self, texts: Mapping[str, Sequence[str]]) -> None:
        self._texts = texts

    def __call__(self, key: str, turn: int = 0, /, **words: object) -> str:
        """A text by its key, with its words filled in; several wordings take turns with `turn`.

        Raises:
            KeyError: no such key, or a word is missing.
        """
        wordings = self._texts[key]
        return wordings[turn % len(wordings)].format(**words)
