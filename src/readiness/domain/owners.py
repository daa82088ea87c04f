"""Who is who: the roles that a plan gives its actions to, and the names of the people who hold them.

A role is told once for each assessment and named everywhere. Roles are compared without regard to case and spaces; a
name that somebody typed for one action stands before that of its role.
"""

from collections.abc import Iterable, Mapping

import msgspec

from readiness.domain.plan import Plan, PlannedAction
from readiness.domain.questionnaire import Questionnaire

Owners = Mapping[str, str]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A role and who holds it.

    Attributes:
        name: empty where nobody is named.
        actions: how many actions of the plan, dropped ones left out, are given to this role.
    """

    role: str
    name: str
    actions: int


def key(role: str) -> str:
    """A role as it is compared."""
    return " ".join(role.split()).casefold()


def named(written: str, suggested: str, owners: Owners) -> tuple[str, str]:
    """Who takes an action on: the name (or whatever else is known) and the role behind it, empty where there is none.

    Args:
        written: whom people named for this one action; empty where nobody did.
        suggested: the role that the action suggests.
        owners: names by role.
    """
    names = {key(role): name for role, name in owners.items() if role.strip() and name.strip()}
    who = written or suggested
    if key(who) in names:
        return names[key(who)], who
    if written and names.get(key(suggested), "").casefold() == written.casefold():
        return written, suggested
    return who, ""


def with_names(planned: Iterable[PlannedAction], owners: Owners) -> tuple[PlannedAction, ...]:
    """The same actions, each with the name behind its role."""
    if not owners:
        return tuple(planned)
    return tuple(_with_name(each, owners) for each in planned)


def held(plan: Plan, questionnaires: Iterable[Questionnaire], owners: Owners) -> tuple[Held, ...]:
    """Every role that there is, those with most actions at the top.

    Args:
        plan: as people have made it their own.
        questionnaires: whose actions suggest roles.
        owners: names by role.
    """
    found: dict[str, str] = {}
    for role in (*roles(questionnaires), *owners):
        found.setdefault(key(role), role)
    given = [key(each.role or each.mark.owner or each.action.owner) for each in plan.actions]
    names = {key(role): name for role, name in owners.items()}
    order = sorted(filter(None, found), key=lambda role: (-given.count(role), role))
    return tuple(
        Held(role=found[role], name=names.get(role, ""), actions=given.count(role))
        for role in order
    )


def roles(questionnaires: Iterable[Questionnaire]) -> tuple[str, ...]:
    """The roles that the actions of some questionnaires suggest, each once."""
    actions = [
        action
        for questionnaire in questionnaires
        for section in questionnaire.sections
        for action in (
            *([section.ask_staff] if section.ask_staff else []),
            *(action for item in section.items for action in item.actions),
        )
    ]
    return tuple({key(action.owner): action.owner for action in actions if action.owner}.values())


def _with_name(planned: PlannedAction, owners: Owners) -> PlannedAction:
    name, role = named(planned.mark.owner, planned.action.owner, owners)
    return msgspec.structs.replace(planned, name=name, role=role) if role else planned
