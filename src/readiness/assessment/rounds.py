"""Another round: the same agency asked once more, from the beginning."""

import re
from collections.abc import Collection

from readiness.assessment.session import Clock, Session, start
from readiness.domain.answers import Respondent
from readiness.loading import Library
from readiness.store import Header, Store

FIRST_ROUND, SECOND_ROUND = "baseline", "follow-up"


def next_round(earlier: Header, stored: Collection[Header]) -> str:
    """A name for the round after one: "follow-up" after "baseline", else with the next number that is free.

    Args:
        earlier: the round that was.
        stored: all assessments; a round that the agency has already is not proposed again.
    """
    taken = {header.round.casefold() for header in stored if header.agency == earlier.agency}
    name = earlier.round.strip()
    if name.casefold() in ("", FIRST_ROUND) and SECOND_ROUND not in taken:
        return SECOND_ROUND
    numbered = re.fullmatch(r"(.*?)\s*(\d{1,6})", name)
    stem, number = (numbered[1], int(numbered[2])) if numbered else (name, 1)
    if stem.casefold() in ("", FIRST_ROUND) and not numbered:
        stem = SECOND_ROUND
    while True:
        number += 1
        proposed = f"{stem} {number}".strip()
        if proposed.casefold() not in taken:
            return proposed


def start_again(
    store: Store, library: Library, clock: Clock, earlier: Header, round_name: str
) -> Session:
    """Begin a new, empty assessment of the same agency, scope, sections and respondent, with today's wording.

    Raises:
        NotFound: one of its questionnaires is not there any more.
        StoreError: the store cannot be written.
    """
    return start(
        store,
        library,
        clock,
        agency=earlier.agency,
        round_name=round_name,
        scope=earlier.scope,
        respondent=next(iter(earlier.respondents.values()), Respondent()),
        questionnaires=[name.partition("@")[0] for name in earlier.questionnaires],
        sections=earlier.sections,
    )
