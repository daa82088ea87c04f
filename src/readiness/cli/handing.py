"""Handing a report over at the close: Markdown to live with, HTML and Word to open with a double click."""

from typing import TYPE_CHECKING

from readiness.assessment.handover import Handed, digest_of, hand_over, put_beside, report_name
from readiness.errors import MissingExtra

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.assessment import Session
    from readiness.cli.app import App
    from readiness.reports.formats import Format
    from readiness.reports.kinds import Handout

LONGEST = 120.0  # seconds that this may take
BESIDE: tuple["Format", ...] = ("html", "docx")


def hand_over_into_documents(app: "App", session: "Session") -> Handed:
    """Write an assessment's report into the Documents folder, in each format that can be made here.

    Raises:
        ReadinessError: it cannot be written.
    """
    from platformdirs import user_documents_path

    from readiness import reports
    from readiness.reports.formats import render

    handout = reports.handout(session.evaluation(), app.content)
    text = render(handout, "md").decode()
    name = report_name(session.header.agency, session.header.date)
    folder = user_documents_path() / "Readiness"
    path = hand_over(folder, name, text, [f".{form}" for form in BESIDE])
    app.remember(text)
    others = _others(handout)
    beside = put_beside(path, others)
    made = {path.with_suffix(ending): digest_of(data) for ending, data in others.items()}
    return Handed(path, _sentence(path, beside), text, beside, made)


def _others(handout: "Handout") -> dict[str, bytes]:
    """The other formats, by their endings; made in a process of its own, which takes the memory for it along.

    What makes Word documents is several times as large as a conversation, which may go on after the report.
    """
    import pickle
    import subprocess
    import sys

    command = [sys.executable, "-m", "readiness.cli.handing"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, input=pickle.dumps(handout), capture_output=True, check=True, timeout=LONGEST
        )
        made: dict[str, bytes] = pickle.loads(done.stdout)  # noqa: S301 - what we have written
    except (OSError, subprocess.SubprocessError, pickle.PickleError, TypeError, EOFError):
        return _made(handout)  # where no process can be started: here
    return made


def _made(handout: "Handout") -> dict[str, bytes]:
    from readiness.reports.formats import render

    made = {}
    for form in BESIDE:
        try:
            made[f".{form}"] = render(handout, form)
        except MissingExtra:
            continue  # the report is there without it; `readiness report` says how to get it
    return made


def _sentence(path: "Path", beside: "tuple[Path, ...]") -> str:
    told = f"The report is in {path}"
    if not beside:
        return told
    kinds = {".html": "for a browser", ".docx": "for Word"}
    said = " and ".join(f"{kinds[each.suffix]} ({each.suffix})" for each in beside)
    return f"{told}\nThe same {said} lies beside it."


def _apart() -> None:
    """In a process of its own: a handout in, its other formats out."""
    import pickle
    import sys

    made = _made(pickle.load(sys.stdin.buffer))  # noqa: S301 - as above
    sys.stdout.buffer.write(pickle.dumps(made))


if __name__ == "__main__":
    _apart()
