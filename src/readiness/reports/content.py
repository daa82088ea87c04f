"""What a report draws on besides the evaluation."""

import msgspec

from readiness.domain.content import LivedExperience, Resources, Sources, Trainings


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Sources, trainings, resources and the lived-experience table; whatever is missing is left out of the report."""

    sources: Sources = Sources()
    trainings: Trainings = Trainings()
    resources: Resources = Resources()
    lived_experience: LivedExperience = LivedExperience()
