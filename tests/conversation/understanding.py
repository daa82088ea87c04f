"""How well typed answers are understood, measured on labelled utterances; `make understanding` prints it.

Words and rules were tuned on all of utterances.yaml. utterances-fresh.yaml and utterances-third.yaml were written
later, by people who saw neither them nor the rules; docs/understanding.md has the figures of the first run on each.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from readiness import resources
from readiness.conversation import Interpretation, interpret
from readiness.domain.questionnaire import Item
from readiness.loading import Library
from readiness.loading.tree.parsing import parse

DATA = Path(__file__).resolve().parents[1] / "data"
LABELLED = DATA / "utterances.yaml"
FRESH = DATA / "utterances-fresh.yaml"
THIRD = DATA / "utterances-third.yaml"
FOURTH = DATA / "utterances-fourth.yaml"
QUESTIONNAIRES = ("agency-profile", "employer-competencies", "recovery-workplace")
TODAY = date(2026, 11, 21)


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled text; the head of the labelled set says what the fields mean."""

    kind: str
    item: str
    text: str
    outcome: str
    value: str | list[str] | None = None
    candidates: list[str] = []
    note: str = ""
    command: str = ""
    argument: str = ""
    target: str = ""
    also: list[str] = []
    plain: bool = False


class Judged(msgspec.Struct, frozen=True):
    """What became of one utterance.

    Attributes:
        right: the outcome is the labelled one or one of `also`, and its content fits.
        wrong_and_recorded: accepted, though the label has another value or no value at all.
        asked_again: plain, and yet not accepted.
    """

    utterance: Utterance
    got: Interpretation
    right: bool
    wrong_and_recorded: bool
    asked_again: bool


def labelled(path: Path = LABELLED) -> list[Utterance]:
    """The labelled set."""
    written = parse(path.read_text(encoding="utf-8"), path.name)["utterances"]
    return msgspec.convert(written, list[Utterance], strict=False)


def items() -> dict[str, Item]:
    """The shipped items, by id."""
    library = Library([resources.questionnaires()])
    return {
        item.id: item for name in QUESTIONNAIRES for item in library.questionnaire(name).items()
    }


def judge(utterance: Utterance, item: Item) -> Judged:
    """One utterance, interpreted and held against its label."""
    got = interpret(utterance.text, item, today=TODAY)
    allowed = (utterance.outcome, *utterance.also)
    fits = got.outcome in allowed and _FITS[got.outcome](utterance, got)
    value_wrong = utterance.outcome != "command" and not _same_value(utterance, got)
    wrong = got.outcome == "accepted" and ("accepted" not in allowed or value_wrong)
    return Judged(utterance, got, fits, wrong, utterance.plain and got.outcome != "accepted")


def _same_value(utterance: Utterance, got: Interpretation) -> bool:
    if isinstance(got.value, tuple):
        return isinstance(utterance.value, list) and sorted(got.value) == sorted(utterance.value)
    return utterance.value is not None and str(got.value) == utterance.value


def _accepted(utterance: Utterance, got: Interpretation) -> bool:
    noted = not utterance.note or utterance.note in (got.note or "")
    return (
        noted and (got.note is None or got.note in utterance.text) and _same_value(utterance, got)
    )


def _confirm(utterance: Utterance, got: Interpretation) -> bool:
    return not utterance.candidates or bool(set(utterance.candidates) & set(got.candidates[:2]))


def _command(utterance: Utterance, got: Interpretation) -> bool:
    if utterance.outcome != "command":
        return True
    fits = utterance.argument.casefold() in (got.argument or "").casefold()
    return fits and got.command == utterance.command and utterance.target in ("", got.target)


def _unclear(utterance: Utterance, got: Interpretation) -> bool:  # noqa: ARG001
    return True


_FITS: dict[str, Callable[[Utterance, Interpretation], bool]] = {
    "accepted": _accepted,
    "confirm": _confirm,
    "command": _command,
    "unclear": _unclear,
}


def judged(utterances: Iterable[Utterance]) -> list[Judged]:
    """Every utterance, held against its label."""
    known = items()
    return [judge(utterance, known[utterance.item]) for utterance in utterances]


def table(results: Sequence[Judged]) -> str:
    """Accuracy, wrong-and-recorded and asked-again, per kind and overall, as a Markdown table."""
    kinds = dict.fromkeys(result.utterance.kind for result in results)
    lines = [
        "| kind | texts | right | wrong and recorded | plain | asked again |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    lines += [_row(kind, [r for r in results if r.utterance.kind == kind]) for kind in kinds]
    return "\n".join([*lines, _row("**all**", results)])


def _row(name: str, results: Sequence[Judged]) -> str:
    right = sum(result.right for result in results)
    wrong = sum(result.wrong_and_recorded for result in results)
    plain = sum(result.utterance.plain for result in results)
    asked = sum(result.asked_again for result in results)
    again = f"{asked} ({100 * asked / plain:.0f}%)" if plain else "–"
    return f"| {name} | {len(results)} | {100 * right / len(results):.0f}% | {wrong} | {plain} | {again} |"


def _miss(result: Judged) -> str:
    wanted, got = result.utterance, result.got
    mark = "WRONG" if result.wrong_and_recorded else "asked" if result.asked_again else "miss "
    label = f"{wanted.outcome} {wanted.value or wanted.command or ''} {wanted.candidates or ''}"
    reading = (
        f"{got.outcome} {got.value} {got.command or ''} {list(got.candidates)} note={got.note!r}"
    )
    extra = f" target={got.target!r} argument={got.argument!r}" if got.command else ""
    also = f" also={wanted.also}" if wanted.also else ""
    note = f" note~{wanted.note!r}" if wanted.note else ""
    return (
        f"{mark} {wanted.kind} {wanted.item} {wanted.text!r}: {label.strip()}{also}{note}"
        f"{' arg~' + repr(wanted.argument) if wanted.argument else ''} <> {reading}{extra}"
    )


def main(arguments: Sequence[str]) -> None:
    """Prints the tables; the name of a set (`tuned`, `fresh`, `third`, `fourth`) adds every miss in it."""
    out = sys.stdout.write
    for name, path in (("tuned", LABELLED), ("fresh", FRESH), ("third", THIRD), ("fourth", FOURTH)):
        if not path.exists():
            continue
        results = judged(labelled(path))
        out(f"{path.name}\n\n{table(results)}\n\n")
        if name in arguments:
            for result in results:
                if not result.right or result.wrong_and_recorded or result.asked_again:
                    out(_miss(result) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
