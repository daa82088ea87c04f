"""What is not in the plan any more: why, and the section of a file where it stands then."""

from collections.abc import Sequence

from readiness.domain.answers import Missing, chosen_option
from readiness.domain.evaluation import Evaluation
from readiness.domain.questionnaire import Item
from readiness.reports import escape
from readiness.reports.fields import NO_REASON
from readiness.reports.living import entries, lines, words
from readiness.reports.living.parsing import Entry, Part, key_of
from readiness.reports.living.placing import Placed
from readiness.reports.words import closed


def why(evaluation: Evaluation, name: str) -> str:
    """Why the answers do not call for an entry any more, as Markdown, to end a sentence.

    Args:
        evaluation: as it is now.
        name: the id of an entry that the report does not have.
    """
    if any(
        section.ask_staff and section.ask_staff.id == name
        for questionnaire in evaluation.questionnaires
        for section in questionnaire.sections
    ):
        return words.GONE_STAFF
    for left_out in evaluation.checklist.left_out:
        if left_out.item.id == name:
            return escape.line(words.GONE_LEFT_OUT.format(needs=left_out.needs))
    item = evaluation.flow.items.get(".".join(name.split(".")[:2]))
    return escape.line(_of_item(evaluation, item)) if item else words.GONE_ELSE


def _of_item(evaluation: Evaluation, item: Item) -> str:
    answer = evaluation.answers.get(item.id)
    if item.id not in evaluation.asked:
        return words.GONE_NOT_ASKED.format(ask=item.ask)
    if answer is None or answer.value is Missing.SKIPPED:
        return words.GONE_NO_ANSWER.format(ask=item.ask)
    if answer.value is Missing.DONT_KNOW:
        return words.GONE_DONT_KNOW.format(ask=item.ask)
    option = chosen_option(item, answer)
    if option is None or item.scale is None:
        return words.GONE_NOT_ASKED.format(ask=item.ask)
    label = item.scale.option(option).label
    return closed(words.GONE_ANSWER.format(answer=label, ask=item.ask))


def is_retired(entry: Entry) -> bool:
    """Whether an entry stands among what is done or no longer needed, with why."""
    return entry.line(words.GONE.lower()) is not None


def retired(entry: Entry, reason: str) -> Entry:
    """An entry as it stands among what is done or no longer needed.

    Args:
        entry: as the person has it.
        reason: why the answers do not call for it any more.
    """
    dropped = entry.line("dropped")
    if entry.ticked:
        reason = words.GONE_DONE
    elif dropped is not None:
        said = dropped.value if dropped.value != NO_REASON else ""
        given = words.GONE_DROPPED.format(reason=said)
        reason = given if said else words.GONE_DROPPED_NO_REASON
    return entries.with_line(entries.at_the_margin(entry), words.GONE, reason)


def with_gone(row: Sequence[Placed], gone: Sequence[Entry]) -> list[Placed]:
    """The parts, with some entries at the end of the section of what is done or no longer needed."""
    if not gone:
        return list(row)
    made = list(row)
    keys = [each.part.key for each in made]
    new = [_apart(key_of(entry.id), entry.text, entry) for entry in gone]
    if words.DONE_SECTION in keys:
        start = keys.index(words.DONE_SECTION) + 1
        after = (n for n in range(start, len(made)) if lines.is_heading(made[n].part.text, 2))
        at = next(after, len(made))
    else:
        at = keys.index(words.BEFORE_SECTION) if words.BEFORE_SECTION in keys else len(made)
        new.insert(0, _apart(words.DONE_SECTION, words.DONE_SECTION))
    return [*made[:at], *new, *made[at:]]


def _apart(key: str, text: str, entry: Entry | None = None) -> Placed:
    """A part with room above and below."""
    part = Part(key=key, text=text, number=0, blanks=1, entry=entry)
    return Placed(part=part, mine=True, room=1)
