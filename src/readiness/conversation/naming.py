"""When a name is given for one action, it is remembered as that of the role behind it: told once, used everywhere."""

import re

from msgspec.structs import replace

from readiness.conversation.state import Named, State
from readiness.domain.owners import Owners, key
from readiness.domain.plan import PlannedAction

MOST_WORDS = 4
# Parts of names that are written small.
_SMALL = frozenset("al bin da de del der di du el la le van von y".split())
# What is written large and is still nobody's name.
_NOBODY = frozenset(
    [
        *"a an the my our your his her their i me we us you he she they all any every each some".split(),
        *"somebody someone anybody anyone everybody everyone nobody whoever both either none".split(),
        *"and or with not tbd tba unknown myself ourselves it is isn't to be".split(),
        *"board team staff lead leader director manager supervisor coordinator officer chief".split(),
        *"president chair head assistant deputy office department committee program programme".split(),
        *"executive clinical human resources finance quality records training peer peers it".split(),
        *"volunteer volunteers intern agency county state counsel consultant new".split(),
    ]
)
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]+)*\.?")


def remembered(planned: PlannedAction, owner: str, owners: Owners) -> Named | None:
    """The role whose holder was just named; None where that is not sure, or somebody else holds it.

    A name that was given for this very action before may be put right.

    Args:
        planned: the action, as it was before.
        owner: who takes it on, as typed.
        owners: names by role.
    """
    role = planned.action.owner
    if not role or not is_name(owner):
        return None
    held = next((name for each, name in owners.items() if key(each) == key(role)), "")
    if held and (held == owner or held != planned.mark.owner):
        return None
    return Named(role, owner)


def is_name(text: str) -> bool:
    """Whether a text is surely a person's name: a few words, written as names are, and none that says a role."""
    words = text.split()
    if not 1 <= len(words) <= MOST_WORDS or words[0].casefold() in _SMALL:
        return False
    return all(_fits(word) for word in words)


def with_name(state: State, named: Named) -> State:
    """The conversation after somebody was named."""
    others = {role: name for role, name in state.owners.items() if key(role) != key(named.role)}
    return replace(state, owners={**others, named.role: named.name})


def _fits(word: str) -> bool:
    plain = word.casefold().strip(".")
    short = len(plain) > 1 and word.isupper()  # HR, CEO
    if short or plain in _NOBODY or not _WORD.fullmatch(word):
        return False
    return plain in _SMALL or word[0].isupper() or not word[0].islower()
