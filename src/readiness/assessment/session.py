"""One assessment while it is being answered: every answer goes to the store before anything else happens."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

import msgspec

from readiness.assessment import history
from readiness.assessment.beside import Beside
from readiness.assessment.naming import new_id
from readiness.assessment.place import Place, place_of, written
from readiness.domain.answers import (
    DEFAULT_QUESTIONNAIRES,
    Answer,
    Answers,
    Assessment,
    Respondent,
    Scope,
    is_open,
)
from readiness.domain.carrying import carried
from readiness.domain.evaluation import ONBOARDING, Evaluation, evaluate
from readiness.domain.flow import Flow, flow_of
from readiness.domain.log import Entry, PlanMark
from readiness.domain.questionnaire import Item, Questionnaire
from readiness.loading import Library
from readiness.store import Header, Store

Clock = Callable[[], datetime]
FIRST = "1"


class Progress(msgspec.Struct, frozen=True):
    """How far somebody is: items with any answer, out of those asked."""

    done: int
    total: int


class Session(Beside):
    """An assessment in the store, opened for answering.

    Its questionnaires are those it began with, whatever is shipped today; `library` gives today's glossary, trainings
    and resources.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        header: Header,
        questionnaires: Sequence[Questionnaire],
        entries: Sequence[Entry],
        marks: Mapping[str, PlanMark] | None = None,
        owners: Mapping[str, str] | None = None,
    ) -> None:
        self._store = store
        self.answers: Answers = {}
        self._asked: tuple[Flow | None, Answers, dict[str, Item]] = (None, {}, {})
        self._entries: list[Entry] = []
        self._latest: dict[str, Answer | None] = {}
        self.theirs: set[int] = set()  # numbers of entries that others stored while this was open
        self._ours: set[int] = set()  # numbers of those stored here, or by a reader of this session
        self._take(entries)
        self.marks: Mapping[str, PlanMark] = dict(marks or {})
        self.owners = dict(owners or {})
        self.library = library
        self.header = header
        self.questionnaires = tuple(questionnaires)
        self.flow: Flow = flow_of(self.assessment, self.questionnaires)

    @property
    def id(self) -> str:
        """The assessment's id."""
        return self.header.id

    @property
    def assessment(self) -> Assessment:
        """The assessment as it stands."""
        header = self.header
        return Assessment(
            agency=header.agency,
            answers=self.answers,
            round=header.round,
            date=header.date,
            scope=header.scope,
            respondent=next(iter(header.respondents.values()), Respondent()),
            questionnaires=tuple(name.partition("@")[0] for name in header.questionnaires),
            sections=header.sections,
        )

    def today(self) -> date:
        """The day it is, where the person is."""
        return self._store.now().astimezone().date()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The log, oldest first."""
        return tuple(self._entries)

    def asked(self) -> dict[str, Item]:
        """The items that the answers so far call for, by id, in the order of asking; kept until they are replaced."""
        flow, answers, _ = self._asked
        if flow is not self.flow or answers is not self.answers:
            self._asked = (self.flow, self.answers, self.flow.asked(self.answers))
        return self._asked[2]

    def next_item(self, after: str | None = None) -> Item | None:
        """The first unanswered item after one (or from the start), then round from the start; None when all are."""
        asked = list(self.asked().values())
        start = next((n + 1 for n, item in enumerate(asked) if item.id == after), 0)
        for item in asked[start:] + asked[:start]:
            if is_open(self.answers.get(item.id)):
                return item
        return None

    def progress(self) -> Progress:
        """How far the whole assessment is."""
        return self.progress_of(tuple(self.asked()))

    def progress_of(self, item_ids: Sequence[str]) -> Progress:
        """How far some of the asked items are."""
        asked = self.asked()
        wanted = [item_id for item_id in item_ids if item_id in asked]
        return Progress(sum(not is_open(self.answers.get(i)) for i in wanted), len(wanted))

    def record(
        self,
        item_id: str,
        answer: Answer | None,
        *,
        undoes: int | None = None,
        place: Place | None = None,
    ) -> Entry:
        """Store an answer; it is durable when this returns.

        Args:
            item_id: an item of this assessment.
            answer: None takes the answer away.
            undoes: the number of the entry that this one takes back.
            place: what is asked next, kept in the same breath.

        Raises:
            Conflict: another process answered the same item since this session last looked. Nothing was stored; after
                `refresh` the same call goes through.
            StoreError: the store cannot be written. Nothing was stored.
        """
        entry = self._store.append(
            self.id,
            item=item_id,
            answer=answer,
            wording=self.flow.items[item_id].wording if item_id in self.flow.items else "",
            respondent=next(iter(self.header.respondents), FIRST),
            seen=self._entries[-1].number if self._entries else 0,
            undoes=undoes,
            talk=None if place is None else written(place),
        )
        self._ours.add(entry.number)
        if entry.number == len(self._entries) + 1:
            self._take([entry])
        else:  # another process answered something else meanwhile: take that in too
            self.refresh()
        return entry

    def refresh(self) -> tuple[Entry, ...]:
        """Take in what other processes stored meanwhile; returns those entries."""
        newer = self._store.since(self.id, self._entries[-1].number if self._entries else 0)
        self._take(newer)
        self.theirs.update(entry.number for entry in newer if entry.number not in self._ours)
        return tuple(newer)

    def reader(self) -> "Session":
        """The same assessment to look at: what it takes in by `refresh` does not disturb whoever answers here."""
        own = (self.header, self.questionnaires, self._entries, self.marks, self.owners)
        made = Session(self._store, self.library, *own)
        made._ours = self._ours
        return made

    def keep_place(self, place: Place) -> None:
        """Keep where the conversation is: to go on from there, and for whoever looks on (see following.py)."""
        self._store.save_talk(self.id, written(place))

    @property
    def place(self) -> Place | None:
        """The place that was kept last, here or by another process; None where none was."""
        return place_of(kept) if (kept := self._store.talk(self.id)) else None

    def undo(self, place: Place | None = None) -> Entry | None:
        """Take back the newest answer that stands and is not one of `theirs`, by another entry; None for nothing."""
        return self._step(history.undo(self._entries, self.theirs), place)

    def redo(self, place: Place | None = None) -> Entry | None:
        """Bring back what `undo` took last, unless something was answered since; None when there is nothing."""
        return self._step(history.redo(self._entries, self.theirs), place)

    def _step(self, step: history.Step | None, place: Place | None) -> Entry | None:
        if step is None:
            return None
        return self.record(step.item, step.answer, undoes=step.undoes, place=place)

    def choose(self, sections: Sequence[str]) -> None:
        """Ask these sections, in this order; answers to the others stay, and count for nothing meanwhile.

        Args:
            sections: ids (see sections.py); none means all, as the files have them.

        Raises:
            StoreError: the store cannot be written.
        """
        self._store.choose_sections(self.id, sections)
        self.header = msgspec.structs.replace(self.header, sections=tuple(sections))
        self.flow = flow_of(self.assessment, self.questionnaires)

    def mark(self, marks: Mapping[str, PlanMark], place: Place | None = None) -> None:
        """Store what people decided about actions, or ticked; it is durable when this returns.

        Args:
            marks: by the full id of an action or of an entry of the checklist. All are kept, or none.
            place: as `record` has it.

        Raises:
            StoreError: the store cannot be written. Nothing was stored.
        """
        if marks:
            self._store.mark_all(self.id, marks, talk=None if place is None else written(place))
            self.marks = {**self.marks, **marks}

    def refresh_marks(self) -> Mapping[str, PlanMark]:
        """Take in what other processes decided meanwhile, and whom they named; returns all marks as they stand."""
        self.marks, self.owners = self._store.marks(self.id), self._store.owners(self.id)
        return self.marks

    def evaluation(self) -> Evaluation:
        """Scores, verdicts, plan and checklist of the answers so far."""
        own = (self.questionnaires, self.marks, self.owners)
        found = carried(self._entries)
        return evaluate(self.assessment, *own, carried=found, known_as=self.id)

    def _take(self, entries: Sequence[Entry]) -> None:
        self._entries.extend(entries)
        # Grown with the log instead of read anew from all of it: an answer must not cost more as a log gets longer.
        self._latest.update((entry.item, entry.answer) for entry in entries)
        self.answers = {item: answer for item, answer in self._latest.items() if answer}


def start(
    store: Store,
    library: Library,
    clock: Clock,
    *,
    agency: str,
    round_name: str = "baseline",
    scope: Scope = "full",
    respondent: Respondent | None = None,
    questionnaires: Sequence[str] = DEFAULT_QUESTIONNAIRES,
    sections: Sequence[str] = (),
) -> Session:
    """Begin an assessment with today's wording.

    Raises:
        NotFound: no such questionnaire.
        StoreError: the store cannot be written.
    """
    now = clock()
    loaded = library.questionnaires((*questionnaires, ONBOARDING))
    header = Header(
        id=new_id(agency),
        agency=agency,
        round=round_name,
        date=now.astimezone().date(),
        scope=scope,
        respondents={FIRST: respondent or Respondent()},
        questionnaires=tuple(f"{q.id}@{q.version}" for q in loaded if q.kind == "questionnaire"),
        sections=tuple(sections),
        created=now,
    )
    store.create(header, library.texts([q.id for q in loaded]))
    return Session(store, library, header, loaded, ())


def open_session(store: Store, library: Library, assessment_id: str) -> Session:
    """Open a stored assessment with the wording that it began with.

    Args:
        assessment_id: the id, or enough of its beginning to tell it from all others.

    Raises:
        NotFound: there is none, or several begin so.
        StoreError: the store cannot be read.
    """
    stored = store.load(store.resolve(assessment_id))
    kept = Library.from_texts(store.wording(stored.header.id))
    names = [name.partition("@")[0] for name in stored.header.questionnaires]
    onboarding = [ONBOARDING] if ONBOARDING in kept.ids() else []
    questionnaires = kept.questionnaires([*names, *onboarding])
    own = (stored.header, questionnaires, stored.entries, stored.plan, stored.owners)
    return Session(store, library, *own)
