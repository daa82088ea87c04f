"""Another round: the same agency asked once more, as a follow-up or from the beginning."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from readiness.assessment.naming import new_id
from readiness.assessment.session import FIRST, Clock, Session, open_session, start
from readiness.domain import rounds
from readiness.domain.answers import Assessment, Respondent, Scope
from readiness.domain.carrying import carried, respondent_id
from readiness.domain.evaluation import ONBOARDING, evaluate
from readiness.domain.flow import FOLLOW_UP
from readiness.domain.log import Entry
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.domain.retired import Retired
from readiness.domain.rounds import Earlier, NextRound
from readiness.loading import Library, LoadedAnswers
from readiness.store import Header, Store

FIRST_ROUND, SECOND_ROUND = "baseline", "follow-up"


def next_round(earlier: Header | Assessment, stored: Collection[Header]) -> str:
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


class Begun(msgspec.Struct, frozen=True):
    """A follow-up that has just begun, and what it asks again and carries over."""

    session: Session
    round: NextRound


def earlier_of(session: Session) -> Earlier:
    """A stored assessment as a round to look back on."""
    return Earlier(
        evaluation=session.evaluation(),
        entries=session.entries,
        respondents=session.header.respondents,
        id=session.id,
    )


def earlier_of_file(loaded: LoadedAnswers) -> Earlier:
    """An answers file as a round to look back on."""
    names = list(loaded.assessment.questionnaires)
    if ONBOARDING in loaded.library.ids():
        names.append(ONBOARDING)
    questionnaires = loaded.library.questionnaires(names)
    evaluation = evaluate(
        loaded.assessment, questionnaires, loaded.plan, loaded.owners, carried=carried(loaded.log)
    )
    return Earlier(evaluation=evaluation, entries=loaded.log, id=loaded.id or "")


def follow_up(
    store: Store,
    library: Library,
    clock: Clock,
    earlier: Earlier,
    *,
    round_name: str,
    respondent: Respondent | None = None,
    scope: Scope | None = None,
) -> Begun:
    """Begin the next round with today's wording: ask again what has to be asked, and carry the rest over.

    Args:
        store: where the new round is kept; all of it, or nothing.
        library: today's content.
        clock: the time; what is overdue depends on the day.
        earlier: the round before, which stays as it is.
        round_name: what the new round is called.
        respondent: who answers now; the same as before where nobody says.
        scope: the same as before where nobody says.

    Raises:
        NotFound: one of its questionnaires is not there any more.
        StoreError: the store cannot be written.
    """
    now, before = clock(), earlier.evaluation.assessment
    asked = tuple(dict.fromkeys((*_if_known(library, FOLLOW_UP), *before.questionnaires)))
    loaded = library.questionnaires((*asked, *_if_known(library, ONBOARDING)))
    today = now.astimezone().date()
    header = Header(
        id=new_id(before.agency),
        agency=before.agency,
        round=round_name,
        date=today,
        scope=scope or before.scope,
        respondents={FIRST: respondent or before.respondent},
        questionnaires=tuple(f"{q.id}@{q.version}" for q in loaded if q.kind == "questionnaire"),
        sections=tuple(_sections(before.sections, loaded)),
        created=now,
    )
    found = rounds.next_round(earlier, loaded, header.scope, today)
    items = {item.id: item for q in loaded for item in q.items()}
    entries = tuple(_entries(found, items, now))
    store.create(header, library.texts([q.id for q in loaded]), entries)
    return Begun(open_session(store, library, header.id), found)


def _if_known(library: Library, name: str) -> tuple[str, ...]:
    return (name,) if name in library.ids() else ()


def _sections(chosen: Sequence[str], questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    """The sections that somebody chose, by their ids of today."""
    retired = Retired(questionnaires)
    for name in chosen:
        new = retired.carried(name) if name in retired else name
        if new is not None:
            yield new


def _entries(found: NextRound, items: Mapping[str, Item], now: datetime) -> Iterator[Entry]:
    for number, (name, each) in enumerate(found.carried.items(), 1):
        yield Entry(
            number=number,
            respondent=respondent_id(each.origin),
            item=name,
            answer=each.answer,
            wording=items[name].wording,
            at=now,
        )
