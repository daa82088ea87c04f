"""Everything that follows from an assessment's answers: scores, verdicts, plan and checklist."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from readiness.domain.answers import Answers, Assessment
from readiness.domain.flow import Flow, flow_of
from readiness.domain.gates import Hire, hire
from readiness.domain.log import PlanMark
from readiness.domain.questionnaire import Item, Moment, Questionnaire
from readiness.domain.scoring import QuestionnaireScore, score_questionnaire

if TYPE_CHECKING:
    from readiness.domain.carrying import Origin
    from readiness.domain.checklist import Checklist
    from readiness.domain.plan import Counts, Plan

MAIN = "employer-competencies"
ONBOARDING = "onboarding"


class Evaluation(msgspec.Struct, frozen=True, dict=True):
    """An assessment with all that follows from it, each part computed when it is first asked for.

    Args:
        questionnaires: at least those that the assessment uses; the onboarding checklist too, where it is wanted.
        marks: what people decided about the plan and ticked on the checklist, by the id of action or entry.
        owners: who holds which role, by role.
        carried: where answers that were carried over and not given anew since are from, by item.
        id: of the assessment in the store; empty for answers from a file that names none.
    """

    assessment: Assessment
    questionnaires: tuple[Questionnaire, ...]
    marks: Mapping[str, PlanMark] = {}
    owners: Mapping[str, str] = {}
    carried: Mapping[str, "Origin"] = {}
    id: str = ""

    @cached_property
    def flow(self) -> Flow:
        """The way through the questionnaires."""
        return flow_of(self.assessment, self.questionnaires)

    @cached_property
    def asked(self) -> dict[str, Item]:
        """The items that the answers call for, by id, in the order of asking."""
        return self.flow.asked(self.assessment.answers)

    @property
    def answers(self) -> Answers:
        """All answers, also those that no longer count."""
        return self.assessment.answers

    @cached_property
    def scores(self) -> tuple[QuestionnaireScore, ...]:
        """The score of each questionnaire that is used, in the order of asking."""
        return tuple(
            score_questionnaire(q, self.asked, self.answers)
            for q in self.flow.questionnaires
            if q.kind == "questionnaire"
        )

    @property
    def main(self) -> QuestionnaireScore | None:
        """The score over the eleven competencies; None where they are not part of the assessment."""
        return self.score_of(MAIN)

    def score_of(self, questionnaire_id: str) -> QuestionnaireScore | None:
        """The score of one questionnaire; None where it is not part of the assessment."""
        return next((s for s in self.scores if s.questionnaire.id == questionnaire_id), None)

    @cached_property
    def hires(self) -> Mapping[Moment, Hire]:
        """How posting and day one stand."""
        return hire(self.flow.questionnaires, self.asked, self.answers)

    @cached_property
    def proposal(self) -> "Plan":
        """The actions that the answers call for, and what to find out, before anybody decided anything."""
        # Imported late, like the checklist: scores need neither.
        from readiness.domain.plan import plan

        return plan(self.assessment, self.scores, self.hires, self.asked)

    @cached_property
    def plan(self) -> "Plan":
        """The plan as people have made it their own."""
        if not self.marks and not self.owners:
            return self.proposal
        from readiness.domain.marks import marked

        return marked(self.proposal, self.marks, self.owners)

    @cached_property
    def counts(self) -> "Counts":
        """How many items of the eleven competencies stand where."""
        from readiness.domain.plan import Counts, counts

        return counts(self.main, self.asked, self.answers) if self.main else Counts()

    @cached_property
    def checklist(self) -> "Checklist":
        """The onboarding entries that hold; empty where the checklist was not given."""
        from readiness.domain.checklist import Checklist, checklist

        for questionnaire in self.questionnaires:
            if questionnaire.kind == "checklist":
                return checklist(questionnaire, self.flow.lookup(self.answers), self.flow.items)
        return Checklist((), ())


def evaluate(
    assessment: Assessment,
    questionnaires: Sequence[Questionnaire],
    marks: Mapping[str, PlanMark] | None = None,
    owners: Mapping[str, str] | None = None,
    *,
    carried: "Mapping[str, Origin] | None" = None,
    known_as: str = "",
) -> Evaluation:
    """What follows from an assessment, and from what people decided about its plan.

    Args:
        assessment: the answers.
        questionnaires: as for `Evaluation`.
        marks: as for `Evaluation`.
        owners: as for `Evaluation`.
        carried: as for `Evaluation`.
        known_as: its id in the store, where it has one.
    """
    found = tuple(questionnaires)
    return Evaluation(assessment, found, marks or {}, owners or {}, carried or {}, known_as)
