"""Moving an assessment between machines: out to an answers file, and in from one."""

from collections.abc import Sequence

from readiness.assessment.naming import new_id
from readiness.assessment.session import FIRST, Clock
from readiness.domain.answers import Assessment, Respondent
from readiness.domain.carrying import origin_of
from readiness.domain.evaluation import ONBOARDING
from readiness.domain.log import Entry, current
from readiness.domain.problem import Problem
from readiness.errors import InvalidInput
from readiness.loading import AnswersFile, Library, LoadedAnswers
from readiness.store import Header, Outcome, Store, Stored


def export(store: Store, assessment_id: str) -> AnswersFile:
    """A stored assessment as an answers file, with its wording, log and plan.

    Args:
        store: where it is kept.
        assessment_id: the id, or enough of its beginning to tell it from all others.

    Raises:
        NotFound: there is none.
    """
    stored = store.load(assessment_id)
    header = stored.header
    names = [name.partition("@") for name in header.questionnaires]
    assessment = Assessment(
        agency=header.agency,
        answers=current(stored.entries),
        round=header.round,
        date=header.date,
        scope=header.scope,
        respondent=next(iter(header.respondents.values()), Respondent()),
        questionnaires=tuple(name for name, _, _ in names),
        sections=header.sections,
    )
    return AnswersFile(
        assessment=assessment,
        id=header.id,
        versions={name: version for name, _, version in names if version},
        wording=store.wording(header.id),
        log=stored.entries,
        plan=stored.plan,
        parking=stored.parked,
        owners=stored.owners,
    )


def take_in(
    store: Store, library: Library, clock: Clock, loaded: LoadedAnswers
) -> tuple[str, Outcome]:
    """Put an answers file into the store, whole or not at all.

    Args:
        store: where it will be kept.
        library: today's wording, for a file that brings none of its own.
        clock: the time, for answers that come without a log.
        loaded: the file.

    Returns:
        The assessment's id, and whether it was new, extended a known one, or held nothing new.

    Raises:
        InvalidInput: its answers are not those that its log leaves standing.
        Conflict: its id is known here, and the two logs have gone different ways.
        StoreError: the store cannot be written.
    """
    assessment = loaded.assessment
    if loaded.log and current(loaded.log) != dict(assessment.answers):
        raise InvalidInput([_contradiction(loaded)])
    names = (
        *assessment.questionnaires,
        *([ONBOARDING] if ONBOARDING in loaded.library.ids() else []),
    )
    questionnaires = loaded.library.questionnaires(assessment.questionnaires)
    entries = loaded.log or _log(loaded, clock)
    header = Header(
        id=loaded.id or new_id(assessment.agency),
        agency=assessment.agency,
        round=assessment.round,
        date=assessment.date or clock().astimezone().date(),
        scope=assessment.scope,
        respondents={_answerer(entries): assessment.respondent},
        questionnaires=tuple(
            f"{q.id}@{loaded.versions.get(q.id, q.version) if loaded.wording else q.version}"
            for q in questionnaires
        ),
        sections=assessment.sections,
        created=entries[0].at if entries else clock(),
    )
    wording = loaded.wording if loaded.wording is not None else library.texts(names)
    stored = Stored(
        header=header,
        entries=entries,
        plan=loaded.plan,
        parked=loaded.parking,
        owners=loaded.owners,
    )
    outcome = store.restore(stored, wording)
    return header.id, outcome


def _answerer(entries: Sequence[Entry]) -> str:
    """The id in a log of who answers here; not of what was carried over from an earlier round."""
    names = (entry.respondent for entry in entries)
    return next((name for name in names if origin_of(name) is None), FIRST)


def _log(loaded: LoadedAnswers, clock: Clock) -> tuple[Entry, ...]:
    """A log for answers that come without one: as if all of them had been given now."""
    now = clock()
    items = {
        i.id: i
        for q in loaded.library.questionnaires(loaded.assessment.questionnaires)
        for i in q.items()
    }
    return tuple(
        Entry(
            number=number,
            respondent=FIRST,
            item=item_id,
            answer=answer,
            wording=items[item_id].wording if item_id in items else "",
            at=now,
        )
        for number, (item_id, answer) in enumerate(loaded.assessment.answers.items(), 1)
    )


def _contradiction(loaded: LoadedAnswers) -> Problem:
    logged = current(loaded.log)
    answers = loaded.assessment.answers
    differing = sorted(i for i in {*logged, *answers} if logged.get(i) != answers.get(i))
    message = f"this is not what the log of this file ends with for `{differing[0]}`"
    hint = (
        "To keep the answers as they stand, take `id` and `log` out of the file and import again."
    )
    return loaded.report.problem(("answers", differing[0]), message, hint)
