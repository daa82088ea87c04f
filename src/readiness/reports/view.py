"""The view model of a report: plain values and whole sentences, ready for any renderer.

No rule is left to a template: what is shown, in which order and in which words is settled here. Texts are plain; a
renderer escapes them for its format.
"""

import msgspec

from readiness.domain.questionnaire import Moment
from readiness.reports.carried_view import FollowUp
from readiness.reports.fields import Field
from readiness.reports.view_learning import LinkGroup, TrainingRows


class GateRow(msgspec.Struct, frozen=True, kw_only=True):
    """A gate and how it stands.

    Attributes:
        answer: the label of the answer; empty where there is none.
        way: the shortest way to have it in place, as a command; for gates that are short.
        whom: where to ask; for gates that are unknown.
        reason: why it was set aside, in the person's words; empty where nobody said.
        ours: the toolkit has no such question.
    """

    id: str
    topic: str
    answer: str = ""
    way: str = ""
    whom: str = ""
    reason: str = ""
    ours: bool = False


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one moment, and the gates behind it, by how they stand.

    `unknown` are those answered *don't know*, and those asked only once more is known of the agency; `unanswered` those
    that nobody answered; `set_aside` come with a reason, `unexplained` were set aside without one. `remark` says what
    does not go together with another answer.
    """

    moment: Moment
    heading: str
    headline: str
    shortest: str
    planned: str
    remark: str
    short: tuple[GateRow, ...]
    unknown: tuple[GateRow, ...]
    unanswered: tuple[GateRow, ...]
    met: tuple[GateRow, ...]
    set_aside: tuple[GateRow, ...]
    unexplained: tuple[GateRow, ...]


class ActionRow(msgspec.Struct, frozen=True, kw_only=True):
    """An action of the plan.

    Attributes:
        topic: what it is about, as a lower-case noun phrase.
        due: "by 3 December 2026", or "within 30 days" where the answers carry no date.
        why: the answer that called for it, in sentences.
        retired: what takes it off the list, as a sentence.
        source: readable labels.
        state: that it is under way, in a word or two; empty where nobody said so.
        fields: who, by when and how it stands, as lines to be changed.
        done: whether it is done.
        own: somebody added it; `first_step`, `done_when`, `why`, `retired` and `source` are empty then.
        wording: what to do as it was typed, for one that somebody added.
    """

    id: str
    topic: str
    do: str
    first_step: str
    done_when: str
    owner: str
    due: str
    why: str
    retired: str
    source: str
    state: str = ""
    fields: tuple[Field, ...] = ()
    done: bool = False
    own: bool = False
    wording: str = ""


class DroppedRow(msgspec.Struct, frozen=True):
    """An action that people decided against; `fields` say why."""

    id: str
    do: str
    fields: tuple[Field, ...]


class CauseRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table of root causes; `action` says what is to be done, by whom and by when."""

    cause: str
    why: str
    holds_up: str
    action: str


class ActionGroup(msgspec.Struct, frozen=True):
    """Actions of the list for later that belong to one time."""

    title: str
    rows: tuple[ActionRow, ...]


class StrengthRow(msgspec.Struct, frozen=True):
    """What the agency told us is fully in place, in the anchor's words."""

    topic: str
    words: str


class FindOutRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something that nobody here knew, and where to ask; `fields` are who does so and by when, where people said."""

    id: str
    topic: str
    ask: str
    whom: str
    done: bool = False
    fields: tuple[Field, ...] = ()


class EntryRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the checklist; `box` is False for a question to ask, which is never ticked; `done` is its tick."""

    id: str
    text: str
    note: str
    url: str
    depth: int
    box: bool
    done: bool = False
    fields: tuple[Field, ...] = ()


class PhaseRows(msgspec.Struct, frozen=True):
    """A phase of the checklist."""

    title: str
    why: str
    entries: tuple[EntryRow, ...]


class LeftOutGroup(msgspec.Struct, frozen=True):
    """Entries that were left out for one reason: they hold only if `needs`."""

    needs: str
    entries: tuple[str, ...]


class PopulationRow(msgspec.Struct, frozen=True):
    """The lived experience that serving some people asks for."""

    title: str
    requires: str
    note: str


class LivedExperienceRows(msgspec.Struct, frozen=True):
    """The lived-experience requirement for the populations chosen."""

    lead: str
    rows: tuple[PopulationRow, ...]
    about: str


class ScoreRow(msgspec.Struct, frozen=True, kw_only=True):
    """A section's line on the scorecard; `low`, `high` and `middle` run from 0 to 100, for renderers that draw.

    Attributes:
        middle: the score; None where there is none, or where the bounds leave no doubt about it.
    """

    id: str
    title: str
    score: str
    bounds: str
    bar: str
    stage: str
    answered: str
    low: float
    high: float
    middle: float | None = None


class Scorecard(msgspec.Struct, frozen=True):
    """A questionnaire's scores."""

    id: str
    title: str
    overall: str
    rows: tuple[ScoreRow, ...]


class StatementRow(msgspec.Struct, frozen=True):
    """A statement of the workplace survey, its answer, a bar of its steps and what is weak in it.

    Attributes:
        step: the answer from -2 (the lowest step) to 2 (the highest), for renderers that draw; None without one.
    """

    ask: str
    answer: str
    bar: str
    weak: str
    step: float | None = None


class Survey(msgspec.Struct, frozen=True):
    """The workplace survey; no rows where only leadership has answered."""

    title: str
    about: str
    said: tuple[str, ...]
    rows: tuple[StatementRow, ...]


class NoteRow(msgspec.Struct, frozen=True):
    """A note, or an answer to an open question, that the person chose to share."""

    topic: str
    answer: str
    note: str


class Fact(msgspec.Struct, frozen=True):
    """A fact of the profile, as the report goes by it."""

    topic: str
    said: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a report says, in the order of the full report; `follow_up` is None in a first round."""

    title: str
    agency: str
    facts: str
    verdicts: tuple[Verdict, ...]
    moves: tuple[ActionRow, ...]
    no_moves: str
    strengths: tuple[StrengthRow, ...]
    all_strengths: tuple[StrengthRow, ...]
    strengths_note: str
    counts: tuple[str, ...]
    voice: tuple[str, ...]
    days_from: str
    next_30: tuple[ActionRow, ...]
    later: tuple[ActionGroup, ...]
    no_plan: str
    dropped: tuple[DroppedRow, ...]
    causes: tuple[CauseRow, ...]
    causes_about: str
    find_out: tuple[FindOutRow, ...]
    find_out_note: str
    phases: tuple[PhaseRows, ...]
    checklist_about: str
    left_out: tuple[LeftOutGroup, ...]
    lived_experience: LivedExperienceRows | None
    trainings: TrainingRows | None
    links: tuple[LinkGroup, ...]
    scorecards: tuple[Scorecard, ...]
    surveys: tuple[Survey, ...]
    notes: tuple[NoteRow, ...]
    own_words: tuple[NoteRow, ...]
    private_words: str
    points: tuple[str, ...]
    met_at: str
    profile: tuple[Fact, ...]
    sources: tuple[str, ...]
    all_links: tuple[LinkGroup, ...]
    links_about: str
    follow_up: FollowUp | None = None
