"""A plan that a person has edited: read from its file, and known to be one of ours."""

from pathlib import Path

import msgspec

from readiness.errors import NotFound, ReadinessError
from readiness.reports.living.parsing import parse
from readiness.reports.living.stamp import Stamp, stamp_of


class PlanFile(msgspec.Struct, frozen=True):
    """What is in a plan's file; `stamp` is None where the comment at its end was lost."""

    path: Path
    text: str
    stamp: Stamp | None

    def is_of(self, assessment_id: str) -> bool:
        """Whether it may be of that assessment."""
        written_for = self.stamp.id if self.stamp else ""
        return not written_for or not assessment_id or written_for == assessment_id


def read_plan_file(path: Path) -> PlanFile:
    """A report in Markdown that people may have edited.

    Raises:
        NotFound: there is no such file.
        ReadinessError: it cannot be read, is not in UTF-8, or is no report of ours.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise ReadinessError(f"{path} could not be read: {error.strerror or error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadinessError(
            f"{path} is not in UTF-8. Save it from your editor as plain text in UTF-8, then try again."
        ) from None
    stamp = stamp_of(text)
    if stamp is None and not parse(text).entries:
        raise ReadinessError(
            f"{path} is no plan that this program wrote, or the comments in it were lost."
            " Write one with: readiness report ID -o FILE.md"
        )
    return PlanFile(path, text, stamp)


def refuse_other(plan: PlanFile, assessment_id: str) -> None:
    """Raise where a plan is of another assessment."""
    if not plan.is_of(assessment_id):
        assert plan.stamp is not None  # noqa: S101  else it may be of any
        raise ReadinessError(
            f"{plan.path} is of the assessment {plan.stamp.id}, not of {assessment_id}. Nothing was changed."
        )
