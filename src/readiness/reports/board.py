"""A page for the board: verdicts and moves, no grade, no notes, and nothing that tells who anybody is."""

from textwrap import shorten

import msgspec
from msgspec.structs import replace

from readiness.domain.answers import Respondent
from readiness.domain.evaluation import Evaluation
from readiness.domain.marks import is_own
from readiness.reports import kind_phrases, verdicts
from readiness.reports.content import Content
from readiness.reports.view import Verdict
from readiness.reports.words import closed, one_line, opened

# What fits on the page: the headline has the whole count.
_NAMED = 6
_ASKED = 3
_TITLE = 90


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How one moment stands; `topics` are what is missing or unknown, `more` how many of them are not named."""

    heading: str
    headline: str
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    more: int


class Move(msgspec.Struct, frozen=True):
    """A move of this week; `owner` is a role."""

    do: str
    owner: str


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """The page; `asks` are questions for the board to put to those who lead."""

    title: str
    standings: tuple[Standing, ...]
    moves: tuple[Move, ...]
    asks: tuple[str, ...]
    voice: tuple[str, ...]


def board(evaluation: Evaluation, _content: Content) -> Board:
    """The page for an evaluation."""
    agency = shorten(one_line(evaluation.assessment.agency), _TITLE, placeholder=" …")
    nobody = _without_people(evaluation)
    found = verdicts.verdicts(nobody)
    moves = [planned for planned in nobody.plan.moves if not is_own(planned.action.id)]
    gates = [gate for verdict in found for gate in (*verdict.short, *verdict.unknown)]
    # Whether some gate applies may be unknown, too: a board need not ask about that one.
    asked = [nobody.asked[gate.id] for gate in gates if gate.id in nobody.asked]
    return Board(
        title=kind_phrases.BOARD_TITLE.format(agency=agency or kind_phrases.OUR_AGENCY),
        standings=tuple(_standing(verdict) for verdict in found),
        moves=tuple(
            Move(closed(planned.action.first_step), opened(planned.action.owner))
            for planned in moves
        ),
        asks=tuple(item.ask for item in asked[:_ASKED]),
        voice=verdicts.voice(nobody),
    )


def _without_people(evaluation: Evaluation) -> Evaluation:
    """The same without the names of people: who answered, owners, reasons and actions in people's own words."""
    assessment = evaluation.assessment
    role = assessment.respondent.role
    return Evaluation(
        replace(assessment, respondent=Respondent(role=role)),
        evaluation.questionnaires,
        {
            name: replace(mark, owner="", reason="", why="")
            for name, mark in evaluation.marks.items()
            if not is_own(name)
        },
    )


def _standing(verdict: Verdict) -> Standing:
    missing = [gate.topic for gate in verdict.short]
    unknown = [gate.topic for gate in (*verdict.unknown, *verdict.unanswered)]
    named = missing[:_NAMED], unknown[: max(0, _NAMED - len(missing))]
    return Standing(
        heading=verdict.heading,
        headline=verdict.headline,
        missing=tuple(named[0]),
        unknown=tuple(named[1]),
        more=len(missing) + len(unknown) - sum(map(len, named)),
    )
