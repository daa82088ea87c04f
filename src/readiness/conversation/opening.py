"""The three questions before the first one: which agency, from which seat, how much time."""

from collections.abc import Sequence

import msgspec

from readiness.conversation.closing import minutes
from readiness.conversation.commands import NO_ITEM
from readiness.conversation.interpret import interpret
from readiness.conversation.phrases import Phrases
from readiness.conversation.state import State
from readiness.domain.answers import DEFAULT_QUESTIONNAIRES, ROLES, SCOPES, Role, Scope
from readiness.domain.flow import Flow
from readiness.loading import Library

SKIP = ("skip", "-", "")


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """What is known before an assessment begins; what is missing is asked for."""

    agency: str = ""
    role: Role | None = None
    name: str = ""
    scope: Scope | None = None
    round: str = "baseline"
    questionnaires: tuple[str, ...] = DEFAULT_QUESTIONNAIRES
    role_left_open: bool = False

    @property
    def missing(self) -> str | None:
        """The next thing to ask: `agency`, `role` or `scope`; None when all is known."""
        if not self.agency:
            return "agency"
        if self.role is None and not self.role_left_open:
            return "role"
        return None if self.scope else "scope"


def full_minutes(library: Library, questionnaires: Sequence[str] = DEFAULT_QUESTIONNAIRES) -> int:
    """About how long the full check takes, in minutes, rounded to five, as `closing.minutes` has it."""
    flow = Flow(library.questionnaires(questionnaires))
    return minutes(State(answers={}), len(flow.asked({})))


def ask(opening: Opening, say: Phrases, minutes: int) -> str:
    """The question for what is missing.

    Args:
        opening: what is known.
        say: the phrases.
        minutes: how long the full check takes.
    """
    return say(f"setup_{opening.missing}", minutes=minutes)


def leaves(text: str) -> bool:
    """Whether somebody stops before anything has begun."""
    return interpret(text, NO_ITEM).command in ("pause", "finish")


def take(opening: Opening, text: str, say: Phrases) -> tuple[Opening, str]:
    """What is known after a text; and what to say when the text did not help, else an empty text."""
    words = text.strip()
    if opening.missing == "agency":
        known = msgspec.structs.replace(opening, agency=words)
        return known, "" if words else say("setup_agency_empty")
    if opening.missing == "role":
        role = _role(words, say)
        if role is None and words.lower() in SKIP:
            return msgspec.structs.replace(opening, role_left_open=True), ""
        return msgspec.structs.replace(opening, role=role), "" if role else say(
            "setup_role_unclear"
        )
    scope = _scope(words)
    return msgspec.structs.replace(opening, scope=scope), "" if scope else say(
        "setup_scope_unclear"
    )


def _role(words: str, say: Phrases) -> Role | None:
    wanted = words.lower().rstrip(".")
    if wanted.isdecimal() and 1 <= int(wanted[:4]) <= len(ROLES):
        return ROLES[int(wanted[:4]) - 1]
    for role in ROLES:
        if wanted in (role, role.replace("_", " "), say(f"role_{role}")):
            return role
    near = [role for role in ROLES for word in _ROLE_WORDS[role] if word in wanted.split()]
    return near[0] if len(set(near)) == 1 else None


def _scope(words: str) -> Scope | None:
    wanted = words.lower().rstrip(".")
    if wanted.isdecimal() and 1 <= int(wanted[:4]) <= len(SCOPES):
        return ("quick", "full")[int(wanted[:4]) - 1]
    found: list[Scope] = [scope for scope in SCOPES if scope in wanted.split()]
    return found[0] if len(found) == 1 else None


_ROLE_WORDS: dict[Role, tuple[str, ...]] = {
    "leadership": ("director", "ceo", "leader", "leadership", "executive", "manager", "boss"),
    "supervisor": ("supervisor", "supervise"),
    "peer_staff": ("peer", "peers"),
    "other_staff": ("staff", "clinician", "hr", "admin"),
    "person_served_or_family": ("family", "parent", "served", "relative"),
}
