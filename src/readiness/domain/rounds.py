"""The next round: what is asked again, what is carried over, and why.

Asked again are all gates, and whatever was low, unknown, worded differently, overdue, or called Fully by leadership
alone; so is what an action was done about, dates that have passed, and the facts that time changes by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from readiness.domain.answers import Answer, Missing, Respondent, Scope
from readiness.domain.carrying import Origin, origin_of
from readiness.domain.conditions import tests
from readiness.domain.evaluation import Evaluation
from readiness.domain.flow import FOLLOW_UP, Flow
from readiness.domain.log import Entry, sources
from readiness.domain.marks import is_live
from readiness.domain.plan import standing
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.domain.retired import Retired
from readiness.domain.scoring import points_of

Reason = Literal[
    "gate",  # no average may hide it
    "low",  # not yet in place, or only planned
    "unknown",  # nobody knew, or it was left open
    "wording",  # people read something else today
    "overdue",  # an action about it is past its day
    "done",  # an action about it was done
    "leadership",  # called Fully, and only from leadership's seat
    "fact",  # time changes it
    "date",  # a day that has passed
    "follows",  # it asks more about something that is asked again
    "new",  # it was not asked
]

# Facts of the profile that hiring changes; everything about the time since the last round is one anyway.
CHANGING = ("profile.peers_now",)


class Voice(msgspec.Struct, frozen=True):
    """Who gave an answer; `origin` where it was carried over from an earlier round."""

    respondent: Respondent
    origin: Origin | None = None


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """A round as it is looked back on.

    Attributes:
        evaluation: its answers, and what follows from them.
        entries: its log, oldest first; empty for an answers file that has none.
        respondents: who answered, by their ids in the log.
        id: empty for an answers file without one.
    """

    evaluation: Evaluation
    entries: Sequence[Entry] = ()
    respondents: Mapping[str, Respondent] = {}
    id: str = ""

    def voice_of(self, entry: Entry | None) -> Voice:
        """Who is behind an entry of the log; without one, whose assessment it is."""
        answerer = self.evaluation.assessment.respondent
        if entry is None:
            return Voice(answerer)
        origin = origin_of(entry.respondent)
        if origin is not None:
            return Voice(Respondent(role=origin.role), origin)
        return Voice(self.respondents.get(entry.respondent, answerer))


class Carried(msgspec.Struct, frozen=True):
    """An answer that is carried over, and where it is from."""

    answer: Answer
    origin: Origin


class NextRound(msgspec.Struct, frozen=True):
    """What becomes of each item of today's questionnaires, by id, in the order of asking.

    Attributes:
        carried: not asked again.
        again: asked, and why; an item that no answer calls for may be among them.
    """

    carried: Mapping[str, Carried]
    again: Mapping[str, tuple[Reason, ...]]


def next_round(
    earlier: Earlier, questionnaires: Sequence[Questionnaire], scope: Scope, today: date
) -> NextRound:
    """What a follow-up of an earlier round asks again, and what it carries over.

    Args:
        earlier: the round before.
        questionnaires: those of the follow-up, with today's wording.
        scope: of the follow-up; what it does not ask is neither carried over nor asked.
        today: what is overdue, and which days have passed, depends on it.
    """
    look = _Look(earlier, questionnaires, today)
    carried: dict[str, Carried] = {}
    again: dict[str, tuple[Reason, ...]] = {}
    for item in Flow(tuple(questionnaires), scope).items.values():
        reasons = tuple(look.reasons(item, again))
        was = look.before.get(item.id)
        if reasons or was is None:
            again[item.id] = reasons
        else:
            carried[item.id] = look.carried(was)
    return NextRound(carried, again)


class _Look:
    """Looks back on one round from today's questionnaires.

    `before` has, by today's ids, the items that were asked and answered; the id of an item that was retired leads to
    what took its place, unless that had an answer of its own.
    """

    def __init__(
        self, earlier: Earlier, questionnaires: Sequence[Questionnaire], today: date
    ) -> None:
        evaluation = earlier.evaluation
        self._earlier, self._today = earlier, today
        self._answers = evaluation.answers
        self._sources = sources(earlier.entries)
        self._late, self._done = _acted_on(evaluation, today)
        self._facts = {i.id for q in questionnaires if q.id == FOLLOW_UP for i in q.items()}
        answered = {name: i for name, i in evaluation.asked.items() if name in self._answers}
        retired, renamed = Retired(questionnaires), dict[str, Item]()
        for name, item in answered.items():
            new = retired.carried(name) if name in retired else None
            if new is not None:
                renamed.setdefault(new, item)
        self.before: dict[str, Item] = {**renamed, **answered}

    def carried(self, was: Item) -> Carried:
        """What an item was answered with, to be carried over: its note stays, and is private again."""
        answer = msgspec.structs.replace(self._answers[was.id], share=False)
        voice = self._earlier.voice_of(self._sources.get(was.id))
        assessment = self._earlier.evaluation.assessment
        here = Origin(
            assessment=self._earlier.id,
            round=assessment.round,
            date=assessment.date,
            role=voice.respondent.role,
        )
        return Carried(answer, voice.origin or here)

    def reasons(self, item: Item, again: Mapping[str, object]) -> Iterator[Reason]:
        """Why an item is asked again; none where it is not.

        Args:
            item: of today's questionnaires.
            again: what is asked again of all that comes before it.
        """
        if item.gate is not None:
            yield "gate"
        if item.id in self._facts or item.id in CHANGING:
            yield "fact"
        was = self.before.get(item.id)
        if was is None:
            yield "new"
            return
        yield from self._of_answer(item, was)
        if was.id in self._late:
            yield "overdue"
        if was.id in self._done:
            yield "done"
        if not item.scored and item.when and any(t.item in again for t in tests(item.when)):
            yield "follows"

    def _of_answer(self, item: Item, was: Item) -> Iterator[Reason]:
        answer = self._answers[was.id]
        if answer.value in (Missing.DONT_KNOW, Missing.SKIPPED):
            yield "unknown"
        source = self._sources.get(was.id)
        asked = source.wording if source and source.wording else was.wording
        if asked != item.wording or not _fits(item, answer):
            yield "wording"
        points = points_of(was, self._answers) if was.scored else None
        if points is not None and standing(points) == "not_yet":
            yield "low"
        if isinstance(answer.value, date) and answer.value < self._today:
            yield "date"
        if self._is_top(was) and self._leadership_alone(was.id):
            yield "leadership"

    def _is_top(self, was: Item) -> bool:
        return bool(was.scored and was.scale and self._answers[was.id].value == was.scale.ids[-1])

    def _leadership_alone(self, item_id: str) -> bool:
        """Whether nobody from another seat gave this answer too."""
        value = self._answers[item_id].value
        same = [e for e in self._earlier.entries if e.item == item_id and _says(e, value)]
        voices = [self._earlier.voice_of(e) for e in same] or [self._earlier.voice_of(None)]
        return {voice.respondent.role for voice in voices} == {"leadership"}


def _says(entry: Entry, value: object) -> bool:
    return entry.undoes is None and entry.answer is not None and entry.answer.value == value


def _acted_on(evaluation: Evaluation, today: date) -> tuple[set[str], set[str]]:
    """The items with an action past its day, and those with one that was done.

    An action that a whole section calls for is about everything in it.
    """
    late: set[str] = set()
    done: set[str] = set()
    for planned in evaluation.plan.actions:
        about = (planned.item,) if planned.item else planned.section.items
        names = {item.id for item in about}
        if planned.mark.state == "done":
            done |= names
        elif is_live(planned) and planned.due is not None and planned.due < today:
            late |= names
    return late, done


def _fits(item: Item, answer: Answer) -> bool:
    """Whether an item can still hold such an answer."""
    value = answer.value
    if isinstance(value, Missing):
        return True
    if item.kind == "choices":
        known = item.scale.ids if item.scale else ()
        return isinstance(value, tuple) and set(value) <= set(known)
    if item.kind == "choice":
        return item.scale is not None and value in item.scale.ids
    if item.kind == "date":
        return isinstance(value, date)
    return isinstance(value, str if item.kind == "text" else int | float)
