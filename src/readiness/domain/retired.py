"""Ids are for ever: where answers and plans go whose ids a questionnaire has retired."""

from collections.abc import Iterable

from readiness.domain.questionnaire import Questionnaire


class Retired:
    """Follows retired ids to what replaced them."""

    def __init__(self, questionnaires: Iterable[Questionnaire]) -> None:
        self._map: dict[str, str | None] = {}
        for questionnaire in questionnaires:
            self._map.update(questionnaire.retired)

    def __contains__(self, name: str) -> bool:
        return self._match(name) is not None

    def targets(self, name: str) -> bool:
        """Whether an id is what a retired one became (or lies inside of it)."""
        return any(name == new or name.startswith(f"{new}.") for new in self._map.values() if new)

    def carried(self, name: str) -> str | None:
        """The id that took the place of this one, which may be retired itself; None where nothing did."""
        seen: set[str] = set()
        at: str | None = name
        while at is not None and at not in seen and (old := self._match(at)) is not None:
            seen.add(at)
            new = self._map[old]
            at = None if new is None else new + at[len(old) :]
        return None if at in seen else at

    def _match(self, name: str) -> str | None:
        """The retired id that is this one or holds it: its action, its item or its section."""
        parts = name.split(".")
        for n in range(len(parts), 0, -1):
            prefix = ".".join(parts[:n])
            if prefix in self._map:
                return prefix
        return None
