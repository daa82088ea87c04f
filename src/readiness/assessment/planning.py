"""Making a plan one's own and ticking off the checklist: every decision is in the store before anything else is."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from readiness.assessment.session import Session
from readiness.domain import marks, owners
from readiness.domain.log import Cause, MarkState, PlanMark
from readiness.domain.plan import Plan
from readiness.domain.problem import did_you_mean
from readiness.errors import NotFound


class Planning:
    """Decisions about the plan of one assessment.

    What other processes decided meanwhile is taken in first, so that two people never undo each other's decisions
    about different things. Every method that decides raises StoreError where the store cannot be written; nothing is
    stored then.

    Args:
        session: the assessment.
    """

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.session.evaluation().plan

    @property
    def has_room(self) -> bool:
        """Whether the next 30 days can take one more action."""
        return marks.has_room(self.plan)

    def mark_of(self, name: str) -> PlanMark:
        """What was decided about an action, or about an entry of the checklist."""
        return self.session.marks.get(name, marks.NO_MARK)

    @property
    def who(self) -> tuple[owners.Held, ...]:
        """Every role that there is in this assessment, and who holds it."""
        return owners.held(self.plan, self.session.questionnaires, self.session.owners)

    def name(self, role: str, name: str) -> owners.Held:
        """Say who holds a role; an empty name takes it away.

        Args:
            role: as the plan has it; case and spaces do not matter.
            name: the person's.

        Raises:
            NotFound: there is no such role.
        """
        self.session.refresh_marks()
        known = {owners.key(each.role): each.role for each in self.who}
        found = known.get(owners.key(role))
        if found is None:
            every = list(known.values())
            hint = did_you_mean(role, every) or f"There are: {', '.join(every)}."
            raise NotFound(f"There is no role “{role}” in this plan. {hint}")
        self.session.name_owners({found: name.strip()})
        return next(each for each in self.who if each.role == found)

    def choose(self, action_id: str) -> bool:
        """For the next 30 days; False where these are full."""
        self.session.refresh_marks()
        return self._store(marks.choose(self.plan, self.session.marks, action_id))

    def put_off(self, action_id: str) -> None:
        """For later."""
        self._store(marks.put_off(self.session.refresh_marks(), action_id))

    def drop(self, action_id: str, reason: str) -> None:
        """Decide against an action, and say why."""
        self._store(marks.drop(self.session.refresh_marks(), action_id, reason))

    def bring_back(self, action_id: str) -> None:
        """Take back that an action was dropped."""
        self.session.refresh_marks()
        self._store({action_id: marks.brought_back(self.mark_of(action_id))})

    def move(self, action_id: str, by: int) -> bool:
        """Earlier (-1) or later (1) in its list; False where it cannot go there."""
        self.session.refresh_marks()
        return self._store(marks.move(self.plan, self.session.marks, action_id, by))

    def add_own(self, text: str) -> str:
        """Add an action; returns its id."""
        self.session.refresh_marks()
        added = marks.add_own(self.plan, self.session.marks, text)
        self._store(added)
        return next(iter(added))

    def set_owner(self, action_id: str, owner: str) -> None:
        """Who takes it on; empty for whom the action suggests."""
        self._set(action_id, owner=owner)

    def set_due(self, action_id: str, due: date | None) -> None:
        """By when; None for the date that the plan computes."""
        self._set(action_id, due=due)

    def set_state(self, action_id: str, state: MarkState) -> None:
        """Open, under way or done; to drop an action see `drop`."""
        self._set(action_id, state=state)

    def set_text(self, action_id: str, text: str) -> None:
        """Put an action of one's own in other words."""
        self._set(action_id, text=text)

    def set_causes(self, action_id: str, causes: Sequence[Cause], why: str) -> None:
        """What gets in the way, and why."""
        self._set(action_id, causes=tuple(causes), why=why)

    def tick(self, entry_id: str) -> bool:
        """Tick an entry of the checklist, or take the tick away; returns whether it is ticked now."""
        self.session.refresh_marks()
        ticked = self.mark_of(entry_id).state == "done"
        self._store({entry_id: replace(self.mark_of(entry_id), state="open" if ticked else "done")})
        return not ticked

    def _set(self, name: str, **fields: object) -> None:
        self.session.refresh_marks()
        self._store({name: replace(self.mark_of(name), **fields)})

    def _store(self, changed: marks.Marks) -> bool:
        self.session.mark(changed)
        return bool(changed)
